import { type Cell, isEmpty } from "../cells/cell.ts";
import type { Glance, Limits, Merge, Sheet, SheetRow } from "./sheet.ts";

/** Rows of titles and headers, which are no rows of data and do not count among them. */
const HEAD_ROWS = 40;
/** A sheet longer than that is looked at before the rest is read: garbage costs a sentence, not minutes. */
const GLANCE_ROWS = 2_000;
/** More merged areas than any sheet has by hand. */
const MAX_MERGES = 100_000;

export type SheetBuilder = {
  /** Takes a row; false when a limit is reached and the sheet may be left. Empty rows are nothing. */
  readonly row: (number: number, cells: readonly Cell[]) => boolean;
  readonly merge: (merge: Merge) => void;
  /** Says that a row holds something beyond the limit of columns. */
  readonly beyondColumns: (number: number) => void;
  /** Nothing in the first rows could be read. */
  readonly isGivenUp: () => boolean;
  readonly done: () => Sheet;
};

/** Collects the rows of one sheet within the limits; what is left unread is remembered, to be reported. */
export function sheetBuilder(
  name: string,
  { rows: maxRows, cells: maxCells }: Limits,
  untyped: boolean,
  glance?: Glance,
): SheetBuilder {
  const rows: SheetRow[] = [];
  const merges: Merge[] = [];
  let ordered = true;
  let beyondRows: number | null = null;
  let beyondColumns: number | null = null;
  let beyondCells: number | null = null;
  let total = 0;
  let givenUpAfter: number | undefined;
  const done = (): Sheet => ({
    name,
    rows: ordered ? rows : rows.toSorted((a, b) => a.number - b.number),
    merges,
    untyped,
    ...(givenUpAfter === undefined ? {} : { givenUpAfter }),
    beyond: { rows: beyondRows, columns: beyondColumns, cells: beyondCells },
  });
  return {
    row: (number, cells) => {
      let filled = 0;
      for (const cell of cells) if (!isEmpty(cell)) filled++;
      if (filled === 0) return true;
      if (givenUpAfter !== undefined) return false;
      if (rows.length === GLANCE_ROWS && glance?.(done()) === false) {
        givenUpAfter = rows.length;
        return false;
      }
      if (total + filled > maxCells) {
        beyondCells ??= number;
        return false;
      }
      if (rows.length >= maxRows + HEAD_ROWS) {
        beyondRows ??= number;
        return false;
      }
      ordered &&= (rows.at(-1)?.number ?? 0) < number;
      total += filled;
      rows.push({ number, cells });
      return true;
    },
    merge: (merge) => {
      if (merges.length < MAX_MERGES) merges.push(merge);
    },
    beyondColumns: (number) => {
      beyondColumns ??= number;
    },
    isGivenUp: () => givenUpAfter !== undefined,
    done,
  };
}
