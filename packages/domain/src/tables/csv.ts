import type { Lang } from "../text/text.ts";
import { inert } from "./inert.ts";

/** What a cell of a table holds; a day is `YYYY-MM-DD`. */
export type TableCell = string | number | boolean | null;

type Dialect = {
  readonly separator: string;
  readonly decimal: string;
  readonly truth: readonly [yes: string, no: string];
};

/**
 * The two dialects of every CSV: what a spreadsheet of that language opens with a double click. UTF-8 with its mark,
 * lines ended by CR LF, fields quoted as RFC 4180 does, days as `YYYY-MM-DD`, words made {@link inert}.
 */
export const csvDialects: Readonly<Record<Lang, Dialect>> = {
  fr: { separator: ";", decimal: ",", truth: ["VRAI", "FAUX"] },
  en: { separator: ",", decimal: ".", truth: ["TRUE", "FALSE"] },
};

/** One field of a line: quoted when a reader would cut it, or drop the spaces around it. */
export const csvField = (words: string): string =>
  /[;,"\n\r\t|]/.test(words) || words !== words.trim() ? `"${words.replaceAll('"', '""')}"` : words;

/** A table as CSV. Numbers are numbers, negative ones too; everything else is words, and inert. */
export function csvText(
  header: readonly string[],
  rows: readonly (readonly TableCell[])[],
  lang: Lang,
  write: (words: string, column: number) => string = inert,
): string {
  const { separator, decimal, truth } = csvDialects[lang];
  const cell = (value: TableCell, column: number): string => {
    if (value === null) return "";
    if (typeof value === "string") return csvField(write(value, column));
    if (typeof value === "boolean") return truth[value ? 0 : 1];
    if (!Number.isFinite(value)) return "";
    return String(value).replace(".", decimal);
  };
  const line = (cells: readonly TableCell[]): string => `${cells.map(cell).join(separator)}\r\n`;
  return `\ufeff${line(header)}${rows.map(line).join("")}`;
}
