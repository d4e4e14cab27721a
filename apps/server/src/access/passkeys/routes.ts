import { fail, ok } from "@simbiosi/domain";
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  type VerifiedAuthenticationResponse,
  type VerifiedRegistrationResponse,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { z } from "zod";
import { inRole, type Tx } from "../../database/as-actor.ts";
import { nobody, nothing, uuid } from "../../http/fields.ts";
import { absent, httpProblem, refuse } from "../../http/problems.ts";
import { route } from "../../http/route.ts";
import { newId, type Source } from "../../ids/new-id.ts";
import { enqueue } from "../../jobs/enqueue.ts";
import { mayTry, note } from "../attempts.ts";
import { keepChallenge, takeChallenge } from "../challenge.ts";
import { sealWhereMember } from "../seal.ts";
import { openSession } from "../sessions.ts";
import { relyingParty } from "./relying-party.ts";

/** Keys of one person: one a device is plenty. */
const most = 20;

const Ticket = z.string().min(20).max(100);
const Base64 = z.string().max(10_000);
const Challenge = z.object({ challenge: z.string() });
/** What is handed to the browser as it is, and read by it alone. */
const Options = z.object({ ticket: z.string(), options: z.record(z.string(), z.unknown()) });
const Extensions = z.record(z.string(), z.unknown());

const Created = z.object({
  id: Base64,
  rawId: Base64,
  type: z.literal("public-key"),
  clientExtensionResults: Extensions,
  response: z.object({
    clientDataJSON: Base64,
    attestationObject: z.string().max(100_000),
    transports: z.array(z.string().max(30)).max(10).optional(),
  }),
});
const Signed = z.object({
  id: Base64,
  rawId: Base64,
  type: z.literal("public-key"),
  clientExtensionResults: Extensions,
  response: z.object({
    clientDataJSON: Base64,
    authenticatorData: Base64,
    signature: Base64,
    userHandle: Base64.optional(),
  }),
});

const noPlace = refuse(
  422,
  "PASSKEYS_NEED_HTTPS",
  "Les clés d'accès demandent une adresse en https : celle de la plateforme ne l'est pas.",
  "Passkeys need an https address: that of the platform is not.",
);
const notTaken = httpProblem(
  422,
  "PASSKEY_REFUSED",
  "Cette clé n'a pas été confirmée. Recommencez, en vous identifiant sur l'appareil (empreinte, visage ou code).",
  "This key was not confirmed. Start again, and identify yourself on the device (fingerprint, face or code).",
);
const unknownKey = {
  ...httpProblem(
    401,
    "WRONG_PASSKEY",
    "Cette clé d'accès n'ouvre aucun compte ici. Entrez avec votre mot de passe, puis ajoutez-la dans Mon compte.",
    "This passkey opens no account here. Sign in with your password, then add it in My account.",
  ),
  keep: true as const,
};

const challengeOf = (data: unknown): string | undefined => {
  const read = Challenge.safeParse(data);
  return read.success ? read.data.challenge : undefined;
};
/** The library throws at what does not hold: that is a refusal. */
const orRefused = <T>(verified: Promise<T>): Promise<T | undefined> => verified.catch(() => undefined);

export const passkeyRoutes = [
  route({
    id: "passkeys.begin",
    method: "POST",
    path: "/sign-in/passkey/options",
    about: { fr: "Commencer une connexion par clé d'accès", en: "Begin a sign-in by passkey" },
    who: ["public"],
    rate: "sign-in",
    log: "silent",
    params: nothing,
    answer: Options,
    handle: async ({ tx, services: { source, origin } }) => {
      const party = relyingParty(origin);
      if (party === null) return noPlace;
      await inRole(tx, "access");
      // Of nobody named: the device says which of its keys it has, and no address is asked for.
      const options = await generateAuthenticationOptions({
        rpID: party,
        challenge: new Uint8Array(source.bytes(32)),
        userVerification: "required",
      });
      const ticket = await keepChallenge(tx, source, "passkey", { challenge: options.challenge });
      return ok({ ticket, options: { ...options } });
    },
  }),
  route({
    id: "passkeys.sign-in",
    method: "POST",
    path: "/sign-in/passkey",
    about: {
      fr: "Ouvrir une session par clé d'accès : elle vaut les deux facteurs",
      en: "Open a session by passkey: it counts as both factors",
    },
    who: ["public"],
    rate: "sign-in",
    log: "silent",
    params: nothing,
    body: z.object({ ticket: Ticket, response: Signed }),
    answer: z.object({ next: z.literal("done") }),
    handle: async ({ tx, body, actor, services: { source, origin }, cookie }) => {
      const party = relyingParty(origin);
      if (party === null) return noPlace;
      await inRole(tx, "access");
      const { address } = actor;
      const no = await mayTry(tx, source, "", address);
      if (no !== null) return fail(no);
      const challenge = challengeOf(await takeChallenge(tx, source, "passkey", body.ticket));
      const key = await keyOf(tx, body.response.id);
      const verified =
        challenge === undefined || key === undefined
          ? undefined
          : await orRefused<VerifiedAuthenticationResponse>(
              verifyAuthenticationResponse({
                response: body.response as AuthenticationResponseJSON,
                expectedChallenge: challenge,
                expectedOrigin: origin,
                expectedRPID: party,
                // Held by somebody (a fingerprint, a code): that is what makes it two factors.
                requireUserVerification: true,
                credential: {
                  id: key.credential_id,
                  publicKey: new Uint8Array(key.public_key),
                  // Going back, or standing still once it moved, says that the key was copied: the library refuses.
                  counter: Number(key.counter),
                },
              }),
            );
      if (key === undefined || verified?.verified !== true) {
        await note(tx, source, {
          email: key?.email ?? "",
          account: key?.account_id ?? null,
          address,
          outcome: "wrong-passkey",
        });
        return fail(unknownKey);
      }
      await tx
        .updateTable("passkey")
        .set({ counter: verified.authenticationInfo.newCounter, used_at: source.now() })
        .where("id", "=", key.id)
        .execute();
      cookie.set(await openSession(tx, source, { account: key.account_id }, actor.agent));
      await note(tx, source, { email: key.email, account: key.account_id, address, outcome: "passkey" });
      await sealWhereMember(tx, source, key.account_id, "passkeys.sign-in", { name: key.name });
      return ok({ next: "done" as const });
    },
  }),
  route({
    id: "passkeys.list",
    method: "GET",
    path: "/me/passkeys",
    about: { fr: "Mes clés d'accès", en: "My passkeys" },
    who: ["member", "officer", "admin"],
    params: nothing,
    answer: z.object({
      /** Whether the platform's address can have any. */
      possible: z.boolean(),
      passkeys: z.array(
        z.object({ id: uuid, name: z.string(), created_at: z.string(), used_at: z.string().nullable() }),
      ),
    }),
    handle: async ({ tx, actor, services: { origin } }) => {
      const rows = await tx
        .selectFrom("passkey")
        .select(["id", "name", "created_at", "used_at"])
        .where("account_id", "=", actor.account ?? nobody)
        .orderBy("created_at")
        .execute();
      return ok({
        possible: relyingParty(origin) !== null,
        passkeys: rows.map((row) => ({
          ...row,
          created_at: row.created_at.toISOString(),
          used_at: row.used_at?.toISOString() ?? null,
        })),
      });
    },
  }),
  route({
    id: "passkeys.prepare",
    method: "POST",
    path: "/me/passkeys/options",
    about: { fr: "Commencer l'ajout d'une clé d'accès", en: "Begin to add a passkey" },
    who: ["member", "officer", "admin"],
    params: nothing,
    answer: Options,
    handle: async ({ tx, actor, services: { source, origin } }) => {
      const party = relyingParty(origin);
      if (party === null) return noPlace;
      await inRole(tx, "access");
      const account = await accountOf(tx, actor.account);
      if (account === undefined) return absent;
      const keys = await tx
        .selectFrom("passkey")
        .select(["credential_id", "transports"])
        .where("account_id", "=", account.id)
        .execute();
      const options = await generateRegistrationOptions({
        rpName: "Simbiosi",
        rpID: party,
        userName: account.email,
        userDisplayName: account.name,
        userID: new Uint8Array(Buffer.from(account.id)),
        challenge: new Uint8Array(source.bytes(32)),
        excludeCredentials: keys.map(({ credential_id: id, transports }) => ({ id, transports })),
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      });
      const ticket = await keepChallenge(tx, source, "new-passkey", { challenge: options.challenge }, account.id);
      return ok({ ticket, options: { ...options } });
    },
  }),
  route({
    id: "passkeys.add",
    method: "POST",
    path: "/me/passkeys",
    about: { fr: "Ajouter une clé d'accès à mon compte", en: "Add a passkey to my account" },
    who: ["member", "officer", "admin"],
    rate: "heavy",
    params: nothing,
    body: z.object({ ticket: Ticket, name: z.string().trim().min(1).max(100), response: Created }),
    answer: z.object({ id: uuid }),
    status: 201,
    handle: async ({ tx, body, actor, services: { source, origin } }) => {
      const party = relyingParty(origin);
      if (party === null) return noPlace;
      await inRole(tx, "access");
      const account = await accountOf(tx, actor.account);
      if (account === undefined) return absent;
      const challenge = challengeOf(await takeChallenge(tx, source, "new-passkey", body.ticket, account.id));
      const verified =
        challenge === undefined
          ? undefined
          : await orRefused<VerifiedRegistrationResponse>(
              verifyRegistrationResponse({
                response: body.response as RegistrationResponseJSON,
                expectedChallenge: challenge,
                expectedOrigin: origin,
                expectedRPID: party,
                requireUserVerification: true,
              }),
            );
      // The ticket has served, whatever came of it.
      if (verified?.verified !== true) return fail({ ...notTaken, keep: true });
      const { count } = await tx
        .selectFrom("passkey")
        .select(({ fn }) => fn.countAll<string>().as("count"))
        .where("account_id", "=", account.id)
        .executeTakeFirstOrThrow();
      if (Number(count) >= most)
        return refuse(
          422,
          "TOO_MANY_PASSKEYS",
          `Un compte a ${most} clés d'accès au plus : retirez celles qui ne servent plus.`,
          `An account has ${most} passkeys at most: remove those that serve no more.`,
        );
      const { credential } = verified.registrationInfo;
      if ((await keyOf(tx, credential.id)) !== undefined)
        return refuse(
          409,
          "PASSKEY_KNOWN",
          "Cette clé d'accès est déjà enregistrée.",
          "This passkey is already registered.",
        );
      const id = newId(source);
      await tx
        .insertInto("passkey")
        .values({
          id,
          account_id: account.id,
          name: body.name,
          credential_id: credential.id,
          public_key: Buffer.from(credential.publicKey),
          counter: credential.counter,
          transports: [...(credential.transports ?? [])],
          created_at: source.now(),
        })
        .execute();
      await tellOwner(tx, source, account, "passkeys.add", body.name, origin, {
        fr: `La clé d'accès « ${body.name} » ouvre désormais votre compte.`,
        en: `The passkey "${body.name}" now opens your account.`,
      });
      return ok({ id });
    },
  }),
  route({
    id: "passkeys.remove",
    method: "DELETE",
    path: "/me/passkeys/:passkey",
    about: { fr: "Retirer une de mes clés d'accès", en: "Remove one of my passkeys" },
    who: ["member", "officer", "admin"],
    params: z.object({ passkey: uuid }),
    answer: nothing,
    handle: async ({ tx, params, actor, services: { source, origin } }) => {
      const removed = await tx
        .deleteFrom("passkey")
        .where("id", "=", params.passkey)
        .where("account_id", "=", actor.account ?? nobody)
        .returning("name")
        .executeTakeFirst();
      if (removed === undefined) return absent;
      await inRole(tx, "access");
      const account = await accountOf(tx, actor.account);
      if (account === undefined) return absent;
      await tellOwner(tx, source, account, "passkeys.remove", removed.name, origin, {
        fr: `La clé d'accès « ${removed.name} » n'ouvre plus votre compte.`,
        en: `The passkey "${removed.name}" no longer opens your account.`,
      });
      return ok({});
    },
  }),
];

type Owner = { readonly id: string; readonly email: string; readonly name: string };

const accountOf = (tx: Tx, account: string | null | undefined): Promise<Owner | undefined> =>
  tx
    .selectFrom("account")
    .select(["id", "email", "name"])
    .where("id", "=", account ?? nobody)
    .executeTakeFirst();

/** The key of a credential, with whose it is, unless that account was closed. */
const keyOf = (tx: Tx, credential: string) =>
  tx
    .selectFrom("passkey")
    .innerJoin("account", "account.id", "passkey.account_id")
    .selectAll("passkey")
    .select("account.email")
    .where("passkey.credential_id", "=", credential)
    .where("account.closed_at", "is", null)
    .executeTakeFirst();

/** Sealed where its owner works, and told by letter: whoever did not do it learns of it. */
async function tellOwner(
  tx: Tx,
  source: Source,
  account: Owner,
  action: string,
  key: string,
  origin: string,
  said: { readonly fr: string; readonly en: string },
): Promise<void> {
  await sealWhereMember(tx, source, account.id, action, { name: key });
  await enqueue(tx, "send-letter", {
    to: account.email,
    subject: `Simbiosi : ${key}`,
    text: `Bonjour ${account.name},\n\n${said.fr} Si ce n'est pas vous, prévenez l'administrateur de ${origin}.\n\n${said.en} If this was not you, tell the administrator of ${origin}.\n`,
  });
}
