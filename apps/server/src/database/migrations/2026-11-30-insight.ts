import { type Kysely, sql } from "kysely";

const here = "territory_id = current_territory()";
const works = `${here} and works_here()`;

const policies = (table: string, rules: Readonly<Record<string, string>>): string =>
  [
    `alter table ${table} enable row level security;`,
    `alter table ${table} force row level security;`,
    `grant ${Object.keys(rules).join(", ")} on ${table} to simbiosi_app;`,
    ...Object.entries(rules).map(([verb, condition]) => {
      const using = verb === "insert" ? "" : `using (${condition})`;
      const check = verb === "select" || verb === "delete" ? "" : `with check (${condition})`;
      return `create policy ${table}_${verb} on ${table} for ${verb} to simbiosi_app ${using} ${check};`;
    }),
  ].join("\n");

/**
 * What is worked out beside leads, scenarios and boundaries. The territory's lead reads `territory_total` and never
 * `insight`: what a company could be told from is not in the row that its policy opens.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(/* sql */ `
create table insight (
  territory_id uuid primary key references territory,
  run_id uuid not null,
  at timestamptz not null,
  data jsonb not null
);
-- Totals under statistical secrecy, and counts: all that a lead of the territory reads of its flows.
create table territory_total (
  territory_id uuid primary key references territory,
  run_id uuid not null,
  at timestamptz not null,
  data jsonb not null
);
create table scenario (
  territory_id uuid not null references territory,
  id uuid not null,
  name text not null check (name <> ''),
  -- Objective, budget, leads left out and leads required.
  wish jsonb not null,
  status text not null check (status in ('asked', 'solving', 'done', 'failed', 'stopped')),
  progress jsonb,
  answer jsonb,
  asked_at timestamptz not null,
  solved_at timestamptz,
  version integer not null default 1,
  removed_at timestamptz,
  primary key (territory_id, id)
);
create table boundary (
  territory_id uuid not null references territory,
  id uuid not null,
  name text not null check (name <> ''),
  at timestamptz not null,
  account_id uuid references account,
  shapes integer not null,
  -- A FeatureCollection of polygons and lines in WGS 84.
  geojson jsonb not null,
  removed_at timestamptz,
  primary key (territory_id, id)
);
${policies("insight", { select: works, insert: works, delete: works })}
${policies("territory_total", {
  select: `${here} and (works_here() or current_app_role() = 'lead')`,
  insert: works,
  delete: works,
})}
${policies("scenario", { select: works, insert: works, update: works })}
${policies("boundary", { select: `${here} and knows_actors()`, insert: works, update: works })}
`)
    .execute(db);
}
