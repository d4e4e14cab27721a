import { isEmpty, wordsOf } from "../cells/cell.ts";
import { unmarked } from "../csv/quoting.ts";
import { shownValue } from "../refusals/report.ts";
import { columnLetters, type Sheet } from "../tables/sheet.ts";

/**
 * What a person wrote in the place of a cell that was refused. Sheet, row, column and `found` are those of the refused
 * row; `value` is read as if the file had said so from the beginning.
 */
export type Correction = {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  /** The words that were refused; null when the cell was empty. */
  readonly found: string | null;
  readonly value: string;
};

/**
 * The sheet with its corrected cells, in the order in which they were corrected: what was corrected to no avail is
 * corrected again. Two columns may bear one header: the one that holds what was found is meant.
 *
 * @param headers the words above each column
 */
export function corrected(sheet: Sheet, headers: readonly string[], corrections: readonly Correction[]): Sheet {
  const own = corrections.filter((one) => one.sheet === sheet.name);
  if (own.length === 0) return sheet;
  const names = headers.map((header, i) => {
    const words = sheet.untyped ? unmarked(header).words : header;
    return words === "" ? `Colonne ${columnLetters(i)}` : words;
  });
  return {
    ...sheet,
    rows: sheet.rows.map((row) => {
      const cells = [...row.cells];
      for (const { row: number, column, found, value } of own) {
        if (number !== row.number) continue;
        const named = names.flatMap((name, i) => (name === column ? i : []));
        const meant = named.find((i) => {
          const cell = cells[i];
          return found === null ? isEmpty(cell) : !isEmpty(cell) && shownValue(wordsOf(cell ?? null)) === found;
        });
        const at = meant ?? named[0];
        if (at === undefined) continue;
        while (cells.length <= at) cells.push(null);
        cells[at] = value === "" ? null : value;
      }
      return { number: row.number, cells };
    }),
  };
}
