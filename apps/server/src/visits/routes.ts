import { ok } from "@simbiosi/domain";
import { z } from "zod";
import { remember } from "../changes/history.ts";
import { tell } from "../events/tell.ts";
import { day, inTerritory, uuid, workers } from "../http/fields.ts";
import { absent } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { newId } from "../ids/new-id.ts";

const Kind = z.enum([
  "call",
  "visit",
  "mail",
  "workshop",
  "charter-sent",
  "charter-signed",
  "confidentiality-sent",
  "confidentiality-signed",
]);
const Row = z.object({
  id: uuid,
  establishment: uuid,
  kind: Kind,
  on_day: day,
  notes: z.string(),
  who: z.string().nullable(),
});

export const visitRoutes = [
  route({
    id: "visits.list",
    method: "GET",
    path: "/territories/:territory/visits",
    about: { fr: "Appels, visites et courriers, le dernier d'abord", en: "Calls, visits and letters, the last first" },
    who: workers,
    params: inTerritory,
    query: z.object({ establishment: uuid.optional() }),
    answer: z.object({ encounters: z.array(Row) }),
    handle: async ({ tx, params, query }) => {
      let rows = tx
        .selectFrom("encounter")
        .leftJoin("account", "account.id", "encounter.account_id")
        .select(["encounter.id", "establishment_id as establishment", "kind", "on_day", "notes", "account.name as who"])
        .where("encounter.territory_id", "=", params.territory)
        .orderBy("on_day", "desc")
        .orderBy("encounter.id", "desc");
      if (query.establishment !== undefined) rows = rows.where("establishment_id", "=", query.establishment);
      return ok({
        encounters: (await rows.execute()).map((row) => ({ ...row, kind: row.kind as z.output<typeof Kind> })),
      });
    },
  }),
  route({
    id: "visits.create",
    method: "POST",
    path: "/territories/:territory/visits",
    about: { fr: "Noter un appel, une visite, un courrier", en: "Note a call, a visit, a letter" },
    who: workers,
    params: inTerritory,
    // The identifier is made by the phone that typed it: sent twice, it is one visit.
    body: z.object({
      id: uuid.optional(),
      establishment: uuid,
      kind: Kind,
      on_day: day,
      notes: z.string().max(20_000).default(""),
    }),
    answer: z.object({ id: uuid }),
    status: 201,
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const takesPart = await tx
        .selectFrom("participation")
        .select("establishment_id")
        .where("territory_id", "=", params.territory)
        .where("establishment_id", "=", body.establishment)
        .where("left_at", "is", null)
        .executeTakeFirst();
      if (takesPart === undefined) return absent;
      const id = body.id ?? newId(source);
      const { numInsertedOrUpdatedRows: added } = await tx
        .insertInto("encounter")
        .values({
          territory_id: params.territory,
          id,
          establishment_id: body.establishment,
          kind: body.kind,
          on_day: body.on_day,
          title: null,
          contact_id: null,
          notes: body.notes,
          account_id: actor.account ?? null,
          recorded_at: source.now(),
        })
        .onConflict((on) => on.doNothing())
        .executeTakeFirstOrThrow();
      if (added === 0n) return ok({ id });
      await remember(tx, source, actor, {
        territory: params.territory,
        object: "encounter",
        id,
        action: "created",
        after: { kind: body.kind, on_day: body.on_day },
      });
      await tell(tx, { territory: params.territory, about: "contacts", id });
      return ok({ id });
    },
  }),
];
