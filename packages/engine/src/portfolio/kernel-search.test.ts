/** A territory of two hundred sources and takers, each linked to its nearest: too many switches to search at once. */
import { type Network, NetworkSchema } from "@simbiosi/domain";
import { expect, test } from "vitest";
import { highsInThread } from "../node/highs-solver.ts";
import { kernelFrom } from "./kernel-search.ts";
import { optimiseWith } from "./optimise.ts";
import type { Solver, SolverOutcome, SolverSettings } from "./solver.ts";

const count = 200;
const nearest = 8;

/** A fixed sequence of numbers from 0 to 1, the same on every machine (Park and Miller, 1988). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function territory(): Network {
  const next = sequence(7);
  const site = () => ({ x: next() * 40, y: next() * 40, amount: Math.round(5 + 95 * next()) });
  const sources = Array.from({ length: count }, site);
  const takers = Array.from({ length: count }, site);
  const arcs = sources.flatMap((source, i) =>
    takers
      .map((taker, j) => ({ j, amount: taker.amount, km: Math.hypot(source.x - taker.x, source.y - taker.y) }))
      .sort((a, b) => a.km - b.km)
      .slice(0, nearest)
      .map(({ j, amount, km }) => ({
        id: `a${i}-${j}`,
        from: `s${i}`,
        to: `d${j}`,
        unit_cost: Math.round(50 - km),
        fixed_cost: -Math.round(Math.min(source.amount, amount) * 40 * next()),
        investment: Math.round(100 * next()),
      })),
  );
  return NetworkSchema.parse({
    format: "simbiosi-network/1",
    sense: "max",
    budget: 6000,
    nodes: [
      ...sources.map(({ amount }, i) => ({ id: `s${i}`, supply: amount, optional: true })),
      ...takers.map(({ amount }, j) => ({ id: `d${j}`, demand: amount, optional: true })),
    ],
    arcs,
  });
}

type Asked = { readonly switches: number; readonly settings: SolverSettings; readonly outcome: SolverOutcome };

function watched(change: (nth: number, outcome: SolverOutcome) => Partial<SolverOutcome> = () => ({})) {
  const honest = highsInThread();
  const asked: Asked[] = [];
  const solve: Solver = async (program, settings, hooks) => {
    const outcome = await honest(program, settings, hooks);
    const switches = program.integer.reduce((sum, isSwitch) => sum + isSwitch, 0);
    asked.push({ switches, settings, outcome });
    return { ...outcome, ...change(asked.length, outcome) };
  };
  return { solve, asked };
}

test("a large network: relaxation, kernel, then the whole from the kernel's plan", async () => {
  const { solve, asked } = watched();
  const network = territory();
  expect(network.arcs.length).toBeGreaterThanOrEqual(kernelFrom);
  const answer = await optimiseWith(solve, network, { seed: 1 });
  expect(answer).toMatchObject({ status: "optimal", checker: { feasible: true } });
  const [relaxation, kernel, whole] = asked;
  expect(relaxation?.switches).toBe(0);
  expect(kernel?.switches).toBeGreaterThan(0);
  expect(kernel?.switches).toBeLessThan((whole?.switches ?? 0) / 2);
  // The start is a plan of the whole, worth what the kernel said; the whole is at least as good, within the relaxation.
  expect(whole?.settings.start?.length).toBe(whole?.outcome.values?.length);
  expect(whole?.outcome.objective).toBeLessThanOrEqual((kernel?.outcome.objective ?? Number.NaN) + 1e-6);
  expect(relaxation?.outcome.objective).toBeLessThanOrEqual((whole?.outcome.bound ?? Number.NaN) + 1e-6);
});

test("a wide gap is proved by the relaxation: the whole is not searched", async () => {
  const { solve, asked } = watched();
  const answer = await optimiseWith(solve, territory(), { seed: 1, gap: 0.5 });
  expect(answer).toMatchObject({ status: "optimal", stopped_by: "gap", checker: { feasible: true } });
  expect(asked.map(({ switches }) => switches > 0)).toEqual([false, true, false]);
});

test("no time left after the kernel: its plan, and the gap to the relaxation", async () => {
  const { solve, asked } = watched((nth) => (nth === 2 ? { seconds: 1000 } : { seconds: 0 }));
  const answer = await optimiseWith(solve, territory(), { seed: 1, gap: 0.001, timeSeconds: 900 });
  expect(answer).toMatchObject({ status: "feasible", stopped_by: "time", checker: { feasible: true } });
  expect(answer.gap).toBeGreaterThan(0.001);
  expect(asked.length).toBe(3);
});

test("a kernel without a plan, or no relaxation at all, leaves the whole to be searched from nothing", async () => {
  for (const missing of [1, 2]) {
    const nothing = { status: "limited", values: null, objective: null, bound: null } as const;
    const { solve, asked } = watched((nth) => (nth === missing ? nothing : {}));
    const answer = await optimiseWith(solve, territory(), { seed: 1, gap: 0.05 });
    expect(answer.status).toBe("optimal");
    expect(asked[missing]?.switches).toBeGreaterThanOrEqual(kernelFrom);
    expect(asked[missing]?.settings.start).toBeUndefined();
  }
});
