import { expect, test } from "vitest";
import { ProgramBuilder } from "./linear-program.ts";
import { Session } from "./session.ts";
import type { Solver, SolverOutcome, SolverSettings } from "./solver.ts";

const outcome: SolverOutcome = {
  status: "solved",
  limit: null,
  values: null,
  objective: null,
  bound: null,
  columnDuals: null,
  conflict: [],
  nodes: 1,
  iterations: 1000,
  seconds: 4,
};

/** A solver that only writes down what it was asked. */
function recorder(answers: readonly Partial<SolverOutcome>[] = []): { solve: Solver; asked: SolverSettings[] } {
  const asked: SolverSettings[] = [];
  return {
    asked,
    solve: async (_, settings) => {
      asked.push(settings);
      return { ...outcome, ...answers[asked.length - 1] };
    },
  };
}

function programOf(columns: number) {
  const builder = new ProgramBuilder();
  for (let j = 0; j < columns; j++) builder.column({ cost: 0, lower: 0, upper: 1 });
  return builder.build();
}

test("without a clock, work is counted, less on larger programs, and what was done is taken off", async () => {
  const { solve, asked } = recorder();
  const session = new Session(solve, { seed: 5 });
  await session.search(programOf(10), {});
  await session.search(programOf(6000), { iterations: 30_000 });
  await session.search(programOf(6000), {});
  await session.search(programOf(50_000), {});
  expect(asked.map(({ iterations }) => iterations)).toEqual([400_000, 30_000, 198_000, 97_000]);
  for (const settings of asked) expect(settings).toMatchObject({ seed: 5, nodes: 50_000 });
  for (const settings of asked) expect(settings.seconds).toBeUndefined();
});

test("a small part of a network keeps enough work to answer, whatever the others use", async () => {
  const { solve, asked } = recorder([{ iterations: 400_000 }]);
  const session = new Session(solve, { seed: 1 });
  session.beginPart(0.999, 0.999);
  await session.search(programOf(10), {});
  session.beginPart(0.001, 1);
  await session.search(programOf(10), {});
  expect(asked.map(({ iterations }) => iterations)).toEqual([399_600, 10_000]);
});

test("with a clock, each part has its share of what is left, and the next gets what it leaves", async () => {
  const { solve, asked } = recorder();
  const session = new Session(solve, { seed: 1, timeSeconds: 20 });
  session.beginPart(0.5, 0.5);
  await session.search(programOf(1), {});
  expect(session.ended).toBeNull();
  await session.search(programOf(1), {});
  await session.search(programOf(1), {});
  expect(session.ended).toBe("time");
  session.beginPart(0.5, 1);
  expect(session.ended).toBeNull();
  await session.search(programOf(1), {});
  expect(asked.map(({ seconds }) => seconds)).toEqual([10, 6, 2, 8]);
  for (const settings of asked) expect(settings.iterations).toBeUndefined();
});

test("what makes a plan exact is brought to its end, even when the time is over", async () => {
  const { solve, asked } = recorder();
  const session = new Session(solve, { seed: 1, timeSeconds: 0, signal: AbortSignal.abort() });
  expect(session.ended).toBe("user");
  await session.finish(programOf(1), { tolerance: 1e-9 });
  expect(asked).toEqual([{ relativeGap: 0, absoluteGap: 0, seed: 1, tolerance: 1e-9 }]);
});

test("a solver that fails on its numbers is asked once more, with care", async () => {
  const { solve, asked } = recorder([{ status: "failed" }, { objective: 3 }]);
  const found = await new Session(solve, { seed: 1 }).search(programOf(1), { relativeGap: 0.1 });
  expect(found.objective).toBe(3);
  expect(asked.map(({ careful, relativeGap }) => [careful, relativeGap])).toEqual([
    [undefined, 0.1],
    [true, 0.1],
  ]);
});
