/** What is solved here answers as HiGHS does; what cannot be is left to it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { highsInThread } from "../node/highs-solver.ts";
import { type LinearProgram, ProgramBuilder } from "./linear-program.ts";
import { solveSmall, withSmallPrograms } from "./small-programs.ts";
import type { Solver } from "./solver.ts";

const highs = highsInThread();
const exact = { relativeGap: 0, absoluteGap: 0, seed: 1 };
const never: Solver = () => Promise.reject(new Error("asked for"));

const bound = fc.constantFrom(-Infinity, -3, 0, 1, 2.5, 7, Infinity);
const bounds = fc.tuple(bound, bound).map(([a, b]) => (a === b ? [0, 1] : [Math.min(a, b), Math.max(a, b)]));
const drawn: fc.Arbitrary<LinearProgram> = fc.integer({ min: 1, max: 8 }).chain((columns) =>
  fc
    .record({
      columns: fc.array(fc.record({ cost: fc.integer({ min: -5, max: 5 }), bounds, integer: fc.boolean() }), {
        minLength: columns,
        maxLength: columns,
      }),
      rows: fc.array(
        fc.record({
          bounds: fc.oneof(
            bounds,
            fc.integer({ min: -3, max: 6 }).map((x) => [x, x]),
          ),
          terms: fc.array(fc.tuple(fc.nat(columns - 1), fc.constantFrom(-2, -1, -0.5, 1, 1.3, 3)), { maxLength: 6 }),
        }),
        { maxLength: 7 },
      ),
    })
    .map(({ columns: drawnColumns, rows }) => {
      const builder = new ProgramBuilder();
      for (const {
        cost,
        bounds: [lower = 0, upper = 1],
        integer,
      } of drawnColumns)
        builder.column(integer ? { cost, lower: 0, upper: 1, integer } : { cost, lower, upper });
      for (const {
        bounds: [lower = 0, upper = 1],
        terms,
      } of rows)
        builder.row(lower, upper, terms);
      return builder.build();
    }),
);

test("small programs: the objective of HiGHS, and values that keep to every row and bound", async () => {
  let solved = 0;
  await fc.assert(
    fc.asyncProperty(drawn, async (program) => {
      const here = solveSmall(program);
      const there = await highs(program, exact);
      // Without an optimum there is nothing to answer here, and where there is one it is found.
      expect(here === null).toBe(there.status !== "solved");
      if (here?.values == null) return;
      solved += 1;
      expect(here.objective).toBeCloseTo(there.objective ?? Number.NaN, 6);
      expect(here.bound).toBe(here.objective);
      const sums = new Float64Array(program.rows);
      for (let j = 0; j < program.columns; j++) {
        const value = here.values[j] ?? Number.NaN;
        expect(value).toBeGreaterThanOrEqual(program.lower[j] ?? 0);
        expect(value).toBeLessThanOrEqual(program.upper[j] ?? 0);
        if (program.integer[j] === 1) expect(Math.abs(value - Math.round(value))).toBeLessThanOrEqual(1e-9);
        for (let k = program.starts[j] ?? 0; k < (program.starts[j + 1] ?? 0); k++)
          sums[program.indices[k] ?? 0] = (sums[program.indices[k] ?? 0] ?? 0) + (program.values[k] ?? 0) * value;
      }
      for (const [i, sum] of sums.entries()) {
        expect(sum).toBeGreaterThanOrEqual((program.rowLower[i] ?? 0) - 1e-7);
        expect(sum).toBeLessThanOrEqual((program.rowUpper[i] ?? 0) + 1e-7);
      }
    }),
    { numRuns: 200 },
  );
  expect(solved).toBeGreaterThan(40);
});

/** As many switches as asked, each worth one. */
function switches(count: number): LinearProgram {
  const builder = new ProgramBuilder();
  const all = Array.from({ length: count }, () => builder.column({ cost: -1, lower: 0, upper: 1, integer: true }));
  builder.row(
    0,
    1.5,
    all.map((column) => [column, 1]),
  );
  return builder.build();
}

test("a small program never reaches the solver, a large or careful one does", async () => {
  const solver = withSmallPrograms(never);
  expect(await solver(switches(3), exact)).toMatchObject({ status: "solved", objective: -1, bound: -1 });
  await expect(solver(switches(30), exact)).rejects.toThrow("asked for");
  await expect(solver(switches(3), { ...exact, careful: true })).rejects.toThrow("asked for");
  await expect(solver(switches(3), { ...exact, iterations: 0 })).rejects.toThrow("asked for");
});

test("what has no plan, or no end, is the solver's to judge", async () => {
  const solver = withSmallPrograms(highs);
  const builder = new ProgramBuilder();
  const column = builder.column({ cost: -1, lower: 0, upper: Infinity });
  builder.row(1, Infinity, [[column, 1]]);
  expect((await solver(builder.build(), exact)).status).toBe("unbounded");
  builder.row(-Infinity, 0, [[column, 1]]);
  expect((await solver(builder.build(), { ...exact, explain: true })).conflict.length).toBeGreaterThan(0);
});
