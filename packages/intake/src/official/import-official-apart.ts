import type { Inventory, Problem, Result } from "@simbiosi/domain";
import type { NamedBytes } from "../read/read-here.ts";
import { type Patience, readInWorker } from "../worker/read-in-worker.ts";
import type { Imported, OfficialName } from "./import-official.ts";

/**
 * Reads an official file as `importOfficial` does, in a thread of its own, so that a server goes on answering meanwhile.
 * Fails as it does, and with FILE_TOO_COMPLEX, READ_STOPPED or READ_TOO_SLOW.
 */
export const importOfficialApart = (
  official: OfficialName,
  file: NamedBytes,
  into: Inventory,
  { signal, seconds = 120, megabytes = 2048 }: Partial<Patience> = {},
): Promise<Result<Imported, Problem>> => readInWorker({ file, official, into }, { signal, seconds, megabytes });
