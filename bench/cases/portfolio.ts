import { type Network, networkOf, planLeads } from "@simbiosi/domain";
import { highsInThread, optimiseWith, type PortfolioAnswer } from "@simbiosi/engine";
import { randomTerritory } from "@simbiosi/fixtures";
import { loadReference } from "@simbiosi/reference";
import { detectSynergies, understand } from "@simbiosi/study";
import type { BenchCase } from "../case.ts";

const solver = highsInThread();

function territory(establishments: number): Network {
  const understood = understand(loadReference(), randomTerritory(1, establishments, 4), "2026-11-23");
  const { synergies } = detectSynergies(understood, 10);
  return networkOf(planLeads(understood.setting, synergies), { objective: "gain", budget: null });
}

/** The best of every set of arcs, their fixed costs paid and the amounts alone left to choose. */
async function bruteForce(network: Network): Promise<number> {
  const { arcs } = network;
  let best = 0;
  for (let mask = 1; mask < 2 ** arcs.length; mask++) {
    const used = arcs.filter((_, i) => (mask >> i) & 1);
    const amounts = { ...network, arcs: used.map((arc) => ({ ...arc, fixed_cost: 0 })) };
    const { objective } = await optimiseWith(solver, amounts, { gap: 0, seed: 1 });
    best = Math.max(best, (objective ?? 0) + used.reduce((sum, { fixed_cost }) => sum + fixed_cost, 0));
  }
  return best;
}

/** Leads that could pay, from a few flows that compete: what trying everything can still answer. */
function fewArcs(network: Network): Network {
  const paying = network.arcs.filter(
    ({ unit_cost, capacity, fixed_cost }) => unit_cost * (capacity ?? 0) > -fixed_cost,
  );
  const free = network.nodes.map(({ facility: _, ...node }) => node);
  return { ...network, nodes: free, arcs: paying.slice(0, 7) };
}

const percent = (gap: number | null): string => (gap === null ? "no bound" : `gap ${(100 * gap).toFixed(2)} %`);

/** The plan of a demanding territory: every flow has a season of its own, and may go nearly anywhere. */
export const planTerritory: BenchCase = {
  name: "portfolio/40-establishments",
  prepare: async () => {
    const network = territory(40);
    const few = fewArcs(network);
    // Equal answers first: a time for another answer means nothing.
    const [tried, found] = [await bruteForce(few), await optimiseWith(solver, few, { gap: 0, seed: 1 })];
    if (Math.abs(tried - (found.objective ?? 0)) > 1e-6 * Math.max(1, tried))
      throw new Error(`Not the same: ${tried} and ${found.objective}`);
    const monthly = network.arcs.filter(({ by_period }) => by_period === true).length;
    return async () => {
      const start = process.cpuUsage();
      const { gap, status }: PortfolioAnswer = await optimiseWith(solver, network, { gap: 0.01, seed: 1 });
      const { user, system } = process.cpuUsage(start);
      const cpu = ((user + system) / 1e6).toFixed(2);
      return {
        count: network.arcs.length,
        of: `arcs (${monthly} by month), ${network.nodes.length} nodes, ${status}, ${percent(gap)}, ${cpu} CPU s`,
      };
    };
  },
};
