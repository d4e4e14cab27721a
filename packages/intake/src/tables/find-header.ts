import type { TableKind } from "../fields/field.ts";
import { matchHeader } from "./headers.ts";
import { headerWords, type Sheet, type SheetRow } from "./sheet.ts";

/** The header of a table: the words of each column, the number of the last row they take, how many are ours. */
export type Header = { readonly words: readonly string[]; readonly lastRow: number; readonly known: number };

/** Header → key of the model, as a person mapped them by hand. */
export type HeaderMapping = Readonly<Record<string, string>>;

/** Rows of titles, logos and instructions that may stand above the headers. */
const SEARCHED_ROWS = 40;

const required: Readonly<Record<TableKind, readonly string[]>> = {
  territory: [],
  establishments: ["name"],
  flows: ["establishment", "direction", "label"],
};

/**
 * The row, or the two rows, whose words name the most columns of a table. Two rows are one header when cells were
 * merged: a group above ("Mois") and its columns below ("Janv", "Févr"), or a name above and its unit below.
 *
 * @returns undefined when no row names two columns of the table
 */
export function findHeader(sheet: Sheet, table: TableKind, mapping: HeaderMapping): Header | undefined {
  let best: Header | undefined;
  const rows = sheet.rows.slice(0, SEARCHED_ROWS);
  for (const [index, row] of rows.entries()) {
    const below = rows[index + 1];
    const double = below?.number === row.number + 1 ? joined(table, mapping, row, below) : undefined;
    const found =
      double !== undefined && below !== undefined
        ? headerOf(table, mapping, double, below.number)
        : headerOf(table, mapping, row.cells.map(headerWords), row.number);
    if (best === undefined || found.known > best.known) best = found;
    const names = namesIn(table, mapping, found.words);
    if (found.known >= 2 && required[table].every((key) => names.has(key))) break;
  }
  return best !== undefined && best.known >= 2 ? best : undefined;
}

/** Whether a sheet of unknown name is this table: it names what tells its rows apart and something more. */
export function looksLike(
  table: "establishments" | "flows",
  mapping: HeaderMapping,
  header: Header | undefined,
): boolean {
  return header !== undefined && namesIn(table, mapping, header.words).has(table === "flows" ? "label" : "name");
}

const headerOf = (table: TableKind, mapping: HeaderMapping, words: readonly string[], lastRow: number): Header => ({
  words,
  lastRow,
  known: namesIn(table, mapping, words).size,
});

function namesIn(table: TableKind, mapping: HeaderMapping, words: readonly string[]): Set<string> {
  const names = new Set<string>();
  for (const header of words) {
    const name = header === "" ? undefined : nameOf(table, mapping, header);
    if (name !== undefined) names.add(name);
  }
  return names;
}

/** What a header names: a key, a month, the outlet column; undefined when it is not ours. */
function nameOf(table: TableKind, mapping: HeaderMapping, header: string): string | undefined {
  if (Object.hasOwn(mapping, header)) return mapping[header];
  const match = matchHeader(table, header);
  if (match === undefined || match.is === "extra") return undefined;
  return match.is === "field" ? match.field.key : match.is === "month" ? `month ${match.month}` : match.is;
}

/**
 * Two rows as one header; undefined when the lower one is no header, for then it is data: each of its cells must name
 * a column, or give the unit of the name above it.
 */
function joined(table: TableKind, mapping: HeaderMapping, above: SheetRow, below: SheetRow): string[] | undefined {
  const words: string[] = [];
  for (let column = 0; column < Math.max(above.cells.length, below.cells.length); column++) {
    const upper = headerWords(above.cells[column]);
    const lower = headerWords(below.cells[column]);
    if (lower === "") words.push(upper);
    else if (nameOf(table, mapping, lower) !== undefined) words.push(lower);
    else if (givesUnit(table, upper, lower)) words.push(`${upper} (${unbracketed(lower)})`);
    else return undefined;
  }
  return words;
}

const unbracketed = (words: string): string => words.replace(/^[([]|[)\]]$/g, "");

function givesUnit(table: TableKind, upper: string, lower: string): boolean {
  const match = matchHeader(table, upper);
  return match?.is === "field" && match.hint === "" && match.field.hint?.(unbracketed(lower)) === true;
}
