import { type Network, NetworkSchema, parseNetwork } from "@simbiosi/domain";
import { expect, test } from "vitest";
import { highsInThread } from "../node/highs-solver.ts";
import { optimiseWith, type PortfolioProgress } from "./optimise.ts";

const solver = highsInThread();
const network = (parts: object): Network => NetworkSchema.parse({ format: "simbiosi-network/1", arcs: [], ...parts });
const best = (parts: object) => optimiseWith(solver, network(parts), { gap: 0, seed: 1 });

test("the worked example of the format: sending all ten costs 1000, against 10 100 for doing nothing", async () => {
  const read = parseNetwork({
    format: "simbiosi-network/1",
    sense: "min",
    budget: null,
    nodes: [
      { id: "s1", commodity: "scrap", supply: 10, unused_cost: 50 },
      { id: "d1", commodity: "polymer", demand: 8, unmet_cost: 1200 },
      { id: "f1", commodity: "scrap", facility: { fixed_cost: 900, capacity: 40, investment: 0 } },
    ],
    arcs: [{ id: "a1", from: "s1", to: "d1", unit_cost: 20, fixed_cost: 800, capacity: null, yield: 0.8 }],
  });
  if (!read.ok) throw new Error(read.problem.message.en);
  expect(await optimiseWith(solver, read.value, { seed: 1 })).toEqual({
    format: "simbiosi-portfolio/1",
    status: "optimal",
    stopped_by: "proof",
    objective: 1000,
    bound: 1000,
    gap: 0,
    flows: [{ arc: "a1", amount: 10 }],
    open: [],
    selected: ["a1"],
    conflicts: [],
    checker: { feasible: true, objective: 1000, violations: [] },
  });
});

const s = { id: "s", supply: 10, optional: true };
const d = { id: "d", demand: 10 };

test.each([
  {
    because: "the fixed cost decides: one dear arc for all beats two cheap ones",
    parts: {
      nodes: [s, { ...s, id: "t" }, d],
      arcs: [
        { id: "a", from: "s", to: "d", unit_cost: 1, fixed_cost: 30, capacity: 5 },
        { id: "b", from: "t", to: "d", unit_cost: 1, fixed_cost: 30, capacity: 5 },
        { id: "c", from: "t", to: "d", unit_cost: 6 },
      ],
    },
    objective: 60,
    flows: { c: 10 },
  },
  {
    because: "a lot of 8 is not worth the 2 that are wanted",
    parts: {
      nodes: [s, { id: "d", demand: 8, unmet_cost: 5 }, { id: "e", demand: 2, unmet_cost: 5 }],
      arcs: [
        { id: "a", from: "s", to: "d", min_lot: 8, unit_cost: 1 },
        { id: "b", from: "s", to: "e", min_lot: 8, unit_cost: 1 },
      ],
    },
    objective: 8 * 1 + 2 * 5,
    flows: { a: 8 },
  },
  {
    because: "a single source brings all or nothing: the near one is too small",
    parts: {
      nodes: [{ id: "near", supply: 6, optional: true }, { ...s, id: "far" }, d],
      arcs: [
        { id: "n", from: "near", to: "d", unit_cost: 1, single_source: true },
        { id: "f", from: "far", to: "d", unit_cost: 3, single_source: true },
      ],
    },
    objective: 30,
    flows: { f: 10 },
  },
  {
    because: "a budget of 100 buys the second best arc",
    parts: {
      sense: "max",
      budget: 100,
      nodes: [s, { ...d, optional: true }],
      arcs: [
        { id: "a", from: "s", to: "d", unit_cost: 9, investment: 120 },
        { id: "b", from: "s", to: "d", unit_cost: 7, investment: 60 },
        { id: "c", from: "s", to: "d", unit_cost: 8, investment: 60, capacity: 2 },
      ],
    },
    objective: 70,
    flows: { b: 10 },
  },
  {
    because: "yields multiply along a chain: 10 for 10 × 0.8 × 0.5, and what is short is paid",
    parts: {
      nodes: [s, { id: "h" }, { id: "d", demand: 5, unmet_cost: 100 }],
      arcs: [
        { id: "a", from: "s", to: "h", yield: 0.8 },
        { id: "b", from: "h", to: "d", yield: 0.5 },
      ],
    },
    objective: 100,
    flows: { a: 10, b: 8 },
  },
  {
    because: "a facility opens when it saves more than it costs, and is full",
    parts: {
      nodes: [s, { id: "f", facility: { fixed_cost: 20, capacity: 6, investment: 5 } }, { ...d, unmet_cost: 5 }],
      arcs: [
        { id: "in", from: "s", to: "f" },
        { id: "out", from: "f", to: "d" },
      ],
    },
    objective: 20 + 4 * 5,
    flows: { in: 6, out: 6 },
    open: ["f"],
  },
  {
    because: "a facility stays shut when it saves less",
    parts: {
      nodes: [s, { id: "f", facility: { fixed_cost: 31, capacity: 6 } }, { ...d, unmet_cost: 5 }],
      arcs: [
        { id: "in", from: "s", to: "f" },
        { id: "out", from: "f", to: "d" },
      ],
    },
    objective: 50,
    flows: {},
  },
  {
    because: "the budget shuts a facility too",
    parts: {
      budget: 4,
      nodes: [s, { id: "f", facility: { capacity: 6, investment: 5 } }, { ...d, unmet_cost: 5 }],
      arcs: [
        { id: "in", from: "s", to: "f" },
        { id: "out", from: "f", to: "d" },
      ],
    },
    objective: 50,
    flows: {},
  },
  {
    because: "a facility's own supply is throughput",
    parts: {
      nodes: [
        { id: "s", supply: 10, unused_cost: 1, facility: { capacity: 4 } },
        { ...d, optional: true },
      ],
      arcs: [{ id: "a", from: "s", to: "d" }],
    },
    objective: 6,
    flows: { a: 4 },
    open: ["s"],
  },
  {
    because: "optional frees at no cost what has no price; a price given holds",
    parts: {
      nodes: [
        { id: "s", supply: 10, unused_cost: 2, optional: true },
        { ...d, optional: true },
      ],
      arcs: [{ id: "a", from: "s", to: "d", unit_cost: 3 }],
    },
    objective: 20,
    flows: {},
  },
  {
    because: "a surplus that costs 4 to keep leaves at 3",
    parts: {
      nodes: [
        { id: "s", supply: 10, unused_cost: 4 },
        { ...d, optional: true },
      ],
      arcs: [{ id: "a", from: "s", to: "d", unit_cost: 3 }],
    },
    objective: 30,
    flows: { a: 10 },
  },
  {
    because: "a supply that must leave finds its way through two hubs linked both ways",
    parts: {
      nodes: [{ id: "s", supply: 10 }, { id: "g" }, { id: "h" }, d],
      arcs: [
        { id: "1", from: "s", to: "g", fixed_cost: 5 },
        { id: "2", from: "g", to: "h", fixed_cost: 5 },
        { id: "3", from: "h", to: "g", fixed_cost: 5 },
        { id: "4", from: "h", to: "d", fixed_cost: 5 },
      ],
    },
    objective: 15,
    flows: { "1": 10, "2": 10, "4": 10 },
  },
  {
    because: "a fixed subsidy is fetched by a real use, however little",
    parts: {
      sense: "max",
      nodes: [s, { ...d, optional: true }],
      arcs: [{ id: "a", from: "s", to: "d", unit_cost: -1, fixed_cost: 50 }],
    },
    objective: 50 - 1e-4,
    flows: { a: 1e-4 },
  },
  { because: "nothing to decide", parts: { nodes: [] }, objective: 0, flows: {} },
])("$because", async ({ parts, objective, flows, open = [] }: Case) => {
  const answer = await best(parts);
  expect(answer).toMatchObject({ status: "optimal", stopped_by: "proof", bound: answer.objective, gap: 0, open });
  expect(answer.objective).toBeCloseTo(objective, 9);
  expect(Object.fromEntries(answer.flows.map(({ arc, amount }) => [arc, amount]))).toEqual(flows);
  expect(answer.selected).toEqual(Object.keys(flows));
  expect(answer.checker).toEqual({ feasible: true, objective: answer.objective, violations: [] });
});
type Case = {
  readonly because: string;
  readonly parts: object;
  readonly objective: number;
  readonly flows: Readonly<Record<string, number>>;
  readonly open?: readonly string[];
};

const wheel = [
  { id: "1", from: "g", to: "h", unit_cost: 3, investment: 30 },
  { id: "2", from: "h", to: "g", unit_cost: -1, investment: 30 },
];

test.each([
  { because: "round and round at a gain", parts: { sense: "max", nodes: [{ id: "g" }, { id: "h" }], arcs: wheel } },
  {
    because: "even when another exchange is settled apart",
    parts: {
      sense: "max",
      nodes: [{ id: "g" }, { id: "h" }, s, d],
      arcs: [...wheel, { id: "3", from: "s", to: "d" }],
    },
  },
  {
    because: "and when the budget allows the whole wheel",
    parts: { sense: "max", budget: 60, nodes: [{ id: "g" }, { id: "h" }], arcs: [...wheel, { ...wheel[0], id: "3" }] },
  },
])("without end: $because", async ({ parts }) => {
  expect(await best(parts)).toMatchObject({ status: "unbounded", objective: null, bound: null, gap: null, flows: [] });
});

test.each([
  { because: "the budget buys half a wheel", parts: { budget: 50, arcs: [...wheel, { ...wheel[0], id: "3" }] } },
  { because: "the wheel loses a tenth of what turns", parts: { arcs: [wheel[0], { ...wheel[1], yield: 0.5 }] } },
])("not without end: $because", async ({ parts }) => {
  const answer = await best({ sense: "max", nodes: [{ id: "g" }, { id: "h" }], ...parts });
  expect(answer).toMatchObject({ objective: 0, flows: [], checker: { feasible: true } });
});

test("a paying wheel does not hide that something else is impossible", async () => {
  const parts = { sense: "max", nodes: [{ id: "g" }, { id: "h" }, d], arcs: wheel };
  expect(await best(parts)).toMatchObject({ status: "infeasible", objective: null });
});

/** Three exchanges of one size and one that cancels them: parts that nothing ties. */
const apart = {
  nodes: ["a", "b", "c"].flatMap((id) => [
    { id: `s${id}`, supply: 7, optional: true },
    { id: `d${id}`, demand: 7, unmet_cost: 90 },
  ]),
  arcs: ["a", "b", "c"].flatMap((id) => [
    { id: `x${id}`, from: `s${id}`, to: `d${id}`, unit_cost: id === "c" ? -21 : 9, fixed_cost: 10, capacity: 4 },
    { id: `y${id}`, from: `s${id}`, to: `d${id}`, unit_cost: id === "c" ? -20 : 10, fixed_cost: 11, capacity: 5 },
  ]),
};

test("parts are put side by side, and their gaps added", async () => {
  const told: PortfolioProgress[] = [];
  const answer = await optimiseWith(solver, network(apart), {
    gap: 0,
    seed: 1,
    onProgress: (progress) => told.push(progress),
  });
  // By hand: 4 by the first arc and 3 by the second; where the second loses nothing, 5 and 2 would cost more.
  expect(answer).toMatchObject({ status: "optimal", objective: 2 * (36 + 30 + 21) - (84 + 60) + 21, gap: 0 });
  expect(answer.flows.map(({ arc }) => arc)).toEqual(["xa", "xb", "xc", "ya", "yb", "yc"]);
  for (const { part, parts } of told) expect(part <= parts && parts === 3).toBe(true);
});

test("stopped before it began: nothing is claimed", async () => {
  const answer = await optimiseWith(solver, network(apart), { seed: 1, signal: AbortSignal.abort() });
  expect(answer).toMatchObject({ status: "stopped", stopped_by: "user", objective: null, bound: null, flows: [] });
  const late = await optimiseWith(solver, network(apart), { seed: 1, timeSeconds: 0 });
  expect(late).toMatchObject({ status: "stopped", stopped_by: "time", objective: null });
});
