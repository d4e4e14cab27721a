import type { Reference } from "@simbiosi/domain";
import { liveInsight } from "@simbiosi/study";
import type { Kysely } from "kysely";
import { asActor } from "../database/as-actor.ts";
import type { Tables } from "../database/tables.ts";
import { tell } from "../events/tell.ts";
import { top } from "../leads/found-leads.ts";
import { inventoryOf } from "../territories/inventory-of.ts";

/** What the thread is told: the clock is not its own. */
export type InsightAsk = { readonly territory: string; readonly at: Date; readonly day: string };

/**
 * Works out what the screens show beside leads, once a run of detection. What the territory's lead may read is written
 * apart: row security opens that row and not the other.
 */
export async function writeInsight(
  db: Kysely<Tables>,
  reference: Reference,
  { territory, at, day }: InsightAsk,
): Promise<void> {
  const standing = { role: "engine", territory } as const;
  const asked = await asActor(db, standing, async (tx) => {
    const run = await tx
      .selectFrom("detection_run")
      .select("id")
      .where("territory_id", "=", territory)
      .executeTakeFirst();
    return run === undefined ? undefined : { run: run.id, inventory: await inventoryOf(tx, territory) };
  });
  if (asked === undefined) return;
  const { whole, shared } = await liveInsight(reference, asked.inventory, day, top);
  await asActor(db, standing, async (tx) => {
    const row = { territory_id: territory, run_id: asked.run, at };
    await tx.deleteFrom("insight").where("territory_id", "=", territory).execute();
    await tx.deleteFrom("territory_total").where("territory_id", "=", territory).execute();
    await tx
      .insertInto("insight")
      .values({ ...row, data: JSON.stringify(whole) })
      .execute();
    await tx
      .insertInto("territory_total")
      .values({ ...row, data: JSON.stringify(shared) })
      .execute();
    await tell(tx, { territory, about: "insight", id: asked.run });
  });
}
