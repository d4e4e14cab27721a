import type { LinearProgram } from "./linear-program.ts";

export type DenseOutcome =
  | {
      readonly status: "solved";
      readonly values: Float64Array;
      readonly objective: number;
      /** Reduced costs. */
      readonly columnDuals: Float64Array;
      readonly iterations: number;
    }
  | { readonly status: "infeasible"; readonly iterations: number }
  /** Without bound, too many steps, or numbers that do not hold: another method must judge. */
  | { readonly status: "lost"; readonly iterations: number };

const feasible = 1e-9;
const leastCost = 1e-9;
const leastPivot = 1e-7;

/**
 * Solves a small linear program, integrality left aside, by the primal simplex with bounds on every variable
 * (Dantzig, 1955), on a dense table; the start may be infeasible: the sum of what is missing is brought to zero first.
 * What it calls solved has been checked against the rows of the program.
 */
export function solveDense(program: LinearProgram): DenseOutcome {
  const { columns: n, rows: m } = program;
  // Variables 0 … n−1 are the columns; n … n+m−1 what each row sums up to, basic at the start.
  const lower = Float64Array.of(...program.lower, ...program.rowLower);
  const upper = Float64Array.of(...program.upper, ...program.rowUpper);
  const basic = Int32Array.from({ length: m }, (_, i) => n + i);
  const free = Int32Array.from({ length: n }, (_, j) => j);
  const at = (array: Float64Array, i: number): number => array[i] as number;

  // Each basic variable as a sum of the free ones.
  const table = Array.from({ length: m }, () => new Float64Array(n));
  for (let j = 0; j < n; j++)
    for (let k = program.starts[j] ?? 0; k < (program.starts[j + 1] ?? 0); k++) {
      const row = table[program.indices[k] ?? 0] as Float64Array;
      row[j] = at(row, j) + at(program.values, k);
    }
  const cost = program.cost.slice();
  const value = new Float64Array(n + m);
  for (let j = 0; j < n; j++) {
    if (at(lower, j) > at(upper, j)) return { status: "infeasible", iterations: 0 };
    value[j] = at(lower, j) > -Infinity ? at(lower, j) : at(upper, j) < Infinity ? at(upper, j) : 0;
  }
  for (let i = 0; i < m; i++) {
    let sum = 0;
    const row = table[i] as Float64Array;
    for (let j = 0; j < n; j++) sum += at(row, j) * at(value, j);
    value[n + i] = sum;
  }

  const missing = (variable: number): -1 | 0 | 1 =>
    at(value, variable) < at(lower, variable) - feasible
      ? -1
      : at(value, variable) > at(upper, variable) + feasible
        ? 1
        : 0;
  const gradient = new Float64Array(n);
  const most = 20 * (n + m) + 100;
  for (let iterations = 0; ; iterations++) {
    if (iterations > most) return { status: "lost", iterations };
    // What a step along each free variable changes: in what is missing as long as something is, then in the cost.
    let repairing = false;
    gradient.fill(0);
    for (let i = 0; i < m; i++) {
      const side = missing(basic[i] as number);
      if (side === 0) continue;
      repairing = true;
      const row = table[i] as Float64Array;
      for (let j = 0; j < n; j++) gradient[j] = at(gradient, j) + side * at(row, j);
    }
    const slope = repairing ? gradient : cost;

    let enters = -1;
    let steepest = leastCost;
    for (let j = 0; j < n; j++) {
      const variable = free[j] as number;
      const moves =
        at(slope, j) < 0 ? at(value, variable) < at(upper, variable) : at(value, variable) > at(lower, variable);
      if (moves && Math.abs(at(slope, j)) > steepest) {
        steepest = Math.abs(at(slope, j));
        enters = j;
      }
    }
    if (enters < 0) {
      if (repairing) return { status: "infeasible", iterations };
      return answer(iterations);
    }

    const variable = free[enters] as number;
    const direction = at(slope, enters) < 0 ? 1 : -1;
    let step = at(upper, variable) - at(lower, variable); // as far as its other bound
    let leaves = -1;
    let pivot = 0;
    let limit = 0;
    for (let i = 0; i < m; i++) {
      const coefficient = at(table[i] as Float64Array, enters);
      if (Math.abs(coefficient) <= leastPivot) continue;
      const b = basic[i] as number;
      const side = missing(b);
      const rises = coefficient * direction > 0;
      // What is already beyond a bound stops where it comes back to it, and is free to go further away.
      const end = rises ? (side < 0 ? at(lower, b) : at(upper, b)) : side > 0 ? at(upper, b) : at(lower, b);
      if (!Number.isFinite(end) || (side !== 0 && rises === side > 0)) continue;
      const ratio = Math.max(0, (end - at(value, b)) / (coefficient * direction));
      if (
        ratio < step - feasible ||
        (ratio <= step + feasible && leaves >= 0 && Math.abs(coefficient) > Math.abs(pivot))
      ) {
        step = Math.min(step, ratio);
        leaves = i;
        pivot = coefficient;
        limit = end;
      }
    }
    if (step === Infinity) return { status: "lost", iterations };

    for (let i = 0; i < m; i++) {
      const b = basic[i] as number;
      value[b] = at(value, b) + at(table[i] as Float64Array, enters) * direction * step;
    }
    if (leaves < 0) {
      value[variable] = direction > 0 ? at(upper, variable) : at(lower, variable);
      continue;
    }
    const left = basic[leaves] as number;
    value[variable] = at(value, variable) + direction * step;
    value[left] = limit;
    basic[leaves] = variable;
    free[enters] = left;
    exchange(table, cost, leaves, enters, n);
  }

  function answer(iterations: number): DenseOutcome {
    const values = value.slice(0, n);
    for (let j = 0; j < n; j++) values[j] = Math.min(Math.max(at(values, j), at(lower, j)), at(upper, j));
    const sums = new Float64Array(m);
    const sizes = new Float64Array(m).fill(1);
    let objective = program.offset;
    for (let j = 0; j < n; j++) {
      objective += at(program.cost, j) * at(values, j);
      for (let k = program.starts[j] ?? 0; k < (program.starts[j + 1] ?? 0); k++) {
        const i = program.indices[k] ?? 0;
        const term = at(program.values, k) * at(values, j);
        sums[i] = at(sums, i) + term;
        sizes[i] = Math.max(at(sizes, i), Math.abs(term));
      }
    }
    for (let i = 0; i < m; i++) {
      const slack = feasible * at(sizes, i);
      if (at(sums, i) < at(lower, n + i) - slack || at(sums, i) > at(upper, n + i) + slack)
        return { status: "lost", iterations };
    }
    const columnDuals = new Float64Array(n);
    for (let j = 0; j < n; j++) if ((free[j] as number) < n) columnDuals[free[j] as number] = at(cost, j);
    return { status: "solved", values, objective, columnDuals, iterations };
  }
}

/** The free variable of a column takes the place of the basic one of a row, in the table and in the cost. */
function exchange(table: readonly Float64Array[], cost: Float64Array, r: number, c: number, n: number): void {
  const row = table[r] as Float64Array;
  const by = 1 / (row[c] as number);
  for (let j = 0; j < n; j++) row[j] = j === c ? by : -(row[j] as number) * by;
  for (const other of [...table, cost]) {
    if (other === row) continue;
    const factor = other[c] as number;
    if (factor === 0) continue;
    other[c] = 0;
    for (let j = 0; j < n; j++) other[j] = (other[j] as number) + factor * (row[j] as number);
  }
}
