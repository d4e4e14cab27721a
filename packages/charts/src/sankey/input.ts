export type SankeyNode = {
  readonly id: string;
  readonly label: string;
  /** Nodes of one group are alike (giving trades, families of resource, takers): the small ones of it fold together. */
  readonly group: string;
};

export type SankeyLink = {
  readonly source: string;
  readonly target: string;
  /** In the unit of the chart. */
  readonly value: number;
};
