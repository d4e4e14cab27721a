import { fail, problem, type Result, text } from "@simbiosi/domain";
import { type ReadInventory, readInventory } from "@simbiosi/study";
import type { Parsed } from "../args/args.ts";
import { type Exit, exits } from "./exit.ts";
import { readInput } from "./inventory-file.ts";

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

export async function readInventoryAt(path: string): Promise<Result<ReadInventory>> {
  const input = await readInput(path);
  return input.ok ? readInventory(input.value) : input;
}

/** Rows that were refused, wholly or in part, make the job done in part. */
export const exitFor = (refused: readonly unknown[]): Exit => (refused.length > 0 ? exits.partly : exits.done);
