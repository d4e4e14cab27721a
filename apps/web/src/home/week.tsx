import { useSuspenseQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { establishmentsQuery, flowsQuery, leadsQuery, understandingQuery } from "../api/queries.ts";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { FigureValue, shortNumber } from "../ui/figure.tsx";
import { Badge } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { homeWords } from "./words.ts";

/** What comes next: steps that are due, leads to look at, questions to ask, what changed. */
export function Week() {
  const { territory } = useHere();
  const { words, lang, day, moment } = useWords();
  const say = useCatalogue(homeWords);
  useTitle(say.title);
  const [establishments, flows, leads, understanding] = useSuspenseQueries({
    queries: [
      establishmentsQuery(territory),
      flowsQuery(territory),
      leadsQuery(territory, lang),
      understandingQuery(territory, lang),
    ],
  });
  const { run } = leads.data;
  const today = new Date().toISOString().slice(0, 10);
  const due = leads.data.leads
    .filter(({ decision }) => decision !== null && decision.next_on !== null && decision.stage !== "abandoned")
    .sort((a, b) => ((a.decision?.next_on ?? "") < (b.decision?.next_on ?? "") ? -1 : 1));
  const label = new Map(flows.data.flows.map((flow) => [flow.id, flow.label]));
  const fresh = leads.data.leads.filter(({ decision }) => decision === null).slice(0, 6);
  const questions = understanding.data.check?.missing.slice(0, 6) ?? [];
  return (
    <>
      <h1>{say.title}</h1>
      <p className="row soft">
        <span>{words.counts.establishments(establishments.data.establishments.length)}</span>·
        <span>{words.counts.flows(flows.data.flows.length)}</span>·
        <span>{words.counts.leads(leads.data.leads.length)}</span>
        {run === null ? <Badge tone="doing">{say.matching}</Badge> : <span>· {say.asOf(moment(run.at))}</span>}
      </p>
      <ol className="phases" aria-label={words.nav.phases}>
        {words.nav.phase.map((name, i) => (
          <li key={name} className="badge petrol">
            {i + 1}. {name}
          </li>
        ))}
      </ol>
      <div className="cards">
        <section className="card" aria-label={say.soon}>
          <h2>{say.soon}</h2>
          {due.length === 0 && <p className="soft">{say.nothing}</p>}
          <ul>
            {due.slice(0, 8).map((lead) => (
              <li key={lead.id}>
                <Link to="/t/$territory/synergies/$lead" params={{ territory, lead: lead.id }}>
                  {lead.decision?.next_step ?? lead.title}
                </Link>{" "}
                <Badge tone={(lead.decision?.next_on ?? "") < today ? "bad" : "plain"}>
                  {day(lead.decision?.next_on ?? today)}
                </Badge>
              </li>
            ))}
          </ul>
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
        </section>
        <section className="card" aria-label={say.questions}>
          <h2>{say.questions}</h2>
          <ul>
            {questions.map((one) => (
              <li key={`${one.flow}.${one.field}`}>
                <strong>{label.get(one.flow)}</strong> : {one.why}
                {one.worth_eur_per_year !== null && (
                  <span className="soft">
                    {" "}
                    {say.worth} {shortNumber(one.worth_eur_per_year, lang)} €
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
