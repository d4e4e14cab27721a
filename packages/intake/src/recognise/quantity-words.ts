import { type Cell, wordsOf } from "../cells/cell.ts";
import { parseNumber, splitMeasure } from "../cells/number.ts";
import { parseScaled, type ScaledMeasure } from "../vocabulary/units.ts";

/** A quantity as a cell says it; `spread` is half the width of a range. */
export type SaidQuantity = { readonly value: number; readonly spread: number; readonly measure: ScaledMeasure };
const nothing: ScaledMeasure = { unit: null, period: null, times: 1 };

const range =
  /^(?:entre\s+|de\s+|between\s+)?(\d[\d\s.,'’]*?)\s*(\p{L}{1,3}³?²?)?\s*(?:-|–|—|à|a|et|to|and)\s*(\d[\d\s.,'’]*?)\s*(\p{L}.*)?$/iu;

/**
 * `42`, `1 234,5 t/an`, `10-15 t`, `entre 10 et 15 tonnes`. About, more than, less than and words are no quantity:
 * undefined.
 */
export function quantityWords(cell: Cell): SaidQuantity | undefined {
  if (typeof cell === "number") return Number.isFinite(cell) ? { value: cell, spread: 0, measure: nothing } : undefined;
  if (typeof cell !== "string") return undefined;
  const words = wordsOf(cell).replace(/^['’](?=\d)/, ""); // the mark by which a spreadsheet is told that these are words
  const plain = parseNumber(words);
  if (plain !== undefined) return { value: plain, spread: 0, measure: nothing };
  const parts = splitMeasure(words);
  const measure = parts === undefined ? undefined : parseScaled(parts.rest);
  if (parts !== undefined && measure !== undefined) return { value: parts.value, spread: 0, measure };
  const [, from, fromUnit, to, rest] = range.exec(words) ?? [];
  const [low, high] = [parseNumber(from ?? ""), parseNumber(to ?? "")];
  if (low === undefined || high === undefined || low < 0 || low >= high) return undefined;
  const behind = rest === undefined ? nothing : parseScaled(rest);
  if (behind === undefined) return undefined;
  const before = fromUnit === undefined ? nothing : parseScaled(fromUnit);
  if (before === undefined || (before.unit !== null && before.unit !== behind.unit)) return undefined;
  return { value: (low + high) / 2, spread: (high - low) / 2, measure: behind };
}
