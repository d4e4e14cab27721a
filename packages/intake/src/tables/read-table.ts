import type { RefusedRow } from "@simbiosi/domain";
import type { Draft } from "../assembly/draft.ts";
import { isEmpty, wordsOf } from "../cells/cell.ts";
import { establishmentFields } from "../fields/establishment-fields.ts";
import type { FoundColumn } from "../read/result.ts";
import { refuse } from "../refusals/refusal.ts";
import { refusedRow } from "../refusals/report.ts";
import type { Classified } from "./classify.ts";
import { type Column, columnsOf } from "./columns.ts";
import type { Header } from "./find-header.ts";
import { fieldsOf } from "./headers.ts";
import type { Mapping } from "./mapping.ts";
import { readFlowRow } from "./read-flow-row.ts";
import { readField, rowOpener } from "./read-row.ts";
import { completed } from "./row-words.ts";
import { firstWords, skipped } from "./skipped-rows.ts";
import { type View, viewsOf, wholeView } from "./views.ts";

export type Table = Classified & { readonly table: "establishments" | "flows" };
export type ReadTable = {
  readonly rows: readonly Draft[];
  readonly refused: readonly RefusedRow[];
  readonly columns: readonly FoundColumn[];
};

const requiredOf = { establishments: ["name"], flows: ["establishment", "direction", "label"] } as const;

/**
 * Reads the rows of one table. A table of flows may be two views of the same rows, offers and needs.
 *
 * @param owners whether columns about the establishment serve, no table of establishments being there
 */
export function readTable({ sheet, table, header, direction }: Table, mapping: Mapping, owners: boolean): ReadTable {
  if (header === undefined) {
    const place = { sheet: sheet.name, row: null, column: null };
    const refusal = refusedRow(place, sheet.name, refuse("HEADER_NOT_FOUND").problem, false);
    return { rows: [], refused: sheet.rows.length > 0 ? [refusal] : [], columns: [] };
  }
  const own = mapping[table] ?? {};
  const views = table === "flows" ? viewsOf(sheet, header, own) : [wholeView];
  const several = views.length > 1;
  const read = views.map((view) => {
    const { columns, refused } = columnsOf(sheet, table, header, { mapping: own, without: view.without, owners });
    const given = view.direction ?? direction;
    return { view, columns, refused, direction: given, open: rowOpener(sheet, columns) };
  });
  const refused = read.flatMap((one) => [
    ...one.refused,
    ...missingColumns(sheet.name, table, header, one.columns, one.direction),
  ]);
  const completing = read.map(({ columns }) => completed(sheet, columns, header.lastRow));
  const rows: Draft[] = [];
  for (const found of sheet.rows) {
    if (found.number <= header.lastRow) continue;
    const code = skipped(found, read[0]?.columns ?? [], requiredOf[table]);
    if (code !== undefined) {
      const place = { sheet: sheet.name, row: found.number, column: null };
      refused.push(refusedRow(place, firstWords(found), refuse(code).problem, false));
      continue;
    }
    const held = several ? read.map(({ view }) => view.holds(found)) : [true];
    const shared = several && !held.includes(false) ? (views[0]?.shared ?? []) : [];
    for (const index of shared)
      if (!isEmpty(found.cells[index])) {
        const place = { sheet: sheet.name, row: found.number, column: header.words[index] ?? null };
        const words = wordsOf(found.cells[index] ?? null);
        refused.push(refusedRow(place, words, refuse("CELL_SHARED").problem, true));
      }
    for (const [at, one] of read.entries()) {
      // A row that fills neither view is still read once, so that its absence of words is told.
      if (held[at] !== true && (at > 0 || held.includes(true))) continue;
      const open = one.open(completing[at]?.row(found) ?? found);
      if (table === "establishments") for (const field of establishmentFields) readField(open, field);
      else {
        if (one.direction !== undefined && !open.cells.has("direction"))
          open.row.values.set("direction", one.direction);
        readFlowRow(open);
      }
      rows.push(open.row);
    }
  }
  refused.push(...completing.flatMap(({ reports }) => reports()));
  return { rows, refused: distinct(refused), columns: foundColumns(sheet.name, table, read) };
}

/** Two views report the columns that they share once. */
const distinct = (refused: readonly RefusedRow[]): RefusedRow[] => {
  const seen = new Map(refused.map((row) => [JSON.stringify([row.row, row.column, row.code, row.value]), row]));
  return [...seen.values()];
};

function foundColumns(
  sheet: string,
  table: "establishments" | "flows",
  read: readonly { readonly columns: readonly Column[]; readonly direction: string | undefined; readonly view: View }[],
): FoundColumn[] {
  const found = new Map<number, FoundColumn>();
  for (const { columns, view } of read)
    for (const { index, header, target, suggestion, confidence } of columns) {
      const key = keyOf(target);
      const directed = key === "label" && view.saidBy === header && view.direction !== undefined;
      const full = directed ? `label:${view.direction}` : key;
      if (!found.has(index)) found.set(index, { sheet, table, header, key: full, suggestion, confidence });
    }
  return [...found].toSorted(([a], [b]) => a - b).map(([, column]) => column);
}

const keyOf = (target: Column["target"]): string | null => {
  if (target.is === "field") return target.field.key;
  if (target.is === "owner") return `owner:${target.field.key}`;
  return target.is === "extra" || target.is === "packed" ? null : target.is;
};

/** Columns that no row can do without and that the table has not, with the one that probably stands for each. */
function missingColumns(
  sheet: string,
  table: "establishments" | "flows",
  { lastRow }: Header,
  columns: readonly Column[],
  direction: string | undefined,
): RefusedRow[] {
  const keys = new Set(columns.map(({ target }) => keyOf(target)));
  return requiredOf[table].flatMap((key) => {
    if (keys.has(key) || (key === "direction" && (direction !== undefined || keys.has("status")))) return [];
    const likely = columns.find(({ suggestion }) => suggestion?.replace(/:.*/, "") === key)?.header ?? null;
    const expected = fieldsOf[table].find((field) => field.key === key)?.header ?? key;
    const refusal = refuse(likely === null ? "COLUMN_MISSING" : "COLUMN_MISNAMED", { expected }).problem;
    return [refusedRow({ sheet, row: lastRow, column: likely }, likely, refusal, false)];
  });
}
