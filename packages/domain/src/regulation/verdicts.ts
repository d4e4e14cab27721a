import type { Reference } from "../reference-data/reference.ts";
import type { Rule } from "../reference-data/rows.ts";
import { type Comparison, compare, comparisonsOf, type FactValue } from "./predicate.ts";
import { mayForbid, type Verdict, verdictOf } from "./verdict.ts";

/** What is known of one synergy beyond what is settled; undefined where nobody knows. */
export type Told = (fact: string) => FactValue | undefined;

/** The verdicts of many synergies that share their rules. */
export type VerdictBook = {
  readonly verdict: (told: Told) => Verdict;
  /** False when no rule here can ever forbid, whatever is told. */
  readonly mayForbid: boolean;
};

const asked = new WeakMap<Rule, readonly (readonly [key: string, one: Comparison])[]>();
const comparisonsIn = (rule: Rule): readonly (readonly [key: string, one: Comparison])[] => {
  let known = asked.get(rule);
  if (known === undefined) {
    known = [...comparisonsOf(rule.applies), ...comparisonsOf(rule.test)].map((one) => [JSON.stringify(one), one]);
    asked.set(rule, known);
  }
  return known;
};

/**
 * Verdicts worked out once for each way in which the comparisons that the rules make can turn out: thousands of pairs
 * of two classes come to a handful of verdicts.
 * @param settled facts that all of them share
 */
export function verdictsByFacts(
  reference: Reference,
  rules: readonly Rule[],
  settled: ReadonlyMap<string, FactValue>,
  day: string,
): VerdictBook {
  const open = new Map<string, Comparison>();
  for (const rule of rules)
    for (const [key, one] of comparisonsIn(rule)) if (!settled.has(one.fact)) open.set(key, one);
  const comparisons = [...open.values()];
  const verdicts = new Map<string, Verdict>();
  const verdict = (told: Told): Verdict => {
    let answers = "";
    for (const one of comparisons) {
      const value = told(one.fact);
      // A fact that nobody gave is a question to ask; one that cannot be compared is not.
      answers += value === undefined ? "?" : compare(one, value).charAt(0);
    }
    let known = verdicts.get(answers);
    if (known === undefined) {
      const all: Told = (fact) => settled.get(fact) ?? told(fact);
      known = verdictOf(reference, { get: all, has: (fact) => all(fact) !== undefined }, day, rules);
      verdicts.set(answers, known);
    }
    return known;
  };
  return { verdict, mayForbid: rules.some(mayForbid) };
}
