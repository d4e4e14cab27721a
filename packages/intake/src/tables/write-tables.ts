import { byCodeUnit, type Establishment, type Extra, type Flow, type Inventory, type Lang } from "@simbiosi/domain";
import type { Cell } from "../cells/cell.ts";
import { establishmentFields } from "../fields/establishment-fields.ts";
import { type Field, type TableKind, tableNames } from "../fields/field.ts";
import { flowFields, outletHeader, outletKey } from "../fields/flow-fields.ts";
import { territoryFields } from "../fields/territory-fields.ts";
import { englishMonths, monthHeaders } from "../vocabulary/months.ts";
import { pack } from "./aside.ts";
import { asideHeader, packedHeader, territoryHeads } from "./headers.ts";

type WrittenColumn<Row> = {
  /** What the column is, in the model; absent where unknown columns are kept. */
  readonly key?: string;
  readonly header: string;
  readonly width: number;
  readonly choices?: readonly string[];
  /** Whether the column holds what unknown columns held, where words and numbers must stay apart. */
  readonly aside?: true;
  readonly cell: (row: Row) => Cell;
};
export type WrittenTable = {
  readonly kind: TableKind;
  readonly sheet: string;
  readonly file: string;
  readonly columns: readonly Omit<WrittenColumn<never>, "cell">[];
  readonly rows: readonly (readonly Cell[])[];
};

/** More names than this do not fit the columns that reading accepts. */
const MAX_ASIDE = 400;

/** How headers and words of lists are written. Both languages are read back; so are units behind a header. */
type Dress = { readonly lang: Lang; readonly units: boolean };
const carrier: Dress = { lang: "fr", units: false };

/** The three tables of an inventory, as workbook and CSV write them. */
export const tablesOf = (inventory: Inventory): readonly WrittenTable[] => [
  territoryTable(inventory),
  establishmentsTable(inventory.establishments),
  flowsTable(inventory.flows),
];

/** Some establishments, as one table. */
export const establishmentsTable = (rows: readonly Establishment[], dress = carrier): WrittenTable =>
  table("establishments", establishmentColumns(dress), rows);

/** Some flows, as one table. */
export const flowsTable = (rows: readonly Flow[], dress = carrier): WrittenTable =>
  table("flows", flowColumns(rows, dress), rows);

/** "unit_cost_eur" → "Unit cost eur": keys are read as headers, whatever stands between their words. */
const spelt = (key: string): string => `${key.charAt(0).toUpperCase()}${key.slice(1).replaceAll("_", " ")}`;

function headerOf({ key, header, unit }: Pick<Field, "key" | "header" | "unit">, { lang, units }: Dress): string {
  const words = lang === "fr" ? header : spelt(key);
  return units && unit !== undefined ? `${words} (${unit})` : words;
}

/** The key of a word of a list is its English. */
const cellIn = ({ kind, choices }: Pick<Field, "kind" | "choices">, value: unknown, { lang }: Dress): Cell =>
  lang === "en" && choices !== undefined ? String(value) : kind.toCell(value);

function table<Row extends { extra: Extra | null }>(
  kind: TableKind,
  ours: readonly WrittenColumn<Row>[],
  rows: readonly Row[],
): WrittenTable {
  const columns = [...ours, ...asideColumns(kind, rows)];
  const { sheet, file } = tableNames[kind];
  return { kind, sheet, file, columns, rows: rows.map((row) => columns.map(({ cell }) => cell(row))) };
}

function territoryTable({ territory }: Inventory): WrittenTable {
  const { sheet, file } = tableNames.territory;
  const ours = territoryFields.map(({ key, header, kind }): Cell[] => {
    const value = at(territory, key);
    return [header, value === null || value === undefined ? null : kind.toCell(value)];
  });
  const aside = entriesOf(territory.extra).map(([name, value]): Cell[] => [asideHeader("territory", name), value]);
  const columns = [
    { header: territoryHeads.fr[0], width: 34 },
    { header: territoryHeads.fr[1], width: 60, aside: true as const },
  ];
  return { kind: "territory", sheet, file, columns, rows: [...ours, ...aside] };
}

const establishmentColumns = (dress: Dress): WrittenColumn<Establishment>[] =>
  establishmentFields.map((field) => ({
    key: field.key,
    header: headerOf(field, dress),
    width: field.width,
    ...(field.choices && { choices: field.choices[dress.lang] }),
    cell: (row) => {
      const value = at(row, field.key);
      return value === null || value === undefined ? null : cellIn(field, value, dress);
    },
  }));

/**
 * One column holds the outlet of an offer and the supplier of a need; a column for the outlet of a need, or the
 * supplier of an offer, is there only when one is known.
 */
function flowColumns(flows: readonly Flow[], dress: Dress): WrittenColumn<Flow>[] {
  return flowFields.flatMap((field): WrittenColumn<Flow>[] => {
    const { key, under, width, choices } = field;
    const cell = (row: Flow): Cell => {
      const value = at((under === undefined ? row : row.current) ?? {}, key);
      const nothing = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
      return nothing ? null : cellIn(field, value, dress);
    };
    const column = {
      key,
      header: headerOf(field, dress),
      width,
      ...(choices && { choices: choices[dress.lang] }),
      cell,
    };
    if (key === "months") return monthColumns(width, dress);
    if (key === "route") {
      const outlet = {
        key: outletKey,
        header: headerOf({ key: outletKey, header: outletHeader }, dress),
        width: 28,
        cell: (row: Flow) => (row.direction === "out" ? cell(row) : (row.current?.supplier ?? null)),
      };
      const needed = flows.some(({ direction, current }) => direction === "in" && current?.route != null);
      return needed ? [outlet, { ...column, cell: (row) => (row.direction === "in" ? cell(row) : null) }] : [outlet];
    }
    if (key === "supplier") {
      const needed = flows.some(({ direction, current }) => direction === "out" && current?.supplier != null);
      return needed ? [{ ...column, cell: (row) => (row.direction === "out" ? cell(row) : null) }] : [];
    }
    return [column];
  });
}

const monthColumns = (width: number, { lang }: Dress): WrittenColumn<Flow>[] =>
  (lang === "fr" ? monthHeaders : englishMonths).map((header, month) => ({
    key: `months.${month}`,
    header,
    width,
    cell: (row) => row.months?.[month] ?? null,
  }));

/** A value by its key, of a row whose fields stand in a table. */
const at = (row: Readonly<Record<string, unknown>>, key: string): unknown => row[key];

/** What is kept aside under a name; empty words are nothing. */
function asideIn(extra: Extra | null, name: string): Cell {
  const value = extra !== null && Object.hasOwn(extra, name) ? extra[name] : null;
  return value === undefined || value === "" ? null : value;
}

type Aside = readonly (readonly [string, NonNullable<Extra[string]>])[];

/** What is kept aside, in an order that does not depend on how it was read. */
const entriesOf = (extra: Extra | null): Aside =>
  Object.entries(extra ?? {})
    .flatMap(([name, value]) => (value === null || value === "" ? [] : [[name, value] as const]))
    .toSorted(([a], [b]) => byCodeUnit(a, b));

function asideColumns<Row extends { extra: Extra | null }>(
  kind: TableKind,
  rows: readonly Row[],
): WrittenColumn<Row>[] {
  const names = new Set<string>();
  for (const { extra } of rows) for (const [name] of entriesOf(extra)) names.add(name);
  const sorted = [...names].toSorted(byCodeUnit);
  const alone = new Set(sorted.slice(0, MAX_ASIDE));
  const columns = [...alone].map((name): WrittenColumn<Row> => {
    const header = asideHeader(kind, name);
    const width = Math.min(30, Math.max(10, header.length + 2));
    return { header, width, aside: true, cell: ({ extra }) => asideIn(extra, name) };
  });
  if (sorted.length === alone.size) return columns;
  const rest = (extra: Extra | null): Aside => entriesOf(extra).filter(([name]) => !alone.has(name));
  const packed = { header: packedHeader, width: 40, cell: ({ extra }: Row) => pack(rest(extra)) || null };
  return [...columns, packed];
}
