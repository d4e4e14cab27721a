import { fail, type Inventory, ok, type Problem, type RefusedRow, type Result } from "@simbiosi/domain";
import { assemble } from "../assembly/assemble.ts";
import { draft } from "../assembly/draft.ts";
import { decode } from "../csv/decode.ts";
import { recordsOf } from "../csv/records.ts";
import { fileProblem } from "../problems/file-problems.ts";
import { fileKind } from "../read/file-kind.ts";
import { cnig } from "./cnig.ts";
import { irep } from "./irep.ts";
import { type Merged, merge } from "./merge.ts";
import type { OfficialFormat } from "./official-file.ts";
import { sirene } from "./sirene.ts";
import { trackdechets } from "./trackdechets.ts";

const formats = { sirene, irep, trackdechets, cnig } as const satisfies Record<string, OfficialFormat>;

/** Official formats that tell of establishments and flows. */
export type OfficialName = keyof typeof formats;
export const officialNames = Object.keys(formats) as readonly OfficialName[];

export type Imported = Merged & { readonly refused: readonly RefusedRow[] };

/** An inventory that holds nothing yet, to import into. */
export const emptyInventory = (name: string): Inventory =>
  assemble({ territory: named(name), establishments: [], flows: [], refused: [] }, name).inventory;

function named(name: string) {
  const territory = draft("Territoire", null, () => null);
  territory.values.set("name", name);
  return territory;
}

/**
 * Reads a file of an official format and adds what it tells to an inventory.
 *
 * Fails with FILE_EMPTY, FILE_FOREIGN, or OFFICIAL_COLUMNS when the columns of the format are not there.
 */
export function importOfficial(
  format: OfficialName,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  into: Inventory,
): Result<Imported, Problem> {
  const kind = fileKind(name, bytes);
  if (kind === "empty") return fail(fileProblem("FILE_EMPTY", { name }));
  const text = kind === "text" ? decode(bytes) : undefined;
  if (text === undefined) return fail(fileProblem("OFFICIAL_NOT_CSV", { name }));
  const records = recordsOf(text.words);
  const { required, read } = formats[format];
  const missing = required.filter((group) => !group.some(records.has)).map(([first = ""]) => first);
  if (missing.length > 0) return fail(fileProblem("OFFICIAL_COLUMNS", { name, format, missing: missing.join(", ") }));
  const told = read({ name, records });
  const assembled = assemble({ territory: named(name), ...told }, name);
  const merged = merge(into, assembled.inventory, name);
  return ok({ ...merged, refused: [...assembled.refused, ...merged.conflicts] });
}
