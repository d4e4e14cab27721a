import {
  monthOf,
  type PoolCandidate,
  poolAmounts,
  rootOf,
  type Setting,
  shortestNetwork,
  type Ways,
} from "@simbiosi/domain";
import type { PoolLot } from "./pool-kinds.ts";

/** A group formed around one site: places in the lot, ascending, and what they bring together. */
export type Formed = {
  readonly members: readonly number[];
  /** Near, but their contract ends outside the window of the others. */
  readonly later: readonly number[];
  readonly total: number;
};

/** As the crow flies; without both points, by what the two sites share. */
function straightKm(ways: Ways, a: number, b: number): number {
  const km = ways.straightKm(a, b);
  return Number.isNaN(km) ? ways.km(a, b) : km;
}

/**
 * For each site, the indices of those within reach of it, itself included, ascending.
 * @param sites places in the ways
 */
export function neighbourhoods(ways: Ways, sites: readonly number[], radius: number): number[][] {
  const near: number[][] = sites.map((_, i) => [i]);
  // Out of reach in a straight line is out of reach, whatever a ferry makes of the road.
  const within = (a: number, b: number): boolean => !(ways.straightKm(a, b) > radius) && ways.km(a, b) <= radius;
  for (const [i, a] of sites.entries())
    for (let j = i + 1; j < sites.length; j++) {
      if (!within(a, sites[j] ?? -1)) continue;
      near[i]?.push(j);
      near[j]?.push(i);
    }
  // What came before a site was put in ascending, and so was what came after: only the site itself stands first.
  for (const list of near) list.sort((a, b) => a - b);
  return near;
}

/**
 * The best group around one site, out of those still free within reach of it: kept within the limits of the kind
 * (distance between any two, branches of a network that deserve their length, contracts that end together).
 */
export function formGroup(setting: Setting, ways: Ways, lot: PoolLot, seed: number, reach: readonly number[]): Formed {
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
  if (kind.farthest_km !== null) places = withinEachOther(ways, lot, seed, places, kind.farthest_km);
  if (kind.line_density !== null) places = alongTheLine(ways, lot, places, amounts(places), kind.line_density.value);
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
  ways: Ways,
  { places }: PoolLot,
  seed: number,
  reach: readonly number[],
  limit: number,
): readonly number[] {
  const km = (i: number, j: number): number => straightKm(ways, places[i] ?? -1, places[j] ?? -1);
  const kept: number[] = [];
  for (const i of [...reach].sort((a, b) => km(seed, a) - km(seed, b) || a - b))
    if (kept.every((other) => km(other, i) <= limit)) kept.push(i);
  return kept.sort((a, b) => a - b);
}

/** Sites that a network from the largest need would join: each branch must carry enough for its length. */
function alongTheLine(
  ways: Ways,
  lot: PoolLot,
  places: readonly number[],
  amounts: readonly number[],
  perMetre: number,
): readonly number[] {
  const at = (place: number): number => lot.places[places[place] ?? -1] ?? -1;
  const km = (a: number, b: number): number => ways.km(at(a), at(b));
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
