import { byCodeUnit } from "@simbiosi/domain";

type Arc = { readonly source: string; readonly target: string; readonly value: number };

/**
 * Puts nodes in an order in which most of the quantity runs forwards: what still runs backwards is a return
 * flow. Greedy heuristic of Eades, Lin and Smyth (1993), weighted: sinks go last, sources first, then the node
 * that gives most more than it receives. A circuit-by-circuit search would take factorial time on a dense graph.
 *
 * @param ids in the order that breaks ties
 * @returns rank per id, from 0
 */
export function feedbackOrder(ids: readonly string[], arcs: readonly Arc[]): ReadonlyMap<string, number> {
  const left = new Set(ids);
  const first: string[] = [];
  const last: string[] = [];
  const within = arcs.filter(({ source, target }) => source !== target);
  while (left.size > 0) {
    const open = within.filter(({ source, target }) => left.has(source) && left.has(target));
    const out = sums(open, "source");
    const into = sums(open, "target");
    const rest = [...left];
    const sink = rest.find((id) => !out.has(id) && into.has(id));
    const source = rest.find((id) => !into.has(id));
    if (sink !== undefined) last.unshift(sink);
    else
      first.push(
        source ??
          rest.reduce((best, id) => {
            const lead = (node: string) => (out.get(node) ?? 0) - (into.get(node) ?? 0);
            return lead(id) > lead(best) ? id : best;
          }),
      );
    left.delete(sink ?? first.at(-1) ?? "");
  }
  return new Map([...first, ...last].map((id, rank) => [id, rank]));
}

function sums(arcs: readonly Arc[], end: "source" | "target"): ReadonlyMap<string, number> {
  const total = new Map<string, number>();
  for (const arc of arcs) total.set(arc[end], (total.get(arc[end]) ?? 0) + arc.value);
  return total;
}

/** Arcs of the same two ends as one, arcs without quantity out, in a fixed order. */
export function mergeArcs(arcs: readonly Arc[]): readonly Arc[] {
  const merged = new Map<string, Arc>();
  for (const { source, target, value } of arcs) {
    if (!(value > 0 && Number.isFinite(value))) continue;
    const key = JSON.stringify([source, target]);
    merged.set(key, { source, target, value: value + (merged.get(key)?.value ?? 0) });
  }
  return [...merged.values()].sort((a, b) => byCodeUnit(a.source, b.source) || byCodeUnit(a.target, b.target));
}
