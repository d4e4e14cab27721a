import type { Network } from "@simbiosi/domain";
import { emptyAnswer, type PortfolioAnswer, planAnswer } from "./answer.ts";
import { arcBounds, finiteBounds } from "./arc-bounds.ts";
import { explainInfeasible } from "./conflicts.ts";
import { indexNetwork, type NetworkIndex } from "./network-index.ts";
import { buildModel, type NetworkModel } from "./network-model.ts";
import { polish } from "./polish.ts";
import { Session } from "./session.ts";
import type { Solver, SolverOutcome } from "./solver.ts";
import { circulationProgram, leastRayGain, unboundedProgram } from "./unbounded.ts";

/** How the search goes, in the network's own sense. */
export type PortfolioProgress = {
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
  readonly onProgress?: (progress: PortfolioProgress) => void;
  readonly signal?: AbortSignal;
};

/** Work after which a search without a clock gives what it has. */
export const defaultWork = { nodes: 20_000, iterations: 1_000_000 } as const;

/**
 * Finds the best exchange plan of a network, with a proof of how good it is.
 *
 * @param solver any linear-programming engine (`highsInWorker`, `highsInThread`)
 * @returns `optimal` only when the gap asked for is proved; `feasible` with the gap reached otherwise; `infeasible` with
 * the constraints in conflict, in words; `unbounded`; `stopped` when nothing was found. Amounts are exact vertices of
 * the plan chosen; the objective is their plain sum; `checker` is a second opinion that shares no code.
 * Same network, options and solver: same answer, unless `timeSeconds` or `signal` stopped it (`stopped_by` says so).
 * Method: fixed-charge network design as a mixed-integer program, big-M from propagated bounds, branch and cut.
 */
export async function optimiseWith(
  solver: Solver,
  network: Network,
  options: PortfolioOptions,
): Promise<PortfolioAnswer> {
  const session = new Session(solver, options);
  if (session.ended !== null) return emptyAnswer("stopped", session.ended);
  const index = indexNetwork(network);
  const endless = await findEndlessGain(session, index);
  if (endless === "unbounded") return emptyAnswer("unbounded", "proof");
  if (session.ended !== null) return emptyAnswer("stopped", session.ended);

  const bounds = finiteBounds(index, endless === "none");
  const model = buildModel(index, bounds);
  const tolerance = options.gap ?? 0.01;
  const outcome = await session.run(
    model.program,
    {
      relativeGap: tolerance,
      absoluteGap: tolerance / model.moneyUnit, // the gap of a small objective is measured against 1, not against itself
      ...(options.timeSeconds === undefined ? defaultWork : {}),
    },
    ({ objective, bound, nodes }) => options.onProgress?.(progressOf(index, model, objective, bound, nodes)),
  );

  const decision = outcome.values === null ? null : await polish(session, index, model, outcome.values);
  // Bounds that were only assumed, or a circulation that pays but may not be allowed, leave the solver's bound unproved.
  const sure = !bounds.assumed && endless === "none";
  const bound = sure ? fromProgram(index, model, outcome.bound) : null;
  if (decision !== null) return planAnswer(network, index, decision, { bound, limit: outcome.limit }, tolerance);
  if (outcome.status === "infeasible" && !bounds.assumed) {
    return emptyAnswer("infeasible", "proof", { conflicts: await explainInfeasible(session, network) });
  }
  return emptyAnswer("stopped", limitOf(outcome), { bound });
}

const limitOf = ({ limit }: SolverOutcome): "nodes" | "time" | "user" => limit ?? "nodes";

/** Does some circulation pay for ever, and may it be used? "forbidden": it pays, but no plan may use it whole. */
async function findEndlessGain(session: Session, index: NetworkIndex): Promise<"none" | "unbounded" | "forbidden"> {
  const { upper } = arcBounds(index, false);
  if (!upper.includes(Infinity)) return "none";
  const circulation = await session.run(circulationProgram(index, upper), {});
  if ((circulation.objective ?? 0) > -leastRayGain) return "none";
  const model = buildModel(index, finiteBounds(index, false));
  const { objective } = await session.run(unboundedProgram(index, model, upper), defaultWork);
  return objective !== null && objective < -leastRayGain ? "unbounded" : "forbidden";
}

const fromProgram = (index: NetworkIndex, { moneyUnit }: NetworkModel, value: number | null): number | null =>
  value === null ? null : index.sign * value * moneyUnit;

function progressOf(
  index: NetworkIndex,
  model: NetworkModel,
  objective: number | null,
  bound: number | null,
  nodes: number,
): PortfolioProgress {
  const found = fromProgram(index, model, objective);
  const proved = fromProgram(index, model, bound);
  const gap = found === null || proved === null ? null : Math.abs(found - proved) / Math.max(1, Math.abs(found));
  return { objective: found, bound: proved, gap, nodes };
}
