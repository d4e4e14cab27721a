import { type Kysely, sql } from "kysely";

/** The action plan of a territory: its sheets, read by those who work on it, since they tell what companies confided. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(/* sql */ `
create table action_sheet (
  territory_id uuid not null references territory,
  id uuid not null,
  version integer not null default 1,
  -- The barrier or the lead that asked for it: what several leads wait for is lifted once.
  key text,
  sheet jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  removed_at timestamptz,
  primary key (territory_id, id)
);
alter table action_sheet enable row level security;
alter table action_sheet force row level security;
grant select, insert, update on action_sheet to simbiosi_app;
-- Messages and files stand beside a sheet as beside a lead: files are its evidence.
alter table comment drop constraint comment_object_check, add constraint comment_object_check check (object in ('synergy', 'establishment', 'workshop', 'action'));
alter table attachment drop constraint attachment_object_check, add constraint attachment_object_check check (object in ('synergy', 'establishment', 'workshop', 'action'));
create policy action_sheet_select on action_sheet for select to simbiosi_app using (territory_id = current_territory() and works_here());
create policy action_sheet_insert on action_sheet for insert to simbiosi_app with check (territory_id = current_territory() and works_here());
create policy action_sheet_update on action_sheet for update to simbiosi_app using (territory_id = current_territory() and works_here()) with check (territory_id = current_territory() and works_here());
`)
    .execute(db);
}
