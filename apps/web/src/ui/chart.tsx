import type { ReactNode } from "react";
import { useWords } from "../words/words.tsx";
import { csvOf } from "./csv.ts";
import { Drawing } from "./drawing.tsx";
import { Button } from "./index.tsx";
import { saveAs } from "./save-as.ts";

type Cell = string | number | null;
type Table = {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

/** Rows with their header, right-aligned where they are numbers, and the same as a CSV. */
export function PlainTable({
  header,
  rows,
  caption,
}: Omit<Table, "name"> & {
  readonly caption: string;
}) {
  const { number, words } = useWords();
  const numeric = header.map((_, column) => rows.some((row) => typeof row[column] === "number"));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="scroll" tabIndex={0} aria-label={caption}>
      <table className="list">
        <caption className="only-read">{caption}</caption>
        <thead>
          <tr>
            {header.map((words, column) => (
              <th scope="col" key={words} className={numeric[column] ? "number" : ""}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name and do not move
            <tr key={line}>
              {row.map((cell, column) => (
                <td key={header[column]} className={numeric[column] ? "number" : ""}>
                  {cell === null ? words.app.none : typeof cell === "number" ? number(cell, 2) : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export const CsvButton = ({ name, header, rows, of }: Table & { readonly of?: string }) => {
  const { lang, words } = useWords();
  return (
    <Button onPress={() => saveAs(`${name}.csv`, csvOf(header, rows, lang))}>
      {of === undefined ? words.app.download : `${words.app.download} : ${of}`} (CSV)
    </Button>
  );
};

/** A chart as every chart is: the drawing, a sentence that says it, its table and its CSV. */
export function ChartFigure({
  chart,
  sentence,
  table,
}: {
  readonly chart: { readonly svg: string; readonly alt: string };
  readonly sentence: ReactNode;
  readonly table: Table & { readonly caption: string };
}) {
  const { words } = useWords();
  return (
    <figure className="chart">
      <figcaption>{sentence}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="scroll" tabIndex={0} aria-label={`${words.app.chart} : ${table.caption}`}>
        <Drawing chart={chart} />
      </section>
      <details>
        <summary>{words.app.table}</summary>
        <PlainTable {...table} />
      </details>
      <div className="row no-print">
        <CsvButton {...table} />
      </div>
    </figure>
  );
}
