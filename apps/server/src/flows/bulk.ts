import { type Flow, ok } from "@simbiosi/domain";
import { z } from "zod";
import { remember } from "../changes/history.ts";
import { tell } from "../events/tell.ts";
import { inTerritory, uuid, version, workers } from "../http/fields.ts";
import { absent, stale } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { askRematchOf } from "../joinings/demarches-of.ts";
import { columnsOf, FlowFields, parseFlow } from "./flow.ts";

/** What is to be done with one of the flows: its fields corrected, or the flow taken away or brought back. */
const Edit = z.object({
  id: uuid,
  version,
  fields: FlowFields.default({}),
  /** Null: it stays as it is, there or not. */
  present: z.boolean().nullable().default(null),
});
const mostAtOnce = 1_000;

export const bulkRoutes = [
  route({
    id: "flows.bulk",
    method: "POST",
    path: "/territories/:territory/flows/bulk",
    about: {
      fr: "Corriger, retirer ou remettre plusieurs flux d'un coup : tous, ou aucun",
      en: "Correct, remove or bring back several flows at once: all of them, or none",
    },
    who: workers,
    params: inTerritory,
    body: z.object({ edits: z.array(Edit).min(1).max(mostAtOnce) }),
    answer: z.object({ flows: z.array(z.object({ id: uuid, version })) }),
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const rows = await tx
        .selectFrom("flow")
        .selectAll()
        .where(
          "id",
          "in",
          body.edits.map(({ id }) => id),
        )
        .orderBy("id")
        .forUpdate()
        .execute();
      const known = new Map(rows.map((row) => [row.id, row]));
      const edits = [...new Map(body.edits.map((edit) => [edit.id, edit])).values()];
      const pairs = edits.flatMap((edit) => {
        const before = known.get(edit.id);
        return before === undefined ? [] : [{ edit, before }];
      });
      if (pairs.length < edits.length) return absent;
      const changed = pairs.filter(({ edit, before }) => edit.version !== before.version);
      if (changed.length > 0)
        return {
          ok: false,
          problem: stale(
            changed.map(({ before }) => ({ ...(before.data as object), id: before.id, version: before.version })),
          ),
        };
      const read: { row: Flow; edit: z.output<typeof Edit>; before: (typeof rows)[number] }[] = [];
      for (const { edit, before } of pairs) {
        const row = parseFlow(edit.id, before.establishment_id, { ...(before.data as object), ...edit.fields });
        if (!row.ok) return row;
        read.push({ row: row.value, edit, before });
      }
      const now = source.now();
      for (const { row, edit, before } of read) {
        const there = before.removed_at === null;
        const stays = edit.present ?? there;
        await tx
          .updateTable("flow")
          .set({
            ...columnsOf(row),
            version: before.version + 1,
            updated_at: now,
            removed_at: stays ? null : (before.removed_at ?? now),
          })
          .where("id", "=", edit.id)
          .execute();
        await remember(tx, source, actor, {
          territory: params.territory,
          object: "flow",
          id: edit.id,
          action: stays === there ? "changed" : stays ? "restored" : "removed",
          before: before.data,
          ...(stays ? { after: row } : {}),
          establishment: before.establishment_id,
        });
      }
      await askRematchOf(
        tx,
        params.territory,
        read.map(({ before }) => before.establishment_id),
      );
      await tell(tx, { territory: params.territory, about: "flows", id: params.territory });
      return ok({ flows: read.map(({ edit }) => ({ id: edit.id, version: edit.version + 1 })) });
    },
  }),
];
