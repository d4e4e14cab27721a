import { parentPort } from "node:worker_threads";
import type { Inventory } from "@simbiosi/domain";
import { liveInsight, liveLeads, loadReference } from "@simbiosi/study";
import { foundLeads } from "./found-leads.ts";

export type EngineAsk = {
  readonly id: number;
  readonly what: "leads" | "insight";
  readonly inventory: Inventory;
  readonly day: string;
  readonly top: number;
};

// Loaded once: the index of names takes longer to build than a territory takes to match.
const reference = loadReference();

/** One question: the leads first, what the other screens show when nobody waits for leads. */
async function answer({ id, what, inventory, day, top }: EngineAsk): Promise<void> {
  try {
    const value =
      what === "leads"
        ? foundLeads(liveLeads(reference, inventory, day, top))
        : await liveInsight(reference, inventory, day, top);
    parentPort?.postMessage({ id, value });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

parentPort?.on("message", (ask: EngineAsk) => void answer(ask));
