import { fail, ok } from "@simbiosi/domain";
import { Secret, TOTP } from "otpauth";
import { z } from "zod";
import { inRole, type Tx } from "../database/as-actor.ts";
import { nothing, uuid } from "../http/fields.ts";
import { absent, type HttpProblem, httpProblem, httpProblems } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { dayOf, newId, type Source } from "../ids/new-id.ts";
import { lockout, secondsToWait } from "./lockout.ts";
import { hashPassword, passwordFits, strongEnough } from "./password.ts";
import { openSession, revokeOthers, revokeSession } from "./sessions.ts";
import { hashOf } from "./token.ts";

/** Of no account: finds nothing. */
const nobody = "00000000-0000-0000-0000-000000000000";

const Email = z.string().trim().toLowerCase().pipe(z.email().max(200));

const totp = (secret: string, email: string): TOTP =>
  new TOTP({ issuer: "Simbiosi", label: email, secret: Secret.fromBase32(secret) });

/** Failures of an account since its last success, and of an address over all accounts, in the last fifteen minutes. */
async function failures(tx: Tx, source: Source, email: string, address: string) {
  const since = new Date(source.now().getTime() - lockout.minutes * 60_000);
  const rows = await tx
    .selectFrom("sign_in")
    .select(["at", "outcome"])
    .where("email", "=", email)
    .where("at", ">", since)
    .orderBy("at", "desc")
    .execute();
  const last = rows.findIndex(({ outcome }) => outcome === "done");
  const wrong = (last < 0 ? rows : rows.slice(0, last)).filter(
    ({ outcome }) => outcome === "wrong-password" || outcome === "unknown" || outcome === "wrong-code",
  );
  const { count } = await tx
    .selectFrom("sign_in")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("source", "=", address)
    .where("at", ">", since)
    .where("outcome", "in", ["wrong-password", "unknown", "wrong-code", "dead-link"])
    .executeTakeFirstOrThrow();
  return { count: wrong.length, lastAt: wrong[0]?.at, ofSource: Number(count) };
}

const note = (
  tx: Tx,
  source: Source,
  row: { email: string; account: string | null; address: string; outcome: string },
) =>
  tx
    .insertInto("sign_in")
    .values({
      id: newId(source),
      at: source.now(),
      email: row.email,
      account_id: row.account,
      source: row.address,
      outcome: row.outcome,
    })
    .execute();

/** The same words whether the address or the password is wrong: who has an account is nobody's business. */
const wrong: HttpProblem = {
  ...httpProblem(401, "WRONG_PASSWORD", "Adresse ou mot de passe incorrect.", "Wrong address or password."),
  keep: true,
};
const locked = (seconds: number): HttpProblem => ({
  ...httpProblem(
    429,
    "ACCOUNT_LOCKED",
    `Trop d'essais : attendez ${seconds} secondes avant le prochain.`,
    `Too many attempts: wait ${seconds} seconds before the next.`,
  ),
  keep: true,
});

async function mayTry(tx: Tx, source: Source, email: string, address: string): Promise<HttpProblem | null> {
  const { count, lastAt, ofSource } = await failures(tx, source, email, address);
  if (ofSource >= lockout.perSource) return locked(lockout.mostSeconds);
  const wait = secondsToWait(count);
  const since = lastAt === undefined ? Number.POSITIVE_INFINITY : (source.now().getTime() - lastAt.getTime()) / 1_000;
  return since < wait ? locked(Math.ceil(wait - since)) : null;
}

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

const Token = z.object({ token: z.string().min(20).max(100) });

/** An invitation that still opens an account, and to whom; dead ones are counted, as wrong passwords are. */
async function livingInvitation(tx: Tx, source: Source, token: string, address: string) {
  const found = await tx
    .selectFrom("invitation")
    .innerJoin("account", "account.id", "invitation.account_id")
    .leftJoin("territory", "territory.id", "invitation.territory_id")
    .select(["invitation.id", "invitation.account_id", "account.email", "account.name"])
    .select("territory.name as territory_name")
    .where("invitation.token_hash", "=", hashOf(token))
    .where("invitation.used_at", "is", null)
    .where("invitation.revoked_at", "is", null)
    .where("invitation.expires_at", ">", source.now())
    // Whoever has a password signs in with it; no older invitation may change it.
    .where("account.password_hash", "is", null)
    .where("account.closed_at", "is", null)
    .forUpdate("invitation")
    .executeTakeFirst();
  if (found !== undefined) return ok(found);
  await note(tx, source, { email: "", account: null, address, outcome: "dead-link" });
  return fail({
    ...httpProblem(
      410,
      "INVITATION_DEAD",
      "Cette invitation a servi, a expiré ou a été retirée. Connectez-vous si vous avez déjà choisi un mot de passe ; sinon demandez-en une autre à l'animateur du territoire.",
      "This invitation was used, has expired or was withdrawn. Sign in if you already chose a password; otherwise ask the facilitator of the territory for another.",
    ),
    keep: true as const,
  });
}

export const accessRoutes = [
  route({
    id: "access.sign-in",
    method: "POST",
    path: "/sign-in",
    about: { fr: "Ouvrir une session par mot de passe", en: "Open a session by password" },
    who: ["public"],
    rate: "sign-in",
    log: "silent",
    params: nothing,
    body: z.object({ email: Email, password: z.string().min(1).max(500) }),
    answer: z.object({ next: z.enum(["done", "code", "enrol"]) }),
    handle: async ({ tx, body, actor, services: { source }, cookie }) => {
      await inRole(tx, "access");
      const { email, password } = body;
      const no = await mayTry(tx, source, email, actor.address);
      if (no !== null) {
        await note(tx, source, { email, account: null, address: actor.address, outcome: "locked" });
        return { ok: false, problem: no };
      }
      const account = await tx
        .selectFrom("account")
        .selectAll()
        .where("email", "=", email)
        .where("closed_at", "is", null)
        .executeTakeFirst();
      if (!(await passwordFits(password, account?.password_hash ?? null)) || account === undefined) {
        const outcome = account === undefined ? "unknown" : "wrong-password";
        await note(tx, source, { email, account: account?.id ?? null, address: actor.address, outcome });
        return { ok: false, problem: wrong };
      }
      const exempt = account.demonstration;
      cookie.set(await openSession(tx, source, { account: account.id }, actor.agent, !exempt));
      await note(tx, source, {
        email,
        account: account.id,
        address: actor.address,
        outcome: exempt ? "done" : "second-factor",
      });
      const next = exempt ? ("done" as const) : account.totp_secret === null ? ("enrol" as const) : ("code" as const);
      return ok({ next });
    },
  }),
  route({
    id: "access.second-factor",
    method: "GET",
    path: "/sign-in/second-factor",
    about: {
      fr: "Le secret à lire par l'application de codes, tant qu'il n'est pas confirmé",
      en: "The secret for the code application, until it is confirmed",
    },
    who: ["public"],
    rate: "sign-in",
    log: "silent",
    params: nothing,
    answer: z.object({ uri: z.string(), secret: z.string() }),
    handle: async ({ tx, actor, services: { source } }) => {
      await inRole(tx, "access");
      const account = await halfOpened(tx, actor.session);
      if (account === undefined || account.totp_secret !== null) return absent;
      const secret = new Secret({ buffer: new Uint8Array(source.bytes(20)).buffer }).base32;
      // Nothing is kept until a code proves that the person has it.
      return ok({ uri: totp(secret, account.email).toString(), secret });
    },
  }),
  route({
    id: "access.code",
    method: "POST",
    path: "/sign-in/code",
    about: { fr: "Donner le code du second facteur", en: "Give the code of the second factor" },
    who: ["public"],
    rate: "sign-in",
    log: "silent",
    params: nothing,
    body: z.object({
      code: z.string().regex(/^\d{6}$/),
      /** Of a first time: the secret that was read. */
      secret: z
        .string()
        .regex(/^[A-Z2-7]{32}$/)
        .optional(),
    }),
    answer: z.object({ next: z.literal("done") }),
    handle: async ({ tx, body, actor, services: { source }, cookie }) => {
      await inRole(tx, "access");
      const account = await halfOpened(tx, actor.session);
      if (account === undefined || actor.session === null) return { ok: false, problem: httpProblems.signInFirst };
      const no = await mayTry(tx, source, account.email, actor.address);
      if (no !== null) return { ok: false, problem: no };
      const secret = account.totp_secret ?? body.secret;
      const now = source.now().getTime();
      const off =
        secret === undefined
          ? null
          : totp(secret, account.email).validate({ token: body.code, window: 1, timestamp: now });
      // A code serves once: whoever read it over a shoulder comes too late.
      const turn = off === null ? null : Math.floor(now / 30_000) + off;
      if (secret === undefined || turn === null || turn <= Number(account.totp_turn ?? 0)) {
        await note(tx, source, {
          email: account.email,
          account: account.id,
          address: actor.address,
          outcome: "wrong-code",
        });
        return {
          ok: false,
          problem: {
            ...httpProblem(
              401,
              "WRONG_CODE",
              "Ce code n'est pas le bon, ou il a expiré. Prenez le suivant.",
              "This code is wrong or has expired. Take the next one.",
            ),
            keep: true,
          },
        };
      }
      await tx
        .updateTable("account")
        .set({ totp_secret: secret, totp_turn: turn })
        .where("id", "=", account.id)
        .execute();
      // A new token: the one that was half open is worth nothing any more.
      await revokeSession(tx, source, actor.session);
      cookie.set(await openSession(tx, source, { account: account.id }, actor.agent));
      await note(tx, source, { email: account.email, account: account.id, address: actor.address, outcome: "done" });
      return ok({ next: "done" as const });
    },
  }),
  route({
    id: "access.sign-out",
    method: "POST",
    path: "/sign-out",
    about: { fr: "Fermer la session", en: "Close the session" },
    who: ["public"],
    params: nothing,
    answer: nothing,
    handle: async ({ tx, actor, services: { source }, cookie }) => {
      await inRole(tx, "access");
      if (actor.session !== null) await revokeSession(tx, source, actor.session);
      cookie.clear();
      return ok({});
    },
  }),
  route({
    id: "access.open-link",
    method: "POST",
    path: "/company-links/open",
    about: {
      fr: "Entrer par le lien d'une entreprise, sans compte",
      en: "Come in by a company's link, without an account",
    },
    who: ["public"],
    rate: "sign-in",
    log: "silent",
    params: nothing,
    body: Token,
    answer: z.object({ territory: uuid, establishment: uuid }),
    handle: async ({ tx, body, actor, services: { source }, cookie }) => {
      await inRole(tx, "access");
      const now = source.now();
      const link = await tx
        .selectFrom("company_link")
        .selectAll()
        .where("token_hash", "=", hashOf(body.token))
        .executeTakeFirst();
      if (link === undefined || link.revoked_at !== null || link.expires_at <= now) {
        await note(tx, source, { email: "", account: null, address: actor.address, outcome: "dead-link" });
        return {
          ok: false,
          problem: {
            ...httpProblem(
              410,
              "LINK_DEAD",
              "Ce lien n'est plus valable. Demandez-en un nouveau à l'animateur de votre territoire.",
              "This link is no longer valid. Ask the facilitator of your territory for a new one.",
            ),
            keep: true,
          },
        };
      }
      await tx.updateTable("company_link").set({ used_at: now }).where("id", "=", link.id).execute();
      cookie.set(await openSession(tx, source, { link: link.id, until: link.expires_at }, actor.agent));
      await note(tx, source, { email: link.email ?? "", account: null, address: actor.address, outcome: "link" });
      return ok({ territory: link.territory_id, establishment: link.establishment_id });
    },
  }),
  route({
    id: "access.read-invitation",
    method: "POST",
    path: "/invitations/read",
    about: { fr: "À qui et pour quoi est une invitation", en: "Whom and what an invitation is for" },
    who: ["public"],
    rate: "sign-in",
    log: "silent",
    params: nothing,
    body: Token,
    answer: z.object({ email: z.string(), name: z.string(), territory: z.string().nullable() }),
    handle: async ({ tx, body, actor, services: { source } }) => {
      await inRole(tx, "access");
      const found = await livingInvitation(tx, source, body.token, actor.address);
      return found.ok
        ? ok({ email: found.value.email, name: found.value.name, territory: found.value.territory_name })
        : found;
    },
  }),
  route({
    id: "access.accept-invitation",
    method: "POST",
    path: "/invitations/accept",
    about: {
      fr: "Ouvrir son compte par une invitation : choisir son mot de passe, puis le second facteur",
      en: "Open one's account by an invitation: choose a password, then the second factor",
    },
    who: ["public"],
    rate: "sign-in",
    log: "silent",
    params: nothing,
    body: Token.extend({ password: z.string().max(500) }),
    answer: z.object({ next: z.literal("enrol") }),
    handle: async ({ tx, body, actor, services: { source }, cookie }) => {
      await inRole(tx, "access");
      const found = await livingInvitation(tx, source, body.token, actor.address);
      if (!found.ok) return found;
      const { id, account_id: account, email } = found.value;
      const strong = strongEnough(body.password, email);
      if (!strong.ok) return { ok: false, problem: { ...strong.problem, status: 422 } };
      await tx.updateTable("invitation").set({ used_at: source.now() }).where("id", "=", id).execute();
      await tx
        .updateTable("account")
        .set({ password_hash: await hashPassword(body.password) })
        .where("id", "=", account)
        .execute();
      cookie.set(await openSession(tx, source, { account }, actor.agent, true));
      await note(tx, source, { email, account, address: actor.address, outcome: "second-factor" });
      return ok({ next: "enrol" as const });
    },
  }),
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

/** The account of a session whose second factor is still to come. */
async function halfOpened(tx: Tx, session: string | null) {
  if (session === null) return undefined;
  return tx
    .selectFrom("session")
    .innerJoin("account", "account.id", "session.account_id")
    .select(["account.id", "account.email", "account.totp_secret", "account.totp_turn"])
    .where("session.id", "=", session)
    .where("session.half_open", "=", true)
    .executeTakeFirst();
}
