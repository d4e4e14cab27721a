import { type Flow, fold, type RefusedRow } from "@simbiosi/domain";
import { type Draft, keepAside } from "../assembly/draft.ts";
import { isEmpty, wordsOf } from "../cells/cell.ts";
import { establishmentFields } from "../fields/establishment-fields.ts";
import { outletKey } from "../fields/flow-fields.ts";
import { keptOf } from "../fields/kind.ts";
import type { FoundColumn } from "../read/result.ts";
import { refuse } from "../refusals/refusal.ts";
import { refusedRow } from "../refusals/report.ts";
import type { Classified } from "./classify.ts";
import { type Column, columnsOf } from "./columns.ts";
import type { CompanyCard } from "./company-card.ts";
import type { Header } from "./find-header.ts";
import { fieldsOf } from "./headers.ts";
import type { Mapping } from "./mapping.ts";
import { readFlowRow } from "./read-flow-row.ts";
import { type OpenRow, readField, rowOpener } from "./read-row.ts";
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
export function readTable(
  { sheet, table, header, direction, card }: Table,
  mapping: Mapping,
  owners: boolean,
): ReadTable {
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
    const said = view.direction ?? direction;
    const implied = table === "flows" && said === undefined ? impliedBy(columns) : undefined;
    if (implied !== undefined) {
      const place = { sheet: sheet.name, row: header.lastRow, column: implied.header };
      refused.push(refusedRow(place, implied.header, refuse("DIRECTION_DEDUCED").problem, true));
    }
    const given = said ?? implied?.direction;
    return { view, columns, refused, direction: given, open: rowOpener(sheet, columns) };
  });
  const refused = read.flatMap((one) => [
    ...one.refused,
    ...missingColumns(sheet.name, table, header, one.columns, { direction: one.direction, company: card?.name }),
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
        if (card !== undefined) belongTo(card, open, { owners, first: rows.length === 0 });
        readFlowRow(open);
      }
      rows.push(open.row);
    }
  }
  refused.push(...completing.flatMap(({ reports }) => reports()));
  return { rows, refused: distinct(refused), columns: foundColumns(sheet.name, table, read) };
}

/**
 * Gives a flow to the company whose card stands above its table. What the card tells beside the name is the company's
 * when no table of establishments tells better, else it is kept aside with the first flow: nothing is dropped.
 */
function belongTo(card: CompanyCard, open: OpenRow, { owners, first }: { owners: boolean; first: boolean }): void {
  if (open.cells.has("establishment")) return;
  open.row.values.set("establishment", card.name);
  for (const { key, words, value } of card.lines) {
    const field = owners ? establishmentFields.find((one) => one.key === key) : undefined;
    const reading = field?.kind.fromCell(value);
    if (field !== undefined && reading?.ok === true && reading.value !== null)
      open.row.owner.set(field.key, reading.value);
    else if (first) keepAside(open.row, words, keptOf(value));
  }
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

/**
 * The direction that a table without any word of it has all the same: what has an outlet or a waste code leaves, what
 * has a supplier enters. Both, or the model's own column of both, say nothing.
 */
function impliedBy(columns: readonly Column[]): { direction: Flow["direction"]; header: string } | undefined {
  const keys = columns.map(({ target }) => keyOf(target));
  if (keys.includes("direction") || keys.includes("status")) return undefined;
  const found = columns.flatMap(({ target, header }) => {
    const key = keyOf(target);
    if (key === "waste_code" || key === "route") return [{ direction: "out" as const, header }];
    if (key === "supplier") return [{ direction: "in" as const, header }];
    const [out, into] = [outletWords.test(fold(header)), supplierWords.test(fold(header))];
    return key !== outletKey || out === into ? [] : [{ direction: out ? ("out" as const) : ("in" as const), header }];
  });
  return new Set(found.map((one) => one.direction)).size === 1 ? found[0] : undefined;
}
const outletWords = /exutoire|filiere|traitement|devenir|devient|destination|collecteur|elimination|disposal|outlet/;
const supplierWords = /fournisseur|supplier/;

const keyOf = (target: Column["target"]): string | null => {
  if (target.is === "field") return target.field.key;
  if (target.is === "owner") return `owner:${target.field.key}`;
  if (target.is === "quality") return `quality:${target.key}`;
  return target.is === "extra" || target.is === "packed" ? null : target.is;
};

/** Columns that no row can do without and that the table has not, with the one that probably stands for each. */
function missingColumns(
  sheet: string,
  table: "establishments" | "flows",
  { lastRow }: Header,
  columns: readonly Column[],
  given: { readonly direction: string | undefined; readonly company: string | undefined },
): RefusedRow[] {
  const keys = new Set(columns.map(({ target }) => keyOf(target)));
  return requiredOf[table].flatMap((key) => {
    if (keys.has(key) || (key === "establishment" && given.company !== undefined)) return [];
    if (key === "direction" && (given.direction !== undefined || keys.has("status"))) return [];
    const likely = columns.find(({ suggestion }) => suggestion?.replace(/:.*/, "") === key)?.header ?? null;
    const expected = fieldsOf[table].find((field) => field.key === key)?.header ?? key;
    const refusal = refuse(likely === null ? "COLUMN_MISSING" : "COLUMN_MISNAMED", { expected }).problem;
    return [refusedRow({ sheet, row: lastRow, column: likely }, likely, refusal, false)];
  });
}
