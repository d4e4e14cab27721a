import { type Kysely, sql } from "kysely";

/**
 * One company, several démarches: it asks to take part in another one with the sheet that it has, and the facilitator of
 * that one answers. Until then nobody there reads more than what the company told in its demand.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(/* sql */ `
create table joining (
  -- The démarche that is asked.
  territory_id uuid not null references territory,
  -- A sheet that an undone import takes away has nothing to ask any more.
  establishment_id uuid not null references establishment on delete cascade,
  at timestamptz not null,
  link_id uuid references company_link on delete set null,
  -- What the company agreed to tell with its demand: name, SIRET, NAF code.
  told jsonb not null,
  answer text check (answer in ('accepted', 'declined')),
  answered_at timestamptz,
  answered_by uuid references account,
  primary key (territory_id, establishment_id)
);
create index on joining (establishment_id);
alter table joining enable row level security;
alter table joining force row level security;
grant select, insert, update, delete on joining to simbiosi_app;
create policy joining_select on joining for select to simbiosi_app using ((territory_id = current_territory() and works_here()) or (current_app_role() in ('company', 'engine') and establishment_id = current_establishment()));
create policy joining_insert on joining for insert to simbiosi_app with check (current_app_role() = 'company' and establishment_id = current_establishment() and answer is null);
-- The answer is the facilitator's; a company may ask again, which takes the answer off.
create policy joining_update on joining for update to simbiosi_app
  using ((territory_id = current_territory() and works_here()) or (current_app_role() = 'company' and establishment_id = current_establishment()))
  with check ((territory_id = current_territory() and works_here()) or (current_app_role() = 'company' and establishment_id = current_establishment() and answer is null));
create policy joining_delete on joining for delete to simbiosi_app using (current_app_role() in ('company', 'engine') and establishment_id = current_establishment());

-- A company leaves a démarche that it joined.
create policy participation_leave on participation for update to simbiosi_app
  using (current_app_role() = 'company' and establishment_id = current_establishment())
  with check (current_app_role() = 'company' and establishment_id = current_establishment() and left_at is not null);
-- Work on a sheet is work for every démarche that has it: the engine knows which, for the establishment it is told.
create policy participation_engine on participation for select to simbiosi_app using (current_app_role() = 'engine' and establishment_id = current_establishment());
-- What is done to a shared sheet or flow is told in the history of each démarche that has it; the rest stays where it was said.
create policy change_shared on change for select to simbiosi_app using (
  works_here() and object in ('establishment', 'flow')
  and exists (select 1 from participation p where p.establishment_id = change.establishment_id and p.territory_id = current_territory() and p.left_at is null and change.at >= p.joined_at)
);
`)
    .execute(db);
}
