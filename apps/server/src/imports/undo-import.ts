import type { Establishment, Flow } from "@simbiosi/domain";
import { type Change, remember, rememberAll } from "../changes/history.ts";
import type { Tx } from "../database/as-actor.ts";
import { columnsOf as establishmentColumns } from "../establishments/establishment.ts";
import { columnsOf as flowColumns } from "../flows/flow.ts";
import type { Actor } from "../http/route.ts";
import type { Source } from "../ids/new-id.ts";
import { type Effect, slices } from "./apply-inventory.ts";

/** What undoing left as it was, and why: somebody's work stands on it. */
export type Kept = {
  readonly object: Effect["object"];
  readonly id: string;
  readonly name: string;
  readonly fr: string;
  readonly en: string;
};

export type Undone = {
  readonly removed: { readonly establishments: number; readonly flows: number };
  readonly restored: { readonly establishments: number; readonly flows: number };
  readonly kept: readonly Kept[];
  /** What the import did and is still there. */
  readonly effects: readonly Effect[];
};

const changedSince = {
  fr: "modifié depuis l'import : laissé tel quel.",
  en: "changed since the import: left as it is.",
};
const leantOn = {
  fr: "des flux, des contacts, un lien ou une décision s'y sont ajoutés depuis l'import : laissé sur le territoire.",
  en: "flows, contacts, a link or a decision were added to it since the import: left in the territory.",
};

/**
 * Turns back what an import did: what it created goes, what it changed says again what it said before. What somebody
 * changed since is not touched, and is told one by one.
 */
export async function undoImport(
  tx: Tx,
  source: Source,
  actor: Pick<Actor, "account" | "link">,
  territory: string,
  effects: readonly Effect[],
  from: string,
): Promise<Undone> {
  const now = source.now();
  const removed = { establishments: 0, flows: 0 };
  const restored = { establishments: 0, flows: 0 };
  const kept: { readonly effect: Effect; readonly told: Kept }[] = [];
  const lines: Change[] = [];
  const of = (object: Effect["object"]): Effect[] => effects.filter((one) => one.object === object);
  const keep = (effect: Effect, name: string, why: { readonly fr: string; readonly en: string }): void => {
    kept.push({ effect, told: { object: effect.object, id: effect.id, name, ...why } });
  };

  const flows = await byId(of("flow"), (ids) =>
    tx.selectFrom("flow").selectAll().where("id", "in", ids).forUpdate().execute(),
  );
  for (const effect of of("flow").reverse()) {
    const row = flows.get(effect.id);
    // It is gone with its company, or somebody removed it: nothing is left to turn back.
    if (row === undefined || row.removed_at !== null) continue;
    if (row.version !== effect.version) {
      keep(effect, row.label, changedSince);
      continue;
    }
    const goes = effect.was !== "there";
    const data = (effect.was === "absent" ? row.data : effect.before) as object;
    const before = { ...data, id: row.id, establishment: row.establishment_id } as Flow;
    await tx
      .updateTable("flow")
      .set({ ...flowColumns(before), version: row.version + 1, updated_at: now, removed_at: goes ? now : null })
      .where("id", "=", row.id)
      .execute();
    if (goes) removed.flows += 1;
    else restored.flows += 1;
    const line = { territory, object: "flow", id: row.id, establishment: row.establishment_id, from } as const;
    lines.push(
      goes
        ? { ...line, action: "removed", before: row.data }
        : { ...line, action: "restored", before: row.data, after: data },
    );
  }

  const sites = await byId(of("establishment"), (ids) =>
    tx.selectFrom("establishment").selectAll().where("id", "in", ids).forUpdate().execute(),
  );
  const busy = await leantUpon(
    tx,
    territory,
    of("establishment").flatMap(({ id, was }) => (was === "there" ? [] : id)),
  );
  for (const effect of of("establishment").reverse()) {
    const row = sites.get(effect.id);
    if (row === undefined) continue;
    const goes = effect.was !== "there";
    if (row.version !== effect.version) {
      keep(effect, row.name, changedSince);
      continue;
    }
    if (goes && busy.has(effect.id)) {
      keep(effect, row.name, leantOn);
      continue;
    }
    if (effect.was !== "absent")
      await tx
        .updateTable("establishment")
        .set({
          ...establishmentColumns({ ...(effect.before as object), id: row.id } as Establishment),
          version: row.version + 1,
          updated_at: now,
        })
        .where("id", "=", row.id)
        .execute();
    const line = { territory, object: "establishment", id: row.id, establishment: row.id, from } as const;
    if (goes) {
      await tx
        .updateTable("participation")
        .set({ left_at: now })
        .where("territory_id", "=", territory)
        .where("establishment_id", "=", row.id)
        .execute();
      removed.establishments += 1;
      lines.push({ ...line, action: "removed", before: row.data });
    } else {
      restored.establishments += 1;
      lines.push({ ...line, action: "restored", before: row.data, after: effect.before });
    }
  }

  for (const effect of of("territory")) {
    const row = await tx.selectFrom("territory").selectAll().where("id", "=", effect.id).executeTakeFirstOrThrow();
    if (row.version !== effect.version) {
      keep(effect, row.name, changedSince);
      continue;
    }
    await tx
      .updateTable("territory")
      .set({ data: JSON.stringify(effect.before), version: row.version + 1 })
      .where("id", "=", effect.id)
      .execute();
    await remember(tx, source, actor, {
      territory,
      object: "territory",
      id: effect.id,
      action: "restored",
      before: row.data,
      after: effect.before,
      from,
    });
  }
  await rememberAll(tx, source, actor, lines);
  return { removed, restored, kept: kept.map(({ told }) => told), effects: kept.map(({ effect }) => effect) };
}

async function byId<R extends { readonly id: string }>(
  effects: readonly Effect[],
  read: (ids: readonly string[]) => Promise<readonly R[]>,
): Promise<ReadonlyMap<string, R>> {
  const rows = new Map<string, R>();
  for (const part of slices(effects)) for (const row of await read(part.map(({ id }) => id))) rows.set(row.id, row);
  return rows;
}

/** Establishments that cannot leave without taking somebody's work with them. */
async function leantUpon(tx: Tx, territory: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const busy = new Set<string>();
  for (const part of slices(ids)) {
    const flows = await tx
      .selectFrom("flow")
      .select("establishment_id")
      .where("establishment_id", "in", part)
      .where("removed_at", "is", null)
      .execute();
    for (const { establishment_id: id } of flows) busy.add(id);
    for (const table of ["contact", "encounter", "company_link", "synergy_establishment"] as const) {
      const rows = await tx
        .selectFrom(table)
        .select("establishment_id")
        .where("territory_id", "=", territory)
        .where("establishment_id", "in", part)
        .execute();
      for (const { establishment_id: id } of rows) busy.add(id);
    }
  }
  return busy;
}
