import { type Network, NetworkSchema } from "@simbiosi/domain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { highsInThread } from "../node/highs-solver.ts";
import { arcBounds, finiteBounds } from "./arc-bounds.ts";
import { withFixed } from "./linear-program.ts";
import { indexNetwork } from "./network-index.ts";
import { buildModel } from "./network-model.ts";

const network = (parts: object): Network => NetworkSchema.parse({ format: "simbiosi-network/1", ...parts });
const free = Number.POSITIVE_INFINITY;

const sourceAndTaker = [
  { id: "s", supply: 10, optional: true },
  { id: "t", demand: 4, optional: true },
];

test.each([
  {
    because: "what the taker can absorb, before losses",
    nodes: sourceAndTaker,
    arcs: [{ id: "a", from: "s", to: "t", yield: 0.8 }],
    upper: { a: 5 },
  },
  {
    because: "what the source has",
    nodes: [{ id: "s", supply: 3, optional: true }, sourceAndTaker[1]],
    arcs: [{ id: "a", from: "s", to: "t" }],
    upper: { a: 3 },
  },
  {
    because: "what must be met first at home",
    nodes: [{ id: "s", supply: 10, optional: false, demand: 7 }, sourceAndTaker[1]],
    arcs: [{ id: "a", from: "s", to: "t" }],
    upper: { a: 3 },
  },
  {
    because: "the works on the way",
    nodes: [...sourceAndTaker, { id: "f", facility: { capacity: 2 } }],
    arcs: [
      { id: "a", from: "s", to: "f", yield: 0.5 },
      { id: "b", from: "f", to: "t" },
    ],
    upper: { a: 4, b: 2 },
  },
  {
    because: "the narrowest arc of the chain",
    nodes: [...sourceAndTaker, { id: "h" }],
    arcs: [
      { id: "a", from: "s", to: "h", capacity: 3 },
      { id: "b", from: "h", to: "t", yield: 0.5 },
    ],
    upper: { a: 3, b: 3 },
  },
  {
    because: "exactly the demand, from a single source",
    nodes: sourceAndTaker,
    arcs: [{ id: "a", from: "s", to: "t", yield: 0.5, single_source: true, capacity: 9 }],
    upper: { a: 8 },
  },
  {
    because: "between two hubs linked both ways, no more than enters (nothing circulates for nothing)",
    nodes: [...sourceAndTaker, { id: "g" }, { id: "h" }],
    arcs: [
      { id: "a", from: "s", to: "g" },
      { id: "b", from: "g", to: "h" },
      { id: "c", from: "h", to: "g" },
      { id: "d", from: "h", to: "t" },
    ],
    upper: { a: 10, b: 10, c: 10, d: 4 },
  },
  {
    because: "a loop that loses half carries twice what enters",
    nodes: [...sourceAndTaker, { id: "g" }, { id: "h" }],
    arcs: [
      { id: "a", from: "s", to: "g" },
      { id: "b", from: "g", to: "h", yield: 0.5 },
      { id: "c", from: "h", to: "g" },
    ],
    upper: { a: 10, b: 20, c: 10 },
  },
  {
    because: "tonnes to cubic metres and back is neither gain nor loss",
    nodes: [...sourceAndTaker, { id: "g" }, { id: "h" }],
    arcs: [
      { id: "a", from: "s", to: "g" },
      { id: "b", from: "g", to: "h", yield: 1.25 },
      { id: "c", from: "h", to: "g", yield: 0.8 },
    ],
    upper: { a: 10, b: 10, c: 12.5 },
  },
  {
    because: "a loop that gains half is limited by what can leave it",
    nodes: [{ id: "g" }, { id: "h" }, { id: "t", demand: 4, optional: true }],
    arcs: [
      { id: "b", from: "g", to: "h", yield: 1.5 },
      { id: "c", from: "h", to: "g" },
      { id: "d", from: "g", to: "t" },
    ],
    upper: { b: 8, c: 12, d: 4 },
  },
  {
    because: "a losing loop that nothing feeds carries nothing, whatever its neighbours hold",
    nodes: [{ id: "g" }, { id: "h" }, { id: "apart", supply: 1e6, optional: true }],
    arcs: [
      { id: "b", from: "g", to: "h", yield: 0.5, capacity: 7 },
      { id: "c", from: "h", to: "g" },
    ],
    upper: { b: 0, c: 0 },
  },
  {
    because: "one loop makes what the other loses: nothing limits them",
    nodes: [{ id: "g" }, { id: "h" }],
    arcs: [
      { id: "a", from: "g", to: "h", yield: 2 },
      { id: "b", from: "h", to: "g" },
      { id: "c", from: "g", to: "h", yield: 0.5 },
    ],
    upper: { a: free, b: free, c: free },
  },
])("$because", ({ nodes, arcs, upper }) => {
  const index = indexNetwork(network({ nodes, arcs }));
  const found = arcBounds(index, true).upper;
  const byId = Object.fromEntries(index.arcs.map(({ id }, a) => [id, found[a]]));
  for (const [id, expected] of Object.entries(upper)) {
    if (expected === free) expect(byId[id]).toBe(free);
    else expect(byId[id]).toBeCloseTo(expected, 9);
  }
});

test("where circulation may pay, arcs of a loop that keeps all stay unlimited", () => {
  const loop = network({
    nodes: [
      { id: "g", supply: 1 },
      { id: "h", demand: 1 },
    ],
    arcs: [
      { id: "b", from: "g", to: "h" },
      { id: "c", from: "h", to: "g" },
    ],
  });
  expect([...arcBounds(indexNetwork(loop), false).upper]).toEqual([free, free]);
});

test("a switch in an unlimited loop gets a limit that proves nothing", () => {
  const loops = network({
    nodes: [{ id: "g", supply: 3, optional: true }, { id: "h" }],
    arcs: [
      { id: "a", from: "g", to: "h", yield: 2, fixed_cost: 1 },
      { id: "b", from: "h", to: "g" },
      { id: "c", from: "g", to: "h", yield: 0.5 },
    ],
  });
  const { bounds, proven } = finiteBounds(indexNetwork(loops), true);
  expect([...bounds.upper]).toEqual([30_000, 30_000, 30_000]);
  expect([...proven.upper]).toEqual([free, free, free]);
});

const loseOrKeep = fc
  .record({
    nodes: fc.array(
      fc.record({
        supply: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
        demand: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
        optional: fc.boolean(),
      }),
      { minLength: 2, maxLength: 5 },
    ),
    arcs: fc.array(
      fc.record({
        from: fc.nat(4),
        step: fc.nat(3),
        capacity: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
        yield: fc.constantFrom(1, 0.5, 0.8),
      }),
      { minLength: 1, maxLength: 9 },
    ),
  })
  .map(({ nodes, arcs }) =>
    network({
      nodes: nodes.map((node, n) => ({ id: `n${n}`, ...node })),
      arcs: arcs.map(({ from, step, ...arc }, a) => {
        const start = from % nodes.length;
        return {
          ...arc,
          id: `a${a}`,
          from: `n${start}`,
          to: `n${(start + 1 + (step % (nodes.length - 1))) % nodes.length}`,
        };
      }),
    }),
  );

test("no plan exceeds the bounds that hold whatever circulates: each arc pushed as far as it goes", async () => {
  const solve = highsInThread();
  await fc.assert(
    fc.asyncProperty(loseOrKeep, fc.nat(), async (drawn, pick) => {
      const index = indexNetwork(drawn);
      const chosen = pick % index.arcs.length;
      const bound = arcBounds(index, false).upper[chosen] ?? Number.NaN;
      // Capacities as written, no other bound: the program itself says how much can flow.
      const pushed = indexNetwork({
        ...drawn,
        sense: "max",
        arcs: index.arcs.map((arc, a) => ({ ...arc, unit_cost: a === chosen ? 1 : 0 })),
      });
      const raw = {
        upper: Float64Array.from(pushed.arcs, ({ capacity }) => capacity ?? free),
        throughput: new Float64Array(pushed.nodes.length).fill(free),
        size: 1,
      };
      const model = buildModel(pushed, raw);
      const most = await solve(withFixed(model.program, new Map()), { relativeGap: 0, absoluteGap: 0, seed: 1 });
      if (most.status === "unbounded") expect(bound).toBe(free);
      if (most.objective !== null)
        expect(-most.objective * model.moneyUnit).toBeLessThanOrEqual(bound * (1 + 1e-9) + 1e-6);
    }),
  );
});
