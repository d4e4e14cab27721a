import { ok, outcomes, synergyKinds } from "@simbiosi/domain";
import { z } from "zod";
import { tell } from "../events/tell.ts";
import { inTerritory, langAsked } from "../http/fields.ts";
import { absent } from "../http/problems.ts";
import { route } from "../http/route.ts";

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

export const companyRoutes = [
  route({
    id: "proposals.list",
    method: "GET",
    path: "/territories/:territory/proposals",
    about: { fr: "Ce qui est proposé à l'entreprise", en: "What is proposed to the company" },
    who: ["company"],
    params: inTerritory,
    query: langAsked,
    answer: z.object({
      proposals: z.array(GlimpseSchema.extend({ answer: Answer.nullable(), reason: z.string().nullable() })),
    }),
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
      const told = rows.map((row) => ({
        ...(row.told as z.output<typeof GlimpseSchema>),
        answer: row.answer,
        reason: row.answer_reason,
      }));
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
    params: inTerritory.extend({ lead: z.string().max(40) }),
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
];
