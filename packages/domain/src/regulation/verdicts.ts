import type { Reference } from "../reference-data/reference.ts";
import type { Rule } from "../reference-data/rows.ts";
import { type Comparison, comparer, comparisonsOf, type FactValue } from "./predicate.ts";
import { mayForbid, type Verdict, verdictOf } from "./verdict.ts";

/** What is known of one synergy beyond what is settled; undefined where nobody knows. */
export type Told = (fact: string) => FactValue | undefined;

const letter = { yes: "y", no: "n", unknown: "u" } as const;

/** The verdicts of many synergies that share their rules. */
export type VerdictBook = {
  readonly verdict: (told: Told) => Verdict;
  /** Is the verdict a refusal? Asks only what the rules that can refuse ask. */
  readonly forbids: (told: Told) => boolean;
};

/** A comparison of a rule as a function, and the words it is known by. */
type Asked = { readonly key: string; readonly fact: string; readonly answer: ReturnType<typeof comparer> };

const asked = new WeakMap<Rule, readonly Asked[]>();
const comparisonsIn = (rule: Rule): readonly Asked[] => {
  let known = asked.get(rule);
  if (known === undefined) {
    known = [...comparisonsOf(rule.applies), ...comparisonsOf(rule.test)].map(
      (one: Comparison): Asked => ({ key: JSON.stringify(one), fact: one.fact, answer: comparer(one) }),
    );
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
  const byAnswers = (some: readonly Rule[]): VerdictBook["verdict"] => {
    let answersTo: ((told: Told) => string) | undefined;
    const verdicts = new Map<string, Verdict>();
    return (told) => {
      answersTo ??= questionnaire(some, settled);
      const answers = answersTo(told);
      let known = verdicts.get(answers);
      if (known === undefined) {
        const all: Told = (fact) => settled.get(fact) ?? told(fact);
        known = verdictOf(reference, { get: all, has: (fact) => all(fact) !== undefined }, day, some);
        verdicts.set(answers, known);
      }
      return known;
    };
  };
  const refusing = rules.filter(mayForbid);
  const refusal = byAnswers(refusing);
  return {
    verdict: byAnswers(rules),
    forbids: (told) => refusing.length > 0 && refusal(told).outcome === "forbidden",
  };
}

/** How the comparisons of some rules turn out, as one word: what is asked of each open fact, so that it is told once. */
function questionnaire(rules: readonly Rule[], settled: ReadonlyMap<string, FactValue>): (told: Told) => string {
  const open = new Map<string, Map<string, Asked>>();
  for (const rule of rules)
    for (const one of comparisonsIn(rule)) {
      if (settled.has(one.fact)) continue;
      const ofFact = open.get(one.fact) ?? new Map<string, Asked>();
      open.set(one.fact, ofFact.set(one.key, one));
    }
  const questions = [...open].map(([fact, ofFact]) => ({
    fact,
    answers: [...ofFact.values()].map((one) => one.answer),
  }));
  return (told) => {
    let answers = "";
    for (const question of questions) {
      const value = told(question.fact);
      // A fact that nobody gave is a question to ask; one that cannot be compared is not.
      if (value === undefined) answers += "?";
      else for (const answer of question.answers) answers += letter[answer(value)];
    }
    return answers;
  };
}
