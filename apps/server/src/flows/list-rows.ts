import { FlowSchema } from "@simbiosi/domain";
import { sql } from "kysely";
import { z } from "zod";
import type { Tx } from "../database/as-actor.ts";
import type { RowTexts } from "../http/checked-text.ts";
import { uuid, version } from "../http/fields.ts";

/** A flow as lists show it. */
export const ListedFlow = FlowSchema.omit({ id: true, establishment: true }).extend({
  id: uuid,
  establishment: uuid,
  version,
  updated_at: z.string(),
});

type Flows = { readonly tx: Tx; readonly territory: string; readonly establishment?: string | undefined };

/** The flows of a territory, or of one of its establishments, that are open to who asks. */
const openFlows = ({ tx, territory, establishment }: Flows) => {
  const rows = tx
    .selectFrom("flow")
    .innerJoin("participation", "participation.establishment_id", "flow.establishment_id")
    .where("participation.territory_id", "=", territory)
    .where("participation.left_at", "is", null)
    .where("flow.removed_at", "is", null)
    .orderBy("flow.establishment_id")
    .orderBy("flow.id");
  return establishment === undefined ? rows : rows.where("flow.establishment_id", "=", establishment);
};

const columns = ["flow.id", "flow.establishment_id", "flow.data", "flow.version", "flow.updated_at"] as const;
type Row = { id: string; establishment_id: string; data: unknown; version: number; updated_at: Date };
const listed = ({ id, establishment_id, data, version: at, updated_at }: Row): z.input<typeof ListedFlow> => ({
  ...(data as { label: string; direction: "in" | "out" }),
  id,
  establishment: establishment_id,
  version: at,
  updated_at: updated_at.toISOString(),
});

export async function listedFlows(tx: Tx, territory: string): Promise<z.input<typeof ListedFlow>[]> {
  return (await openFlows({ tx, territory }).select(columns).execute()).map(listed);
}

/** Which row in which writing. */
const stamp = sql<string>`flow.id || ' ' || flow.xmin`;

/** The same in JSON. The database says which rows are open; only those that were not written before are read whole. */
export async function flowTexts(flows: Flows, texts: RowTexts): Promise<string[]> {
  const open = await openFlows(flows)
    .select(["flow.id", stamp.as("stamp")])
    .execute();
  const fresh = new Map<string, string>();
  const unknown = open.filter((row) => {
    const text = texts.get(row.stamp);
    if (text !== undefined) fresh.set(row.id, text);
    return text === undefined;
  });
  const rows =
    unknown.length === 0
      ? []
      : await flows.tx
          .selectFrom("flow")
          .select([...columns, stamp.as("stamp")])
          .where(sql<boolean>`flow.id = any(${unknown.map(({ id }) => id)}::uuid[])`)
          .where("flow.removed_at", "is", null)
          .execute();
  for (const row of rows) {
    const text = JSON.stringify(ListedFlow.parse(listed(row)));
    texts.set(row.stamp, text);
    fresh.set(row.id, text);
  }
  // One that was removed between the two readings is in neither.
  return open.flatMap(({ id }) => fresh.get(id) ?? []);
}
