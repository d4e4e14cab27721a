import type { Flow } from "@simbiosi/domain";
import { isEmpty, wordsOf } from "../cells/cell.ts";
import { type TableKind, tableNames } from "../fields/field.ts";
import { directionIn } from "../recognise/direction-words.ts";
import { foldKey } from "../vocabulary/fold-key.ts";
import { findHeader, type Header, looksLike } from "./find-header.ts";
import type { Mapping } from "./mapping.ts";
import { tablesOfSheet } from "./segments.ts";
import type { Sheet } from "./sheet.ts";

/** A sheet, the table it is (undefined: none of ours), and where its headers are. */
export type Classified = {
  readonly sheet: Sheet;
  readonly table: TableKind | undefined;
  readonly header: Header | undefined;
  /** What the name of a sheet of flows says of all of them: "Flux sortants". */
  readonly direction: Flow["direction"] | undefined;
};

/** What the tables of a sheet are. A sheet whose name is the model's is one table. */
export function classify(sheet: Sheet, mapping: Mapping): readonly Classified[] {
  if (isHelp(sheet.name)) return [{ sheet, table: undefined, header: undefined, direction: undefined }];
  const tables = tablesOfSheet(sheet);
  const found = tables.map((table) => classifyTable(table, mapping));
  // Pieces that are nothing on their own are not told of one by one when another piece is a table.
  const known = found.filter(({ table }) => table !== undefined);
  return known.length > 0 && known.length < found.length ? rejoined(sheet, mapping, found) : found;
}

/** A sheet that falls into pieces some of which are no table is read as one: nothing may go unread. */
function rejoined(sheet: Sheet, mapping: Mapping, found: readonly Classified[]): readonly Classified[] {
  const whole = classifyTable(sheet, mapping);
  return whole.table === undefined ? found : [whole];
}

/** By its exact name, else by words in its name or title, or by its headers. */
function classifyTable(sheet: Sheet, mapping: Mapping): Classified {
  const name = foldKey(sheet.name.replace(/^.*[/\\]/, "").replace(/\.(csv|tsv|txt)$/i, ""));
  const exact = (["territory", "establishments", "flows"] as const).find((table) => namesOf(table).includes(name));
  const headerOf = (table: "establishments" | "flows"): Header | undefined =>
    findHeader(sheet, table, mapping[table] ?? {});
  if (exact === "territory") return { sheet, table: exact, header: undefined, direction: undefined };
  const flows = headerOf("flows");
  const direction = directionIn(titleOf(sheet, flows)) ?? directionIn(sheet.name.replace(/\.(csv|tsv|txt)$/i, ""));
  if (exact !== undefined)
    return { sheet, table: exact, header: exact === "flows" ? flows : headerOf(exact), direction };
  const establishments = headerOf("establishments");
  if (looksLike("flows", flows, direction !== undefined)) return { sheet, table: "flows", header: flows, direction };
  if (looksLike("establishments", establishments))
    return { sheet, table: "establishments", header: establishments, direction: undefined };
  return { sheet, table: undefined, header: undefined, direction: undefined };
}

/** The words alone in their row just above the headers; none when there is no such row. */
function titleOf({ rows }: Sheet, header: Header | undefined): string {
  if (header === undefined) return "";
  const at = rows.findIndex(({ number }) => number === header.lastRow);
  const above = rows
    .slice(Math.max(0, at - 2), at)
    .findLast(({ cells }) => cells.filter((c) => !isEmpty(c)).length === 1);
  return wordsOf(above?.cells.find((cell) => !isEmpty(cell)) ?? null);
}

/** Our own help and examples, and the lists that feed drop-downs: nothing to read, nothing to speak of. */
export const isHelp = (name: string): boolean =>
  /^(aide|help|lisezmoi|readme|listes?|lists?|exemples?.*|examples?.*)$/.test(foldKey(name));

const namesOf = (table: TableKind): string[] => {
  const { sheet, file, key, others } = tableNames[table];
  return [sheet, file.replace(/\.csv$/, ""), key, ...others].map(foldKey);
};
