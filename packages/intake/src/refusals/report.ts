import { problem, type RefusedRow } from "@simbiosi/domain";
import type { Refusal } from "./refusal.ts";
import { refusalSentences } from "./sentences.ts";

/** Where something was read: a sheet (or file, or JSON list), its row from 1, the header as it stands there. */
export type Place = { readonly sheet: string; readonly row: number | null; readonly column: string | null };

/** Enough to correct a file by; a report of millions of lines helps nobody and fills the memory. */
const MAX_REFUSED = 20_000;
const MAX_SHOWN = 200;

/** The words of a value cut to what a table can show. */
export const shownValue = (value: string): string =>
  value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value;

/** Makes the reported row: both sentences filled, the value found cut to what a table can show. */
export function refusedRow(place: Place, value: string | null, { code, values }: Refusal, kept: boolean): RefusedRow {
  const shown = value === null ? null : shownValue(value);
  const { fr, en } = sentencesOf(code, shown ?? "", place.column ?? "", values);
  return { ...place, value: shown, code, fr, en, kept };
}

type Sentences = { readonly fr: string; readonly en: string };
/** A hostile file of a few hundred kilobytes has a hundred thousand rows that lack the same: one sentence serves them. */
const known = new Map<string, Sentences>();
const MAX_KNOWN = 500;

function sentencesOf(code: Refusal["code"], value: string, column: string, values: Refusal["values"]): Sentences {
  const key = value.length + column.length < 100 ? JSON.stringify([code, value, column, values]) : undefined;
  const before = key === undefined ? undefined : known.get(key);
  if (before !== undefined) return before;
  const fill = (lang: "fr" | "en"): Record<string, string> => ({
    value,
    column,
    ...Object.fromEntries(Object.entries(values).map(([k, v]) => [k, typeof v === "string" ? v : v[lang]])),
  });
  const sentence = refusalSentences[code];
  const made = {
    fr: problem(code, sentence, fill("fr")).message.fr,
    en: problem(code, sentence, fill("en")).message.en,
  };
  if (key !== undefined) {
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(key, made);
  }
  return made;
}

/**
 * Puts the reported rows in the order of the file (sheets as met, then rows) and keeps the first {@link MAX_REFUSED};
 * the number left out is itself reported.
 */
export function orderedReport(rows: readonly RefusedRow[]): RefusedRow[] {
  const sheets = new Map<string, number>();
  for (const { sheet } of rows) if (!sheets.has(sheet)) sheets.set(sheet, sheets.size);
  const rank = (row: RefusedRow): number => sheets.get(row.sheet) ?? 0;
  const ordered = rows.toSorted((a, b) => rank(a) - rank(b) || (a.row ?? 0) - (b.row ?? 0));
  if (ordered.length <= MAX_REFUSED) return ordered;
  const rest = String(ordered.length - MAX_REFUSED);
  const place = { sheet: ordered[MAX_REFUSED]?.sheet ?? "", row: null, column: null };
  return [
    ...ordered.slice(0, MAX_REFUSED),
    refusedRow(place, rest, { code: "REFUSALS_BEYOND_LIMIT", values: {} }, false),
  ];
}
