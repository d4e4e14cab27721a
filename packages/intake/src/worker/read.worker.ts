import { parentPort, workerData } from "node:worker_threads";
import { type NamedBytes, readFile, type Settings } from "../read/read-here.ts";

/** The thread that opens archives: it answers once and ends. */
const { file, settings } = workerData as { file: NamedBytes; settings: Settings };
parentPort?.postMessage(readFile(file, settings));
