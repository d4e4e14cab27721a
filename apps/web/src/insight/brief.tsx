import { bars } from "@simbiosi/charts";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Fragment } from "react";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { ChartFigure, CsvButton, PlainTable } from "../ui/chart.tsx";
import { shortNumber, unitWords } from "../ui/figure.tsx";
import { Badge, Empty, Note } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { briefWords } from "./brief-words.ts";
import { totalsQuery } from "./queries.ts";
import { insightWords } from "./words.ts";

/** The territory for who answers for it: totals under secrecy, stakes, and never a company's number. */
export function Brief() {
  const { territory } = useHere();
  const { of, lang, number } = useWords();
  const say = useCatalogue(briefWords);
  const stakeWords = useCatalogue(insightWords);
  useTitle(say.title);
  const {
    data: { totals },
  } = useSuspenseQuery(totalsQuery(territory));
  if (totals === null) return <Empty title={say.title}>{say.nothing}</Empty>;
  const { counts, rule } = totals;
  return (
    <>
      <h1>{say.title}</h1>
      <p>{say.help}</p>
      <Note>{say.rule(rule.units, Math.round(rule.share * 100))}</Note>
      <section aria-label={say.counts} className="cards">
        {(["establishments", "flows", "leads"] as const).map((key) => (
          <div className="card" key={key}>
            <div className="kpi">{number(counts[key])}</div>
            <div className="soft">{say[key]}</div>
          </div>
        ))}
      </section>
      <section aria-label={say.plan}>
        <h2>{say.plan}</h2>
        <dl className="facts">
          {totals.totals.map(({ label, unit, told }) => (
            <Fragment key={label.fr}>
              <dt>{of(label)}</dt>
              <dd>
                {told === null ? (
                  <span className="soft">{say.hiddenHelp}</span>
                ) : (
                  <>
                    <strong>
                      {shortNumber(told.value, lang)} {unitWords(unit, lang)}
                    </strong>{" "}
                    <small className="soft">
                      ({shortNumber(told.low, lang)} – {shortNumber(told.high, lang)})
                    </small>
                  </>
                )}
              </dd>
            </Fragment>
          ))}
        </dl>
        <CsvButton
          name="plan-totaux"
          header={[say.measure, say.value, "min", "max", say.unit]}
          rows={totals.totals.map(({ label, unit, told }) => [
            of(label),
            told?.value ?? say.hidden,
            told?.low ?? null,
            told?.high ?? null,
            unit,
          ])}
        />
      </section>
      <section aria-label={say.tables}>
        <h2>{say.tables}</h2>
        {totals.tables.map((table) => {
          const cells = table.cells.flat();
          const header = [`${say.nature} (${unitWords(table.unit, lang)})`, ...table.columns.map(of)];
          const rows = table.cells.map((line, i) => [
            of(table.rows[i] ?? { fr: say.all, en: say.all }),
            ...line.map((cell) => (cell === null ? say.hidden : Number(cell.toPrecision(3)))),
          ]);
          const caption = of(table.title);
          // What is hidden is said in the sentence and the table; a bar of it would be a lie.
          const drawn = table.cells.slice(0, -1).flatMap((line, i) => {
            const value = line.at(-1) ?? null;
            const label = of(table.rows[i] ?? { fr: "", en: "" });
            return value === null
              ? []
              : [{ label, measure: { state: "known" as const, value, low: value, high: value } }];
          });
          const sentence = say.told(
            caption,
            cells.filter((cell) => cell !== null && cell > 0).length,
            cells.filter((cell) => cell === null).length,
          );
          const key = `${table.title.fr} ${table.unit}`;
          return (
            <section key={key}>
              <h3>{caption}</h3>
              {drawn.length > 0 ? (
                <ChartFigure
                  chart={bars({ title: caption, unit: unitWords(table.unit, lang), rows: drawn, lang })}
                  sentence={sentence}
                  table={{ name: "ressources", caption, header, rows }}
                />
              ) : (
                <>
                  <p>{sentence}</p>
                  <PlainTable caption={caption} header={header} rows={rows} />
                </>
              )}
            </section>
          );
        })}
      </section>
      <section aria-label={say.stakes}>
        <h2>{say.stakes}</h2>
        <ul className="plain">
          {totals.stakes.map(({ id, title, documented }) => (
            <li key={id}>
              {of(title)}{" "}
              <Badge tone={documented ? "good" : "doing"}>
                {documented ? stakeWords.isDocumented : stakeWords.toDocument}
              </Badge>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
