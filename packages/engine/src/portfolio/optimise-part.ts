import type { Network, Text } from "@simbiosi/domain";
import { type ArcBounds, arcBounds, finiteBounds } from "./arc-bounds.ts";
import { explainInfeasible } from "./conflicts.ts";
import type { Decision } from "./decision.ts";
import { kernelFrom, kernelSearch } from "./kernel-search.ts";
import { withoutCosts } from "./linear-program.ts";
import { indexNetwork, type NetworkIndex } from "./network-index.ts";
import { buildModel, type NetworkModel } from "./network-model.ts";
import { polish } from "./polish.ts";
import type { Limit, Session } from "./session.ts";
import type { SolverOutcome } from "./solver.ts";
import { circulationProgram, leastRayGain, unboundedProgram } from "./unbounded.ts";

/** How a search goes, in the network's own sense. */
export type PartProgress = { readonly objective: number | null; readonly bound: number | null; readonly nodes: number };

/** What was found about one part of a network; bounds are in the network's own sense, null when nothing is proved. */
export type PartOutcome =
  | { readonly kind: "plan"; readonly plan: Decision; readonly bound: number | null; readonly limit: Limit | null }
  | { readonly kind: "infeasible"; readonly conflicts: readonly Text[] }
  | { readonly kind: "unbounded" }
  | { readonly kind: "stopped"; readonly limit: Limit; readonly bound: number | null };

export type PartGap = {
  readonly relative: number;
  /** In the money of the file: how far from the bound is good enough whatever the size of the objective. */
  readonly absolute: number;
};

// Measured with twelve periods: up to the first number they cost the search nothing, beyond it a proof takes ten times
// as long and most of the gain is found early; beyond the second the program itself is too large.
const splitFreely = 300;
const splitAtMost = 1000;
const splitIterations = 6000;

/** Optimises a network that is one piece. Plans are exact; the bound comes from the relaxation and branch and cut. */
export async function optimisePart(
  session: Session,
  network: Network,
  gap: PartGap,
  onProgress: (progress: PartProgress) => void,
): Promise<PartOutcome> {
  const index = indexNetwork(network);
  const endless = await findEndlessGain(session, index);
  if (endless === "unbounded") return { kind: "unbounded" };
  if (session.ended !== null) return { kind: "stopped", limit: session.ended, bound: null };

  const { bounds, proven } = finiteBounds(index, endless === "none");
  // Where periods of too many arcs are shared, they only bind the plan found: its bound is then the year's.
  const split = index.arcs.reduce((sum, { by_period }) => sum + (by_period === true ? 1 : 0), 0);
  const searched = { periods: split <= splitAtMost };
  const model = buildModel(index, bounds, searched);
  const exact = searched.periods ? model : buildModel(index, bounds, { periods: true });
  const wider = proven === bounds ? model : buildModel(index, proven, searched);
  let outcome = await searchWhole(session, index, bounds, model, gap, {
    onProgress,
    ...(searched.periods && split > splitFreely ? { iterations: splitIterations } : {}),
  });
  let plan = outcome.values === null ? null : await polish(session, index, exact, outcome.values);
  if (plan !== null && refutes(index, plan, inMoney(index, model, outcome.bound))) {
    outcome = await session.search(model.program, { ...settingsOf(model, gap), careful: true });
    const again = outcome.values === null ? null : await polish(session, index, exact, outcome.values);
    plan = better(index, plan, again);
  }
  const proof = wider === model ? outcome : await session.search(wider.program, settingsOf(wider, gap));
  const bound = endless === "none" ? inMoney(index, wider, proof.bound) : null;

  if (plan !== null) {
    return { kind: "plan", plan, bound: refutes(index, plan, bound) ? null : bound, limit: outcome.limit };
  }
  if (outcome.status === "infeasible" && (wider === model || (await hasNoPlan(session, wider)))) {
    return { kind: "infeasible", conflicts: await explainInfeasible(session, network) };
  }
  return { kind: "stopped", limit: outcome.limit ?? "nodes", bound };
}

const inMoney = (index: NetworkIndex, { moneyUnit }: NetworkModel, value: number | null): number | null =>
  value === null ? null : index.sign * value * moneyUnit;

// The solver accepts rows and switches within such tolerances: its bound may be wrong by as much.
const solverTolerance = 1e-6;

/** An exact plan better than a bound shows that rounding has misled the solver: the bound proves nothing. */
function refutes(index: NetworkIndex, { objective }: Decision, bound: number | null): boolean {
  return bound !== null && index.sign * (bound - objective) > solverTolerance * Math.max(1, Math.abs(objective));
}

const better = (index: NetworkIndex, a: Decision | null, b: Decision | null): Decision | null =>
  a === null || (b !== null && index.sign * (b.objective - a.objective) < 0) ? b : a;

const hasNoPlan = async (session: Session, { program }: NetworkModel): Promise<boolean> =>
  (await session.search(withoutCosts(program), {})).status === "infeasible";

const settingsOf = ({ moneyUnit }: NetworkModel, { relative, absolute }: PartGap) => ({
  // Nothing is proved closer than doubles allow.
  relativeGap: Math.max(relative, 1e-9),
  absoluteGap: absolute / moneyUnit,
});

/** The search proper; a large program starts from the plan of a kernel, which serves when there is no time for more. */
async function searchWhole(
  session: Session,
  index: NetworkIndex,
  bounds: ArcBounds,
  model: NetworkModel,
  gap: PartGap,
  { onProgress, ...work }: { readonly onProgress: (progress: PartProgress) => void; readonly iterations?: number },
): Promise<SolverOutcome> {
  const settings = settingsOf(model, gap);
  const tell = ({ objective, bound, nodes }: PartProgress): void =>
    onProgress({ objective: inMoney(index, model, objective), bound: inMoney(index, model, bound), nodes });
  const search = (start: Float64Array | null): Promise<SolverOutcome> =>
    session.search(model.program, { ...settings, ...work, onProgress: tell, ...(start === null ? {} : { start }) });

  const switches = model.program.integer.reduce((sum, isSwitch) => sum + isSwitch, 0);
  if (switches < kernelFrom) return search(null);
  const kernel = await kernelSearch(session, index, bounds, model, settings.relativeGap);
  tell(kernel);
  const { values, objective, bound } = kernel;
  const near = Math.max(settings.absoluteGap, settings.relativeGap * Math.abs(objective ?? 0));
  if (objective !== null && bound !== null && objective - bound <= near) return { ...kernel, status: "solved" };
  if (session.ended !== null) return { ...kernel, limit: session.ended };
  const outcome = await search(values);
  if (outcome.status !== "limited") return outcome;
  const closer = bound !== null && (outcome.bound === null || outcome.bound < bound) ? bound : outcome.bound;
  return outcome.values === null ? { ...outcome, values, objective, bound: closer } : { ...outcome, bound: closer };
}

/** Does some circulation pay for ever, and may it be used? "forbidden": it pays, but no plan may use it whole. */
async function findEndlessGain(session: Session, index: NetworkIndex): Promise<"none" | "unbounded" | "forbidden"> {
  const { upper } = arcBounds(index, false);
  if (!upper.includes(Infinity)) return "none";
  const circulation = await session.search(circulationProgram(index, upper), {});
  if ((circulation.objective ?? 0) > -leastRayGain) return "none";
  const model = buildModel(index, finiteBounds(index, false).bounds);
  const { objective } = await session.search(unboundedProgram(index, model, upper), {});
  return objective !== null && objective < -leastRayGain ? "unbounded" : "forbidden";
}
