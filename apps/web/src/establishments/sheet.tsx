import { useSuspenseQueries } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { establishmentsQuery, flowsQuery, leadsQuery } from "../api/queries.ts";
import { GiveLink } from "../company/give-link.tsx";
import { useHere } from "../frame/here.ts";
import { NotFound } from "../frame/not-found.tsx";
import { useTitle } from "../frame/title.ts";
import { FigureValue } from "../ui/figure.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { establishmentWords } from "./words.ts";

/** One company: who it is, what it gives and asks for, its leads. */
export function EstablishmentSheet() {
  const { territory, role } = useHere();
  const { establishment = "" } = useParams({ strict: false });
  const { words, lang } = useWords();
  const say = useCatalogue(establishmentWords);
  const [{ data }, flows, leads] = useSuspenseQueries({
    queries: [establishmentsQuery(territory), flowsQuery(territory), leadsQuery(territory, lang)],
  });
  const one = data.establishments.find(({ id }) => id === establishment);
  useTitle(one?.name ?? "");
  if (one === undefined) return <NotFound />;
  const own = flows.data.flows.filter((flow) => flow.establishment === establishment);
  const its = leads.data.leads.filter((lead) => lead.establishments.includes(establishment));
  return (
    <>
      <h1>{one.name}</h1>
      <dl className="facts">
        <dt>{say.activity}</dt>
        <dd>{one.naf ?? words.app.none}</dd>
        <dt>{say.staff}</dt>
        <dd>{one.staff ?? words.app.none}</dd>
        <dt>{say.zone}</dt>
        <dd>{one.zone ?? words.app.none}</dd>
      </dl>
      {(["out", "in"] as const).map((direction) => (
        <section key={direction}>
          <h2>{direction === "out" ? say.giving : say.taking}</h2>
          <ul>
            {own
              .filter((flow) => flow.direction === direction)
              .map((flow) => (
                <li key={flow.id}>
                  {flow.label}
                  {flow.quantity !== null && (
                    <span className="soft">
                      {" "}
                      {flow.quantity} {flow.unit}
                    </span>
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
      <h2>{say.leads}</h2>
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
      {(role === "facilitator" || role === "adviser") && <GiveLink establishment={establishment} />}
    </>
  );
}
