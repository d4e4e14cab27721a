import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Logger, runMigrations } from "graphile-worker";
import { Kysely, Migrator, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { application } from "./application.ts";
import { migrations } from "./migrations/index.ts";
import type { Tables } from "./tables.ts";

export type Database = {
  /** As `simbiosi_app`: owns nothing, bound by row security. */
  readonly db: Kysely<Tables>;
  /** How a thread of its own reaches it in the same name. */
  readonly application: pg.PoolConfig;
  /** As the owner: migrations, the queue of jobs, back-ups. */
  readonly owner: pg.Pool;
  readonly close: () => Promise<void>;
};

/** The queue says what it does at every turn; what went wrong comes as an error all the same. */
export const quiet = new Logger(() => () => undefined);

const appRole = "simbiosi_app";

/**
 * Brings the schema up to date as the owner, and opens the pool of the application.
 * @param connection as the owner of the database, who may create a role
 * @param data folder of the data: keeps the password of the application's role
 */
export async function connect(connection: pg.PoolConfig, data: string): Promise<Database> {
  const owner = new pg.Pool({ ...connection, max: 6 });
  // A database that goes away is told by the query that needed it; a client at rest must not end the process.
  owner.on("error", () => undefined);
  owner.on("connect", (client) => client.on("error", () => undefined));
  const password = await appPassword(owner, data);
  await migrate(connection);
  await runMigrations({ pgPool: owner, logger: quiet });
  const asItself = asApp(connection, password);
  const db = application(asItself, 20);
  return {
    db,
    application: asItself,
    owner,
    close: async () => {
      await db.destroy();
      await owner.end();
    },
  };
}

/** The same place in the name of the application: an address carries its user itself, and would win. */
function asApp(connection: pg.PoolConfig, password: string): pg.PoolConfig {
  const { connectionString } = connection;
  if (connectionString === undefined) return { ...connection, user: appRole, password };
  const url = new URL(connectionString);
  url.username = appRole;
  url.password = encodeURIComponent(password);
  return { ...connection, connectionString: url.href };
}

/** Makes the role of the application, and gives it the password that the data folder keeps. */
export async function appPassword(owner: pg.Pool, data: string): Promise<string> {
  const file = join(data, "application-password");
  const password = existsSync(file) ? readFileSync(file, "utf8") : randomBytes(24).toString("base64url");
  const { rowCount } = await owner.query("select 1 from pg_roles where rolname = $1", [appRole]);
  // A role cannot be named by a parameter; both words are ours and hold no quote.
  if (rowCount === 0) await owner.query(`create role ${appRole} login noinherit nosuperuser nobypassrls`);
  await owner.query(`alter role ${appRole} password '${password}'`);
  if (!existsSync(file)) writeFileSync(file, password, { mode: 0o600 });
  return password;
}

/**
 * Brings the tables to the last migration, or to the one named.
 * An owner that is no superuser is bound by forced row security as anybody: it is given a policy of its own, since it
 * makes back-ups and migrates data.
 */
export async function migrate(connection: pg.PoolConfig, upTo?: string): Promise<void> {
  // A pool of its own: the migrator ends with it.
  const pool = new pg.Pool({ ...connection, max: 1 });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await sql`select pg_advisory_lock(724191)`.execute(db); // two processes that start together: one migrates
    const order = Object.keys(migrations);
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => ({ ...migrations }) },
      // The order they are listed in, which several of one day have no other way to say.
      nameComparator: (a, b) => order.indexOf(a) - order.indexOf(b),
    });
    const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
    if (error !== undefined) throw error;
    await sql
      .raw(/* sql */ `
do $$ declare t name; begin
  for t in select c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relforcerowsecurity
      and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'owner')
  loop
    execute format('create policy owner on public.%I to %I using (true) with check (true)', t, current_user);
  end loop;
end $$`)
      .execute(db);
  } finally {
    await db.destroy();
  }
}
