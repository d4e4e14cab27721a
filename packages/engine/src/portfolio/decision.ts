import { dust, type NetworkIndex, type OwnFlow } from "./network-index.ts";
import type { NetworkModel } from "./network-model.ts";

/** What leaves along an arc, and what of it is used in each period where the network has calendars. */
type PlannedFlow = { readonly arc: string; readonly amount: number; readonly periods?: number[] };

/** A plan in the file's own units. */
export type Decision = {
  /** Arcs that carry something, in order of id. */
  readonly flows: readonly PlannedFlow[];
  /** Facilities whose throughput is above zero, in order of id. */
  readonly open: readonly string[];
  /** In the network's own sense, summed plainly in order of id. */
  readonly objective: number;
};

// Vertices of the last linear program are exact up to rounding: 9.999999999999998 is 10.
const significant = 12;

/** An amount in the file's units without dust. Scaling is by a power of two, hence exact. */
const clean = (value: number, unit: number): number => {
  const amount = Number((value * unit).toPrecision(significant));
  return amount < dust * Math.max(1, unit) ? 0 : amount;
};

/** Reads the solver's values back, and sums the objective from the amounts kept. */
export function readDecision(index: NetworkIndex, model: NetworkModel, values: Float64Array): Decision {
  const unit = model.quantityUnit;
  const at = (column: number | undefined): number =>
    column === undefined || column < 0 ? 0 : clean(values[column] ?? 0, unit);
  const amounts = Float64Array.from(index.arcs, (_, a) => at(model.flow[a]));
  const flows: PlannedFlow[] = [];
  const open: string[] = [];
  let objective = 0;
  for (const [a, arc] of index.arcs.entries()) {
    const amount = amounts[a] ?? 0;
    if (amount === 0) continue;
    const split = model.periods.get(a)?.map(at);
    flows.push({ arc: arc.id, amount, ...(split === undefined ? {} : { periods: split }) });
    objective += arc.unit_cost * amount + arc.fixed_cost;
  }
  for (const [n, node] of index.nodes.entries()) {
    const own = index.own[n];
    if (own === undefined) continue;
    let inflow = 0;
    let outflow = 0;
    for (const a of index.incoming[n] ?? []) inflow += (amounts[a] ?? 0) * (index.arcs[a]?.yield ?? 1);
    for (const a of index.outgoing[n] ?? []) outflow += amounts[a] ?? 0;
    const { used, met } = ownUse(own, outflow - inflow, at(model.used[n]));
    objective += own.unusedCost * (own.supply - used) + own.unmetCost * (own.demand - met);
    const run = index.users[n]?.some((a) => (amounts[a] ?? 0) > 0) === true;
    if (node.facility != null && (run || inflow > 0 || used > dust)) {
      open.push(node.id);
      objective += node.facility.fixed_cost;
    }
  }
  return { flows, open, objective };
}

/** What a node uses of its supply and meets of its demand: the amounts say it, except the split when it has both. */
function ownUse(own: OwnFlow, net: number, solved: number): { readonly used: number; readonly met: number } {
  const wanted = own.demand === 0 ? net : own.supply === 0 ? 0 : solved;
  const used = within(wanted, own.mustUse, own.supply);
  return { used, met: within(used - net, own.mustMeet, own.demand) };
}

const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
