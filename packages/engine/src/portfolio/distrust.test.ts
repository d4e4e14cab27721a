/** A solver that is wrong must never make the answer say more than was proved. */
import { type Network, NetworkSchema } from "@simbiosi/domain";
import { expect, test } from "vitest";
import { highsInThread } from "../node/highs-solver.ts";
import type { LinearProgram } from "./linear-program.ts";
import { optimiseWith } from "./optimise.ts";
import type { Solver, SolverOutcome, SolverSettings } from "./solver.ts";

const honest = highsInThread();

/** The honest solver, except for what it says of programs with switches. */
const lying =
  (lie: (outcome: SolverOutcome, settings: SolverSettings, program: LinearProgram) => Partial<SolverOutcome>): Solver =>
  async (program, settings, hooks) => {
    const outcome = await honest(program, settings, hooks);
    return program.integer.includes(1) ? { ...outcome, ...lie(outcome, settings, program) } : outcome;
  };

const network: Network = NetworkSchema.parse({
  format: "simbiosi-network/1",
  nodes: [
    { id: "s", supply: 10, optional: true },
    { id: "d", demand: 8, unmet_cost: 9 },
  ],
  arcs: [{ id: "a", from: "s", to: "d", unit_cost: 2, fixed_cost: 10 }],
});
const optimum = 8 * 2 + 10;
const answered = (solver: Solver) => optimiseWith(solver, network, { gap: 0.01, seed: 1 });

test("believed: what is true", async () => {
  expect(await answered(lying(() => ({})))).toMatchObject({ status: "optimal", objective: optimum, bound: optimum });
});

test("a bound that the plan beats is asked for again, with care", async () => {
  const once = lying(({ bound }, { careful }) => ({ bound: careful === true ? bound : (bound ?? 0) * 2 }));
  expect(await answered(once)).toMatchObject({ status: "optimal", objective: optimum, bound: optimum, gap: 0 });
});

test("a bound that the plan beats every time proves nothing", async () => {
  const always = lying(({ bound }) => ({ bound: (bound ?? 0) * 2 }));
  expect(await answered(always)).toMatchObject({ status: "feasible", objective: optimum, bound: null, gap: null });
});

test("a bound on the wrong side by a rounding is the objective", async () => {
  const nearly = lying(({ bound }) => ({ bound: (bound ?? 0) * (1 + 1e-12) }));
  expect(await answered(nearly)).toMatchObject({ status: "optimal", objective: optimum, bound: optimum, gap: 0 });
});

test("no bound, no proof", async () => {
  const silent = lying(() => ({ bound: null }));
  expect(await answered(silent)).toMatchObject({ status: "feasible", stopped_by: "nodes", bound: null, gap: null });
});

test.each([
  { distance: 0.009, status: "optimal", stopped_by: "gap" },
  { distance: 0.011, status: "feasible", stopped_by: "time" },
] as const)("stopped by the clock $distance from its bound: $status", async ({ distance, status, stopped_by }) => {
  const stopped = lying(({ bound }) => ({
    status: "limited",
    limit: "time",
    bound: (bound ?? 0) * (1 - distance * 1.04),
  }));
  const answer = await answered(stopped);
  expect(answer).toMatchObject({ status, stopped_by, objective: optimum });
  expect(answer.gap).toBeCloseTo(Math.abs(optimum - (answer.bound ?? 0)) / optimum, 12);
});

test("switches that are neither open nor shut are decided, and the plan made exact", async () => {
  const vague = lying(({ values }, _, { integer }) => ({
    values: values === null ? null : values.map((value, j) => (integer[j] === 1 ? 0.7 : value * 0.999)),
  }));
  expect(await answered(vague)).toMatchObject({
    status: "optimal",
    objective: optimum,
    flows: [{ arc: "a", amount: 8 }],
  });
});

test("a trickle through a shut arc opens it when nothing else will do", async () => {
  const must: Network = { ...network, nodes: network.nodes.map((node) => ({ ...node, unmet_cost: null })) };
  const leaking = lying(({ values }, _, { integer }) => ({
    values: values === null ? null : values.map((value, j) => (integer[j] === 1 ? 1e-7 : value)),
  }));
  const answer = await optimiseWith(leaking, must, { gap: 0.01, seed: 1 });
  expect(answer).toMatchObject({ status: "optimal", objective: optimum, flows: [{ arc: "a", amount: 8 }] });
});

test("a plan that the checker refuses is no plan", async () => {
  // It offers, as exact amounts, one that no row allows.
  const wild: Solver = async (program, settings, hooks) => {
    const outcome = await honest(program, settings, hooks);
    return { ...outcome, values: outcome.values?.map((value) => value * 3) ?? null };
  };
  expect(await answered(wild)).toMatchObject({ status: "stopped", objective: null, bound: null, flows: [] });
});

test("a plan whose cost the checker finds to be another is no plan", async () => {
  // It forgets that the node can serve itself; the amounts, none, are feasible all the same.
  const forgetful: Solver = async (program, settings, hooks) => {
    const outcome = await honest(program, settings, hooks);
    return { ...outcome, values: outcome.values?.map(() => 0) ?? null };
  };
  const selfish: Network = {
    ...network,
    nodes: [{ id: "n", supply: 6, demand: 4, unused_cost: 1, unmet_cost: 9, optional: false }],
    arcs: [],
  };
  expect(await optimiseWith(honest, selfish, { seed: 1 })).toMatchObject({ status: "optimal", objective: 2 });
  expect(await optimiseWith(forgetful, selfish, { seed: 1 })).toMatchObject({ status: "stopped", objective: null });
});

test("a solver that finds nothing and proves nothing leaves nothing to say", async () => {
  const lost = lying(() => ({ status: "failed", values: null, objective: null, bound: null }));
  expect(await answered(lost)).toMatchObject({ status: "stopped", stopped_by: "nodes", objective: null, bound: null });
});
