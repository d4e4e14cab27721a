import { fold } from "@simbiosi/domain";
import { isEmpty, wordsOf } from "../cells/cell.ts";
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
  const cellAt = (index: number) => row.cells[index] ?? null;
  const has = (key: string): boolean =>
    columns.some(({ target, index }) => target.is === "field" && target.field.key === key && !isEmpty(cellAt(index)));
  const same = columns.filter(
    ({ header, index }) => !isEmpty(cellAt(index)) && foldKey(wordsOf(cellAt(index))) === foldKey(header),
  );
  const filled = row.cells.filter((cell) => !isEmpty(cell));
  if (same.length >= 3 && same.length === filled.length) return "HEADER_REPEATED";
  if (has("id")) return undefined;
  const first = filled.find((cell) => typeof cell === "string");
  if (first === undefined || !total.test(fold(wordsOf(first)))) return undefined;
  const exact = /^(grand |sous )?(total|totaux|somme|subtotal|sum)( general| generaux)?$/.test(fold(wordsOf(first)));
  const complete = required.every(has) && (required.length > 1 || has("siret") || has("naf") || has("insee"));
  return complete && !exact ? undefined : "TOTALS_ROW";
}

/** The words that show which row was skipped. */
export const firstWords = (row: SheetRow): string => wordsOf(row.cells.find((cell) => !isEmpty(cell)) ?? null);
