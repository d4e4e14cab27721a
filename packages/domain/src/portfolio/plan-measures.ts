import type { Network } from "../formats/network.ts";
import type { PortfolioDecision } from "./portfolio-decision.ts";

/** What a plan brings of one measure of its network: per unit and once for each arc in use, once for each facility that runs. */
export function planMeasure(network: Network, { flows, open }: PortfolioDecision, name: string): number {
  const amounts = new Map(flows.map(({ arc, amount }) => [arc, amount]));
  const running = new Set(open);
  let whole = 0;
  for (const { id, measures } of network.arcs) {
    const amount = amounts.get(id) ?? 0;
    const brought = measures?.[name];
    if (amount > 0 && brought !== undefined) whole += brought.per_unit * amount + brought.once;
  }
  for (const { id, facility } of network.nodes) if (running.has(id)) whole += facility?.measures?.[name] ?? 0;
  return whole;
}
