import type { ArcBounds } from "./arc-bounds.ts";
import { type LinearProgram, ProgramBuilder, type Term } from "./linear-program.ts";
import {
  arcIsRewarded,
  type Floor,
  facilityIsRewarded,
  facilityNeedsSwitch,
  type NetworkIndex,
  needsSwitch,
} from "./network-index.ts";

/** What a row of the program stands for, to explain a conflict in words. */
export type RowMeaning =
  | { readonly kind: "balance"; readonly node: number }
  | { readonly kind: "facility-capacity"; readonly node: number }
  | { readonly kind: "capacity" | "min-lot" | "switch" | "single-source"; readonly arc: number }
  | { readonly kind: "exclusive"; readonly node: number }
  | { readonly kind: "budget" }
  | { readonly kind: "calendar"; readonly node: number }
  | { readonly kind: "dose"; readonly node: number; readonly name: string }
  | { readonly kind: "floor"; readonly name: string };

/** A network as a program, with the way back. Column numbers are −1 where the network needs no such column. */
export type NetworkModel = {
  readonly program: LinearProgram;
  readonly rows: readonly RowMeaning[];
  readonly flow: Int32Array;
  readonly arcSwitch: Int32Array;
  readonly facilitySwitch: Int32Array;
  /** Own supply used and own demand met, by node. */
  readonly used: Int32Array;
  readonly met: Int32Array;
  /** What of each arc's amount is used in each period; empty unless periods were asked for. Columns after all others. */
  readonly periods: ReadonlyMap<number, readonly number[]>;
  /** One unit of the program is so much of the file: powers of two, so that going and coming back changes no digit. */
  readonly quantityUnit: number;
  readonly moneyUnit: number;
};

export type ModelChoices = {
  /**
   * Arcs that keep a switch of their own (0 or 1). The others that would need one pay their fixed cost in proportion to
   * their amount, fixed cost × x ÷ u: no dearer than the truth, so the optimum is a bound on the whole problem. A fixed
   * cost that rewards use always keeps its switch.
   */
  readonly switched?: (arc: number) => boolean;
  /** Arcs left out: nothing flows there. */
  readonly excluded?: (arc: number) => boolean;
  /** Capacities as rows instead of bounds on columns, so that a conflict can name them. */
  readonly capacityRows?: boolean;
  /** Whether `by_period` arcs obey the calendars of their ends. Without them the optimum is a bound on the whole problem. */
  readonly periods?: boolean;
};

/**
 * A use that is rewarded (a fixed cost of the wrong sign) must be a real one: the arc or facility then carries at least
 * this share of the most that it can carry.
 */
export const rewardedShare = 1e-5;

/**
 * Writes the fixed-charge network design problem as a mixed-integer program:
 *
 *   min  Σ c·x + Σ f·y + Σ F·z + Σ unused cost·(supply − s) + Σ unmet cost·(demand − d)    (signs turned to maximise)
 *   Σ_in yield·x + s = Σ_out x + d                   at every node
 *   lot·y ≤ x ≤ u·y                                  arcs whose use matters
 *   Σ_in yield·x + s ≤ capacity·z                    facilities
 *   Σ investment·y + Σ investment·z ≤ budget
 *   Σ brought·x + Σ once·y + Σ once·z ≥ least       for each measure with a floor
 *   Σ_in of the dose yield·x ≤ dose                  each dose of a node
 *   y ≤ z                                            arcs that a facility must run for
 *   yield·x = demand·y                               single-source arcs, whose use keeps every other arc out of their end
 *
 * with y, z ∈ {0, 1}, 0 ≤ s ≤ supply and 0 ≤ d ≤ demand, equal to them where the network says so. u comes from `finiteBounds`. An arc
 * or facility without bound is free of its charges and rules, and its rewards are granted: a bound on the whole problem.
 */
export function buildModel(index: NetworkIndex, bounds: ArcBounds, choices: ModelChoices = {}): NetworkModel {
  return new ModelWriter(index, bounds, choices).write();
}

const powerOfTwoNear = (value: number): number =>
  value > 0 && value < Infinity ? 2 ** Math.round(Math.log2(value)) : 1;

/** Largest finite quantity and money are brought near this size, where the solver's absolute tolerances fit. */
const target = 1024;

class ModelWriter {
  readonly #builder = new ProgramBuilder();
  readonly #rows: RowMeaning[] = [];
  readonly #index: NetworkIndex;
  readonly #bounds: ArcBounds;
  readonly #choices: ModelChoices;
  readonly #q: number;
  readonly #m: number;
  readonly #flow: Int32Array;
  readonly #arcSwitch: Int32Array;
  readonly #facilitySwitch: Int32Array;
  readonly #used: Int32Array;
  readonly #met: Int32Array;

  constructor(index: NetworkIndex, bounds: ArcBounds, choices: ModelChoices) {
    this.#index = index;
    this.#bounds = bounds;
    this.#choices = choices;
    this.#q = powerOfTwoNear(bounds.size / target);
    this.#m = powerOfTwoNear(largestCost(index, this.#q) / target);
    this.#flow = new Int32Array(index.arcs.length).fill(-1);
    this.#arcSwitch = new Int32Array(index.arcs.length).fill(-1);
    this.#facilitySwitch = new Int32Array(index.nodes.length).fill(-1);
    this.#used = new Int32Array(index.nodes.length).fill(-1);
    this.#met = new Int32Array(index.nodes.length).fill(-1);
  }

  write(): NetworkModel {
    for (let a = 0; a < this.#index.arcs.length; a++) this.#writeArc(a);
    for (let n = 0; n < this.#index.nodes.length; n++) this.#writeNode(n);
    for (let n = 0; n < this.#index.nodes.length; n++) this.#writeExclusive(n);
    this.#writeBudget();
    for (const floor of this.#index.floors) this.#writeFloor(floor);
    const periods = this.#choices.periods === true ? this.#writePeriods() : new Map<number, readonly number[]>();
    return {
      program: this.#builder.build(),
      rows: this.#rows,
      flow: this.#flow,
      arcSwitch: this.#arcSwitch,
      facilitySwitch: this.#facilitySwitch,
      used: this.#used,
      met: this.#met,
      periods,
      quantityUnit: this.#q,
      moneyUnit: this.#m,
    };
  }

  #row(meaning: RowMeaning, lower: number, upper: number, terms: Iterable<Term>): void {
    this.#builder.row(lower, upper, terms);
    this.#rows.push(meaning);
  }

  /** Most that arc `a` carries, in units of the program. */
  #most(a: number): number {
    return (this.#bounds.upper[a] ?? 0) / this.#q;
  }

  #money(amount: number): number {
    return (this.#index.sign * amount) / this.#m;
  }

  #writeArc(a: number): void {
    const arc = this.#index.arcs[a];
    if (arc === undefined) return;
    const fixedCost = this.#money(arc.fixed_cost);
    const unitCost = this.#money(arc.unit_cost) * this.#q;
    const whole = arc.single_source ? (this.#index.own[this.#index.to[a] ?? 0]?.demand ?? 0) / arc.yield : 0;
    const lot = Math.max(arc.min_lot, whole) / this.#q;
    const bound = this.#most(a);
    // The bound of an arc that must carry exactly its lot may be below it by a rounding.
    const most = lot > bound && lot <= bound * (1 + 1e-9) ? lot : bound;
    const shut = this.#choices.excluded?.(a) === true || most <= 0 || lot > most;
    const matters = needsSwitch(this.#index, a) && !shut && most < Infinity;
    const rewarded = arcIsRewarded(this.#index, a);
    const switched = matters && (rewarded || (this.#choices.switched?.(a) ?? true));
    const spread = matters && !switched ? fixedCost / most : 0;
    if (most === Infinity && fixedCost < 0)
      this.#builder.column({ cost: fixedCost, lower: 0, upper: 1, integer: true });
    const asRow = this.#choices.capacityRows === true && arc.capacity != null && !shut;
    const x = this.#builder.column({ cost: unitCost + spread, lower: 0, upper: shut ? 0 : asRow ? Infinity : most });
    this.#flow[a] = x;
    if (asRow) this.#row({ kind: "capacity", arc: a }, -Infinity, most, [[x, 1]]);
    if (!switched) return;
    const y = this.#builder.column({ cost: fixedCost, lower: 0, upper: 1, integer: true });
    this.#arcSwitch[a] = y;
    if (arc.single_source) {
      this.#row({ kind: "single-source", arc: a }, 0, 0, [
        [x, 1],
        [y, -lot],
      ]);
      return;
    }
    this.#row({ kind: "switch", arc: a }, -Infinity, 0, [
      [x, 1],
      [y, -most],
    ]);
    const least = Math.max(lot, rewarded ? rewardedShare * most : 0);
    if (least > 0)
      this.#row({ kind: "min-lot", arc: a }, 0, Infinity, [
        [x, 1],
        [y, -least],
      ]);
  }

  #writeNode(n: number): void {
    const { own, nodes, incoming, outgoing, arcs } = this.#index;
    const node = nodes[n];
    const mine = own[n];
    if (node === undefined || mine === undefined) return;
    const throughput: Term[] = (incoming[n] ?? []).map((a) => [this.#flow[a] ?? 0, arcs[a]?.yield ?? 1]);
    const balance: Term[] = (outgoing[n] ?? []).map((a) => [this.#flow[a] ?? 0, -1]);
    if (mine.supply > 0) {
      const used = this.#ownColumn(n, mine.mustUse, mine.supply, mine.unusedCost);
      this.#used[n] = used;
      throughput.push([used, 1]);
    }
    if (mine.demand > 0) {
      const met = this.#ownColumn(n, mine.mustMeet, mine.demand, mine.unmetCost);
      this.#met[n] = met;
      balance.push([met, -1]);
    }
    this.#row({ kind: "balance", node: n }, 0, 0, [...throughput, ...balance]);
    for (const [name, most] of Object.entries(node.doses ?? {})) this.#writeDose(n, name, most);
    if (node.facility == null) return;
    const users = this.#index.users[n] ?? [];
    const handled = users.map((a): Term => [this.#flow[a] ?? 0, 1]);
    this.#writeFacility(n, node.facility, users.length === 0 ? throughput : handled);
    const z = this.#facilitySwitch[n] ?? -1;
    if (z < 0) return;
    // One row for each arc says more than their sum: the proof is much shorter.
    for (const a of users) this.#row({ kind: "facility-capacity", node: n }, -Infinity, 0, [this.#use(a, 1), [z, -1]]);
  }

  /** What the arcs of one dose bring together. */
  #writeDose(n: number, name: string, most: number): void {
    const terms = (this.#index.incoming[n] ?? []).flatMap((a): Term[] => {
      const arc = this.#index.arcs[a];
      return arc?.doses?.includes(name) === true ? [[this.#flow[a] ?? 0, arc.yield]] : [];
    });
    if (terms.length > 0) this.#row({ kind: "dose", node: n, name }, -Infinity, most / this.#q, terms);
  }

  /** Supply used or demand met: what is not is paid for, so that each unit of it saves its cost. */
  #ownColumn(n: number, must: number, whole: number, cost: number): number {
    const most = Math.max(must, Math.min(whole, this.#bounds.throughput[n] ?? Infinity));
    this.#builder.offset += this.#money(cost * whole);
    return this.#builder.column({ cost: -this.#money(cost) * this.#q, lower: must / this.#q, upper: most / this.#q });
  }

  #writeFacility(
    n: number,
    facility: NonNullable<NetworkIndex["nodes"][number]["facility"]>,
    throughput: readonly Term[],
  ): void {
    const row = { kind: "facility-capacity", node: n } as const;
    const most = (this.#bounds.throughput[n] ?? Infinity) / this.#q;
    const cost = this.#money(facility.fixed_cost);
    if (most === Infinity && cost < 0) this.#builder.column({ cost, lower: 0, upper: 1, integer: true });
    if (most === Infinity || !facilityNeedsSwitch(this.#index, n)) {
      if (facility.capacity != null) this.#row(row, -Infinity, facility.capacity / this.#q, throughput);
      return;
    }
    const z = this.#builder.column({ cost, lower: 0, upper: most > 0 ? 1 : 0, integer: true });
    this.#facilitySwitch[n] = z;
    this.#row(row, -Infinity, 0, [...throughput, [z, -most]]);
    if (facilityIsRewarded(this.#index, n)) this.#row(row, 0, Infinity, [...throughput, [z, -rewardedShare * most]]);
  }

  /** An arc's use as a term: its switch, or the share of its most that it carries. */
  #use(a: number, factor: number): Term {
    const y = this.#arcSwitch[a] ?? -1;
    if (y >= 0) return [y, factor];
    const most = this.#most(a);
    return [this.#flow[a] ?? 0, most > 0 && most < Infinity ? factor / most : 0];
  }

  /** Where one single-source arc serves, nothing else arrives. */
  #writeExclusive(n: number): void {
    const arriving = this.#index.incoming[n] ?? [];
    const single = arriving.filter((a) => this.#index.arcs[a]?.single_source === true);
    if (single.length === 0 || arriving.length === 1) return;
    const uses = single.map((a) => this.#use(a, 1));
    if (single.length > 1) this.#row({ kind: "exclusive", node: n }, -Infinity, 1, uses);
    for (const a of arriving) {
      if (single.includes(a)) continue;
      this.#row({ kind: "exclusive", node: n }, -Infinity, 1, [...uses, this.#use(a, 1)]);
    }
  }

  #writeBudget(): void {
    const { budget, arcs, nodes } = this.#index;
    if (budget === null) return;
    const terms: Term[] = [];
    for (const [a, arc] of arcs.entries()) if (arc.investment > 0) terms.push(this.#use(a, arc.investment));
    for (const [n, node] of nodes.entries()) {
      const z = this.#facilitySwitch[n] ?? -1;
      if (z >= 0) terms.push([z, node.facility?.investment ?? 0]);
    }
    const largest = terms.reduce((most, [, factor]) => Math.max(most, factor), 0);
    if (largest === 0) return;
    this.#row(
      { kind: "budget" },
      -Infinity,
      budget / largest,
      terms.map(([column, factor]) => [column, factor / largest]),
    );
  }

  /**
   * x = Σ_p x_p along each arc by period. At a node, what is used in any run of periods is no more than what those and
   * the few before, for as long as it keeps, bring: runs are enough, since two that share what they draw on are no
   * harder than the run that joins them (Hall).
   */
  #writePeriods(): Map<number, readonly number[]> {
    const { arcs, nodes, incoming, outgoing } = this.#index;
    const count = nodes.reduce((most, { calendar }) => Math.max(most, calendar?.length ?? 0), 0);
    const split = new Map<number, readonly number[]>();
    for (const [a, arc] of arcs.entries()) {
      if (arc.by_period !== true || count === 0 || this.#most(a) <= 0) continue;
      const columns = Array.from({ length: count }, () => this.#builder.column({ cost: 0, lower: 0, upper: Infinity }));
      split.set(a, columns);
      this.#row({ kind: "balance", node: this.#index.from[a] ?? 0 }, 0, 0, [
        [this.#flow[a] ?? 0, -1],
        ...columns.map((column): Term => [column, 1]),
      ]);
    }
    for (const [n, { calendar, keeps: months, supply, demand }] of nodes.entries()) {
      if (calendar === undefined) continue;
      const keeps = Math.min(months ?? 0, count - 1);
      const ends = [
        ...(outgoing[n] ?? []).map((a) => ({ columns: split.get(a), factor: 1 })),
        ...(incoming[n] ?? []).map((a) => ({ columns: split.get(a), factor: arcs[a]?.yield ?? 1 })),
      ].filter(({ columns }) => columns !== undefined);
      if (ends.length === 0) continue;
      const whole = (supply ?? demand ?? 0) / this.#q;
      const longest = keeps === 0 ? 1 : count - keeps;
      for (let length = 1; length <= longest; length++)
        for (let start = 0; start < count; start++) {
          const at = (step: number): number => (start + step + count) % count;
          let there = 0;
          for (let step = -keeps; step < length; step++) there += calendar[at(step)] ?? 0;
          const terms: Term[] = [];
          for (let step = 0; step < length; step++)
            for (const { columns, factor } of ends) terms.push([columns?.[at(step)] ?? 0, factor]);
          this.#row({ kind: "calendar", node: n }, -Infinity, whole * there, terms);
        }
    }
    return split;
  }

  /** Scaled by its largest factor. What is brought once along an arc without limit is granted: a bound on the whole problem. */
  #writeFloor({ name, least, perUnit, arcOnce, nodeOnce }: Floor): void {
    const terms: Term[] = [];
    const granted = (once: number): void => {
      if (once > 0) terms.push([this.#builder.column({ cost: 0, lower: 0, upper: 1 }), once]);
    };
    for (const [a, x] of this.#flow.entries()) {
      terms.push([x, (perUnit[a] ?? 0) * this.#q]);
      const once = arcOnce[a] ?? 0;
      if (once !== 0 && this.#most(a) === Infinity) granted(once);
      else if (once !== 0) terms.push(this.#use(a, once));
    }
    for (const [n, once] of nodeOnce.entries()) {
      const z = this.#facilitySwitch[n] ?? -1;
      if (z >= 0) terms.push([z, once]);
      else granted(once);
    }
    const largest = terms.reduce((most, [, factor]) => Math.max(most, Math.abs(factor)), 0) || 1;
    const scaled = terms.map(([column, factor]): Term => [column, factor / largest]);
    this.#row({ kind: "floor", name }, least / largest, Infinity, scaled);
  }
}

function largestCost({ arcs, nodes, own }: NetworkIndex, quantityUnit: number): number {
  let largest = 0;
  const see = (value: number): void => {
    largest = Math.max(largest, Math.abs(value));
  };
  for (const { unit_cost, fixed_cost } of arcs) {
    see(unit_cost * quantityUnit);
    see(fixed_cost);
  }
  for (const { facility } of nodes) see(facility?.fixed_cost ?? 0);
  for (const { unusedCost, unmetCost } of own) {
    see(unusedCost * quantityUnit);
    see(unmetCost * quantityUnit);
  }
  return largest;
}
