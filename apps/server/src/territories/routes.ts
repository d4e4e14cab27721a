import { ok, TerritorySchema } from "@simbiosi/domain";
import { inventoryBytes } from "@simbiosi/study";
import { z } from "zod";
import { audit, firstBrokenSeal } from "../changes/audit.ts";
import { remember } from "../changes/history.ts";
import { inPlace } from "../database/as-actor.ts";
import { tell } from "../events/tell.ts";
import { inTerritory, nothing, uuid, version, workers } from "../http/fields.ts";
import { absent, httpProblems, stale } from "../http/problems.ts";
import { fileRoute, route } from "../http/route.ts";
import { dayOf, newId } from "../ids/new-id.ts";
import { askRematch } from "../jobs/enqueue.ts";
import { Email, inviteMember } from "../members/invite-member.ts";
import { inventoryOf } from "./inventory-of.ts";

const Card = TerritorySchema.omit({ extra: true }).extend({ id: z.guid(), version, demonstration: z.boolean() });

export const territoryRoutes = [
  route({
    id: "territories.list",
    method: "GET",
    path: "/territories",
    about: { fr: "Les territoires de la plateforme", en: "The territories of the platform" },
    who: ["admin", "officer"],
    params: nothing,
    answer: z.object({
      territories: z.array(
        z.object({
          id: uuid,
          name: z.string(),
          type: z.string().nullable(),
          demonstration: z.boolean(),
          created_at: z.string(),
        }),
      ),
    }),
    handle: async ({ tx }) => {
      const rows = await tx
        .selectFrom("territory")
        .select(["id", "name", "type", "demonstration", "created_at"])
        .where("archived_at", "is", null)
        .orderBy("name")
        .orderBy("id")
        .execute();
      return ok({ territories: rows.map((row) => ({ ...row, created_at: row.created_at.toISOString() })) });
    },
  }),
  route({
    id: "territories.create",
    method: "POST",
    path: "/territories",
    about: {
      fr: "Ouvrir un territoire, vide, et inviter son animateur",
      en: "Open an empty territory, and invite its facilitator",
    },
    who: ["admin"],
    rate: "heavy",
    params: nothing,
    body: z.object({
      name: z.string().trim().min(1).max(200),
      type: TerritorySchema.shape.type,
      context: z.string().trim().min(1).max(50).nullable().default(null),
      facilitator: z.object({ email: Email, name: z.string().trim().min(1).max(200) }),
    }),
    answer: z.object({ id: uuid }),
    status: 201,
    handle: async ({ tx, body, actor, services }) => {
      const { source } = services;
      const id = newId(source);
      const { name, type, ...data } = TerritorySchema.parse({
        name: body.name,
        type: body.type,
        context: body.context,
      });
      await tx
        .insertInto("territory")
        .values({ id, name, type, data: JSON.stringify(data), created_at: source.now() })
        .execute();
      await inPlace(tx, id);
      const account = await inviteMember(tx, services, actor, id, {
        ...body.facilitator,
        role: "facilitator",
        ends_on: null,
      });
      // The first entry of its trail.
      await audit(tx, source, {
        territory: id,
        actor: actor.account ?? null,
        action: "territories.create",
        object: "",
        content: { name, type, facilitator: account },
      });
      return ok({ id });
    },
  }),
  route({
    id: "territories.read",
    method: "GET",
    path: "/territories/:territory",
    about: { fr: "La fiche du territoire", en: "The card of the territory" },
    who: [...workers, "lead", "company"],
    params: inTerritory,
    answer: Card,
    handle: async ({ tx, params }) => {
      const row = await tx.selectFrom("territory").selectAll().where("id", "=", params.territory).executeTakeFirst();
      if (row === undefined) return absent;
      return ok({
        ...(row.data as object),
        id: row.id,
        name: row.name,
        type: row.type as "ZA" | null,
        version: row.version,
        demonstration: row.demonstration,
      });
    },
  }),
  route({
    id: "territories.update",
    method: "PATCH",
    path: "/territories/:territory",
    about: { fr: "Corriger la fiche du territoire", en: "Correct the card of the territory" },
    who: ["facilitator"],
    params: inTerritory,
    body: z.object({ version, fields: TerritorySchema.omit({ extra: true }).partial() }),
    answer: z.object({ version }),
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const row = await tx.selectFrom("territory").selectAll().where("id", "=", params.territory).executeTakeFirst();
      if (row === undefined) return absent;
      if (row.version !== body.version)
        return { ok: false, problem: stale({ ...(row.data as object), version: row.version }) };
      const read = TerritorySchema.safeParse({
        ...(row.data as object),
        name: row.name,
        type: row.type,
        ...body.fields,
      });
      if (!read.success) return { ok: false, problem: httpProblems.notUnderstood };
      const { name, type, ...data } = read.data;
      await tx
        .updateTable("territory")
        .set({ name, type, data: JSON.stringify(data), version: row.version + 1 })
        .where("id", "=", params.territory)
        .execute();
      await remember(tx, source, actor, {
        territory: params.territory,
        object: "territory",
        id: params.territory,
        action: "changed",
        before: row.data,
        after: read.data,
      });
      await askRematch(tx, params.territory);
      await tell(tx, { territory: params.territory, about: "establishments", id: params.territory });
      return ok({ version: row.version + 1 });
    },
  }),
  route({
    id: "territories.audit",
    method: "GET",
    path: "/territories/:territory/audit",
    about: {
      fr: "Le journal scellé du territoire, et s'il est intact",
      en: "The sealed trail of the territory, and whether it is whole",
    },
    who: ["facilitator"],
    params: inTerritory,
    query: z.object({ before: z.coerce.number().int().positive().optional() }),
    answer: z.object({
      whole: z.boolean(),
      broken: z.object({ seq: z.number(), why: z.string() }).nullable(),
      entries: z.array(
        z.object({
          seq: z.number(),
          at: z.string(),
          who: z.string().nullable(),
          action: z.string(),
          object: z.string(),
        }),
      ),
    }),
    handle: async ({ tx, params, query }) => {
      const broken = await firstBrokenSeal(tx, params.territory);
      let rows = tx
        .selectFrom("audit")
        .leftJoin("account", "account.id", "audit.actor")
        .selectAll("audit")
        .select("account.name as who")
        .where("audit.territory_id", "=", params.territory)
        .orderBy("audit.seq", "desc")
        .limit(100);
      if (query.before !== undefined) rows = rows.where("audit.seq", "<", String(query.before));
      return ok({
        whole: broken === null,
        broken,
        entries: (await rows.execute()).map(({ seq, at, who, action, object }) => ({
          seq: Number(seq),
          at: at.toISOString(),
          who,
          action,
          object,
        })),
      });
    },
  }),
  fileRoute({
    id: "territories.export",
    method: "GET",
    path: "/territories/:territory/export",
    about: {
      fr: "Tout l'inventaire du territoire, en classeur ou en JSON",
      en: "The whole inventory of the territory, as a workbook or JSON",
    },
    who: workers,
    rate: "heavy",
    log: "purpose",
    params: inTerritory,
    query: z.object({ format: z.enum(["xlsx", "json"]).default("xlsx") }),
    handle: async ({ tx, params, query, services: { source } }) => {
      const place = await tx.selectFrom("territory").select("id").where("id", "=", params.territory).executeTakeFirst();
      if (place === undefined) return absent;
      const day = dayOf(source.now());
      const name = `inventaire-${day}.${query.format}`;
      const bytes = await inventoryBytes(name, await inventoryOf(tx, params.territory), day);
      const mediaType =
        query.format === "json"
          ? "application/json"
          : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      return ok({ name, mediaType, bytes });
    },
  }),
  ...(["archive", "reopen"] as const).map((action) =>
    route({
      id: `territories.${action}`,
      method: "POST",
      path: `/territories/:territory/${action}`,
      about:
        action === "archive"
          ? {
              fr: "Archiver le territoire : il sort des listes, rien n'est effacé",
              en: "Archive the territory: it leaves the lists, nothing is erased",
            }
          : { fr: "Rouvrir un territoire archivé", en: "Open an archived territory again" },
      who: ["facilitator", "admin"],
      params: inTerritory,
      answer: nothing,
      handle: async ({ tx, params, actor, services: { source } }) => {
        const { numUpdatedRows } = await tx
          .updateTable("territory")
          .set({ archived_at: action === "archive" ? source.now() : null })
          .where("id", "=", params.territory)
          .where("archived_at", action === "archive" ? "is" : "is not", null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return absent;
        // Administrators write no history of a territory: what they do is sealed in its audit trail.
        if (actor.role === "facilitator")
          await remember(tx, source, actor, {
            territory: params.territory,
            object: "territory",
            id: params.territory,
            action: action === "archive" ? "removed" : "restored",
          });
        return ok({});
      },
    }),
  ),
];
