import { disclaimer, obligationsOf, ok, type Text } from "@simbiosi/domain";
import { understand } from "@simbiosi/study";
import { z } from "zod";
import { day, inTerritory, uuid, workers } from "../http/fields.ts";
import { absent } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { dayOf } from "../ids/new-id.ts";
import { inventoryOf } from "../territories/inventory-of.ts";

const TextSchema = z.object({ fr: z.string(), en: z.string() });
const Due = z.object({ on: day, what: TextSchema.nullable() });
const questions = (facts: readonly { readonly question: Text }[]): readonly Text[] =>
  facts.map(({ question }) => question);

export const obligationRoutes = [
  route({
    id: "obligations.list",
    method: "GET",
    path: "/territories/:territory/establishments/:establishment/obligations",
    about: {
      fr: "Ce que la loi demande à un établissement, par échéance, dans les deux langues",
      en: "What the law asks of an establishment, by date, in both languages",
    },
    who: [...workers, "company"],
    params: inTerritory.extend({ establishment: uuid }),
    answer: z.object({
      day,
      disclaimer: TextSchema,
      obligations: z.array(
        z.object({
          id: z.string(),
          theme: z.string(),
          title: TextSchema,
          sentence: TextSchema,
          next_step: TextSchema,
          applies: z.enum(["applies", "may-apply"]),
          since: day.nullable(),
          due: Due.nullable(),
          passed: z.array(Due),
          every_months: z.number().nullable(),
          why: z.array(TextSchema),
          asks: z.array(TextSchema),
          basis: z.string(),
          confidence: z.enum(["high", "medium", "low"]),
          checked_on: day,
        }),
      ),
      /** Duties that what was declared neither shows nor rules out, and the few questions that would. */
      unsettled: z.object({ count: z.number().int(), asks: z.array(TextSchema) }),
    }),
    handle: async ({ tx, params, services: { reference, source } }) => {
      const takesPart = await tx
        .selectFrom("participation")
        .select("establishment_id")
        .where("territory_id", "=", params.territory)
        .where("establishment_id", "=", params.establishment)
        .where("left_at", "is", null)
        .executeTakeFirst();
      if (takesPart === undefined) return absent;
      const whole = await inventoryOf(tx, params.territory);
      const site = whole.establishments.find(({ id }) => id === params.establishment);
      if (site === undefined) return absent;
      const today = dayOf(source.now());
      const flows = whole.flows.filter(({ establishment }) => establishment === site.id);
      const understood = understand(reference, { ...whole, establishments: [site], flows }, today);
      const { obligations, unsettled } = obligationsOf(understood.setting, site, understood.flows);
      return ok({
        day: today,
        disclaimer,
        obligations: obligations.map(({ row, applies, since, due, passed, everyMonths, why, asks }) => ({
          id: row.id,
          theme: row.theme,
          title: row.title,
          sentence: row.sentence,
          next_step: row.next_step,
          applies,
          since,
          due,
          passed: [...passed],
          every_months: everyMonths,
          why: [...why],
          asks: [...questions(asks)],
          basis: row.basis,
          confidence: row.confidence,
          checked_on: row.checked_on,
        })),
        unsettled: { count: unsettled.count, asks: [...questions(unsettled.asks)] },
      });
    },
  }),
];
