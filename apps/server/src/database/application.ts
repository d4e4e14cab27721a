import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Tables } from "./tables.ts";

// Days stay text, and counts numbers: no time zone may move a day, and no count here passes 2^53.
pg.types.setTypeParser(pg.types.builtins.DATE, (words) => words);
pg.types.setTypeParser(pg.types.builtins.INT8, (words) => words);

/**
 * The database in the name of the application, who owns nothing and is bound by row security.
 * @param max connections at most
 */
export function application(connection: pg.PoolConfig, max: number): Kysely<Tables> {
  const pool = new pg.Pool({
    ...connection,
    max,
    // A database that hangs is told as one that is away.
    connectionTimeoutMillis: 10_000,
  });
  // A database that goes away is told by the query that needed it; a client at rest must not end the process.
  pool.on("error", () => undefined);
  // Neither may one that breaks between two queries of a transaction: the next query tells it.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
