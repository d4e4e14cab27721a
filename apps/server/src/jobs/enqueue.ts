import { sql } from "kysely";
import type { Tx } from "../database/as-actor.ts";

/** What each task is told. Tasks read everything else again by identifier, so that running one twice does no harm. */
export type Tasks = {
  readonly rematch: { readonly territory: string };
  readonly insight: { readonly territory: string };
  readonly "solve-scenario": { readonly territory: string; readonly scenario: string };
  readonly "make-document": { readonly territory: string; readonly document: string };
  readonly "send-letter": { readonly to: string; readonly subject: string; readonly text: string };
};

/**
 * Asks for slow work in the transaction that needs it.
 * @param key jobs of one key are one: a territory edited ten times in a second is matched once
 * @param delay seconds to wait for more of the same
 */
export const enqueue = async <T extends keyof Tasks>(
  tx: Tx,
  task: T,
  payload: Tasks[T],
  key: string | null = null,
  delay = 0,
): Promise<void> => {
  await sql`select enqueue(${task}, ${JSON.stringify(payload)}::json, ${key}, ${delay})`.execute(tx);
};

/** Seconds in which edits of one territory are gathered: a row that is filled in is several of them. */
const gathered = 1;

/** The leads of a territory are to be found again: something they rest on changed. */
export const askRematch = (tx: Tx, territory: string): Promise<void> =>
  enqueue(tx, "rematch", { territory }, `rematch:${territory}`, gathered);
