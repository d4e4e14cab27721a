import { type Network, NetworkSchema } from "@simbiosi/domain";
import { expect, test } from "vitest";
import { highsInThread } from "../node/highs-solver.ts";
import { scenariosWith } from "./scenarios.ts";

const solver = highsInThread();

/** Ten tonnes that `a` or `b` can take, each with a fixed cost of 20 a year; what each pays changes with the scenario. */
const market = (a: number, b: number): Network =>
  NetworkSchema.parse({
    format: "simbiosi-network/1",
    sense: "max",
    nodes: [
      { id: "s", supply: 10, optional: true },
      { id: "da", demand: 10, optional: true },
      { id: "db", demand: 10, optional: true },
    ],
    arcs: [
      { id: "a", from: "s", to: "da", unit_cost: a, fixed_cost: -20 },
      { id: "b", from: "s", to: "db", unit_cost: b, fixed_cost: -20 },
    ],
  });

const prices: readonly (readonly [number, number])[] = [
  [10, 4], // a: 80, kept: 80
  [6, 9], // b: 70, kept: 40
  [-1, 1], // neither pays for its fixed cost: 0; kept: nothing moves, the 20 are paid
  [3, 3.5], // b: 15, kept: 10
];
const base = { flows: [{ arc: "a", amount: 10 }], open: [] };
const scenario = (number: number): Network => market(...(prices[number - 1] ?? [0, 0]));

test("by hand: how often each lead is chosen, and what keeping the plan costs", async () => {
  const found = await scenariosWith(solver, scenario, base, { count: 4, gap: 0, seed: 1 });
  expect(found).toMatchObject({ count: 4, resolved: 4, unresolved: 0, notRun: 0 });
  expect([...found.active].sort()).toEqual([
    ["a", 1],
    ["b", 2],
  ]);
  expect(found.regrets).toEqual([0, 30, 20, 5]);
});

test("a scenario without a proof is counted apart, never as one in which a lead is not chosen", async () => {
  const impossible: Network = {
    ...market(1, 1),
    nodes: [
      { id: "s", supply: 10, optional: false },
      ...market(1, 1)
        .nodes.slice(1)
        .map((node) => ({ ...node, demand: 1 })),
    ],
  };
  const some = (number: number): Network => (number === 2 ? impossible : scenario(1));
  const found = await scenariosWith(solver, some, base, { count: 3, gap: 0, seed: 1 });
  expect(found).toMatchObject({ count: 3, resolved: 2, unresolved: 1, notRun: 0 });
  expect(found.active.get("a")).toBe(2);
});

test("stopped by the user: how far it came", async () => {
  const stop = new AbortController();
  const onScenario = (done: number): void => {
    if (done === 3) stop.abort();
  };
  const found = await scenariosWith(solver, scenario, base, {
    count: 4,
    gap: 0,
    seed: 1,
    signal: stop.signal,
    onScenario,
  });
  expect(found).toMatchObject({ count: 4, resolved: 3, unresolved: 0, notRun: 1 });
});
