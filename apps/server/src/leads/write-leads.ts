import type { Reference } from "@simbiosi/domain";
import { liveLeads } from "@simbiosi/study";
import { type Kysely, sql } from "kysely";
import { asActor, type Tx } from "../database/as-actor.ts";
import type { Tables } from "../database/tables.ts";
import { tell } from "../events/tell.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { inventoryOf } from "../territories/inventory-of.ts";
import { type FoundLeads, foundLeads, top } from "./found-leads.ts";
import { briefIn, type FoundBrief } from "./lead-row.ts";

/** One lead that a run found, lost or sees otherwise, with the flows and companies that were touched. */
export type Told = {
  readonly id: string;
  readonly fr: string;
  readonly en: string;
  readonly why: readonly string[];
};
/** What a run changed against the one before, most worth knowing first; the lists are cut, the counts are not. */
export type RunChanges = {
  readonly found: readonly Told[];
  readonly gone: readonly Told[];
  readonly moved: readonly (Told & { readonly before: number | null; readonly now: number | null })[];
  readonly counts: { readonly found: number; readonly gone: number; readonly moved: number };
};
/** As many changes of a sort as a person reads. */
const told = 50;

/** What a run is told: the clock and what is random are not the thread's own. */
export type MatchAsk = {
  readonly territory: string;
  readonly at: Date;
  readonly day: string;
  /** The identifier of the run. */
  readonly run: string;
};

/**
 * Finds the leads of a territory again and writes them with what changed since the last run and which flows it comes
 * from. Reads first, matches outside any transaction, writes in one: a run that fails leaves the last one standing.
 */
export async function writeLeads(
  db: Kysely<Tables>,
  reference: Reference,
  { territory, at: now, day, run }: MatchAsk,
): Promise<void> {
  const standing = { role: "engine", territory } as const;
  const inventory = await asActor(db, standing, (tx) => inventoryOf(tx, territory));
  const found = foundLeads(liveLeads(reference, inventory, day, top));
  await asActor(db, standing, async (tx) => {
    // Two runs of one territory write one after the other, and what was read later stands.
    await sql`select pg_advisory_xact_lock(hashtextextended(${territory}, 0))`.execute(tx);
    const place = await tx.selectFrom("territory").select("id").where("id", "=", territory).executeTakeFirst();
    const last = await tx
      .selectFrom("detection_run")
      .select("at")
      .where("territory_id", "=", territory)
      .executeTakeFirst();
    if (place === undefined || (last !== undefined && last.at > now)) return;
    const changes = await changesSince(tx, territory, found.leads);
    const present = new Set(inventory.establishments.map(({ id }) => id));
    await tx.deleteFrom("lead").where("territory_id", "=", territory).execute();
    const rows = found.leads.map(({ fr, json }) => ({
      territory_id: territory,
      id: fr.id,
      rank: fr.rank,
      kind: fr.kind,
      verdict: fr.verdict,
      gain: fr.gain_eur_per_year.value,
      ease: fr.ease,
      ...json,
      run_id: run,
      found_at: now,
    }));
    for (const part of slices(rows, 200)) await tx.insertInto("lead").values(part).execute();
    const glimpses = found.glimpses
      .filter(({ establishment }) => present.has(establishment))
      .map(({ lead, establishment, fr, en }) => ({
        territory_id: territory,
        lead_id: lead,
        establishment_id: establishment,
        fr,
        en,
      }));
    for (const part of slices(glimpses, 500)) await tx.insertInto("lead_glimpse").values(part).execute();
    await tx.deleteFrom("detection_run").where("territory_id", "=", territory).execute();
    await tx
      .insertInto("detection_run")
      .values({
        territory_id: territory,
        id: run,
        at: now,
        day,
        flows: inventory.flows.length,
        leads: rows.length,
        changes: JSON.stringify(changes),
        rest: found.rest,
      })
      .execute();
    // What the other screens show waits for a pause of whoever is typing; the first time, somebody waits for it.
    await enqueue(tx, "insight", { territory }, `insight:${territory}`, last === undefined ? 0 : 3);
    await tell(tx, { territory, about: "leads", id: run });
  });
}

/** Leads found, gone, or whose gain moved by a tenth or more; each with the flows that were touched since the last run. */
async function changesSince(tx: Tx, territory: string, leads: FoundLeads["leads"]): Promise<RunChanges> {
  const before = await tx
    .selectFrom("lead")
    .select(["id", "gain", briefIn("fr").as("fr"), briefIn("en").as("en")])
    .where("territory_id", "=", territory)
    .execute();
  const last = await tx
    .selectFrom("detection_run")
    .select("at")
    .where("territory_id", "=", territory)
    .executeTakeFirst();
  if (last === undefined) return { found: [], gone: [], moved: [], counts: { found: 0, gone: 0, moved: 0 } };
  const touched = await tx
    .selectFrom("change")
    .select(["object_id", "establishment_id", "object"])
    .where("territory_id", "=", territory)
    .where("at", ">=", last.at)
    .where("object", "in", ["flow", "establishment"])
    .execute();
  const flows = new Set(touched.filter(({ object }) => object === "flow").map(({ object_id }) => object_id));
  const sites = new Set(touched.filter(({ object }) => object === "establishment").map(({ object_id }) => object_id));
  const why = (lead: FoundBrief): string[] => [
    ...[...lead.offers, ...lead.needs].filter((id) => flows.has(id)),
    ...lead.establishments.filter((id) => sites.has(id)),
  ];
  const old = new Map(before.map((row) => [row.id, row]));
  const seen = new Set(leads.map(({ fr }) => fr.id));
  const found = leads
    .filter(({ fr }) => !old.has(fr.id))
    .map(({ fr, en }) => ({ id: fr.id, fr: fr.title, en: en.title, why: why(fr) }));
  const gone = before
    .filter(({ id }) => !seen.has(id))
    .map(({ id, fr, en }) => ({ id, fr: fr.title, en: en.title, why: why(fr) }));
  const moved = leads.flatMap(({ fr, en }) => {
    const known = old.get(fr.id);
    const now = fr.gain_eur_per_year.value;
    if (known === undefined || known.gain === now) return [];
    const share =
      known.gain === null || now === null ? 1 : Math.abs(now - known.gain) / Math.max(1, Math.abs(known.gain));
    return share < 0.1 ? [] : [{ id: fr.id, fr: fr.title, en: en.title, before: known.gain, now, why: why(fr) }];
  });
  return {
    found: found.slice(0, told),
    gone: gone.slice(0, told),
    moved: moved.slice(0, told),
    counts: { found: found.length, gone: gone.length, moved: moved.length },
  };
}

function* slices<T>(rows: readonly T[], size: number): Iterable<T[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}
