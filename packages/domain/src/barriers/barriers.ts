import type { Reference } from "../reference-data/reference.ts";
import { evaluate, type Facts } from "../regulation/predicate.ts";
import type { Verdict } from "../regulation/verdict.ts";
import type { FoundBarrier } from "../synergies/synergy.ts";

/**
 * What stands in the way of a lead, each with its lever, owner and delay: the regulatory ones from the verdict,
 * the others from the catalogue of the reference.
 */
export function barriersOf(reference: Reference, facts: Facts, verdict: Verdict): readonly FoundBarrier[] {
  const regulatory = verdict.findings
    .filter(({ outcome }) => outcome === "procedure" || outcome === "check")
    .map(
      ({ rule }): FoundBarrier => ({
        id: `law.${rule.id}`,
        action: rule.title,
        kind: "regulation",
        sentence: rule.sentence,
        lever: rule.next_step,
        owner: rule.delay_months > 0 ? "administration" : "facilitator",
        delayMonths: rule.delay_months,
        stops: false,
      }),
    );
  const others = reference.barriers
    .filter((row) => evaluate(row.applies, facts) === "yes")
    .map(
      (row): FoundBarrier => ({
        id: row.id,
        action: row.action ?? row.lever,
        kind: row.kind,
        sentence: row.sentence,
        lever: row.lever,
        owner: row.owner,
        delayMonths: row.delay_months,
        stops: row.stops,
      }),
    );
  return [...regulatory, ...others];
}
