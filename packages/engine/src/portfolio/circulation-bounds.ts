import type { NetworkIndex } from "./network-index.ts";
import { strongComponents } from "./strong-components.ts";

// Yields that multiply to one round a cycle may do so up to rounding.
const rounding = 1e-9;

/**
 * Limits arcs that only go round: between nodes that reach one another along unlimited arcs, capacities say nothing.
 *
 * Say E enters such a group of nodes. If no cycle in it gains matter, the flow is a sum of paths, of paths that end in a
 * losing cycle, and of cycles that keep all. A path carries no more than it brings in; a losing cycle of yield γ no more
 * than 1 ÷ (1 − γ) times that; and some optimal plan has no cycle that keeps all, if none pays and no fixed cost rewards
 * use (flow within minimum lots is counted as entering). So no arc carries more than E ÷ (1 − γ), γ the greatest yield
 * below one. The same holds backwards, from what leaves, if no cycle loses matter.
 *
 * Yields are compared in units chosen for each node, so that converting tonnes to cubic metres is neither gain nor loss.
 *
 * @param upper most that each arc can carry; lowered in place
 * @returns whether some arc was limited
 */
export function limitCirculation(index: NetworkIndex, upper: Float64Array, noRewardingCycle: boolean): boolean {
  let limited = false;
  for (const group of freeGroups(index, upper)) {
    const idle = noRewardingCycle && !group.rewarded;
    const unlimited = (a: number): boolean => upper[a] === Infinity;
    for (const direction of ["forwards", "backwards"] as const) {
      if (!group.arcs.some(unlimited)) break;
      for (const [a, limit] of groupLimits(index, upper, group, direction, idle)) {
        if (!unlimited(a) || limit === Infinity) continue;
        upper[a] = limit;
        limited = true;
      }
    }
  }
  return limited;
}

/** Nodes that reach one another along unlimited arcs, and those arcs. */
type Group = {
  readonly nodes: number[];
  readonly arcs: number[];
  /** Whether some fixed cost inside rewards use. */
  rewarded: boolean;
};

function freeGroups(index: NetworkIndex, upper: Float64Array): readonly Group[] {
  const component = strongComponents(index.nodes.length, (n) =>
    (index.outgoing[n] ?? []).filter((a) => upper[a] === Infinity).map((a) => index.to[a] ?? 0),
  );
  const groups = new Map<number, Group>();
  for (const [n, node] of index.nodes.entries()) {
    const key = component[n] ?? 0;
    const group = groups.get(key) ?? { nodes: [], arcs: [], rewarded: false };
    groups.set(key, group);
    group.nodes.push(n);
    group.rewarded ||= index.sign * (node.facility?.fixed_cost ?? 0) < 0;
    for (const a of index.outgoing[n] ?? []) {
      if (upper[a] !== Infinity || component[index.to[a] ?? 0] !== key) continue;
      group.arcs.push(a);
      group.rewarded ||= index.sign * (index.arcs[a]?.fixed_cost ?? 0) < 0;
    }
  }
  return [...groups.values()].filter(({ arcs }) => arcs.length > 0);
}

type Direction = "forwards" | "backwards";

/** Seen backwards, an arc goes from its end to its start, carries what arrives, and yields 1 ÷ yield. */
function groupLimits(
  index: NetworkIndex,
  upper: Float64Array,
  group: Group,
  direction: Direction,
  idle: boolean,
): Map<number, number> {
  const forwards = direction === "forwards";
  const [tail, head] = forwards ? [index.from, index.to] : [index.to, index.from];
  const yieldOf = (a: number): number => (forwards ? (index.arcs[a]?.yield ?? 1) : 1 / (index.arcs[a]?.yield ?? 1));
  const carried = (a: number, amount: number): number => (forwards ? amount : amount * (index.arcs[a]?.yield ?? 1));
  const limits = new Map<number, number>();
  const units = losingUnits(group, tail, head, yieldOf);
  if (units === undefined) return limits;
  const unit = (n: number | undefined): number => units.get(n ?? 0) ?? 1;

  const inside = new Set(group.arcs);
  let enters = 0;
  for (const n of group.nodes) {
    enters += unit(n) * ((forwards ? index.own[n]?.supply : index.own[n]?.demand) ?? 0);
    for (const a of (forwards ? index.incoming[n] : index.outgoing[n]) ?? []) {
      if (!inside.has(a)) enters += unit(n) * carried(a, upper[a] ?? 0) * yieldOf(a);
    }
  }
  let greatestLoss = 0;
  let lots = 0;
  const kept = new Map<number, number>();
  for (const a of group.arcs) {
    const share = (yieldOf(a) * unit(head[a])) / unit(tail[a]);
    kept.set(a, share);
    if (share < 1 - rounding) greatestLoss = Math.max(greatestLoss, share);
    lots += unit(tail[a]) * carried(a, index.arcs[a]?.min_lot ?? 0);
  }
  for (const [a, share] of kept) {
    // Mass balance over the group limits what a losing arc loses, whatever the circulation; the rest needs it idle.
    const losing = share < 1 - rounding ? enters / (1 - share) : Infinity;
    const limit = Math.min(losing, idle ? (enters + 2 * lots) / (1 - greatestLoss) : Infinity);
    limits.set(a, limit / unit(tail[a]) / (forwards ? 1 : (index.arcs[a]?.yield ?? 1)));
  }
  return limits;
}

/**
 * A unit for each node in which no arc of the group yields more than one: shortest paths for lengths −log yield
 * (Bellman, 1958). Undefined when some cycle gains matter.
 */
function losingUnits(
  { nodes, arcs }: Group,
  tail: Int32Array,
  head: Int32Array,
  yieldOf: (arc: number) => number,
): ReadonlyMap<number, number> | undefined {
  const logs = new Map(nodes.map((n) => [n, 0]));
  for (let round = 0; round <= nodes.length; round++) {
    let changed = false;
    for (const a of arcs) {
      const through = (logs.get(tail[a] ?? 0) ?? 0) - Math.log(yieldOf(a));
      if (through >= (logs.get(head[a] ?? 0) ?? 0) - rounding / 10) continue;
      logs.set(head[a] ?? 0, through);
      changed = true;
    }
    if (!changed) return new Map([...logs].map(([n, log]) => [n, Math.exp(log)]));
  }
  return undefined;
}
