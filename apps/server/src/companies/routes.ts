import { type Consent, consentFields, type Flow, ok, outcomes, stages, synergyKinds } from "@simbiosi/domain";
import { z } from "zod";
import { remember } from "../changes/history.ts";
import { tell } from "../events/tell.ts";
import { day, inTerritory, langAsked } from "../http/fields.ts";
import { absent, refuse } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { dayOf } from "../ids/new-id.ts";
import { askRematch } from "../jobs/enqueue.ts";
import { givenTo, sidesOf, withConsent } from "./consents.ts";
import { myDataRoutes } from "./my-data.ts";

const GlimpseSchema = z.object({
  lead: z.string(),
  kind: z.enum(synergyKinds),
  mine: z.array(z.object({ flow: z.string(), label: z.string(), direction: z.enum(["in", "out"]) })),
  others: z.object({
    count: z.number(),
    level: z.enum(["facilitator", "territory", "named"]),
    name: z.string().nullable(),
    label: z.string().nullable(),
    sector: z.string().nullable(),
    km: z.number().nullable(),
  }),
  gain: z.object({ low: z.number(), high: z.number(), value: z.number().nullable() }).nullable(),
  verdict: z.enum(outcomes),
});
const Answer = z.enum(["interested", "not-now", "no"]);
const Given = z.object({ fields: z.array(z.enum(consentFields)), date: day });
const ProposalSchema = GlimpseSchema.extend({
  answer: Answer.nullable(),
  reason: z.string().nullable(),
  /** Where the talk stands, once there is one. */
  stage: z.enum(stages).nullable(),
  /** Whether there is one other company, to whom a name can be told without telling others. */
  may_agree: z.boolean(),
  /** What this company agreed to tell the other one. */
  agreed: Given.nullable(),
  /** What the other company reads of this one today. */
  seen: GlimpseSchema.shape.others.pick({ level: true, name: true, label: true, sector: true }).nullable(),
});
const inProposal = inTerritory.extend({ lead: z.string().max(40) });

export const companyRoutes = [
  route({
    id: "proposals.list",
    method: "GET",
    path: "/territories/:territory/proposals",
    about: { fr: "Ce qui est proposé à l'entreprise", en: "What is proposed to the company" },
    who: ["company"],
    params: inTerritory,
    query: langAsked,
    answer: z.object({ proposals: z.array(ProposalSchema) }),
    handle: async ({ tx, params, query, actor }) => {
      const own = actor.establishment ?? null;
      if (own === null) return absent;
      const rows = await tx
        .selectFrom("lead_glimpse")
        .leftJoin("synergy_establishment", (on) =>
          on
            .onRef("synergy_establishment.territory_id", "=", "lead_glimpse.territory_id")
            .onRef("synergy_establishment.lead_id", "=", "lead_glimpse.lead_id")
            .onRef("synergy_establishment.establishment_id", "=", "lead_glimpse.establishment_id"),
        )
        .select(["lead_glimpse.lead_id", `lead_glimpse.${query.lang} as told`, "answer", "answer_reason"])
        .where("lead_glimpse.territory_id", "=", params.territory)
        .where("lead_glimpse.establishment_id", "=", own)
        .orderBy("lead_glimpse.lead_id")
        .execute();
      const sides = await sidesOf(
        tx,
        params.territory,
        own,
        actor.role,
        rows.map(({ lead_id }) => lead_id),
        query.lang,
      );
      const flows = await tx.selectFrom("flow").select(["id", "data"]).where("establishment_id", "=", own).execute();
      const told = rows.map((row) => {
        const side = sides.get(row.lead_id);
        const mine = flows.filter(({ id }) => side?.myFlows.includes(id)).map(({ data }) => data as Flow);
        return {
          ...(row.told as z.output<typeof GlimpseSchema>),
          answer: row.answer,
          reason: row.answer_reason,
          stage: side?.stage ?? null,
          may_agree: (side?.other ?? null) !== null,
          agreed: side === undefined || side.other === null ? null : givenTo(side.other, mine),
          seen: side?.seen ?? null,
        };
      });
      // The greatest gain first; those not costed yet last.
      return ok({ proposals: told.sort((a, b) => (b.gain?.high ?? -1) - (a.gain?.high ?? -1)) });
    },
  }),
  route({
    id: "proposals.answer",
    method: "POST",
    path: "/territories/:territory/proposals/:lead/answer",
    about: { fr: "Intéressé, pas maintenant, non", en: "Interested, not now, no" },
    who: ["company"],
    params: inProposal,
    body: z.object({ answer: Answer, reason: z.string().max(1_000).nullable().default(null) }),
    answer: z.object({ answer: Answer }),
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const own = actor.establishment ?? null;
      if (own === null) return absent;
      const seen = await tx
        .selectFrom("lead_glimpse")
        .select("lead_id")
        .where("territory_id", "=", params.territory)
        .where("lead_id", "=", params.lead)
        .where("establishment_id", "=", own)
        .executeTakeFirst();
      if (seen === undefined) return absent;
      const said = { answer: body.answer, answer_reason: body.reason, answered_at: source.now() };
      await tx
        .insertInto("synergy_establishment")
        .values({ territory_id: params.territory, lead_id: params.lead, establishment_id: own, ...said })
        .onConflict((on) => on.columns(["territory_id", "lead_id", "establishment_id"]).doUpdateSet(said))
        .execute();
      await tell(tx, { territory: params.territory, about: "synergies", id: params.lead });
      return ok({ answer: body.answer });
    },
  }),
  route({
    id: "proposals.agree",
    method: "PUT",
    path: "/territories/:territory/proposals/:lead/agreement",
    about: {
      fr: "Accepter de dire son nom, sa quantité ou son gain à l'autre entreprise d'une piste ; une liste vide retire l'accord",
      en: "Agree to tell one's name, quantity or gain to the other company of a lead; an empty list takes it back",
    },
    who: ["company"],
    params: inProposal,
    body: z.object({ fields: z.array(z.enum(consentFields)).max(consentFields.length) }),
    answer: z.object({ agreed: Given.nullable() }),
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const own = actor.establishment ?? null;
      if (own === null) return absent;
      const seen = await tx
        .selectFrom("lead_glimpse")
        .select("lead_id")
        .where("territory_id", "=", params.territory)
        .where("lead_id", "=", params.lead)
        .where("establishment_id", "=", own)
        .executeTakeFirst();
      const side = (await sidesOf(tx, params.territory, own, actor.role, [params.lead], "fr")).get(params.lead);
      if (seen === undefined || side === undefined) return absent;
      const { other } = side;
      if (other === null)
        return refuse(
          422,
          "SEVERAL_COMPANIES",
          "Plusieurs entreprises sont dans cette piste : l'animation les réunit, et aucun nom n'est dit d'ici là.",
          "Several companies are in this lead: the facilitator brings them together, and no name is told until then.",
        );
      const now = source.now();
      const fields = [...new Set(body.fields)];
      for (const id of side.myFlows) {
        const before = await tx.selectFrom("flow").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
        if (before === undefined) continue;
        const data = before.data as Flow & { readonly consents?: readonly Consent[] };
        const after = { ...data, consents: withConsent(data.consents ?? [], other, fields, dayOf(now)) };
        await tx
          .updateTable("flow")
          .set({ data: JSON.stringify(after), version: before.version + 1, updated_at: now })
          .where("id", "=", id)
          .execute();
        await remember(tx, source, actor, {
          territory: params.territory,
          object: "flow",
          id,
          action: "changed",
          before: data,
          after,
          establishment: own,
        });
        await tell(tx, { territory: params.territory, about: "flows", id });
      }
      // Names appear, or disappear, with the glimpses of the next run.
      await askRematch(tx, params.territory);
      return ok({ agreed: fields.length === 0 ? null : { fields, date: dayOf(now) } });
    },
  }),
  ...myDataRoutes,
];
