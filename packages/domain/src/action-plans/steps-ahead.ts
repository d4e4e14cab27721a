import type { BarrierOwner } from "../formats/synergies.ts";
import type { RankedSynergy } from "../synergies/synergy.ts";
import { type Text, text } from "../text/text.ts";

export type StepAhead = { readonly what: Text; readonly owner: BarrierOwner; readonly due: string };

/** A day some months on; the 31st becomes the last day of a shorter month. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const index = year * 12 + (month - 1) + Math.ceil(months);
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return `${y}-${String(m).padStart(2, "0")}-${String(Math.min(date, last)).padStart(2, "0")}`;
}

/**
 * What it takes to bring a lead to a trial, in order, with who does it and by when: meet, know what is missing,
 * settle the law, lift the other barriers, try. The facilitator's week is the scarce thing, so the list is short.
 */
export function stepsAhead(synergy: RankedSynergy, day: string): readonly StepAhead[] {
  const steps: StepAhead[] = [];
  let months = 0;
  const then = (delay: number, what: Text, owner: BarrierOwner): void => {
    months += delay;
    steps.push({ what, owner, due: monthsLater(day, months) });
  };
  then(
    1,
    synergy.kind === "mutualisation"
      ? text(
          "Réunir les membres et recueillir leur accord de principe.",
          "Bring the members together and obtain their agreement in principle.",
        )
      : text(
          "Mettre les deux entreprises en relation, avec leur accord.",
          "Introduce the two companies, with their consent.",
        ),
    "facilitator",
  );
  for (const flow of [...synergy.offers, ...synergy.needs])
    if (flow.yearly.state === "unknown")
      then(
        1,
        text(
          `Obtenir la quantité annuelle de « ${flow.flow.label} ».`,
          `Obtain the yearly quantity of "${flow.flow.label}".`,
        ),
        "facilitator",
      );
  for (const { rule, outcome } of synergy.verdict.findings)
    if (outcome === "procedure" || outcome === "check")
      then(rule.delay_months, rule.next_step, outcome === "procedure" ? "need" : "facilitator");
  for (const barrier of synergy.barriers)
    if (barrier.kind !== "regulation" && barrier.kind !== "confidentiality" && barrier.id !== "quantity-unknown")
      then(Math.min(barrier.delayMonths, 3), barrier.lever, barrier.owner);
  then(
    2,
    synergy.kind === "mutualisation"
      ? text("Lancer la consultation commune et signer.", "Launch the common tender and sign.")
      : text(
          "Essayer sur un lot, peser, puis convenir d'un prix et d'une durée.",
          "Try one lot, weigh it, then agree on price and term.",
        ),
    synergy.kind === "mutualisation" ? "facilitator" : "need",
  );
  return steps;
}
