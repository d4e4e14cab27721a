import type { Problem, Result } from "@simbiosi/domain";
import type { Correction } from "../corrections/correct-cells.ts";
import type { Mapping } from "../tables/mapping.ts";
import { defaultLimits, type Limits } from "../tables/sheet.ts";
import { readInWorker } from "../worker/read-in-worker.ts";
import { fileKind } from "./file-kind.ts";
import { type NamedBytes, readFile, readFolder } from "./read-here.ts";
import type { ReadInventory } from "./result.ts";

/** One file (`-` for standard input), or the files of a folder of CSV. */
export type InventoryInput = NamedBytes | { readonly name?: string; readonly folder: readonly NamedBytes[] };

export type ReadOptions = {
  /** Header → key, by table, for columns whose header is not ours. */
  readonly mapping?: Mapping;
  /** What a person wrote in the place of cells that an earlier reading refused; without effect on JSON. */
  readonly corrections?: readonly Correction[];
  /** Lower or higher limits than the usual ones (50 MB, 300 MB unfolded, 200,000 rows, 500 columns). */
  readonly limits?: Partial<Limits>;
  /** Reads text too in the thread of archives, so that a server goes on answering meanwhile. */
  readonly apart?: boolean;
  /** Stops the reading of a workbook or zip; the answer is then READ_STOPPED. */
  readonly signal?: AbortSignal;
  /** Seconds after which the reading of a workbook or zip is given up; 120 when absent. */
  readonly seconds?: number;
  /** Heap of the thread that reads a workbook or zip; 2048 when absent. */
  readonly megabytes?: number;
};

/**
 * Reads an inventory from any carrier: `.xlsx`, `.ods`, `.csv` alone, a folder or zip of CSV, `.json`; what a file is
 * follows from its bytes first. Every row that is not understood comes back in `refused`; the good ones go in.
 * Archives are opened in a thread of their own with bounded memory, so that a hostile file costs a sentence.
 *
 * Fails with one problem when the whole file is unusable: FILE_EMPTY, FILE_TRUNCATED, FILE_DAMAGED, FILE_FOREIGN,
 * FILE_OLD_FORMAT, FILE_ENCRYPTED, FILE_TOO_LARGE, FILE_TOO_COMPLEX, ZIP_BOMB, XML_ENTITIES, JSON_TOO_DEEP, JSON_MALFORMED,
 * FORMAT_UNKNOWN, TABLE_NOT_FOUND, MAPPING_UNKNOWN, READ_STOPPED, READ_TOO_SLOW.
 */
export async function readInventory(
  input: InventoryInput,
  {
    mapping = {},
    corrections = [],
    limits = {},
    apart = false,
    signal,
    seconds = 120,
    megabytes = 2048,
  }: ReadOptions = {},
): Promise<Result<ReadInventory, Problem>> {
  const settings = { mapping, corrections, limits: { ...defaultLimits, ...limits } };
  if ("folder" in input) return readFolder(input.name ?? "dossier", input.folder, settings);
  const archive = fileKind(input.name, input.bytes) === "zip" && input.bytes.length <= settings.limits.fileBytes;
  return archive || apart
    ? readInWorker({ file: input, settings }, { signal, seconds, megabytes })
    : readFile(input, settings);
}
