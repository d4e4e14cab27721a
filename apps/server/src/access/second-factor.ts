import { ok } from "@simbiosi/domain";
import { Secret, TOTP } from "otpauth";
import { z } from "zod";
import { inRole, type Tx } from "../database/as-actor.ts";
import { nothing } from "../http/fields.ts";
import { absent, httpProblem, httpProblems } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { mayTry, note } from "./attempts.ts";
import { openSession, revokeSession } from "./sessions.ts";

const totp = (secret: string, email: string): TOTP =>
  new TOTP({ issuer: "Simbiosi", label: email, secret: Secret.fromBase32(secret) });

export const secondFactorRoutes = [
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
