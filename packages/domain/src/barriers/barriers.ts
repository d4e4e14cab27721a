import { remembered } from "../assessment/remembered.ts";
import type { Reference } from "../reference-data/reference.ts";
import type { Barrier, Rule } from "../reference-data/rows.ts";
import { evaluate, type Facts } from "../regulation/predicate.ts";
import type { Verdict } from "../regulation/verdict.ts";
import type { FoundBarrier } from "../synergies/synergy.ts";

// One object for all leads before which it stands.
const legal = new WeakMap<Rule, FoundBarrier>();
const listed = new WeakMap<Barrier, FoundBarrier>();

/**
 * What stands in the way of a lead, each with its lever, owner and delay: the regulatory ones from the verdict,
 * the others from the catalogue of the reference.
 */
export function barriersOf(reference: Reference, facts: Facts, verdict: Verdict): readonly FoundBarrier[] {
  const regulatory = verdict.findings
    // What only another reading would forbid is a question, not yet a barrier.
    .filter(({ outcome, onlyIf }) => onlyIf === undefined && (outcome === "procedure" || outcome === "check"))
    .map(({ rule }) =>
      remembered(
        legal,
        rule,
        (): FoundBarrier => ({
          id: `law.${rule.id}`,
          action: rule.title,
          kind: "regulation",
          sentence: rule.sentence,
          lever: rule.next_step,
          owner: rule.delay_months > 0 ? "administration" : "facilitator",
          delayMonths: rule.delay_months,
          stops: false,
        }),
      ),
    );
  const others = reference.barriers
    .filter((row) => evaluate(row.applies, facts) === "yes")
    .map((row) =>
      remembered(
        listed,
        row,
        (): FoundBarrier => ({
          id: row.id,
          action: row.action ?? row.lever,
          kind: row.kind,
          sentence: row.sentence,
          lever: row.lever,
          owner: row.owner,
          delayMonths: row.delay_months,
          stops: row.stops,
        }),
      ),
    );
  return [...regulatory, ...others];
}
