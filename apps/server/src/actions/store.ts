import { type ActionSheet, remarksOf, standingOf } from "@simbiosi/domain";
import type { z } from "zod";
import { remember } from "../changes/history.ts";
import type { Tx } from "../database/as-actor.ts";
import { tell } from "../events/tell.ts";
import type { Actor } from "../http/route.ts";
import { dayOf, type Source } from "../ids/new-id.ts";
import { type Action, type ActionRow, type SheetFields, sheetIn } from "./action-row.ts";

/** The sheets of a plan, in the order in which they entered it. */
export const rowsOf = (tx: Tx, territory: string) =>
  tx
    .selectFrom("action_sheet")
    .selectAll()
    .where("territory_id", "=", territory)
    .where("removed_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();

export const rowOf = (tx: Tx, territory: string, id: string) =>
  tx
    .selectFrom("action_sheet")
    .selectAll()
    .where("territory_id", "=", territory)
    .where("id", "=", id)
    .executeTakeFirst();

/** Today is the day of the server: a step due today is not late. */
export function actionOf(row: ActionRow, source: Source): z.input<typeof Action> {
  const sheet = sheetIn(row);
  return {
    ...(sheet as z.input<typeof SheetFields>),
    id: row.id,
    version: row.version,
    standing: standingOf(sheet, dayOf(source.now())),
    remarks: remarksOf(sheet).map(({ code, sentence, next }) => ({
      code,
      fr: sentence.fr,
      en: sentence.en,
      next_fr: next.fr,
      next_en: next.en,
    })),
    updated_at: row.updated_at.toISOString(),
  };
}

export async function write(
  tx: Tx,
  source: Source,
  actor: Actor,
  territory: string,
  id: string,
  sheet: ActionSheet,
  key: string | null,
): Promise<void> {
  const now = source.now();
  await tx
    .insertInto("action_sheet")
    .values({ territory_id: territory, id, key, sheet: JSON.stringify(sheet), created_at: now, updated_at: now })
    .execute();
  await remember(tx, source, actor, { territory, object: "action", id, action: "created", after: sheet });
  await tell(tx, { territory, about: "actions", id });
}

/** Some fields of a sheet, as a request says them. */
type Said = { readonly [K in keyof ActionSheet]?: ActionSheet[K] | undefined };

/** A sheet with what was said; what was not said stays. */
export const filled = (sheet: ActionSheet, said: Said): ActionSheet => ({
  ...sheet,
  ...(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<ActionSheet>),
});

/** @returns the version that stands then */
export async function change(
  tx: Tx,
  source: Source,
  actor: Actor,
  territory: string,
  row: ActionRow,
  fields: Said,
): Promise<number> {
  const before = sheetIn(row);
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const was = Object.fromEntries(Object.keys(said).map((key) => [key, before[key as keyof ActionSheet]]));
  await tx
    .updateTable("action_sheet")
    .set({ sheet: JSON.stringify(filled(before, fields)), version: row.version + 1, updated_at: source.now() })
    .where("territory_id", "=", territory)
    .where("id", "=", row.id)
    .execute();
  await remember(tx, source, actor, {
    territory,
    object: "action",
    id: row.id,
    action: "changed",
    before: was,
    after: said,
  });
  await tell(tx, { territory, about: "actions", id: row.id });
  return row.version + 1;
}
