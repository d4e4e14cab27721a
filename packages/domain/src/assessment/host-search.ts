import type { Ways } from "../geography/ways.ts";
import { parameterValue } from "../reference-data/reference.ts";
import type { Process } from "../reference-data/rows.ts";
import { remembered } from "./remembered.ts";
import type { Setting } from "./setting.ts";

/** What {@link hostingOf} says of a pair, in numbers. */
export type HostedSteps = {
  /** One bit for each process of the route, in order: set where nothing is bought for it. */
  readonly hosted: number;
  /** Hosts that are neither the giver nor the taker, each once. */
  readonly thirds: number;
  readonly detourKm: number;
};

/** The hosts of one process. */
type Stand = {
  /** By place, its order among the hosts by id; −1 where none stands. */
  readonly order: Int32Array;
  readonly hosts: readonly number[];
  /** By place of a giver, the hosts within its reach, the nearest first. */
  readonly near: (Near | undefined)[];
};
type Near = { readonly hosts: Int32Array; readonly km: Float64Array };

/** Who would run the steps of one route between two places, by their place in the ways. */
export type HostSearch = (giver: number, taker: number) => HostedSteps;

/** Every step is to be built. */
const nowhere: HostedSteps = { hosted: 0, thirds: 0, detourKm: 0 };

/**
 * {@link hostingOf} for very many pairs: the same rule, on places and a table of ways, without an object a pair.
 * @param ways must know every host
 * @returns for the processes of a route, and whether matter travels by it; what a search gives back holds until the next
 */
export function hostSearches(
  { reference, facilities }: Setting,
  ways: Ways,
): (processes: readonly Process[], isMatter: boolean) => HostSearch {
  const reach = parameterValue(reference, "facility.reach");
  const stands = new Map<string, Stand | null>();
  const standOf = ({ id }: Process): Stand | null =>
    remembered(stands, id, () => {
      const sites = facilities.hosts.get(id) ?? [];
      if (sites.length === 0) return null;
      const order = new Int32Array(ways.count).fill(-1);
      const hosts = sites.map((site) => ways.placeOf(site));
      for (const [i, place] of hosts.entries()) order[place] = i;
      return { order, hosts, near: [] };
    });
  const nearOf = ({ order, hosts, near }: Stand, giver: number): Near => {
    let known = near[giver];
    if (known === undefined) {
      const found = hosts
        .map((host) => ({ host, km: ways.km(giver, host) }))
        .filter(({ km }) => km <= reach)
        .sort((a, b) => a.km - b.km || (order[a.host] ?? 0) - (order[b.host] ?? 0));
      known = { hosts: Int32Array.from(found, ({ host }) => host), km: Float64Array.from(found, ({ km }) => km) };
      near[giver] = known;
    }
    return known;
  };
  const nearest = (stand: Stand, isMatter: boolean, giver: number, taker: number): number => {
    const { order } = stand;
    const [own, theirs] = [order[giver] ?? -1, order[taker] ?? -1];
    if (own >= 0 || theirs >= 0) return theirs < 0 || (own >= 0 && own < theirs) ? giver : taker;
    if (!isMatter) return -1;
    const { hosts, km } = nearOf(stand, giver);
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < hosts.length; i++) {
      const out = km[i] ?? 0;
      // Whoever is farther from the giver alone than the best way is long cannot shorten it.
      if (out > least) break;
      const host = hosts[i] ?? -1;
      const by = out + ways.km(host, taker);
      if (by < least || (by === least && (order[host] ?? 0) < (order[best] ?? 0))) {
        least = by;
        best = host;
      }
    }
    return best;
  };
  return (processes, isMatter) => {
    const steps = processes.map(standOf);
    if (steps.every((stand) => stand === null)) return () => nowhere;
    const found = { hosted: 0, thirds: 0, detourKm: 0 };
    const thirds: number[] = [];
    return (giver, taker) => {
      found.hosted = 0;
      thirds.length = 0;
      for (let i = 0; i < steps.length; i++) {
        const stand = steps[i] ?? null;
        if (stand === null) continue;
        const host = nearest(stand, isMatter, giver, taker);
        if (host < 0) continue;
        found.hosted |= 1 << i;
        if (host !== giver && host !== taker && !thirds.includes(host)) thirds.push(host);
      }
      found.thirds = thirds.length;
      found.detourKm = 0;
      if (thirds.length > 0) {
        let length = 0;
        let here = giver;
        for (const next of thirds) {
          length += ways.km(here, next);
          here = next;
        }
        length += ways.km(here, taker);
        found.detourKm = Math.max(0, length - ways.km(giver, taker));
      }
      return found;
    };
  };
}
