import { isEmpty } from "../cells/cell.ts";
import type { Sheet } from "./sheet.ts";

// Companies that a person sets side by side; a longer sheet has its rows downwards.
const MOST_ROWS = 300;

/**
 * A sheet whose companies are columns, turned so that they are rows: the words down its first column become the headers.
 * The row of what is then read is the number of its column, A being 1. Undefined for a sheet too long for that shape.
 */
export function turned(sheet: Sheet): Sheet | undefined {
  const { rows, beyond } = sheet;
  if (rows.length < 2 || rows.length > MOST_ROWS || beyond.columns !== null) return undefined;
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, i) => ({
    number: i + 1,
    cells: rows.map(({ cells }) => cells[i] ?? null),
  }));
  return {
    ...sheet,
    rows: columns.filter(({ cells }) => cells.some((cell) => !isEmpty(cell))),
    merges: [],
    turned: true,
  };
}
