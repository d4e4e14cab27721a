import { mkdirSync } from "node:fs";
import { ok, type Result } from "@simbiosi/domain";
import type pg from "pg";
import { claim } from "../database/claim.ts";
import { embeddedConnection, startEmbedded } from "../database/embedded.ts";

/** A way to the database as its owner, and how to leave things as they were found. */
export type Reached = { readonly connection: pg.PoolConfig; readonly leave: () => Promise<void> };

/**
 * Reaches the database of a data folder, or the one of an address. The embedded one is started for the time it takes; to
 * read, one that a running server uses is reached as it is. Alone, the folder must be nobody else's.
 */
export async function reach(data: string, databaseUrl: string | null, alone: boolean): Promise<Result<Reached>> {
  mkdirSync(data, { recursive: true });
  const claimed = claim(data);
  if (!claimed.ok) {
    const running = databaseUrl === null ? embeddedConnection(data) : { connectionString: databaseUrl };
    return alone || running === undefined ? claimed : ok({ connection: running, leave: async () => undefined });
  }
  const release = claimed.value;
  if (databaseUrl !== null) return ok({ connection: { connectionString: databaseUrl }, leave: async () => release() });
  const embedded = await startEmbedded(data);
  if (!embedded.ok) {
    release();
    return embedded;
  }
  const { connection, stop } = embedded.value;
  return ok({
    connection,
    leave: async () => {
      await stop();
      release();
    },
  });
}
