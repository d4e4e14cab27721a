import type { Setting } from "../assessment/setting.ts";
import { type Figure, sum } from "../figures/figure.ts";
import type { Establishment } from "../formats/inventory.ts";
import { type KnownFlow, quantityUnit } from "../matching/known-flow.ts";
import { leafOf, parameterValue } from "../reference-data/reference.ts";
import { byCodeUnit, type Text, text } from "../text/text.ts";
import { titleOf } from "./assess-pool.ts";
import { candidateId, headCount, type PoolCandidate, type PoolGroup } from "./candidate.ts";
import { missingFields, poolQuantities, wishedFields } from "./measure.ts";
import { fieldName } from "./pool-words.ts";

/** A fact to ask of one site so that a pool can be found or widened. */
export type PoolQuestion = {
  readonly site: Establishment;
  /** The need it concerns, or null for a fact of the establishment. */
  readonly flow: KnownFlow | null;
  readonly field: string;
  readonly why: Text;
};

/** The group of a kind that came nearest to a pool without being one. */
export type PoolShortfall = {
  readonly kind: string;
  readonly title: Text;
  readonly members: readonly PoolCandidate[];
  readonly quantity: Figure;
  readonly threshold: Figure;
  /** What is viable at this size. */
  readonly nearest: Text;
  readonly questions: readonly PoolQuestion[];
};

export function poolShortfall(setting: Setting, group: PoolGroup): PoolShortfall {
  const { kind, need } = group;
  // Who has declared a need and not yet its size is part of the near miss: with nobody counted, the size is unknown.
  const asking = group.possible.filter(({ flow }) => flow !== null);
  const members = [...group.members, ...asking];
  const counted = group.members.length > 0 ? group.members : asking;
  return {
    kind: kind.id,
    title: titleOf(group),
    members,
    quantity: sum(
      text("Besoins réunis", "Needs together"),
      quantityUnit(need),
      poolQuantities(setting, kind, need, counted),
    ),
    threshold: leafOf(text("Seuil", "Threshold"), kind.threshold),
    nearest: kind.below_threshold,
    questions: poolQuestions(setting, group),
  };
}

/**
 * What to ask, of the needs that wait and of the largest sites that might join: a facilitator asks a few companies,
 * not eighty. Needs that were declared are always asked; of the cards, as many as the parameter says.
 */
export function poolQuestions(setting: Setting, group: PoolGroup): readonly PoolQuestion[] {
  const { kind, members, possible } = group;
  const why = (field: string): Text =>
    text(
      `Pour « ${kind.name.fr} », il manque ${fieldName(field).fr}.`,
      `For "${kind.name.en}", ${fieldName(field).en} is missing.`,
    );
  const asked = (one: PoolCandidate, fields: readonly string[]): readonly PoolQuestion[] =>
    fields.map((field) => ({ site: one.site, flow: one.flow, field, why: why(field) }));
  const ofNeeds = possible
    .filter(({ flow }) => flow !== null)
    .flatMap((one) => [
      ...asked(one, missingFields(kind, one)),
      ...kind.same.flatMap(({ key, question }) =>
        one.flow?.flow.quality?.[key] === undefined
          ? [{ site: one.site, flow: one.flow, field: `quality.${key}`, why: question }]
          : [],
      ),
    ]);
  const size = ({ site }: PoolCandidate): number => headCount(site)?.value ?? 0;
  const cards = [
    ...possible.filter(({ flow }) => flow === null).map((one) => ({ one, fields: missingFields(kind, one) })),
    ...members.map((one) => ({ one, fields: wishedFields(kind, one) })),
  ]
    .filter(({ fields }) => fields.length > 0)
    .sort((a, b) => size(b.one) - size(a.one) || byCodeUnit(candidateId(a.one), candidateId(b.one)))
    .slice(0, parameterValue(setting.reference, "pools.sites-asked"));
  return [...ofNeeds, ...cards.flatMap(({ one, fields }) => asked(one, fields))];
}
