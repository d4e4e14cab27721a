import { createHash } from "node:crypto";
import { runMigrations } from "graphile-worker";
import type pg from "pg";
import { appPassword, migrate, quiet } from "../database/connect.ts";
import { migrations } from "../database/migrations/index.ts";
import { addRow, mustSeeAll, plainWords, rowsOf, type TableEnd, tablesOf } from "./dump.ts";
import { backupProblems } from "./problems.ts";
import { readBackup } from "./read.ts";
import { BackupError } from "./sealed-file.ts";

/** Whether nothing is kept here yet: no table, or none with a row. */
async function isEmpty(client: pg.ClientBase): Promise<boolean> {
  for (const table of await tablesOf(client)) {
    const { rows } = await client.query<{ some: boolean }>(`select exists (select 1 from "${table}") as some`);
    if (rows[0]?.some !== false) return false;
  }
  return true;
}

/**
 * Restores a backup into an empty database: its tables as they were then, its rows all or none, each table read back
 * and held to its hash, then what later versions changed.
 * Throws BackupError: not empty, newer than this version, and what reading may say.
 */
export async function restoreBackup(
  owner: pg.Pool,
  connection: pg.PoolConfig,
  data: string,
  file: string,
  passphrase: string,
  tell: (table: TableEnd) => void,
): Promise<readonly TableEnd[]> {
  const client = await owner.connect();
  const tables: TableEnd[] = [];
  try {
    await mustSeeAll(client);
    if (!(await isEmpty(client))) throw new BackupError(backupProblems.notEmpty);
    await appPassword(owner, data);
    let keys: { readonly table: string; readonly name: string; readonly words: string }[] = [];
    let waiting: string[] = [];
    let weight = 0;
    const flush = async (table: string): Promise<void> => {
      if (waiting.length === 0) return;
      await client.query(
        `insert into "${table}" select r.* from unnest($1::text[]) as line, jsonb_populate_record(null::"${table}", line::jsonb) as r`,
        [waiting],
      );
      waiting = [];
      weight = 0;
    };
    await readBackup(file, passphrase, {
      head: async (head) => {
        const known = Object.keys(migrations);
        if (!head.migrations.every((name, index) => known[index] === name))
          throw new BackupError(backupProblems.newer(head.simbiosi));
        // What an earlier start made and left empty may stand at a later version.
        for (const table of await tablesOf(client)) await client.query(`drop table "${table}" cascade`);
        await client.query("drop table if exists kysely_migration, kysely_migration_lock");
        const { rows } = await client.query<{ words: string }>(
          `select format('drop function %s cascade', p.oid::regprocedure) as words from pg_proc p
           where p.pronamespace = 'public'::regnamespace
             and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
        );
        for (const { words } of rows) await client.query(words);
        await migrate(connection, head.migrations.at(-1));
        await client.query("begin");
        await client.query(plainWords);
        // References hold again at the end, whatever the order of tables.
        keys = (
          await client.query<{ table: string; name: string; words: string }>(
            `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as words
             from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
          )
        ).rows;
        for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
      },
      row: async (table, line) => {
        waiting.push(line);
        weight += line.length;
        if (waiting.length >= 500 || weight > 8 * 1024 * 1024) await flush(table);
      },
      table: async (end) => {
        await flush(end.table);
        const hash = createHash("sha256");
        for await (const line of rowsOf(client, end.table)) addRow(hash, line);
        if (hash.digest("hex") !== end.sha256) throw new BackupError(backupProblems.damaged(end.table));
        tables.push(end);
        tell(end);
      },
    });
    for (const { table, name, words } of keys)
      await client.query(`alter table ${table} add constraint ${name} ${words}`);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
  await migrate(connection);
  // The queue is not in a backup: leads are found again as after any change.
  await runMigrations({ pgPool: owner, logger: quiet });
  await owner.query(
    "select enqueue('rematch', json_build_object('territory', id), 'rematch:' || id, 0) from territory",
  );
  return tables;
}
