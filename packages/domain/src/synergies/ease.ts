import { derived, type Figure, given, product } from "../figures/figure.ts";
import type { Outcome } from "../formats/synergies.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import { parameter, parameterValue, type Reference } from "../reference-data/reference.ts";
import { type Text, text } from "../text/text.ts";
import type { Measured } from "./facts.ts";

export type EaseInput = {
  parties: number;
  processes: number;
  outcome: Outcome;
  /** In km; null when it is not known. */
  distance: Measured;
  overlapShare: number;
  flows: readonly KnownFlow[];
  /** Parties whose part is worked out from their card, with no flow declared. */
  deduced?: number;
  day: string;
};

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));

const power = (label: Text, base: Figure, times: number): Figure =>
  derived(
    label,
    "1",
    text(`facteur ^ ${times}`, `factor ^ ${times}`),
    [base],
    base.state === "known" ? { value: base.value ** times, low: base.low ** times, high: base.high ** times } : null,
  );

type Factor =
  | { readonly parameter: string }
  | { readonly label: Text; readonly parameter: string; readonly times: number }
  | { readonly label: Text; readonly share: number };

/** The documented factors of ease, in the order of the tree: few parties, no process, law clear, near, season whole, contract ending soon, figures proven. */
const factorsOf = (input: EaseInput): readonly Factor[] => [
  {
    label: text("Nombre de parties", "Number of parties"),
    parameter: "ease.extra-party",
    times: Math.max(0, input.parties - 2),
  },
  { label: text("Procédé nécessaire", "Process needed"), parameter: "ease.process", times: input.processes },
  { parameter: `ease.verdict-${input.outcome}` },
  { parameter: `ease.distance-${distanceBand(input.distance)}` },
  { label: text("Accord des saisons", "Seasons agree"), share: 0.5 + 0.5 * Math.min(1, input.overlapShare) },
  { parameter: `ease.${contractBand(input.flows, input.day)}` },
  ...input.flows.slice(0, 2).map((known) => ({ parameter: `ease.evidence-${known.flow.evidence ?? "declared"}` })),
  ...((input.deduced ?? 0) > 0 ? [{ parameter: "ease.evidence-deduced" }] : []),
];

/**
 * How easy a lead is to carry out, 0 to 1: the product of documented factors, each of which shows in the tree.
 * Users act on the easy ones first.
 */
export function easeOf(reference: Reference, input: EaseInput): Figure {
  const factors = factorsOf(input).map((factor): Figure => {
    if ("share" in factor)
      return given({ label: factor.label, value: factor.share, unit: "1", source: "definition", date: null });
    const leaf = parameter(reference, factor.parameter);
    return "times" in factor ? power(factor.label, leaf, factor.times) : leaf;
  });
  return product(text("Facilité", "Ease"), "1", factors);
}

/** The central value of {@link easeOf}, the same to the last bit, without its tree: what the ranking of many leads reads. */
export function easeValue(reference: Reference, input: EaseInput): number {
  let ease = 1;
  for (const factor of factorsOf(input))
    ease *=
      "share" in factor
        ? factor.share
        : "times" in factor
          ? parameterValue(reference, factor.parameter) ** factor.times
          : parameterValue(reference, factor.parameter);
  return ease;
}

function distanceBand(distance: Measured): string {
  if (distance.value === null) return "unknown";
  return distance.value <= 5 ? "near" : distance.value <= 30 ? "middle" : distance.value <= 100 ? "far" : "very-far";
}

/** A contract that ends within a year is the moment to change; one that runs on is a reason to wait. */
function contractBand(flows: readonly KnownFlow[], day: string): string {
  const ends = flows.flatMap((known) => known.flow.current?.contract_end ?? []);
  if (ends.length === 0) return "contract-unknown";
  return ends.every((end) => monthsBetween(day, end) <= 12) ? "contract-ending" : "contract-running";
}
