import { type LinearProgram, ProgramBuilder, type Term, withoutCosts } from "./linear-program.ts";
import type { NetworkIndex } from "./network-index.ts";
import type { NetworkModel } from "./network-model.ts";

/** A gain below this, for a circulation whose largest amount is 1 and largest unit cost 1, is rounding. */
export const leastRayGain = 1e-7;

/**
 * Can some circulation along unlimited arcs improve the objective for ever? A program over those arcs alone:
 * min cost·r with what arrives equal to what leaves at every node and 0 ≤ r ≤ 1. Its optimum is 0 when none can.
 * Supplies, demands and capacities are finite, so they take no part.
 *
 * @param upper most that each arc can carry, Infinity where nothing limits it
 */
export function circulationProgram(index: NetworkIndex, upper: Float64Array): LinearProgram {
  const builder = new ProgramBuilder();
  addCirculation(builder, index, upper);
  return builder.build();
}

/**
 * The same circulation, beside a plan that satisfies every constraint and whose switches it shares: budgets and
 * single-source arcs may forbid to use together all the arcs of a paying circulation.
 */
export function unboundedProgram(index: NetworkIndex, model: NetworkModel, upper: Float64Array): LinearProgram {
  const builder = new ProgramBuilder(withoutCosts(model.program));
  const rays = addCirculation(builder, index, upper);
  for (const [a, r] of rays) {
    const target = index.to[a] ?? 0;
    const y = model.arcSwitch[a] ?? -1;
    const z = model.facilitySwitch[target] ?? -1;
    if (y >= 0)
      builder.row(-Infinity, 0, [
        [r, 1],
        [y, -1],
      ]);
    if (z >= 0)
      builder.row(-Infinity, 0, [
        [r, 1],
        [z, -1],
      ]);
    for (const [n, users] of index.users.entries()) {
      const run = users.includes(a) ? (model.facilitySwitch[n] ?? -1) : -1;
      if (run >= 0)
        builder.row(-Infinity, 0, [
          [r, 1],
          [run, -1],
        ]);
    }
    const keepsOut: Term[] = [];
    for (const other of index.incoming[target] ?? []) {
      const single = model.arcSwitch[other] ?? -1;
      if (index.arcs[other]?.single_source === true && single >= 0) keepsOut.push([single, 1]);
    }
    if (keepsOut.length > 0) builder.row(-Infinity, 1, [[r, 1], ...keepsOut]);
  }
  return builder.build();
}

/** Adds one column for each unlimited arc; returns them by arc number. */
function addCirculation(builder: ProgramBuilder, index: NetworkIndex, upper: Float64Array): Map<number, number> {
  const largest = index.arcs.reduce((most, { unit_cost }) => Math.max(most, Math.abs(unit_cost)), 0);
  const rays = new Map<number, number>();
  for (const [a, arc] of index.arcs.entries()) {
    if (upper[a] !== Infinity) continue;
    const cost = largest === 0 ? 0 : (index.sign * arc.unit_cost) / largest;
    rays.set(a, builder.column({ cost, lower: 0, upper: 1 }));
  }
  for (let n = 0; n < index.nodes.length; n++) {
    const terms: Term[] = [];
    for (const a of index.incoming[n] ?? []) {
      const r = rays.get(a);
      if (r !== undefined) terms.push([r, index.arcs[a]?.yield ?? 1]);
    }
    for (const a of index.outgoing[n] ?? []) {
      const r = rays.get(a);
      if (r !== undefined) terms.push([r, -1]);
    }
    if (terms.length > 0) builder.row(0, 0, terms);
  }
  return rays;
}
