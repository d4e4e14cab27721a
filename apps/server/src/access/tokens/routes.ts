import { ok } from "@simbiosi/domain";
import { z } from "zod";
import { remember } from "../../changes/history.ts";
import { inTerritory, nothing, uuid, workers } from "../../http/fields.ts";
import { absent } from "../../http/problems.ts";
import { route } from "../../http/route.ts";
import { dayOf, newId } from "../../ids/new-id.ts";
import { newToken } from "../token.ts";
import { tokenPrefix } from "./bearer.ts";

const Scope = z.enum(["read", "write"]);

export const tokenRoutes = [
  route({
    id: "tokens.list",
    method: "GET",
    path: "/territories/:territory/tokens",
    about: {
      fr: "Les jetons des programmes : les siens, ou tous pour qui répond du territoire",
      en: "The tokens of programs: one's own, or all of them for whoever answers for the territory",
    },
    who: [...workers, "admin"],
    params: inTerritory,
    answer: z.object({
      tokens: z.array(
        z.object({
          id: uuid,
          name: z.string(),
          scope: Scope,
          by: z.string(),
          mine: z.boolean(),
          created_at: z.string(),
          expires_at: z.string(),
          used_at: z.string().nullable(),
          /** `orphan`: whoever made it has no access any more, so neither has the token. */
          state: z.enum(["alive", "expired", "revoked", "orphan"]),
        }),
      ),
    }),
    handle: async ({ tx, params, actor, services: { source } }) => {
      const now = source.now();
      const today = dayOf(now);
      const rows = await tx
        .selectFrom("api_token")
        .innerJoin("account", "account.id", "api_token.account_id")
        .leftJoin("membership", (on) =>
          on
            .onRef("membership.account_id", "=", "api_token.account_id")
            .onRef("membership.territory_id", "=", "api_token.territory_id")
            .on("membership.revoked_at", "is", null)
            .on((eb) => eb.or([eb("ends_on", "is", null), eb("ends_on", ">=", today)])),
        )
        .selectAll("api_token")
        .select(["account.name as by", "membership.role"])
        .where("api_token.territory_id", "=", params.territory)
        .orderBy("api_token.created_at", "desc")
        .orderBy("api_token.id")
        .execute();
      return ok({
        tokens: rows.map((row) => ({
          id: row.id,
          name: row.name,
          scope: row.scope,
          by: row.by,
          mine: row.account_id === actor.account,
          created_at: row.created_at.toISOString(),
          expires_at: row.expires_at.toISOString(),
          used_at: row.used_at?.toISOString() ?? null,
          state:
            row.revoked_at !== null
              ? ("revoked" as const)
              : row.expires_at <= now
                ? ("expired" as const)
                : row.role === null
                  ? ("orphan" as const)
                  : ("alive" as const),
        })),
      });
    },
  }),
  route({
    id: "tokens.create",
    method: "POST",
    path: "/territories/:territory/tokens",
    about: {
      fr: "Faire un jeton pour un programme ; son secret est donné cette seule fois",
      en: "Make a token for a program; its secret is given this once",
    },
    who: workers,
    rate: "heavy",
    secret: true,
    params: inTerritory,
    body: z.object({
      name: z.string().trim().min(1).max(100),
      scope: Scope,
      /** How long it lives. */
      days: z.number().int().min(1).max(366),
    }),
    answer: z.object({ id: uuid, token: z.string(), expires_at: z.string() }),
    status: 201,
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      if (actor.account === null || actor.account === undefined) return absent;
      const { token, hash } = newToken(source, tokenPrefix);
      const now = source.now();
      const expires = new Date(now.getTime() + body.days * 86_400_000);
      const id = newId(source);
      await tx
        .insertInto("api_token")
        .values({
          id,
          territory_id: params.territory,
          account_id: actor.account,
          name: body.name,
          scope: body.scope,
          token_hash: hash,
          created_at: now,
          expires_at: expires,
        })
        .execute();
      await remember(tx, source, actor, {
        territory: params.territory,
        object: "token",
        id,
        action: "created",
        after: { name: body.name, scope: body.scope, expires_at: expires.toISOString() },
      });
      return ok({ id, token, expires_at: expires.toISOString() });
    },
  }),
  route({
    id: "tokens.revoke",
    method: "DELETE",
    path: "/territories/:territory/tokens/:token",
    about: { fr: "Révoquer un jeton, à l'instant", en: "Revoke a token, at once" },
    who: [...workers, "admin"],
    params: inTerritory.extend({ token: uuid }),
    answer: nothing,
    handle: async ({ tx, params, actor, services: { source } }) => {
      const revoked = await tx
        .updateTable("api_token")
        .set({ revoked_at: source.now() })
        .where("territory_id", "=", params.territory)
        .where("id", "=", params.token)
        .where("revoked_at", "is", null)
        .returning(["name", "scope"])
        .executeTakeFirst();
      if (revoked === undefined) return absent;
      // An administrator of the platform writes no history of a place; the sealed trail has it.
      if (actor.role !== "admin")
        await remember(tx, source, actor, {
          territory: params.territory,
          object: "token",
          id: params.token,
          action: "removed",
          before: revoked,
        });
      return ok({});
    },
  }),
];
