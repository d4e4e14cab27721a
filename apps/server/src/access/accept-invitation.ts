import { fail, ok } from "@simbiosi/domain";
import { z } from "zod";
import { inRole, type Tx } from "../database/as-actor.ts";
import { nothing } from "../http/fields.ts";
import { httpProblem } from "../http/problems.ts";
import { route } from "../http/route.ts";
import type { Source } from "../ids/new-id.ts";
import { note } from "./attempts.ts";
import { hashPassword, strongEnough } from "./password.ts";
import { openSession } from "./sessions.ts";
import { hashOf, Token } from "./token.ts";

/** An invitation that still opens an account, and to whom; dead ones are counted, as wrong passwords are. */
async function livingInvitation(tx: Tx, source: Source, token: string, address: string) {
  const found = await tx
    .selectFrom("invitation")
    .innerJoin("account", "account.id", "invitation.account_id")
    .leftJoin("territory", "territory.id", "invitation.territory_id")
    .select(["invitation.id", "invitation.account_id", "account.email", "account.name", "account.totp_secret"])
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

export const acceptInvitationRoutes = [
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
    answer: z.object({ next: z.enum(["enrol", "code"]) }),
    handle: async ({ tx, body, actor, services: { source }, cookie }) => {
      await inRole(tx, "access");
      const found = await livingInvitation(tx, source, body.token, actor.address);
      if (!found.ok) return found;
      const { id, account_id: account, email, totp_secret: secret } = found.value;
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
      return ok({ next: secret === null ? ("enrol" as const) : ("code" as const) });
    },
  }),
];
