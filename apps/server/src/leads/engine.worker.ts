import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";
import { basename } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { loadReference } from "@simbiosi/study";
import type pg from "pg";
import { application } from "../database/application.ts";
import { type InsightAsk, writeInsight } from "../insight/write-insight.ts";
import { type MatchAsk, writeLeads } from "./write-leads.ts";

export type EngineAsk = { readonly id: number } & (
  | { readonly what: "leads"; readonly ask: MatchAsk }
  | { readonly what: "insight"; readonly ask: InsightAsk }
);

// Loaded once: the index of names takes longer to build than a territory takes to match.
const reference = loadReference();
// It reads and writes by itself: a run is megabytes, which another thread would copy instead of answering.
const db = application((workerData as { readonly connection: pg.PoolConfig }).connection, 2);

// Whoever waits for an answer goes first, without stopping what is looked for on a machine that others use too. Linux gives each thread its own priority; elsewhere it keeps the process's.
try {
  setPriority(Number(basename(readlinkSync("/proc/thread-self"))), 5);
} catch {
  // Not Linux, or not allowed.
}

/** One question at a time: two territories at once would take twice the memory and end no sooner. */
let busy: Promise<void> = Promise.resolve();

async function answer(one: EngineAsk): Promise<void> {
  try {
    if (one.what === "leads") await writeLeads(db, reference, one.ask);
    else await writeInsight(db, reference, one.ask);
    parentPort?.postMessage({ id: one.id });
  } catch (error) {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({ id: one.id, error: words });
  }
}

parentPort?.on("message", (one: EngineAsk) => {
  busy = busy.then(() => answer(one));
});
