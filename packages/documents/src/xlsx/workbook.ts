import type { Lang } from "@simbiosi/domain";

/**
 * A workbook as data: sheets with one table each, cells typed by their column. Strings are always text, whatever
 * sign they begin with; only a `formula` is a formula, and formulas are written by code, never by a user.
 */
export type Workbook = {
  readonly title: string;
  readonly author: string;
  readonly lang: Lang;
  /** Printed at the head of every page when there is one, and shown above every table. */
  readonly confidentiality: string | null;
  readonly sheets: readonly Sheet[];
};

export type Sheet = {
  /** At most 31 signs, none of [ ] : * ? / \ */
  readonly name: string;
  /** Lines above the table: what the sheet is for, how to read it. */
  readonly intro: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Cell[])[];
  readonly total?: readonly Cell[];
  /** Lines under the table: sources, reserves. */
  readonly notes: readonly string[];
  /** How many columns stay in sight when scrolling to the right. The header always does. */
  readonly frozenColumns: number;
};

export type SheetColumn = {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly format: Format;
  /** Shown when the mouse rests on the header. */
  readonly help?: string;
  /** The only values a cell of this column takes; a list opens in the cell. */
  readonly choices?: readonly string[];
  /** A name for the cells of the column, for formulas: letters, digits and underscores. */
  readonly name?: string;
};

export type Format =
  | { readonly kind: "text" | "integer" | "eur" | "percent" }
  /** `YYYY-MM-DD` in the cells. */
  | { readonly kind: "date" }
  /** `YYYY-MM` in the cells. */
  | { readonly kind: "month" }
  | { readonly kind: "number"; readonly unit: string | null; readonly decimals: number };

/**
 * A value, or a value with its particulars. A string in a column of numbers or dates ("inconnu") stays a string,
 * set apart by its style; null is an empty cell.
 */
export type Cell = null | string | number | FullCell;

export type FullCell = (
  | { readonly value: string | number | null }
  /** Without the equals sign. `result` is what a reader shows before computing. */
  | { readonly formula: string; readonly result: string | number | null }
) & {
  /** Instead of the column's. */
  readonly format?: Format;
  /** `input` marks what the user may change. */
  readonly emphasis?: "strong" | "muted" | "input";
  /** A name for this cell, for formulas: letters, digits and underscores. */
  readonly name?: string;
  readonly note?: string;
};

/** What decides where a table begins: known before its rows are, so that a formula of a row may name its neighbours. */
type Stamped = Pick<Workbook, "confidentiality">;
type Introduced = Pick<Sheet, "intro">;

/** Row of the header, from 1: under the stamp and the introduction, with a blank line between. */
export function headerRow(workbook: Stamped, sheet: Introduced): number {
  const above = sheet.intro.length + (workbook.confidentiality === null ? 0 : 1);
  return above === 0 ? 1 : above + 2;
}

/** Letters of a column, from 0: A, B, … Z, AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

/** Where the cell of a row and a column (both from 0, the header apart) stands in its own sheet: "C7". */
export const address = (workbook: Stamped, sheet: Introduced, row: number, column: number): string =>
  `${columnLetters(column)}${headerRow(workbook, sheet) + 1 + row}`;

/** The cells of a column, for a formula of any sheet: "'Flux'!$C$5:$C$40". A table without rows has one blank cell. */
export function columnRange(workbook: Workbook, sheet: Sheet, column: number): string {
  const [letters, first] = [columnLetters(column), headerRow(workbook, sheet) + 1];
  const last = first + Math.max(1, sheet.rows.length) - 1;
  return `${quoted(sheet.name)}!$${letters}$${first}:$${letters}$${last}`;
}

export const quoted = (sheetName: string): string => `'${sheetName.replaceAll("'", "''")}'`;
