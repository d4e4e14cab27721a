import { followUp, ok, ownerNames, type Result } from "@simbiosi/domain";
import { sql } from "kysely";
import { z } from "zod";
import { remember } from "../changes/history.ts";
import type { Tx } from "../database/as-actor.ts";
import { columnsOf as establishmentColumns, parseEstablishment } from "../establishments/establishment.ts";
import { tell } from "../events/tell.ts";
import { columnsOf, FlowFields, parseFlow } from "../flows/flow.ts";
import { day, inTerritory, langAsked, nothing, uuid, version, workers } from "../http/fields.ts";
import { absent, type HttpProblem, refuse, stale } from "../http/problems.ts";
import { type Ask, route } from "../http/route.ts";
import { newId } from "../ids/new-id.ts";
import { askRematch } from "../jobs/enqueue.ts";
import { Brief, type LeadRow, leadId } from "../leads/lead-row.ts";
import { briefsOf, decisionsOf } from "../leads/routes.ts";

const inWorkshop = inTerritory.extend({ workshop: uuid });
const Fields = z.object({
  name: z.string().trim().min(1).max(200),
  on: day,
  place: z.string().max(200).default(""),
  participants: z.array(uuid).max(500).default([]),
});
const FollowUp = z.object({ next_step: z.string(), owner: z.string(), on: day });
const calls = {
  fr: "Appeler les deux entreprises et fixer un rendez-vous",
  en: "Call both companies and set a meeting",
} as const;

export const workshopRoutes = [
  route({
    id: "workshops.list",
    method: "GET",
    path: "/territories/:territory/workshops",
    about: { fr: "Les ateliers", en: "The workshops" },
    who: workers,
    params: inTerritory,
    answer: z.object({ workshops: z.array(Fields.extend({ id: uuid, cards: z.number() })) }),
    handle: async ({ tx, params }) => {
      const rows = await tx
        .selectFrom("workshop")
        .select((eb) => [
          "id",
          "name",
          "on_day",
          "place",
          "participants",
          eb
            .selectFrom("workshop_card")
            .select(({ fn }) => fn.countAll<string>().as("count"))
            .whereRef("workshop_card.workshop_id", "=", "workshop.id")
            .where("removed_at", "is", null)
            .as("cards"),
        ])
        .where("territory_id", "=", params.territory)
        .orderBy("on_day", "desc")
        .orderBy("id", "desc")
        .execute();
      return ok({ workshops: rows.map(({ on_day, cards, ...row }) => ({ ...row, on: on_day, cards: Number(cards) })) });
    },
  }),
  route({
    id: "workshops.create",
    method: "POST",
    path: "/territories/:territory/workshops",
    about: { fr: "Préparer un atelier", en: "Prepare a workshop" },
    who: workers,
    params: inTerritory,
    body: Fields,
    answer: z.object({ id: uuid }),
    status: 201,
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const id = newId(source);
      await tx
        .insertInto("workshop")
        .values({
          territory_id: params.territory,
          id,
          name: body.name,
          on_day: body.on,
          place: body.place,
          participants: body.participants,
          created_at: source.now(),
        })
        .execute();
      await remember(tx, source, actor, {
        territory: params.territory,
        object: "workshop",
        id,
        action: "created",
        after: body,
      });
      await tell(tx, { territory: params.territory, about: "workshops", id });
      return ok({ id });
    },
  }),
  route({
    id: "workshops.read",
    method: "GET",
    path: "/territories/:territory/workshops/:workshop",
    about: {
      fr: "Un atelier : ses cartes, les pistes qu'elles ouvrent, votes, sélection et suites proposées",
      en: "A workshop: its cards, the leads that they open, votes, shortlist and proposed follow-up",
    },
    who: workers,
    log: "purpose",
    params: inWorkshop,
    query: langAsked,
    answer: z.object({
      workshop: Fields.extend({ id: uuid, version }),
      cards: z.array(
        z.object({
          id: uuid,
          flow: uuid,
          direction: z.enum(["in", "out"]),
          label: z.string(),
          establishment: uuid,
          company: z.string(),
          quantity: z.number().nullable(),
          unit: z.string().nullable(),
          leads: z.number().int(),
          /** A run has looked at it. */
          seen: z.boolean(),
          /** Why it has no lead, when a run has looked and found none. */
          without: z.string().nullable(),
        }),
      ),
      leads: z.array(
        Brief.extend({
          votes: z.number().int(),
          shortlisted: z.boolean(),
          cards: z.array(uuid),
          /** Proposed once it is on the shortlist. */
          follow_up: FollowUp.nullable(),
        }),
      ),
    }),
    handle: async ({ tx, params, query: { lang } }) => {
      const { territory } = params;
      const workshop = await workshopRow(tx, territory, params.workshop);
      if (workshop === undefined) return absent;
      const cards = await tx
        .selectFrom("workshop_card")
        .innerJoin("flow", "flow.id", "workshop_card.flow_id")
        .innerJoin("establishment", "establishment.id", "flow.establishment_id")
        .select([
          "workshop_card.id",
          "workshop_card.at",
          "flow.id as flow",
          "flow.direction",
          "flow.label",
          "flow.data",
          "establishment.id as establishment",
          "establishment.name as company",
        ])
        .where("workshop_card.territory_id", "=", territory)
        .where("workshop_card.workshop_id", "=", params.workshop)
        .where("workshop_card.removed_at", "is", null)
        .where("flow.removed_at", "is", null)
        .orderBy("workshop_card.at")
        .orderBy("workshop_card.id")
        .execute();
      const run = await tx
        .selectFrom("detection_run")
        .select([
          "at",
          sql<readonly { flow: string; sentence: string }[]>`rest -> ${sql.lit(lang)} -> 'unmatched'`.as("unmatched"),
        ])
        .where("territory_id", "=", territory)
        .executeTakeFirst();
      const without = new Map(run?.unmatched.map(({ flow, sentence }) => [flow, sentence]));
      const picks = await tx
        .selectFrom("workshop_pick")
        .selectAll()
        .where("territory_id", "=", territory)
        .where("workshop_id", "=", params.workshop)
        .execute();
      const picked = new Map(picks.map((pick) => [pick.lead_id, pick]));
      const cardOf = new Map(cards.map(({ flow, id }) => [flow, id]));
      const decided = await decisionsOf(tx, territory);
      const opened = (await briefsOf(tx, territory, lang)).flatMap((lead) => {
        const from = [...lead.offers, ...lead.needs].flatMap((flow) => cardOf.get(flow) ?? []);
        return from.length === 0 && !picked.has(lead.id) ? [] : { lead, from };
      });
      const wholes = await tx
        .selectFrom("lead")
        .select(["id", lang])
        .where("territory_id", "=", territory)
        // A whole lead is heavy, and a room opens hundreds: only of those that are followed up. Of none nothing is asked.
        .where("id", "in", ["", ...picks.filter(({ shortlisted }) => shortlisted).map(({ lead_id }) => lead_id)])
        .execute();
      const whole = new Map(wholes.map((row) => [row.id, (row[lang] as LeadRow).lead]));
      const leads = opened.map(({ lead, from }) => {
        const told = whole.get(lead.id);
        const next = told === undefined ? null : followUp(told, workshop.on_day, calls[lang]);
        const pick = picked.get(lead.id);
        return {
          ...lead,
          decision: decided.get(lead.id) ?? null,
          votes: pick?.votes ?? 0,
          shortlisted: pick?.shortlisted ?? false,
          cards: from,
          follow_up: next === null ? null : { ...next, owner: ownerNames[next.owner][lang] },
        };
      });
      return ok({
        workshop: {
          id: workshop.id,
          name: workshop.name,
          on: workshop.on_day,
          place: workshop.place,
          participants: workshop.participants,
          version: workshop.version,
        },
        cards: cards.map(({ data, at, ...card }) => {
          const { quantity, unit } = data as { quantity: number | null; unit: string | null };
          const seen = run !== undefined && at < run.at;
          const count = leads.filter((lead) => lead.cards.includes(card.id)).length;
          return {
            ...card,
            quantity,
            unit,
            leads: count,
            seen,
            without: seen && count === 0 ? (without.get(card.flow) ?? null) : null,
          };
        }),
        leads,
      });
    },
  }),
  route({
    id: "workshops.update",
    method: "PATCH",
    path: "/territories/:territory/workshops/:workshop",
    about: { fr: "Corriger un atelier", en: "Correct a workshop" },
    who: workers,
    params: inWorkshop,
    body: Fields.extend({ version }),
    answer: z.object({ version }),
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const before = await workshopRow(tx, params.territory, params.workshop);
      if (before === undefined) return absent;
      if (before.version !== body.version) return { ok: false, problem: stale(before) };
      await tx
        .updateTable("workshop")
        .set({
          name: body.name,
          on_day: body.on,
          place: body.place,
          participants: body.participants,
          version: before.version + 1,
        })
        .where("territory_id", "=", params.territory)
        .where("id", "=", params.workshop)
        .execute();
      await remember(tx, source, actor, {
        territory: params.territory,
        object: "workshop",
        id: params.workshop,
        action: "changed",
        before,
        after: body,
      });
      await tell(tx, { territory: params.territory, about: "workshops", id: params.workshop });
      return ok({ version: before.version + 1 });
    },
  }),
  route({
    id: "workshops.add-card",
    method: "POST",
    path: "/territories/:territory/workshops/:workshop/cards",
    about: {
      fr: "Noter ce qu'une entreprise a ou cherche : c'est un de ses flux, et les pistes sont cherchées aussitôt",
      en: "Note what a company has or wants: it is one of its flows, and leads are looked for at once",
    },
    who: workers,
    params: inWorkshop,
    body: z.object({
      direction: z.enum(["in", "out"]),
      label: z.string().trim().min(1).max(300),
      establishment: uuid.optional(),
      /** A company that is not in the territory's list yet: it joins it. */
      company: z.string().trim().min(1).max(200).optional(),
      quantity: FlowFields.shape.quantity,
      unit: FlowFields.shape.unit,
    }),
    answer: z.object({ id: uuid, flow: uuid, establishment: uuid }),
    status: 201,
    handle: async (ask) => {
      const { tx, params, body, actor, services } = ask;
      const { source } = services;
      const workshop = await workshopRow(tx, params.territory, params.workshop);
      if (workshop === undefined) return absent;
      const site = await companyOf(ask, body.establishment, body.company);
      if (!site.ok) return site;
      const flow = newId(source);
      const known = body.quantity !== null && body.quantity !== undefined;
      const read = parseFlow(flow, site.value, {
        direction: body.direction,
        label: body.label,
        quantity: body.quantity,
        unit: body.unit,
        period: known ? "year" : null,
        evidence: "declared",
        date: workshop.on_day,
        note: `atelier : ${workshop.name}`,
      });
      if (!read.ok) return read;
      const now = source.now();
      await tx
        .insertInto("flow")
        .values({
          id: flow,
          establishment_id: site.value,
          key: flow,
          ...columnsOf(read.value),
          created_at: now,
          updated_at: now,
        })
        .execute();
      const id = newId(source);
      await tx
        .insertInto("workshop_card")
        .values({
          territory_id: params.territory,
          id,
          workshop_id: params.workshop,
          flow_id: flow,
          at: now,
          account_id: actor.account ?? null,
        })
        .execute();
      if (!workshop.participants.includes(site.value))
        await tx
          .updateTable("workshop")
          .set({ participants: [...workshop.participants, site.value], version: workshop.version + 1 })
          .where("territory_id", "=", params.territory)
          .where("id", "=", params.workshop)
          .execute();
      await remember(tx, source, actor, {
        territory: params.territory,
        object: "flow",
        id: flow,
        action: "created",
        after: read.value,
        establishment: site.value,
        from: "workshop",
      });
      await askRematch(tx, params.territory);
      await tell(tx, { territory: params.territory, about: "flows", id: flow });
      await tell(tx, { territory: params.territory, about: "workshops", id: params.workshop });
      return ok({ id, flow, establishment: site.value });
    },
  }),
  ...(["remove", "restore"] as const).map((action) =>
    route({
      id: `workshops.${action}-card`,
      method: action === "remove" ? "DELETE" : "POST",
      path:
        action === "remove"
          ? "/territories/:territory/workshops/:workshop/cards/:card"
          : "/territories/:territory/workshops/:workshop/cards/:card/restore",
      about:
        action === "remove"
          ? {
              fr: "Retirer une carte et son flux (ils peuvent revenir)",
              en: "Remove a card and its flow (they can come back)",
            }
          : { fr: "Remettre une carte retirée", en: "Bring back a removed card" },
      who: workers,
      params: inWorkshop.extend({ card: uuid }),
      answer: nothing,
      handle: async ({ tx, params, actor, services: { source } }) => {
        const now = source.now();
        const card = await tx
          .updateTable("workshop_card")
          .set({ removed_at: action === "remove" ? now : null })
          .where("territory_id", "=", params.territory)
          .where("workshop_id", "=", params.workshop)
          .where("id", "=", params.card)
          .where("removed_at", action === "remove" ? "is" : "is not", null)
          .returning("flow_id")
          .executeTakeFirst();
        if (card === undefined) return absent;
        const flow = await tx
          .updateTable("flow")
          .set(({ eb }) => ({
            removed_at: action === "remove" ? now : null,
            version: eb("version", "+", 1),
            updated_at: now,
          }))
          .where("id", "=", card.flow_id)
          .returning(["data", "establishment_id"])
          .executeTakeFirst();
        await remember(tx, source, actor, {
          territory: params.territory,
          object: "flow",
          id: card.flow_id,
          action: action === "remove" ? "removed" : "restored",
          before: flow?.data,
          establishment: flow?.establishment_id ?? null,
          from: "workshop",
        });
        await askRematch(tx, params.territory);
        await tell(tx, { territory: params.territory, about: "flows", id: card.flow_id });
        await tell(tx, { territory: params.territory, about: "workshops", id: params.workshop });
        return ok({});
      },
    }),
  ),
  route({
    id: "workshops.pick",
    method: "PUT",
    path: "/territories/:territory/workshops/:workshop/picks/:lead",
    about: {
      fr: "Noter les voix de la salle pour une piste, ou la retenir",
      en: "Write down the room's votes for a lead, or shortlist it",
    },
    who: workers,
    params: inWorkshop.extend({ lead: leadId }),
    body: z.object({ vote: z.union([z.literal(1), z.literal(-1)]).optional(), shortlisted: z.boolean().optional() }),
    answer: z.object({ votes: z.number().int(), shortlisted: z.boolean() }),
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const { territory, workshop, lead } = params;
      if ((await workshopRow(tx, territory, workshop)) === undefined) return absent;
      // Counted by the database: two hands raised at once are two.
      const pick = await tx
        .insertInto("workshop_pick")
        .values({
          territory_id: territory,
          workshop_id: workshop,
          lead_id: lead,
          votes: Math.max(0, body.vote ?? 0),
          shortlisted: body.shortlisted ?? false,
        })
        .onConflict((on) =>
          on.columns(["territory_id", "workshop_id", "lead_id"]).doUpdateSet({
            votes: sql<number>`greatest(0, workshop_pick.votes + ${body.vote ?? 0}::int)`,
            ...(body.shortlisted === undefined ? {} : { shortlisted: body.shortlisted }),
          }),
        )
        .returning(["votes", "shortlisted"])
        .executeTakeFirstOrThrow();
      await remember(tx, source, actor, {
        territory,
        object: "workshop",
        id: workshop,
        action: "changed",
        after: { lead, ...pick },
      });
      await tell(tx, { territory, about: "workshops", id: workshop });
      return ok(pick);
    },
  }),
];

const workshopRow = (tx: Tx, territory: string, workshop: string) =>
  tx
    .selectFrom("workshop")
    .selectAll()
    .where("territory_id", "=", territory)
    .where("id", "=", workshop)
    .executeTakeFirst();

const fold = (words: string): string => words.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();

/** The company of a card: one of the territory, by identifier or by its name however it is typed, or a guest who joins. */
async function companyOf(
  { tx, params, actor, services: { source } }: Ask<{ readonly territory: string }, unknown, unknown>,
  establishment: string | undefined,
  company: string | undefined,
): Promise<Result<string, HttpProblem>> {
  const { territory } = params;
  const sites = await tx
    .selectFrom("participation")
    .innerJoin("establishment", "establishment.id", "participation.establishment_id")
    .select(["establishment.id", "establishment.name"])
    .where("participation.territory_id", "=", territory)
    .where("participation.left_at", "is", null)
    .execute();
  if (establishment !== undefined) return sites.some(({ id }) => id === establishment) ? ok(establishment) : absent;
  if (company === undefined)
    return refuse(422, "COMPANY_NEEDED", "Dites de quelle entreprise il s'agit.", "Say which company it is.");
  const known = sites.find(({ name }) => fold(name) === fold(company));
  if (known !== undefined) return ok(known.id);
  const id = newId(source);
  const read = parseEstablishment(id, { name: company });
  if (!read.ok) return read;
  const now = source.now();
  await tx
    .insertInto("establishment")
    .values({ id, ...establishmentColumns(read.value), created_at: now, updated_at: now })
    .execute();
  await tx
    .insertInto("participation")
    .values({ territory_id: territory, establishment_id: id, key: id, joined_at: now })
    .execute();
  await remember(tx, source, actor, {
    territory,
    object: "establishment",
    id,
    action: "created",
    after: read.value,
    establishment: id,
    from: "workshop",
  });
  await tell(tx, { territory, about: "establishments", id });
  return ok(id);
}
