import type { RefusedRow } from "@simbiosi/domain";
import { type Cell, isEmpty, wordsOf } from "../cells/cell.ts";
import { isDitto } from "../recognise/ditto.ts";
import { refuse } from "../refusals/refusal.ts";
import { refusedRow } from "../refusals/report.ts";
import type { Column } from "./columns.ts";
import type { Sheet, SheetRow } from "./sheet.ts";

/** What rows leave unsaid because the row above says it, brought back into each of them. Rows must come in order. */
export type Completed = { readonly row: (row: SheetRow) => SheetRow; readonly reports: () => RefusedRow[] };

/**
 * Completes rows with what stands above: an establishment merged over its flows, "idem" and ditto marks, and, in a
 * table whose establishment column was recognised and not named as in the model, a name written once over its rows.
 * The last two are reported, once a column.
 */
export function completed(sheet: Sheet, columns: readonly Column[], lastRow: number): Completed {
  const merged = establishmentsOver(sheet, columns, lastRow);
  const last = new Map<number, Cell>();
  const repeated = new Map<
    string,
    { column: Column; row: number; value: string; code: "CELL_REPEATED" | "CELL_CARRIED"; count: number }
  >();
  const note = (column: Column, row: number, cell: Cell, code: "CELL_REPEATED" | "CELL_CARRIED"): void => {
    const key = `${code} ${column.index}`;
    const before = repeated.get(key);
    repeated.set(
      key,
      before ? { ...before, count: before.count + 1 } : { column, row, value: wordsOf(cell), code, count: 1 },
    );
  };
  const carried = columns.find(
    ({ target, confidence }) => confidence !== null && target.is === "field" && target.field.key === "establishment",
  );
  const id = columns.find(({ target }) => target.is === "field" && target.field.key === "id")?.index ?? -1;
  const complete = (found: SheetRow): SheetRow => {
    const row = merged(found);
    // A row with an id of its own was written by a program, or by someone who writes everything: it says what it says.
    if (!isEmpty(row.cells[id])) return row;
    let cells: Cell[] | undefined;
    for (const column of columns) {
      const { index } = column;
      const cell = row.cells[index] ?? null;
      const above = last.get(index) ?? null;
      const ditto = isDitto(cell) && above !== null;
      const carry = column === carried && isEmpty(cell) && above !== null && tells(row, columns);
      if (ditto || carry) {
        cells ??= Array.from({ length: Math.max(row.cells.length, index + 1) }, (_, i) => row.cells[i] ?? null);
        cells[index] = above;
        note(column, row.number, above, ditto ? "CELL_REPEATED" : "CELL_CARRIED");
      } else if (!isEmpty(cell)) last.set(index, cell);
    }
    return cells === undefined ? row : { ...row, cells };
  };
  const reports = (): RefusedRow[] =>
    [...repeated.values()].map(({ column, row, value, code, count }) => {
      const place = { sheet: sheet.name, row, column: column.header };
      return refusedRow(place, value, refuse(code, { count: String(count) }).problem, true);
    });
  return { row: complete, reports };
}

/** Whether a row names a flow: a line of remarks carries nothing on. */
const tells = ({ cells }: SheetRow, columns: readonly Column[]): boolean =>
  columns.some(({ target, index }) => target.is === "field" && target.field.key === "label" && !isEmpty(cells[index]));

/**
 * An establishment written once in a cell merged over its flows belongs to each of them. Only that column is spread:
 * a quantity merged over three rows is one quantity.
 */
function establishmentsOver(sheet: Sheet, columns: readonly Column[], lastRow: number): (row: SheetRow) => SheetRow {
  const column = columns.find(({ target }) => target.is === "field" && target.field.key === "establishment")?.index;
  const merges = sheet.merges.filter(
    ({ top, bottom, left, right }) =>
      column !== undefined && left <= column && column <= right && top > lastRow && bottom > top,
  );
  if (column === undefined || merges.length === 0) return (row) => row;
  const merged = merges.toSorted((a, b) => a.top - b.top);
  let next = 0;
  let current: { bottom: number; cell: Cell } | undefined;
  return (row) => {
    for (let merge = merged[next]; merge !== undefined && merge.top <= row.number; merge = merged[++next])
      current = { bottom: merge.bottom, cell: merge.top === row.number ? (row.cells[merge.left] ?? null) : null };
    if (current === undefined || row.number > current.bottom || !isEmpty(row.cells[column])) return row;
    const cells = Array.from({ length: Math.max(row.cells.length, column + 1) }, (_, i) => row.cells[i] ?? null);
    cells[column] = current.cell;
    return { ...row, cells };
  };
}
