import { fail, ok, problem, type RefusedRow, type Result, text } from "@simbiosi/domain";
import { assumptions, type Mapping, type ReadInventory, readInventory, readMapping } from "@simbiosi/study";
import type { Parsed } from "../args/args.ts";
import { type Exit, exits } from "./exit.ts";
import { readInput, readText } from "./inventory-file.ts";

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
export const readOptions = { mapping: { type: "string" } } as const;

/** Reads the inventory at a path with the column mapping that was given, if any. */
export async function readInventoryAt(path: string, parsed: Parsed): Promise<Result<ReadInventory>> {
  const input = await readInput(path);
  if (!input.ok) return input;
  const mapping = await mappingFrom(parsed.option("mapping"));
  return mapping.ok ? readInventory(input.value, { mapping: mapping.value }) : mapping;
}

async function mappingFrom(path: string | undefined): Promise<Result<Mapping>> {
  if (path === undefined) return ok({});
  const words = await readText(path);
  return words.ok ? readMapping(path, words.value) : words;
}

/**
 * Rows that were refused, wholly or in part, make the job done in part; a reading that only asks to be confirmed
 * does not.
 */
export const exitFor = (refused: readonly RefusedRow[]): Exit =>
  refused.some(({ code }) => !assumptions.has(code)) ? exits.partly : exits.done;
