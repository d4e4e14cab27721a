import type { Setting } from "../assessment/setting.ts";
import { type Figure, sum } from "../figures/figure.ts";
import type { Establishment } from "../formats/inventory.ts";
import { roadDistance } from "../geography/distance.ts";
import { type KnownFlow, quantityUnit } from "../matching/known-flow.ts";
import { leafOf, parameterValue } from "../reference-data/reference.ts";
import { byCodeUnit, type Text, text } from "../text/text.ts";
import { assessPool, titleOf } from "./assess-pool.ts";
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

/**
 * What keeps a group from being a pool, the first that holds: nobody has told how much, too few sites, too little
 * together, a gain that does not cover the costs, or enough in all but scattered (distance, contracts that end apart).
 */
export type PoolLack = "quantity" | "members" | "size" | "gain" | "nearness";

/** The group of a kind that came nearest to a pool without being one. */
export type PoolShortfall = {
  readonly kind: string;
  readonly title: Text;
  readonly members: readonly PoolCandidate[];
  readonly quantity: Figure;
  readonly threshold: Figure;
  /** Sites that a pool of the kind needs. */
  readonly least: number;
  readonly lack: PoolLack;
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
  const quantity = sum(
    text("Besoins réunis", "Needs together"),
    quantityUnit(need),
    poolQuantities(setting, kind, need, counted),
  );
  return {
    kind: kind.id,
    title: titleOf(group),
    members,
    quantity,
    threshold: leafOf(text("Seuil", "Threshold"), kind.threshold),
    least: kind.min_members,
    lack: lackOf(setting, { ...group, members: counted }, quantity),
    nearest: kind.below_threshold,
    questions: poolQuestions(setting, group),
  };
}

function lackOf(setting: Setting, group: PoolGroup, quantity: Figure): PoolLack {
  const { kind, members } = group;
  if (quantity.state !== "known") return "quantity";
  if (new Set(members.map(({ site }) => site.id)).size < kind.min_members) return "members";
  if (quantity.value < kind.threshold.value) return "size";
  const { gain } = assessPool(setting, { ...group, possible: [], later: [] });
  if (gain.state === "known" && gain.high <= 0) return "gain";
  return kind.line_density === null && kind.contract_window_months === null && isTogether(setting, group)
    ? "gain"
    : "nearness";
}

/** Some member has all the others within reach, and no two are farther from each other than the kind allows. */
function isTogether({ reference, context }: Setting, { kind, members }: PoolGroup): boolean {
  const within = (a: PoolCandidate, limit: number): boolean =>
    members.every((b) => (roadDistance(reference, context, a.site, b.site).value ?? 0) <= limit);
  const { farthest_km: farthest } = kind;
  return (
    members.some((one) => within(one, kind.radius_km)) &&
    (farthest === null || members.every((one) => within(one, farthest)))
  );
}

/** The form itself: a sentence of the reference says "below so much: this form", and a table has a column for each. */
export const viableForm = (nearest: Text): Text => {
  const after = (sentence: string, colon: string): string => {
    const at = sentence.indexOf(colon);
    const form = at < 0 ? sentence : sentence.slice(at + colon.length);
    return `${form.charAt(0).toUpperCase()}${form.slice(1)}`;
  };
  return text(after(nearest.fr, " : "), after(nearest.en, ": "));
};

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
