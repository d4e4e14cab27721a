import { type Cell, isEmpty } from "../cells/cell.ts";
import type { Limits, Merge, Sheet, SheetRow } from "./sheet.ts";

/** More merged areas than any sheet has by hand. */
const MAX_MERGES = 100_000;

export type SheetBuilder = {
  /** Takes a row; false when the limit of rows is reached and the sheet may be left. Empty rows are nothing. */
  readonly row: (number: number, cells: readonly Cell[]) => boolean;
  readonly merge: (merge: Merge) => void;
  /** Says that a row holds something beyond the limit of columns. */
  readonly beyondColumns: (number: number) => void;
  readonly done: () => Sheet;
};

/** Collects the rows of one sheet within the limits; what is left unread is remembered, to be reported. */
export function sheetBuilder(name: string, { rows: maxRows }: Limits, untyped: boolean): SheetBuilder {
  const rows: SheetRow[] = [];
  const merges: Merge[] = [];
  let ordered = true;
  let beyondRows: number | null = null;
  let beyondColumns: number | null = null;
  return {
    row: (number, cells) => {
      if (cells.every(isEmpty)) return true;
      if (rows.length >= maxRows) {
        beyondRows ??= number;
        return false;
      }
      ordered &&= (rows.at(-1)?.number ?? 0) < number;
      rows.push({ number, cells });
      return true;
    },
    merge: (merge) => {
      if (merges.length < MAX_MERGES) merges.push(merge);
    },
    beyondColumns: (number) => {
      beyondColumns ??= number;
    },
    done: () => ({
      name,
      rows: ordered ? rows : rows.toSorted((a, b) => a.number - b.number),
      merges,
      untyped,
      beyond: { rows: beyondRows, columns: beyondColumns },
    }),
  };
}
