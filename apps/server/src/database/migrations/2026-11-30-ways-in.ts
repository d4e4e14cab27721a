import { type Kysely, sql } from "kysely";

/** Two more ways in: an account known to an identity provider, and passkeys. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(/* sql */ `
alter table sign_in drop constraint sign_in_outcome_check;
alter table sign_in add constraint sign_in_outcome_check check (outcome in ('done', 'wrong-password', 'unknown', 'locked', 'second-factor', 'wrong-code', 'link', 'dead-link', 'oidc', 'oidc-refused', 'passkey', 'wrong-passkey'));

-- Whom a provider of identity knows an account as.
create table account_identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null references account,
  linked_at timestamptz not null,
  primary key (issuer, subject),
  -- An address that the provider gives to another person does not bring that person in.
  unique (issuer, account_id)
);
-- What a sign-in that left for elsewhere (a provider, a key) must bring back: it serves once, for a quarter of an hour.
create table sign_in_challenge (
  id uuid primary key,
  ticket_hash bytea not null unique,
  kind text not null check (kind in ('oidc', 'passkey', 'new-passkey')),
  -- Of somebody who adds a key: whose.
  account_id uuid references account,
  data jsonb not null,
  expires_at timestamptz not null
);
create table passkey (
  id uuid primary key,
  account_id uuid not null references account,
  name text not null check (name <> ''),
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index on passkey (account_id);

alter table account_identity enable row level security;
alter table account_identity force row level security;
grant select, insert on account_identity to simbiosi_app;
create policy account_identity_select on account_identity for select to simbiosi_app using (current_app_role() = 'access');
create policy account_identity_insert on account_identity for insert to simbiosi_app with check (current_app_role() = 'access');
alter table sign_in_challenge enable row level security;
alter table sign_in_challenge force row level security;
grant select, insert, delete on sign_in_challenge to simbiosi_app;
create policy sign_in_challenge_select on sign_in_challenge for select to simbiosi_app using (current_app_role() = 'access');
create policy sign_in_challenge_insert on sign_in_challenge for insert to simbiosi_app with check (current_app_role() = 'access');
create policy sign_in_challenge_delete on sign_in_challenge for delete to simbiosi_app using (current_app_role() = 'access');
alter table passkey enable row level security;
alter table passkey force row level security;
grant select, insert, update, delete on passkey to simbiosi_app;
create policy passkey_select on passkey for select to simbiosi_app using (current_app_role() = 'access' or account_id = current_account());
create policy passkey_insert on passkey for insert to simbiosi_app with check (current_app_role() = 'access');
create policy passkey_update on passkey for update to simbiosi_app using (current_app_role() = 'access');
create policy passkey_delete on passkey for delete to simbiosi_app using (current_app_role() = 'access' or account_id = current_account());
`)
    .execute(db);
}
