import { ok } from "@simbiosi/domain";
import { z } from "zod";
import { inRole } from "../database/as-actor.ts";
import { nothing, uuid } from "../http/fields.ts";
import { httpProblem } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { note } from "./attempts.ts";
import { openSession } from "./sessions.ts";
import { hashOf, Token } from "./token.ts";

export const companyLinkRoutes = [
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
];
