import { type Draft, draft, keepAside, report } from "../assembly/draft.ts";
import { type Cell, isEmpty, MAX_TEXT, wordsOf } from "../cells/cell.ts";
import { unmarked } from "../csv/quoting.ts";
import type { Field } from "../fields/field.ts";
import { keptOf } from "../fields/kind.ts";
import { type Refusal, refuse } from "../refusals/refusal.ts";
import { typed, unpack } from "./aside.ts";
import type { Column } from "./columns.ts";
import type { Sheet, SheetRow } from "./sheet.ts";

/** A row being read: its draft, and the cells that the fields of the table still have to read. */
export type OpenRow = {
  readonly row: Draft;
  readonly cells: ReadonlyMap<string, OpenCell>;
  /** Columns of one quality each, by its key. */
  readonly qualities: ReadonlyMap<string, OpenCell>;
};
export type OpenCell = { readonly cell: Cell; readonly header: string; readonly hint: string };

/** Key under which the month columns stand among the cells: `month 0` … `month 11`. */
export const monthKeys: readonly string[] = Array.from({ length: 12 }, (_, month) => `month ${month}`);

/** Opens the rows of a sheet: what is kept aside is put there at once, the rest waits by its key. */
export function rowOpener(sheet: Sheet, columns: readonly Column[]): (row: SheetRow) => OpenRow {
  const headers = new Map<string, string>();
  for (const { target, header } of columns) if (target.is === "field") headers.set(target.field.key, header);
  const headerOf = (key: string): string | null => headers.get(key) ?? null;
  return (row) => openRow(sheet, columns, headerOf, row);
}

function openRow(
  sheet: Sheet,
  columns: readonly Column[],
  headerOf: (key: string) => string | null,
  { number, cells }: SheetRow,
): OpenRow {
  const row = draft(sheet.name, number, headerOf);
  const open = new Map<string, OpenCell>();
  const qualities = new Map<string, OpenCell>();
  for (const { index, header, target } of columns) {
    const found = cells[index] ?? null;
    if (isEmpty(found)) continue;
    if (target.is === "extra") aside(row, sheet, target.name, header, found);
    else if (target.is === "packed") packed(row, header, found);
    else {
      const cell = sheet.untyped && typeof found === "string" ? unmarked(found).words : found;
      if (target.is === "owner") {
        ofOwner(row, { cell, header, hint: "" }, target.field);
        continue;
      }
      if (target.is === "quality") {
        qualities.set(target.key, { cell, header, hint: "" });
        continue;
      }
      const hint = target.is === "field" ? target.hint : "";
      const key =
        target.is === "field" ? target.field.key : target.is === "month" ? (monthKeys[target.month] ?? "") : target.is;
      open.set(key, { cell, header, hint });
    }
  }
  return { row, cells: open, qualities };
}

/** Reads something of the establishment that has the flow. */
function ofOwner(row: Draft, open: OpenCell, { key, kind }: Field): void {
  const reading = kind.fromCell(open.cell);
  if (!reading.ok) refuseCell(row, open, reading.problem);
  else if (reading.value !== null) row.owner.set(key, reading.value);
}

/** Puts a cell aside under a name, with its type; words that no carrier can take back whole are reported. */
export function aside(row: Draft, sheet: Sheet, name: string, header: string, cell: Cell): void {
  if (cell !== null && typeof cell === "object" && "uncached" in cell) {
    report(row, header, null, refuse("FORMULA_WITHOUT_VALUE").problem);
    return;
  }
  const words = typeof cell === "string" && sheet.untyped ? unmarked(cell) : undefined;
  const value = words === undefined ? keptOf(cell) : words.literal ? words.words : typed(words.words.trim());
  if (typeof cell === "string" && cell.length > MAX_TEXT)
    report(row, header, wordsOf(cell), refuse("TEXT_TOO_LONG", { limit: String(MAX_TEXT) }).problem);
  keepAside(row, name, typeof value === "string" ? keptOf(value) : value);
}

function packed(row: Draft, header: string, cell: Cell): void {
  const entries = unpack(wordsOf(cell));
  if (entries === undefined) keepAside(row, header, keptOf(cell));
  else for (const [name, value] of entries) keepAside(row, name, value);
}

/** Reports a cell that was not understood and keeps its words aside under its header. */
export function refuseCell(row: Draft, { cell, header }: OpenCell, refusal: Refusal): void {
  const lost = cell !== null && typeof cell === "object" && "uncached" in cell; // there is nothing to show or to keep
  report(row, header, lost ? null : wordsOf(cell), refusal);
  if (!lost) keepAside(row, header, keptOf(cell));
}

/** Reads one field of an open row as its kind does. */
export function readField({ row, cells }: OpenRow, { key, kind }: Field): void {
  const open = cells.get(key);
  if (open === undefined) return;
  const reading = kind.fromCell(open.cell);
  if (!reading.ok) refuseCell(row, open, reading.problem);
  else if (reading.value !== null) row.values.set(key, reading.value);
}
