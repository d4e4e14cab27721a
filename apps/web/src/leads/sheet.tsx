import { ownerNames, reasonNames, stageNames } from "@simbiosi/domain";
import { useSuspenseQueries } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { LeadActions } from "../actions/proposals.tsx";
import { establishmentsQuery, leadQuery, leadsQuery } from "../api/queries.ts";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { Notes } from "../notes/notes.tsx";
import { type Figure, FigureValue } from "../ui/figure.tsx";
import { Badge, Button, Note } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { Decide, NextStep } from "./decide.tsx";
import { ExplanationTree } from "./explanation.tsx";
import { ideaOf, partiesOf } from "./shown.ts";
import { leadWords } from "./words.ts";
import "./leads.css";

const ruleTone = { ok: "good", check: "plain", procedure: "doing", forbidden: "bad" } as const;
const shownAlternatives = 8;

const hundredth = (value: number | null): number | null => (value === null ? null : value * 100);
/** A share as lists say it. */
const asPercent = (figure: Figure): Figure => ({
  ...figure,
  value: hundredth(figure.value),
  low: hundredth(figure.low),
  high: hundredth(figure.high),
  unit: "%",
});

/** One lead, whole: figures that open down to their sources, law, barriers, what was said and what comes next. */
export function LeadSheet() {
  const { territory } = useHere();
  const { lead: id = "" } = useParams({ strict: false });
  const { lang, of, moment, day } = useWords();
  const say = useCatalogue(leadWords);
  const [{ data }, establishments, others] = useSuspenseQueries({
    queries: [leadQuery(territory, id, lang), establishmentsQuery(territory), leadsQuery(territory, lang)],
  });
  const { lead, explanations, disclaimer, decision, answers, events, steps } = data;
  useTitle(lead.title);
  const names = new Map(establishments.data.establishments.map((one) => [one.id, one.name]));
  const nameOf = (party: string): string =>
    names.get(party) ?? (party.startsWith("@") ? of(ownerNames.territory) : party);
  const figures: readonly (readonly [string, Figure])[] = [
    [say.gain, lead.gain_eur_per_year],
    [say.co2, lead.co2e_t_per_year],
    [say.quantity, lead.quantity],
    [say.diverted, lead.diverted_t_per_year],
    [say.distance, lead.distance_km],
    [say.investment, lead.investment_eur],
    [say.payback, lead.payback_years],
    [say.ease, asPercent(lead.ease_figure)],
  ];
  const alternatives = others.data.leads.filter((one) => one.id !== lead.id && ideaOf(one) === ideaOf(lead));
  const papers = lead.verdict.rules.filter(({ outcome, next_step }) => outcome !== "ok" && next_step !== "");
  const busiest = Math.max(...lead.months);
  const history = [
    ...events.map((event) => ({
      at: event.at,
      who: event.who,
      what: [
        of(stageNames[event.to]),
        event.reason_code === null ? null : of(reasonNames[event.reason_code]),
        event.reason,
      ],
    })),
    ...steps.map((step) => ({
      at: step.at,
      who: step.who,
      what: [say.next, step.next_step, step.next_owner, step.next_on === null ? null : day(step.next_on)],
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <div className="lead-sheet">
      <div className="row between">
        <span className="row">
          <Badge tone="petrol">{say.kinds[lead.kind]}</Badge>
          <Badge tone={ruleTone[lead.verdict.outcome]}>{say.verdicts[lead.verdict.outcome]}</Badge>
          <Badge>{decision === null ? say.undecided : of(stageNames[decision.stage])}</Badge>
        </span>
        <span className="no-print">
          <Button look="quiet" onPress={() => print()}>
            {say.print}
          </Button>
        </span>
      </div>
      <h1>{lead.title}</h1>
      <Decide territory={territory} lead={{ id, decision }} />
      <h2>{say.nextTitle}</h2>
      <NextStep key={decision?.version ?? 0} territory={territory} lead={{ id, decision }} />
      <h2>{say.explain}</h2>
      {lead.counterfactual.length > 0 && (
        <>
          <p>{say.gainAgainst} :</p>
          <ul>
            {lead.counterfactual.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <div className="cards">
        {figures.map(([label, figure]) => (
          <section key={label} className="card" aria-label={label}>
            <div className="soft">{label}</div>
            <div className="kpi">
              <FigureValue figure={figure} />
            </div>
            {figure.explain !== null && <ExplanationTree id={figure.explain} all={explanations} />}
          </section>
        ))}
      </div>
      <h2>{say.parties}</h2>
      <ul>
        {lead.parties.map((party) => (
          <li key={party.establishment}>
            {names.has(party.establishment) ? (
              <Link
                to="/t/$territory/entreprises/$establishment"
                params={{ territory, establishment: party.establishment }}
              >
                {nameOf(party.establishment)}
              </Link>
            ) : (
              nameOf(party.establishment)
            )}{" "}
            : <FigureValue figure={party.gain_eur_per_year} interval />
            {party.gain_eur_per_year.explain !== null && (
              <ExplanationTree id={party.gain_eur_per_year.explain} all={explanations} />
            )}
          </li>
        ))}
      </ul>
      <h2>{say.why}</h2>
      <ul>
        {lead.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {lead.doubts.length > 0 && (
        <>
          <h2>{say.doubts}</h2>
          <ul>
            {lead.doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        </>
      )}
      <h2>{say.months}</h2>
      <ol className="months-strip">
        {say.monthNames.map((name, i) => {
          const quantity = lead.months[i] ?? 0;
          const share = busiest > 0 ? Math.round((quantity / busiest) * 100) : 0;
          return (
            <li key={name} className={quantity > 0 ? "yes" : ""}>
              {name}
              <br />
              {share} %
            </li>
          );
        })}
      </ol>
      <h2>{say.rules}</h2>
      <Note>
        <p>{disclaimer}</p>
      </Note>
      <ul>
        {lead.verdict.rules.map((rule) => (
          <li key={rule.id}>
            <Badge tone={ruleTone[rule.outcome]}>{say.verdicts[rule.outcome]}</Badge> {rule.sentence}{" "}
            <span className="soft">
              ({say.basis} : {rule.basis}, {say.checkedOn} {day(rule.checked_on)})
            </span>
          </li>
        ))}
      </ul>
      <h3>{say.papers}</h3>
      {papers.length === 0 && <p className="soft">{say.noPapers}</p>}
      <ul>
        {papers.map((rule) => (
          <li key={rule.id}>
            {rule.next_step} {rule.delay_months > 0 && <span className="soft">({say.delay(rule.delay_months)})</span>}
          </li>
        ))}
      </ul>
      <h2>{say.barriers}</h2>
      {lead.barriers.length > 0 && (
        <div className="scroll">
          <table className="list">
            <thead>
              <tr>
                <th scope="col">{say.barrier}</th>
                <th scope="col">{say.lever}</th>
                <th scope="col">{say.carriedBy}</th>
              </tr>
            </thead>
            <tbody>
              {lead.barriers.map((barrier) => (
                <tr key={barrier.sentence}>
                  <td>{barrier.sentence}</td>
                  <td>{barrier.lever}</td>
                  <td>{of(ownerNames[barrier.owner])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <LeadActions
        territory={territory}
        lead={id}
        kept={decision !== null && decision.stage !== "detected" && decision.stage !== "abandoned"}
      />
      {answers.length > 0 && (
        <>
          <h2>{say.answers}</h2>
          <ul>
            {answers.map((one) => (
              <li key={one.establishment}>
                {nameOf(one.establishment)} :{" "}
                {one.answer === null ? <span className="soft">{say.noAnswer}</span> : say.answerWords[one.answer]}
                {one.reason !== null && ` (${one.reason})`}
              </li>
            ))}
          </ul>
        </>
      )}
      {alternatives.length > 0 && (
        <>
          <h2>{say.alternatives}</h2>
          <ul>
            {alternatives.slice(0, shownAlternatives).map((one) => (
              <li key={one.id}>
                <Link to="/t/$territory/synergies/$lead" params={{ territory, lead: one.id }}>
                  {one.title}
                </Link>{" "}
                <span className="soft">{partiesOf(one, names)}</span> <FigureValue figure={one.gain_eur_per_year} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Notes territory={territory} about={{ object: "synergy", object_id: id }} />
      {history.length > 0 && (
        <>
          <h2>{say.history}</h2>
          <ul>
            {history.map(({ at, who, what }) => (
              <li key={`${at}.${what.join()}`}>
                <span className="soft">
                  {moment(at)} · {who}
                </span>{" "}
                {what.filter((part) => part !== null).join(" · ")}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
