import type { BarrierOwner } from "../formats/synergies.ts";
import type { RankedSynergy } from "../synergies/synergy.ts";
import { type Text, text } from "../text/text.ts";

export type StepAhead = { readonly what: Text; readonly owner: BarrierOwner; readonly due: string };

/** A step before it has a date: how long after the one before it. */
export type PlannedStep = { readonly what: Text; readonly owner: BarrierOwner; readonly months: number };

/** A day some months on; the 31st becomes the last day of a shorter month. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const index = year * 12 + (month - 1) + Math.ceil(months);
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return `${y}-${String(m).padStart(2, "0")}-${String(Math.min(date, last)).padStart(2, "0")}`;
}

/** Steps with their dates, one after the other from a day. */
export function dated(steps: readonly PlannedStep[], day: string): readonly StepAhead[] {
  let months = 0;
  return steps.map(({ what, owner, months: delay }) => {
    months += delay;
    return { what, owner, due: monthsLater(day, months) };
  });
}

/**
 * What it takes to bring a lead to a trial, in order, with who does it and by when: meet, know what is missing,
 * settle the law, lift the other barriers, try. The facilitator's week is the scarce thing, so the list is short.
 */
export const stepsAhead = (synergy: RankedSynergy, day: string): readonly StepAhead[] =>
  dated(stepsOfLead(synergy, new Set()), day);

type Kind = Pick<RankedSynergy, "kind">;

/** What every lead begins with. */
export const openingStep = ({ kind }: Kind): PlannedStep => ({
  what:
    kind === "mutualisation"
      ? text(
          "Réunir les membres et recueillir leur accord de principe.",
          "Bring the members together and obtain their agreement in principle.",
        )
      : text(
          "Mettre les deux entreprises en relation, avec leur accord.",
          "Introduce the two companies, with their consent.",
        ),
  owner: "facilitator",
  months: 1,
});

/** What brings every lead to its signature. */
export const closingStep = ({ kind }: Kind): PlannedStep =>
  kind === "mutualisation"
    ? {
        what: text("Lancer la consultation commune et signer.", "Launch the common tender and sign."),
        owner: "facilitator",
        months: 2,
      }
    : {
        what: text(
          "Essayer sur un lot, peser, puis convenir d'un prix et d'une durée.",
          "Try one lot, weigh it, then agree on price and term.",
        ),
        owner: "need",
        months: 2,
      };

/** @param elsewhere ids of the barriers that an action of their own lifts */
export function stepsOfLead(synergy: RankedSynergy, elsewhere: ReadonlySet<string>): readonly PlannedStep[] {
  return [
    openingStep(synergy),
    ...[...synergy.offers, ...synergy.needs]
      .filter(({ yearly }) => yearly.state === "unknown")
      .map(
        ({ flow }): PlannedStep => ({
          what: text(
            `Obtenir la quantité annuelle de « ${flow.label} ».`,
            `Obtain the yearly quantity of "${flow.label}".`,
          ),
          owner: "facilitator",
          months: 1,
        }),
      ),
    ...synergy.verdict.findings
      .filter(({ outcome }) => outcome === "procedure" || outcome === "check")
      .filter(({ rule }) => !elsewhere.has(`law.${rule.id}`))
      .map(
        ({ rule, outcome, onlyIf }): PlannedStep =>
          onlyIf === undefined
            ? {
                what: rule.next_step,
                owner: outcome === "procedure" ? "need" : "facilitator",
                months: rule.delay_months,
              }
            : { what: onlyIf, owner: "facilitator", months: 1 },
      ),
    ...synergy.barriers
      .filter(({ id, kind }) => kind !== "regulation" && kind !== "confidentiality" && id !== "quantity-unknown")
      .filter(({ id }) => !elsewhere.has(id))
      .map(({ lever, owner, delayMonths }): PlannedStep => ({ what: lever, owner, months: Math.min(delayMonths, 3) })),
    closingStep(synergy),
  ];
}
