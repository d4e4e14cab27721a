import { csvField, csvText, type Inventory, type Lang, type RefusedRow } from "@simbiosi/domain";
import { type Cell, wordsOf } from "../cells/cell.ts";
import { frenchNumber } from "../cells/number.ts";
import { tablesOf } from "../tables/write-tables.ts";
import { marked } from "./quoting.ts";

/** A file of a CSV folder. The text has no byte-order mark: it is UTF-8 as it is. */
export type CsvFile = { readonly name: string; readonly text: string };

function csvCell(cell: Cell, aside: boolean): string {
  if (typeof cell === "number") return frenchNumber(cell); // never marked: -3 is a number, not a formula
  return csvField(typeof cell === "string" ? marked(cell, aside) : wordsOf(cell));
}

const line = (cells: readonly string[]): string => `${cells.join(";")}\r\n`;

/**
 * The CSV carrier: `territoire.csv`, `etablissements.csv`, `flux.csv`; UTF-8, semicolons, decimal commas, ISO dates,
 * words that a spreadsheet would run as a formula marked with an apostrophe.
 */
export const writeCsv = (inventory: Inventory): CsvFile[] =>
  tablesOf(inventory).map(({ file, columns, rows }) => ({
    name: file,
    text: [
      line(columns.map(({ header }) => csvCell(header, false))),
      ...rows.map((cells) => line(cells.map((cell, i) => csvCell(cell, columns[i]?.aside === true)))),
    ].join(""),
  }));

const heads: Readonly<Record<Lang, readonly string[]>> = {
  fr: ["Feuille", "Ligne", "Colonne", "Valeur trouvée", "Code", "Que faire", "Ligne gardée"],
  en: ["Sheet", "Row", "Column", "Value found", "Code", "What to do", "Row kept"],
};
const yesNo: Readonly<Record<Lang, readonly [yes: string, no: string]>> = { fr: ["oui", "non"], en: ["yes", "no"] };

/**
 * What was not understood, as a CSV to read in a spreadsheet of that language. Unlike the files of an inventory it begins
 * with a byte-order mark: a person opens it, and Excel needs the mark to show accents.
 */
export const refusedRowsCsv = (rows: readonly RefusedRow[], lang: Lang): string =>
  csvText(
    heads[lang],
    rows.map(({ sheet, row, column, value, code, fr, en, kept }) => [
      sheet,
      row,
      column,
      value,
      code,
      lang === "fr" ? fr : en,
      yesNo[lang][kept ? 0 : 1],
    ]),
    lang,
  );
