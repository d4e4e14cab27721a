import { sql } from "kysely";
import type { Tx } from "../database/as-actor.ts";

/** Something that open screens want to know of at once. It names what changed and says nothing of it. */
export type Told = {
  readonly territory: string;
  readonly about:
    | "actions"
    | "leads"
    | "flows"
    | "establishments"
    | "synergies"
    | "documents"
    | "imports"
    | "contacts"
    | "notes"
    | "workshops"
    | "insight"
    | "scenarios"
    | "boundaries";
  readonly id: string;
};

/** Told when the transaction ends well, and only then. */
export const tell = async (tx: Tx, told: Told): Promise<void> => {
  await sql`select pg_notify('simbiosi', ${JSON.stringify(told)})`.execute(tx);
};
