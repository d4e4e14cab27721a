import type { ReactNode } from "react";
import { Button } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { actionWords } from "./words.ts";

type Column<R> = {
  readonly name: string;
  readonly look?: "number" | "wide";
  /** The field of a row, labelled for who does not see the table. */
  readonly cell: (row: R, change: (fields: Partial<R>) => void, label: string) => ReactNode;
};

/** Rows that are added, changed and taken away in place. */
export function Rows<R>({
  title,
  rows,
  columns,
  nameOf,
  none,
  add,
  blank,
  onChange,
}: {
  readonly title: string;
  readonly rows: readonly R[];
  readonly columns: readonly Column<R>[];
  readonly nameOf: (row: R) => string;
  readonly none: string;
  readonly add: string;
  readonly blank: R;
  readonly onChange: (rows: R[]) => void;
}) {
  const say = useCatalogue(actionWords);
  return (
    <>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="soft">{none}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <section className="scroll" tabIndex={0} aria-label={title}>
          <table className="editor">
            <thead>
              <tr>
                {columns.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
                <th scope="col" className="no-print">
                  <span className="only-read">{say.remove}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row being typed has no other name
                <tr key={at}>
                  {columns.map(({ name, look, cell }) => (
                    <td key={name} className={look ?? ""}>
                      {cell(
                        row,
                        (fields) => onChange(rows.map((one, i) => (i === at ? { ...one, ...fields } : one))),
                        `${name}, ${title} ${at + 1}`,
                      )}
                    </td>
                  ))}
                  <td className="no-print">
                    <Button
                      look="quiet"
                      aria-label={say.removeRow(nameOf(row))}
                      onPress={() => onChange(rows.filter((_, i) => i !== at))}
                    >
                      ✕
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <div className="after-table no-print">
        <Button onPress={() => onChange([...rows, blank])}>{add}</Button>
      </div>
    </>
  );
}
