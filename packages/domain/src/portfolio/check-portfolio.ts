import type { Network, NetworkNode } from "../formats/network.ts";
import { checkPeriods } from "./check-periods.ts";
import type { PortfolioDecision, PortfolioVerdict, PortfolioViolation } from "./portfolio-decision.ts";

const relative = 1e-6;
const absolute = 1e-9;

/**
 * Says whether a decision respects a network, and what it costs, from the network alone. Nothing is shared with the
 * optimiser, so that a mistake there cannot hide here; it serves a plan made by hand just as well.
 *
 * Amounts are what leaves `from`; amount × yield arrives. A node's own supply used and demand met are not part of an
 * answer: they follow from what leaves and what arrives, and where a node with both leaves a choice, the choice best
 * for the objective is taken. A facility's throughput is what arrives plus its own supply used, or what leaves along the
 * arcs that name it in `runs`.
 *
 * @returns `feasible`, the objective recomputed in arc order then node order (null when it is not a number), and each
 * broken constraint with its limit and the value found: `capacity[a1]`, `min_lot[a1]`, `single_source[d1]`,
 * `supply[s1]`, `demand[d1]`, `balance[f1]`, `facility_capacity[f1]`, `open[f1]`, `budget`, `floor[co2e]`, `periods[a1]`, `calendar[s1]`, `dose[d1/peel]`, and `arc[x]`, `node[x]`,
 * `amount[a1]`, `repeated[a1]` for a decision that does not fit the network. A difference counts beyond 1e-9 plus
 * 1e-6 of the largest quantity compared.
 */
export function checkPortfolio(network: Network, decision: PortfolioDecision): PortfolioVerdict {
  const violations: PortfolioViolation[] = [];
  const report = (constraint: string, limit: number, actual: number): void => {
    violations.push({ constraint, limit, actual });
  };
  const amounts = readAmounts(network, decision, report);
  const open = readOpen(network, decision, report);

  let objective = 0;
  let invested = 0;
  const arrived = new Map<string, number>();
  const left = new Map<string, number>();
  const dosed = new Map<string, number>();
  const add = (sums: Map<string, number>, id: string, amount: number): void => {
    sums.set(id, (sums.get(id) ?? 0) + amount);
  };
  for (const arc of network.arcs) {
    const amount = amounts.get(arc.id) ?? 0;
    if (amount === 0) continue;
    add(left, arc.from, amount);
    add(arrived, arc.to, amount * arc.yield);
    objective += arc.unit_cost * amount + arc.fixed_cost;
    invested += arc.investment;
    for (const id of new Set(arc.runs)) add(arrived, id, amount);
    for (const name of new Set(arc.doses)) add(dosed, `${arc.to}/${name}`, amount * arc.yield);
    if (arc.capacity != null && above(amount, arc.capacity)) report(`capacity[${arc.id}]`, arc.capacity, amount);
    if (above(arc.min_lot, amount)) report(`min_lot[${arc.id}]`, arc.min_lot, amount);
  }

  for (const { id, limit, actual } of singleSources(network, amounts, arrived)) {
    report(`single_source[${id}]`, limit, actual);
  }

  const run = new Set(network.arcs.flatMap(({ runs }) => runs ?? []));
  for (const node of network.nodes) {
    for (const [name, most] of Object.entries(node.doses ?? {})) {
      const brought = dosed.get(`${node.id}/${name}`) ?? 0;
      if (above(brought, most)) report(`dose[${node.id}/${name}]`, most, brought);
    }
    const inflow = arrived.get(node.id) ?? 0;
    const outflow = run.has(node.id) ? inflow : (left.get(node.id) ?? 0);
    const broken = balanceViolation(node, inflow, outflow);
    if (broken !== undefined) violations.push(broken);
    const own = ownUse(node, inflow, outflow, open.has(node.id), network.sense);
    objective += own.cost;
    if (node.facility == null) continue;
    const throughput = inflow + own.used;
    const runs = inflow > 0 || own.used > absolute;
    if (runs) {
      objective += node.facility.fixed_cost;
      invested += node.facility.investment;
    }
    if (runs !== open.has(node.id)) report(`open[${node.id}]`, runs ? 1 : 0, runs ? 0 : 1);
    const { capacity } = node.facility;
    if (capacity != null && above(throughput, capacity)) report(`facility_capacity[${node.id}]`, capacity, throughput);
  }
  violations.push(...checkPeriods(network, decision, above));
  for (const [name, { least, brought, size }] of broughtOf(network, amounts, open)) {
    if (above(least, brought, size)) report(`floor[${name}]`, least, brought);
  }
  if (network.budget != null && above(invested, network.budget)) report("budget", network.budget, invested);

  return { feasible: violations.length === 0, objective: Number.isFinite(objective) ? objective : null, violations };
}

/** What the decision brings of each measure that has a floor. `size` is the largest term of the sum. */
function broughtOf(network: Network, amounts: ReadonlyMap<string, number>, open: ReadonlySet<string>) {
  return Object.entries(network.floors ?? {}).map(([name, least]) => {
    let brought = 0;
    let size = 0;
    const take = (part: number): void => {
      brought += part;
      size = Math.max(size, Math.abs(part));
    };
    for (const { id, measures } of network.arcs) {
      const amount = amounts.get(id) ?? 0;
      const mine = measures?.[name];
      if (amount > 0 && mine !== undefined) take(amount * mine.per_unit + mine.once);
    }
    for (const { id, facility } of network.nodes) if (open.has(id)) take(facility?.measures?.[name] ?? 0);
    return [name, { least, brought, size }] as const;
  });
}

type Report = (constraint: string, limit: number, actual: number) => void;

/** Is `a` above `b` by more than the tolerance? `size` is the largest quantity that went into either. */
const above = (a: number, b: number, size = 0): boolean =>
  a - b > absolute + relative * Math.max(Math.abs(a), Math.abs(b), size);

function readAmounts(network: Network, { flows }: PortfolioDecision, report: Report): Map<string, number> {
  const known = new Set(network.arcs.map(({ id }) => id));
  const amounts = new Map<string, number>();
  for (const { arc, amount } of flows) {
    if (!known.has(arc)) report(`arc[${arc}]`, 0, amount);
    else if (amounts.has(arc)) report(`repeated[${arc}]`, amounts.get(arc) ?? 0, amount);
    else if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY)) report(`amount[${arc}]`, 0, amount);
    else amounts.set(arc, amount);
  }
  return amounts;
}

function readOpen(network: Network, decision: PortfolioDecision, report: Report): Set<string> {
  const facilities = new Set(network.nodes.filter(({ facility }) => facility != null).map(({ id }) => id));
  const open = new Set<string>();
  for (const id of decision.open) {
    if (!facilities.has(id)) report(`node[${id}]`, 0, 1);
    else open.add(id);
  }
  return open;
}

/** A single-source arc in use brings the whole demand of its end, and nothing else arrives there. */
function singleSources(network: Network, amounts: ReadonlyMap<string, number>, arrived: ReadonlyMap<string, number>) {
  const demands = new Map(network.nodes.map(({ id, demand }) => [id, demand ?? 0]));
  const broken: { id: string; limit: number; actual: number }[] = [];
  for (const arc of network.arcs) {
    const brought = (amounts.get(arc.id) ?? 0) * arc.yield;
    if (!arc.single_source || brought === 0) continue;
    const limit = demands.get(arc.to) ?? 0;
    const total = arrived.get(arc.to) ?? 0;
    if (above(limit, brought) || above(brought, limit)) broken.push({ id: arc.to, limit, actual: brought });
    else if (above(total, limit)) broken.push({ id: arc.to, limit, actual: total });
  }
  return broken;
}

/** Least and most of a node's own supply that leaves it, and of its own demand that is met. */
function freedom({ supply, unused_cost, demand, unmet_cost, optional }: NetworkNode) {
  const most = { used: supply ?? 0, met: demand ?? 0 };
  return {
    most,
    least: {
      used: optional || unused_cost != null ? 0 : most.used,
      met: optional || unmet_cost != null ? 0 : most.met,
    },
  };
}

/** What arrives + supply used = what leaves + demand met, within the freedom that the node gives. */
function balanceViolation(node: NetworkNode, inflow: number, outflow: number): PortfolioViolation | undefined {
  const { least, most } = freedom(node);
  const size = Math.max(inflow, outflow);
  const outside = (constraint: string, low: number, high: number, actual: number): PortfolioViolation | undefined => {
    if (above(actual, high, size)) return { constraint, limit: high, actual };
    return above(low, actual, size) ? { constraint, limit: low, actual } : undefined;
  };
  const net = outflow - inflow;
  if (node.supply == null && node.demand == null) return outside(`balance[${node.id}]`, inflow, inflow, outflow);
  if (node.demand == null) return outside(`supply[${node.id}]`, least.used, most.used, net);
  if (node.supply == null) return outside(`demand[${node.id}]`, least.met, most.met, -net);
  return outside(`balance[${node.id}]`, least.used - most.met, most.used - least.met, net);
}

/** How much of its own supply a node uses, and what its unused supply and unmet demand cost. */
function ownUse(node: NetworkNode, inflow: number, outflow: number, isOpen: boolean, sense: Network["sense"]) {
  const { least, most } = freedom(node);
  const net = outflow - inflow;
  const low = clamp(least.met + net, least.used, most.used);
  let high = clamp(most.met + net, low, most.used);
  if (node.facility?.capacity != null) high = clamp(node.facility.capacity - inflow, low, high);
  const at = (used: number) => {
    const unused = clamp(most.used - used, 0, most.used);
    const unmet = clamp(most.met - (used - net), 0, most.met);
    return { used, cost: (node.unused_cost ?? 0) * unused + (node.unmet_cost ?? 0) * unmet };
  };
  const [fewest, fullest] = [at(low), at(high)];
  // A closed facility handles nothing, an open one something: what was declared decides before the cost does.
  if (node.facility != null && !isOpen) return fewest;
  if (node.facility != null && inflow + low <= absolute) return fullest;
  const better = sense === "min" ? fullest.cost < fewest.cost : fullest.cost > fewest.cost;
  return better ? fullest : fewest;
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
