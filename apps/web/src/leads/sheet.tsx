import { stageNames } from "@simbiosi/domain";
import { useSuspenseQueries } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { establishmentsQuery, leadQuery } from "../api/queries.ts";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { type Figure, FigureValue } from "../ui/figure.tsx";
import { Badge, Note } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { Decide } from "./decide.tsx";
import { ExplanationTree } from "./explanation.tsx";
import { leadWords } from "./words.ts";

/** One lead, whole: figures that open down to their sources, law, barriers, what to do next. */
export function LeadSheet() {
  const { territory } = useHere();
  const { lead: id = "" } = useParams({ strict: false });
  const { lang, of, moment } = useWords();
  const say = useCatalogue(leadWords);
  const [{ data }, establishments] = useSuspenseQueries({
    queries: [leadQuery(territory, id, lang), establishmentsQuery(territory)],
  });
  const { lead, explanations, disclaimer, decision, events } = data;
  useTitle(lead.title);
  const nameOf = (party: string): string =>
    establishments.data.establishments.find((one) => one.id === party)?.name ?? party.replace(/^@/, "");
  const figures: readonly (readonly [string, Figure])[] = [
    [say.gain, lead.gain_eur_per_year],
    [say.co2, lead.co2e_t_per_year],
    [say.quantity, lead.quantity],
    [say.diverted, lead.diverted_t_per_year],
    [say.distance, lead.distance_km],
    [say.investment, lead.investment_eur],
    [say.payback, lead.payback_years],
  ];
  return (
    <>
      <p className="row">
        <Badge tone="petrol">{say.kinds[lead.kind]}</Badge>
        <Badge>{decision === null ? say.undecided : of(stageNames[decision.stage])}</Badge>
      </p>
      <h1>{lead.title}</h1>
      <Decide territory={territory} lead={id} decision={decision} />
      <h2>{say.explain}</h2>
      <div className="cards">
        {figures.map(([label, figure]) => (
          <section key={label} className="card">
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
            {nameOf(party.establishment)} : <FigureValue figure={party.gain_eur_per_year} interval />
          </li>
        ))}
      </ul>
      <h2>{say.why}</h2>
      <ul>
        {lead.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {lead.counterfactual.length > 0 && (
        <p>
          {say.counterfactual} : {lead.counterfactual.join(" ; ")}
        </p>
      )}
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
      <h2>{say.rules}</h2>
      <Note>
        <p>{disclaimer}</p>
      </Note>
      <ul>
        {lead.verdict.rules.map((rule) => (
          <li key={rule.id}>
            <Badge tone={rule.outcome === "ok" ? "good" : rule.outcome === "procedure" ? "doing" : "plain"}>
              {say.verdicts[rule.outcome]}
            </Badge>{" "}
            {rule.sentence} <span className="soft">({rule.basis})</span>
            {rule.next_step !== "" && (
              <div>
                {say.nextStep} : {rule.next_step}
              </div>
            )}
          </li>
        ))}
      </ul>
      <h2>{say.barriers}</h2>
      <ul>
        {lead.barriers.map((barrier) => (
          <li key={barrier.sentence}>
            {barrier.sentence} → {barrier.lever}
          </li>
        ))}
      </ul>
      {events.length > 0 && (
        <>
          <h2>{say.history}</h2>
          <ul>
            {events.map((event) => (
              <li key={event.at}>
                {moment(event.at)} {event.who} : {of(stageNames[event.to])}
                {event.reason !== null && ` (${event.reason})`}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
