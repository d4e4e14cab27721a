import { fail, ok, type Problem, type RefusedRow, type Result } from "@simbiosi/domain";
import { assemble, type Drafts } from "../assembly/assemble.ts";
import { type Draft, draft } from "../assembly/draft.ts";
import { type Cell, isEmpty, wordsOf } from "../cells/cell.ts";
import { isSiret } from "../cells/siret.ts";
import { establishmentFields } from "../fields/establishment-fields.ts";
import type { TableKind } from "../fields/field.ts";
import { fileProblem, note } from "../problems/file-problems.ts";
import type { FoundColumn, ReadInventory } from "../read/result.ts";
import { refuse } from "../refusals/refusal.ts";
import { refusedRow } from "../refusals/report.ts";
import { foldKey } from "../vocabulary/fold-key.ts";
import { type Classified, classify, isHelp } from "./classify.ts";
import { type Column, columnsOf, type Mapping, unknownKey } from "./columns.ts";
import { fieldsOf } from "./headers.ts";
import { readFlowRow } from "./read-flow-row.ts";
import { readField, rowOpener } from "./read-row.ts";
import { readTerritory } from "./read-territory.ts";
import type { Limits, Sheet, SheetRow } from "./sheet.ts";
import { firstWords, skipped } from "./skipped-rows.ts";
import { suggestedKey } from "./suggestions.ts";

type TablesOptions = {
  /** The file's name, without its extension it names a territory that has no sheet. */
  readonly name: string;
  readonly mapping: Mapping;
  readonly limits: Limits;
};

type ReadTable = {
  readonly rows: readonly Draft[];
  readonly refused: readonly RefusedRow[];
  readonly columns: readonly Column[];
};

/**
 * Sheets of a workbook or a CSV folder → inventory. Sheets are recognised by their name, else by their headers; without
 * a table of establishments, they are made from the names that the flows use.
 *
 * Fails with TABLE_NOT_FOUND when no sheet is a table of the inventory, MAPPING_UNKNOWN when a mapped key is none.
 */
export function readTables(sheets: readonly Sheet[], options: TablesOptions): Result<ReadInventory, Problem> {
  const { name, mapping, limits } = options;
  const unknown = unknownKey(mapping);
  if (unknown !== undefined) return fail(fileProblem("MAPPING_UNKNOWN", { found: unknown }));
  const classified = sheets.map((sheet) => classify(sheet, mapping));
  const tables = classified.filter(isTable);
  if (tables.length === 0 && !classified.some(({ table }) => table === "territory"))
    return fail(fileProblem("TABLE_NOT_FOUND", { name }));

  const notes: Problem[] = [];
  const refused: RefusedRow[] = classified.flatMap(({ sheet, table }) =>
    table === undefined ? [] : beyondLimits(sheet, limits),
  );
  const territories = classified.filter(({ table }) => table === "territory");
  for (const { sheet } of territories.slice(1)) notes.push(note("SHEET_IGNORED", { found: sheet.name }));
  for (const { sheet, table } of classified)
    if (table === undefined && sheet.rows.length > 0 && !isHelp(sheet.name))
      notes.push(note("SHEET_IGNORED", { found: sheet.name }));
  const read = new Map(tables.map((one) => [one, readTable(one, mapping)] as const));
  for (const table of read.values()) refused.push(...table.refused);
  const rowsOf = (kind: TableKind): Draft[] =>
    [...read].flatMap(([{ table }, { rows }]) => (table === kind ? rows : []));

  const flows = rowsOf("flows");
  const listed = tables.some(({ table }) => table === "establishments");
  const establishments = listed ? rowsOf("establishments") : madeFrom(flows);
  if (!listed) notes.push(note("ESTABLISHMENTS_MADE", { count: establishments.length }));
  const territory = territoryOf(classified, name, notes);
  const drafts: Drafts = { territory, establishments, flows, refused };
  const columns = [...read].flatMap(([{ sheet, table }, found]) =>
    found.columns.map((column) => foundColumn(sheet.name, table, column)),
  );
  return ok({ ...assemble(drafts, unnamed(name)), notes, columns });
}

function foundColumn(sheet: string, table: "establishments" | "flows", { header, target }: Column): FoundColumn {
  const key =
    target.is === "field" ? target.field.key : target.is === "extra" || target.is === "packed" ? null : target.is;
  return { sheet, table, header, key, suggestion: key === null ? suggestedKey(table, header) : null };
}

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

/** What the limits left unread of a sheet. */
function beyondLimits({ name, beyond }: Sheet, limits: Limits): RefusedRow[] {
  const codes = { rows: "ROWS_BEYOND_LIMIT", columns: "COLUMNS_BEYOND_LIMIT", cells: "CELLS_BEYOND_LIMIT" } as const;
  return (["rows", "columns", "cells"] as const).flatMap((what) => {
    if (beyond[what] === null) return [];
    const place = { sheet: name, row: beyond[what], column: null };
    const refusal = refuse(codes[what], { limit: String(limits[what]) }).problem;
    return [refusedRow(place, null, refusal, what === "columns")];
  });
}

const requiredOf = { establishments: ["name"], flows: ["establishment", "direction", "label"] } as const;

type Table = Classified & { readonly table: "establishments" | "flows" };
const isTable = (one: Classified): one is Table => one.table === "establishments" || one.table === "flows";

function readTable({ sheet, table, header, direction }: Table, mapping: Mapping): ReadTable {
  if (header === undefined) {
    const place = { sheet: sheet.name, row: null, column: null };
    const refusal = refusedRow(place, sheet.name, refuse("HEADER_NOT_FOUND").problem, false);
    return { rows: [], refused: sheet.rows.length > 0 ? [refusal] : [], columns: [] };
  }
  const { columns, refused } = columnsOf(sheet, table, header, mapping[table] ?? {});
  const given = direction === undefined ? [] : ["direction"];
  refused.push(...missingColumns(sheet, table, header.lastRow, columns, given));
  const rows: Draft[] = [];
  const openRow = rowOpener(sheet, columns);
  const spread = establishmentsOver(sheet, columns, header.lastRow);
  for (const found of sheet.rows) {
    if (found.number <= header.lastRow) continue;
    const code = skipped(found, columns, requiredOf[table]);
    if (code !== undefined) {
      const place = { sheet: sheet.name, row: found.number, column: null };
      refused.push(refusedRow(place, firstWords(found), refuse(code).problem, false));
      continue;
    }
    const open = openRow(spread(found));
    if (table === "establishments") for (const field of establishmentFields) readField(open, field);
    else {
      if (direction !== undefined && !open.cells.has("direction")) open.row.values.set("direction", direction);
      readFlowRow(open);
    }
    rows.push(open.row);
  }
  return { rows, refused, columns };
}

/** Columns that no row can do without and that the sheet has not, with the one that probably stands for each. */
function missingColumns(
  { name }: Sheet,
  table: "establishments" | "flows",
  row: number,
  columns: readonly Column[],
  given: readonly string[],
): RefusedRow[] {
  const keys = new Set(columns.map((column) => foundColumn(name, table, column).key));
  return requiredOf[table].flatMap((key) => {
    if (keys.has(key) || given.includes(key)) return [];
    const likely = columns.find((column) => foundColumn(name, table, column).suggestion === key)?.header ?? null;
    const expected = fieldsOf[table].find((field) => field.key === key)?.header ?? key;
    const refusal = refuse(likely === null ? "COLUMN_MISSING" : "COLUMN_MISNAMED", { expected }).problem;
    return [refusedRow({ sheet: name, row, column: likely }, likely, refusal, false)];
  });
}

/**
 * An establishment written once in a cell merged over its flows belongs to each of them. Only that column is spread:
 * a quantity merged over three rows is one quantity. Rows come in order.
 */
function establishmentsOver(sheet: Sheet, columns: readonly Column[], lastRow: number): (row: SheetRow) => SheetRow {
  const column = columns.find(({ target }) => target.is === "field" && target.field.key === "establishment")?.index;
  const merges = sheet.merges.filter(
    ({ top, bottom, left, right }) =>
      column !== undefined && left <= column && column <= right && top > lastRow && bottom > top,
  );
  if (column === undefined || merges.length === 0) return (row) => row;
  const merged = merges.toSorted((a, b) => a.top - b.top);
  let next = 0;
  let current: { bottom: number; cell: Cell } | undefined;
  return (row) => {
    for (let merge = merged[next]; merge !== undefined && merge.top <= row.number; merge = merged[++next])
      current = { bottom: merge.bottom, cell: merge.top === row.number ? (row.cells[merge.left] ?? null) : null };
    if (current === undefined || row.number > current.bottom || !isEmpty(row.cells[column])) return row;
    const cells = Array.from({ length: Math.max(row.cells.length, column + 1) }, (_, i) => row.cells[i] ?? null);
    cells[column] = current.cell;
    return { ...row, cells };
  };
}

/** One establishment per name that the flows use, in the order met. */
function madeFrom(flows: readonly Draft[]): Draft[] {
  const made = new Map<string, Draft>();
  for (const flow of flows) {
    const name = flow.values.get("establishment");
    if (typeof name !== "string") continue;
    const key = foldKey(name) || name;
    if (made.has(key)) continue;
    const one = draft(flow.sheet, flow.row, flow.columns);
    one.values.set("name", name);
    const digits = wordsOf(name).replace(/[\s.\u00a0\u202f]/g, "");
    if (isSiret(digits)) one.values.set("siret", digits);
    made.set(key, one);
  }
  return [...made.values()];
}
