import { existsSync, linkSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { fail, ok, type Result } from "@simbiosi/domain";
import pg from "pg";
import { dump, type TableEnd } from "./dump.ts";
import { backupProblems } from "./problems.ts";
import { type Reached, reach } from "./reach.ts";
import { type Verified, verifyBackup } from "./read.ts";
import { restoreBackup } from "./restore.ts";
import { BackupError, writeSealed } from "./sealed-file.ts";

export type Place = { readonly data: string; readonly databaseUrl: string | null };
type Tell = (table: TableEnd) => void;

/**
 * Writes an encrypted backup of all that the platform keeps, as of one moment, while it runs or not.
 * Fails with BACKUP_FILE_EXISTS and what reaching the database may say.
 */
export async function backup(
  place: Place,
  file: string,
  passphrase: string,
  stamp: { readonly version: string; readonly at: Date },
  tell: Tell = () => undefined,
): Promise<Result<readonly TableEnd[]>> {
  if (existsSync(file)) return fail(backupProblems.exists(file));
  return reached(place, false, async ({ connection }) => {
    const client = new pg.Client(connection);
    // Beside its place until it is whole: what was cut short never passes for a backup.
    const passing = `${file}.partial-${process.pid}`;
    const tables: TableEnd[] = [];
    await client.connect();
    client.on("error", () => undefined);
    try {
      const lines = dump(client, { simbiosi: stamp.version, at: stamp.at.toISOString() }, (table) => {
        tables.push(table);
        tell(table);
      });
      await pipeline(Readable.from(lines), createGzip(), (packed: AsyncIterable<Buffer>) =>
        writeSealed(passing, passphrase, packed),
      );
      // A link, unlike a renaming, never takes the place of a file that came meanwhile.
      linkSync(passing, file);
      return ok(tables);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") return fail(backupProblems.exists(file));
      throw error;
    } finally {
      rmSync(passing, { force: true });
      await client.end();
    }
  });
}

/**
 * Restores a backup into an empty data folder or database.
 * Fails with RESTORE_NOT_EMPTY, BACKUP_NEWER, BACKUP_WRONG_PASSPHRASE, BACKUP_DAMAGED, BACKUP_UNREADABLE.
 */
export async function restore(
  place: Place,
  file: string,
  passphrase: string,
  tell: Tell = () => undefined,
): Promise<Result<readonly TableEnd[]>> {
  // Whole, before anything is written.
  const whole = await verify(file, passphrase);
  if (!whole.ok && whole.problem.code !== "BACKUP_AUDIT_BROKEN") return whole;
  return reached(place, true, async ({ connection }) => {
    const owner = new pg.Pool({ ...connection, max: 3 });
    owner.on("error", () => undefined);
    owner.on("connect", (client) => client.on("error", () => undefined));
    try {
      return ok(await restoreBackup(owner, connection, place.data, file, passphrase, tell));
    } finally {
      await owner.end();
    }
  });
}

/** Whether a backup is whole and its audit trails hold; writes nothing and needs no database. */
export const verify = (file: string, passphrase: string): Promise<Result<Verified>> =>
  told(async () => ok(await verifyBackup(file, passphrase)));

async function reached<T>(
  { data, databaseUrl }: Place,
  alone: boolean,
  work: (place: Reached) => Promise<Result<T>>,
): Promise<Result<T>> {
  const place = await reach(data, databaseUrl, alone);
  if (!place.ok) return place;
  try {
    return await told(() => work(place.value));
  } finally {
    await place.value.leave();
  }
}

/** What a stream threw on its way, given back as the value it is. */
async function told<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackupError) return fail(error.problem);
    throw error;
  }
}
