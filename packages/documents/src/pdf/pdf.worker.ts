import { parentPort } from "node:worker_threads";
import { compileReport, type PdfJob, rehearse } from "./compile.ts";

/** The thread that lays pages out, one report after the other, in the order in which they are asked for. */
parentPort?.on("message", (job: PdfJob | "rehearse") => {
  if (job === "rehearse") {
    rehearse();
    return;
  }
  const pdf = compileReport(job);
  parentPort?.postMessage(pdf, [pdf.buffer as ArrayBuffer]);
});
