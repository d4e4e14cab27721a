import { csvText, type Lang, type TableCell } from "@simbiosi/domain";

/** Rows as a CSV that a spreadsheet of this language opens as it is, in which no cell is ever a formula. */
export const csvOf = (header: readonly string[], rows: readonly (readonly TableCell[])[], lang: Lang): Blob =>
  new Blob([csvText(header, rows, lang)], { type: "text/csv;charset=utf-8" });
