import { ok } from "@simbiosi/domain";
import { z } from "zod";
import { remember } from "../changes/history.ts";
import { inPlace, inRole, type Tx } from "../database/as-actor.ts";
import { tell } from "../events/tell.ts";
import { inTerritory, uuid, workers } from "../http/fields.ts";
import { absent, refuse } from "../http/problems.ts";
import { type Actor, route } from "../http/route.ts";
import { askRematch, enqueue } from "../jobs/enqueue.ts";

const states = ["here", "joined", "asked", "declined", "open"] as const;
const inEstablishment = inTerritory.extend({ establishment: uuid });
const inDemarche = inTerritory.extend({ demarche: uuid });
const Told = z.object({ name: z.string(), siret: z.string().nullable(), naf: z.string().nullable() });

/** A company in several démarches: entered once, it asks; the facilitator of the other one answers. */
export const joiningRoutes = [
  route({
    id: "demarches.list",
    method: "GET",
    path: "/territories/:territory/demarches",
    about: {
      fr: "Les démarches auxquelles l'entreprise participe ou pourrait participer",
      en: "The démarches that the company takes part in, or could",
    },
    who: ["company"],
    params: inTerritory,
    answer: z.object({
      demarches: z.array(z.object({ id: uuid, name: z.string(), type: z.string().nullable(), state: z.enum(states) })),
    }),
    handle: async ({ tx, params, actor }) => {
      const own = actor.establishment ?? null;
      if (own === null) return absent;
      const [taken, asked] = [
        await tx
          .selectFrom("participation")
          .select("territory_id")
          .where("establishment_id", "=", own)
          .where("left_at", "is", null)
          .execute(),
        await tx.selectFrom("joining").select(["territory_id", "answer"]).where("establishment_id", "=", own).execute(),
      ];
      const places = await openDemarches(tx, params.territory);
      const stateOf = (id: string): (typeof states)[number] => {
        if (id === params.territory) return "here";
        if (taken.some(({ territory_id }) => territory_id === id)) return "joined";
        const demand = asked.find(({ territory_id }) => territory_id === id);
        return demand === undefined || demand.answer === "accepted" ? "open" : (demand.answer ?? "asked");
      };
      return ok({ demarches: places.map((place) => ({ ...place, state: stateOf(place.id) })) });
    },
  }),
  route({
    id: "demarches.ask",
    method: "POST",
    path: "/territories/:territory/demarches/:demarche/ask",
    about: {
      fr: "Demander à participer à une autre démarche avec la même fiche",
      en: "Ask to take part in another démarche with the same sheet",
    },
    who: ["company"],
    params: inDemarche,
    // Said in so many words on the screen: what the other facilitator reads at once, and what once accepted.
    body: z.object({ agreed: z.literal(true) }),
    answer: z.object({ state: z.enum(states) }),
    handle: async ({ tx, params, actor, services: { source } }) => {
      const own = actor.establishment ?? null;
      if (own === null || params.demarche === params.territory) return absent;
      const places = await openDemarches(tx, params.territory);
      if (!places.some(({ id }) => id === params.demarche)) return absent;
      const taken = await tx
        .selectFrom("participation")
        .select("left_at")
        .where("establishment_id", "=", own)
        .where("territory_id", "=", params.demarche)
        .where("left_at", "is", null)
        .executeTakeFirst();
      if (taken !== undefined) return ok({ state: "joined" as const });
      const site = await tx
        .selectFrom("establishment")
        .select(["name", "siret", "data"])
        .where("id", "=", own)
        .executeTakeFirstOrThrow();
      const naf = (site.data as { naf?: string | null }).naf ?? null;
      const demand = {
        at: source.now(),
        link_id: actor.link,
        told: JSON.stringify({ name: site.name, siret: site.siret, naf }),
        answer: null,
        answered_at: null,
        answered_by: null,
      };
      await tx
        .insertInto("joining")
        .values({ territory_id: params.demarche, establishment_id: own, ...demand })
        .onConflict((on) => on.columns(["territory_id", "establishment_id"]).doUpdateSet(demand))
        .execute();
      await tell(tx, { territory: params.demarche, about: "establishments", id: own });
      return ok({ state: "asked" as const });
    },
  }),
  route({
    id: "demarches.leave",
    method: "POST",
    path: "/territories/:territory/demarches/:demarche/leave",
    about: {
      fr: "Reprendre sa demande, ou quitter une démarche rejointe",
      en: "Take a demand back, or leave a démarche that was joined",
    },
    who: ["company"],
    params: inDemarche,
    answer: z.object({ state: z.enum(states) }),
    handle: async ({ tx, params, actor, services: { source } }) => {
      const own = actor.establishment ?? null;
      if (own === null) return absent;
      if (params.demarche === params.territory)
        return refuse(
          409,
          "DEMARCHE_OF_ENTRY",
          "C'est par cette démarche que vous êtes entré : pour la quitter, effacez vos données (Mes données).",
          "This is the démarche you came in by: to leave it, erase your data (My data).",
        );
      const demand = await tx
        .deleteFrom("joining")
        .where("territory_id", "=", params.demarche)
        .where("establishment_id", "=", own)
        .returning("set_aside")
        .executeTakeFirst();
      const { numUpdatedRows: left } = await tx
        .updateTable("participation")
        .set({ left_at: source.now() })
        .where("territory_id", "=", params.demarche)
        .where("establishment_id", "=", own)
        .where("left_at", "is", null)
        .executeTakeFirstOrThrow();
      if (left > 0n) {
        await takeBack(tx, params.demarche, demand?.set_aside ?? null);
        await inRole(tx, "company");
        await inPlace(tx, params.territory);
        await askRematch(tx, params.demarche);
        await tell(tx, { territory: params.demarche, about: "establishments", id: own });
      }
      return ok({ state: "open" as const });
    },
  }),
  route({
    id: "joinings.list",
    method: "GET",
    path: "/territories/:territory/joinings",
    about: {
      fr: "Les entreprises d'autres démarches qui demandent à participer",
      en: "Companies of other démarches that ask to take part",
    },
    who: workers,
    params: inTerritory,
    answer: z.object({
      joinings: z.array(
        Told.extend({
          establishment: uuid,
          at: z.string(),
          /** The sheet that this démarche keeps already of the same SIRET: set aside when the demand is accepted. */
          known: z.object({ id: uuid, name: z.string(), flows: z.number() }).nullable(),
        }),
      ),
    }),
    handle: async ({ tx, params }) => {
      const rows = await tx
        .selectFrom("joining")
        .select(["establishment_id", "at", "told"])
        .where("territory_id", "=", params.territory)
        .where("answer", "is", null)
        .orderBy("at")
        .execute();
      const joinings = [];
      for (const row of rows) {
        const told = row.told as z.output<typeof Told>;
        joinings.push({
          ...told,
          establishment: row.establishment_id,
          at: row.at.toISOString(),
          known: await knownHere(tx, params.territory, told.siret),
        });
      }
      return ok({ joinings });
    },
  }),
  route({
    id: "joinings.answer",
    method: "POST",
    path: "/territories/:territory/joinings/:establishment/answer",
    about: { fr: "Accepter ou décliner une demande", en: "Accept or decline a demand" },
    who: workers,
    params: inEstablishment,
    body: z.object({ answer: z.enum(["accepted", "declined"]) }),
    answer: z.object({ answer: z.enum(["accepted", "declined"]) }),
    handle: async ({ tx, params, body, actor, services: { source, origin } }) => {
      const demand = await tx
        .selectFrom("joining")
        .select(["told", "link_id"])
        .where("territory_id", "=", params.territory)
        .where("establishment_id", "=", params.establishment)
        .where("answer", "is", null)
        .executeTakeFirst();
      if (demand === undefined) return absent;
      const now = source.now();
      const told = demand.told as z.output<typeof Told>;
      const known = body.answer === "accepted" ? await knownHere(tx, params.territory, told.siret) : null;
      await tx
        .updateTable("joining")
        .set({
          answer: body.answer,
          answered_at: now,
          answered_by: actor.account ?? null,
          set_aside: known?.id ?? null,
        })
        .where("territory_id", "=", params.territory)
        .where("establishment_id", "=", params.establishment)
        .execute();
      if (body.answer === "accepted") {
        await tx
          .insertInto("participation")
          .values({
            territory_id: params.territory,
            establishment_id: params.establishment,
            key: params.establishment,
            joined_at: now,
          })
          .onConflict((on) =>
            on.columns(["territory_id", "establishment_id"]).doUpdateSet({ joined_at: now, left_at: null }),
          )
          .execute();
        if (known !== null) await setAside(tx, params.territory, known.id, params.establishment, now);
        await remember(tx, source, actor, {
          territory: params.territory,
          object: "establishment",
          id: params.establishment,
          action: "created",
          after: told,
          establishment: params.establishment,
          from: "joining",
        });
        await askRematch(tx, params.territory);
      }
      await tell(tx, { territory: params.territory, about: "establishments", id: params.establishment });
      await tellCompany(tx, actor, origin, params.territory, demand.link_id, body.answer);
      return ok({ answer: body.answer });
    },
  }),
];

const answers = {
  accepted: {
    subject: (name: string) => `Simbiosi : vous participez à « ${name} » / you take part in "${name}"`,
    fr: (name: string) =>
      `Votre demande est acceptée : votre fiche sert désormais aussi à « ${name} », sans rien ressaisir. Vous pouvez en repartir quand vous voulez, depuis « Qui voit quoi ».`,
    en: (name: string) =>
      `Your demand is accepted: your sheet now serves "${name}" too, with nothing to enter again. You may leave whenever you like, from "Who sees what".`,
  },
  declined: {
    subject: (name: string) => `Simbiosi : votre demande à « ${name} » / your demand to "${name}"`,
    fr: (name: string) =>
      `L'animation de « ${name} » n'a pas retenu votre demande. Rien de vos flux ne lui a été montré, et rien ne change là où vous êtes déjà.`,
    en: (name: string) =>
      `The facilitation of "${name}" has declined your demand. It was shown nothing of your flows, and nothing changes where you take part already.`,
  },
};

/** Writes the answer to whoever asked, at the address of the link that the demand came by. */
async function tellCompany(
  tx: Tx,
  actor: Actor,
  origin: string,
  territory: string,
  link: string | null,
  answer: keyof typeof answers,
): Promise<void> {
  if (link === null) return;
  // The link is of another démarche: its address is read to be written to, and told to nobody.
  await inRole(tx, "access");
  const asked = await tx.selectFrom("company_link").select("email").where("id", "=", link).executeTakeFirst();
  const { name } = await tx
    .selectFrom("territory")
    .select("name")
    .where("id", "=", territory)
    .executeTakeFirstOrThrow();
  await inRole(tx, actor.role);
  const to = asked?.email ?? null;
  if (to === null) return;
  const { subject, fr, en } = answers[answer];
  await enqueue(tx, "send-letter", {
    to,
    subject: subject(name),
    text: `Bonjour,\n\n${fr(name)}\n\n${en(name)}\n\n${origin}\n`,
  });
}

/** The sheet that was set aside for the shared one takes part again, unless it was erased meanwhile. */
async function takeBack(tx: Tx, territory: string, sheet: string | null): Promise<void> {
  if (sheet === null) return;
  await inRole(tx, "engine");
  await inPlace(tx, territory);
  await tx
    .updateTable("participation")
    .set({ left_at: null })
    .where("territory_id", "=", territory)
    .where("establishment_id", "=", sheet)
    .execute();
}

/** Démarches that live, by name: the demonstration is among its likes only. */
async function openDemarches(
  tx: Tx,
  territory: string,
): Promise<readonly { id: string; name: string; type: string | null }[]> {
  // Their names are public; a company's transaction reads its own territory only.
  await inRole(tx, "access");
  const places = await tx
    .selectFrom("territory")
    .select(["id", "name", "type", "demonstration"])
    .where("archived_at", "is", null)
    .orderBy("name")
    .orderBy("id")
    .execute();
  await inRole(tx, "company");
  await inPlace(tx, territory);
  const here = places.find(({ id }) => id === territory);
  return places
    .filter(({ demonstration }) => demonstration === here?.demonstration)
    .map(({ id, name, type }) => ({ id, name, type }));
}

async function knownHere(
  tx: Tx,
  territory: string,
  siret: string | null,
): Promise<{ id: string; name: string; flows: number } | null> {
  if (siret === null) return null;
  const row = await tx
    .selectFrom("establishment")
    .innerJoin("participation", "participation.establishment_id", "establishment.id")
    .select(["establishment.id", "establishment.name"])
    .where("participation.territory_id", "=", territory)
    .where("participation.left_at", "is", null)
    .where("establishment.siret", "=", siret)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { count } = await tx
    .selectFrom("flow")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("establishment_id", "=", row.id)
    .where("removed_at", "is", null)
    .executeTakeFirstOrThrow();
  return { ...row, flows: Number(count) };
}

/** What this démarche had of the company leaves with its flows, and is kept; whom it met there goes over to the shared sheet. */
async function setAside(tx: Tx, territory: string, old: string, shared: string, now: Date): Promise<void> {
  for (const table of ["contact", "encounter"] as const)
    await tx
      .updateTable(table)
      .set({ establishment_id: shared })
      .where("territory_id", "=", territory)
      .where("establishment_id", "=", old)
      .execute();
  await tx
    .updateTable("company_link")
    .set({ revoked_at: now })
    .where("territory_id", "=", territory)
    .where("establishment_id", "=", old)
    .where("revoked_at", "is", null)
    .execute();
  await tx
    .updateTable("participation")
    .set({ left_at: now })
    .where("territory_id", "=", territory)
    .where("establishment_id", "=", old)
    .execute();
}
