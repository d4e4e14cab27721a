import { type Cell, isEmpty } from "../cells/cell.ts";
import { likenesses } from "../recognise/header-similarity.ts";
import { foldKey } from "../vocabulary/fold-key.ts";
import { matchHeader } from "./headers.ts";
import { headerWords, nothingBeyond, type Sheet, type SheetRow } from "./sheet.ts";

/** A sheet of one row a company, whose flows stand side by side: what is told once, and each group of columns. */
export type Unfolded = {
  /** The columns that belong to no group: the card of the company. */
  readonly base: Sheet;
  /** One table of flows per group; `alone`: with the name of the company only, `whole`: with the whole card. */
  readonly groups: readonly { readonly alone: Sheet; readonly whole: Sheet }[];
};

/**
 * Unfolds "Déchet 1, Tonnage 1, Déchet 2, Tonnage 2 …", and the same headers several times over, into one table of
 * flows a group; rows and columns keep their numbers and headers their words, so that what is reported is found again.
 *
 * @returns undefined when no header that names a flow comes twice or more, or no column names the company
 */
export function unfolded(sheet: Sheet): Unfolded | undefined {
  for (const [at, header] of sheet.rows.slice(0, SEARCHED_ROWS).entries()) {
    const groups = groupsOf(header);
    if (groups === undefined || header.cells.some(isId)) continue;
    const grouped = new Set(groups.flat());
    const company = companyColumn(header, grouped);
    if (company === undefined) continue;
    const below = sheet.rows.slice(at + 1);
    const table = (columns: (index: number) => boolean, needed: readonly number[]): Sheet => ({
      ...sheet,
      rows: [header, ...below.filter(({ cells }) => needed.some((index) => !isEmpty(cells[index])))].map((row) =>
        only(row, columns),
      ),
      beyond: nothingBeyond, // what the limits left unread is said once, of the base
    });
    return {
      base: { ...sheet, rows: sheet.rows.map((row) => only(row, (index) => !grouped.has(index))).filter(filled) },
      groups: groups.map((group) => ({
        alone: table((index) => index === company || group.includes(index), group),
        whole: table((index) => !grouped.has(index) || group.includes(index), group),
      })),
    };
  }
  return undefined;
}

const SEARCHED_ROWS = 20;

/** A table whose rows have ids of their own was written by us: what it keeps aside under numbered headers stays aside. */
const isId = (cell: Cell): boolean => {
  const match = typeof cell === "string" ? matchHeader("establishments", cell) : undefined;
  return match?.is === "field" && match.field.key === "id";
};

const only = ({ number, cells }: SheetRow, columns: (index: number) => boolean): SheetRow => ({
  number,
  cells: cells.map((cell, index) => (columns(index) ? cell : null)),
});
const filled = ({ cells }: SheetRow): boolean => cells.some((cell) => !isEmpty(cell));

/** What a header says without its number, and the number: `Déchet n°2` → dechet, 2; the same words again count on. */
type Numbered = { readonly index: number; readonly stem: string; readonly words: string; readonly number: number };

function groupsOf({ cells }: SheetRow): readonly (readonly number[])[] | undefined {
  const counts = new Map<string, number>();
  const found: Numbered[] = cells.flatMap((cell, index) => {
    const words = typeof cell === "string" ? headerWords(cell) : "";
    if (words === "") return [];
    const [, before, digits] = /^(.*\p{L}\)?)\s*[-_(]?\s*(?:n\s*°|no|#)?\s*(\d{1,2})\s*\)?$/iu.exec(words) ?? [];
    const stem = foldKey(before ?? words);
    const count = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, count);
    return [{ index, stem, words: before ?? words, number: digits === undefined ? count : Number(digits) }];
  });
  const numbersOf = (stem: string): Set<number> =>
    new Set(found.filter((one) => one.stem === stem).map(({ number }) => number));
  const repeated = found.filter(({ stem }) => numbersOf(stem).size > 1);
  if (!repeated.some(({ words }) => namesFlow(words))) return undefined;
  const numbers = [...new Set(repeated.map(({ number }) => number))].toSorted((a, b) => a - b);
  return numbers.map((number) => repeated.filter((one) => one.number === number).map(({ index }) => index));
}

/** A header that says both that a flow stands below and in which direction: "Nature" twice may be an offer and a need. */
const namesFlow = (words: string): boolean => {
  const [best] = likenesses("flows", words);
  return best !== undefined && best.score >= 0.9 && /^label:/.test(best.meaning);
};

function companyColumn({ cells }: SheetRow, grouped: ReadonlySet<number>): number | undefined {
  const index = cells.findIndex((cell, at) => {
    const words = typeof cell === "string" && !grouped.has(at) ? headerWords(cell) : "";
    if (words === "") return false;
    const match = matchHeader("establishments", words);
    if (match?.is === "field") return match.field.key === "name";
    return likenesses("establishments", words).some(({ meaning, score }) => meaning === "name" && score >= 0.9);
  });
  return index < 0 ? undefined : index;
}
