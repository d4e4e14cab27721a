import { dueOf } from "@simbiosi/domain";
import { useSuspenseQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { actionsQuery } from "../actions/queries.ts";
import { establishmentsQuery, flowsQuery, leadsQuery, runQuery, understandingQuery } from "../api/queries.ts";
import { Start } from "../establishments/start.tsx";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { weekQuery } from "../insight/queries.ts";
import { FigureValue, shortNumber } from "../ui/figure.tsx";
import { Badge } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { ideasOf, lastVisit, questionsOnce } from "./choose.ts";
import "./week.css";
import { homeWords } from "./words.ts";

type WeekData = Awaited<ReturnType<NonNullable<ReturnType<typeof weekQuery>["queryFn"]>>>;

/** What comes next: how far each phase is, steps that are due, ideas, questions, alerts, what changed. */
export function Week() {
  const { territory } = useHere();
  const { words, lang, day, moment } = useWords();
  const say = useCatalogue(homeWords);
  useTitle(say.title);
  const [since] = useState(() => lastVisit(territory, new Date()));
  const [establishments, flows, leads, understanding, week, search, plan] = useSuspenseQueries({
    queries: [
      establishmentsQuery(territory),
      flowsQuery(territory),
      leadsQuery(territory, lang),
      understandingQuery(territory, lang),
      weekQuery(territory, since),
      runQuery(territory, lang),
      actionsQuery(territory),
    ],
  });
  const { run } = leads.data;
  const today = new Date().toISOString().slice(0, 10);
  const inTwoWeeks = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
  const due = [
    ...leads.data.leads.flatMap(({ id, title, decision }) =>
      decision === null || decision.next_on === null || decision.stage === "abandoned"
        ? []
        : [{ key: id, lead: id, action: "", what: decision.next_step ?? title, on: decision.next_on }],
    ),
    ...plan.data.actions.flatMap((action) =>
      dueOf(action, inTwoWeeks).map(({ what, on }) => ({
        key: `${action.id}.${on}.${what}`,
        lead: "",
        action: action.id,
        what,
        on,
      })),
    ),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const label = new Map(flows.data.flows.map((flow) => [flow.id, flow.label]));
  const fresh = ideasOf(leads.data.leads, 6);
  const questions = questionsOnce(understanding.data.check?.missing ?? [], (flow) => label.get(flow) ?? "", 6);
  // Of a territory that has no company yet, only how to begin is told.
  const bare = establishments.data.establishments.length === 0;
  const cards = (
    <div className="cards week">
      <section className="card" aria-label={say.soon}>
        <h2>{say.soon}</h2>
        {due.length === 0 && <p className="soft">{say.noStep}</p>}
        <ul>
          {due.slice(0, 8).map(({ key, lead, action, what, on }) => (
            <li key={key}>
              {lead === "" ? (
                <Link to="/t/$territory/plan/$action" params={{ territory, action }}>
                  {what}
                </Link>
              ) : (
                <Link to="/t/$territory/synergies/$lead" params={{ territory, lead }}>
                  {what}
                </Link>
              )}{" "}
              <Badge tone={on < today ? "bad" : "plain"}>
                {day(on)}
                {on < today && `, ${say.late}`}
              </Badge>
            </li>
          ))}
        </ul>
        {due.length > 8 && <p className="soft">{say.moreDue(due.length - 8)}</p>}
      </section>
      <section className="card" aria-label={say.look}>
        <h2>{say.look}</h2>
        <p className="soft">{say.lookHelp}</p>
        <ul>
          {fresh.map((lead) => (
            <li key={lead.id}>
              <Link to="/t/$territory/synergies/$lead" params={{ territory, lead: lead.id }}>
                {lead.title}
              </Link>{" "}
              <FigureValue figure={lead.gain_eur_per_year} />
            </li>
          ))}
        </ul>
        <p>
          <Link to="/t/$territory/synergies" params={{ territory }}>
            {say.all}
          </Link>
        </p>
      </section>
      <section className="card" aria-label={say.questions}>
        <h2>{say.questions}</h2>
        {questions.length === 0 && <p className="soft">{say.noQuestion}</p>}
        <ul>
          {questions.map(({ label: name, question, flows: about }) => (
            <li key={`${question.flow}.${question.field}`}>
              <strong>{name}</strong> {about > 1 && <span className="soft">{say.times(about)}</span>} : {question.why}
              {question.worth_eur_per_year !== null && (
                <span className="soft">
                  {" "}
                  {say.worth} {shortNumber(question.worth_eur_per_year, lang)} €
                </span>
              )}
            </li>
          ))}
        </ul>
      </section>
      <Alerts week={week.data} territory={territory} />
      <section className="card" aria-label={say.changed}>
        <h2>{say.changed}</h2>
        {search.data.run !== null && (
          <>
            <h3>{say.lastSearch}</h3>
            <ul>
              <li>{say.found(search.data.run.changes.counts.found)}</li>
              <li>{say.gone(search.data.run.changes.counts.gone)}</li>
              <li>{say.moved(search.data.run.changes.counts.moved)}</li>
            </ul>
          </>
        )}
        {since !== undefined && (
          <>
            <h3>{say.sinceVisit(moment(since))}</h3>
            {week.data.changes.length === 0 && <p className="soft">{say.nothingChanged}</p>}
            <ul>
              {[...new Set(week.data.changes.map(({ object }) => object))].map((object) => (
                <li key={object}>
                  {say.objects[object] ?? object} :{" "}
                  {week.data.changes.filter((one) => one.object === object).reduce((all, { count }) => all + count, 0)}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </div>
  );
  return (
    <>
      <h1>{say.title}</h1>
      <p className="row soft">
        <span>{words.counts.establishments(establishments.data.establishments.length)}</span>·
        <span>{words.counts.flows(flows.data.flows.length)}</span>·
        <span>{words.counts.leads(leads.data.leads.length)}</span>
        {run !== null ? <span>· {say.asOf(moment(run.at))}</span> : !bare && <Badge tone="doing">{say.matching}</Badge>}
      </p>
      <Phases phases={week.data.phases} />
      {bare ? <Start territory={territory} /> : cards}
    </>
  );
}

function Phases({ phases }: { readonly phases: WeekData["phases"] }) {
  const { words } = useWords();
  const say = useCatalogue(homeWords);
  return (
    <ol className="phases" aria-label={words.nav.phases}>
      {words.nav.phase.map((name, i) => {
        const steps = phases[i] ?? [];
        const share = steps.reduce((all, one) => all + one.share, 0) / Math.max(1, steps.length);
        const next = steps.find(({ done }) => !done);
        return (
          <li key={name} className="card">
            <strong>
              {i + 1}. {name}
            </strong>
            <span className="row">
              <progress value={share} max={1} aria-label={name} /> {say.percent(Math.floor(share * 100))}
            </span>
            <span className="soft">
              {next === undefined ? say.complete : `${say.next} ${say.steps[next.id] ?? next.id}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function Alerts({ week, territory }: { readonly week: WeekData; readonly territory: string }) {
  const { day } = useWords();
  const say = useCatalogue(homeWords);
  const { contracts, links, never_contacted: never, documents_old: old } = week;
  const quiet = contracts.length + links.length + never.length === 0 && !old;
  return (
    <section className="card" aria-label={say.alerts}>
      <h2>{say.alerts}</h2>
      {quiet && <p className="soft">{say.noAlert}</p>}
      <ul>
        {contracts.slice(0, 5).map((one) => (
          <li key={one.flow}>
            <Link
              to="/t/$territory/entreprises/$establishment"
              params={{ territory, establishment: one.establishment }}
            >
              {say.contract(one.label, one.site, day(one.ends))}
            </Link>
          </li>
        ))}
        {contracts.length > 5 && <li>{say.moreContracts(contracts.length - 5)}</li>}
        {links.length > 0 && <li>{say.links(links.length)}</li>}
        {old && (
          <li>
            <Link to="/t/$territory/documents" params={{ territory }}>
              {say.documentsOld}
            </Link>
          </li>
        )}
        {never.length > 0 && <li>{say.never(never.length)}</li>}
      </ul>
    </section>
  );
}
