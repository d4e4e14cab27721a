import { fold } from "@simbiosi/domain";
import { type Cell, isEmpty, wordsOf } from "../cells/cell.ts";
import type { RefusalCode } from "../refusals/sentences.ts";
import { foldKey } from "../vocabulary/fold-key.ts";
import type { Column } from "./columns.ts";
import type { SheetRow } from "./sheet.ts";

const total =
  /^(grand |sous )?(total|totaux|totals?|subtotal|somme|sum|cumul)( general| generaux)?( (de|des|du|par|of|annuel|flux|t|tonnes)\b.*)?$/;

/**
 * Why a row is no data: it adds the others up, or repeats the headers. A row that carries its own id is data whatever
 * its words, and so is one that has all that its table requires: "Total Bois fictif" is a company.
 */
export function skipped(
  row: SheetRow,
  columns: readonly Column[],
  required: readonly string[],
): RefusalCode | undefined {
  const cellAt = (index: number): Cell => row.cells[index] ?? null;
  const has = (key: string): boolean =>
    columns.some(({ target, index }) => target.is === "field" && target.field.key === key && !isEmpty(cellAt(index)));
  if (repeats(row, columns)) return "HEADER_REPEATED";
  if (has("id")) return undefined;
  const first = row.cells.find((cell) => typeof cell === "string" && !isEmpty(cell));
  // Three letters tell most rows apart before their words are folded.
  if (first === undefined || !/^\W*(grand|sous|tot|sub|som|sum|cum)/i.test(wordsOf(first))) return undefined;
  const words = fold(wordsOf(first));
  if (!total.test(words)) {
    // "Total Alpha" below the flows of Alpha names no flow; with a flow beside it, it is a company.
    const lacking = required.length > 1 && !has("label");
    return lacking && /^(grand |sous )?(total|totaux|somme|subtotal) /.test(words) ? "TOTALS_ROW" : undefined;
  }
  const exact = /^(grand |sous )?(total|totaux|somme|subtotal|sum)( general| generaux)?$/.test(words);
  const complete = required.every(has) && (required.length > 1 || has("siret") || has("naf") || has("insee"));
  return complete && !exact ? undefined : "TOTALS_ROW";
}

/** Whether every cell of a row, three at least, says what the header above it says. */
function repeats({ cells }: SheetRow, columns: readonly Column[]): boolean {
  let same = 0;
  for (const { header, index } of columns) {
    const cell = cells[index] ?? null;
    if (isEmpty(cell)) continue;
    if (typeof cell !== "string" || foldKey(cell) !== foldKey(header)) return false;
    same++;
  }
  return same >= 3;
}

/** The words that show which row was skipped. */
export const firstWords = (row: SheetRow): string => wordsOf(row.cells.find((cell) => !isEmpty(cell)) ?? null);
