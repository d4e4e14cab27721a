import { type Kysely, sql } from "kysely";

/** Notes and files beside any object, and workshops: cards captured live, votes, shortlist. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(/* sql */ `
-- What a list shows of a lead: reading the whole of each, with its explanations, takes several times as long. Empty
-- until the next run writes it.
alter table lead add column brief_fr jsonb, add column brief_en jsonb;

create table comment (
  territory_id uuid not null references territory,
  id uuid not null,
  object text not null check (object in ('synergy', 'establishment', 'workshop')),
  object_id text not null,
  at timestamptz not null,
  account_id uuid references account,
  body text not null check (body <> ''),
  removed_at timestamptz,
  primary key (territory_id, id)
);
create index on comment (territory_id, object, object_id, at);

create table attachment (
  territory_id uuid not null references territory,
  id uuid not null,
  object text not null check (object in ('synergy', 'establishment', 'workshop')),
  object_id text not null,
  at timestamptz not null,
  account_id uuid references account,
  name text not null check (name <> ''),
  media_type text not null,
  size integer not null,
  bytes bytea not null,
  removed_at timestamptz,
  primary key (territory_id, id)
);
create index on attachment (territory_id, object, object_id, at);

create table workshop (
  territory_id uuid not null references territory,
  id uuid not null,
  name text not null check (name <> ''),
  on_day date not null,
  place text not null default '',
  -- Establishments around the table.
  participants uuid[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (territory_id, id)
);
-- What somebody said they have or want. It is a flow of its company from the start, so that the engine sees it.
create table workshop_card (
  territory_id uuid not null,
  id uuid not null,
  workshop_id uuid not null,
  flow_id uuid not null references flow,
  at timestamptz not null,
  account_id uuid references account,
  removed_at timestamptz,
  primary key (territory_id, id),
  foreign key (territory_id, workshop_id) references workshop (territory_id, id)
);
create index on workshop_card (territory_id, workshop_id, at);
-- What the room thought of a lead. Leads come and go with the runs; what was said of them stays.
create table workshop_pick (
  territory_id uuid not null,
  workshop_id uuid not null,
  lead_id text not null,
  votes integer not null default 0 check (votes >= 0),
  shortlisted boolean not null default false,
  primary key (territory_id, workshop_id, lead_id),
  foreign key (territory_id, workshop_id) references workshop (territory_id, id)
);
`)
    .execute(db);
  await sql
    .raw(
      (["comment", "attachment", "workshop", "workshop_card", "workshop_pick"] as const)
        .map((table) =>
          [
            `alter table ${table} enable row level security;`,
            `alter table ${table} force row level security;`,
            `grant select, insert, update on ${table} to simbiosi_app;`,
            ...(["select", "insert", "update"] as const).map(
              (verb) =>
                `create policy ${table}_${verb} on ${table} for ${verb} to simbiosi_app ${verb === "insert" ? "" : `using (${here})`} ${verb === "select" ? "" : `with check (${here})`};`,
            ),
          ].join("\n"),
        )
        .join("\n"),
    )
    .execute(db);
}

/** Whoever works on the data of the territory of the transaction; a company reads none of it. */
const here = "territory_id = current_territory() and works_here()";
