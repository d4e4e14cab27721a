import type { TableKind } from "../fields/field.ts";
import { likenesses } from "../recognise/header-similarity.ts";
import { parseMeasure } from "../vocabulary/units.ts";
import { matchHeader } from "./headers.ts";
import type { HeaderMapping } from "./mapping.ts";
import { headerWords, type Sheet, type SheetRow } from "./sheet.ts";

/**
 * The header of a table: the words of each column, the number of the last row they take, what they name, and what else
 * they probably name.
 */
export type Header = {
  readonly words: readonly string[];
  readonly lastRow: number;
  readonly names: ReadonlySet<string>;
  readonly likely: ReadonlySet<string>;
  /** Directions that headers naming a flow say of it: "Ce que je jette", "Que cherchez-vous ?". */
  readonly says: ReadonlySet<string>;
};

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
 * @returns undefined when no row names a column of the table, or two that probably are
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
    if (best === undefined || weight(found) > weight(best)) best = found;
    if (found.names.size >= 2 && required[table].every((key) => found.names.has(key))) break;
  }
  return best !== undefined && weight(best) >= 2 ? best : undefined;
}

/** What is named counts more than what is guessed. */
const weight = ({ names, likely }: Header): number => 2 * names.size + likely.size;

type Known = {
  /** The name or title of the sheet says the direction of its flows. */
  readonly directed: boolean;
  /** The company that the table belongs to is named above it. */
  readonly owned: boolean;
};

/**
 * Whether a sheet of unknown name is this table: it names what tells its rows apart and something more, or columns that
 * probably do.
 */
export function looksLike(
  table: "establishments" | "flows",
  header: Header | undefined,
  { directed, owned }: Known = { directed: false, owned: false },
): boolean {
  if (header === undefined) return false;
  const { names, likely, says } = header;
  const all = new Set([...names, ...likely, ...(owned ? ["establishment"] : [])]);
  if (names.has(table === "flows" ? "label" : "name"))
    return names.size >= 2 || [...likely].some((key) => key === "establishment" || placed.has(key));
  if (table === "flows")
    return all.has("label") && all.has("establishment") && all.size >= (directed || says.size > 0 ? 2 : 3);
  return all.has("name") && [...all].some((key) => placed.has(key));
}

/** What tells a list of companies from any list of names. */
const placed: ReadonlySet<string> = new Set(["siret", "naf", "insee"]);

function headerOf(table: TableKind, mapping: HeaderMapping, words: readonly string[], lastRow: number): Header {
  const names = new Set<string>();
  const likely = new Set<string>();
  const says = new Set<string>();
  for (const header of words) {
    if (header === "") continue;
    const name = nameOf(table, mapping, header);
    if (name !== undefined) names.add(name);
    for (const guess of name === undefined ? likelyNames(table, header) : []) {
      const [meaning = "", direction] = guess.split(":");
      likely.add(meaning);
      if (direction !== undefined) says.add(direction);
    }
  }
  if (names.has("resource")) likely.add("label"); // where no column is headed as the label, "Ressource" is
  for (const name of names) likely.delete(name);
  return { words, lastRow, names, likely, says };
}

/** What a header that is not ours surely resembles, equals together; months and figures in data never do. */
function likelyNames(table: TableKind, header: string): readonly string[] {
  const found = table === "territory" ? [] : likenesses(table, header);
  const best = found[0]?.score ?? 0;
  return found
    .filter(({ meaning, score }) => score >= 0.7 && score === best && !meaning.startsWith("owner:"))
    .map(({ meaning }) => meaning);
}

/** What a header names: a key, a month, the outlet column; undefined when it is not ours. */
function nameOf(table: TableKind, mapping: HeaderMapping, header: string): string | undefined {
  if (Object.hasOwn(mapping, header)) return mapping[header]?.replace(/^label:.*/, "label");
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

const unitsUnder: ReadonlySet<string> = new Set(["quantity", "unit_cost_eur", "staff", "roof_m2"]);
const unbracketed = (words: string): string => words.replace(/^[([]|[)\]]$/g, "");

function givesUnit(table: TableKind, upper: string, lower: string): boolean {
  const match = matchHeader(table, upper);
  if (match?.is === "field") return match.hint === "" && match.field.hint?.(unbracketed(lower)) === true;
  // Below a header that only resembles ours, a unit must look like one: a cell of data is no unit.
  const told = match === undefined && likelyNames(table, upper).some((meaning) => unitsUnder.has(meaning));
  return told && (/^[([].+[)\]]$/.test(lower) || parseMeasure(lower)?.unit !== undefined);
}
