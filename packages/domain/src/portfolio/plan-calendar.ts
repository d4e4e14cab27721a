import { type Months, spread } from "../calendar/months.ts";
import type { Network } from "../formats/network.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import type { Synergy } from "../synergies/synergy.ts";

/** When a flow exists and how long it keeps. */
type TimedFlow = Pick<KnownFlow, "weights" | "carryMonths"> & { readonly flow: Pick<KnownFlow["flow"], "id"> };

/** What the calendars of a plan need to know of a lead. */
type TimedLead = {
  readonly synergy: Pick<Synergy, "id" | "pool"> & {
    readonly offers: readonly TimedFlow[];
    readonly needs: readonly TimedFlow[];
  };
};

// What keeps a season can be sold in the next: beyond this many months the year alone is shared.
const shortLife = 2;

const isFlat = (weights: Months): boolean => weights.every((weight) => weight === weights[0]);

/**
 * The same network where leads that draw on one flow also share its months: a heat that two neighbours want in January
 * is given once. Only where it changes something: what does not keep, in a group of leads tied by a common flow, one of
 * whose flows at least has a season.
 */
export function withCalendars(network: Network, leads: readonly TimedLead[]): Network {
  const flows = new Map<string, TimedFlow>();
  const perishable = new Set<string>();
  for (const { synergy } of leads) {
    const [offer] = synergy.offers;
    const [need] = synergy.needs;
    if (synergy.pool !== null || offer === undefined || need === undefined) continue;
    if (offer.carryMonths > shortLife) continue;
    perishable.add(synergy.id);
    flows.set(offer.flow.id, offer).set(need.flow.id, need);
  }
  const arcs = network.arcs.filter(({ id }) => perishable.has(id));
  const group = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = group.get(root); up !== undefined && up !== root; up = group.get(root)) root = up;
    return root;
  };
  for (const { from, to } of arcs) group.set(rootOf(from), rootOf(to));
  const size = new Map<string, number>();
  const seasonal = new Set<string>();
  for (const { from, to } of arcs) {
    const root = rootOf(from);
    size.set(root, (size.get(root) ?? 0) + 1);
    if ([from, to].some((id) => !isFlat(flows.get(id)?.weights ?? []))) seasonal.add(root);
  }
  const matters = (id: string): boolean => seasonal.has(rootOf(id)) && (size.get(rootOf(id)) ?? 0) > 1;
  const shared = new Set(arcs.filter(({ from }) => matters(from)).map(({ id }) => id));
  const ends = new Set(arcs.filter(({ id }) => shared.has(id)).flatMap(({ from, to }) => [from, to]));
  return {
    ...network,
    nodes: network.nodes.map((node) => {
      const flow = ends.has(node.id) ? flows.get(node.id) : undefined;
      if (flow === undefined) return node;
      const keeps = node.supply == null ? 0 : flow.carryMonths;
      return { ...node, calendar: [...spread(1, flow.weights)], ...(keeps > 0 ? { keeps } : {}) };
    }),
    arcs: network.arcs.map((arc) => (shared.has(arc.id) ? { ...arc, by_period: true } : arc)),
  };
}
