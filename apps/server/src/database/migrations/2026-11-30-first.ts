import { type Kysely, sql } from "kysely";

/**
 * The first schema. Who reads and writes what is decided here a second time, by row security: the application sets four
 * settings at the beginning of each transaction (account, territory, role, establishment), and connects as
 * `simbiosi_app`, which owns nothing. `nullif` because a setting once set reads '' afterwards, not null.
 *
 * `access` is the role of sign-in itself, before anybody is known; `engine` the one of jobs, which see a territory whole.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(/* sql */ `
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create function current_account() returns uuid language sql stable as $$ select nullif(current_setting('app.account', true), '')::uuid $$;
create function current_territory() returns uuid language sql stable as $$ select nullif(current_setting('app.territory', true), '')::uuid $$;
create function current_establishment() returns uuid language sql stable as $$ select nullif(current_setting('app.establishment', true), '')::uuid $$;
create function current_app_role() returns text language sql stable as $$ select coalesce(nullif(current_setting('app.role', true), ''), 'public') $$;
-- Who works on the data of a territory: sees flows whole.
create function works_here() returns boolean language sql stable as $$ select current_app_role() in ('facilitator', 'adviser', 'engine') $$;
-- Whoever has something to do with the territory, a company of it included.
create function belongs_here() returns boolean language sql stable as $$ select current_app_role() in ('facilitator', 'adviser', 'lead', 'company', 'engine') $$;
-- Whoever may act on the territory, the people of the platform included: what they do is sealed.
create function acts_here() returns boolean language sql stable as $$ select belongs_here() or current_app_role() in ('officer', 'admin') $$;
-- Who knows the establishments of a territory by name.
create function knows_actors() returns boolean language sql stable as $$ select current_app_role() in ('facilitator', 'adviser', 'engine', 'lead') $$;

-- Accounts and access: read and written by the sign-in code alone, in transactions of its own.
create table account (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  lang text not null check (lang in ('fr', 'en')),
  password_hash text,
  totp_secret text,
  -- Of the whole platform: administrator, officer of a funder.
  platform_role text check (platform_role in ('admin', 'officer')),
  -- Of the demonstration: no second factor, and closed as soon as the server listens to the network.
  demonstration boolean not null default false,
  created_at timestamptz not null,
  closed_at timestamptz
);
create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid references account,
  -- Of a company that came by its link.
  link_id uuid,
  -- Password given, second factor not yet.
  half_open boolean not null default false,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  agent text not null,
  check ((account_id is null) <> (link_id is null))
);
create table sign_in (
  id uuid primary key,
  at timestamptz not null,
  email text not null,
  account_id uuid references account,
  source text not null,
  outcome text not null check (outcome in ('done', 'wrong-password', 'unknown', 'locked', 'second-factor', 'wrong-code', 'link', 'dead-link'))
);
create index on sign_in (email, at desc);
create index on sign_in (source, at desc);

create table territory (
  id uuid primary key,
  name text not null check (name <> ''),
  type text check (type in ('ZA', 'EPCI', 'PAT', 'COOP')),
  -- The rest of the sheet "Territoire" of an inventory.
  data jsonb not null,
  demonstration boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  archived_at timestamptz
);
create table membership (
  territory_id uuid not null references territory,
  account_id uuid not null references account,
  role text not null check (role in ('facilitator', 'adviser', 'lead')),
  starts_on date not null,
  -- An adviser's mandate ends.
  ends_on date,
  revoked_at timestamptz,
  primary key (territory_id, account_id)
);
create index on membership (account_id);
-- What an establishment is, entered once however many démarches it takes part in.
create table establishment (
  id uuid primary key,
  name text not null check (name <> ''),
  siret text,
  lon double precision,
  lat double precision,
  -- The row of an inventory, whole.
  data jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index on establishment (siret) where siret is not null;
create index on establishment using gist (point(lon, lat)) where lon is not null and lat is not null;
create table participation (
  territory_id uuid not null references territory,
  establishment_id uuid not null references establishment,
  -- The identifier of its row in the territory's inventory: flows and leads name it so.
  key text not null,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (territory_id, establishment_id),
  unique (territory_id, key)
);
create index on participation (establishment_id);
create table flow (
  id uuid primary key,
  establishment_id uuid not null references establishment,
  key text not null,
  direction text not null check (direction in ('in', 'out')),
  label text not null check (label <> ''),
  data jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  removed_at timestamptz,
  unique (establishment_id, key)
);
create index on flow (establishment_id) where removed_at is null;
create index on flow using gin (label gin_trgm_ops);

create table company_link (
  id uuid primary key,
  territory_id uuid not null references territory,
  establishment_id uuid not null references establishment,
  token_hash bytea not null unique,
  email text,
  created_at timestamptz not null,
  created_by uuid not null references account,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index on company_link (territory_id, establishment_id);
alter table session add foreign key (link_id) references company_link;

create table detection_run (
  territory_id uuid not null references territory,
  id uuid not null,
  at timestamptz not null,
  day date not null,
  flows integer not null,
  leads integer not null,
  -- What the run changed against the one before: found, gone, moved.
  changes jsonb not null,
  -- refused, unmatched, shortfalls and the questions, in both languages.
  rest jsonb not null,
  primary key (territory_id, id)
);
-- A lead as the last run found it. What people decide of it is in synergy.
create table lead (
  territory_id uuid not null references territory,
  id text not null,
  rank integer not null,
  kind text not null,
  verdict text not null,
  gain double precision,
  ease double precision not null,
  -- The lead and the explanations it opens to, in each language.
  fr jsonb not null,
  en jsonb not null,
  run_id uuid not null,
  found_at timestamptz not null,
  primary key (territory_id, id)
);
create index on lead (territory_id, rank);
-- What one company may read of a lead it is part of, as domain/secrecy lets it, worked out when the lead was.
create table lead_glimpse (
  territory_id uuid not null,
  lead_id text not null,
  establishment_id uuid not null references establishment,
  fr jsonb not null,
  en jsonb not null,
  primary key (territory_id, lead_id, establishment_id),
  foreign key (territory_id, lead_id) references lead (territory_id, id) on delete cascade
);
-- A lead that somebody decided on. It outlives the run that found it.
create table synergy (
  territory_id uuid not null references territory,
  lead_id text not null,
  stage text not null,
  title_fr text not null,
  title_en text not null,
  reason_code text,
  reason text,
  next_step text,
  next_owner text,
  next_on date,
  stage_since timestamptz not null,
  version integer not null default 1,
  primary key (territory_id, lead_id)
);
create table synergy_establishment (
  territory_id uuid not null,
  lead_id text not null,
  establishment_id uuid not null references establishment,
  -- What the company said of it.
  answer text check (answer in ('interested', 'not-now', 'no')),
  answer_reason text,
  answered_at timestamptz,
  primary key (territory_id, lead_id, establishment_id)
);
create index on synergy_establishment (establishment_id);
create table synergy_event (
  territory_id uuid not null,
  id uuid not null,
  lead_id text not null,
  at timestamptz not null,
  account_id uuid references account,
  from_stage text,
  to_stage text not null,
  reason_code text,
  reason text,
  primary key (territory_id, id)
);
create index on synergy_event (territory_id, lead_id, at);

create table contact (
  territory_id uuid not null references territory,
  id uuid not null,
  establishment_id uuid not null references establishment,
  name text not null,
  position text,
  email text,
  phone text,
  version integer not null default 1,
  primary key (territory_id, id)
);
create table encounter (
  territory_id uuid not null references territory,
  id uuid not null,
  establishment_id uuid not null references establishment,
  kind text not null check (kind in ('call', 'visit', 'mail', 'workshop', 'charter-sent', 'charter-signed', 'confidentiality-sent', 'confidentiality-signed')),
  on_day date not null,
  notes text not null default '',
  account_id uuid references account,
  recorded_at timestamptz not null,
  primary key (territory_id, id)
);
create index on encounter (territory_id, establishment_id, on_day desc);

-- Who did what to which object, from where, and what it was before: the history of each object.
create table change (
  territory_id uuid not null references territory,
  id uuid not null,
  at timestamptz not null,
  account_id uuid references account,
  link_id uuid references company_link,
  source text not null,
  object text not null,
  object_id text not null,
  action text not null check (action in ('created', 'changed', 'removed', 'restored')),
  before jsonb,
  after jsonb,
  establishment_id uuid,
  primary key (territory_id, id)
);
create index on change (territory_id, object, object_id, at desc);

-- The audit trail: each entry seals the one before. The digest is over salted content, so that a person may be forgotten.
create table audit_head (
  territory_id uuid primary key references territory,
  seq bigint not null,
  hash bytea not null
);
create table audit (
  territory_id uuid not null references territory,
  seq bigint not null,
  at timestamptz not null,
  actor uuid,
  action text not null,
  object text not null,
  content_digest bytea not null,
  hash bytea not null,
  primary key (territory_id, seq)
);
create table audit_content (
  territory_id uuid not null,
  seq bigint not null,
  salt bytea not null,
  content jsonb not null,
  primary key (territory_id, seq)
);

create table import_batch (
  territory_id uuid not null references territory,
  id uuid not null,
  at timestamptz not null,
  account_id uuid references account,
  file_name text not null,
  file bytea not null,
  mapping jsonb,
  status text not null check (status in ('previewed', 'applied', 'undone')),
  applied_at timestamptz,
  undone_at timestamptz,
  -- What was done, in order, with what stood before: what undo turns back.
  effects jsonb not null default '[]',
  primary key (territory_id, id)
);
create table document (
  territory_id uuid not null references territory,
  id uuid not null,
  at timestamptz not null,
  account_id uuid references account,
  audience text not null check (audience in ('facilitator', 'funder', 'public')),
  lang text not null check (lang in ('fr', 'en')),
  status text not null check (status in ('asked', 'making', 'done', 'failed', 'stopped')),
  progress text not null default '',
  primary key (territory_id, id)
);
create table document_file (
  territory_id uuid not null,
  document_id uuid not null,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  primary key (territory_id, document_id, name),
  foreign key (territory_id, document_id) references document (territory_id, id) on delete cascade
);
-- Asks for slow work in the transaction that needs it: done if, and only if, that transaction is. The queue belongs to
-- the owner; the application reaches it through this door only.
create function enqueue(task text, payload json, key text, delay_seconds integer) returns void
language plpgsql security definer set search_path = pg_catalog, graphile_worker as $$
begin
  perform graphile_worker.add_job(task, payload, job_key => key, run_at => now() + make_interval(secs => delay_seconds), max_attempts => 5);
end $$;
revoke all on function enqueue from public;
grant execute on function enqueue to simbiosi_app;

-- An answer given once is given again to the same command sent twice, as a phone does that lost the network.
create table idempotence (
  key uuid primary key,
  actor text not null,
  route text not null,
  status integer not null,
  answer jsonb not null,
  at timestamptz not null
);
`)
    .execute(db);

  await sql.raw(policies).execute(db);
}

/** Territory of the row is the one of the transaction. */
const here = "territory_id = current_territory()";
/** The establishment takes part in the territory of the transaction. */
const takesPart = (establishment: string): string =>
  `exists (select 1 from participation p where p.establishment_id = ${establishment} and p.territory_id = current_territory() and p.left_at is null)`;
const own = (establishment: string): string => `${establishment} = current_establishment()`;

const policy = (table: string, verb: string, using: string, check?: string): string =>
  `create policy ${table}_${verb} on ${table} for ${verb} to simbiosi_app ${verb === "insert" ? "" : `using (${using})`} ${verb === "select" || verb === "delete" ? "" : `with check (${check ?? using})`};`;
/** The same condition for every verb that is granted. */
const whole = (table: string, condition: string, verbs: readonly string[]): string =>
  [
    `alter table ${table} enable row level security;`,
    `alter table ${table} force row level security;`,
    `grant ${verbs.join(", ")} on ${table} to simbiosi_app;`,
    ...verbs.map((verb) => policy(table, verb, condition)),
  ].join("\n");
const apart = (table: string, rules: Readonly<Record<string, string>>): string =>
  [
    `alter table ${table} enable row level security;`,
    `alter table ${table} force row level security;`,
    `grant ${Object.keys(rules).join(", ")} on ${table} to simbiosi_app;`,
    ...Object.entries(rules).map(([verb, condition]) => policy(table, verb, condition)),
  ].join("\n");

const access = "current_app_role() = 'access'";
const all = ["select", "insert", "update", "delete"];
const policies = [
  "grant usage on schema public to simbiosi_app;",
  apart("account", {
    // A member sees the names of the other members of its territory.
    select: `${access} or id = current_account() or exists (select 1 from membership m where m.account_id = account.id and m.territory_id = current_territory())`,
    insert: access,
    update: `${access} or id = current_account()`,
  }),
  apart("session", {
    select: `${access} or account_id = current_account()`,
    insert: access,
    update: `${access} or account_id = current_account()`,
  }),
  apart("sign_in", { select: `${access} or account_id = current_account()`, insert: access }),
  apart("territory", {
    select: `${access} or (id = current_territory() and belongs_here()) or current_app_role() in ('officer', 'admin')`,
    insert: "current_app_role() = 'admin'",
    update: "id = current_territory() and current_app_role() in ('facilitator', 'admin')",
  }),
  apart("membership", {
    select: `${access} or account_id = current_account() or (${here} and current_app_role() in ('facilitator', 'lead', 'admin'))`,
    insert: `${access} or (${here} and current_app_role() in ('facilitator', 'admin'))`,
    update: `${access} or (${here} and current_app_role() in ('facilitator', 'admin'))`,
  }),
  apart("participation", {
    select: `${here} and (knows_actors() or ${own("establishment_id")})`,
    insert: `${here} and works_here()`,
    update: `${here} and works_here()`,
    // The undoing of an import.
    delete: `${here} and works_here()`,
  }),
  apart("establishment", {
    select: `(${takesPart("id")} and knows_actors()) or ${own("id")}`,
    // It joins a territory just after: until then nobody sees it.
    insert: "works_here()",
    update: `(${takesPart("id")} and works_here()) or ${own("id")}`,
    delete: `${takesPart("id")} and works_here()`,
  }),
  apart("flow", {
    select: `(${takesPart("establishment_id")} and works_here()) or ${own("establishment_id")}`,
    insert: `(${takesPart("establishment_id")} and works_here()) or ${own("establishment_id")}`,
    update: `(${takesPart("establishment_id")} and works_here()) or ${own("establishment_id")}`,
    delete: `${takesPart("establishment_id")} and works_here()`,
  }),
  apart("company_link", {
    select: `${access} or (${here} and works_here())`,
    insert: `${here} and works_here()`,
    update: `${access} or (${here} and works_here())`,
  }),
  whole("detection_run", `${here} and works_here()`, ["select", "insert", "delete"]),
  whole("lead", `${here} and works_here()`, all),
  apart("lead_glimpse", {
    select: `${here} and (works_here() or ${own("establishment_id")})`,
    insert: `${here} and works_here()`,
    delete: `${here} and works_here()`,
  }),
  whole("synergy", `${here} and works_here()`, all),
  apart("synergy_establishment", {
    select: `${here} and (works_here() or ${own("establishment_id")})`,
    insert: `${here} and (works_here() or ${own("establishment_id")})`,
    update: `${here} and (works_here() or ${own("establishment_id")})`,
    delete: `${here} and works_here()`,
  }),
  whole("synergy_event", `${here} and works_here()`, ["select", "insert"]),
  whole("contact", `${here} and works_here()`, all),
  whole("encounter", `${here} and works_here()`, all),
  apart("change", {
    select: `${here} and (works_here() or ${own("establishment_id")})`,
    insert: `${here} and (works_here() or ${own("establishment_id")})`,
  }),
  // Written by whoever acts; read by those who answer for the territory. Nobody may change or remove an entry.
  apart("audit_head", {
    select: `${here} and acts_here()`,
    insert: `${here} and acts_here()`,
    update: `${here} and acts_here()`,
  }),
  apart("audit", {
    select: `${here} and current_app_role() in ('facilitator', 'admin', 'engine')`,
    insert: `${here} and acts_here()`,
  }),
  apart("audit_content", {
    select: `${here} and current_app_role() in ('facilitator', 'admin', 'engine')`,
    insert: `${here} and acts_here()`,
  }),
  whole("import_batch", `${here} and works_here()`, ["select", "insert", "update"]),
  whole("document", `${here} and works_here()`, all),
  whole("document_file", `${here} and works_here()`, ["select", "insert", "delete"]),
  apart("idempotence", { select: "true", insert: "true" }),
].join("\n");
