import { matrix } from "@simbiosi/charts";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { leadsQuery } from "../api/queries.ts";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { csvOf } from "../ui/csv.ts";
import { Drawing } from "../ui/drawing.tsx";
import { FigureValue } from "../ui/figure.tsx";
import { Button, Empty } from "../ui/index.tsx";
import { saveAs } from "../ui/save-as.ts";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { LeadFilters, useFiltered, useLeadsAhead } from "./filters.tsx";
import { groupByIdea } from "./shown.ts";
import { leadWords } from "./words.ts";
import "./leads.css";

/** As many marks as an eye tells apart. */
const drawn = 20;
const rows = 100;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Gain against ease: what to start first. The best lead of each idea, drawn, said and in a table. */
export function LeadMatrix() {
  const { territory } = useHere();
  const { lang, number } = useWords();
  const say = useCatalogue(leadWords);
  useTitle(say.matrix);
  useLeadsAhead(territory);
  const { data } = useSuspenseQuery(leadsQuery(territory, lang));
  const filtered = useFiltered(territory, data.leads);
  const leads = groupByIdea(filtered.shown).map(([first]) => first);
  const middle = median(leads.flatMap(({ gain_eur_per_year: { value } }) => value ?? []));
  const first = leads.filter(
    ({ ease, gain_eur_per_year: { value } }) => ease >= 0.5 && value !== null && value > middle,
  );
  const chart = matrix({
    title: say.matrixTitle,
    unit: lang === "fr" ? "€/an" : "€/yr",
    lang,
    width: 860,
    points: leads.slice(0, drawn).map(({ id, title, kind, ease, gain_eur_per_year: gain }) => ({
      label: title,
      kind,
      ease,
      gain,
      href: `/t/${territory}/synergies/${id}`,
    })),
  });
  const download = (): void =>
    saveAs(
      `${say.matrix}.csv`,
      csvOf(
        [say.lead, say.kind, `${say.gain} (€/an)`, say.ease],
        leads.map((lead) => [lead.title, say.kinds[lead.kind], lead.gain_eur_per_year.value, lead.ease]),
        lang,
      ),
    );
  return (
    <>
      <div className="row between">
        <h1>{say.matrix}</h1>
        <Button onPress={download}>{say.export}</Button>
      </div>
      {data.leads.length > 0 && <LeadFilters leads={data.leads} filtered={filtered} />}
      {leads.length === 0 ? (
        <Empty title={data.leads.length === 0 ? say.empty : say.noneShown}>
          {data.leads.length === 0 && <p>{say.emptyHelp}</p>}
        </Empty>
      ) : (
        <>
          <p>{say.matrixSentence(first.length, leads.length)}</p>
          <p className="soft">{say.matrixHelp}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
          <section className="scroll" tabIndex={0} aria-label={say.matrixTitle}>
            <Drawing chart={chart} />
          </section>
          <div className="scroll">
            <table className="list">
              <thead>
                <tr>
                  <th scope="col" className="number">
                    n°
                  </th>
                  <th scope="col">{say.lead}</th>
                  <th scope="col">{say.kind}</th>
                  <th scope="col" className="number">
                    {say.gain}
                  </th>
                  <th scope="col" className="number">
                    {say.ease}
                  </th>
                </tr>
              </thead>
              <tbody>
                {leads.slice(0, rows).map((lead, i) => (
                  <tr key={lead.id}>
                    <td className="number">{i + 1}</td>
                    <td>
                      <Link to="/t/$territory/synergies/$lead" params={{ territory, lead: lead.id }}>
                        {lead.title}
                      </Link>
                    </td>
                    <td>{say.kinds[lead.kind]}</td>
                    <td className="number">
                      <FigureValue figure={lead.gain_eur_per_year} />
                    </td>
                    <td className="number">{number(lead.ease * 100)} %</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}
