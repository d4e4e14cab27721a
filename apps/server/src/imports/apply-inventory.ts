import type { Consent, Establishment, Flow, Inventory } from "@simbiosi/domain";
import { remember } from "../changes/history.ts";
import type { Tx } from "../database/as-actor.ts";
import { columnsOf as establishmentColumns } from "../establishments/establishment.ts";
import { columnsOf as flowColumns } from "../flows/flow.ts";
import type { Actor } from "../http/route.ts";
import { newId, type Source } from "../ids/new-id.ts";

/** One thing that an import did, and what stood before: what its undoing turns back. */
export type Effect = {
  readonly object: "establishment" | "flow" | "participation";
  readonly id: string;
  readonly before: unknown;
  /** The version that the import left: when another stands, somebody changed it since. */
  readonly version: number;
};

export type Applied = {
  readonly effects: readonly Effect[];
  readonly created: { readonly establishments: number; readonly flows: number };
  readonly updated: { readonly establishments: number; readonly flows: number };
  readonly unchanged: number;
};

const sameJson = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
/** The order of keys says nothing: the database keeps its own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/**
 * Writes an inventory into a territory: an establishment known by its identifier there, or by its SIRET, is updated and
 * otherwise created; so are its flows by their identifier. What the file leaves empty keeps what was there, and what it
 * does not name stays.
 */
export async function applyInventory(
  tx: Tx,
  source: Source,
  actor: Pick<Actor, "account" | "link">,
  territory: string,
  inventory: Inventory,
  from: string,
): Promise<Applied> {
  const effects: Effect[] = [];
  const created = { establishments: 0, flows: 0 };
  const updated = { establishments: 0, flows: 0 };
  let unchanged = 0;
  const idOfKey = new Map<string, string>();
  const now = source.now();

  const participations = await tx
    .selectFrom("participation")
    .innerJoin("establishment", "establishment.id", "participation.establishment_id")
    .selectAll("establishment")
    .select("participation.key")
    .where("participation.territory_id", "=", territory)
    .execute();
  const byKey = new Map(participations.map((row) => [row.key, row]));
  const bySiret = new Map(participations.flatMap((row) => (row.siret === null ? [] : [[row.siret, row] as const])));

  for (const one of inventory.establishments) {
    const known = byKey.get(one.id) ?? (one.siret === null ? undefined : bySiret.get(one.siret));
    if (known === undefined) {
      const id = newId(source);
      idOfKey.set(one.id, id);
      await tx
        .insertInto("establishment")
        .values({ id, ...establishmentColumns(one), created_at: now, updated_at: now })
        .execute();
      await tx
        .insertInto("participation")
        .values({ territory_id: territory, establishment_id: id, key: one.id, joined_at: now })
        .execute();
      effects.push({ object: "establishment", id, before: null, version: 1 });
      created.establishments += 1;
      await remember(tx, source, actor, {
        territory,
        object: "establishment",
        id,
        action: "created",
        after: one,
        establishment: id,
        from,
      });
      continue;
    }
    idOfKey.set(one.id, known.id);
    const merged = filled(known.data as object, one) as Establishment;
    if (sameJson(known.data, withoutId(merged))) {
      unchanged += 1;
      continue;
    }
    await tx
      .updateTable("establishment")
      .set({ ...establishmentColumns(merged), version: known.version + 1, updated_at: now })
      .where("id", "=", known.id)
      .execute();
    effects.push({ object: "establishment", id: known.id, before: known.data, version: known.version + 1 });
    updated.establishments += 1;
    await remember(tx, source, actor, {
      territory,
      object: "establishment",
      id: known.id,
      action: "changed",
      before: known.data,
      after: withoutId(merged),
      establishment: known.id,
      from,
    });
  }

  const establishments = [...new Set(idOfKey.values())];
  const rows =
    establishments.length === 0
      ? []
      : await tx.selectFrom("flow").selectAll().where("establishment_id", "in", establishments).execute();
  const flowOf = new Map(rows.map((row) => [`${row.establishment_id}/${row.key}`, row]));
  for (const one of inventory.flows) {
    const establishment = idOfKey.get(one.establishment);
    if (establishment === undefined) continue; // intake has refused, and reported, a flow of nobody
    const flow = { ...one, consents: one.consents.map((consent) => named(consent, idOfKey)) };
    const known = flowOf.get(`${establishment}/${one.id}`);
    if (known === undefined) {
      const id = newId(source);
      await tx
        .insertInto("flow")
        .values({
          id,
          establishment_id: establishment,
          key: one.id,
          ...flowColumns(flow),
          created_at: now,
          updated_at: now,
        })
        .execute();
      effects.push({ object: "flow", id, before: null, version: 1 });
      created.flows += 1;
      await remember(tx, source, actor, {
        territory,
        object: "flow",
        id,
        action: "created",
        after: flow,
        establishment,
        from,
      });
      continue;
    }
    const merged = filled(known.data as object, flow) as Flow;
    if (known.removed_at === null && sameJson(known.data, withoutId(merged))) {
      unchanged += 1;
      continue;
    }
    await tx
      .updateTable("flow")
      .set({ ...flowColumns(merged), version: known.version + 1, updated_at: now, removed_at: null })
      .where("id", "=", known.id)
      .execute();
    effects.push({
      object: "flow",
      id: known.id,
      before: { data: known.data, removed: known.removed_at !== null },
      version: known.version + 1,
    });
    updated.flows += 1;
    await remember(tx, source, actor, {
      territory,
      object: "flow",
      id: known.id,
      action: "changed",
      before: known.data,
      after: withoutId(merged),
      establishment,
      from,
    });
  }
  return { effects, created, updated, unchanged };
}

const withoutId = (row: object): object => {
  const { id: _, establishment: __, ...rest } = row as { id?: unknown; establishment?: unknown };
  return rest;
};

/** What the file says wins; where it says nothing, what was known stays. */
const filled = (before: object, after: object): object => ({
  ...before,
  ...Object.fromEntries(
    Object.entries(after).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  ),
});

/** A consent to another company goes by its identifier here. */
const named = (consent: Consent, ids: ReadonlyMap<string, string>): Consent => ({
  ...consent,
  to: ids.get(consent.to) ?? consent.to,
});
