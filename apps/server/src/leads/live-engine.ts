import { Worker } from "node:worker_threads";
import type { Inventory } from "@simbiosi/domain";
import type { LiveInsight } from "@simbiosi/study";
import type { EngineAsk } from "./engine.worker.ts";
import type { FoundLeads } from "./found-leads.ts";

/** Matching in a thread of its own: the server goes on answering meanwhile. */
export type LiveEngine = {
  readonly match: (inventory: Inventory, day: string) => Promise<FoundLeads>;
  /** What map, metabolism, stakes and reduction show. */
  readonly insight: (inventory: Inventory, day: string) => Promise<LiveInsight>;
  readonly close: () => Promise<void>;
};

const source = import.meta.url.endsWith(".ts");
const script = new URL(source ? "./from-source.mjs" : "./engine.worker.js", import.meta.url);
/** The K best of each flow: what a facilitator reads, and enough for a portfolio. */
export const top = 10;

type Reply = { readonly id: number; readonly value?: never; readonly error?: string };
type Waiting = { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void };

/** Starts with the first question; a thread that ends by itself is started again by the next one. */
export function liveEngine(): LiveEngine {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, Waiting>();
  const fail = (error: Error): void => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(script, source ? { execArgv: ["--conditions=source"] } : {});
    started.unref();
    started.on("message", ({ id, value, error }: Reply) => {
      const one = waiting.get(id);
      waiting.delete(id);
      if (value !== undefined) one?.resolve(value);
      else one?.reject(new Error(error));
    });
    started.on("error", (error: Error) => fail(error));
    started.on("exit", () => {
      if (worker === started) fail(new Error("the engine's thread ended"));
    });
    return started;
  };
  const asked = <T>(what: EngineAsk["what"], inventory: Inventory, day: string): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      worker ??= start();
      last += 1;
      waiting.set(last, { resolve, reject });
      const ask: EngineAsk = { id: last, what, inventory, day, top };
      worker.postMessage(ask);
    });
  return {
    match: (inventory, day) => asked<FoundLeads>("leads", inventory, day),
    insight: (inventory, day) => asked<LiveInsight>("insight", inventory, day),
    close: async () => {
      const ending = worker;
      worker = undefined;
      await ending?.terminate();
    },
  };
}
