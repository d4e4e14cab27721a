import { checkPortfolio, type Network, type PortfolioJson, type Text } from "@simbiosi/domain";
import type { Decision } from "./decision.ts";
import type { NetworkIndex } from "./network-index.ts";

/** What the optimiser answers about one network: `portfolio.json` without what only an inventory can tell. */
export type PortfolioAnswer = Omit<PortfolioJson, "pareto" | "scenarios" | "explanations">;

export type StoppedBy = PortfolioJson["stopped_by"];

// A proof and the amounts it is about are both floating: this close, they are the same.
const rounding = 1e-9;

/** What the solver's own tolerances (1e-6) can make of a bound: a plan this little better than it meets it. */
const solverTolerance = 1e-6;

/**
 * An answer with a plan. `bound` is in the network's own sense, null when nothing is proved; a plan that the solver's
 * tolerances put a little beyond it takes its place. The status never says more than the gap that is proved.
 *
 * @param limit what stopped the search before it was satisfied, null when nothing did
 */
export function planAnswer(
  network: Network,
  index: NetworkIndex,
  plan: Decision,
  proof: { readonly bound: number | null; readonly limit: "nodes" | "time" | "user" | null },
  tolerance: number,
): PortfolioAnswer {
  const flows = index.arcs.flatMap(({ id }, a) => {
    const amount = plan.amounts[a] ?? 0;
    return amount > 0 ? [{ arc: id, amount }] : [];
  });
  const open = index.nodes.flatMap(({ id }, n) => (plan.open[n] === 1 ? [id] : []));
  const checker = checkPortfolio(network, { flows, open });
  // A plan that the checker refuses is the solver's mistake: it is nobody's plan.
  if (!checker.feasible) return emptyAnswer("stopped", proof.limit ?? "proof", { bound: null });

  const size = Math.max(1, Math.abs(plan.objective));
  const beyond = proof.bound === null ? 0 : index.sign * (proof.bound - plan.objective);
  // A bound that the plan beats by more than the tolerances of the solver proves nothing.
  const bound = beyond > solverTolerance * size ? null : beyond > 0 ? plan.objective : proof.bound;
  const gap = bound === null ? null : Math.abs(plan.objective - bound) / size;
  const proved = gap !== null && gap <= tolerance + rounding;
  return {
    format: "simbiosi-portfolio/1",
    status: proved ? "optimal" : "feasible",
    stopped_by: proved ? (gap <= rounding ? "proof" : "gap") : (proof.limit ?? "nodes"),
    objective: plan.objective,
    bound,
    gap,
    flows,
    open,
    selected: flows.map(({ arc }) => arc),
    conflicts: [],
    checker,
  };
}

/** An answer without a plan. */
export function emptyAnswer(
  status: "infeasible" | "unbounded" | "stopped",
  stoppedBy: StoppedBy,
  extra: { readonly bound?: number | null; readonly conflicts?: readonly Text[] } = {},
): PortfolioAnswer {
  return {
    format: "simbiosi-portfolio/1",
    status,
    stopped_by: stoppedBy,
    objective: null,
    bound: extra.bound ?? null,
    gap: null,
    flows: [],
    open: [],
    selected: [],
    conflicts: [...(extra.conflicts ?? [])],
    checker: { feasible: false, objective: null, violations: [] },
  };
}
