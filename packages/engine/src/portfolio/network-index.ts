import { byCodeUnit, type Network, type NetworkArc, type NetworkNode } from "@simbiosi/domain";

/** Below this an amount is the solver's dust, in the file's units and in those of the program. */
export const dust = 1e-9;

/** What a node gives and takes by itself, with the least that it must. */
export type OwnFlow = {
  readonly supply: number;
  readonly demand: number;
  /** Least supply that must leave, least demand that must be met. */
  readonly mustUse: number;
  readonly mustMeet: number;
  /** Cost of a unit left unused or unmet, in the network's own sense. */
  readonly unusedCost: number;
  readonly unmetCost: number;
};

/** A network with its links as numbers. Nodes and arcs are in order of id, so that a reordered file changes nothing. */
export type NetworkIndex = {
  readonly nodes: readonly NetworkNode[];
  readonly arcs: readonly NetworkArc[];
  readonly budget: number | null;
  /** +1 when the objective is minimised, −1 when it is maximised: times an amount of the file, it is a cost. */
  readonly sign: 1 | -1;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Arc numbers by node. */
  readonly incoming: readonly (readonly number[])[];
  readonly outgoing: readonly (readonly number[])[];
  readonly own: readonly OwnFlow[];
  /** By node, the arcs that need its facility to run beside their two ends. */
  readonly users: readonly (readonly number[])[];
  /** The least that a plan must bring of each measure. */
  readonly floors: readonly Floor[];
};

/** A measure that a plan must bring, in units of the file. */
export type Floor = {
  readonly name: string;
  readonly least: number;
  /** By arc: per unit that leaves and once; by node: once, when its facility runs. */
  readonly perUnit: Float64Array;
  readonly arcOnce: Float64Array;
  readonly nodeOnce: Float64Array;
};

export function indexNetwork(network: Network): NetworkIndex {
  const nodes = [...network.nodes].sort((a, b) => byCodeUnit(a.id, b.id));
  const arcs = [...network.arcs].sort((a, b) => byCodeUnit(a.id, b.id));
  const numbers = new Map(nodes.map(({ id }, number) => [id, number]));
  const numberOf = (id: string): number => numbers.get(id) ?? 0; // parseNetwork has checked every end
  const incoming: number[][] = nodes.map(() => []);
  const outgoing: number[][] = nodes.map(() => []);
  const users: number[][] = nodes.map(() => []);
  for (const [number, arc] of arcs.entries()) {
    incoming[numberOf(arc.to)]?.push(number);
    outgoing[numberOf(arc.from)]?.push(number);
    for (const id of new Set(arc.runs)) users[numberOf(id)]?.push(number);
  }
  return {
    nodes,
    arcs,
    budget: network.budget ?? null,
    sign: network.sense === "min" ? 1 : -1,
    from: Int32Array.from(arcs, (arc) => numberOf(arc.from)),
    to: Int32Array.from(arcs, (arc) => numberOf(arc.to)),
    incoming,
    outgoing,
    users,
    own: nodes.map(ownFlow),
    floors: Object.entries(network.floors ?? {}).map(([name, least]) => ({
      name,
      least,
      perUnit: Float64Array.from(arcs, ({ measures }) => measures?.[name]?.per_unit ?? 0),
      arcOnce: Float64Array.from(arcs, ({ measures }) => measures?.[name]?.once ?? 0),
      nodeOnce: Float64Array.from(nodes, ({ facility }) => facility?.measures?.[name] ?? 0),
    })),
  };
}

function ownFlow({ supply, unused_cost, demand, unmet_cost, optional }: NetworkNode): OwnFlow {
  return {
    supply: supply ?? 0,
    demand: demand ?? 0,
    mustUse: optional || unused_cost != null ? 0 : (supply ?? 0),
    mustMeet: optional || unmet_cost != null ? 0 : (demand ?? 0),
    unusedCost: unused_cost ?? 0,
    unmetCost: unmet_cost ?? 0,
  };
}

/** Does using this arc at all, rather than how much, matter to the cost or to a constraint? */
export function needsSwitch(index: NetworkIndex, a: number): boolean {
  const arc = index.arcs[a];
  if (arc === undefined) return false;
  if (index.floors.some(({ arcOnce }) => arcOnce[a] !== 0)) return true;
  return arc.fixed_cost !== 0 || arc.min_lot > 0 || arc.single_source || (index.budget !== null && arc.investment > 0);
}

/** Does running this node's facility at all matter to the cost or to the budget? */
export function facilityNeedsSwitch(index: NetworkIndex, n: number): boolean {
  const facility = index.nodes[n]?.facility;
  if (facility == null) return false;
  if (index.floors.some(({ nodeOnce }) => nodeOnce[n] !== 0)) return true;
  return facility.fixed_cost !== 0 || (index.budget !== null && facility.investment > 0);
}

/** Does using this arc at all help to reach a floor, or earn something? Then a use must be a real one. */
export const arcIsRewarded = ({ arcs, sign, floors }: NetworkIndex, a: number): boolean =>
  sign * (arcs[a]?.fixed_cost ?? 0) < 0 || floors.some(({ arcOnce }) => (arcOnce[a] ?? 0) > 0);

export const facilityIsRewarded = ({ nodes, sign, floors }: NetworkIndex, n: number): boolean =>
  sign * (nodes[n]?.facility?.fixed_cost ?? 0) < 0 || floors.some(({ nodeOnce }) => (nodeOnce[n] ?? 0) > 0);
