/** The worker runs what was compiled: `tsc -b` comes before these tests. */
import { type Network, NetworkSchema } from "@simbiosi/domain";
import { afterAll, expect, test } from "vitest";
import { ProgramBuilder } from "../portfolio/linear-program.ts";
import { optimiseWith } from "../portfolio/optimise.ts";
import { highsInThread, highsInWorker } from "./highs-solver.ts";
import { optimiseNetwork } from "./optimise-network.ts";

const worker = highsInWorker();
afterAll(() => worker.close());

/** Every source may serve every taker, at a fixed cost that outweighs the rest: short to write, very long to prove. */
function transport(size: number): Network {
  let state = 30;
  const upTo = (most: number): number => {
    state = (state * 48_271) % 2_147_483_647; // the same numbers on every machine (Park and Miller, 1988)
    return state % most;
  };
  const range = Array.from({ length: size }, (_, i) => i);
  return NetworkSchema.parse({
    format: "simbiosi-network/1",
    nodes: [
      ...range.map((i) => ({ id: `s${i}`, supply: 20 + upTo(90), optional: true })),
      ...range.map((j) => ({ id: `d${j}`, demand: 10 + upTo(90), unmet_cost: 100 })),
    ],
    arcs: range.flatMap((i) =>
      range.map((j) => ({
        id: `a${i}-${j}`,
        from: `s${i}`,
        to: `d${j}`,
        unit_cost: 1 + upTo(8),
        fixed_cost: 50 + upTo(150),
      })),
    ),
  });
}

const small = transport(4);
const long = transport(36);

test("in a worker or in this thread, the answer is the same, byte for byte", async () => {
  const inThread = await optimiseWith(highsInThread(), small, { seed: 1 });
  const inWorker = await optimiseWith(worker.solve, small, { seed: 1 });
  expect(inThread.status).toBe("optimal");
  expect(JSON.stringify(inWorker)).toBe(JSON.stringify(inThread));
  expect(JSON.stringify(await optimiseNetwork(small, { seed: 1 }))).toBe(JSON.stringify(inThread));
});

test("several searches asked for together are answered each with its own", async () => {
  const doubled = { ...small, arcs: small.arcs.map((arc) => ({ ...arc, fixed_cost: 2 * arc.fixed_cost })) };
  const alone = await Promise.all(
    [small, doubled].map((network) => optimiseWith(highsInThread(), network, { seed: 1 })),
  );
  const together = await Promise.all(
    [small, doubled].map((network) => optimiseWith(worker.solve, network, { seed: 1 })),
  );
  expect(together).toEqual(alone);
  expect(together[0]?.objective).not.toBe(together[1]?.objective);
});

test("stopped by the user: the plan found so far, and how far it may be from the best", async () => {
  const stop = new AbortController();
  const answer = await optimiseWith(worker.solve, long, {
    gap: 0,
    seed: 1,
    signal: stop.signal,
    onProgress: ({ objective, bound }) => {
      if (objective !== null && bound !== null) stop.abort();
    },
  });
  expect(answer).toMatchObject({ status: "feasible", stopped_by: "user", checker: { feasible: true, violations: [] } });
  expect(answer.bound).toBeLessThan(answer.objective ?? Number.NaN);
  expect(answer.gap).toBeCloseTo(((answer.objective ?? 0) - (answer.bound ?? 0)) / (answer.objective ?? 1), 12);
});

test("stopped by the clock", async () => {
  const answer = await optimiseWith(worker.solve, long, { gap: 0, seed: 1, timeSeconds: 1 });
  expect(["feasible", "stopped"]).toContain(answer.status);
  expect(answer.stopped_by).toBe("time");
});

test("stopped by a fixed amount of work: the same answer each time", async () => {
  const program = (await programsOf(transport(10)))[0];
  if (program === undefined) throw new Error("no program was written");
  const limited = () => worker.solve(program, { relativeGap: 0, absoluteGap: 0, seed: 1, iterations: 50 });
  const [first, again] = [await limited(), await limited()];
  expect(first).toMatchObject({ status: "limited", limit: "nodes" });
  expect({ ...again, seconds: 0 }).toEqual({ ...first, seconds: 0 });
});

async function programsOf(network: Network) {
  const programs: Parameters<typeof worker.solve>[0][] = [];
  const inThread = highsInThread();
  await optimiseWith(
    (program, settings, hooks) => {
      programs.push(program);
      return inThread(program, settings, hooks);
    },
    network,
    { seed: 1, gap: 0.5 },
  );
  return programs;
}

test("a program that HiGHS refuses is an error that says so, and the next one is solved", async () => {
  const builder = new ProgramBuilder();
  builder.row(0, 1, [[builder.column({ cost: Number.NaN, lower: 0, upper: 1 }), 1]]);
  const exact = { relativeGap: 0, absoluteGap: 0, seed: 1 };
  await expect(worker.solve(builder.build(), exact)).rejects.toThrow("HiGHS:");
  expect(await optimiseWith(worker.solve, small, { seed: 1 })).toMatchObject({ status: "optimal" });
});

test("closing answers those who wait with an error, and a new thread serves those who come after", async () => {
  const closing = highsInWorker();
  let ended: Promise<void> | undefined;
  const onProgress = (): void => {
    ended ??= closing.close();
  };
  await expect(optimiseWith(closing.solve, long, { gap: 0, seed: 1, onProgress })).rejects.toThrow("closed");
  await ended;
  expect(await optimiseWith(closing.solve, small, { seed: 1 })).toMatchObject({ status: "optimal" });
  await closing.close();
});

test("a program without columns is judged on its rows alone", async () => {
  const exact = { relativeGap: 0, absoluteGap: 0, seed: 1 };
  const empty = new ProgramBuilder();
  empty.offset = 7;
  empty.row(-1, 1, []);
  expect(await worker.solve(empty.build(), exact)).toMatchObject({ status: "solved", objective: 7, bound: 7 });
  empty.row(2, 3, []);
  expect(await worker.solve(empty.build(), exact)).toMatchObject({ status: "infeasible", conflict: [1] });
});
