import type { Cell } from "../cells/cell.ts";
import { establishmentFields } from "../fields/establishment-fields.ts";
import { flowFields } from "../fields/flow-fields.ts";
import type { Sheet } from "../tables/sheet.ts";
import { parseMeasure } from "../vocabulary/units.ts";
import { evidenceFor, sampleOf, tellingContent } from "./content-tests.ts";
import { likenesses, yearIn } from "./header-similarity.ts";

/** A column whose header is not the model's, and what it most likely means, from 0 to 1. */
export type Recognised = { readonly index: number; readonly meaning: string; readonly confidence: number };

/** From here on a column is read as what it seems to be, and said to be; below, it is only proposed. */
export const READ_FROM = 0.7;
const PROPOSED_FROM = 0.35;

type Unnamed = { readonly index: number; readonly header: string };

/** Meanings that exclude each other in one table. */
const slotOf = (meaning: string): string =>
  meaning.startsWith("label") ? "label" : /^(outlet|route|supplier)$/.test(meaning) ? "outlet" : meaning;

/**
 * The most likely meaning of columns whose headers are not the model's, by the likeness of the header and by what the
 * cells hold. Each meaning goes to one column, the surest first; ties go to the latest year ("Tonnage 2024",
 * "Tonnage 2025"), then to the leftmost.
 *
 * @param taken meanings that columns of the model, or a person, hold already
 */
export function recognise(
  sheet: Sheet,
  table: "establishments" | "flows",
  lastRow: number,
  columns: readonly Unnamed[],
  taken: ReadonlySet<string>,
): Recognised[] {
  const candidates = columns.flatMap(({ index, header }) => {
    const cells = sampleOf(sheet, index, lastRow);
    const year = yearIn(header) ?? 0;
    return meaningsOf(table, header, cells).map(({ meaning, score }) => ({ index, meaning, confidence: score, year }));
  });
  const slots = new Set([...taken].map(slotOf));
  if ([...taken].some((key) => key.startsWith("month "))) slots.add("months");
  const done = new Set<number>();
  const found: Recognised[] = [];
  const surest = candidates.toSorted(
    (a, b) => b.confidence - a.confidence || b.year - a.year || a.index - b.index || (a.meaning < b.meaning ? -1 : 1),
  );
  for (const candidate of surest) {
    if (candidate.confidence < PROPOSED_FROM) break;
    if (done.has(candidate.index) || slots.has(slotOf(candidate.meaning))) continue;
    done.add(candidate.index);
    slots.add(slotOf(candidate.meaning));
    found.push({ index: candidate.index, meaning: candidate.meaning, confidence: candidate.confidence });
  }
  return found.toSorted((a, b) => a.index - b.index);
}

/** Every meaning that a column may have with its score, header and content weighed together. */
export function meaningsOf(
  table: "establishments" | "flows",
  header: string,
  cells: readonly Cell[],
): { meaning: string; score: number }[] {
  const told = tellingContent(table, cells);
  const scores = new Map<string, number>();
  for (const { meaning, score } of likenesses(table, header)) {
    if (misleads(meaning, header)) continue;
    const { share, looked } = evidenceFor(meaning, cells);
    const agreed = looked === 0 ? score * 0.9 : share < 0.5 ? score * 0.5 : score * (0.75 + 0.25 * share);
    scores.set(meaning, doubtfulBrackets(meaning, header) ? agreed * 0.6 : agreed);
  }
  // "m3/an" alone above figures is the quantity, and so is "2025 (t)".
  const measure = parseMeasure(header.replace(/\b20\d\d\b/, " ").replace(/[()[\]]/g, " "));
  if (table === "flows" && (measure?.unit ?? null) !== null && evidenceFor("quantity", cells).share >= 0.5)
    scores.set("quantity", Math.max(0.85, scores.get("quantity") ?? 0));
  if (told !== undefined) scores.set(told.meaning, Math.max(told.score, scores.get(told.meaning) ?? 0));
  return [...scores].map(([meaning, score]) => ({ meaning, score: Math.min(1, score) }));
}

/** Money per year is no unit cost, money or a share is no quantity, and how often a bin is emptied no period of one. */
function misleads(meaning: string, header: string): boolean {
  if (meaning === "unit_cost_eur") return /annuel|\ban\b|total|k\s?€|mensuel|\/\s*mois|par mois/i.test(header);
  if (meaning === "period")
    return /collecte|enl[eè]vement|passage|ramassage|livraison|vidage|collection|pick.?up/i.test(header);
  return meaning === "quantity" && /€|%|\beur/i.test(header);
}

/** Brackets that are not understood may change what a column means by a thousand: bins, hectares, thousands. */
function doubtfulBrackets(meaning: string, header: string): boolean {
  const brackets = /[([]\s*([^()[\]]*?)\s*[)\]]/.exec(header)?.[1] ?? "";
  if (brackets === "" || /^(estim|approx|environ|annuel|total|indicati|\d{4}$)/i.test(brackets)) return false;
  return hints.get(meaning.replace(/^owner:/, ""))?.(brackets) === false;
}

const hints = new Map([...establishmentFields, ...flowFields].map(({ key, hint }) => [key, hint] as const));
