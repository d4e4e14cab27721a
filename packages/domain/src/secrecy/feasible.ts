/**
 * What a reader can still work out of a table with totals when some of its cells are hidden. Rows and columns are
 * extended: the last column holds the totals of rows, the last row those of columns, their corner the grand total.
 */
export type HiddenTable = {
  readonly rows: number;
  readonly columns: number;
  /** The true number of a cell, never negative, totals included. */
  readonly value: (row: number, column: number) => number;
  readonly hidden: (row: number, column: number) => boolean;
  /** What the reader knows of a cell beforehand, orders of magnitude for instance; by default only that it is no less than nothing. */
  readonly known?: (row: number, column: number) => Feasible;
};

/** The least and the most that a hidden cell can be, for who reads everything that is shown. */
export type Feasible = { readonly low: number; readonly high: number };

/**
 * The feasible interval of one cell. Any other filling of the hidden cells differs from the true one by a circulation:
 * what a cell of a row gains, others of the row lose. So the most that the cell can gain is a maximal flow from its
 * column back to its row through the other hidden cells, each of which can lose no more than it holds.
 * Exact, since a table with totals is a transport problem. The flow is found by shortest augmenting paths.
 */
export function feasible(table: HiddenTable, row: number, column: number): Feasible {
  const own = table.value(row, column);
  if (!table.hidden(row, column)) return { low: own, high: own };
  const up = maxFlow(table, row, column, "up");
  const down = maxFlow(table, row, column, "down");
  // A total is the opposite of what its line holds: it grows when its own edge shrinks.
  const [more, less] = isTotal(table, row, column) ? [down, up] : [up, down];
  return { low: Math.max(0, own - less), high: own + more };
}

/** Totals of lines carry the opposite sign of what they add up, so that every line sums to zero; the corner is back to plus. */
const isTotal = ({ rows, columns }: HiddenTable, row: number, column: number): boolean =>
  (row === rows) !== (column === columns);

const anything: Feasible = { low: 0, high: Number.POSITIVE_INFINITY };

/** How much the edge of a cell can move either way: down to the least that it may be, up to the most. */
function capacity(table: HiddenTable, row: number, column: number, way: "up" | "down"): number {
  const own = table.value(row, column);
  const { low, high } = table.known?.(row, column) ?? anything;
  const losing = isTotal(table, row, column) ? "up" : "down";
  return Math.max(0, way === losing ? own - low : high - own);
}

const nothing = 1e-9;

function maxFlow(table: HiddenTable, row: number, column: number, way: "up" | "down"): number {
  const { rows, columns } = table;
  const limit = capacity(table, row, column, way);
  const nodes = rows + columns + 2;
  const columnNode = (c: number): number => rows + 1 + c;
  // left[from][to]: what may still move along an edge; rows to columns is a gain, columns to rows a loss.
  const left: number[][] = Array.from({ length: nodes }, () => new Array<number>(nodes).fill(0));
  const set = (from: number, to: number, amount: number): void => {
    const line = left[from];
    if (line !== undefined) line[to] = amount;
  };
  for (let r = 0; r <= rows; r++)
    for (let c = 0; c <= columns; c++)
      if (table.hidden(r, c) && !(r === row && c === column)) {
        set(r, columnNode(c), capacity(table, r, c, "up"));
        set(columnNode(c), r, capacity(table, r, c, "down"));
      }
  const [source, sink] = way === "up" ? [columnNode(column), row] : [row, columnNode(column)];
  let total = 0;
  while (total < limit) {
    const path = shortestPath(left, source, sink);
    if (path === null) break;
    const least = path.reduce((m, [from, to]) => Math.min(m, left[from]?.[to] ?? 0), Number.POSITIVE_INFINITY);
    if (!Number.isFinite(least)) return limit;
    for (const [from, to] of path) {
      set(from, to, (left[from]?.[to] ?? 0) - least);
      set(to, from, (left[to]?.[from] ?? 0) + least);
    }
    total += least;
  }
  return Math.min(total, limit);
}

function shortestPath(
  left: readonly (readonly number[])[],
  source: number,
  sink: number,
): readonly (readonly [number, number])[] | null {
  const from = new Map<number, number>([[source, source]]);
  const queue = [source];
  for (const node of queue) {
    if (node === sink) break;
    for (const [next, amount] of (left[node] ?? []).entries())
      if (amount > nothing && !from.has(next)) {
        from.set(next, node);
        queue.push(next);
      }
  }
  if (!from.has(sink)) return null;
  const path: (readonly [number, number])[] = [];
  for (let node = sink; node !== source; ) {
    const before = from.get(node) ?? source;
    path.push([before, node]);
    node = before;
  }
  return path;
}
