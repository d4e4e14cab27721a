import type { RefusedRow } from "@simbiosi/domain";
import { isEmpty, wordsOf } from "../cells/cell.ts";
import { unmarked } from "../csv/quoting.ts";
import type { TableKind } from "../fields/field.ts";
import { outletKey } from "../fields/flow-fields.ts";
import { refuse } from "../refusals/refusal.ts";
import { refusedRow } from "../refusals/report.ts";
import type { RefusalCode } from "../refusals/sentences.ts";
import { parseMeasure } from "../vocabulary/units.ts";
import type { Header } from "./find-header.ts";
import { fieldsOf, matchHeader, type Target } from "./headers.ts";
import { columnLetters, type Sheet } from "./sheet.ts";

/** One column of a sheet: its header as found, and what it means. */
export type Column = { readonly index: number; readonly header: string; readonly target: Target };

/** Header → key of the model, by table, as a person mapped them. */
export type Mapping = { readonly [T in "establishments" | "flows"]?: Readonly<Record<string, string>> };

/**
 * What each column means. A column that is not ours is kept aside under its header; a second column of one field, and
 * a field whose brackets are not understood, are kept aside too and reported.
 */
export function columnsOf(
  sheet: Sheet,
  table: TableKind,
  { words, lastRow }: Header,
  mapping: Readonly<Record<string, string>>,
): { columns: Column[]; refused: RefusedRow[] } {
  const columns: Column[] = [];
  const refused: RefusedRow[] = [];
  const taken = new Set<string>();
  const complain = (header: string, code: RefusalCode): void => {
    const place = { sheet: sheet.name, row: lastRow, column: header };
    refused.push(refusedRow(place, header, refuse(code).problem, true));
  };
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.cells.length), words.length);
  for (let index = 0; index < width; index++) {
    const header = sheet.untyped ? unmarked(words[index] ?? "").words : (words[index] ?? "");
    if (header === "") {
      const target = nameless(sheet, table, lastRow, index, columns);
      if (target !== undefined) columns.push({ index, header: `Colonne ${columnLetters(index)}`, target });
      continue;
    }
    const match = mappedTo(table, mapping, header) ?? matchHeader(table, header) ?? { is: "extra", name: header };
    if (match.is === "unknown-hint") complain(header, "HEADER_UNIT_UNKNOWN");
    const name = match.is === "field" ? match.field.key : match.is === "month" ? String(match.month) : match.is;
    const twice = match.is !== "extra" && match.is !== "unknown-hint" && taken.has(name);
    if (twice) complain(header, "COLUMN_TWICE");
    else if (match.is !== "extra") taken.add(name);
    const aside: Target = { is: "extra", name: twice ? `${header} (2)` : header };
    columns.push({ index, header, target: twice || match.is === "unknown-hint" ? aside : match });
  }
  return { columns, refused };
}

function mappedTo(table: TableKind, mapping: Readonly<Record<string, string>>, header: string): Target | undefined {
  const key = Object.hasOwn(mapping, header) ? mapping[header] : undefined;
  if (table === "flows" && key === outletKey) return { is: "outlet" };
  const field = fieldsOf[table].find((candidate) => candidate.key === key);
  return field && { is: "field", field, hint: "" };
}

/** The first mapped key that no table has. */
export function unknownKey(mapping: Mapping): string | undefined {
  for (const table of ["establishments", "flows"] as const) {
    const keys = new Set(fieldsOf[table].map(({ key }) => key));
    if (table === "flows") keys.add(outletKey);
    for (const key of Object.values(mapping[table] ?? {})) if (!keys.has(key)) return key;
  }
  return undefined;
}

/**
 * A column without a header. Beside the quantity and full of units, it is the second half of a merged header "Quantité";
 * else what it holds is kept aside under its letters. Empty columns are nothing.
 */
function nameless(
  sheet: Sheet,
  table: TableKind,
  lastRow: number,
  index: number,
  before: readonly Column[],
): Target | undefined {
  const filled = sheet.rows.filter(({ number, cells }) => number > lastRow && !isEmpty(cells[index]));
  if (filled.length === 0) return undefined;
  const left = before.at(-1)?.target;
  const besideQuantity = table === "flows" && left?.is === "field" && left.field.key === "quantity";
  const unit = fieldsOf.flows.find(({ key }) => key === "unit");
  if (besideQuantity && unit && filled.every(({ cells }) => parseMeasure(wordsOf(cells[index] ?? null)) !== undefined))
    return { is: "field", field: unit, hint: "" };
  return { is: "extra", name: `Colonne ${columnLetters(index)}` };
}
