import type { Network, NetworkNode } from "../formats/network.ts";
import type { PortfolioDecision, PortfolioViolation } from "./portfolio-decision.ts";

type Above = (a: number, b: number, size?: number) => boolean;

/**
 * Periods of a decision, from the network alone: each flow along a `by_period` arc says what is used in each period,
 * which adds up to its amount; no node takes more in a period than its calendar allows, nor more than what it has made
 * in that period and the few before that it keeps. Looked at for every set of periods, so that nothing is shared with
 * the optimiser's way: `periods[a1]`, `calendar[s1]`, with the limit and the value found.
 */
export function checkPeriods(
  network: Network,
  { flows }: PortfolioDecision,
  above: Above,
): readonly PortfolioViolation[] {
  const violations: PortfolioViolation[] = [];
  const given = new Map(flows.map((flow) => [flow.arc, flow]));
  const used = new Map<string, number[]>();
  const use = (id: string, period: number, amount: number): void => {
    const periods = used.get(id) ?? [];
    used.set(id, periods);
    periods[period] = (periods[period] ?? 0) + amount;
  };
  for (const arc of network.arcs) {
    const flow = given.get(arc.id);
    if (arc.by_period !== true || flow === undefined || !(flow.amount > 0)) continue;
    const periods = flow.periods ?? [];
    const whole = periods.reduce((all, amount) => all + amount, 0);
    const least = periods.reduce((low, amount) => Math.min(low, amount), 0);
    if (above(flow.amount, whole) || above(whole, flow.amount) || above(0, least, flow.amount))
      violations.push({ constraint: `periods[${arc.id}]`, limit: flow.amount, actual: whole });
    for (const [period, amount] of periods.entries()) {
      use(arc.from, period, amount);
      use(arc.to, period, amount * arc.yield);
    }
  }
  for (const node of network.nodes) {
    const worst = worstSet(node, used.get(node.id) ?? [], above);
    if (worst !== undefined) violations.push({ constraint: `calendar[${node.id}]`, ...worst });
  }
  return violations;
}

/** The first set of periods in which more is used than there is. */
function worstSet(
  { calendar, keeps, supply, demand }: NetworkNode,
  used: readonly number[],
  above: Above,
): { limit: number; actual: number } | undefined {
  if (calendar === undefined || used.length === 0) return undefined;
  const count = calendar.length;
  const whole = supply ?? demand ?? 0;
  // What does not keep can be looked at one period at a time.
  const sets = keeps === undefined ? calendar.map((_, period) => 1 << period) : undefined;
  for (let i = 0; i < (sets?.length ?? 2 ** count); i++) {
    const set = sets?.[i] ?? i;
    let actual = 0;
    let limit = 0;
    for (let period = 0; period < count; period++) {
      if ((set >> period) & 1) actual += used[period] ?? 0;
      let reached = false;
      for (let later = 0; later <= (keeps ?? 0); later++) reached ||= ((set >> ((period + later) % count)) & 1) === 1;
      if (reached) limit += whole * (calendar[period] ?? 0);
    }
    if (above(actual, limit, whole / count)) return { limit, actual };
  }
  return undefined;
}
