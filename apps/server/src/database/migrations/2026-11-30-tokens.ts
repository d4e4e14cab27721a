import { type Kysely, sql } from "kysely";

/** Tokens for programs: of one person, in one territory, for a time. Their secret is kept nowhere. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(/* sql */ `
create table api_token (
  id uuid primary key,
  territory_id uuid not null references territory,
  -- Who made it: it opens nothing that this person may not do now.
  account_id uuid not null references account,
  name text not null check (name <> ''),
  scope text not null check (scope in ('read', 'write')),
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index on api_token (territory_id, created_at desc);
alter table api_token enable row level security;
alter table api_token force row level security;
grant select, insert, update on api_token to simbiosi_app;
-- One's own, and all of a territory for those who answer for it.
create policy api_token_select on api_token for select to simbiosi_app
  using (current_app_role() = 'access' or (territory_id = current_territory() and (current_app_role() in ('facilitator', 'admin') or (current_app_role() = 'adviser' and account_id = current_account()))));
create policy api_token_insert on api_token for insert to simbiosi_app
  with check (territory_id = current_territory() and account_id = current_account() and current_app_role() in ('facilitator', 'adviser'));
create policy api_token_update on api_token for update to simbiosi_app
  using (current_app_role() = 'access' or (territory_id = current_territory() and (current_app_role() in ('facilitator', 'admin') or (current_app_role() = 'adviser' and account_id = current_account()))));
`)
    .execute(db);
}
