import { parentPort, workerData } from "node:worker_threads";
import { importOfficial } from "../official/import-official.ts";
import { readFile } from "../read/read-here.ts";
import type { Job } from "./read-in-worker.ts";

/** The thread that opens archives and large files: it answers once and ends. */
const job = workerData as Job;
parentPort?.postMessage(
  "official" in job ? importOfficial(job.official, job.file, job.into) : readFile(job.file, job.settings),
);
