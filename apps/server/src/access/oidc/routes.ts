import { fail, ok } from "@simbiosi/domain";
import { z } from "zod";
import { inRole } from "../../database/as-actor.ts";
import { nothing } from "../../http/fields.ts";
import { absent, httpProblem } from "../../http/problems.ts";
import { route } from "../../http/route.ts";
import { enqueue } from "../../jobs/enqueue.ts";
import { mayTry, note } from "../attempts.ts";
import { keepChallenge, takeChallenge } from "../challenge.ts";
import { sealWhereMember } from "../seal.ts";
import { openSession } from "../sessions.ts";
import { accountOf } from "./find-account.ts";
import { countsAsSecondFactor } from "./settings.ts";

const Attempt = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });

const stale = {
  ...httpProblem(
    410,
    "SIGN_IN_STALE",
    "Cette connexion a déjà servi, a expiré ou vient d'un autre navigateur. Recommencez depuis la page de connexion.",
    "This sign-in was used, has expired or comes from another browser. Start again from the sign-in page.",
  ),
  keep: true as const,
};

export const oidcRoutes = [
  route({
    id: "access.oidc-begin",
    method: "POST",
    path: "/sign-in/oidc",
    about: {
      fr: "Partir chez le fournisseur d'identité : l'adresse où aller, et le billet à rapporter",
      en: "Leave for the identity provider: where to go, and the ticket to bring back",
    },
    who: ["public"],
    rate: "sign-in",
    log: "silent",
    params: nothing,
    answer: z.object({ url: z.string(), ticket: z.string() }),
    handle: async ({ tx, services: { source, oidc } }) => {
      if (oidc === null) return absent;
      await inRole(tx, "access");
      const secret = (): string => source.bytes(32).toString("base64url");
      const attempt = { state: secret(), nonce: secret(), verifier: secret() };
      const url = await oidc.begin(attempt);
      if (!url.ok) return url;
      return ok({ url: url.value.href, ticket: await keepChallenge(tx, source, "oidc", attempt) });
    },
  }),
  route({
    id: "access.oidc-finish",
    method: "POST",
    path: "/sign-in/oidc/finish",
    about: {
      fr: "Revenir du fournisseur d'identité et ouvrir la session",
      en: "Come back from the identity provider and open the session",
    },
    who: ["public"],
    rate: "sign-in",
    log: "silent",
    params: nothing,
    body: z.object({
      ticket: z.string().min(20).max(100),
      /** What the provider wrote after the question mark of the address. */
      query: z.string().max(8_000),
    }),
    answer: z.object({ next: z.enum(["done", "code", "enrol"]) }),
    handle: async ({ tx, body, actor, services: { source, oidc, origin }, cookie }) => {
      if (oidc === null) return absent;
      await inRole(tx, "access");
      const { address } = actor;
      const no = await mayTry(tx, source, "", address);
      if (no !== null) return fail(no);
      const attempt = Attempt.safeParse(await takeChallenge(tx, source, "oidc", body.ticket));
      if (!attempt.success) {
        await note(tx, source, { email: "", account: null, address, outcome: "oidc-refused" });
        return fail(stale);
      }
      const person = await oidc.finish(body.query, attempt.data);
      if (!person.ok) {
        if (person.problem.status !== 503)
          await note(tx, source, { email: "", account: null, address, outcome: "oidc-refused" });
        return fail({ ...person.problem, keep: true });
      }
      const { issuer, name, secondFactor } = oidc.settings;
      const found = await accountOf(tx, source, issuer.href, person.value);
      if (!found.ok) {
        await note(tx, source, { email: person.value.email ?? "", account: null, address, outcome: "oidc-refused" });
        return fail({ ...found.problem, keep: true });
      }
      const account = found.value;
      const whole = countsAsSecondFactor(secondFactor, person.value);
      cookie.set(await openSession(tx, source, { account: account.id }, actor.agent, !whole));
      await note(tx, source, { email: account.email, account: account.id, address, outcome: "oidc" });
      const content = { provider: name, second_factor: whole };
      if (account.linked) {
        await sealWhereMember(tx, source, account.id, "access.oidc-link", content);
        // Whoever did not do it learns of it.
        await enqueue(tx, "send-letter", {
          to: account.email,
          subject: `Simbiosi : ${name}`,
          text: `Bonjour ${account.name},\n\nVotre compte s'ouvre désormais aussi avec ${name}. Si ce n'est pas vous, prévenez l'administrateur de ${origin}.\n\nYour account now opens with ${name} as well. If this was not you, tell the administrator of ${origin}.\n`,
        });
      }
      await sealWhereMember(tx, source, account.id, "access.oidc", content);
      return ok({
        next: whole ? ("done" as const) : account.totp_secret === null ? ("enrol" as const) : ("code" as const),
      });
    },
  }),
];
