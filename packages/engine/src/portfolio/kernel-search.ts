import type { ArcBounds } from "./arc-bounds.ts";
import { withFixed } from "./linear-program.ts";
import type { NetworkIndex } from "./network-index.ts";
import { buildModel, type NetworkModel } from "./network-model.ts";
import type { Session } from "./session.ts";
import type { SolverOutcome } from "./solver.ts";

// Measured on invented territories and transport networks: below this many switches the whole problem is as quick.
export const kernelFrom = 1500;
const kernelShare = 2.5;
const kernelIterations = 30_000;

/**
 * A good plan of a large network at little cost, to start the search of the whole from it. The relaxation in flow space,
 * fixed costs spread over the most that each arc can carry, uses few arcs; those and the next best by reduced cost make
 * a kernel, solved exactly. The relaxation is a bound on the whole.
 * Method: kernel search (Angelelli, Mansini, Speranza, 2010), one kernel.
 *
 * @returns values of the whole program, null when the kernel holds no plan; a bound on the whole, null without relaxation
 */
export async function kernelSearch(
  session: Session,
  index: NetworkIndex,
  bounds: ArcBounds,
  whole: NetworkModel,
  gap: number,
): Promise<SolverOutcome> {
  const relaxed = buildModel(index, bounds, { switched: () => false });
  const relaxation = await session.search(withFixed(relaxed.program, new Map()), {});
  const { values, columnDuals, bound } = relaxation;
  if (values === null || columnDuals === null)
    return { ...relaxation, status: "limited", values: null, objective: null };
  const kernel = chooseKernel(index, bounds, relaxed, values, columnDuals);
  const model = buildModel(index, bounds, { excluded: (a) => !kernel.has(a) });
  const found = await session.search(model.program, { relativeGap: gap / 2, iterations: kernelIterations });
  const wide = found.values === null ? null : widen(model, whole, found.values);
  return { ...found, status: "limited", values: wide, bound };
}

/** Arcs that the relaxation uses, then those whose full use would cost least; ties by arc number. */
function chooseKernel(
  index: NetworkIndex,
  { upper }: ArcBounds,
  { flow, quantityUnit }: NetworkModel,
  values: Float64Array,
  reducedCosts: Float64Array,
): Set<number> {
  const used: number[] = [];
  const others: { readonly arc: number; readonly price: number }[] = [];
  for (const a of index.arcs.keys()) {
    const column = flow[a] ?? 0;
    if ((values[column] ?? 0) > 1e-9) used.push(a);
    else others.push({ arc: a, price: ((reducedCosts[column] ?? 0) * (upper[a] ?? 0)) / quantityUnit });
  }
  others.sort((a, b) => a.price - b.price || a.arc - b.arc);
  const size = Math.ceil(kernelShare * used.length) - used.length;
  return new Set([...used, ...others.slice(0, Math.max(0, size)).map(({ arc }) => arc)]);
}

/** The kernel's values as values of the whole program; what the kernel left out is zero. */
function widen(kernel: NetworkModel, whole: NetworkModel, values: Float64Array): Float64Array {
  const wide = new Float64Array(whole.program.columns);
  for (const columns of ["flow", "arcSwitch", "facilitySwitch", "used", "met"] as const) {
    for (const [i, to] of whole[columns].entries()) {
      const from = kernel[columns][i] ?? -1;
      if (to >= 0 && from >= 0) wide[to] = values[from] ?? 0;
    }
  }
  return wide;
}
