import { type Kysely, sql } from "kysely";

/**
 * What a company that has itself forgotten takes with it beyond its own rows: what was said and filed about its leads,
 * the file of an import that named it; and what comes back when it only leaves a démarche that it had joined.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const forgotten = ["comment", "attachment", "workshop_card", "synergy_event"] as const;
  await sql
    .raw(/* sql */ `
-- Null once its bytes were forgotten.
alter table import_batch alter column file drop not null;
-- The sheet of the same company that this démarche had set aside for the shared one.
alter table joining add column set_aside uuid references establishment on delete set null;
${forgotten
  .map(
    (table) => /* sql */ `
grant delete on ${table} to simbiosi_app;
create policy ${table}_forget on ${table} for delete to simbiosi_app using (territory_id = current_territory() and current_app_role() = 'engine');`,
  )
  .join("\n")}
`)
    .execute(db);
}
