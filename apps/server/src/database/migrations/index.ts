import type { Migration } from "kysely";
import * as first from "./2026-11-30-first.ts";
import * as invitations from "./2026-11-30-invitations.ts";

/** In the order they run, a new one always last. A released one is never edited: the next one mends it. */
export const migrations: Readonly<Record<string, Migration>> = {
  "2026-11-30-first": first,
  "2026-11-30-invitations": invitations,
};
