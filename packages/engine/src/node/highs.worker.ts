/** The thread in which HiGHS runs: it blocks for as long as a solve lasts, and reads the request to stop in shared memory. */
import { parentPort } from "node:worker_threads";
import loadHighs, { type Highs } from "highs";
import { runHighs } from "./run-highs.ts";
import type { SolveReply, SolveRequest } from "./worker-messages.ts";

// HiGHS keeps the memory of its largest solve: past this size a fresh one is loaded, the old one is collected.
const memoryToKeep = 512 * 2 ** 20;
const progressEveryMs = 100;

let loading: Promise<Highs> | undefined;

async function solve({ id, program, settings, stop }: SolveRequest): Promise<SolveReply> {
  loading ??= loadHighs();
  const highs = await loading;
  const flag = new Int32Array(stop);
  let told = -Infinity;
  try {
    const outcome = runHighs(highs, program, settings, {
      stopped: () => Atomics.load(flag, 0) !== 0,
      onProgress(progress) {
        const now = performance.now(); // paces messages only: no answer depends on it
        if (now - told < progressEveryMs) return;
        told = now;
        parentPort?.postMessage({ kind: "progress", id, progress } satisfies SolveReply);
      },
    });
    if (highs.memoryBytes > memoryToKeep) loading = undefined;
    return { kind: "outcome", id, outcome };
  } catch (error) {
    loading = undefined; // whatever state it was left in
    return { kind: "error", id, message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on("message", async (request: SolveRequest) => {
  parentPort?.postMessage(await solve(request));
});
