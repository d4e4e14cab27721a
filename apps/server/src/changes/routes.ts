import { ok } from "@simbiosi/domain";
import { z } from "zod";
import { inTerritory, uuid, workers } from "../http/fields.ts";
import { route } from "../http/route.ts";

export const historyRoutes = [
  route({
    id: "history.read",
    method: "GET",
    path: "/territories/:territory/history",
    about: {
      fr: "L'histoire d'un objet : qui, quoi, quand, d'où",
      en: "The history of one object: who, what, when, from where",
    },
    who: workers,
    params: inTerritory,
    query: z.object({ object: z.enum(["flow", "establishment", "contact", "encounter", "action"]), id: uuid }),
    answer: z.object({
      changes: z.array(
        z.object({
          id: uuid,
          at: z.string(),
          who: z.string().nullable(),
          /** Written by the company itself, that came by its link. */
          by_company: z.boolean(),
          source: z.string(),
          action: z.enum(["created", "changed", "removed", "restored"]),
          before: z.unknown(),
          after: z.unknown(),
        }),
      ),
    }),
    handle: async ({ tx, params, query }) => {
      const rows = await tx
        .selectFrom("change")
        .leftJoin("account", "account.id", "change.account_id")
        .selectAll("change")
        .select("account.name as who")
        .where("change.territory_id", "=", params.territory)
        .where("change.object", "=", query.object)
        .where("change.object_id", "=", query.id)
        .orderBy("change.at", "desc")
        .orderBy("change.id", "desc")
        .limit(200)
        .execute();
      return ok({
        changes: rows.map(({ link_id, at, ...row }) => ({
          ...row,
          at: at.toISOString(),
          by_company: link_id !== null,
        })),
      });
    },
  }),
];
