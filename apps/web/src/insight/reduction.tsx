import { bars } from "@simbiosi/charts";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { ChartFigure, CsvButton } from "../ui/chart.tsx";
import { FigureValue, shortNumber, unitWords } from "../ui/figure.tsx";
import { Empty, Select } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { type Insight, WithInsight } from "./whole.tsx";
import { insightWords } from "./words.ts";

type Flat = Insight["reductions"][number]["gain"];
/** A figure whose tree is not on this screen. */
export const flatFigure = (figure: Flat) => ({ ...figure, explain: null });

/** What each company could do alone, before any exchange, and what it depends on. */
export function Reduction() {
  const { territory } = useHere();
  const say = useCatalogue(insightWords);
  useTitle(say.reduction);
  return (
    <>
      <h1>{say.reduction}</h1>
      <p>{say.reductionHelp}</p>
      <WithInsight territory={territory}>
        {(insight) => (
          <>
            <Reductions all={insight.reductions} territory={territory} />
            <Dependence all={insight.dependencies} />
          </>
        )}
      </WithInsight>
    </>
  );
}

function Reductions({ all, territory }: { readonly all: Insight["reductions"]; readonly territory: string }) {
  const { lang, of } = useWords();
  const say = useCatalogue(insightWords);
  const { levier = "" } = useSearch({ strict: false });
  const navigate = useNavigate();
  const shown = all
    .filter(({ lever }) => levier === "" || lever === levier)
    .sort((a, b) => (b.gain.value ?? 0) - (a.gain.value ?? 0));
  const best = shown[0];
  if (all.length === 0)
    return (
      <Empty title={say.noReduction}>
        <p>{say.noReductionHelp}</p>
      </Empty>
    );
  const drawn = shown.filter(({ gain }) => gain.state === "known").slice(0, 10);
  const name = (one: Insight["reductions"][number]): string => `${one.label} (${one.site})`;
  return (
    <>
      <Select
        label={say.lever}
        value={levier}
        onChange={(value) => void navigate({ to: ".", search: (old) => ({ ...old, levier: value }), replace: true })}
        options={[
          { value: "", label: say.allLevers },
          ...Object.entries(say.levers).map(([value, label]) => ({ value, label })),
        ]}
      />
      <ChartFigure
        chart={bars({
          title: say.bestReductions,
          unit: unitWords("EUR/yr", lang),
          rows: drawn.map((one) => ({ label: name(one), measure: one.gain })),
          lang,
        })}
        sentence={say.reductionSentence(
          shown.length,
          best === undefined ? "" : `${of(best.title)}, ${name(best)}, ${shortNumber(best.gain.value ?? 0, lang)} €`,
        )}
        table={{
          name: "premieres-reductions",
          caption: say.bestReductions,
          header: [say.flow, say.gain, "min", "max"],
          rows: drawn.map((one) => [name(one), one.gain.value, one.gain.low, one.gain.high]),
        }}
      />
      <div className="scroll">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say.measure}</th>
              <th scope="col">{say.flow}</th>
              <th scope="col">{say.lever}</th>
              {[say.avoided, say.fullCost, say.visibleCost, say.gain, say.investment].map((label) => (
                <th scope="col" className="number" key={label}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, 100).map((one) => (
              <tr key={`${one.id}.${one.establishment}.${one.label}`}>
                <td>{of(one.title)}</td>
                <td>
                  {one.label} (
                  <Link
                    to="/t/$territory/entreprises/$establishment"
                    params={{ territory, establishment: one.establishment }}
                  >
                    {one.site}
                  </Link>
                  )
                </td>
                <td>{say.levers[one.lever]}</td>
                {[one.avoided, one.full_cost, one.visible_cost, one.gain, one.investment].map((figure, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
                  <td className="number" key={i}>
                    <FigureValue figure={flatFigure(figure)} interval={i === 3} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="row no-print">
        <CsvButton
          name="reductions"
          header={[say.measure, say.flow, say.site, say.lever, say.avoided, say.unit, say.gain, "min", "max"]}
          rows={shown.map((one) => [
            of(one.title),
            one.label,
            one.site,
            say.levers[one.lever],
            one.avoided.value,
            one.avoided.unit,
            one.gain.value,
            one.gain.low,
            one.gain.high,
          ])}
        />
      </p>
    </>
  );
}

function Dependence({ all }: { readonly all: Insight["dependencies"] }) {
  const { of } = useWords();
  const say = useCatalogue(insightWords);
  const shown = all.filter(({ spend }) => spend.state === "known").slice(0, 20);
  if (shown.length === 0) return null;
  return (
    <section aria-label={say.dependence}>
      <h2>{say.dependence}</h2>
      <p>{say.dependenceHelp}</p>
      <div className="scroll">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say.need}</th>
              <th scope="col">{say.site}</th>
              <th scope="col" className="number">
                {say.spend}
              </th>
              <th scope="col">{say.finding}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={`${one.establishment}.${one.label}`}>
                <td>{one.label}</td>
                <td>{one.site}</td>
                <td className="number">
                  <FigureValue figure={flatFigure(one.spend)} interval />
                </td>
                <td>{of(one.sentence)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
