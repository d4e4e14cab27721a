/// <reference path="./d3-sankey-circular.d.ts" />
import { sankeyCircular } from "@plotly/d3-sankey-circular";
import { feedbackOrder, mergeArcs } from "./feedback-order.ts";

export type Node = { readonly id: string };
export type Link = { readonly source: string; readonly target: string; readonly value: number };

export type Layout = {
  readonly nodes: readonly {
    readonly id: string;
    readonly column: number;
    readonly x0: number;
    readonly x1: number;
    readonly y0: number;
    readonly y1: number;
  }[];
  /** `back` for what runs against the main direction: it goes round the drawing. */
  readonly links: readonly (Link & { readonly path: string; readonly width: number; readonly back: boolean })[];
  /** Highest and lowest point drawn, loops included. */
  readonly top: number;
  readonly bottom: number;
};

const hidden = { from: "\u0000from", to: "\u0000to" } as const;

/**
 * Places nodes in columns and links between them, loops included. The same input gives the same numbers; nodes
 * that no link touches are left out, links between the same two nodes are one.
 *
 * @param extent left, top, right and bottom in user units
 * @param gap between two nodes of a column: room for a label of one line
 */
export function layoutSankey(
  nodes: readonly Node[],
  links: readonly Link[],
  [left, top, right, bottom]: readonly [number, number, number, number],
  gap: number,
): Layout {
  const ids = new Set(nodes.map(({ id }) => id));
  const arcs = mergeArcs(links.filter(({ source, target }) => ids.has(source) && ids.has(target)));
  const touched = new Set(arcs.flatMap(({ source, target }) => [source, target]));
  const used = [...ids].filter((id) => touched.has(id));
  if (used.length === 0) return { nodes: [], links: [], top, bottom: top };
  const ranks = feedbackOrder(used, arcs);
  // Shares of the largest, so that no unit is too small or too large for the arithmetic.
  const most = Math.max(...arcs.map(({ value }) => value));
  // The library divides by the number of columns less one: where there are only self-loops, a hair makes two.
  const props = arcs.some(({ source, target }) => source !== target)
    ? { nodes: [], links: [] }
    : {
        nodes: [hidden.from, hidden.to].map((id, i) => ({ id, rank: used.length + i })),
        links: [{ source: hidden.from, target: hidden.to, value: 1e-6 }],
      };
  const laid = sankeyCircular()
    .nodeId(({ id }) => id)
    .sortNodes("rank")
    .nodeWidth(12)
    .nodePadding(gap)
    .iterations(32)
    .extent([
      [left, top],
      [right, bottom],
    ])({
    nodes: [...used.map((id) => ({ id, rank: ranks.get(id) ?? 0 })), ...props.nodes],
    links: [...arcs.map((arc) => ({ ...arc, value: Math.max(1e-9, arc.value / most) })), ...props.links],
  });
  const values = new Map(arcs.map(({ source, target, value }) => [JSON.stringify([source, target]), value]));
  const nodesLaid = laid.nodes.filter(({ id }) => id !== hidden.from && id !== hidden.to);
  const linksLaid = laid.links.filter(({ source }) => source.id !== hidden.from);
  const heights = [
    ...nodesLaid.flatMap(({ y0, y1 }) => [y0, y1]),
    ...linksLaid.flatMap(({ path, width, circular }) =>
      circular ? ends(path).flatMap((y) => [y - width / 2, y + width / 2]) : [],
    ),
  ];
  return {
    top: Math.min(...heights),
    bottom: Math.max(...heights),
    nodes: nodesLaid.map(({ id, column, x0, x1, y0, y1 }) => ({ id, column, x0, x1, y0, y1 })),
    links: linksLaid.map(({ source, target, path, width, circular }) => ({
      source: source.id,
      target: target.id,
      value: values.get(JSON.stringify([source.id, target.id])) ?? 0,
      width,
      back: circular,
      path: path.replace(/-?\d+\.\d+(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100)),
    })),
  };
}

/** The heights that a path of moves, lines and arcs goes through: the second number of the last pair of each step. */
const ends = (path: string): readonly number[] =>
  path.split(/(?=[MLA])/).flatMap((step) => {
    const y = Number(
      step
        .trim()
        .split(/[\s,]+/)
        .at(-1),
    );
    return Number.isFinite(y) ? [y] : [];
  });
