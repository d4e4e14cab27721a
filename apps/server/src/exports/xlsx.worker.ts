import { parentPort, workerData } from "node:worker_threads";
import { type ExportTable, tableXlsx } from "@simbiosi/study";

export type XlsxAsk = { readonly table: ExportTable; readonly day: string };

const { table, day } = workerData as XlsxAsk;
parentPort?.postMessage(await tableXlsx(table, day));
