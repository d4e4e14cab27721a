import { isEmpty, wordsOf } from "../cells/cell.ts";
import { likenesses } from "../recognise/header-similarity.ts";
import { cardPair } from "./company-card.ts";
import { matchHeader } from "./headers.ts";
import { headerWords, nothingBeyond, type Sheet, type SheetRow } from "./sheet.ts";

/**
 * The tables of a sheet: people put several one below the other, each under its title, or side by side with an empty
 * column between. Rows and columns keep their numbers; the name stays the sheet's. A sheet of one table comes back as
 * it is.
 */
export function tablesOfSheet(sheet: Sheet): readonly Sheet[] {
  return stacked(sheet).flatMap(sideBySide);
}

/** Headers that begin a table below another: after an empty row or a title alone in its row. */
function stacked(sheet: Sheet): readonly Sheet[] {
  const starts: number[] = [];
  let headers = 0;
  for (const [index, row] of sheet.rows.entries()) {
    const before = sheet.rows[index - 1];
    const apart =
      before === undefined || row.number - before.number > 1 || filled(before) === 1 || cardPair(before) !== undefined;
    if (!apart || !isHeader(row)) continue;
    headers++;
    if (headers > 1) starts.push(titleAbove(sheet.rows, index));
  }
  if (starts.length === 0) return [sheet];
  const bounds = [0, ...starts, sheet.rows.length];
  return bounds.slice(0, -1).map((from, i) => ({
    ...sheet,
    rows: sheet.rows.slice(from, bounds[i + 1]),
    // What the limits left unread is said once.
    beyond: i === 0 ? sheet.beyond : nothingBeyond,
  }));
}

const filled = ({ cells }: SheetRow): number => cells.reduce<number>((sum, cell) => sum + (isEmpty(cell) ? 0 : 1), 0);

/** Rows of one filled cell just above a header are its title, and so is the card of a company. */
function titleAbove(rows: readonly SheetRow[], header: number): number {
  let from = header;
  for (let row = rows[from - 1]; row !== undefined; row = rows[from - 1]) {
    if (cardPair(row) === undefined && (filled(row) !== 1 || header - from >= 3)) break;
    from--;
  }
  return from;
}

/** Words only, three at least most of which name or resemble a column, or two that do and one of which names a flow. */
function isHeader({ cells }: SheetRow): boolean {
  const words = cells
    .filter((cell) => !isEmpty(cell))
    .map((cell) => (typeof cell === "string" ? headerWords(cell) : ""));
  if (words.length < 2 || words.includes("")) return false;
  if (words.length === 2) return words.some((word) => namesFlow(word)) && words.every(isMeasured);
  const named = (["flows", "establishments"] as const).map((table) =>
    words.filter((word) => {
      const match = matchHeader(table, word);
      return (match !== undefined && match.is !== "extra") || (likenesses(table, word)[0]?.score ?? 0) >= 0.9;
    }),
  );
  return named.some((found) => found.length >= 3 && found.length >= 0.6 * words.length);
}

const namesFlow = (word: string): boolean => {
  const [best] = likenesses("flows", word);
  return best !== undefined && best.score >= 0.9 && best.meaning.startsWith("label:");
};
const isMeasured = (word: string): boolean =>
  namesFlow(word) || (likenesses("flows", word)[0]?.score ?? 0) >= 0.9 || matchHeader("flows", word)?.is === "field";

/** Blocks of columns with headers of their own, divided by columns that hold nothing. */
function sideBySide(sheet: Sheet): readonly Sheet[] {
  const header = sheet.rows.find(isHeader);
  if (header === undefined) return [sheet];
  const used: boolean[] = [];
  for (const { cells } of sheet.rows) {
    if (cells.length > used.length + 1 || filled({ number: 0, cells }) < 2) continue;
    for (const [i, cell] of cells.entries()) if (!isEmpty(cell)) used[i] = true;
  }
  for (const [i, cell] of header.cells.entries()) if (!isEmpty(cell)) used[i] = true;
  const blocks = blocksOf(header, used);
  if (blocks.length < 2) return [sheet];
  return blocks.map(([from, to], i) => ({
    ...sheet,
    rows: sheet.rows.flatMap(({ number, cells }) => {
      const kept = cells.slice(0, to).map((cell, at) => (at >= from ? cell : null));
      return kept.some((cell) => !isEmpty(cell)) ? [{ number, cells: kept }] : [];
    }),
    beyond: i === 0 ? sheet.beyond : nothingBeyond,
  }));
}

/** Ends of the blocks, the empty columns before each with it; every block must name a column that tables begin with. */
function blocksOf({ cells }: SheetRow, used: readonly boolean[]): [from: number, to: number][] {
  const edges: number[] = [];
  for (let i = 1; i < used.length; i++) if (used[i] === true && used[i - 1] !== true) edges.push(i);
  const bounds = [0, ...edges.filter((edge) => edge > 1), used.length];
  const blocks = bounds.slice(0, -1).map((from, i): [number, number] => [from, bounds[i + 1] ?? from]);
  const stands = ([from, to]: [number, number]): boolean => {
    const meanings = cells.slice(from, to).flatMap((cell) => {
      const words = wordsOf(cell);
      const match = words === "" ? undefined : matchHeader("flows", words);
      if (match?.is === "field") return [match.field.key];
      return words === ""
        ? []
        : likenesses("flows", words)
            .slice(0, 1)
            .map(({ meaning }) => meaning.replace(/:.*/, ""));
    });
    return meanings.includes("establishment") && meanings.includes("label");
  };
  return blocks.every(stands) ? blocks : [];
}
