import { fail, type Inventory, ok, type Problem, type RefusedRow, type Result } from "@simbiosi/domain";
import {
  assumptions,
  type Correction,
  importOfficial,
  importOfficialApart,
  type Mapping,
  type OfficialName,
  officialNames,
  type ReadInventory,
  readInventory,
} from "@simbiosi/study";
import type { Tx } from "../database/as-actor.ts";
import { type HttpProblem, httpProblem } from "../http/problems.ts";
import { inventoryOf } from "../territories/inventory-of.ts";

export type Format = "inventory" | OfficialName;
export const formats = ["inventory", ...officialNames] as const;

/** A file to import, with what people said of it. */
export type Batch = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly format: Format;
  readonly mapping: Mapping;
  readonly corrections: readonly Correction[];
};

/** What a reading understood; the columns are empty for formats whose columns are fixed. */
export type Read = Pick<ReadInventory, "inventory" | "refused" | "notes" | "columns">;

/** Each reading may take a gigabyte: more than these at once wait for another minute. */
const atOnce = 2;
let reading = 0;
const patience = { seconds: 120, megabytes: 1024 };
/** Text of this size is read in less time than a thread takes to start; archives always have theirs. */
const smallText = 256 * 1024;

/**
 * Reads a file of an import in the bounded thread. An official file is read against what the territory knows, and only
 * what it adds or completes comes back.
 */
export async function readBatch(tx: Tx, territory: string, batch: Batch): Promise<Result<Read, HttpProblem>> {
  if (reading >= atOnce)
    return fail(
      httpProblem(
        429,
        "IMPORTS_BUSY",
        "Deux autres fichiers sont en cours de lecture. Attendez une minute et recommencez.",
        "Two other files are being read. Wait a minute and try again.",
      ),
    );
  reading += 1;
  try {
    const file = { name: batch.name, bytes: batch.bytes };
    const apart = batch.bytes.length > smallText;
    if (batch.format === "inventory") {
      const { mapping, corrections } = batch;
      const read = await readInventory(file, { mapping, corrections, apart, ...patience });
      return read.ok ? read : fail(refusedFile(read.problem));
    }
    const base = await keyedInventory(tx, territory);
    const told = apart
      ? await importOfficialApart(batch.format, file, base, patience)
      : importOfficial(batch.format, file, base);
    if (!told.ok) return fail(refusedFile(told.problem));
    return ok({ inventory: added(base, told.value.inventory), refused: told.value.refused, notes: [], columns: [] });
  } finally {
    reading -= 1;
  }
}

const tooMuch = new Set(["FILE_TOO_LARGE", "FILE_TOO_COMPLEX", "ZIP_BOMB", "READ_TOO_SLOW"]);
const refusedFile = (problem: Problem): HttpProblem => ({ ...problem, status: tooMuch.has(problem.code) ? 413 : 422 });

/** Rows that hold nothing of their own: nothing is lost with them. */
const worthless = new Set(["TOTALS_ROW", "HEADER_REPEATED"]);

/** What a person has to do about a reported row: correct it, confirm it, or only know of it. */
export function kindOf(row: RefusedRow): "correct" | "confirm" | "know" {
  if (assumptions.has(row.code)) return "confirm";
  return worthless.has(row.code) ? "know" : "correct";
}

/**
 * The inventory of a territory under the identifiers of files, as an earlier import left them: what an official file
 * told before is found again. An identifier that two flows share names neither.
 */
async function keyedInventory(tx: Tx, territory: string): Promise<Inventory> {
  const inventory = await inventoryOf(tx, territory);
  const sites = await tx
    .selectFrom("participation")
    .select(["establishment_id", "key"])
    .where("territory_id", "=", territory)
    .where("left_at", "is", null)
    .execute();
  const flows = await tx
    .selectFrom("flow")
    .innerJoin("participation", "participation.establishment_id", "flow.establishment_id")
    .select(["flow.id", "flow.key"])
    .where("participation.territory_id", "=", territory)
    .where("flow.removed_at", "is", null)
    .execute();
  const keyOfSite = new Map(sites.map(({ establishment_id: id, key }) => [id, key]));
  const times = new Map<string, number>();
  for (const { key } of flows) times.set(key, (times.get(key) ?? 0) + 1);
  const keyOfFlow = new Map(flows.map(({ id, key }) => [id, times.get(key) === 1 ? key : id]));
  return {
    ...inventory,
    establishments: inventory.establishments.map((one) => ({ ...one, id: keyOfSite.get(one.id) ?? one.id })),
    flows: inventory.flows.map((one) => ({
      ...one,
      id: keyOfFlow.get(one.id) ?? one.id,
      establishment: keyOfSite.get(one.establishment) ?? one.establishment,
    })),
  };
}

/** What a merged inventory says more than the one it was merged into, with the establishments of its flows. */
function added(base: Inventory, merged: Inventory): Inventory {
  const words = (row: { readonly id: string }): readonly [string, string] => [row.id, JSON.stringify(row)];
  const sites = new Map(base.establishments.map(words));
  const known = new Map(base.flows.map(words));
  const flows = merged.flows.filter((one) => known.get(one.id) !== JSON.stringify(one));
  const owners = new Set(flows.map(({ establishment }) => establishment));
  return {
    ...merged,
    establishments: merged.establishments.filter(
      (one) => owners.has(one.id) || sites.get(one.id) !== JSON.stringify(one),
    ),
    flows,
  };
}
