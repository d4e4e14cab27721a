import { parentPort } from "node:worker_threads";
import type { Inventory } from "@simbiosi/domain";
import { liveLeads, loadReference } from "@simbiosi/study";

export type EngineAsk = {
  readonly id: number;
  readonly inventory: Inventory;
  readonly day: string;
  readonly top: number;
};

// Loaded once: the index of names takes longer to build than a territory takes to match.
const reference = loadReference();

parentPort?.on("message", ({ id, inventory, day, top }: EngineAsk) => {
  try {
    parentPort?.postMessage({ id, leads: liveLeads(reference, inventory, day, top) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
