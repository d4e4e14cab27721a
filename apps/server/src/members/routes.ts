import { ok } from "@simbiosi/domain";
import { z } from "zod";
import { invite, openAccounts, sendInvitation, withdraw } from "../access/invitation.ts";
import { remember } from "../changes/history.ts";
import { inRole, type Tx } from "../database/as-actor.ts";
import { day, inTerritory, nothing, uuid } from "../http/fields.ts";
import { absent, refuse } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { Email, inviteMember } from "./invite-member.ts";

const mandateWithoutEnd = refuse(
  422,
  "MANDATE_WITHOUT_END",
  "Le mandat d'un conseil a une fin : donnez sa date.",
  "An adviser's mandate ends: give its date.",
);

const placeOf = async (tx: Tx, territory: string): Promise<string> =>
  (await tx.selectFrom("territory").select("name").where("id", "=", territory).executeTakeFirstOrThrow()).name;

export const memberRoutes = [
  route({
    id: "members.list",
    method: "GET",
    path: "/territories/:territory/members",
    about: { fr: "Les membres du territoire et leur rôle", en: "The members of the territory and their roles" },
    who: ["facilitator", "lead"],
    params: inTerritory,
    answer: z.object({
      members: z.array(
        z.object({
          account: uuid,
          name: z.string(),
          email: z.string(),
          role: z.enum(["facilitator", "adviser", "lead"]),
          starts_on: day,
          ends_on: day.nullable(),
          revoked: z.boolean(),
          /** Whether its person can enter: until then an invitation is waited for. */
          open: z.boolean(),
          /** Until when the invitation waits for its person; null once it served or was withdrawn. */
          invited_until: z.string().nullable(),
        }),
      ),
    }),
    handle: async ({ tx, params, actor, services: { oidc } }) => {
      const waiting = new Map(
        (
          await tx
            .selectFrom("invitation")
            .select(["account_id", "expires_at"])
            .where("territory_id", "=", params.territory)
            .where("used_at", "is", null)
            .where("revoked_at", "is", null)
            .execute()
        ).map(({ account_id, expires_at }) => [account_id, expires_at.toISOString()]),
      );
      const rows = await tx
        .selectFrom("membership")
        .innerJoin("account", "account.id", "membership.account_id")
        .select(["account.id", "account.name", "account.email", "role", "starts_on", "ends_on", "revoked_at"])
        .where("membership.territory_id", "=", params.territory)
        .orderBy("account.name")
        .execute();
      const { role } = actor;
      await inRole(tx, "access");
      const open = await openAccounts(
        tx,
        oidc,
        rows.map(({ id }) => id),
      );
      await inRole(tx, role);
      return ok({
        members: rows.map(({ id, revoked_at, ...row }) => ({
          ...row,
          account: id,
          open: open.has(id),
          revoked: revoked_at !== null,
          invited_until: waiting.get(id) ?? null,
        })),
      });
    },
  }),
  route({
    id: "members.invite",
    method: "POST",
    path: "/territories/:territory/members",
    about: {
      fr: "Inviter un membre : le lien reçu par courriel ouvre son compte",
      en: "Invite a member: the link that comes by mail opens the account",
    },
    who: ["facilitator"],
    rate: "heavy",
    params: inTerritory,
    body: z.object({
      email: Email,
      name: z.string().trim().min(1).max(200),
      role: z.enum(["facilitator", "adviser", "lead"]),
      ends_on: day.nullable().default(null),
    }),
    answer: z.object({ account: uuid }),
    status: 201,
    handle: async ({ tx, params, body, actor, services }) => {
      const { source } = services;
      if (body.role === "adviser" && body.ends_on === null) return mandateWithoutEnd;
      const id = await inviteMember(tx, services, actor, params.territory, body);
      await remember(tx, source, actor, {
        territory: params.territory,
        object: "member",
        id,
        action: "created",
        after: { role: body.role, ends_on: body.ends_on },
      });
      return ok({ account: id });
    },
  }),
  route({
    id: "members.mandate",
    method: "PATCH",
    path: "/territories/:territory/members/:account",
    about: { fr: "Changer la fin du mandat d'un membre", en: "Change when a member's mandate ends" },
    who: ["facilitator"],
    params: inTerritory.extend({ account: uuid }),
    body: z.object({ ends_on: day.nullable() }),
    answer: nothing,
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const before = await tx
        .selectFrom("membership")
        .select(["role", "ends_on"])
        .where("territory_id", "=", params.territory)
        .where("account_id", "=", params.account)
        .where("revoked_at", "is", null)
        .executeTakeFirst();
      if (before === undefined) return absent;
      if (before.role === "adviser" && body.ends_on === null) return mandateWithoutEnd;
      await tx
        .updateTable("membership")
        .set({ ends_on: body.ends_on })
        .where("territory_id", "=", params.territory)
        .where("account_id", "=", params.account)
        .execute();
      await remember(tx, source, actor, {
        territory: params.territory,
        object: "member",
        id: params.account,
        action: "changed",
        before: { ends_on: before.ends_on },
        after: { ends_on: body.ends_on },
      });
      return ok({});
    },
  }),
  route({
    id: "members.revoke",
    method: "DELETE",
    path: "/territories/:territory/members/:account",
    about: { fr: "Retirer l'accès d'un membre", en: "Take a member's access away" },
    who: ["facilitator"],
    params: inTerritory.extend({ account: uuid }),
    answer: nothing,
    handle: async ({ tx, params, actor, services: { source } }) => {
      if (params.account === actor.account)
        return refuse(
          422,
          "NOT_YOURSELF",
          "Vous ne pouvez pas retirer votre propre accès : demandez-le à un autre animateur.",
          "You cannot take your own access away: ask another facilitator.",
        );
      const { numUpdatedRows } = await tx
        .updateTable("membership")
        .set({ revoked_at: source.now() })
        .where("territory_id", "=", params.territory)
        .where("account_id", "=", params.account)
        .where("revoked_at", "is", null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return absent;
      await withdraw(tx, source, params.account, params.territory);
      await remember(tx, source, actor, {
        territory: params.territory,
        object: "member",
        id: params.account,
        action: "removed",
      });
      return ok({});
    },
  }),
  route({
    id: "members.invite-again",
    method: "POST",
    path: "/territories/:territory/members/:account/invitation",
    about: {
      fr: "Envoyer une nouvelle invitation à un membre qui n'a pas encore ouvert son compte",
      en: "Send another invitation to a member whose account is not open yet",
    },
    who: ["facilitator"],
    rate: "heavy",
    params: inTerritory.extend({ account: uuid }),
    answer: nothing,
    status: 201,
    handle: async ({ tx, params, actor, services: { source, origin, oidc } }) => {
      const { role } = actor;
      await inRole(tx, "access");
      const member = await tx
        .selectFrom("membership")
        .innerJoin("account", "account.id", "membership.account_id")
        .select(["account.email", "account.name"])
        .where("membership.territory_id", "=", params.territory)
        .where("membership.account_id", "=", params.account)
        .where("membership.revoked_at", "is", null)
        .executeTakeFirst();
      if (member === undefined) return absent;
      if ((await openAccounts(tx, oidc, [params.account])).has(params.account))
        return refuse(
          422,
          "ACCOUNT_OPEN",
          "Ce membre a déjà ouvert son compte : il se connecte depuis la page d'accueil.",
          "This member's account is already open: the sign-in page opens it.",
        );
      const { account, territory } = params;
      const url = await invite(tx, source, origin, { account, territory, by: actor.account ?? null });
      await inRole(tx, role);
      const place = await placeOf(tx, territory);
      await sendInvitation(tx, { to: member.email, name: member.name, place, origin, url });
      return ok({});
    },
  }),
  route({
    id: "members.withdraw-invitation",
    method: "DELETE",
    path: "/territories/:territory/members/:account/invitation",
    about: { fr: "Retirer une invitation qui n'a pas servi", en: "Withdraw an invitation that was not used" },
    who: ["facilitator"],
    params: inTerritory.extend({ account: uuid }),
    answer: nothing,
    handle: async ({ tx, params, services: { source } }) => {
      await withdraw(tx, source, params.account, params.territory);
      return ok({});
    },
  }),
];
