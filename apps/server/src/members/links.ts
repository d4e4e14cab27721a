import { ok } from "@simbiosi/domain";
import { z } from "zod";
import { newToken } from "../access/token.ts";
import { inTerritory, nothing, uuid, workers } from "../http/fields.ts";
import { absent } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { newId } from "../ids/new-id.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { Email } from "./invite-member.ts";
import { linkDays } from "./link-days.ts";

export const linkRoutes = [
  route({
    id: "links.list",
    method: "GET",
    path: "/territories/:territory/company-links",
    about: {
      fr: "Les liens envoyés aux entreprises ; une entreprise lit les siens",
      en: "The links sent to companies; a company reads its own",
    },
    who: [...workers, "company"],
    params: inTerritory,
    answer: z.object({
      links: z.array(
        z.object({
          id: uuid,
          establishment: uuid,
          email: z.string().nullable(),
          created_at: z.string(),
          expires_at: z.string(),
          used_at: z.string().nullable(),
          revoked: z.boolean(),
        }),
      ),
    }),
    handle: async ({ tx, params }) => {
      const rows = await tx
        .selectFrom("company_link")
        .selectAll()
        .where("territory_id", "=", params.territory)
        .orderBy("created_at", "desc")
        .execute();
      return ok({
        links: rows.map((row) => ({
          id: row.id,
          establishment: row.establishment_id,
          email: row.email,
          created_at: row.created_at.toISOString(),
          expires_at: row.expires_at.toISOString(),
          used_at: row.used_at?.toISOString() ?? null,
          revoked: row.revoked_at !== null,
        })),
      });
    },
  }),
  route({
    id: "links.create",
    method: "POST",
    path: "/territories/:territory/company-links",
    about: {
      fr: "Donner à une entreprise un lien vers sa fiche, envoyé par courriel si une adresse est donnée",
      en: "Give a company a link to its sheet, sent by mail when an address is given",
    },
    who: workers,
    params: inTerritory,
    body: z.object({ establishment: uuid, email: Email.nullable().default(null) }),
    answer: z.object({ id: uuid, url: z.string(), expires_at: z.string() }),
    status: 201,
    // The address is a key: it is told once, and not kept to be told again.
    secret: true,
    handle: async ({ tx, params, body, actor, services: { source, origin } }) => {
      const site = await tx
        .selectFrom("participation")
        .innerJoin("establishment", "establishment.id", "participation.establishment_id")
        .select("establishment.name")
        .where("participation.territory_id", "=", params.territory)
        .where("establishment.id", "=", body.establishment)
        .where("participation.left_at", "is", null)
        .executeTakeFirst();
      if (site === undefined || actor.account === null || actor.account === undefined) return absent;
      const { token, hash } = newToken(source);
      const now = source.now();
      const expires = new Date(now.getTime() + linkDays * 86_400_000);
      const id = newId(source);
      await tx
        .insertInto("company_link")
        .values({
          id,
          territory_id: params.territory,
          establishment_id: body.establishment,
          token_hash: hash,
          email: body.email,
          created_at: now,
          created_by: actor.account,
          expires_at: expires,
        })
        .execute();
      // After the hash sign: the secret is in no log of any server or proxy.
      const url = `${origin}/entreprise#${token}`;
      if (body.email !== null)
        await enqueue(tx, "send-letter", {
          to: body.email,
          subject: `Simbiosi : la fiche de ${site.name}`,
          text: `Bonjour,\n\nVoici le lien personnel de ${site.name}, valable ${linkDays} jours :\nHere is the personal link of ${site.name}, valid ${linkDays} days:\n\n${url}\n\nDix minutes suffisent. Vous choisissez qui voit quoi.\nTen minutes are enough. You choose who sees what.\n`,
        });
      return ok({ id, url, expires_at: expires.toISOString() });
    },
  }),
  route({
    id: "links.revoke",
    method: "DELETE",
    path: "/territories/:territory/company-links/:link",
    about: { fr: "Révoquer le lien d'une entreprise", en: "Revoke a company's link" },
    who: workers,
    params: inTerritory.extend({ link: uuid }),
    answer: nothing,
    handle: async ({ tx, params, services: { source } }) => {
      const { numUpdatedRows } = await tx
        .updateTable("company_link")
        .set({ revoked_at: source.now() })
        .where("territory_id", "=", params.territory)
        .where("id", "=", params.link)
        .where("revoked_at", "is", null)
        .executeTakeFirst();
      return numUpdatedRows === 0n ? absent : ok({});
    },
  }),
];
