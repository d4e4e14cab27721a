import { FlowSchema } from "@simbiosi/domain";
import { z } from "zod";
import type { Tx } from "../database/as-actor.ts";
import { uuid, version } from "../http/fields.ts";

/** A flow as lists show it. */
export const ListedFlow = FlowSchema.omit({ id: true, establishment: true }).extend({
  id: uuid,
  establishment: uuid,
  version,
  updated_at: z.string(),
});

/** The flows of a territory, or of one of its establishments, that are open to who asks. */
export async function listedFlows(
  tx: Tx,
  territory: string,
  establishment?: string,
): Promise<z.input<typeof ListedFlow>[]> {
  let rows = tx
    .selectFrom("flow")
    .innerJoin("participation", "participation.establishment_id", "flow.establishment_id")
    .select(["flow.id", "flow.establishment_id", "flow.data", "flow.version", "flow.updated_at"])
    .where("participation.territory_id", "=", territory)
    .where("participation.left_at", "is", null)
    .where("flow.removed_at", "is", null)
    .orderBy("flow.establishment_id")
    .orderBy("flow.id");
  if (establishment !== undefined) rows = rows.where("flow.establishment_id", "=", establishment);
  return (await rows.execute()).map(({ id, establishment_id, data, version: at, updated_at }) => ({
    ...(data as { label: string; direction: "in" | "out" }),
    id,
    establishment: establishment_id,
    version: at,
    updated_at: updated_at.toISOString(),
  }));
}
