import type { Reference } from "../reference-data/reference.ts";
import type { Rule } from "../reference-data/rows.ts";
import { type Comparison, compare, comparisonsOf, type FactValue } from "./predicate.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

/** What is known of one synergy beyond what is settled; undefined where nobody knows. */
export type Told = (fact: string) => FactValue | undefined;

/**
 * The verdicts of many synergies that share their rules: worked out once for each way in which the comparisons that
 * the rules make can turn out. Thousands of pairs of two classes come to a handful of verdicts.
 * @param settled facts that all of them share
 */
export function verdictsByFacts(
  reference: Reference,
  rules: readonly Rule[],
  settled: ReadonlyMap<string, FactValue>,
  day: string,
): (told: Told) => Verdict {
  const open = new Map<string, Comparison>();
  for (const rule of rules)
    for (const one of [...comparisonsOf(rule.applies), ...comparisonsOf(rule.test)])
      if (!settled.has(one.fact)) open.set(JSON.stringify(one), one);
  const comparisons = [...open.values()];
  const verdicts = new Map<string, Verdict>();
  return (told) => {
    let answers = "";
    for (const one of comparisons) {
      const value = told(one.fact);
      // A fact that nobody gave is a question to ask; one that cannot be compared is not.
      answers += value === undefined ? "?" : compare(one, value).charAt(0);
    }
    let verdict = verdicts.get(answers);
    if (verdict === undefined) {
      const known: Told = (fact) => settled.get(fact) ?? told(fact);
      verdict = verdictOf(reference, { get: known, has: (fact) => known(fact) !== undefined }, day, rules);
      verdicts.set(answers, verdict);
    }
    return verdict;
  };
}
