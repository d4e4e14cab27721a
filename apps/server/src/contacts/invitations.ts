import { ok } from "@simbiosi/domain";
import { z } from "zod";
import { newToken } from "../access/token.ts";
import { remember } from "../changes/history.ts";
import type { Tx } from "../database/as-actor.ts";
import { tell } from "../events/tell.ts";
import { inTerritory, uuid, workers } from "../http/fields.ts";
import { absent, refuse } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { dayOf, newId } from "../ids/new-id.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { linkDays } from "../members/link-days.ts";
import { type Draft, letterTo, linkPlaceholder, mailingDigest, personToWriteTo, type Silence } from "./letters.ts";
import { present } from "./routes.ts";

const DraftFields = {
  establishments: z.array(uuid).min(1).max(500),
  subject: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(10_000),
};
const shownLetters = 3;

type Recipient = {
  readonly establishment: string;
  readonly company: string;
  readonly contact: string;
  readonly name: string;
  readonly email: string;
};

/** Who would be written to of a choice of companies, and who would not, and why. Null: a company that is not here. */
async function recipientsOf(tx: Tx, territory: string, wanted: readonly string[]) {
  const sites = (await present(tx, territory)).filter(({ id }) => wanted.includes(id));
  if (sites.length < new Set(wanted).size) return null;
  const people = await tx
    .selectFrom("contact")
    .select(["id", "establishment_id", "name", "email", "opted_out"])
    .where("territory_id", "=", territory)
    .where("removed_at", "is", null)
    .orderBy("name")
    .orderBy("id")
    .execute();
  const to: Recipient[] = [];
  const silent: { establishment: string; company: string; why: Silence }[] = [];
  for (const { id, name } of sites) {
    const of = { establishment: id, company: name };
    const person = personToWriteTo({ ...of, people: people.filter(({ establishment_id }) => establishment_id === id) });
    if (typeof person === "string") silent.push({ ...of, why: person });
    else if (person.email !== null) to.push({ ...of, contact: person.id, name: person.name, email: person.email });
  }
  return { to, silent };
}

const asksForLink = ({ subject, text }: Draft): boolean => `${subject}${text}`.includes(linkPlaceholder);

export const invitationRoutes = [
  route({
    id: "invitations.preview",
    method: "POST",
    path: "/territories/:territory/invitations/preview",
    about: {
      fr: "Lire les lettres d'un publipostage avant de les envoyer : rien ne part",
      en: "Read the letters of a mailing before they are sent: nothing leaves",
    },
    who: workers,
    params: inTerritory,
    body: z.object(DraftFields),
    answer: z.object({
      /** To be given back to send: the very letters that were read. */
      digest: z.string(),
      to: z.array(z.object({ establishment: uuid, company: z.string(), name: z.string(), email: z.string() })),
      silent: z.array(
        z.object({
          establishment: uuid,
          company: z.string(),
          why: z.enum(["no-contact", "no-address", "opted-out"]),
        }),
      ),
      letters: z.array(z.object({ to: z.string(), subject: z.string(), text: z.string() })),
    }),
    handle: async ({ tx, params, body, services: { origin } }) => {
      const found = await recipientsOf(tx, params.territory, body.establishments);
      if (found === null) return absent;
      return ok({
        digest: mailingDigest(body, found.to),
        to: found.to,
        silent: found.silent,
        letters: found.to.slice(0, shownLetters).map(({ company, name, email }) => ({
          to: email,
          // The secret of a link is made when the letter is.
          ...letterTo(body, company, name, `${origin}/entreprise#…`),
        })),
      });
    },
  }),
  route({
    id: "invitations.send",
    method: "POST",
    path: "/territories/:territory/invitations",
    about: {
      fr: "Envoyer les lettres qui ont été relues, avec le lien de chaque entreprise si le texte le demande",
      en: "Send the letters that were read, with each company's link when the text asks for it",
    },
    who: workers,
    rate: "heavy",
    params: inTerritory,
    body: z.object({ ...DraftFields, digest: z.string().max(64) }),
    answer: z.object({ sent: z.number().int(), links: z.number().int() }),
    status: 202,
    handle: async ({ tx, params, body, actor, services: { source, origin } }) => {
      const found = await recipientsOf(tx, params.territory, body.establishments);
      if (found === null || actor.account === null || actor.account === undefined) return absent;
      if (mailingDigest(body, found.to) !== body.digest)
        return refuse(
          409,
          "MAILING_NOT_PREVIEWED",
          "Le texte ou les destinataires ont changé depuis l'aperçu : relisez l'aperçu, puis envoyez.",
          "The text or the addressees changed since the preview: read the preview again, then send.",
        );
      if (found.to.length === 0)
        return refuse(
          422,
          "NOBODY_TO_WRITE_TO",
          "Aucune de ces entreprises n'a de contact joignable par courriel : ajoutez une adresse.",
          "None of these companies has a contact who can be reached by mail: add an address.",
        );
      const now = source.now();
      const withLink = asksForLink(body);
      for (const { establishment, company, contact, name, email } of found.to) {
        let url = "";
        if (withLink) {
          const { token, hash } = newToken(source);
          await tx
            .insertInto("company_link")
            .values({
              id: newId(source),
              territory_id: params.territory,
              establishment_id: establishment,
              token_hash: hash,
              email,
              created_at: now,
              created_by: actor.account,
              expires_at: new Date(now.getTime() + linkDays * 86_400_000),
            })
            .execute();
          url = `${origin}/entreprise#${token}`;
        }
        const letter = letterTo(body, company, name, url);
        await enqueue(tx, "send-letter", { to: email, ...letter });
        const id = newId(source);
        const entry = { kind: "mail", on_day: dayOf(now), title: letter.subject, notes: "" };
        await tx
          .insertInto("encounter")
          .values({
            territory_id: params.territory,
            id,
            establishment_id: establishment,
            ...entry,
            contact_id: contact,
            account_id: actor.account,
            recorded_at: now,
          })
          .execute();
        await remember(tx, source, actor, {
          territory: params.territory,
          object: "encounter",
          id,
          action: "created",
          after: entry,
          from: "mailing",
        });
      }
      await tell(tx, { territory: params.territory, about: "contacts", id: params.territory });
      return ok({ sent: found.to.length, links: withLink ? found.to.length : 0 });
    },
  }),
];
