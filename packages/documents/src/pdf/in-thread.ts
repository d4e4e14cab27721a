import { Worker } from "node:worker_threads";
import type { PdfJob } from "./compile.ts";

// Node alone cannot run TypeScript: from sources (tests, development) a few lines of JavaScript prepare the thread.
const source = import.meta.url.endsWith(".ts");
const script = new URL(source ? "./from-source.mjs" : "./pdf.worker.js", import.meta.url);

type Waiting = { readonly resolve: (pdf: Uint8Array) => void; readonly reject: (error: Error) => void };

let thread: Worker | undefined;
/** Whoever waits for a report, in the order of the answers. */
const waiting: Waiting[] = [];

/**
 * Lays a report out in a thread of its own, which starts with the first one, does them one after the other and never keeps
 * the process alive by itself.
 */
export function compileInThread(job: PdfJob): Promise<Uint8Array> {
  thread ??= start();
  const worker = thread;
  worker.ref();
  return new Promise((resolve, reject) => {
    waiting.push({ resolve, reject });
    worker.postMessage(job);
  });
}

/** Starts the thread and has its fonts read, so that the first report finds both ready. */
export function rehearsePdf(): void {
  thread ??= start();
  thread.postMessage("rehearse");
}

function start(): Worker {
  const worker = new Worker(script, source ? { execArgv: ["--conditions=source"] } : {});
  worker.on("message", (pdf: Uint8Array) => {
    waiting.shift()?.resolve(pdf);
    if (waiting.length === 0) worker.unref();
  });
  // Nobody waits for it yet.
  worker.unref();
  const end = (error: Error): void => {
    if (thread !== worker) return;
    thread = undefined;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on("error", end);
  worker.on("exit", () => end(new Error("Bug: the laying-out thread ended without an answer")));
  return worker;
}
