import { checkPortfolio, type Network, type PortfolioJson, type Text } from "@simbiosi/domain";
import type { Decision } from "./decision.ts";
import type { Limit } from "./session.ts";

/** What the optimiser answers about one network: `portfolio.json` without what only an inventory can tell. */
export type PortfolioAnswer = Omit<PortfolioJson, "pareto" | "scenarios" | "explanations">;

// A proof and the amounts it is about are both floating: this close, they are the same.
const rounding = 1e-9;

/**
 * An answer with a plan. `bound` is in the network's own sense, null when nothing is proved. The status never says more
 * than the gap that is proved.
 *
 * @param proof.limit what stopped the search before it was satisfied, null when nothing did
 */
export function planAnswer(
  network: Network,
  plan: Decision,
  proof: { readonly bound: number | null; readonly limit: Limit | null },
  tolerance: number,
): PortfolioAnswer {
  const { flows, open, objective } = plan;
  const size = Math.max(1, Math.abs(objective));
  const checker = checkPortfolio(network, { flows, open });
  const disagreement = Math.abs((checker.objective ?? Infinity) - objective);
  // A plan that the checker refuses, or finds to cost something else, is the solver's mistake: it is nobody's plan.
  if (!checker.feasible || disagreement > 1e-6 * size) return emptyAnswer("stopped", proof.limit ?? "nodes");
  const bound = proof.bound === null ? null : settleBound(network, objective, proof.bound, size);
  const gap = bound === null ? null : Math.abs(objective - bound) / size;
  const proved = gap !== null && gap <= tolerance + rounding;
  return {
    format: "simbiosi-portfolio/1",
    status: proved ? "optimal" : "feasible",
    stopped_by: proved ? (gap === 0 ? "proof" : "gap") : (proof.limit ?? "nodes"),
    objective,
    bound,
    gap,
    flows: [...flows],
    open: [...open],
    selected: flows.map(({ arc }) => arc),
    conflicts: [],
    checker,
  };
}

/** The bound, or the objective itself where rounding alone parts them or puts the bound on the wrong side. */
function settleBound({ sense }: Network, objective: number, bound: number, size: number): number {
  const beyond = sense === "min" ? bound - objective : objective - bound;
  return beyond > -rounding * size ? objective : bound;
}

/** An answer without a plan. */
export function emptyAnswer(
  status: "infeasible" | "unbounded" | "stopped",
  stoppedBy: PortfolioAnswer["stopped_by"],
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
