import { type Inventory, InventorySchema, inventoryFormat } from "@simbiosi/domain";
import type { Tx } from "../database/as-actor.ts";

/**
 * The inventory of a territory as the engine reads it, in the order of identifiers. Establishments and flows go by the
 * identifiers of the database there: they are the same in every territory an establishment takes part in.
 */
export async function inventoryOf(tx: Tx, territory: string): Promise<Inventory> {
  const place = await tx.selectFrom("territory").selectAll().where("id", "=", territory).executeTakeFirstOrThrow();
  const establishments = await tx
    .selectFrom("participation")
    .innerJoin("establishment", "establishment.id", "participation.establishment_id")
    .select(["establishment.id", "establishment.data"])
    .where("participation.territory_id", "=", territory)
    .where("participation.left_at", "is", null)
    .orderBy("establishment.id")
    .execute();
  const flows = await tx
    .selectFrom("flow")
    .innerJoin("participation", "participation.establishment_id", "flow.establishment_id")
    .select(["flow.id", "flow.establishment_id", "flow.data"])
    .where("participation.territory_id", "=", territory)
    .where("participation.left_at", "is", null)
    .where("flow.removed_at", "is", null)
    .orderBy("flow.id")
    .execute();
  return InventorySchema.parse({
    format: inventoryFormat,
    territory: { ...(place.data as object), name: place.name, type: place.type },
    establishments: establishments.map(({ id, data }) => ({ ...(data as object), id })),
    flows: flows.map(({ id, establishment_id, data }) => ({
      ...(data as object),
      id,
      establishment: establishment_id,
    })),
  });
}
