import { solveDense } from "./dense-simplex.ts";
import type { LinearProgram } from "./linear-program.ts";
import type { Solver, SolverOutcome } from "./solver.ts";

// Measured on territories of eighty companies: most parts of a network hold one to twenty arcs, and a solver made for
// large programs takes ten times as long to set itself up as to answer. Beyond these sizes it is the quicker one.
const cellsAtMost = 24_000;
const switchesAtMost = 24;
const nodesAtMost = 60;

// A switch this near to a whole number is one, as for the solver.
const whole = 1e-9;

/**
 * The same solver, spared the small programs: those are solved exactly, here and now, by a dense simplex and branch and
 * bound. Whatever this does not bring to a clean optimum (no plan, no bound, too many branches, numbers that do not
 * fit) goes to the solver, which remains the judge of it.
 */
export const withSmallPrograms =
  (solver: Solver): Solver =>
  async (program, settings, hooks) => {
    const small = program.columns > 0 && program.columns * program.rows <= cellsAtMost && settings.careful !== true;
    const outcome = small && hooks?.signal?.aborted !== true ? solveSmall(program, settings.iterations) : null;
    return outcome ?? solver(program, settings, hooks);
  };

/** The optimum of a small program, or null when it is not for here. */
export function solveSmall(program: LinearProgram, iterationsAtMost = Infinity): SolverOutcome | null {
  const switches = [...program.integer.keys()].filter((column) => program.integer[column] === 1);
  if (switches.length > switchesAtMost) return null;
  let best: { readonly values: Float64Array; readonly objective: number } | null = null;
  let columnDuals: Float64Array | null = null;
  let nodes = 0;
  let iterations = 0;
  const open = [{ lower: program.lower, upper: program.upper }];
  for (let box = open.pop(); box !== undefined; box = open.pop()) {
    nodes += 1;
    const relaxed = solveDense({ ...program, ...box });
    iterations += relaxed.iterations;
    if (nodes > nodesAtMost || iterations > iterationsAtMost || relaxed.status === "lost") return null;
    if (relaxed.status === "infeasible" || (best !== null && relaxed.objective >= best.objective)) continue;
    const { values, objective } = relaxed;
    const split = switches.find((column) => Math.abs((values[column] ?? 0) - Math.round(values[column] ?? 0)) > whole);
    if (split === undefined) {
      best = { values, objective };
      columnDuals = relaxed.columnDuals;
      continue;
    }
    const value = values[split] ?? 0;
    const below = { lower: box.lower, upper: box.upper.with(split, Math.floor(value)) };
    const above = { lower: box.lower.with(split, Math.ceil(value)), upper: box.upper };
    // The nearer side first: it is taken from the end.
    open.push(...(value - Math.floor(value) < 0.5 ? [above, below] : [below, above]));
  }
  if (best === null) return null;
  const { values, objective } = best;
  const isMip = switches.length > 0;
  return {
    status: "solved",
    limit: null,
    values,
    objective,
    bound: objective,
    columnDuals: isMip ? null : columnDuals,
    conflict: [],
    nodes: isMip ? nodes : 0,
    iterations,
    seconds: 0,
  };
}
