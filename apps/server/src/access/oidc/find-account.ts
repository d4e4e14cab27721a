import { fail, ok, type Result } from "@simbiosi/domain";
import type { Tx } from "../../database/as-actor.ts";
import { type HttpProblem, httpProblem } from "../../http/problems.ts";
import type { Source } from "../../ids/new-id.ts";
import type { OidcPerson } from "./provider.ts";

export type KnownAccount = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly totp_secret: string | null;
  /** Linked to the provider by this very sign-in. */
  readonly linked: boolean;
};

const unverified = httpProblem(
  403,
  "OIDC_EMAIL_UNVERIFIED",
  "Le fournisseur d'identité n'a pas vérifié votre adresse électronique : elle ne suffit pas à ouvrir un compte. Faites-la vérifier chez lui, ou entrez avec votre mot de passe.",
  "The identity provider has not verified your e-mail address: it cannot open an account. Have it verified there, or sign in with your password.",
);
const unknown = httpProblem(
  403,
  "OIDC_NO_ACCOUNT",
  "Aucun compte ni aucune invitation en cours n'a l'adresse que donne le fournisseur d'identité. Demandez une invitation à l'animateur du territoire, à cette adresse.",
  "No account and no pending invitation has the address that the identity provider gives. Ask the facilitator of the territory for an invitation, at that address.",
);
const another = httpProblem(
  403,
  "OIDC_OTHER_PERSON",
  "Ce compte est déjà lié à une autre identité du fournisseur. Entrez avec votre mot de passe et prévenez l'administrateur.",
  "This account is already linked to another identity of the provider. Sign in with your password and tell the administrator.",
);

/**
 * The account of whoever the provider tells of: by the identity that was linked before, else by a verified address of an
 * open account or of an invitation that still waits. Nobody becomes known by coming in. In the role `access`.
 * Fails with OIDC_EMAIL_UNVERIFIED, OIDC_NO_ACCOUNT, OIDC_OTHER_PERSON.
 */
export async function accountOf(
  tx: Tx,
  source: Source,
  issuer: string,
  person: OidcPerson,
): Promise<Result<KnownAccount, HttpProblem>> {
  const now = source.now();
  const linked = await tx
    .selectFrom("account_identity")
    .innerJoin("account", "account.id", "account_identity.account_id")
    .select(["account.id", "account.email", "account.name", "account.totp_secret", "account.closed_at"])
    .where("account_identity.issuer", "=", issuer)
    .where("account_identity.subject", "=", person.subject)
    .executeTakeFirst();
  if (linked !== undefined) return linked.closed_at === null ? ok({ ...linked, linked: false }) : fail(unknown);
  if (person.email === null || !person.emailVerified) return fail(unverified);
  const account = await tx
    .selectFrom("account")
    .select(["id", "email", "name", "totp_secret", "password_hash"])
    .where("email", "=", person.email)
    .where("closed_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (account === undefined) return fail(unknown);
  const other = await tx
    .selectFrom("account_identity")
    .select("subject")
    .where("issuer", "=", issuer)
    .where("account_id", "=", account.id)
    .executeTakeFirst();
  // Two first visits at once: the other one has just linked it.
  if (other !== undefined) return other.subject === person.subject ? ok({ ...account, linked: false }) : fail(another);
  // Not open yet: only an invitation that still waits opens it, and this one has served.
  if (account.password_hash === null) {
    const { numUpdatedRows } = await tx
      .updateTable("invitation")
      .set({ used_at: now })
      .where("account_id", "=", account.id)
      .where("used_at", "is", null)
      .where("revoked_at", "is", null)
      .where("expires_at", ">", now)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return fail(unknown);
  }
  await tx
    .insertInto("account_identity")
    .values({ issuer, subject: person.subject, account_id: account.id, linked_at: now })
    .execute();
  return ok({ ...account, linked: true });
}
