import type { Migration } from "kysely";
import * as first from "./2026-11-30-first.ts";
import * as imports from "./2026-11-30-imports.ts";
import * as ownData from "./2026-11-30-own-data.ts";

/** In order of date, then of name. A released one is never edited: the next one mends it. */
export const migrations: Readonly<Record<string, Migration>> = {
  "2026-11-30-first": first,
  "2026-11-30-imports": imports,
  "2026-11-30-own-data": ownData,
};
