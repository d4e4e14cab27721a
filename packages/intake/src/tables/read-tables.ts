import { fail, ok, type Problem, type RefusedRow, type Result } from "@simbiosi/domain";
import { assemble, type Drafts } from "../assembly/assemble.ts";
import { type Draft, draft } from "../assembly/draft.ts";
import { madeFrom, missingFrom } from "../assembly/made-establishments.ts";
import { type Correction, corrected } from "../corrections/correct-cells.ts";
import type { TableKind } from "../fields/field.ts";
import { fileProblem, note } from "../problems/file-problems.ts";
import type { FoundColumn, ReadInventory } from "../read/result.ts";
import { refuse } from "../refusals/refusal.ts";
import { refusedRow } from "../refusals/report.ts";
import { type Classified, classifyAll, isHelp } from "./classify.ts";
import { unknownKey } from "./columns.ts";
import { matchHeader } from "./headers.ts";
import type { Mapping } from "./mapping.ts";
import { readTable, type Table } from "./read-table.ts";
import { readTerritory } from "./read-territory.ts";
import type { Limits, Sheet } from "./sheet.ts";

type TablesOptions = {
  /** The file's name, without its extension it names a territory that has no sheet. */
  readonly name: string;
  readonly mapping: Mapping;
  readonly limits: Limits;
  /** What a person wrote in the place of refused cells. */
  readonly corrections: readonly Correction[];
};

/**
 * Sheets of a workbook or a CSV folder → inventory. Sheets are recognised by their name, else by their headers; without
 * a table of establishments, they are made from the names that the flows use.
 *
 * Fails with TABLE_NOT_FOUND when no sheet is a table of the inventory, MAPPING_UNKNOWN when a mapped key is none.
 */
export function readTables(sheets: readonly Sheet[], options: TablesOptions): Result<ReadInventory, Problem> {
  const { name, mapping, limits, corrections } = options;
  const unknown = unknownKey(mapping);
  if (unknown !== undefined) return fail(fileProblem("MAPPING_UNKNOWN", { found: unknown }));
  const classified = classifyAll(sheets, mapping).map((one) =>
    one.header === undefined ? one : { ...one, sheet: corrected(one.sheet, one.header.words, corrections) },
  );
  const tables = classified.filter(isTable);
  if (tables.length === 0 && !classified.some(({ table }) => table === "territory"))
    return fail(fileProblem("TABLE_NOT_FOUND", { name }));

  const notes: Problem[] = [];
  const refused: RefusedRow[] = classified.flatMap(({ sheet, table }) =>
    table === undefined ? [] : beyondLimits(sheet, limits),
  );
  for (const { name: found, givenUpAfter } of sheets)
    if (givenUpAfter !== undefined && tables.some(({ sheet }) => sheet.name === found)) {
      const { problem } = refuse("ROWS_UNREADABLE", { limit: String(givenUpAfter) });
      refused.push(refusedRow({ sheet: found, row: null, column: null }, null, problem, false));
    }
  const territories = classified.filter(({ table }) => table === "territory");
  for (const { sheet } of territories.slice(1)) notes.push(note("SHEET_IGNORED", { found: sheet.name }));
  for (const { sheet, table } of classified)
    if (table === undefined && sheet.rows.length > 0 && !isHelp(sheet.name))
      notes.push(note("SHEET_IGNORED", { found: sheet.name }));
  const listed = tables.some(({ table }) => table === "establishments");
  const read = tables.map((one) => ({ table: one.table, ...readTable(one, mapping, !listed) }));
  for (const table of read) refused.push(...table.refused);
  const rowsOf = (kind: TableKind): Draft[] => read.flatMap(({ table, rows }) => (table === kind ? rows : []));

  const flows = rowsOf("flows");
  const establishments = listed ? rowsOf("establishments") : madeFrom(flows);
  if (!listed) notes.push(note("ESTABLISHMENTS_MADE", { count: establishments.length }));
  else
    establishments.push(...missingFrom(establishments, flows, (header) => matchHeader("flows", header) !== undefined));
  const territory = territoryOf(classified, name, notes);
  const drafts: Drafts = { territory, establishments, flows, refused };
  const columns = read.flatMap((found) => found.columns);
  for (const found of new Set(tables.flatMap(({ sheet }) => (sheet.turned === true ? [sheet.name] : []))))
    notes.push(note("TABLE_TURNED", { found }));
  notes.push(...hiddenNotes(tables), ...asideNotes(columns));
  return ok({ ...assemble(drafts, unnamed(name)), notes, columns });
}

const isTable = (one: Classified): one is Table => one.table === "establishments" || one.table === "flows";

const unnamed = (name: string): string =>
  name
    .replace(/^.*[/\\]/, "")
    .replace(/\.[A-Za-z]{2,4}$/, "")
    .trim() || "Territoire sans nom";

function territoryOf(classified: readonly Classified[], name: string, notes: Problem[]): Draft {
  const found = classified.find(({ table }) => table === "territory");
  if (found !== undefined) return readTerritory(found.sheet);
  const made = draft("Territoire", null, () => null);
  made.values.set("name", unnamed(name));
  notes.push(note("TERRITORY_ABSENT", { found: unnamed(name) }));
  return made;
}

const hiddenNotes = (tables: readonly Table[]): Problem[] =>
  [...new Set(tables.filter(({ sheet }) => sheet.hidden).map(({ sheet }) => sheet.name))].map((found) =>
    note("SHEET_HIDDEN", { found }),
  );

/**
 * Columns that hold something and that nothing reads, once a sheet. A sheet whose rows have ids was written by us: what
 * it keeps aside was told when it was first read.
 */
function asideNotes(columns: readonly FoundColumn[]): Problem[] {
  const ours = new Set(
    columns.flatMap(({ sheet, key, confidence }) => (key === "id" && confidence === null ? sheet : [])),
  );
  const bySheet = new Map<string, Set<string>>();
  const used = new Set(columns.filter(({ key }) => key !== null).map(({ sheet, header }) => `${sheet}\n${header}`));
  for (const { sheet, header, key } of columns)
    if (key === null && !ours.has(sheet) && !used.has(`${sheet}\n${header}`))
      bySheet.set(sheet, (bySheet.get(sheet) ?? new Set<string>()).add(header));
  return [...bySheet].map(([found, headers]) => {
    const shown = [...headers].slice(0, SHOWN_COLUMNS).map((header) => header.slice(0, 60));
    const more = headers.size - shown.length;
    return note("COLUMNS_ASIDE", { found, columns: `${shown.join(", ")}${more > 0 ? ` … (+ ${more})` : ""}` });
  });
}
const SHOWN_COLUMNS = 12;

/** What the limits left unread of a sheet. */
function beyondLimits({ name, beyond }: Sheet, limits: Limits): RefusedRow[] {
  const codes = {
    rows: "ROWS_BEYOND_LIMIT",
    columns: "COLUMNS_BEYOND_LIMIT",
    cells: "CELLS_BEYOND_LIMIT",
    idle: "EMPTY_BEYOND_LIMIT",
  } as const;
  return (["rows", "columns", "cells", "idle"] as const).flatMap((what) => {
    if (beyond[what] === null) return [];
    const place = { sheet: name, row: beyond[what], column: null };
    const refusal = refuse(codes[what], { limit: String(limits[what]) }).problem;
    return [refusedRow(place, null, refusal, what === "columns")];
  });
}
