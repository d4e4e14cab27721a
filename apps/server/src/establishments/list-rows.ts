import { EstablishmentSchema } from "@simbiosi/domain";
import { z } from "zod";
import type { Tx } from "../database/as-actor.ts";
import { uuid, version } from "../http/fields.ts";
import type { Role } from "../http/route.ts";

/** An establishment as lists show it. */
export const ListedEstablishment = EstablishmentSchema.omit({ id: true }).extend({
  id: uuid,
  key: z.string(),
  version,
  /** How many flows it gives and takes; null to whom its flows are not open. */
  offers: z.number().int().nullable(),
  needs: z.number().int().nullable(),
  updated_at: z.string(),
});

/** What is open to a lead of the territory: who is there, and nothing of what they do. */
export const openFields = ["name", "siret", "naf", "insee", "lon", "lat", "zone"] as const;
const onlyOpen = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(openFields.map((field) => [field, data[field] ?? null]));

/** Whether a reader is shown more of a company than that it is there. */
export const seesFlows = (role: Role): boolean => role !== "lead";

/** The establishments of a territory as this reader may know them, for the screen and for its export alike. */
export async function listedEstablishments(
  tx: Tx,
  territory: string,
  role: Role,
): Promise<z.input<typeof ListedEstablishment>[]> {
  const rows = await tx
    .selectFrom("participation")
    .innerJoin("establishment", "establishment.id", "participation.establishment_id")
    .select([
      "establishment.id",
      "participation.key",
      "establishment.data",
      "establishment.version",
      "establishment.updated_at",
    ])
    .where("participation.territory_id", "=", territory)
    .where("participation.left_at", "is", null)
    .orderBy("establishment.name")
    .orderBy("establishment.id")
    .execute();
  const sees = seesFlows(role);
  const counted = sees ? await countsOf(tx, territory) : null;
  return rows.map(({ id, key, data, version: at, updated_at }) => {
    const row = data as Record<string, unknown>;
    const count = (direction: "in" | "out"): number | null =>
      counted === null ? null : (counted.get(`${id} ${direction}`) ?? 0);
    return {
      ...((sees ? row : onlyOpen(row)) as { name: string }),
      id,
      key,
      version: at,
      offers: count("out"),
      needs: count("in"),
      updated_at: updated_at.toISOString(),
    };
  });
}

/** How many flows each establishment gives and takes, by `id direction`. */
async function countsOf(tx: Tx, territory: string): Promise<ReadonlyMap<string, number>> {
  const counts = await tx
    .selectFrom("flow")
    .innerJoin("participation", "participation.establishment_id", "flow.establishment_id")
    .select(({ fn }) => ["flow.establishment_id", "flow.direction", fn.countAll<string>().as("count")])
    .where("participation.territory_id", "=", territory)
    .where("flow.removed_at", "is", null)
    .groupBy(["flow.establishment_id", "flow.direction"])
    .execute();
  return new Map(
    counts.map(({ establishment_id, direction, count }) => [`${establishment_id} ${direction}`, Number(count)]),
  );
}
