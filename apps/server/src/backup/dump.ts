import { createHash, type Hash } from "node:crypto";
import type pg from "pg";

/** What a backup holds, line by line: a letter, a space, JSON. */
export type Head = {
  readonly simbiosi: string;
  readonly at: string;
  /** The migrations the tables stand at, in order. */
  readonly migrations: readonly string[];
};
export type TableEnd = { readonly table: string; readonly rows: number; readonly sha256: string };

/** Tables of the application, in order of name; those of migrations and extensions are made anew. */
export async function tablesOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'kysely%'
       and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     order by c.relname`,
  );
  return rows.map(({ name }) => name);
}

export async function migrationsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows: there } = await client.query("select to_regclass('public.kysely_migration') as t");
  if (there[0]?.t === null) return [];
  const { rows } = await client.query<{ name: string }>("select name from kysely_migration order by timestamp, name");
  return rows.map(({ name }) => name);
}

/** An owner that row security binds would read less than there is, and say nothing. */
export async function mustSeeAll(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ blind: string | null }>(
    `select string_agg(c.relname, ', ') as blind from pg_class c, pg_roles r
     where r.rolname = current_user and not r.rolsuper and not r.rolbypassrls
       and c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relforcerowsecurity
       and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'owner')`,
  );
  const blind = rows[0]?.blind ?? null;
  if (blind !== null) throw new Error(`The owner of the database does not see these tables: ${blind}`);
}

/** Rows as text that does not depend on who asks: times in UTC, numbers to the last digit. */
export const plainWords = "set local timezone = 'UTC'; set local datestyle = 'ISO'; set local extra_float_digits = 1";

/** Eight megabytes at a time at most, and one row where one alone may be that long. */
async function atATime(client: pg.ClientBase, table: string): Promise<number> {
  const { rows } = await client.query<{ longest: number | null }>(
    `select max(pg_column_size(t.*)) as longest from "${table}" t`,
  );
  return Math.max(1, Math.min(500, Math.floor((8 * 1024 * 1024) / (rows[0]?.longest ?? 1))));
}

/** Every row of a table as canonical text, in the order of its key, inside a transaction. */
export async function* rowsOf(client: pg.ClientBase, table: string): AsyncGenerator<string> {
  const { rows: key } = await client.query<{ columns: string | null }>(
    `select string_agg(quote_ident(a.attname), ', ' order by k.place) as columns
     from pg_index i, unnest(i.indkey) with ordinality as k (number, place), pg_attribute a
     where i.indrelid = $1::regclass and i.indisprimary and a.attrelid = i.indrelid and a.attnum = k.number`,
    [`public.${table}`],
  );
  const many = await atATime(client, table);
  await client.query(
    `declare backup no scroll cursor for select to_jsonb(t)::text as line from "${table}" t order by ${key[0]?.columns ?? "1"}`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${many} from backup`);
    if (rows.length === 0) break;
    for (const { line } of rows) yield line;
  }
  await client.query("close backup");
}

export const addRow = (hash: Hash, line: string): Hash => hash.update(line).update("\n");

/**
 * Everything the application keeps, as it stood at one moment, while others go on writing.
 * @param tell hears each table as it ends
 */
export async function* dump(
  client: pg.ClientBase,
  head: Omit<Head, "migrations">,
  tell: (table: TableEnd, done: number, of: number) => void,
): AsyncGenerator<string> {
  await client.query("begin isolation level repeatable read read only");
  await client.query(plainWords);
  await mustSeeAll(client);
  yield `H ${JSON.stringify({ ...head, migrations: await migrationsOf(client) } satisfies Head)}\n`;
  const tables = await tablesOf(client);
  let total = 0;
  for (const [index, table] of tables.entries()) {
    yield `T ${JSON.stringify({ table })}\n`;
    const hash = createHash("sha256");
    let rows = 0;
    for await (const line of rowsOf(client, table)) {
      addRow(hash, line);
      rows += 1;
      yield `R ${line}\n`;
    }
    total += rows;
    const end = { table, rows, sha256: hash.digest("hex") };
    yield `E ${JSON.stringify(end)}\n`;
    tell(end, index + 1, tables.length);
  }
  yield `Z ${JSON.stringify({ tables: tables.length, rows: total })}\n`;
  await client.query("commit");
}
