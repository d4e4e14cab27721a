import { type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/** In whose name a transaction runs; row security reads it. */
export type Standing = {
  readonly role:
    | "public"
    | "member"
    | "access"
    | "engine"
    | "facilitator"
    | "adviser"
    | "lead"
    | "company"
    | "officer"
    | "admin";
  readonly account?: string | null;
  readonly territory?: string | null;
  readonly establishment?: string | null;
};

export type Tx = Transaction<Tables>;

/**
 * Runs `work` in one transaction in the name of `standing`. What it may read and write is decided by row security from
 * these settings alone; they end with the transaction. Never use the pool inside `work`: it would wait for itself.
 */
export const asActor = <T>(db: Kysely<Tables>, standing: Standing, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await sql`select set_config('app.role', ${standing.role}, true),
      set_config('app.account', ${standing.account ?? ""}, true),
      set_config('app.territory', ${standing.territory ?? ""}, true),
      set_config('app.establishment', ${standing.establishment ?? ""}, true)`.execute(tx);
    return work(tx);
  });

/** Goes on within a territory that this very transaction made. */
export async function inPlace(tx: Tx, territory: string): Promise<void> {
  await sql`select set_config('app.territory', ${territory}, true)`.execute(tx);
}

/** Goes on in another role within the same transaction: sign-in reads accounts before anybody is known. */
export async function inRole(tx: Tx, role: Standing["role"]): Promise<void> {
  await sql`select set_config('app.role', ${role}, true)`.execute(tx);
}
