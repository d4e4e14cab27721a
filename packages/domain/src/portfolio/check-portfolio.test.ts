import fc from "fast-check";
import { expect, test } from "vitest";
import { type Network, NetworkSchema } from "../formats/network.ts";
import { checkPortfolio } from "./check-portfolio.ts";

const network = (parts: object): Network => NetworkSchema.parse({ format: "simbiosi-network/1", arcs: [], ...parts });

/** The worked example of the format: scrap to a polymer maker through one arc that loses a fifth. */
const example = network({
  nodes: [
    { id: "s1", commodity: "scrap", supply: 10, unused_cost: 50 },
    { id: "d1", commodity: "polymer", demand: 8, unmet_cost: 1200 },
    { id: "f1", commodity: "scrap", facility: { fixed_cost: 900, capacity: 40 } },
  ],
  arcs: [{ id: "a1", from: "s1", to: "d1", unit_cost: 20, fixed_cost: 800, yield: 0.8 }],
});

test.each([
  { because: "all ten leave, eight arrive", amount: 10, objective: 20 * 10 + 800 },
  { because: "half leaves: five unused, four unmet", amount: 5, objective: 20 * 5 + 800 + 5 * 50 + 4 * 1200 },
  { because: "nothing leaves, no fixed cost", amount: 0, objective: 10 * 50 + 8 * 1200 },
])("the example: $because", ({ amount, objective }) => {
  expect(checkPortfolio(example, { flows: [{ arc: "a1", amount }], open: [] })).toEqual({
    feasible: true,
    objective,
    violations: [],
  });
});

/** A works that turns 10 of supply into 8, two customers, a budget, a lot, capacities. */
const works = network({
  budget: 100,
  nodes: [
    { id: "s", supply: 20 },
    { id: "f", facility: { fixed_cost: 50, capacity: 15, investment: 60 } },
    { id: "d", demand: 8 },
    { id: "e", demand: 10 },
  ],
  arcs: [
    { id: "in", from: "s", to: "f", unit_cost: 1, min_lot: 5 },
    { id: "out", from: "f", to: "d", yield: 0.8, investment: 30, capacity: 12 },
    { id: "direct", from: "s", to: "e", single_source: true, fixed_cost: 7 },
    { id: "spill", from: "f", to: "e", investment: 20 },
  ],
});
const flows = (amounts: Record<string, number>) => Object.entries(amounts).map(([arc, amount]) => ({ arc, amount }));
const plan = { in: 10, out: 10, direct: 10 };

test("a plan by hand that respects everything", () => {
  expect(checkPortfolio(works, { flows: flows(plan), open: ["f"] })).toEqual({
    feasible: true,
    objective: 10 * 1 + 7 + 50,
    violations: [],
  });
});

test.each([
  {
    because: "two stay at a source that must empty",
    amounts: { ...plan, direct: 8 },
    open: ["f"],
    broken: [
      { constraint: "single_source[e]", limit: 10, actual: 8 },
      { constraint: "supply[s]", limit: 20, actual: 18 },
      { constraint: "demand[e]", limit: 10, actual: 8 },
    ],
  },
  {
    because: "more leaves than there is",
    amounts: { ...plan, in: 10, out: 10, direct: 10, spill: 0 },
    extra: { nodes: works.nodes.map((node) => (node.id === "s" ? { ...node, supply: 15 } : node)) },
    open: ["f"],
    broken: [{ constraint: "supply[s]", limit: 15, actual: 20 }],
  },
  {
    because: "the works keeps two",
    amounts: { ...plan, in: 12, direct: 8 },
    extra: { arcs: works.arcs.map((arc) => ({ ...arc, single_source: false })) },
    open: ["f"],
    broken: [
      { constraint: "balance[f]", limit: 12, actual: 10 },
      { constraint: "demand[e]", limit: 10, actual: 8 },
    ],
  },
  {
    because: "another source beside the single one",
    amounts: { in: 10, out: 9, direct: 10, spill: 1 },
    open: ["f"],
    broken: [
      { constraint: "single_source[e]", limit: 10, actual: 11 },
      { constraint: "demand[d]", limit: 8, actual: 7.2 },
      { constraint: "demand[e]", limit: 10, actual: 11 },
      { constraint: "budget", limit: 100, actual: 110 },
    ],
  },
  {
    because: "a lot too small",
    amounts: { in: 4, out: 4, direct: 10 },
    extra: {
      nodes: [{ ...works.nodes[0], supply: 14 }, works.nodes[1], { ...works.nodes[2], demand: 3.2 }, works.nodes[3]],
    },
    open: ["f"],
    broken: [{ constraint: "min_lot[in]", limit: 5, actual: 4 }],
  },
  {
    because: "an arc and the works overloaded",
    amounts: { in: 16, out: 16, direct: 10 },
    extra: {
      nodes: [{ ...works.nodes[0], supply: 26 }, works.nodes[1], { ...works.nodes[2], demand: 12.8 }, works.nodes[3]],
    },
    open: ["f"],
    broken: [
      { constraint: "capacity[out]", limit: 12, actual: 16 },
      { constraint: "facility_capacity[f]", limit: 15, actual: 16 },
    ],
  },
  {
    because: "investments above the budget",
    amounts: plan,
    extra: { budget: 89 },
    open: ["f"],
    broken: [{ constraint: "budget", limit: 89, actual: 90 }],
  },
  {
    because: "the works runs and is said closed",
    amounts: plan,
    open: [],
    broken: [{ constraint: "open[f]", limit: 1, actual: 0 }],
  },
  {
    because: "the works is said open and does nothing",
    amounts: { direct: 10 },
    extra: { nodes: [{ ...works.nodes[0], supply: 10 }, works.nodes[1], { id: "d", optional: true }, works.nodes[3]] },
    open: ["f"],
    broken: [{ constraint: "open[f]", limit: 0, actual: 1 }],
  },
  {
    because: "what the network does not know",
    amounts: { ...plan, ghost: 1 },
    open: ["f", "d"],
    broken: [
      { constraint: "arc[ghost]", limit: 0, actual: 1 },
      { constraint: "node[d]", limit: 0, actual: 1 },
    ],
  },
])("caught: $because", ({ amounts, open, extra, broken }) => {
  const changed = network({ ...works, ...extra });
  const verdict = checkPortfolio(changed, { flows: flows(amounts), open });
  expect(verdict.feasible).toBe(false);
  expect(verdict.violations.map(({ constraint }) => constraint)).toEqual(broken.map(({ constraint }) => constraint));
  for (const [i, { limit, actual }] of broken.entries()) {
    expect(verdict.violations[i]?.limit).toBeCloseTo(limit, 9);
    expect(verdict.violations[i]?.actual).toBeCloseTo(actual, 9);
  }
});

test.each([
  { leaves: 10 * (1 + 5e-7), feasible: true }, // a millionth of the quantity is a rounding
  { leaves: 10 * (1 + 5e-6), feasible: false },
  { leaves: 10 * (1 - 5e-6), feasible: false },
])("a source of 10 that must empty, $leaves leave: $feasible", ({ leaves, feasible }) => {
  const strict = network({
    nodes: [
      { id: "s", supply: 10 },
      { id: "sink", demand: 99, optional: true },
    ],
    arcs: [{ id: "a", from: "s", to: "sink" }],
  });
  expect(checkPortfolio(strict, { flows: [{ arc: "a", amount: leaves }], open: [] }).feasible).toBe(feasible);
});

test.each([
  { because: "an amount below zero", listed: [{ arc: "a1", amount: -1 }], constraint: "amount[a1]" },
  { because: "an endless amount", listed: [{ arc: "a1", amount: Number.POSITIVE_INFINITY }], constraint: "amount[a1]" },
  {
    because: "one arc twice",
    listed: [
      { arc: "a1", amount: 5 },
      { arc: "a1", amount: 5 },
    ],
    constraint: "repeated[a1]",
  },
])("caught: $because", ({ listed, constraint }) => {
  const { feasible, violations } = checkPortfolio(example, { flows: listed, open: [] });
  expect(feasible).toBe(false);
  expect(violations.map((violation) => violation.constraint)).toContain(constraint);
});

test.each([
  // 6 are kept for its own need, or 4 leave and 6 are met, or all is left undone: the amounts do not say which.
  { sense: "min", unused: 5, unmet: 9, leaves: 0, objective: 4 * 5 + 0 * 9 }, // use 6, leave 4 unused
  { sense: "min", unused: -5, unmet: 1, leaves: 0, objective: 10 * -5 + 6 * 1 }, // idleness pays: leave all
  { sense: "max", unused: 5, unmet: 9, leaves: 0, objective: 10 * 5 + 6 * 9 },
  { sense: "min", unused: 5, unmet: 9, leaves: 4, objective: 0 },
  { sense: "min", unused: 5, unmet: 9, leaves: 7, objective: 3 * 9 }, // only three are left for itself
])("a node with 10 to give and 6 to take: $leaves leave, $sense, best split costs $objective", (row) => {
  const both = network({
    sense: row.sense,
    nodes: [
      { id: "n", supply: 10, unused_cost: row.unused, demand: 6, unmet_cost: row.unmet },
      { id: "sink", demand: 10, optional: true },
    ],
    arcs: [{ id: "a", from: "n", to: "sink" }],
  });
  expect(checkPortfolio(both, { flows: [{ arc: "a", amount: row.leaves }], open: [] })).toEqual({
    feasible: true,
    objective: row.objective,
    violations: [],
  });
});

test("a closed facility with both handles nothing of its own, an open one what suits", () => {
  const node = {
    id: "n",
    supply: 10,
    demand: 6,
    unused_cost: 5,
    unmet_cost: 9,
    facility: { fixed_cost: 20, capacity: 4 },
  };
  const lonely = network({ nodes: [node] });
  expect(checkPortfolio(lonely, { flows: [], open: [] }).objective).toBe(10 * 5 + 6 * 9);
  expect(checkPortfolio(lonely, { flows: [], open: ["n"] })).toEqual({
    feasible: true,
    objective: 20 + 6 * 5 + 2 * 9, // no more than its capacity of 4
    violations: [],
  });
});

const amount = fc.integer({ min: 1, max: 1_000_000 }).map((n) => n / 1000);

/** Sources and takers fitted to amounts drawn first: a plan feasible by construction, its cost a plain sum. */
const fitted = fc
  .array(
    fc.record({
      source: fc.nat(3),
      taker: fc.nat(3),
      carried: amount,
      unit: fc.integer({ min: -50, max: 50 }),
      fixed: fc.integer({ min: -50, max: 50 }),
      keeps: fc.constantFrom(1, 0.8, 0.37, 1.25),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((drawn) => {
    const sum = (pick: (arc: (typeof drawn)[number]) => number): number =>
      drawn.reduce((total, arc) => total + pick(arc), 0);
    const nodes = [0, 1, 2, 3].flatMap((n) => [
      { id: `s${n}`, supply: sum(({ source, carried }) => (source === n ? carried : 0)) },
      { id: `d${n}`, demand: sum(({ taker, carried, keeps }) => (taker === n ? carried * keeps : 0)) },
    ]);
    const arcs = drawn.map(({ source, taker, unit, fixed, keeps }, i) => ({
      id: `a${i}`,
      from: `s${source}`,
      to: `d${taker}`,
      unit_cost: unit,
      fixed_cost: fixed,
      yield: keeps,
    }));
    return {
      network: network({ nodes, arcs }),
      flows: drawn.map(({ carried }, i) => ({ arc: `a${i}`, amount: carried })),
      cost: sum(({ unit, fixed, carried }) => unit * carried + fixed),
    };
  });

test("a plan that the network was made for is accepted, and costs the plain sum", () => {
  fc.assert(
    fc.property(fitted, ({ network: made, flows: listed, cost }) => {
      const verdict = checkPortfolio(made, { flows: listed, open: [] });
      expect(verdict.violations).toEqual([]);
      expect(Math.abs((verdict.objective ?? Number.NaN) - cost)).toBeLessThan(1e-9 * Math.max(1, Math.abs(cost)));
    }),
  );
});

test("one amount changed by a ten-thousandth of all that moves is seen at both ends", () => {
  fc.assert(
    fc.property(fitted, fc.nat(), fc.constantFrom(-1, 1), ({ network: made, flows: listed }, pick, way) => {
      const whole = listed.reduce((sum, flow) => sum + flow.amount, 0);
      const chosen = pick % listed.length;
      const changed = listed.map((flow, i) =>
        i === chosen ? { ...flow, amount: flow.amount + way * whole * 1e-4 } : flow,
      );
      const arc = made.arcs[chosen];
      const { violations } = checkPortfolio(made, { flows: changed, open: [] });
      const named = violations.map(({ constraint }) => constraint);
      if ((changed[chosen]?.amount ?? 0) < 0) expect(named).toContain(`amount[${arc?.id}]`);
      else expect(named).toEqual(expect.arrayContaining([`supply[${arc?.from}]`, `demand[${arc?.to}]`]));
    }),
  );
});

test("a floor is looked at with what is brought per unit and once", () => {
  const network = NetworkSchema.parse({
    format: "simbiosi-network/1",
    floors: { co2e: 19 },
    nodes: [
      { id: "s", supply: 10, optional: true },
      { id: "d", demand: 10, optional: true },
    ],
    arcs: [{ id: "a", from: "s", to: "d", measures: { co2e: { per_unit: 3, once: -6 } } }],
  });
  const brings = (amount: number) => checkPortfolio(network, { flows: [{ arc: "a", amount }], open: [] }).violations;
  expect(brings(9)).toEqual([]); // 9 × 3 − 6 = 21
  expect(brings(8)).toEqual([{ constraint: "floor[co2e]", limit: 19, actual: 18 }]);
});

/** Peel and husk share the dose of a mix of 100, which bears 5 of peel whatever its sources, 8 of both. */
const mix = network({
  nodes: [
    { id: "p", supply: 9, optional: true },
    { id: "q", supply: 9, optional: true },
    { id: "h", supply: 9, optional: true },
    { id: "mix", demand: 100, optional: true, doses: { peel: 5, both: 8 } },
  ],
  arcs: [
    { id: "p1", from: "p", to: "mix", doses: ["peel", "both"] },
    { id: "p2", from: "q", to: "mix", yield: 0.5, doses: ["peel", "both"] },
    { id: "h1", from: "h", to: "mix", doses: ["both"] },
  ],
});

test.each([
  { because: "five of peel in all, eight of both", amounts: { p1: 3, p2: 4, h1: 3 }, broken: [] },
  {
    because: "each below the dose, together above",
    amounts: { p1: 3, p2: 6 },
    broken: [{ constraint: "dose[mix/peel]", limit: 5, actual: 6 }],
  },
  {
    because: "the wider dose binds too",
    amounts: { p1: 5, h1: 4 },
    broken: [{ constraint: "dose[mix/both]", limit: 8, actual: 9 }],
  },
])("doses: $because", ({ amounts, broken }) => {
  expect(checkPortfolio(mix, { flows: flows(amounts), open: [] }).violations).toEqual(broken);
});

/** Two leads of one composter: it is paid once, and both must find it running. */
const composter = network({
  budget: 60,
  nodes: [
    { id: "s", supply: 10, optional: true },
    { id: "d", demand: 10, optional: true },
    { id: "composter", facility: { fixed_cost: 7, investment: 50, capacity: 8 } },
  ],
  arcs: ["a", "b"].map((id) => ({ id, from: "s", to: "d", unit_cost: 1, investment: 5, runs: ["composter"] })),
});

test.each([
  { because: "paid once for two", amounts: { a: 4, b: 4 }, open: ["composter"], objective: 8 + 7, broken: [] },
  {
    because: "both count in its capacity",
    amounts: { a: 4, b: 5 },
    open: ["composter"],
    objective: 9 + 7,
    broken: [{ constraint: "facility_capacity[composter]", limit: 8, actual: 9 }],
  },
  {
    because: "it runs, said or not",
    amounts: { a: 1 },
    open: [],
    objective: 1 + 7,
    broken: [{ constraint: "open[composter]", limit: 1, actual: 0 }],
  },
])("a facility that arcs share: $because", ({ amounts, open, objective, broken }) => {
  const verdict = checkPortfolio(composter, { flows: flows(amounts), open });
  expect(verdict).toMatchObject({ objective, violations: broken });
});
