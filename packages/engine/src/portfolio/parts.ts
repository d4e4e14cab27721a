import { byCodeUnit, type Network } from "@simbiosi/domain";

/**
 * Splits a network into parts that no arc, no facility that several arcs run, no budget and no floor ties together: their best plans, put side by side, are the best
 * plan, and proofs of several small parts are far shorter than one proof of the whole. A budget that covers every
 * investment ties nothing and is dropped. Nodes without arcs make one part together.
 *
 * @returns the parts, smallest first (what they leave of the time goes to the larger), then in order of their first
 * node's id; the network alone when a budget or a floor ties it
 */
export function splitNetwork(network: Network): readonly Network[] {
  if (Object.keys(network.floors ?? {}).length > 0) return [network];
  const invested =
    network.arcs.reduce((sum, { investment }) => sum + investment, 0) +
    network.nodes.reduce((sum, { facility }) => sum + (facility?.investment ?? 0), 0);
  if (network.budget != null && invested > network.budget) return [network];

  const group = new Map(network.nodes.map(({ id }) => [id, id]));
  const groupOf = (id: string): string => {
    let root = id;
    for (let up = group.get(root); up !== undefined && up !== root; up = group.get(root)) root = up;
    for (let step = id; step !== root; ) {
      const up = group.get(step) ?? root;
      group.set(step, root);
      step = up;
    }
    return root;
  };
  const linked = new Set<string>();
  for (const { from, to, runs = [] } of network.arcs) {
    for (const end of [to, ...runs]) group.set(groupOf(from), groupOf(end));
    for (const end of [from, to, ...runs]) linked.add(end);
  }

  const lonely = Symbol("lonely");
  const parts = new Map<string | typeof lonely, { nodes: Network["nodes"]; arcs: Network["arcs"] }>();
  const nodes = [...network.nodes].sort((a, b) => byCodeUnit(a.id, b.id));
  for (const node of nodes) {
    const key = linked.has(node.id) ? groupOf(node.id) : lonely;
    const part = parts.get(key) ?? { nodes: [], arcs: [] };
    part.nodes.push(node);
    parts.set(key, part);
  }
  for (const arc of network.arcs) parts.get(groupOf(arc.from))?.arcs.push(arc);
  return [...parts.values()]
    .sort((a, b) => a.arcs.length - b.arcs.length) // stable: the order of first ids remains between equals
    .map((part) => ({ ...network, budget: null, ...part }));
}
