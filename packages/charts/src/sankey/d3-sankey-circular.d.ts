// The library ships no types: only what layout.ts asks of it, in its own words.
declare module "@plotly/d3-sankey-circular" {
  export type LaidNode = {
    readonly id: string;
    readonly rank: number;
    readonly column: number;
    readonly x0: number;
    readonly x1: number;
    readonly y0: number;
    readonly y1: number;
  };
  export type LaidLink = {
    readonly source: LaidNode;
    readonly target: LaidNode;
    readonly value: number;
    readonly circular: boolean;
    readonly width: number;
    readonly path: string;
  };
  export interface SankeyCircular {
    (graph: {
      nodes: { id: string; rank: number }[];
      links: { source: string; target: string; value: number }[];
    }): { readonly nodes: readonly LaidNode[]; readonly links: readonly LaidLink[] };
    nodeId(id: (node: { readonly id: string }) => string): this;
    extent(corners: readonly [readonly [number, number], readonly [number, number]]): this;
    nodeWidth(width: number): this;
    nodePadding(padding: number): this;
    iterations(count: number): this;
    sortNodes(key: "rank"): this;
  }
  export function sankeyCircular(): SankeyCircular;
}
