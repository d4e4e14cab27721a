import { ok } from "@simbiosi/domain";
import { z } from "zod";
import { inRole } from "../database/as-actor.ts";
import { nobody, nothing, uuid } from "../http/fields.ts";
import { absent } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { dayOf } from "../ids/new-id.ts";
import { mayTry, note, wrong } from "./attempts.ts";
import { hashPassword, passwordFits, strongEnough } from "./password.ts";
import { revokeOthers } from "./sessions.ts";

const Me = z.object({
  account: z
    .object({ id: uuid, email: z.string(), name: z.string(), lang: z.enum(["fr", "en"]), second_factor: z.boolean() })
    .nullable(),
  role: z.enum(["public", "member", "company", "officer", "admin"]),
  territories: z.array(
    z.object({ id: uuid, name: z.string(), type: z.string().nullable(), role: z.string(), demonstration: z.boolean() }),
  ),
  establishment: z.object({ id: uuid, name: z.string() }).nullable(),
});

export const meRoutes = [
  route({
    id: "access.me",
    method: "GET",
    path: "/me",
    about: { fr: "Qui je suis et où je travaille", en: "Who I am and where I work" },
    who: ["public"],
    params: nothing,
    answer: Me,
    handle: async ({ tx, actor, services: { source } }) => {
      if (actor.role === "company") {
        const own = actor.establishment ?? nobody;
        const place = await tx
          .selectFrom("territory")
          .selectAll()
          .where("id", "=", actor.territory ?? nobody)
          .executeTakeFirst();
        const site = await tx
          .selectFrom("establishment")
          .select(["id", "name"])
          .where("id", "=", own)
          .executeTakeFirst();
        return ok({
          account: null,
          role: "company" as const,
          territories:
            place === undefined
              ? []
              : [
                  {
                    id: place.id,
                    name: place.name,
                    type: place.type,
                    role: "company",
                    demonstration: place.demonstration,
                  },
                ],
          establishment: site ?? null,
        });
      }
      if (actor.account === null || actor.account === undefined)
        return ok({ account: null, role: "public" as const, territories: [], establishment: null });
      await inRole(tx, "access");
      const account = await tx
        .selectFrom("account")
        .selectAll()
        .where("id", "=", actor.account)
        .executeTakeFirstOrThrow();
      const today = dayOf(source.now());
      const territories = await tx
        .selectFrom("membership")
        .innerJoin("territory", "territory.id", "membership.territory_id")
        .select(["territory.id", "territory.name", "territory.type", "membership.role", "territory.demonstration"])
        .where("membership.account_id", "=", actor.account)
        .where("membership.revoked_at", "is", null)
        .where("membership.starts_on", "<=", today)
        .where((eb) => eb.or([eb("membership.ends_on", "is", null), eb("membership.ends_on", ">=", today)]))
        .where("territory.archived_at", "is", null)
        .orderBy("territory.name")
        .execute();
      return ok({
        account: {
          id: account.id,
          email: account.email,
          name: account.name,
          lang: account.lang,
          second_factor: account.totp_secret !== null,
        },
        role: account.platform_role ?? ("member" as const),
        territories,
        establishment: null,
      });
    },
  }),
  route({
    id: "access.update-me",
    method: "PATCH",
    path: "/me",
    about: { fr: "Changer mon nom, ma langue ou mon mot de passe", en: "Change my name, language or password" },
    who: ["member", "officer", "admin"],
    log: "silent",
    params: nothing,
    body: z.object({
      name: z.string().trim().min(1).max(200).optional(),
      lang: z.enum(["fr", "en"]).optional(),
      password: z.object({ now: z.string().max(500), next: z.string().max(500) }).optional(),
    }),
    answer: nothing,
    handle: async ({ tx, body, actor, services: { source } }) => {
      const id = actor.account ?? nobody;
      await inRole(tx, "access");
      const account = await tx.selectFrom("account").selectAll().where("id", "=", id).executeTakeFirst();
      if (account === undefined) return absent;
      if (body.password !== undefined) {
        const { email } = account;
        const no = await mayTry(tx, source, email, actor.address);
        if (no !== null) return { ok: false, problem: no };
        if (!(await passwordFits(body.password.now, account.password_hash))) {
          await note(tx, source, { email, account: id, address: actor.address, outcome: "wrong-password" });
          return { ok: false, problem: wrong };
        }
        const strong = strongEnough(body.password.next, account.email);
        if (!strong.ok) return { ok: false, problem: { ...strong.problem, status: 422 } };
        await tx
          .updateTable("account")
          .set({ password_hash: await hashPassword(body.password.next) })
          .where("id", "=", id)
          .execute();
        await revokeOthers(tx, source, id, actor.session);
      }
      const { name = account.name, lang = account.lang } = body;
      await tx.updateTable("account").set({ name, lang }).where("id", "=", id).execute();
      return ok({});
    },
  }),
  route({
    id: "access.sign-ins",
    method: "GET",
    path: "/me/sign-ins",
    about: { fr: "Mes connexions et mes sessions ouvertes", en: "My sign-ins and open sessions" },
    who: ["member", "officer", "admin"],
    params: nothing,
    answer: z.object({
      sign_ins: z.array(z.object({ at: z.string(), source: z.string(), outcome: z.string() })),
      sessions: z.array(
        z.object({ id: uuid, since: z.string(), seen: z.string(), agent: z.string(), here: z.boolean() }),
      ),
    }),
    handle: async ({ tx, actor, services: { source } }) => {
      const account = actor.account ?? nobody;
      const rows = await tx
        .selectFrom("sign_in")
        .selectAll()
        .where("account_id", "=", account)
        .orderBy("at", "desc")
        .limit(50)
        .execute();
      const open = await tx
        .selectFrom("session")
        .selectAll()
        .where("account_id", "=", account)
        .where("revoked_at", "is", null)
        .where("expires_at", ">", source.now())
        .orderBy("seen_at", "desc")
        .execute();
      return ok({
        sign_ins: rows.map((row) => ({ at: row.at.toISOString(), source: row.source, outcome: row.outcome })),
        sessions: open.map((row) => ({
          id: row.id,
          since: row.created_at.toISOString(),
          seen: row.seen_at.toISOString(),
          agent: row.agent,
          here: row.id === actor.session,
        })),
      });
    },
  }),
  route({
    id: "access.revoke-session",
    method: "DELETE",
    path: "/me/sessions/:session",
    about: { fr: "Fermer une de mes sessions ouvertes ailleurs", en: "Close one of my sessions open elsewhere" },
    who: ["member", "officer", "admin"],
    params: z.object({ session: uuid }),
    answer: nothing,
    handle: async ({ tx, params, actor, services: { source } }) => {
      const { numUpdatedRows } = await tx
        .updateTable("session")
        .set({ revoked_at: source.now() })
        .where("id", "=", params.session)
        .where("account_id", "=", actor.account ?? nobody)
        .executeTakeFirst();
      return numUpdatedRows === 0n ? absent : ok({});
    },
  }),
];
