import type { Migration } from "kysely";
import * as first from "./2026-11-30-first.ts";
import * as people from "./2026-11-30-people.ts";

/** In order of name, which begins with the date. A released one is never edited: the next one mends it. */
export const migrations: Readonly<Record<string, Migration>> = {
  "2026-11-30-first": first,
  "2026-11-30-people": people,
};
