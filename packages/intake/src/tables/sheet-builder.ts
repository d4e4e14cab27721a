import { type Cell, isEmpty } from "../cells/cell.ts";
import {
  type Beyond,
  type Glance,
  type Limits,
  type Merge,
  nothingBeyond,
  type Sheet,
  type SheetRow,
} from "./sheet.ts";

/** Rows of titles and headers, which are no rows of data and do not count among them. */
const HEAD_ROWS = 40;
/**
 * A sheet longer than that is looked at before the rest is read: garbage costs a sentence, not minutes. One good row is
 * enough to read on at first; of a sheet that grows on, one in twenty must be.
 */
const glances: ReadonlyMap<number, number> = new Map([
  [1_000, 1],
  [5_000, 250],
]);
/** What is kept of a sheet in which nothing could be read: enough to show what its columns hold. */
const KEPT_ROWS = HEAD_ROWS + 20;
/** More merged areas than any sheet has by hand. */
const MAX_MERGES = 100_000;

export type SheetBuilder = {
  /** Takes a row; false when a limit is reached and the sheet may be left. Empty rows are nothing. */
  readonly row: (number: number, cells: readonly Cell[]) => boolean;
  readonly merge: (merge: Merge) => void;
  /** Says that a row holds something beyond the limit of columns. */
  readonly beyondColumns: (number: number) => void;
  /** Counts an element of the carrier; rows that are kept begin the count anew. False when the limit is reached. */
  readonly element: () => boolean;
  /** Nothing that follows can serve: hardly anything in the first rows could be read, or nothing comes any more. */
  readonly isLeft: () => boolean;
  readonly done: () => Sheet;
};

/** Collects the rows of one sheet within the limits; what is left unread is remembered, to be reported. */
export function sheetBuilder(
  name: string,
  { rows: maxRows, cells: maxCells, idle: maxIdle }: Limits,
  untyped: boolean,
  glance?: Glance,
): SheetBuilder {
  const rows: SheetRow[] = [];
  const merges: Merge[] = [];
  let ordered = true;
  const beyond: Record<keyof Beyond, number | null> = { ...nothingBeyond };
  let idle = 0;
  let total = 0;
  let givenUpAfter: number | undefined;
  const done = (): Sheet => ({
    name,
    rows: ordered ? rows : rows.toSorted((a, b) => a.number - b.number),
    merges,
    untyped,
    ...(givenUpAfter === undefined ? {} : { givenUpAfter }),
    beyond: { ...beyond },
  });
  return {
    row: (number, cells) => {
      let filled = 0;
      for (const cell of cells) if (!isEmpty(cell)) filled++;
      if (filled === 0) return true;
      if (givenUpAfter !== undefined) return false;
      const least = glances.get(rows.length);
      const read = least === undefined ? undefined : glance?.(done());
      if (least !== undefined && read !== undefined && read < least) {
        givenUpAfter = rows.length;
        if (read === 0) rows.length = KEPT_ROWS;
        return false;
      }
      if (total + filled > maxCells) {
        beyond.cells ??= number;
        return false;
      }
      if (rows.length >= maxRows + HEAD_ROWS) {
        beyond.rows ??= number;
        return false;
      }
      ordered &&= (rows.at(-1)?.number ?? 0) < number;
      total += filled;
      idle = 0;
      rows.push({ number, cells });
      return true;
    },
    merge: (merge) => {
      if (merges.length < MAX_MERGES) merges.push(merge);
    },
    beyondColumns: (number) => {
      beyond.columns ??= number;
    },
    element: () => {
      if (++idle > maxIdle && givenUpAfter === undefined) beyond.idle ??= (rows.at(-1)?.number ?? 0) + 1;
      return idle <= maxIdle;
    },
    isLeft: () => givenUpAfter !== undefined || idle > maxIdle,
    done,
  };
}
