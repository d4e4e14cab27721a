import { ok } from "@simbiosi/domain";
import { z } from "zod";
import { inRole } from "../database/as-actor.ts";
import { nothing } from "../http/fields.ts";
import { route } from "../http/route.ts";
import { mayTry, note, wrong } from "./attempts.ts";
import { passwordFits } from "./password.ts";
import { openSession, revokeSession } from "./sessions.ts";

const Email = z.string().trim().toLowerCase().pipe(z.email().max(200));

export const signInRoutes = [
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
];
