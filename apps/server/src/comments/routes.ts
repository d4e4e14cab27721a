import { ok } from "@simbiosi/domain";
import { z } from "zod";
import { remember } from "../changes/history.ts";
import { tell } from "../events/tell.ts";
import { inTerritory, nothing, uuid, workers } from "../http/fields.ts";
import { absent } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { newId } from "../ids/new-id.ts";

/** What a note or a file may be beside. */
export const aboutObject = z.object({
  object: z.enum(["synergy", "establishment", "workshop", "action"]),
  object_id: z.string().min(1).max(60),
});

export const commentRoutes = [
  route({
    id: "comments.list",
    method: "GET",
    path: "/territories/:territory/comments",
    about: { fr: "Les messages à propos d'un objet", en: "The messages about an object" },
    who: workers,
    params: inTerritory,
    query: aboutObject,
    answer: z.object({
      comments: z.array(
        z.object({ id: uuid, at: z.string(), who: z.string().nullable(), mine: z.boolean(), body: z.string() }),
      ),
    }),
    handle: async ({ tx, params, query, actor }) => {
      const rows = await tx
        .selectFrom("comment")
        .leftJoin("account", "account.id", "comment.account_id")
        .select(["comment.id", "comment.at", "comment.body", "comment.account_id", "account.name as who"])
        .where("comment.territory_id", "=", params.territory)
        .where("comment.object", "=", query.object)
        .where("comment.object_id", "=", query.object_id)
        .where("comment.removed_at", "is", null)
        .orderBy("comment.at")
        .orderBy("comment.id")
        .execute();
      return ok({
        comments: rows.map(({ id, at, who, body, account_id }) => ({
          id,
          at: at.toISOString(),
          who,
          mine: account_id !== null && account_id === actor.account,
          body,
        })),
      });
    },
  }),
  route({
    id: "comments.create",
    method: "POST",
    path: "/territories/:territory/comments",
    about: { fr: "Écrire un message", en: "Write a message" },
    who: workers,
    params: inTerritory,
    body: aboutObject.extend({ body: z.string().trim().min(1).max(5_000) }),
    answer: z.object({ id: uuid }),
    status: 201,
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const id = newId(source);
      await tx
        .insertInto("comment")
        .values({
          territory_id: params.territory,
          id,
          object: body.object,
          object_id: body.object_id,
          at: source.now(),
          account_id: actor.account ?? null,
          body: body.body,
        })
        .execute();
      await remember(tx, source, actor, {
        territory: params.territory,
        object: "comment",
        id,
        action: "created",
        after: body,
      });
      await tell(tx, { territory: params.territory, about: "notes", id });
      return ok({ id });
    },
  }),
  ...(["remove", "restore"] as const).map((action) =>
    route({
      id: `comments.${action}`,
      method: action === "remove" ? "DELETE" : "POST",
      path:
        action === "remove"
          ? "/territories/:territory/comments/:comment"
          : "/territories/:territory/comments/:comment/restore",
      about:
        action === "remove"
          ? { fr: "Retirer un de ses messages", en: "Remove a message of one's own" }
          : { fr: "Remettre un de ses messages", en: "Bring back a message of one's own" },
      who: workers,
      params: inTerritory.extend({ comment: uuid }),
      answer: nothing,
      handle: async ({ tx, params, actor, services: { source } }) => {
        const before = await tx
          .selectFrom("comment")
          .selectAll()
          .where("territory_id", "=", params.territory)
          .where("id", "=", params.comment)
          .where("account_id", "=", actor.account ?? null)
          .where("removed_at", action === "remove" ? "is" : "is not", null)
          .executeTakeFirst();
        if (before === undefined) return absent;
        await tx
          .updateTable("comment")
          .set({ removed_at: action === "remove" ? source.now() : null })
          .where("territory_id", "=", params.territory)
          .where("id", "=", params.comment)
          .execute();
        await remember(tx, source, actor, {
          territory: params.territory,
          object: "comment",
          id: params.comment,
          action: action === "remove" ? "removed" : "restored",
          before: { body: before.body },
        });
        await tell(tx, { territory: params.territory, about: "notes", id: params.comment });
        return ok({});
      },
    }),
  ),
];
