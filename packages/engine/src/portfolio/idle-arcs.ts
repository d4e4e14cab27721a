import type { Network, NetworkArc, NetworkNode } from "@simbiosi/domain";

/**
 * The network without the arcs that no plan needs: between a node that may keep what it has and a node that may go
 * without, an arc which at its most neither improves the objective nor brings anything towards a floor. Leaving one out
 * of a plan leaves a plan, no worse. Detection finds many such leads; each is a switch less to decide.
 */
export function withoutIdleArcs(network: Network): Network {
  const nodes = new Map(network.nodes.map((node) => [node.id, node]));
  const floors = Object.keys(network.floors ?? {});
  const sign = network.sense === "max" ? 1 : -1;
  // A facility that pays by running at all may be worth an idle arc.
  const pays = (id: string): boolean => {
    const { fixed_cost = 0, measures } = nodes.get(id)?.facility ?? {};
    return sign * fixed_cost > 0 || floors.some((name) => (measures?.[name] ?? 0) > 0);
  };
  const arcs = network.arcs.filter((arc) => {
    if (arc.runs?.some(pays) === true) return true;
    const most = mostAlong(arc, nodes.get(arc.from), nodes.get(arc.to));
    if (most === null) return true;
    const worth = sign * bestOf(arc.unit_cost, arc.fixed_cost, most);
    return worth > 0 || floors.some((name) => brings(arc, name, most));
  });
  return arcs.length === network.arcs.length ? network : { ...network, arcs };

  function bestOf(perUnit: number, once: number, most: number): number {
    const rates = network.sense === "max" ? Math.max(0, perUnit) : Math.min(0, perUnit);
    return rates * most + once;
  }
}

const brings = ({ measures }: NetworkArc, name: string, most: number): boolean => {
  const brought = measures?.[name];
  return brought !== undefined && Math.max(0, brought.per_unit) * most + brought.once > 0;
};

/** Most that the arc can carry between two ends that owe nothing; null when an end owes something, or lets matter through. */
function mostAlong(arc: NetworkArc, from: NetworkNode | undefined, to: NetworkNode | undefined): number | null {
  if (from === undefined || to === undefined || arc.single_source) return null;
  if (!isFree(from) || !isFree(to) || from.supply == null || from.demand != null) return null;
  if (to.demand == null || to.supply != null) return null;
  return Math.min(arc.capacity ?? Number.POSITIVE_INFINITY, from.supply, to.demand / arc.yield);
}

/** Is nothing owed, lost or paid here, whether the arc is used or not? A facility's charges depend on its use. */
const isFree = ({ optional, facility, unused_cost, unmet_cost }: NetworkNode): boolean =>
  optional && facility == null && (unused_cost ?? 0) === 0 && (unmet_cost ?? 0) === 0;
