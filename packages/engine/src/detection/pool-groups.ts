import {
  greatCircleKm,
  monthOf,
  type Point,
  type PoolCandidate,
  poolAmounts,
  rootOf,
  type Setting,
  shortestNetwork,
  travelBetween,
} from "@simbiosi/domain";
import type { PoolLot } from "./pool-kinds.ts";

/** A group formed around one site: places in the lot, ascending, and what they bring together. */
export type Formed = {
  readonly members: readonly number[];
  /** Near, but their contract ends outside the window of the others. */
  readonly later: readonly number[];
  readonly total: number;
};

/** Kilometres by road between two sites, as the domain reckons them, in plain numbers. */
export const roadKm =
  ({ reference, context }: Setting) =>
  (a: PoolCandidate["site"], b: PoolCandidate["site"]): number =>
    travelBetween(reference, context, a, b).km;

const pointOf = ({ lon, lat }: PoolCandidate["site"]): Point | null =>
  lon === null || lat === null ? null : { lon, lat };

/** As the crow flies; without both points, by what the two sites share. */
function straightKm(setting: Setting, a: PoolCandidate["site"], b: PoolCandidate["site"]): number {
  const [from, to] = [pointOf(a), pointOf(b)];
  return from === null || to === null ? roadKm(setting)(a, b) : greatCircleKm(from, to);
}

/** For each site, the places of those within reach of it, itself included, ascending. */
export function neighbourhoods(setting: Setting, sites: readonly PoolCandidate["site"][], radius: number): number[][] {
  const km = roadKm(setting);
  const near: number[][] = sites.map((_, i) => [i]);
  // A degree of latitude is 111 km: sites sorted by latitude are compared within a band only.
  const band = radius / 110;
  const located = sites.map((site) => pointOf(site) !== null);
  const byLatitude = sites.map((_, i) => i).filter((i) => located[i]);
  byLatitude.sort((a, b) => (sites[a]?.lat ?? 0) - (sites[b]?.lat ?? 0) || a - b);
  const join = (i: number, j: number): void => {
    const [a, b] = [sites[i], sites[j]];
    if (a === undefined || b === undefined) return;
    // Out of reach in a straight line is out of reach, whatever a ferry makes of the road.
    if (straightKm(setting, a, b) > radius || km(a, b) > radius) return;
    near[i]?.push(j);
    near[j]?.push(i);
  };
  byLatitude.forEach((i, place) => {
    for (let next = place + 1; next < byLatitude.length; next++) {
      const j = byLatitude[next] ?? i;
      if ((sites[j]?.lat ?? 0) - (sites[i]?.lat ?? 0) > band) break;
      join(i, j);
    }
  });
  // Sites without a point are guessed from what they share: each is compared with all.
  sites.forEach((_, i) => {
    if (located[i]) return;
    sites.forEach((__, j) => {
      if (j > i || (located[j] && j !== i)) join(i, j);
    });
  });
  return near.map((list) => [...new Set(list)].sort((a, b) => a - b));
}

/**
 * The best group around one site, out of those still free within reach of it: kept within the limits of the kind
 * (distance between any two, branches of a network that deserve their length, contracts that end together).
 */
export function formGroup(setting: Setting, lot: PoolLot, seed: number, reach: readonly number[]): Formed {
  const { kind, ready } = lot;
  const at = (i: number): PoolCandidate => {
    const one = ready[i];
    if (one === undefined) throw new Error("Bug: candidate out of range");
    return one;
  };
  const amounts = (places: readonly number[]) => poolAmounts(setting, kind, places.map(at));
  const weigh = (places: readonly number[]): Formed => {
    const brought = amounts(places);
    const members = places.filter((_, i) => (brought[i] ?? 0) > 0);
    return { members, later: [], total: brought.reduce((total, amount) => total + amount, 0) };
  };
  let places = reach;
  if (kind.farthest_km !== null) places = withinEachOther(setting, lot, seed, places, kind.farthest_km);
  if (kind.line_density !== null) places = alongTheLine(setting, lot, places, amounts(places), kind.line_density.value);
  if (kind.contract_window_months === null) return weigh(places);
  // The window opens at one of the contract ends; a need whose end is not known may join any.
  const window = kind.contract_window_months;
  const endOf = (i: number): number | null => {
    const end = at(i).flow?.flow.current?.contract_end ?? null;
    return end === null ? null : monthOf(end);
  };
  const ends = [...new Set(places.flatMap((i) => endOf(i) ?? []))].sort((a, b) => a - b);
  if (ends.length === 0) return weigh(places);
  let best: Formed | undefined;
  for (const opening of ends) {
    const inside = (i: number): boolean => {
      const end = endOf(i);
      return end === null || (end >= opening && end <= opening + window);
    };
    const formed = weigh(places.filter(inside));
    if (best === undefined || formed.total > best.total) best = { ...formed, later: places.filter((i) => !inside(i)) };
  }
  return best ?? weigh(places);
}

/** Sites taken from the nearest to the farthest as long as no two are too far apart, as the crow flies. */
function withinEachOther(
  setting: Setting,
  { ready }: PoolLot,
  seed: number,
  reach: readonly number[],
  limit: number,
): readonly number[] {
  const km = (i: number, j: number): number => {
    const [a, b] = [ready[i]?.site, ready[j]?.site];
    return a === undefined || b === undefined ? Number.POSITIVE_INFINITY : straightKm(setting, a, b);
  };
  const kept: number[] = [];
  for (const i of [...reach].sort((a, b) => km(seed, a) - km(seed, b) || a - b))
    if (kept.every((other) => km(other, i) <= limit)) kept.push(i);
  return kept.sort((a, b) => a - b);
}

/** Sites that a network from the largest need would join: each branch must carry enough for its length. */
function alongTheLine(
  setting: Setting,
  { ready }: PoolLot,
  places: readonly number[],
  amounts: readonly number[],
  perMetre: number,
): readonly number[] {
  const road = roadKm(setting);
  const km = (a: number, b: number): number => {
    const [from, to] = [ready[places[a] ?? -1]?.site, ready[places[b] ?? -1]?.site];
    return from === undefined || to === undefined ? Number.POSITIVE_INFINITY : road(from, to);
  };
  const root = rootOf(amounts);
  const branches = shortestNetwork(
    places.length,
    root,
    km,
    (branch) => (amounts[branch.to] ?? 0) >= perMetre * branch.km * 1000,
  );
  const joined = new Set([root, ...branches.map(({ to }) => to)]);
  return places.filter((_, i) => joined.has(i));
}
