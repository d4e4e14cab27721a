import type { Flow } from "@simbiosi/domain";
import { isEmpty, wordsOf } from "../cells/cell.ts";
import { type TableKind, tableNames } from "../fields/field.ts";
import { directionIn } from "../recognise/direction-words.ts";
import { foldKey } from "../vocabulary/fold-key.ts";
import { type CompanyCard, cardAbove } from "./company-card.ts";
import { findHeader, type Header, looksLike } from "./find-header.ts";
import type { Mapping } from "./mapping.ts";
import { unfolded } from "./repeated-groups.ts";
import { tablesOfSheet } from "./segments.ts";
import type { Sheet } from "./sheet.ts";
import { turned } from "./turned.ts";

/** A sheet, the table it is (undefined: none of ours), and where its headers are. */
export type Classified = {
  readonly sheet: Sheet;
  readonly table: TableKind | undefined;
  readonly header: Header | undefined;
  /** What the name of a sheet of flows says of all of them: "Flux sortants". */
  readonly direction: Flow["direction"] | undefined;
  /** The company that is named above a table of flows that has no column for it. */
  readonly card: CompanyCard | undefined;
};

/**
 * What the tables of all sheets are. Where two sheets or more hold flows without saying whose they are, each is the tab of
 * one company and its name is the company's: "Menuiserie fictive", "Brasserie fictive".
 */
export function classifyAll(sheets: readonly Sheet[], mapping: Mapping): readonly Classified[] {
  const found = sheets.map((sheet) => ({ sheet, as: classify(sheet, mapping) }));
  const tabs = new Map(
    found.flatMap(({ sheet, as }) => {
      if (!mayNameCompany(sheet.name) || as.some(isOwned)) return [];
      const owned = classify(sheet, mapping, sheet.name);
      return owned.some(({ table, card }) => table === "flows" && card !== undefined) ? [[sheet, owned] as const] : [];
    }),
  );
  return found.flatMap(({ sheet, as }) =>
    tabs.size > 1 ? (tabs.get(sheet) ?? upright(sheet, as, mapping)) : upright(sheet, as, mapping),
  );
}

/** A sheet that is no table as it stands may be one whose companies are columns. */
function upright(sheet: Sheet, as: readonly Classified[], mapping: Mapping): readonly Classified[] {
  const lies = as.every(({ table, header }) => table === undefined || (table !== "territory" && header === undefined));
  const side = lies && !isHelp(sheet.name) ? turned(sheet) : undefined;
  const found = side === undefined ? [] : classify(side, mapping);
  return found.some(({ table, header }) => table !== undefined && header !== undefined) ? found : as;
}

/** A table that says itself what it is about: no tab of one company. */
const isOwned = ({ table, header, card }: Classified): boolean =>
  table !== undefined &&
  (table !== "flows" ||
    card !== undefined ||
    header?.names.has("establishment") === true ||
    header?.likely.has("establishment") === true);

/** Neither a name of the model, nor one that a spreadsheet gives by itself, nor one that only says a direction. */
const mayNameCompany = (name: string): boolean =>
  !isHelp(name) &&
  !/^(feuille?|sheet|tableau|table|onglet)\d*$/.test(foldKey(name)) &&
  directionIn(name) === undefined &&
  (["territory", "establishments", "flows"] as const).every((table) => !namesOf(table).includes(foldKey(name)));

/**
 * What the tables of a sheet are. A sheet whose name is the model's is one table.
 *
 * @param owner the company whose tab the sheet is
 */
function classify(sheet: Sheet, mapping: Mapping, owner?: string): readonly Classified[] {
  if (isHelp(sheet.name)) return [none(sheet)];
  const groups = unfolded(sheet);
  if (groups !== undefined) {
    const base = classifyTable(groups.base, mapping, sheet);
    const listed = base.table === "establishments";
    const flows = groups.groups.map((group) => classifyTable(listed ? group.alone : group.whole, mapping, sheet, true));
    if (flows.every(({ table }) => table === "flows")) return listed ? [base, ...flows] : flows;
  }
  const tables = tablesOfSheet(sheet);
  const found = tables.map((table) => classifyTable(table, mapping, sheet, false, owner));
  // Pieces that are nothing on their own are not told of one by one when another piece is a table.
  const known = found.filter(({ table }) => table !== undefined);
  return known.length > 0 && known.length < found.length ? rejoined(sheet, mapping, found, owner) : found;
}

/** A sheet that falls into pieces some of which are no table is read as one: nothing may go unread. */
function rejoined(
  sheet: Sheet,
  mapping: Mapping,
  found: readonly Classified[],
  owner: string | undefined,
): readonly Classified[] {
  const whole = classifyTable(sheet, mapping, sheet, false, owner);
  return whole.table === undefined ? found : [whole];
}

const none = (sheet: Sheet): Classified => ({
  sheet,
  table: undefined,
  header: undefined,
  direction: undefined,
  card: undefined,
});

/**
 * By its exact name, else by words in its name or title, or by its headers.
 *
 * @param whole the sheet that it is a part of
 * @param owner the company whose tab the sheet is, when no card above the table names one
 * @param group it is one group of columns of its sheet, whose name then says nothing of it
 */
function classifyTable(sheet: Sheet, mapping: Mapping, whole: Sheet, group = false, owner?: string): Classified {
  const name = foldKey(sheet.name.replace(/^.*[/\\]/, "").replace(/\.(csv|tsv|txt)$/i, ""));
  const exact = group
    ? undefined
    : (["territory", "establishments", "flows"] as const).find((table) => namesOf(table).includes(name));
  const headerOf = (table: "establishments" | "flows"): Header | undefined =>
    findHeader(sheet, table, mapping[table] ?? {});
  if (exact === "territory") return { ...none(sheet), table: exact };
  const flows = headerOf("flows");
  const direction = directionIn(titleOf(sheet, flows)) ?? directionIn(sheet.name.replace(/\.(csv|tsv|txt)$/i, ""));
  const card =
    flows === undefined || flows.names.has("establishment")
      ? undefined
      : (cardAbove(whole, flows.lastRow) ?? (owner === undefined ? undefined : { name: owner, lines: [] }));
  if (exact !== undefined)
    return exact === "flows"
      ? { sheet, table: exact, header: flows, direction, card }
      : { ...none(sheet), table: exact, header: headerOf(exact) };
  const establishments = headerOf("establishments");
  if (looksLike("flows", flows, { directed: direction !== undefined, owned: card !== undefined }))
    return { sheet, table: "flows", header: flows, direction, card };
  if (looksLike("establishments", establishments))
    return { ...none(sheet), table: "establishments", header: establishments };
  return none(sheet);
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
