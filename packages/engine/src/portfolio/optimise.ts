import { byCodeUnit, type Network } from "@simbiosi/domain";
import { emptyAnswer, type PortfolioAnswer, planAnswer } from "./answer.ts";
import type { Decision } from "./decision.ts";
import { withoutIdleArcs } from "./idle-arcs.ts";
import { optimisePart, type PartGap, type PartOutcome } from "./optimise-part.ts";
import { splitNetwork } from "./parts.ts";
import { type Limit, Session } from "./session.ts";
import type { Solver } from "./solver.ts";

/** How the search of one part goes, in the network's own sense. */
export type PortfolioProgress = {
  readonly part: number;
  readonly parts: number;
  readonly objective: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
  readonly nodes: number;
};

export type PortfolioOptions = {
  /** Gap that is good enough, |objective − bound| ÷ max(1, |objective|); 0.01 unless said. */
  readonly gap?: number;
  /** Wall-clock safety. Without it the search ends by its gap or by a fixed amount of work, the same on every run. */
  readonly timeSeconds?: number;
  readonly seed: number;
  /** Share of the usual work after which a search without clock ends; 1 unless said. */
  readonly effort?: number;
  readonly onProgress?: (progress: PortfolioProgress) => void;
  readonly signal?: AbortSignal;
};

/**
 * Finds the best exchange plan of a network, with a proof of how good it is.
 *
 * @param solver any engine that solves linear programs with integer columns
 * @returns `optimal` only when the gap asked for is proved; `feasible` with the gap reached otherwise; `infeasible` with
 * the constraints in conflict, in words; `unbounded`; `stopped` when nothing was found. Amounts are exact vertices of
 * the plan chosen; the objective is their plain sum; `checker` is a second opinion that shares no code.
 * Same network, options and solver: same answer, unless `timeSeconds` or `signal` stopped it (`stopped_by` says so).
 * Method: fixed-charge network design as a mixed-integer program, big-M from propagated bounds, kernel search for a
 * start, branch and cut; parts that nothing ties together are solved apart.
 */
export async function optimiseWith(
  solver: Solver,
  network: Network,
  options: PortfolioOptions,
): Promise<PortfolioAnswer> {
  const session = new Session(solver, options);
  const tolerance = options.gap ?? 0.01;
  const parts = splitNetwork(withoutIdleArcs(network));
  const solve = (number: number, part: Network, gap: PartGap): Promise<PartOutcome> =>
    optimisePart(session, part, gap, ({ objective, bound, nodes }) => {
      const gapNow =
        objective === null || bound === null ? null : Math.abs(objective - bound) / Math.max(1, Math.abs(objective));
      options.onProgress?.({ part: number + 1, parts: parts.length, objective, bound, gap: gapNow, nodes });
    });

  const outcomes: PartOutcome[] = [];
  const weight = (part: Network): number => part.arcs.length + 20;
  const whole = parts.reduce((sum, part) => sum + weight(part), 0);
  let rest = whole;
  for (const [number, part] of parts.entries()) {
    session.beginPart(weight(part) / whole, weight(part) / rest);
    rest -= weight(part);
    const outcome = await solve(number, part, { relative: tolerance, absolute: tolerance / parts.length });
    if (outcome.kind === "infeasible") return emptyAnswer("infeasible", "proof", { conflicts: outcome.conflicts });
    outcomes.push(outcome);
  }
  session.beginPart(1, 1);
  await tighten(parts, outcomes, tolerance, solve);
  return combine(network, outcomes, tolerance);
}

/**
 * Gaps of parts add up, while their objectives may cancel out (gains here, costs there): parts that use more than their
 * share of the gap allowed for the whole are solved again, more closely.
 */
async function tighten(
  parts: readonly Network[],
  outcomes: PartOutcome[],
  tolerance: number,
  solve: (number: number, part: Network, gap: PartGap) => Promise<PartOutcome>,
): Promise<void> {
  const missing = (outcome: PartOutcome): number =>
    outcome.kind === "plan" && outcome.bound !== null ? Math.abs(outcome.plan.objective - outcome.bound) : 0;
  const total = outcomes.reduce((sum, outcome) => sum + (outcome.kind === "plan" ? outcome.plan.objective : 0), 0);
  const allowed = tolerance * Math.max(1, Math.abs(total));
  if (parts.length === 1 || outcomes.reduce((sum, outcome) => sum + missing(outcome), 0) <= allowed) return;
  const share = allowed / parts.length;
  for (const [number, part] of parts.entries()) {
    const outcome = outcomes[number];
    if (outcome?.kind !== "plan" || outcome.limit !== null || missing(outcome) <= share) continue;
    const closer = await solve(number, part, { relative: 0, absolute: share });
    if (closer.kind === "plan") outcomes[number] = closer;
  }
}

function combine(network: Network, outcomes: readonly PartOutcome[], tolerance: number): PortfolioAnswer {
  const plans: Decision[] = [];
  let bound: number | null = 0;
  let limit: Limit | null = null;
  let unbounded = false;
  let stopped = false;
  for (const outcome of outcomes) {
    if (outcome.kind === "unbounded") unbounded = true;
    if (outcome.kind === "plan") plans.push(outcome.plan);
    if (outcome.kind !== "plan" && outcome.kind !== "stopped") continue;
    stopped ||= outcome.kind === "stopped";
    limit ??= outcome.limit;
    bound = bound === null || outcome.bound === null ? null : bound + outcome.bound;
  }
  if (stopped) return emptyAnswer("stopped", limit ?? "nodes", { bound: unbounded ? null : bound });
  if (unbounded) return emptyAnswer("unbounded", "proof");
  return planAnswer(network, sideBySide(plans), { bound, limit }, tolerance);
}

function sideBySide(plans: readonly Decision[]): Decision {
  return {
    flows: plans.flatMap(({ flows }) => flows).sort((a, b) => byCodeUnit(a.arc, b.arc)),
    open: plans.flatMap(({ open }) => open).sort(byCodeUnit),
    objective: plans.reduce((sum, { objective }) => sum + objective, 0),
  };
}
