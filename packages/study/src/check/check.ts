import { type CheckJson, CheckSchema, type Lang, type Question, questionsOf, suggestionsOf } from "@simbiosi/domain";
import { detect } from "@simbiosi/engine";
import { assumptions, type ReadInventory } from "@simbiosi/intake";
import type { Understood } from "../understand/understand.ts";

/** What reading a file had to say beside the inventory. */
export type ReadingReport = Pick<ReadInventory, "refused" | "notes">;

/**
 * What was understood, what was refused and why, what is missing and what the answers are worth.
 * Questions are weighed by the leads they hold back, so detection runs behind it.
 */
export function check(understood: Understood, read: ReadingReport, lang: Lang): CheckJson {
  const { inventory, setting, flows } = understood;
  const { synergies, poolQuestions } = detect(setting, flows, { top: 10, sites: inventory.establishments });
  return checkJson(understood, read, questionsOf(setting, flows, synergies, poolQuestions), lang);
}

export function checkJson(
  { inventory, setting, flows }: Understood,
  { refused, notes }: ReadingReport,
  questions: readonly Question[],
  lang: Lang,
): CheckJson {
  return CheckSchema.parse({
    format: "simbiosi-check/1",
    flows: flows.map(({ flow, resource, confidence, question }) => ({
      id: flow.id,
      resource: resource?.id ?? null,
      path:
        resource === null
          ? []
          : setting.reference
              .lineage(resource.id)
              .map((row) => row.id)
              .reverse(),
      confidence,
      question: question?.[lang] ?? null,
    })),
    refused: refused.map((row) => ({ ...row, confirm: assumptions.has(row.code) })),
    notes: notes.map(({ code, message }) => ({ code, fr: message.fr, en: message.en })),
    missing: questions.map(({ flow, field, why, worth }) => ({
      flow: flow.flow.id,
      field,
      why: why[lang],
      worth_eur_per_year: worth,
    })),
    suggestions: suggestionsOf(setting.reference, inventory.establishments, flows).map(
      ({ establishment, direction, resource, ask }) => ({
        establishment: establishment.id,
        direction,
        resource: resource.id,
        question: ask[lang],
      }),
    ),
  });
}
