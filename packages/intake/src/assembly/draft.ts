import type { Extra, RefusedRow } from "@simbiosi/domain";
import { clean, plainKey } from "../cells/cell.ts";
import { type Refusal, refuse } from "../refusals/refusal.ts";
import { refusedRow } from "../refusals/report.ts";
import type { RefusalCode } from "../refusals/sentences.ts";

type Scalar = Extra[string];

/**
 * One row being read, from whatever carrier: the values understood so far by key, what is kept aside, and what was
 * refused. `columns` gives the header (or JSON path) of a key, for the report.
 */
export type Draft = {
  readonly sheet: string;
  readonly row: number | null;
  readonly values: Map<string, unknown>;
  /** What a row of flows tells of its establishment, by the establishment's keys. */
  readonly owner: Map<string, unknown>;
  readonly extra: Map<string, Scalar>;
  readonly refused: RefusedRow[];
  readonly columns: (key: string) => string | null;
};

export const draft = (sheet: string, row: number | null, columns: Draft["columns"]): Draft => ({
  sheet,
  row,
  values: new Map(),
  owner: new Map(),
  extra: new Map(),
  refused: [],
  columns,
});

/** Reports one value of the row by its column. */
export function report(to: Draft, column: string | null, value: string | null, refusal: Refusal, kept = true): void {
  to.refused.push(refusedRow({ sheet: to.sheet, row: to.row, column }, value, refusal, kept));
}

/** Reports a value by its key, when the carrier's own column name must be found. */
export function reportKey(to: Draft, key: string, value: string | null, code: RefusalCode, kept = true): void {
  report(to, to.columns(key), value, refuse(code).problem, kept);
}

/** A spreadsheet's limit for a header. */
const MAX_NAME = 255;

/** Keeps words aside under a name; a name taken already gets a number, for nothing read is dropped. */
export function keepAside(to: Draft, name: string, value: Scalar): void {
  if (value === null || value === "") return;
  const base = plainKey(clean(name.slice(0, MAX_NAME)).replace(/\s+/g, " ")) || "Sans nom";
  let key = base;
  for (let n = 2; to.extra.has(key); n++) key = `${base} (${n})`;
  to.extra.set(key, value);
}

/** What was kept aside as a row holds it: null when nothing was. */
export const extraOf = ({ extra }: Draft): Extra | null => (extra.size > 0 ? Object.fromEntries(extra) : null);
