import { limitCirculation } from "./circulation-bounds.ts";
import { dust, facilityNeedsSwitch, type NetworkIndex, needsSwitch } from "./network-index.ts";

/** Bounds that hold for at least one optimal plan. */
export type ArcBounds = {
  /** Most that can leave along each arc; Infinity where nothing limits it. */
  readonly upper: Float64Array;
  /** Most that can pass through each node (what arrives + supply used). */
  readonly throughput: Float64Array;
  /** The largest amount that supplies, demands and capacities alone allow somewhere: the scale of the network. */
  readonly size: number;
};

// Round after round the bounds of a lossy cycle shrink for ever, less and less: any round is valid, so stop early.
const mostRounds = 200;
const worthwhile = 1e-6;

/**
 * Most that each arc can carry, from its capacity, its doses, what can arrive before it, what can be taken after it, and how often
 * a unit can go round a cycle (`limitCirculation`). These are the factors that tie an arc to its switch (x ≤ u·y): the
 * smaller, the better the proof.
 *
 * @param noRewardingCycle whether it is known that no circulation improves the objective
 */
export function arcBounds(index: NetworkIndex, noRewardingCycle: boolean): ArcBounds {
  const upper = Float64Array.from(index.arcs, (arc, a) => {
    const whole = arc.single_source ? (index.own[at(index.to, a)]?.demand ?? 0) / arc.yield : Infinity;
    const { doses } = index.nodes[at(index.to, a)] ?? {};
    const dosed = (arc.doses ?? []).map((name) => (doses?.[name] ?? Infinity) / arc.yield);
    return Math.min(arc.capacity ?? Infinity, whole, ...dosed);
  });
  for (const [n, users] of index.users.entries())
    for (const a of users) upper[a] = Math.min(at(upper, a), index.nodes[n]?.facility?.capacity ?? Infinity);
  propagate(index, upper);
  dropVanishing(upper, 0);
  const size = sizeOf(index, upper);
  while (limitCirculation(index, upper, noRewardingCycle)) propagate(index, upper);
  dropVanishing(upper, size);
  return { upper, size, throughput: throughputs(index, upper) };
}

/** Bounds fit for switches, and those that prove something. */
export type FiniteBounds = {
  readonly bounds: ArcBounds;
  /**
   * The same, unless some limit had to be assumed: then the arcs concerned are unlimited here, and what is found under
   * `bounds` is a plan but proves nothing about the others.
   */
  readonly proven: ArcBounds;
};

// Beyond this many times the size of the network, the solver could not tell a switch from its tolerance.
const mostOfSize = 1e4;

/**
 * Bounds fit for switches. A cycle that gains matter beside one that loses it leaves arcs unlimited, or hardly limited:
 * ten thousand times the size of the network is then taken for a limit.
 */
export function finiteBounds(index: NetworkIndex, noRewardingCycle: boolean): FiniteBounds {
  const found = arcBounds(index, noRewardingCycle);
  const limit = mostOfSize * found.size;
  if (!lacksBound(index, found, limit)) return { bounds: found, proven: found };
  const cut = (toward: number): ArcBounds => {
    const upper = found.upper.map((u) => (u > limit ? toward : u));
    return { upper, size: found.size, throughput: throughputs(index, upper) };
  };
  return { bounds: cut(limit), proven: cut(Infinity) };
}

function lacksBound(index: NetworkIndex, { upper, throughput }: ArcBounds, limit: number): boolean {
  return (
    upper.some((u, a) => {
      if (u <= limit) return false;
      const rivals = index.incoming[at(index.to, a)] ?? [];
      return needsSwitch(index, a) || rivals.some((rival) => index.arcs[rival]?.single_source === true);
    }) || throughput.some((most, n) => most > limit && facilityNeedsSwitch(index, n))
  );
}

const at = (array: Float64Array | Int32Array, i: number): number => array[i] ?? 0;

/** In a losing cycle that nothing feeds, what remains after many rounds is nothing: no amount so small is ever kept. */
function dropVanishing(upper: Float64Array, size: number): void {
  for (const [a, u] of upper.entries()) if (u < Math.max(dust, 1e-12 * size)) upper[a] = 0;
}

/** A large supply that no arc can carry has no say; but round a cycle without limit, all of it may go. */
function sizeOf({ own, arcs }: NetworkIndex, upper: Float64Array): number {
  let size = upper.reduce((most, u) => (u < Infinity ? Math.max(most, u) : most), 0);
  if (size === 0 || upper.includes(Infinity)) {
    for (const { supply, demand } of own) size = Math.max(size, supply, demand);
    for (const { min_lot } of arcs) size = Math.max(size, min_lot);
  }
  return size || 1;
}

const throughputs = (index: NetworkIndex, upper: Float64Array): Float64Array =>
  Float64Array.from(index.nodes, (_, n) => throughputBound(index, upper, n));

function throughputBound(index: NetworkIndex, upper: Float64Array, n: number): number {
  const users = index.users[n] ?? [];
  if (users.length > 0)
    return Math.min(
      users.reduce((sum, a) => sum + at(upper, a), 0),
      index.nodes[n]?.facility?.capacity ?? Infinity,
    );
  const own = index.own[n];
  let before = own?.supply ?? 0;
  for (const a of index.incoming[n] ?? []) before += at(upper, a) * (index.arcs[a]?.yield ?? 1);
  let after = own?.demand ?? 0;
  for (const a of index.outgoing[n] ?? []) after += at(upper, a);
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
