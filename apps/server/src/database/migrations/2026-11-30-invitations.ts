import { type Kysely, sql } from "kysely";

/**
 * An invitation opens an account: whoever holds its secret chooses the password, then the second factor. A code of the
 * second factor serves once. And a key sent by one person no longer stands in the way of the same key of another.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(/* sql */ `
alter table account add column totp_turn bigint;

alter table idempotence drop constraint idempotence_pkey;
alter table idempotence add primary key (key, actor, route);

create table invitation (
  id uuid primary key,
  account_id uuid not null references account,
  -- None: of the first administrator.
  territory_id uuid references territory,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  created_by uuid references account,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index on invitation (territory_id, account_id);
alter table invitation enable row level security;
alter table invitation force row level security;
grant select, insert, update on invitation to simbiosi_app;
create policy invitation_select on invitation for select to simbiosi_app
  using (current_app_role() = 'access' or (territory_id = current_territory() and current_app_role() in ('facilitator', 'lead', 'admin')));
create policy invitation_insert on invitation for insert to simbiosi_app with check (current_app_role() = 'access');
create policy invitation_update on invitation for update to simbiosi_app
  using (current_app_role() = 'access' or (territory_id = current_territory() and current_app_role() in ('facilitator', 'admin')));
`)
    .execute(db);
}
