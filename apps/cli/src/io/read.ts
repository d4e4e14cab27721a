import {
  type DistanceMatrix,
  fail,
  ok,
  type Problem,
  problem,
  type Reference,
  type RefusedRow,
  type Result,
  text,
  withOwnFactors,
} from "@simbiosi/domain";
import {
  assumptions,
  loadReference,
  type Mapping,
  type ReadInventory,
  readDistances,
  readFactors,
  readInventory,
  readMapping,
  resolverOf,
} from "@simbiosi/study";
import type { Parsed } from "../args/args.ts";
import { type Exit, exits } from "./exit.ts";
import { type Input, readInput, readOneFile } from "./inventory-file.ts";
import type { Terminal } from "./terminal.ts";

/** The one argument of most commands. */
export function onePath({ positionals }: Parsed): Result<string> {
  const [path] = positionals;
  return path === undefined || positionals.length > 1
    ? fail(
        problem(
          "USAGE",
          text("Donnez un seul inventaire. Voir simbiosi --help.", "Give exactly one inventory. See simbiosi --help."),
        ),
      )
    : { ok: true, value: path };
}

/** Options of every command that reads an inventory. */
export const readOptions = {
  mapping: { type: "string" },
  distances: { type: "string" },
  factors: { type: "string" },
} as const;

/** An inventory, the reference it is read with, and the distances that the user measured, if any. */
export type ReadAll = ReadInventory & { readonly reference: Reference; readonly distances?: DistanceMatrix };

/**
 * Reads the inventory at a path, with the column mapping, the factors and the distances that were given. Fails too with
 * what {@link givenUp} says.
 */
export async function readInventoryAt(path: string, parsed: Parsed): Promise<Result<ReadAll>> {
  const read = await lookAtInventory(path, parsed);
  return read.ok ? usable(read.value) : read;
}

/** The same for who shows how a file was understood: one of which nothing can be used comes back as it was found. */
export async function lookAtInventory(path: string, parsed: Parsed): Promise<Result<ReadAll>> {
  const input = await readInput(path);
  return input.ok ? lookAt(input.value, parsed) : input;
}

/** A long table that was given up is no input when nothing else was read: the one sentence that says so, and what to do. */
export function givenUp({ inventory, refused, notes }: ReadInventory): Problem | undefined {
  const row = refused.find(({ code }) => code === "ROWS_UNREADABLE" || code === "ITEMS_UNREADABLE");
  // Companies made from the names in rows that could not be read are nothing either.
  const listed = notes.every(({ code }) => code !== "ESTABLISHMENTS_MADE") && inventory.establishments.length > 0;
  if (row === undefined || inventory.flows.length > 0 || listed) return undefined;
  return problem(row.code, text(`« {sheet} » : ${row.fr}`, `“{sheet}”: ${row.en}`), { sheet: row.sheet });
}

const usable = (read: ReadAll): Result<ReadAll> => {
  const useless = givenUp(read);
  return useless === undefined ? ok(read) : fail(useless);
};

/** The same of what was read from a path already: standard input comes once. */
export async function readInventoryFrom(input: Input, parsed: Parsed): Promise<Result<ReadAll>> {
  const read = await lookAt(input, parsed);
  return read.ok ? usable(read.value) : read;
}

async function lookAt(input: Input, parsed: Parsed): Promise<Result<ReadAll>> {
  const mapping = await mappingFrom(parsed.option("mapping"));
  if (!mapping.ok) return mapping;
  // A workbook is read in a thread of its own: meanwhile this one reads the reference and makes its index of names, which
  // every command needs next.
  const [inventory] = await Promise.all([
    readInventory(input, { mapping: mapping.value }),
    (async () => resolverOf(loadReference()))(),
  ]);
  if (!inventory.ok) return inventory;
  const read = await withFactors(inventory.value, parsed);
  const measured = parsed.option("distances");
  if (!read.ok || measured === undefined) return read;
  const file = await readOneFile(measured);
  if (!file.ok) return file;
  const found = readDistances(file.value, read.value.inventory);
  if (!found.ok) return found;
  const { distances, refused } = found.value;
  return ok({ ...read.value, refused: [...read.value.refused, ...refused], distances });
}

/** Says what is worth knowing of a file as a whole, so that a sheet left unread is not left in silence. */
export const tellNotes = ({ notes }: ReadInventory, { say }: Terminal): void => {
  for (const { message } of notes) say(message);
};

/** The reference, with the user's own factors before its rows when a file of them was given. */
async function withFactors(read: ReadInventory, parsed: Parsed): Promise<Result<ReadAll>> {
  const reference = loadReference();
  const path = parsed.option("factors");
  if (path === undefined) return ok({ ...read, reference });
  const file = await readOneFile(path);
  if (!file.ok) return file;
  const own = readFactors(file.value, reference);
  if (!own.ok) return own;
  const { factors, refused, notes } = own.value;
  return ok({
    ...read,
    refused: [...read.refused, ...refused],
    notes: [...read.notes, ...notes],
    reference: withOwnFactors(reference, factors, parsed.common.date),
  });
}

async function mappingFrom(path: string | undefined): Promise<Result<Mapping>> {
  if (path === undefined) return ok({});
  const file = await readOneFile(path);
  return file.ok ? readMapping(path, new TextDecoder().decode(file.value.bytes)) : file;
}

/**
 * Rows that were refused, wholly or in part, make the job done in part; a reading that only asks to be confirmed
 * does not.
 */
export const exitFor = (refused: readonly RefusedRow[]): Exit =>
  refused.some(({ code }) => !assumptions.has(code)) ? exits.partly : exits.done;
