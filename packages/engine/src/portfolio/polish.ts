import { type Decision, readDecision } from "./decision.ts";
import { withFixed } from "./linear-program.ts";
import type { NetworkIndex } from "./network-index.ts";
import type { NetworkModel } from "./network-model.ts";
import type { Session } from "./session.ts";

/**
 * Turns the solver's approximate plan into an exact one: its switches are rounded and fixed, and the amounts solved
 * again as a plain linear program. A switch at 0.0000004 lets a little through a closed arc; when rounding it down
 * leaves no plan, every arc that carries something is opened instead.
 *
 * @returns the better of the plans found, or null when neither rounding gives one
 */
export async function polish(
  session: Session,
  index: NetworkIndex,
  model: NetworkModel,
  values: Float64Array,
): Promise<Decision | null> {
  const asSolved = await solveFixed(session, index, model, roundedSwitches(model, values));
  if (asSolved !== null) return asSolved;
  return solveFixed(session, index, model, switchesOfUse(index, model, values));
}

async function solveFixed(
  session: Session,
  index: NetworkIndex,
  model: NetworkModel,
  fixed: ReadonlyMap<number, number>,
): Promise<Decision | null> {
  const { values } = await session.finish(withFixed(model.program, fixed), { tolerance: 1e-9 });
  return values === null ? null : readDecision(index, model, values);
}

function roundedSwitches({ program }: NetworkModel, values: Float64Array): Map<number, number> {
  const fixed = new Map<number, number>();
  for (const [column, isSwitch] of program.integer.entries()) {
    if (isSwitch === 1) fixed.set(column, (values[column] ?? 0) >= 0.5 ? 1 : 0);
  }
  return fixed;
}

const carried = 1e-7;

function switchesOfUse(index: NetworkIndex, model: NetworkModel, values: Float64Array): Map<number, number> {
  const fixed = roundedSwitches(model, values);
  const open = (column: number | undefined): void => {
    if (column !== undefined && column >= 0) fixed.set(column, 1);
  };
  for (const a of index.arcs.keys()) {
    if ((values[model.flow[a] ?? -1] ?? 0) <= carried) continue;
    open(model.arcSwitch[a]);
    open(model.facilitySwitch[index.to[a] ?? 0]);
    open(model.facilitySwitch[index.from[a] ?? 0]);
  }
  for (const [n, users] of index.users.entries())
    if (users.some((a) => (values[model.flow[a] ?? -1] ?? 0) > carried)) open(model.facilitySwitch[n]);
  return fixed;
}
