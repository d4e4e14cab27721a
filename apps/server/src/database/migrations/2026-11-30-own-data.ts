import { type Kysely, sql } from "kysely";

/**
 * What a company reads of itself beyond its sheet, and what may be forgotten at its demand. Forgetting is the engine's:
 * whoever acts on a territory may still neither change nor remove an entry of its trail.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(/* sql */ `
-- Its own links, and every territory it takes part in: a sheet is left whole while another territory uses it.
create policy company_link_own on company_link for select to simbiosi_app using (current_app_role() = 'company' and territory_id = current_territory() and establishment_id = current_establishment());
create policy participation_own on participation for select to simbiosi_app using (current_app_role() = 'company' and establishment_id = current_establishment());
-- The content of an entry with its salt: the seal, which is over the digest, stays whole.
grant delete on audit_content to simbiosi_app;
create policy audit_content_delete on audit_content for delete to simbiosi_app using (territory_id = current_territory() and current_app_role() = 'engine');
grant delete on change to simbiosi_app;
create policy change_delete on change for delete to simbiosi_app using (territory_id = current_territory() and current_app_role() = 'engine');
`)
    .execute(db);
}
