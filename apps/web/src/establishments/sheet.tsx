import { useSuspenseQueries, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { establishmentsQuery, flowsQuery, leadsQuery, understandingQuery } from "../api/queries.ts";
import { HistoryList } from "../changes/history-list.tsx";
import { People } from "../contacts/people.tsx";
import "../flows/grid.css";
import { flowWords } from "../flows/words.ts";
import { useHere } from "../frame/here.ts";
import { NotFound } from "../frame/not-found.tsx";
import { useTitle } from "../frame/title.ts";
import { FigureValue } from "../ui/figure.tsx";
import { Button } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { Identity, type Site } from "./identity.tsx";
import { Links } from "./links.tsx";
import { establishmentWords } from "./words.ts";

/** One company: who it is, and to those who work on the territory all that is known of it. */
export function EstablishmentSheet() {
  const { territory, role } = useHere();
  const { establishment = "" } = useParams({ strict: false });
  const { words } = useWords();
  const say = useCatalogue(establishmentWords);
  const { data } = useSuspenseQuery(establishmentsQuery(territory));
  const site = data.establishments.find(({ id }) => id === establishment);
  useTitle(site?.name ?? "");
  if (site === undefined) return <NotFound />;
  const works = role === "facilitator" || role === "adviser";
  return (
    <article className="sheet">
      <div className="row between">
        <h1>{site.name}</h1>
        <span className="no-print">
          <Button onPress={() => print()}>{say.print}</Button>
        </span>
      </div>
      {works ? (
        <ForWorkers site={site} />
      ) : (
        <>
          <dl className="facts">
            <dt>{say.activity}</dt>
            <dd>{site.naf ?? words.app.none}</dd>
            <dt>{say.zone}</dt>
            <dd>{site.zone ?? words.app.none}</dd>
          </dl>
          <p className="soft">{say.totalsOnly}</p>
        </>
      )}
    </article>
  );
}

function ForWorkers({ site }: { readonly site: Site }) {
  const { territory } = useHere();
  const { lang, number } = useWords();
  const say = useCatalogue(establishmentWords);
  const flowSay = useCatalogue(flowWords);
  const [flows, leads, understanding] = useSuspenseQueries({
    queries: [flowsQuery(territory), leadsQuery(territory, lang), understandingQuery(territory, lang)],
  });
  const own = flows.data.flows.filter((flow) => flow.establishment === site.id);
  const labels = new Map(own.map(({ id, label }) => [id, label]));
  const its = leads.data.leads.filter((lead) => lead.establishments.includes(site.id));
  const asked = (understanding.data.check?.missing ?? []).filter(({ flow }) => labels.has(flow));
  return (
    <>
      <h2>{say.identity}</h2>
      <Identity territory={territory} site={site} />
      <h2>{say.visibility}</h2>
      <p>{say.visibilityMeans[site.visibility ?? ""]}</p>
      <p className="soft">{say.visibilityHelp}</p>
      <div className="row between">
        <h2>{say.flows}</h2>
        <span className="no-print">
          <Link to="/t/$territory/flux" params={{ territory }} search={{ company: site.id }}>
            {say.inGrid}
          </Link>
        </span>
      </div>
      {(["out", "in"] as const).map((direction) => (
        <section key={direction}>
          <h3>{direction === "out" ? say.giving : say.taking}</h3>
          <ul>
            {own
              .filter((flow) => flow.direction === direction)
              .map((flow) => (
                <li key={flow.id}>
                  {flow.label}
                  {flow.quantity !== null && (
                    <span className="soft">
                      {" "}
                      {number(flow.quantity, 2)} {flow.unit === null ? "" : flowSay.units[flow.unit]}{" "}
                      {flow.period === null ? "" : flowSay.periods[flow.period]}
                    </span>
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
      <div className="row between">
        <h2>{say.questions}</h2>
        <span className="no-print">
          <Link to="/t/$territory/questions" params={{ territory }} search={{ company: site.id }}>
            {say.questions}
          </Link>
        </span>
      </div>
      {asked.length === 0 ? (
        <p className="soft">{say.noQuestions}</p>
      ) : (
        <ul>
          {asked.slice(0, 6).map(({ flow, field, why }) => (
            <li key={`${flow} ${field}`}>
              <strong>{labels.get(flow)}</strong> : {why}
            </li>
          ))}
        </ul>
      )}
      <h2>{say.leads}</h2>
      {its.length === 0 && <p className="soft">{say.noLeads}</p>}
      <ul>
        {its.map((lead) => (
          <li key={lead.id}>
            <Link to="/t/$territory/synergies/$lead" params={{ territory, lead: lead.id }}>
              {lead.title}
            </Link>{" "}
            <FigureValue figure={lead.gain_eur_per_year} />
          </li>
        ))}
      </ul>
      <People territory={territory} establishment={site.id} />
      <Links territory={territory} establishment={site.id} />
      <section className="no-print">
        <h2>{say.history}</h2>
        <HistoryList territory={territory} object="establishment" id={site.id} />
      </section>
    </>
  );
}
