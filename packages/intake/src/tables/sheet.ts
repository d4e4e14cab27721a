import { type Cell, clean } from "../cells/cell.ts";

/** A rectangle of merged cells, rows and columns from 1 and 0 as in {@link Sheet}; both ends included. */
export type Merge = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

/** A sheet of a workbook, or a CSV file, as it was found. */
export type Sheet = {
  readonly name: string;
  /** Rows that hold something, in order; `number` counts from 1 as the spreadsheet shows it. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  /** The workbook hides it. */
  readonly hidden?: boolean;
  /** Its companies were columns: what is here a row was a column, A being row 1. */
  readonly turned?: boolean;
  /** A carrier without types: words must be unmarked, and a number kept aside told from words by its form. */
  readonly untyped: boolean;
  /** How many rows were looked at before a long sheet was given up, none or hardly any of them being readable. */
  readonly givenUpAfter?: number;
  /** First row that the limits left unread, wholly or in part; null when all was read. */
  readonly beyond: Beyond;
};

export type Beyond = Readonly<Record<"rows" | "columns" | "cells" | "idle", number | null>>;
export const nothingBeyond: Beyond = { rows: null, columns: null, cells: null, idle: null };

/** Looks at the first rows of a long sheet: how many companies and flows they give, read as the whole will be. */
export type Glance = (first: Sheet) => number;

export type SheetRow = { readonly number: number; readonly cells: readonly Cell[] };

/** Column names as spreadsheets show them: 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(index: number): string {
  let letters = "";
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

export const headerWords = (cell: Cell | undefined): string =>
  typeof cell === "string" ? clean(cell).replace(/\s+/g, " ") : typeof cell === "number" ? String(cell) : "";

/** What one file may hold; more is left unread and reported. */
export type Limits = {
  /** Bytes of a compressed file (workbook, zip). */
  readonly fileBytes: number;
  /** Bytes of everything inside it, or of a text file. */
  readonly inflatedBytes: number;
  readonly entries: number;
  readonly rows: number;
  readonly columns: number;
  /** Cells of one sheet that hold something. */
  readonly cells: number;
  /** Elements of a sheet, one after the other, that give no row: empty cells, or what stands beyond the other limits. */
  readonly idle: number;
};

export const defaultLimits: Limits = {
  fileBytes: 50 * 1024 * 1024,
  inflatedBytes: 300 * 1024 * 1024,
  entries: 10_000,
  rows: 200_000,
  columns: 500,
  cells: 10_000_000,
  idle: 500_000,
};
