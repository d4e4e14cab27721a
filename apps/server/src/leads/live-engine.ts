import { Worker } from "node:worker_threads";
import type pg from "pg";
import type { InsightAsk } from "../insight/write-insight.ts";
import type { EngineAsk } from "./engine.worker.ts";
import type { MatchAsk } from "./write-leads.ts";

/** Matching in a thread of its own, from reading to writing: the server goes on answering meanwhile. */
export type LiveEngine = {
  readonly match: (ask: MatchAsk) => Promise<void>;
  /** What map, metabolism, stakes and reduction show. */
  readonly insight: (ask: InsightAsk) => Promise<void>;
  /** Ends at once what is under way: nothing of it was written, and it is asked for again. */
  readonly close: () => Promise<void>;
};

const source = import.meta.url.endsWith(".ts");
const script = new URL(source ? "./from-source.mjs" : "./engine.worker.js", import.meta.url);
/** MiB of the part of its heap where things are born: a run makes megabytes that soon die, and sorts them out less often. */
const nursery = 96;

type Reply = { readonly id: number; readonly error?: string };
type Waiting = { readonly resolve: () => void; readonly reject: (error: Error) => void };

/**
 * Starts with the first question; a thread that ends by itself is started again by the next one.
 * @param connection of the application
 */
export function liveEngine(connection: pg.PoolConfig): LiveEngine {
  let worker: Worker | undefined;
  let last = 0;
  let closed = false;
  const waiting = new Map<number, Waiting>();
  const fail = (error: Error): void => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(script, {
      workerData: { connection },
      resourceLimits: { maxYoungGenerationSizeMb: nursery },
      ...(source ? { execArgv: ["--conditions=source"] } : {}),
    });
    started.unref();
    started.on("message", ({ id, error }: Reply) => {
      const one = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) one?.resolve();
      else one?.reject(new Error(error));
    });
    started.on("error", (error: Error) => fail(error));
    started.on("exit", () => {
      if (worker === started) fail(new Error("the engine's thread ended"));
    });
    return started;
  };
  const asked = (make: (id: number) => EngineAsk): Promise<void> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new Error("the engine was stopped"));
      worker ??= start();
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage(make(last));
    });
  return {
    match: (ask) => asked((id) => ({ id, what: "leads", ask })),
    insight: (ask) => asked((id) => ({ id, what: "insight", ask })),
    close: async () => {
      closed = true;
      const ending = worker;
      fail(new Error("the engine was stopped"));
      await ending?.terminate();
    },
  };
}
