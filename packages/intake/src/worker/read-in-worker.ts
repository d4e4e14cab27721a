import { Worker } from "node:worker_threads";
import { fail, type Inventory, type Problem, type Result } from "@simbiosi/domain";
import type { Imported, OfficialName } from "../official/import-official.ts";
import { fileProblem } from "../problems/file-problems.ts";
import type { NamedBytes, Settings } from "../read/read-here.ts";
import type { ReadInventory } from "../read/result.ts";

// Node alone cannot run TypeScript: from sources (tests, development) a few lines of JavaScript prepare the thread.
const source = import.meta.url.endsWith(".ts");
const script = new URL(source ? "./from-source.mjs" : "./read.worker.js", import.meta.url);

/** How long and how large a reading may grow before it is given up, and what stops it. */
export type Patience = {
  readonly signal: AbortSignal | undefined;
  readonly seconds: number;
  readonly megabytes: number;
};

/** What the thread is asked to read. */
export type Job =
  | { readonly file: NamedBytes; readonly settings: Settings }
  | { readonly file: NamedBytes; readonly official: OfficialName; readonly into: Inventory };

/**
 * Reads a file in a thread that may run out of memory or time alone.
 * Fails as {@link readFile} does, and with FILE_TOO_COMPLEX, READ_STOPPED or READ_TOO_SLOW.
 */
export function readInWorker<J extends Job>(
  job: J,
  { signal, seconds, megabytes }: Patience,
): Promise<Result<J extends { readonly official: OfficialName } ? Imported : ReadInventory, Problem>> {
  type Read = Result<J extends { readonly official: OfficialName } ? Imported : ReadInventory, Problem>;
  const { name } = job.file;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return resolve(fail(fileProblem("READ_STOPPED", { name })));
    const worker = new Worker(script, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 24 },
      ...(source && { execArgv: ["--conditions=source"] }),
    });
    let settled = false;
    const settle = (answer: () => void): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      void worker.terminate();
      answer();
    };
    const stop = (): void => settle(() => resolve(fail(fileProblem("READ_STOPPED", { name }))));
    const timer = setTimeout(
      () => settle(() => resolve(fail(fileProblem("READ_TOO_SLOW", { name, limit: seconds })))),
      seconds * 1000,
    );
    signal?.addEventListener("abort", stop, { once: true });
    worker.once("message", (read: Read) => settle(() => resolve(read)));
    worker.once("error", (error: Error) =>
      settle(() => (outOfMemory(error) ? resolve(fail(fileProblem("FILE_TOO_COMPLEX", { name }))) : reject(error))),
    );
    worker.once("exit", (code) =>
      settle(() => reject(new Error(`Bug: the reading thread ended (${code}) without an answer`))),
    );
  });
}

/** The heap is full, or one string or buffer would be larger than the engine allows. */
const outOfMemory = (error: Error): boolean =>
  ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") || error instanceof RangeError;
