import { Worker } from "node:worker_threads";
import type { XlsxAsk } from "./xlsx.worker.ts";

const source = import.meta.url.endsWith(".ts");
const script = new URL(source ? "./from-source.mjs" : "./xlsx.worker.js", import.meta.url);

/** The table as a workbook, written in a thread of its own: the server goes on answering meanwhile. */
export const xlsxApart = (ask: XlsxAsk): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(script, {
      workerData: ask,
      ...(source ? { execArgv: ["--conditions=source"] } : {}),
    });
    worker.on("message", (bytes: Uint8Array) => {
      resolve(bytes);
      void worker.terminate();
    });
    worker.on("error", reject);
    // After an answer, nothing is left to refuse.
    worker.on("exit", () => reject(new Error("the thread of workbooks ended early")));
  });
