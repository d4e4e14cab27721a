import { type Kysely, sql } from "kysely";

/** What an import remembers: how it was read, what a person corrected, what was foreseen, what undo left standing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(/* sql */ `
alter table import_batch
  add column format text not null default 'inventory'
    check (format in ('inventory', 'sirene', 'irep', 'trackdechets', 'cnig')),
  -- Cells that were refused, with what a person wrote in their place.
  add column corrections jsonb not null default '[]',
  -- What the last reading foresaw: counts, changes, refused rows, notes, columns.
  add column preview jsonb,
  -- What somebody changed since, and the undoing left as it was.
  add column kept jsonb not null default '[]';
create index on import_batch (territory_id, at desc);

-- What people of a territory decided that a header means: offered for the next file that has it.
create table import_mapping (
  territory_id uuid not null references territory,
  table_name text not null check (table_name in ('establishments', 'flows')),
  header text not null,
  -- Null: kept aside.
  key text,
  at timestamptz not null,
  account_id uuid references account,
  primary key (territory_id, table_name, header)
);
alter table import_mapping enable row level security;
alter table import_mapping force row level security;
grant select, insert, update on import_mapping to simbiosi_app;
create policy import_mapping_select on import_mapping for select to simbiosi_app using (territory_id = current_territory() and works_here());
create policy import_mapping_insert on import_mapping for insert to simbiosi_app with check (territory_id = current_territory() and works_here());
create policy import_mapping_update on import_mapping for update to simbiosi_app using (territory_id = current_territory() and works_here()) with check (territory_id = current_territory() and works_here());

-- Two territories may know one company: each has its own row, since neither may read the flows of the other by typing
-- a SIRET. Within a territory the application finds the company that is there.
drop index establishment_siret_idx;
create index establishment_siret_idx on establishment (siret) where siret is not null;
`)
    .execute(db);
}
