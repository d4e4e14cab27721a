import { type DistanceMatrix, fail, ok, problem, type RefusedRow, type Result, text } from "@simbiosi/domain";
import {
  assumptions,
  type Mapping,
  type ReadInventory,
  readDistances,
  readInventory,
  readMapping,
} from "@simbiosi/study";
import type { Parsed } from "../args/args.ts";
import { type Exit, exits } from "./exit.ts";
import { readInput, readOneFile } from "./inventory-file.ts";
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
export const readOptions = { mapping: { type: "string" }, distances: { type: "string" } } as const;

/** An inventory, and the distances that the user measured, if any. */
export type ReadAll = ReadInventory & { readonly distances?: DistanceMatrix };

/** Reads the inventory at a path, with the column mapping and the distances that were given. */
export async function readInventoryAt(path: string, parsed: Parsed): Promise<Result<ReadAll>> {
  const input = await readInput(path);
  if (!input.ok) return input;
  const mapping = await mappingFrom(parsed.option("mapping"));
  if (!mapping.ok) return mapping;
  const read = await readInventory(input.value, { mapping: mapping.value });
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
