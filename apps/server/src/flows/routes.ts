import { ok } from "@simbiosi/domain";
import { z } from "zod";
import { remember } from "../changes/history.ts";
import { tell } from "../events/tell.ts";
import { CheckedText } from "../http/checked-text.ts";
import { inTerritory, uuid, version, workers } from "../http/fields.ts";
import { absent, stale } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { newId } from "../ids/new-id.ts";
import { askRematchOf } from "../joinings/demarches-of.ts";
import { columnsOf, FlowFields, parseFlow } from "./flow.ts";
import { flowTexts, ListedFlow } from "./list-rows.ts";

const inFlow = inTerritory.extend({ flow: uuid });

export const flowRoutes = [
  route({
    id: "flows.list",
    method: "GET",
    path: "/territories/:territory/flows",
    about: { fr: "Les flux : offres et besoins", en: "The flows: offers and needs" },
    who: [...workers, "company"],
    params: inTerritory,
    query: z.object({ establishment: uuid.optional() }),
    answer: z.object({ flows: z.array(ListedFlow) }),
    handle: async ({ tx, params, query, services: { texts } }) => {
      const rows = await flowTexts({ tx, territory: params.territory, establishment: query.establishment }, texts);
      return ok(new CheckedText(`{"flows":[${rows.join(",")}]}`));
    },
  }),
  route({
    id: "flows.create",
    method: "POST",
    path: "/territories/:territory/flows",
    about: { fr: "Ajouter un flux", en: "Add a flow" },
    who: [...workers, "company"],
    params: inTerritory,
    body: FlowFields.extend({
      // Made by the phone that typed it: sent twice, it is one flow.
      id: uuid.optional(),
      establishment: uuid,
      label: z.string().min(1),
      direction: z.enum(["in", "out"]),
    }),
    answer: z.object({ id: uuid, version }),
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
      const read = parseFlow(id, body.establishment, body);
      if (!read.ok) return read;
      const now = source.now();
      const { numInsertedOrUpdatedRows: added } = await tx
        .insertInto("flow")
        .values({
          id,
          establishment_id: body.establishment,
          key: id,
          ...columnsOf(read.value),
          created_at: now,
          updated_at: now,
        })
        .onConflict((on) => on.column("id").doNothing())
        .executeTakeFirstOrThrow();
      if (added === 0n) {
        // Sent before, and its answer lost: what stands is told, unless it is somebody else's.
        const known = await tx.selectFrom("flow").select("version").where("id", "=", id).executeTakeFirst();
        return known === undefined ? absent : ok({ id, version: known.version });
      }
      await remember(tx, source, actor, {
        territory: params.territory,
        object: "flow",
        id,
        action: "created",
        after: read.value,
        establishment: body.establishment,
      });
      await askRematchOf(tx, params.territory, [body.establishment]);
      await tell(tx, { territory: params.territory, about: "flows", id });
      return ok({ id, version: 1 });
    },
  }),
  route({
    id: "flows.update",
    method: "PATCH",
    path: "/territories/:territory/flows/:flow",
    about: { fr: "Corriger un flux", en: "Correct a flow" },
    who: [...workers, "company"],
    params: inFlow,
    body: z.object({ version, fields: FlowFields }),
    answer: z.object({ version }),
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const before = await tx
        .selectFrom("flow")
        .selectAll()
        .where("id", "=", params.flow)
        .where("removed_at", "is", null)
        .forUpdate()
        .executeTakeFirst();
      if (before === undefined) return absent;
      if (before.version !== body.version)
        return { ok: false, problem: stale({ ...(before.data as object), version: before.version }) };
      const read = parseFlow(params.flow, before.establishment_id, { ...(before.data as object), ...body.fields });
      if (!read.ok) return read;
      await tx
        .updateTable("flow")
        .set({ ...columnsOf(read.value), version: before.version + 1, updated_at: source.now() })
        .where("id", "=", params.flow)
        .execute();
      await remember(tx, source, actor, {
        territory: params.territory,
        object: "flow",
        id: params.flow,
        action: "changed",
        before: before.data,
        after: read.value,
        establishment: before.establishment_id,
      });
      await askRematchOf(tx, params.territory, [before.establishment_id]);
      await tell(tx, { territory: params.territory, about: "flows", id: params.flow });
      return ok({ version: before.version + 1 });
    },
  }),
  ...(["remove", "restore"] as const).map((action) =>
    route({
      id: `flows.${action}`,
      method: action === "remove" ? "DELETE" : "POST",
      path: action === "remove" ? "/territories/:territory/flows/:flow" : "/territories/:territory/flows/:flow/restore",
      about:
        action === "remove"
          ? { fr: "Retirer un flux (il peut revenir)", en: "Remove a flow (it can come back)" }
          : { fr: "Remettre un flux retiré", en: "Bring back a removed flow" },
      who: [...workers, "company"],
      params: inFlow,
      answer: z.object({ version }),
      handle: async ({ tx, params, actor, services: { source } }) => {
        const before = await tx
          .selectFrom("flow")
          .selectAll()
          .where("id", "=", params.flow)
          .where("removed_at", action === "remove" ? "is" : "is not", null)
          .executeTakeFirst();
        if (before === undefined) return absent;
        const now = source.now();
        await tx
          .updateTable("flow")
          .set({ removed_at: action === "remove" ? now : null, version: before.version + 1, updated_at: now })
          .where("id", "=", params.flow)
          .execute();
        await remember(tx, source, actor, {
          territory: params.territory,
          object: "flow",
          id: params.flow,
          action: action === "remove" ? "removed" : "restored",
          ...(action === "remove" ? { before: before.data } : { after: before.data }),
          establishment: before.establishment_id,
        });
        await askRematchOf(tx, params.territory, [before.establishment_id]);
        await tell(tx, { territory: params.territory, about: "flows", id: params.flow });
        return ok({ version: before.version + 1 });
      },
    }),
  ),
];
