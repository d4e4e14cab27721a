import { ok } from "@simbiosi/domain";
import { z } from "zod";
import { remember } from "../changes/history.ts";
import { tell } from "../events/tell.ts";
import { inTerritory, uuid, version, workers } from "../http/fields.ts";
import { absent, refuse, stale } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { newId } from "../ids/new-id.ts";
import { askRematchOf } from "../joinings/demarches-of.ts";
import { columnsOf, EstablishmentFields, establishmentRow, parseEstablishment } from "./establishment.ts";
import { ListedEstablishment, listedEstablishments } from "./list-rows.ts";

const inEstablishment = inTerritory.extend({ establishment: uuid });

export const establishmentRoutes = [
  route({
    id: "establishments.list",
    method: "GET",
    path: "/territories/:territory/establishments",
    about: { fr: "Les établissements du territoire", en: "The establishments of the territory" },
    who: [...workers, "lead", "company"],
    params: inTerritory,
    answer: z.object({ establishments: z.array(ListedEstablishment) }),
    handle: async ({ tx, params, actor }) =>
      ok({ establishments: await listedEstablishments(tx, params.territory, actor.role) }),
  }),
  route({
    id: "establishments.create",
    method: "POST",
    path: "/territories/:territory/establishments",
    about: { fr: "Ajouter un établissement", en: "Add an establishment" },
    who: workers,
    params: inTerritory,
    body: EstablishmentFields.extend({ id: uuid.optional(), name: z.string().min(1) }),
    answer: z.object({ id: uuid }),
    status: 201,
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const id = body.id ?? newId(source);
      const read = parseEstablishment(id, body);
      if (!read.ok) return read;
      if (read.value.siret !== null) {
        // Entered once: one that is there already is told, not entered twice.
        const known = await tx
          .selectFrom("establishment")
          .select("id")
          .where("siret", "=", read.value.siret)
          .executeTakeFirst();
        if (known !== undefined)
          return refuse(
            409,
            "ESTABLISHMENT_KNOWN",
            "Un établissement de ce SIRET existe déjà dans le territoire : ouvrez sa fiche.",
            "An establishment with this SIRET is already in the territory: open its sheet.",
          );
      }
      const now = source.now();
      await tx
        .insertInto("establishment")
        .values({ id, ...columnsOf(read.value), created_at: now, updated_at: now })
        .execute();
      await tx
        .insertInto("participation")
        .values({ territory_id: params.territory, establishment_id: id, key: id, joined_at: now })
        .execute();
      await remember(tx, source, actor, {
        territory: params.territory,
        object: "establishment",
        id,
        action: "created",
        after: read.value,
        establishment: id,
      });
      await askRematchOf(tx, params.territory, [id]);
      await tell(tx, { territory: params.territory, about: "establishments", id });
      return ok({ id });
    },
  }),
  route({
    id: "establishments.update",
    method: "PATCH",
    path: "/territories/:territory/establishments/:establishment",
    about: { fr: "Corriger un établissement", en: "Correct an establishment" },
    who: [...workers, "company"],
    params: inEstablishment,
    body: z.object({ version, fields: EstablishmentFields }),
    answer: z.object({ version }),
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const before = await establishmentRow(tx, params.establishment);
      if (before === undefined) return absent;
      if (before.version !== body.version)
        return { ok: false, problem: stale({ ...(before.data as object), version: before.version }) };
      const read = parseEstablishment(params.establishment, { ...(before.data as object), ...body.fields });
      if (!read.ok) return read;
      await tx
        .updateTable("establishment")
        .set({ ...columnsOf(read.value), version: before.version + 1, updated_at: source.now() })
        .where("id", "=", params.establishment)
        .execute();
      await remember(tx, source, actor, {
        territory: params.territory,
        object: "establishment",
        id: params.establishment,
        action: "changed",
        before: before.data,
        after: read.value,
        establishment: params.establishment,
      });
      await askRematchOf(tx, params.territory, [params.establishment]);
      await tell(tx, { territory: params.territory, about: "establishments", id: params.establishment });
      return ok({ version: before.version + 1 });
    },
  }),
  route({
    id: "establishments.history",
    method: "GET",
    path: "/territories/:territory/establishments/:establishment/history",
    about: { fr: "Qui a fait quoi, quand, d'où", en: "Who did what, when, from where" },
    who: [...workers, "company"],
    params: inEstablishment,
    answer: z.object({
      changes: z.array(
        z.object({
          id: uuid,
          at: z.string(),
          who: z.string().nullable(),
          source: z.string(),
          object: z.string(),
          object_id: z.string(),
          action: z.string(),
          before: z.unknown(),
          after: z.unknown(),
        }),
      ),
    }),
    handle: async ({ tx, params }) => {
      const rows = await tx
        .selectFrom("change")
        .leftJoin("account", "account.id", "change.account_id")
        .selectAll("change")
        .select("account.name as who")
        .where("change.establishment_id", "=", params.establishment)
        // What was done to a shared sheet in another démarche is part of its history; what was said there is not.
        .where((or) =>
          or.or([or("change.territory_id", "=", params.territory), or("object", "in", ["establishment", "flow"])]),
        )
        .orderBy("change.at", "desc")
        .orderBy("change.id", "desc")
        .limit(200)
        .execute();
      return ok({ changes: rows.map((row) => ({ ...row, at: row.at.toISOString() })) });
    },
  }),
];
