import type { Network, PortfolioDecision } from "@simbiosi/domain";
import { optimiseWith, type PortfolioOptions } from "./optimise.ts";
import type { Solver } from "./solver.ts";

export type ScenarioOptions = PortfolioOptions & {
  readonly count: number;
  readonly onScenario?: (done: number) => void;
};

export type Scenarios = {
  readonly count: number;
  /** Solved within the gap asked for; the others that were begun are unresolved. */
  readonly resolved: number;
  readonly unresolved: number;
  readonly notRun: number;
  /** In how many of the resolved scenarios each arc carries something. */
  readonly active: ReadonlyMap<string, number>;
  /** The same for each facility that runs. */
  readonly running: ReadonlyMap<string, number>;
  /** Of each resolved scenario: what its best plan brings more than the base plan kept through it. Never below zero. */
  readonly regrets: readonly number[];
};

/**
 * Optimises a network again in each of its scenarios, and says how often each arc is part of the best plan, and what
 * keeping the base plan would cost: its arcs and facilities are then paid for, whatever comes; its amounts adapt.
 *
 * @param networkOf the network of a scenario, numbered from 1: the same arcs as the base, other numbers
 * Stopped by the user or the clock, it says how many scenarios were not run. Same networks and options: same answer.
 */
export async function scenariosWith(
  solver: Solver,
  networkOf: (scenario: number) => Network,
  base: PortfolioDecision,
  { count, onScenario, ...options }: ScenarioOptions,
): Promise<Scenarios> {
  const active = new Map<string, number>();
  const running = new Map<string, number>();
  const once = (counts: Map<string, number>, id: string): void => void counts.set(id, (counts.get(id) ?? 0) + 1);
  const regrets: number[] = [];
  let unresolved = 0;
  for (let scenario = 1; scenario <= count; scenario++) {
    if (options.signal?.aborted === true) break;
    const network = networkOf(scenario);
    const best = await optimiseWith(solver, network, options);
    const kept = keeping(network, base);
    const adapted = await optimiseWith(solver, kept.network, options);
    if (best.stopped_by === "user" || adapted.stopped_by === "user") break;
    onScenario?.(scenario);
    if (best.status !== "optimal" || adapted.status !== "optimal") {
      unresolved += 1;
      continue;
    }
    for (const { arc } of best.flows) once(active, arc);
    for (const facility of best.open) once(running, facility);
    const sign = network.sense === "max" ? 1 : -1;
    regrets.push(Math.max(0, sign * ((best.objective ?? 0) - (adapted.objective ?? 0) - kept.paid)));
  }
  const resolved = regrets.length;
  return { count, resolved, unresolved, notRun: count - resolved - unresolved, active, running, regrets };
}

/** The arcs and facilities of the base plan alone, already paid for: only the amounts are left to choose. */
function keeping(network: Network, { flows, open }: PortfolioDecision): { network: Network; paid: number } {
  const kept = new Set(flows.map(({ arc }) => arc));
  const running = new Set(open);
  let paid = 0;
  const arcs = network.arcs
    .filter(({ id }) => kept.has(id))
    .map((arc) => {
      paid += arc.fixed_cost;
      return { ...arc, fixed_cost: 0, min_lot: 0, investment: 0 };
    });
  const nodes = network.nodes.map((node) => {
    if (node.facility == null || !running.has(node.id)) return node;
    paid += node.facility.fixed_cost;
    return { ...node, facility: { ...node.facility, fixed_cost: 0, investment: 0 } };
  });
  return { network: { ...network, budget: null, nodes, arcs }, paid };
}
