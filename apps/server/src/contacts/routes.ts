import { ok } from "@simbiosi/domain";
import { z } from "zod";
import { remember } from "../changes/history.ts";
import type { Tx } from "../database/as-actor.ts";
import { tell } from "../events/tell.ts";
import { day, inTerritory, uuid, version, workers } from "../http/fields.ts";
import { absent, stale } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { newId } from "../ids/new-id.ts";
import { encounterKinds, standingOf } from "./standing.ts";

const short = z.string().trim().max(200);
const ContactFields = z.object({
  name: short.min(1),
  position: short.nullable(),
  email: z.string().trim().toLowerCase().pipe(z.email().max(200)).nullable(),
  phone: short.nullable(),
  note: z.string().max(2_000).nullable(),
  opted_out: z.boolean(),
});
const Contact = ContactFields.extend({ id: uuid, establishment: uuid, version, email: z.string().nullable() });
const Encounter = z.object({
  id: uuid,
  establishment: uuid,
  kind: z.enum(encounterKinds),
  on_day: day,
  title: z.string().nullable(),
  notes: z.string(),
  contact: uuid.nullable(),
  who: z.string().nullable(),
});
const Paper = z.object({
  state: z.enum(["not-sent", "sent", "signed"]),
  sent_on: day.nullable(),
  signed_on: day.nullable(),
});
const Book = z.object({
  contacts: z.array(Contact),
  encounters: z.array(Encounter),
  companies: z.array(
    z.object({
      establishment: uuid,
      name: z.string(),
      last_contact: day.nullable(),
      charter: Paper,
      confidentiality: Paper,
    }),
  ),
});
const inContact = inTerritory.extend({ contact: uuid });
const inEncounter = inTerritory.extend({ encounter: uuid });

/** The establishments that take part in the territory, in its order of names. */
export const present = (tx: Tx, territory: string) =>
  tx
    .selectFrom("participation")
    .innerJoin("establishment", "establishment.id", "participation.establishment_id")
    .select(["establishment.id", "establishment.name"])
    .where("participation.territory_id", "=", territory)
    .where("participation.left_at", "is", null)
    .orderBy("establishment.name")
    .orderBy("establishment.id")
    .execute();

// What is written of people and of what they said belongs to the facilitator: its history bears no establishment, or a
// company would read in its own what was noted of it.
export const contactRoutes = [
  route({
    id: "contacts.list",
    method: "GET",
    path: "/territories/:territory/contacts",
    about: {
      fr: "Les personnes, le journal des échanges et l'état des chartes, entreprise par entreprise",
      en: "People, the log of exchanges and the state of charters, company by company",
    },
    who: workers,
    log: "purpose",
    params: inTerritory,
    answer: Book,
    handle: async ({ tx, params }) => ok(await bookOf(tx, params.territory)),
  }),
  route({
    id: "contacts.create",
    method: "POST",
    path: "/territories/:territory/contacts",
    about: { fr: "Ajouter une personne à une entreprise", en: "Add a person to a company" },
    who: workers,
    params: inTerritory,
    body: ContactFields.partial().extend({ id: uuid.optional(), establishment: uuid, name: short.min(1) }),
    answer: z.object({ id: uuid, version }),
    status: 201,
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const { id: asked, establishment, ...said } = body;
      if (!(await present(tx, params.territory)).some((site) => site.id === establishment)) return absent;
      const id = asked ?? newId(source);
      const row = { position: null, email: null, phone: null, note: null, opted_out: false, ...said };
      await tx
        .insertInto("contact")
        .values({ territory_id: params.territory, id, establishment_id: establishment, ...row })
        .execute();
      await remember(tx, source, actor, {
        territory: params.territory,
        object: "contact",
        id,
        action: "created",
        after: row,
      });
      await tell(tx, { territory: params.territory, about: "contacts", id });
      return ok({ id, version: 1 });
    },
  }),
  route({
    id: "contacts.update",
    method: "PATCH",
    path: "/territories/:territory/contacts/:contact",
    about: { fr: "Corriger une personne", en: "Correct a person" },
    who: workers,
    params: inContact,
    body: z.object({ version, fields: ContactFields.partial() }),
    answer: z.object({ version }),
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const before = await contactRow(tx, params.territory, params.contact);
      if (before === undefined || before.removed_at !== null) return absent;
      const { name, position, email, phone, note, opted_out } = before;
      const was = { name, position, email, phone, note, opted_out };
      if (before.version !== body.version) return { ok: false, problem: stale({ ...was, version: before.version }) };
      const after = { ...was, ...body.fields };
      await tx
        .updateTable("contact")
        .set({ ...after, version: before.version + 1 })
        .where("territory_id", "=", params.territory)
        .where("id", "=", params.contact)
        .execute();
      await remember(tx, source, actor, {
        territory: params.territory,
        object: "contact",
        id: params.contact,
        action: "changed",
        before: was,
        after,
      });
      await tell(tx, { territory: params.territory, about: "contacts", id: params.contact });
      return ok({ version: before.version + 1 });
    },
  }),
  ...(["remove", "restore"] as const).map((action) =>
    route({
      id: `contacts.${action}`,
      method: action === "remove" ? "DELETE" : "POST",
      path:
        action === "remove"
          ? "/territories/:territory/contacts/:contact"
          : "/territories/:territory/contacts/:contact/restore",
      about:
        action === "remove"
          ? { fr: "Retirer une personne (elle peut revenir)", en: "Remove a person (who can come back)" }
          : { fr: "Remettre une personne retirée", en: "Bring back a removed person" },
      who: workers,
      params: inContact,
      answer: z.object({ version }),
      handle: async ({ tx, params, actor, services: { source } }) => {
        const before = await contactRow(tx, params.territory, params.contact);
        if (before === undefined || (before.removed_at === null) !== (action === "remove")) return absent;
        await tx
          .updateTable("contact")
          .set({ removed_at: action === "remove" ? source.now() : null, version: before.version + 1 })
          .where("territory_id", "=", params.territory)
          .where("id", "=", params.contact)
          .execute();
        await remember(tx, source, actor, {
          territory: params.territory,
          object: "contact",
          id: params.contact,
          action: action === "remove" ? "removed" : "restored",
        });
        await tell(tx, { territory: params.territory, about: "contacts", id: params.contact });
        return ok({ version: before.version + 1 });
      },
    }),
  ),
  route({
    id: "encounters.create",
    method: "POST",
    path: "/territories/:territory/encounters",
    about: {
      fr: "Noter un appel, une visite, un courrier, une réunion (une entreprise ou plusieurs), une charte ou un accord",
      en: "Log a call, a visit, a letter, a meeting (one company or several), a charter or an agreement",
    },
    who: workers,
    params: inTerritory,
    body: z.object({
      establishments: z.array(uuid).min(1).max(500),
      kind: z.enum(encounterKinds),
      on_day: day,
      title: short.nullable().default(null),
      notes: z.string().max(10_000).default(""),
      contact: uuid.nullable().default(null),
    }),
    answer: z.object({ encounters: z.array(uuid) }),
    status: 201,
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const sites = new Set((await present(tx, params.territory)).map(({ id }) => id));
      const wanted = [...new Set(body.establishments)];
      if (wanted.some((id) => !sites.has(id))) return absent;
      if (body.contact !== null) {
        const person = await contactRow(tx, params.territory, body.contact);
        if (person === undefined || !wanted.includes(person.establishment_id)) return absent;
      }
      const made: string[] = [];
      for (const establishment of wanted) {
        const id = newId(source);
        made.push(id);
        const { kind, on_day, title, notes } = body;
        await tx
          .insertInto("encounter")
          .values({
            territory_id: params.territory,
            id,
            establishment_id: establishment,
            kind,
            on_day,
            title,
            notes,
            contact_id: body.contact,
            account_id: actor.account ?? null,
            recorded_at: source.now(),
          })
          .execute();
        await remember(tx, source, actor, {
          territory: params.territory,
          object: "encounter",
          id,
          action: "created",
          after: { kind, on_day, title, notes },
        });
      }
      await tell(tx, { territory: params.territory, about: "contacts", id: params.territory });
      return ok({ encounters: made });
    },
  }),
  ...(["remove", "restore"] as const).map((action) =>
    route({
      id: `encounters.${action}`,
      method: action === "remove" ? "DELETE" : "POST",
      path:
        action === "remove"
          ? "/territories/:territory/encounters/:encounter"
          : "/territories/:territory/encounters/:encounter/restore",
      about:
        action === "remove"
          ? {
              fr: "Retirer une ligne du journal (elle peut revenir)",
              en: "Remove a line of the log (it can come back)",
            }
          : { fr: "Remettre une ligne du journal", en: "Bring back a line of the log" },
      who: workers,
      params: inEncounter,
      answer: z.object({}),
      handle: async ({ tx, params, actor, services: { source } }) => {
        const { numUpdatedRows } = await tx
          .updateTable("encounter")
          .set({ removed_at: action === "remove" ? source.now() : null })
          .where("territory_id", "=", params.territory)
          .where("id", "=", params.encounter)
          .where("removed_at", action === "remove" ? "is" : "is not", null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return absent;
        await remember(tx, source, actor, {
          territory: params.territory,
          object: "encounter",
          id: params.encounter,
          action: action === "remove" ? "removed" : "restored",
        });
        await tell(tx, { territory: params.territory, about: "contacts", id: params.encounter });
        return ok({});
      },
    }),
  ),
];

/** The people, the log, and where each company stands. */
export async function bookOf(tx: Tx, territory: string): Promise<z.input<typeof Book>> {
  const sites = await present(tx, territory);
  const contacts = await tx
    .selectFrom("contact")
    .selectAll()
    .where("territory_id", "=", territory)
    .where("removed_at", "is", null)
    .orderBy("name")
    .orderBy("id")
    .execute();
  const log = await tx
    .selectFrom("encounter")
    .leftJoin("account", "account.id", "encounter.account_id")
    .selectAll("encounter")
    .select("account.name as who")
    .where("territory_id", "=", territory)
    .where("removed_at", "is", null)
    .orderBy("on_day", "desc")
    .orderBy("encounter.id", "desc")
    .execute();
  const of = new Map<string, typeof log>();
  for (const one of log) of.set(one.establishment_id, [...(of.get(one.establishment_id) ?? []), one]);
  return {
    contacts: contacts.map(({ establishment_id, ...row }) => ({ ...row, establishment: establishment_id })),
    encounters: log.map(({ establishment_id, contact_id, kind, ...row }) => ({
      ...row,
      kind: kind as z.output<typeof Encounter>["kind"],
      establishment: establishment_id,
      contact: contact_id,
    })),
    companies: sites.map(({ id, name }) => ({ establishment: id, name, ...standingOf(of.get(id) ?? []) })),
  };
}

const contactRow = (tx: Tx, territory: string, id: string) =>
  tx
    .selectFrom("contact")
    .selectAll()
    .where("territory_id", "=", territory)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
