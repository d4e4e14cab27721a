import { asActor } from "../database/as-actor.ts";
import { tell } from "../events/tell.ts";
import { dayOf } from "../ids/new-id.ts";
import type { Services } from "../services.ts";
import { inventoryOf } from "../territories/inventory-of.ts";

/**
 * Works out what the screens show beside leads, once a run of detection. What the territory's lead may read is written
 * apart: row security opens that row and not the other.
 */
export async function workInsight(services: Services, territory: string): Promise<void> {
  const { db, source, engine } = services;
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
  const { whole, shared } = await engine.insight(asked.inventory, dayOf(source.now()));
  await asActor(db, standing, async (tx) => {
    const row = { territory_id: territory, run_id: asked.run, at: source.now() };
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
