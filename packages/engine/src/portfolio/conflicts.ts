import type { Network, NetworkArc, NetworkNode, Text } from "@simbiosi/domain";
import { arcBounds, finiteBounds } from "./arc-bounds.ts";
import { type Family, familySentence, rowSentence, shortfallSentence, togetherSentence } from "./conflict-sentences.ts";
import { indexNetwork, type NetworkIndex } from "./network-index.ts";
import { buildModel } from "./network-model.ts";
import type { Session } from "./session.ts";
import type { SolverOutcome } from "./solver.ts";

// Explaining must not cost more than searching did.
const effort = { iterations: 20_000 } as const;

/**
 * Says in words why nothing satisfies every constraint of an infeasible network:
 *  1. what would have to be given up (least relative shortfall over all obligations, each one free at a price);
 *  2. rows that cannot hold together, when amounts alone already contradict one another;
 *  3. else the families of rules without which a plan exists.
 */
export async function explainInfeasible(session: Session, network: Network): Promise<readonly Text[]> {
  const found = [...(await shortfalls(session, network))];
  const index = indexNetwork(network);
  const rows = await conflictingRows(session, index);
  found.push(...(rows.length > 0 ? rows : await familiesInCause(session, network)));
  return found;
}

async function shortfalls(session: Session, network: Network): Promise<readonly Text[]> {
  const index = indexNetwork(network);
  const free = indexNetwork({
    ...network,
    sense: "min",
    nodes: network.nodes.map(payingNode),
    arcs: network.arcs.map(costless),
  });
  const model = buildModel(free, finiteBounds(free, true).bounds);
  const { values } = await session.search(model.program, { relativeGap: 0.01, ...effort });
  if (values === null) return [];
  const at = (column: number | undefined): number =>
    column === undefined || column < 0 ? 0 : (values[column] ?? 0) * model.quantityUnit;
  const sentences: Text[] = [];
  for (const [n, node] of index.nodes.entries()) {
    const own = index.own[n];
    if (own === undefined) continue;
    const { supply, demand } = own;
    const unmet = demand - at(model.met[n]);
    const unused = supply - at(model.used[n]);
    if (own.mustMeet > 0 && unmet > 1e-6 * demand) sentences.push(shortfallSentence("unmet", node.id, unmet, demand));
    if (own.mustUse > 0 && unused > 1e-6 * supply) sentences.push(shortfallSentence("unused", node.id, unused, supply));
  }
  return sentences;
}

/** Every obligation can be bought off, at one for the whole of it; what was free stays free. */
function payingNode(node: NetworkNode): NetworkNode {
  const price = (whole: number | null | undefined, cost: number | null | undefined): number =>
    node.optional || cost != null || !whole ? 0 : 1 / whole;
  return {
    ...node,
    unused_cost: price(node.supply, node.unused_cost),
    unmet_cost: price(node.demand, node.unmet_cost),
    ...(node.facility == null ? {} : { facility: { ...node.facility, fixed_cost: 0 } }),
  };
}

const costless = (arc: NetworkArc): NetworkArc => ({ ...arc, unit_cost: 0, fixed_cost: 0 });

/** Amounts without switches, and capacities as written: rows in conflict are then sentences of the file. */
async function conflictingRows(session: Session, index: NetworkIndex): Promise<readonly Text[]> {
  const bounds = {
    upper: Float64Array.from(index.arcs, ({ capacity }) => capacity ?? Infinity),
    throughput: Float64Array.from(index.nodes, ({ facility }) => facility?.capacity ?? Infinity),
    size: arcBounds(index, true).size,
  };
  const unpaid: NetworkIndex = {
    ...index,
    budget: null,
    floors: [],
    nodes: index.nodes.map((node) =>
      node.facility == null ? node : { ...node, facility: { ...node.facility, fixed_cost: 0 } },
    ),
    arcs: index.arcs.map((arc) => ({ ...costless(arc), min_lot: 0, single_source: false })),
  };
  const model = buildModel(unpaid, bounds, { capacityRows: true });
  const { status, conflict } = await session.search(model.program, { explain: true });
  if (status !== "infeasible") return [];
  return conflict.flatMap((row) => {
    const meaning = model.rows[row];
    const sentence = meaning && rowSentence(index, meaning);
    return sentence === undefined ? [] : [sentence];
  });
}

async function familiesInCause(session: Session, network: Network): Promise<readonly Text[]> {
  const withoutLimit = ({ doses: _, ...node }: NetworkNode): NetworkNode =>
    node.facility == null ? node : { ...node, facility: { ...node.facility, capacity: null } };
  const relaxed: readonly (readonly [Family, boolean, Network])[] = [
    ["budget", network.budget != null, { ...network, budget: null }],
    ["floors", Object.keys(network.floors ?? {}).length > 0, { ...network, floors: undefined }],
    [
      "lots",
      network.arcs.some(({ min_lot }) => min_lot > 0),
      { ...network, arcs: network.arcs.map((arc) => ({ ...arc, min_lot: 0 })) },
    ],
    [
      "singleSource",
      network.arcs.some(({ single_source }) => single_source),
      { ...network, arcs: network.arcs.map((arc) => ({ ...arc, single_source: false })) },
    ],
    [
      "capacities",
      true,
      {
        ...network,
        nodes: network.nodes.map(withoutLimit),
        arcs: network.arcs.map(({ doses: _, ...arc }) => ({ ...arc, capacity: null })),
      },
    ],
  ];
  const sentences: Text[] = [];
  for (const [family, present, without] of relaxed) {
    if (present && (await hasPlan(session, without))) sentences.push(familySentence(family, network.budget ?? 0));
  }
  return sentences.length > 0 ? sentences : [togetherSentence];
}

async function hasPlan(session: Session, network: Network): Promise<boolean> {
  const index = indexNetwork({
    ...network,
    sense: "min",
    arcs: network.arcs.map(costless),
    nodes: network.nodes.map((node) =>
      node.facility == null ? node : { ...node, facility: { ...node.facility, fixed_cost: 0 } },
    ),
  });
  const outcome: SolverOutcome = await session.search(
    buildModel(index, finiteBounds(index, true).bounds).program,
    effort,
  );
  return outcome.values !== null;
}
