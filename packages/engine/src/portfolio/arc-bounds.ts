import { facilityNeedsSwitch, type NetworkIndex, needsSwitch } from "./network-index.ts";
import { strongComponents } from "./strong-components.ts";

/** Bounds that hold for at least one optimal plan. */
export type ArcBounds = {
  /** Most that can leave along each arc in some optimal plan; Infinity where nothing limits it. */
  readonly upper: Float64Array;
  /** Most that can pass through each node (what arrives + supply used). */
  readonly throughput: Float64Array;
};

// Round after round the bounds of a lossy cycle shrink for ever, less and less: any round is valid, so stop early.
const mostRounds = 30;
const worthwhile = 1e-6;

/**
 * Most that each arc can carry, from its capacity, what can arrive before it and what can be taken after it. These are
 * the factors that tie an arc to its switch (x ≤ u·y): the smaller, the better the proof.
 *
 * Round and round in a cycle without capacity, nothing limits an arc from either side. Where all the arcs of such a
 * cycle lose matter, mass balance limits them; where they keep it, some optimal plan has no idle circulation, provided
 * that no circulation pays (`improvingRay` has said so) and that no fixed cost rewards use.
 *
 * @param noRewardingCycle whether it is known that no circulation improves the objective
 */
export function arcBounds(index: NetworkIndex, noRewardingCycle: boolean): ArcBounds {
  const upper = Float64Array.from(index.arcs, (arc, a) => {
    if (arc.single_source)
      return Math.min(arc.capacity ?? Infinity, (index.own[index.to[a] ?? 0]?.demand ?? 0) / arc.yield);
    return arc.capacity ?? Infinity;
  });
  propagate(index, upper);
  while (limitCirculation(index, upper, noRewardingCycle)) propagate(index, upper);
  return { upper, throughput: Float64Array.from(index.nodes, (_, n) => throughputBound(index, upper, n)) };
}

/**
 * Bounds fit for switches: where cycles that both gain and lose matter leave an arc unlimited and a switch needs a
 * limit, ten thousand times everything the network holds is taken for one.
 *
 * @returns `assumed` when that happened: what is then found is a plan, but proves nothing about the others
 */
export function finiteBounds(
  index: NetworkIndex,
  noRewardingCycle: boolean,
): ArcBounds & { readonly assumed: boolean } {
  const bounds = arcBounds(index, noRewardingCycle);
  if (!lacksBound(index, bounds)) return { ...bounds, assumed: false };
  let whole = index.own.reduce((sum, { supply, demand }) => sum + supply + demand, 1);
  for (const { min_lot, capacity } of index.arcs) whole += min_lot + (capacity ?? 0);
  const upper = bounds.upper.map((u) => (u === Infinity ? 1e4 * whole : u));
  return {
    upper,
    throughput: Float64Array.from(index.nodes, (_, n) => throughputBound(index, upper, n)),
    assumed: true,
  };
}

function lacksBound(index: NetworkIndex, { upper, throughput }: ArcBounds): boolean {
  return (
    upper.some((u, a) => {
      if (u < Infinity) return false;
      const rivals = index.incoming[at(index.to, a)] ?? [];
      return needsSwitch(index, a) || rivals.some((rival) => index.arcs[rival]?.single_source === true);
    }) || throughput.some((most, n) => most === Infinity && facilityNeedsSwitch(index, n))
  );
}

const at = (array: Float64Array | Int32Array, i: number): number => array[i] ?? 0;

const arriving = (index: NetworkIndex, upper: Float64Array, n: number): number =>
  (index.incoming[n] ?? []).reduce((sum, a) => sum + at(upper, a) * (index.arcs[a]?.yield ?? 1), 0);

const leaving = (index: NetworkIndex, upper: Float64Array, n: number): number =>
  (index.outgoing[n] ?? []).reduce((sum, a) => sum + at(upper, a), 0);

function throughputBound(index: NetworkIndex, upper: Float64Array, n: number): number {
  const own = index.own[n];
  const before = arriving(index, upper, n) + (own?.supply ?? 0);
  const after = leaving(index, upper, n) + (own?.demand ?? 0);
  return Math.min(before, after, index.nodes[n]?.facility?.capacity ?? Infinity);
}

function propagate(index: NetworkIndex, upper: Float64Array): void {
  for (let round = 0; round < mostRounds; round++) {
    let changed = false;
    const lower = (a: number, limit: number): void => {
      const was = at(upper, a);
      const now = Math.max(0, limit);
      if (!(now < was)) return;
      upper[a] = now;
      changed ||= was === Infinity || was - now > worthwhile * was;
    };
    for (let n = 0; n < index.nodes.length; n++) {
      const own = index.own[n];
      const most = throughputBound(index, upper, n);
      for (const a of index.outgoing[n] ?? []) lower(a, most - (own?.mustMeet ?? 0));
      for (const a of index.incoming[n] ?? []) lower(a, (most - (own?.mustUse ?? 0)) / (index.arcs[a]?.yield ?? 1));
    }
    if (!changed) return;
  }
}

/** Bounds some arcs that only cycles leave unlimited; false when there is nothing more to bound. */
function limitCirculation(index: NetworkIndex, upper: Float64Array, noRewardingCycle: boolean): boolean {
  const free = (a: number): boolean => at(upper, a) === Infinity;
  const component = strongComponents(index.nodes.length, (n) =>
    (index.outgoing[n] ?? []).filter(free).map((a) => at(index.to, a)),
  );
  const groups = new Map<number, Group>();
  for (let n = 0; n < index.nodes.length; n++) {
    const key = at(component, n);
    const group = groups.get(key) ?? { inside: [], enters: 0, exits: 0, lots: 0, rewarded: false };
    groups.set(key, group);
    const inGroup = (a: number): boolean => at(component, at(index.from, a)) === at(component, at(index.to, a));
    group.enters += index.own[n]?.supply ?? 0;
    group.exits += index.own[n]?.demand ?? 0;
    group.rewarded ||= index.sign * (index.nodes[n]?.facility?.fixed_cost ?? 0) < 0;
    for (const a of index.incoming[n] ?? []) {
      if (!(free(a) && inGroup(a))) group.enters += at(upper, a) * (index.arcs[a]?.yield ?? 1);
    }
    for (const a of index.outgoing[n] ?? []) {
      if (!(free(a) && inGroup(a))) group.exits += at(upper, a);
      else {
        group.inside.push(a);
        group.lots += index.arcs[a]?.min_lot ?? 0;
        group.rewarded ||= index.sign * (index.arcs[a]?.fixed_cost ?? 0) < 0;
      }
    }
  }
  let bounded = false;
  for (const group of groups.values()) bounded = limitGroup(index, upper, group, noRewardingCycle) || bounded;
  return bounded;
}

/** Nodes that reach one another along unlimited arcs: those arcs, and the most that enters and leaves by other ways. */
type Group = { inside: number[]; enters: number; exits: number; lots: number; rewarded: boolean };

function limitGroup(index: NetworkIndex, upper: Float64Array, group: Group, noRewardingCycle: boolean): boolean {
  const yields = group.inside.map((a) => index.arcs[a]?.yield ?? 1);
  const losing = yields.every((y) => y <= 1);
  const gaining = yields.every((y) => y >= 1);
  let bounded = false;
  for (const [i, a] of group.inside.entries()) {
    const y = yields[i] ?? 1;
    let limit = Infinity;
    // Summed over the group, mass balance reads: losses on inner arcs ≤ what enters; gains ≤ what leaves.
    if (losing && y < 1) limit = group.enters / (1 - y);
    else if (gaining && y > 1) limit = group.exits / (y - 1);
    // Flow above the minimum lots has no cycle, so no arc carries more of it than enters, lots counted as entering.
    else if (losing && gaining && noRewardingCycle && !group.rewarded) limit = group.enters + 2 * group.lots;
    if (limit === Infinity) continue;
    upper[a] = limit;
    bounded = true;
  }
  return bounded;
}
