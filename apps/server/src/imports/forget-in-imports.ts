import type { Tx } from "../database/as-actor.ts";
import type { Effect } from "./apply-inventory.ts";
import type { Kept } from "./undo-import.ts";

/**
 * Takes what is gone out of the imports of a territory: the files that held it or may hold it, what was read of them, and
 * what undoing them would bring back. What else an import did can still be undone.
 * @param gone ids of establishments and flows
 * @returns how many files were erased
 */
export async function forgetInImports(tx: Tx, territory: string, gone: ReadonlySet<string>): Promise<number> {
  const batches = await tx
    .selectFrom("import_batch")
    .select(["id", "status", "effects", "kept"])
    .where("territory_id", "=", territory)
    .where("file", "is not", null)
    .execute();
  let erased = 0;
  for (const { id, status, effects, kept } of batches) {
    const whole = effects as readonly Effect[];
    const rest = whole.filter((effect) => !gone.has(effect.id));
    // A file that was not applied, or was undone, says nothing of what it would do: it may hold the company.
    if (status === "applied" && rest.length === whole.length) continue;
    await tx
      .updateTable("import_batch")
      .set({
        file: null,
        preview: null,
        corrections: "[]",
        effects: JSON.stringify(rest),
        kept: JSON.stringify((kept as readonly Kept[]).filter((one) => !gone.has(one.id))),
      })
      .where("territory_id", "=", territory)
      .where("id", "=", id)
      .execute();
    erased += 1;
  }
  return erased;
}
