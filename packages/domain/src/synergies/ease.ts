import { derived, type Figure, given, product } from "../figures/figure.ts";
import type { Outcome } from "../formats/synergies.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import { parameter, type Reference } from "../reference-data/reference.ts";
import { type Text, text } from "../text/text.ts";

export type EaseInput = {
  parties: number;
  processes: number;
  outcome: Outcome;
  distance: Figure;
  overlapShare: number;
  flows: readonly KnownFlow[];
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

/**
 * How easy a lead is to carry out, 0 to 1: the product of documented factors, each of which shows in the tree.
 * Users act on the easy ones first: few parties, no process, law clear, near, season whole, contract ending soon, figures proven.
 */
export function easeOf(reference: Reference, input: EaseInput): Figure {
  const factor = (id: string): Figure => parameter(reference, `ease.${id}`);
  const factors: Figure[] = [
    power(text("Nombre de parties", "Number of parties"), factor("extra-party"), Math.max(0, input.parties - 2)),
    power(text("Procédé nécessaire", "Process needed"), factor("process"), input.processes),
    factor(`verdict-${input.outcome}`),
    factor(`distance-${distanceBand(input.distance)}`),
    given({
      label: text("Accord des saisons", "Seasons agree"),
      value: 0.5 + 0.5 * Math.min(1, input.overlapShare),
      unit: "1",
      source: "definition",
      date: null,
    }),
    factor(contractBand(input.flows, input.day)),
    ...input.flows.slice(0, 2).map((known) => factor(`evidence-${known.flow.evidence ?? "declared"}`)),
  ];
  return product(text("Facilité", "Ease"), "1", factors);
}

function distanceBand(distance: Figure): string {
  if (distance.state !== "known") return "unknown";
  return distance.value <= 5 ? "near" : distance.value <= 30 ? "middle" : distance.value <= 100 ? "far" : "very-far";
}

/** A contract that ends within a year is the moment to change; one that runs on is a reason to wait. */
function contractBand(flows: readonly KnownFlow[], day: string): string {
  const ends = flows.flatMap((known) => known.flow.current?.contract_end ?? []);
  if (ends.length === 0) return "contract-unknown";
  return ends.every((end) => monthsBetween(day, end) <= 12) ? "contract-ending" : "contract-running";
}
