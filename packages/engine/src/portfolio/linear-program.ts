/**
 * A mixed-integer linear program, minimised:
 *   min offset + cost·x   with   rowLower ≤ A x ≤ rowUpper,   lower ≤ x ≤ upper,   x integer where `integer` is 1.
 * A is kept by columns (compressed sparse columns). Infinite bounds are ±Infinity.
 */
export type LinearProgram = {
  readonly columns: number;
  readonly rows: number;
  readonly offset: number;
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly integer: Uint8Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Column j holds the entries `starts[j]` up to `starts[j + 1]` of `indices` (rows) and `values`. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
};

export type Column = {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  readonly integer?: boolean;
};
/** One coefficient of a row: the column's number and its factor. */
export type Term = readonly [column: number, factor: number];

/** Gathers columns and rows in any order, then packs them. Terms of one column in one row are summed. */
export class ProgramBuilder {
  offset = 0;
  readonly #columns: Column[] = [];
  readonly #rows: { readonly lower: number; readonly upper: number; readonly terms: Map<number, number> }[] = [];

  /** Starts empty, or from a program to which columns and rows are to be added. */
  constructor(base?: LinearProgram) {
    if (base === undefined) return;
    this.offset = base.offset;
    const at = (array: Float64Array | Int32Array | Uint8Array, i: number): number => array[i] ?? 0;
    for (let row = 0; row < base.rows; row++) this.row(at(base.rowLower, row), at(base.rowUpper, row), []);
    for (let j = 0; j < base.columns; j++) {
      const [cost, lower, upper] = [at(base.cost, j), at(base.lower, j), at(base.upper, j)];
      this.column({ cost, lower, upper, integer: at(base.integer, j) === 1 });
      for (let k = at(base.starts, j); k < at(base.starts, j + 1); k++) {
        this.#rows[at(base.indices, k)]?.terms.set(j, at(base.values, k));
      }
    }
  }

  column(column: Column): number {
    return this.#columns.push(column) - 1;
  }

  row(lower: number, upper: number, terms: Iterable<Term>): number {
    const sums = new Map<number, number>();
    for (const [column, factor] of terms) sums.set(column, (sums.get(column) ?? 0) + factor);
    return this.#rows.push({ lower, upper, terms: sums }) - 1;
  }

  build(): LinearProgram {
    const columns = this.#columns.length;
    const starts = new Int32Array(columns + 1);
    for (const { terms } of this.#rows) {
      for (const [column, factor] of terms) if (factor !== 0) starts[column + 1] = (starts[column + 1] ?? 0) + 1;
    }
    for (let j = 0; j < columns; j++) starts[j + 1] = (starts[j + 1] ?? 0) + (starts[j] ?? 0);
    const next = starts.slice();
    const indices = new Int32Array(starts[columns] ?? 0);
    const values = new Float64Array(indices.length);
    for (const [row, { terms }] of this.#rows.entries()) {
      for (const [column, factor] of terms) {
        if (factor === 0) continue;
        const at = next[column] ?? 0;
        next[column] = at + 1;
        indices[at] = row;
        values[at] = factor;
      }
    }
    return {
      columns,
      rows: this.#rows.length,
      offset: this.offset,
      cost: Float64Array.from(this.#columns, ({ cost }) => cost),
      lower: Float64Array.from(this.#columns, ({ lower }) => lower),
      upper: Float64Array.from(this.#columns, ({ upper }) => upper),
      integer: Uint8Array.from(this.#columns, ({ integer }) => (integer === true ? 1 : 0)),
      rowLower: Float64Array.from(this.#rows, ({ lower }) => lower),
      rowUpper: Float64Array.from(this.#rows, ({ upper }) => upper),
      starts,
      indices,
      values,
    };
  }
}

/** The same program with some columns fixed at a value and no integrality: a plain linear program. */
export function withFixed(program: LinearProgram, fixed: ReadonlyMap<number, number>): LinearProgram {
  const lower = program.lower.slice();
  const upper = program.upper.slice();
  for (const [column, value] of fixed) {
    lower[column] = value;
    upper[column] = value;
  }
  return { ...program, lower, upper, integer: new Uint8Array(program.columns) };
}

/** The same program with nothing to minimise: any solution will do. */
export const withoutCosts = (program: LinearProgram): LinearProgram => ({
  ...program,
  offset: 0,
  cost: new Float64Array(program.columns),
});
