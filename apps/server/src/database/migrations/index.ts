import type { Migration } from "kysely";
import * as first from "./2026-11-30-first.ts";
import * as imports from "./2026-11-30-imports.ts";
import * as insight from "./2026-11-30-insight.ts";
import * as invitations from "./2026-11-30-invitations.ts";
import * as joinings from "./2026-11-30-joinings.ts";
import * as leads from "./2026-11-30-leads.ts";
import * as ownData from "./2026-11-30-own-data.ts";
import * as people from "./2026-11-30-people.ts";
import * as tokens from "./2026-11-30-tokens.ts";
import * as waysIn from "./2026-11-30-ways-in.ts";
import * as actionSheets from "./2026-12-01-action-sheets.ts";
import * as farewells from "./2026-12-01-farewells.ts";
import * as load from "./2026-12-01-load.ts";

/** In order of name, which begins with the date. A released one is never edited: the next one mends it. */
export const migrations: Readonly<Record<string, Migration>> = {
  "2026-11-30-first": first,
  "2026-11-30-imports": imports,
  "2026-11-30-insight": insight,
  "2026-11-30-invitations": invitations,
  "2026-11-30-joinings": joinings,
  "2026-11-30-leads": leads,
  "2026-11-30-own-data": ownData,
  "2026-11-30-people": people,
  "2026-11-30-tokens": tokens,
  "2026-11-30-ways-in": waysIn,
  "2026-12-01-action-sheets": actionSheets,
  "2026-12-01-farewells": farewells,
  "2026-12-01-load": load,
};
