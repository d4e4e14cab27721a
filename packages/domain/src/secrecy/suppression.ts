import { parameterValue, type Reference } from "../reference-data/reference.ts";
import { byCodeUnit } from "../text/text.ts";
import { type Feasible, feasible, type HiddenTable } from "./feasible.ts";

/** What one unit (a company) brings to a cell. `told`: its owner lets this reader know it, so it protects nobody else. */
export type TableEntry = {
  readonly row: string;
  readonly column: string;
  readonly unit: string;
  /** Never negative. */
  readonly value: number;
  readonly told: boolean;
  /** Between what the reader knows it to be: its order of magnitude. Nothing known when left out. */
  readonly magnitude?: Feasible;
};

/**
 * Statistical secrecy: a number is told when `units` companies or more stand behind it and none of them makes more than
 * `share` of it; what is hidden cannot be worked out closer than ± `protection` of itself.
 */
export type SecrecyRule = { readonly units: number; readonly share: number; readonly protection: number };

/** The rule of the reference. */
export const secrecyRule = (reference: Reference): SecrecyRule => ({
  units: parameterValue(reference, "secrecy.units"),
  share: parameterValue(reference, "secrecy.share") / 100,
  protection: parameterValue(reference, "secrecy.protection") / 100,
});

/** May the sum of these contributions be told? What the reader knows already is taken out first: it is no cover. */
export function maySum(rule: SecrecyRule, entries: readonly Pick<TableEntry, "unit" | "value" | "told">[]): boolean {
  const byUnit = new Map<string, number>();
  for (const { unit, value, told } of entries)
    if (!told && value > 0) byUnit.set(unit, (byUnit.get(unit) ?? 0) + value);
  if (byUnit.size === 0) return true;
  const values = [...byUnit.values()];
  const total = values.reduce((a, b) => a + b, 0);
  return values.length >= rule.units && Math.max(...values) <= rule.share * total;
}

/** A table with its totals (last column and last row); `null` is hidden, zero is nothing there. */
export type SuppressedTable = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly (number | null)[])[];
  /** Of the cells, which were hidden for themselves and which to protect others: for the facilitator, not for the reader. */
  readonly primary: number;
  readonly secondary: number;
};

/**
 * Hides what must not be told, then as much more as is needed for it not to be worked out again from totals and
 * neighbours. Small cells go first; a total is hidden only when nothing smaller does.
 * - hidden cells of a line whose total shows must, together, be tellable: their sum is told by the total
 * - a hidden cell needs room on what else is hidden: its feasible interval is at least twice `protection` wide
 */
export function suppressed(entries: readonly TableEntry[], rule: SecrecyRule): SuppressedTable {
  const rows = [...new Set(entries.map(({ row }) => row))].sort(byCodeUnit);
  const columns = [...new Set(entries.map(({ column }) => column))].sort(byCodeUnit);
  const [height, width] = [rows.length, columns.length];
  const inCell = (r: number, c: number): readonly TableEntry[] =>
    entries.filter(({ row, column }) => (r === height || row === rows[r]) && (c === width || column === columns[c]));
  const contents = grid(height, width, inCell);
  const at = (r: number, c: number): readonly TableEntry[] => contents[r]?.[c] ?? [];
  const secret = grid(height, width, (r, c) => at(r, c).reduce((all, { told, value }) => all + (told ? 0 : value), 0));
  const known = grid(height, width, (r, c) => {
    const untold = at(r, c).filter(({ told }) => !told);
    return {
      low: untold.reduce((all, { magnitude }) => all + (magnitude?.low ?? 0), 0),
      high: untold.reduce((all, { magnitude }) => all + (magnitude?.high ?? Number.POSITIVE_INFINITY), 0),
    };
  });
  const hidden = grid(height, width, (r, c) => !maySum(rule, at(r, c)));
  const table: HiddenTable = {
    rows: height,
    columns: width,
    value: (r, c) => secret[r]?.[c] ?? 0,
    hidden: (r, c) => hidden[r]?.[c] ?? false,
    known: (r, c) => known[r]?.[c] ?? { low: 0, high: Number.POSITIVE_INFINITY },
  };
  const primary = places(table).filter(([r, c]) => table.hidden(r, c));
  const hide = (cells: readonly Place[]): void => {
    for (const [r, c] of cells) {
      const line = hidden[r];
      if (line !== undefined) line[c] = true;
    }
  };
  for (;;) {
    const next = toldByALine(table, rule, at) ?? toldByNeighbours(table, rule, primary);
    if (next === null) break;
    hide(next);
  }
  const cells = grid(height, width, (r, c) =>
    table.hidden(r, c) ? null : at(r, c).reduce((all, { value }) => all + value, 0),
  );
  const all = places(table).filter(([r, c]) => table.hidden(r, c)).length;
  return { rows, columns, cells, primary: primary.length, secondary: all - primary.length };
}

type Place = readonly [row: number, column: number];

const grid = <T>(height: number, width: number, make: (r: number, c: number) => T): T[][] =>
  Array.from({ length: height + 1 }, (_, r) => Array.from({ length: width + 1 }, (_, c) => make(r, c)));

const places = ({ rows, columns }: HiddenTable): readonly Place[] =>
  grid(rows, columns, (r, c): Place => [r, c]).flat();

/** Every line with the place of its total: rows, then columns, those of totals included. */
const lines = ({
  rows,
  columns,
}: HiddenTable): readonly { readonly parts: readonly Place[]; readonly total: Place }[] => [
  ...Array.from({ length: rows + 1 }, (_, r) => ({
    parts: Array.from({ length: columns }, (_, c): Place => [r, c]),
    total: [r, columns] as const,
  })),
  ...Array.from({ length: columns + 1 }, (_, c) => ({
    parts: Array.from({ length: rows }, (_, r): Place => [r, c]),
    total: [rows, c] as const,
  })),
];

const isKnown = ({ low, high }: Feasible): boolean => high - low < 1e-9;

/** A line that tells the sum of its hidden cells when that sum may not be told: what to hide besides, or null. */
function toldByALine(
  table: HiddenTable,
  rule: SecrecyRule,
  at: (r: number, c: number) => readonly TableEntry[],
): readonly Place[] | null {
  for (const { parts, total } of lines(table)) {
    const inside = parts.filter(([r, c]) => table.hidden(r, c));
    if (inside.length === 0 || !isKnown(feasible(table, ...total))) continue;
    if (
      maySum(
        rule,
        inside.flatMap(([r, c]) => at(r, c)),
      )
    )
      continue;
    const [smallest] = visible(table, parts);
    if (smallest !== undefined) return [smallest];
    if (!table.hidden(...total)) return [total];
  }
  return null;
}

/** A cell that is hidden for itself and can be worked out too closely: what to hide besides, or null. */
function toldByNeighbours(table: HiddenTable, rule: SecrecyRule, primary: readonly Place[]): readonly Place[] | null {
  for (const [r, c] of primary) {
    const { low, high } = feasible(table, r, c);
    if (high - low >= 2 * rule.protection * table.value(r, c)) continue;
    // Four cells at the corners of a rectangle may trade with each other: the cheapest rectangle through the cell.
    let best: { cells: readonly Place[]; cost: number } | null = null;
    for (let k = 0; k <= table.rows; k++)
      for (let l = 0; l <= table.columns; l++) {
        if (k === r || l === c) continue;
        const corners: readonly Place[] = [
          [r, l],
          [k, c],
          [k, l],
        ];
        if (corners.some((corner) => table.value(...corner) <= 0)) continue;
        const cells = corners.filter((corner) => !table.hidden(...corner));
        const cost = cells.reduce((all, corner) => all + table.value(...corner), 0);
        if (cells.length > 0 && (best === null || cost < best.cost)) best = { cells, cost };
      }
    if (best !== null) return best.cells;
    const [smallest] = visible(table, places(table));
    if (smallest !== undefined) return [smallest];
  }
  return null;
}

/** The cells that show and hold something, the smallest first. */
const visible = (table: HiddenTable, cells: readonly Place[]): readonly Place[] =>
  cells
    .filter((cell) => !table.hidden(...cell) && table.value(...cell) > 0)
    .sort((a, b) => table.value(...a) - table.value(...b) || a[0] - b[0] || a[1] - b[1]);
