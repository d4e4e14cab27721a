import { sql } from "kysely";
import type { Tx } from "../database/as-actor.ts";
import { askRematch } from "../jobs/enqueue.ts";

/** The démarches that an establishment takes part in. Whoever asks learns identifiers, and nothing of what is in them. */
export async function demarchesOf(tx: Tx, establishment: string): Promise<readonly string[]> {
  const { rows } = await sql<{ role: string; own: string }>`
    select current_setting('app.role', true) as role, coalesce(current_setting('app.establishment', true), '') as own`.execute(
    tx,
  );
  const [standing] = rows;
  const stand = (role: string, own: string) =>
    sql`select set_config('app.role', ${role}, true), set_config('app.establishment', ${own}, true)`.execute(tx);
  await stand("engine", establishment);
  const places = await tx
    .selectFrom("participation")
    .select("territory_id")
    .where("establishment_id", "=", establishment)
    .where("left_at", "is", null)
    .execute();
  await stand(standing?.role ?? "public", standing?.own ?? "");
  return places.map(({ territory_id }) => territory_id);
}

/** Leads are to be found again wherever one of these establishments takes part, and in this territory in any case. */
export async function askRematchOf(tx: Tx, territory: string, establishments: readonly string[]): Promise<void> {
  const places = new Set([territory]);
  for (const one of new Set(establishments)) for (const place of await demarchesOf(tx, one)) places.add(place);
  for (const place of places) await askRematch(tx, place);
}
