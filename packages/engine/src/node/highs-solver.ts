import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { bug } from "@simbiosi/domain";
import type { Highs } from "highs";
import { type LinearProgram, ProgramBuilder } from "../portfolio/linear-program.ts";
import type { Solver, SolverHooks, SolverOutcome } from "../portfolio/solver.ts";
import { runHighs } from "./run-highs.ts";
import type { SolveReply, SolveRequest } from "./worker-messages.ts";

/**
 * HiGHS in the calling thread, which it blocks: for tests, benches and short programs. A signal is read between
 * iterations, so only something that already runs inside the solve (a progress handler) can raise it.
 */
export function highsInThread(): Solver {
  let loading: Promise<Highs> | undefined;
  return async (program, settings, hooks) => {
    // Read when it is needed: with a solver in a worker, this thread never holds it.
    loading ??= import("highs").then(({ default: loadHighs }) => loadHighs());
    return runHighs(await loading, program, settings, {
      stopped: () => hooks?.signal?.aborted === true,
      onProgress: (progress) => hooks?.onProgress?.(progress),
    });
  };
}

/** A solver in a thread of its own; `rehearse` warms it up beside other work, `close` ends the thread. */
export type WorkerSolver = {
  readonly solve: Solver;
  readonly rehearse: () => void;
  readonly close: () => Promise<void>;
};

// The same path from src/node and from dist/node: Node 20 runs no TypeScript in a worker.
const workerFile = new URL("../../dist/node/highs.worker.js", import.meta.url);

const rehearsed = { relativeGap: 0.01, absoluteGap: 0, seed: 1, iterations: 300 };

/** Fixed charges between a few sources and takers: what a plan looks like, small and not to be guessed. */
function rehearsal(): LinearProgram {
  const builder = new ProgramBuilder();
  const side = [0, 1, 2, 3, 4, 5, 6, 7];
  const flows = side.map((i) =>
    side.map((j) => {
      const flow = builder.column({ cost: ((3 * i + 5 * j) % 7) - 9, lower: 0, upper: 10 });
      const open = builder.column({ cost: 11 + ((5 * i + 3 * j) % 11), lower: 0, upper: 1, integer: true });
      builder.row(-Infinity, 0, [
        [flow, 1],
        [open, -10],
      ]);
      return flow;
    }),
  );
  for (const i of side) {
    builder.row(
      0,
      7 + (i % 4),
      side.map((j) => [flows[i]?.[j] ?? 0, 1] as const),
    );
    builder.row(
      0,
      6 + (i % 5),
      side.map((j) => [flows[j]?.[i] ?? 0, 1] as const),
    );
  }
  return builder.build();
}

type Waiting = {
  readonly hooks: SolverHooks | undefined;
  readonly resolve: (outcome: SolverOutcome) => void;
  readonly reject: (error: Error) => void;
};

/**
 * HiGHS in a worker: the caller stays free to answer, to show progress and to stop. Solves asked for together are done
 * one after the other. The thread starts with the first solve and never keeps the process alive by itself. Keep one
 * for many solves: the first of each thread pays for warming up.
 */
export function highsInWorker(): WorkerSolver {
  let worker: Worker | undefined;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  const fail = (error: Error): void => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const hear = (reply: SolveReply): void => {
    const solve = waiting.get(reply.id);
    if (reply.kind === "progress") {
      solve?.hooks?.onProgress?.(reply.progress);
      return;
    }
    waiting.delete(reply.id);
    if (waiting.size === 0) worker?.unref();
    if (reply.kind === "outcome") solve?.resolve(reply.outcome);
    else solve?.reject(new Error(`HiGHS: ${reply.message}`));
  };
  const start = (): Worker => {
    if (!existsSync(workerFile)) bug(`the solver's thread is not compiled (${workerFile.pathname}): run tsc -b first`);
    const started = new Worker(workerFile);
    const ended = (error: Error): void => {
      if (worker === started) fail(error);
    };
    started.on("message", hear);
    started.on("error", ended);
    started.on("exit", () => ended(new Error("The solver's thread ended before it answered.")));
    return started;
  };

  return {
    rehearse() {
      // Answered under a number that nobody waits for.
      worker ??= start();
      worker.unref();
      const stop = new SharedArrayBuffer(4);
      worker.postMessage({ id: 0, program: rehearsal(), settings: rehearsed, stop } satisfies SolveRequest);
    },
    async solve(program, settings, hooks) {
      worker ??= start();
      worker.ref();
      const id = ++lastId;
      const stop = new SharedArrayBuffer(4);
      const raise = (): void => void Atomics.store(new Int32Array(stop), 0, 1);
      if (hooks?.signal?.aborted === true) raise();
      hooks?.signal?.addEventListener("abort", raise, { once: true });
      try {
        return await new Promise<SolverOutcome>((resolve, reject) => {
          waiting.set(id, { hooks, resolve, reject });
          worker?.postMessage({ id, program, settings, stop } satisfies SolveRequest);
        });
      } finally {
        hooks?.signal?.removeEventListener("abort", raise);
      }
    },
    async close() {
      const ending = worker;
      fail(new Error("The solver was closed before it answered."));
      await ending?.terminate();
    },
  };
}
