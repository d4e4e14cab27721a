import type { Reference } from "../reference-data/reference.ts";
import type { Rule } from "../reference-data/rows.ts";
import { type Comparison, comparer, comparisonsOf, type Facts, type FactValue } from "./predicate.ts";
import { mayForbid, type Verdict, verdictOf } from "./verdict.ts";

/** Who tells an open fact of a pair: the flow that gives, the flow that asks, or the two together. */
export type Teller = "offer" | "need" | "pair";

/** What is known of pairs beyond what is settled; undefined where nobody knows. Flows and pairs go by their numbers. */
export type Tellers = {
  readonly tellerOf: (fact: string) => Teller;
  readonly told: (teller: Teller, which: number, fact: string) => FactValue | undefined;
};

/** One pair: the numbers of its flows, and its own. */
export type Asked = { readonly offer: number; readonly need: number; readonly pair: number };

const letter = { yes: "y", no: "n", unknown: "u" } as const;

/** The verdicts of the pairs that share their rules and what is settled of them. */
export type VerdictBook = {
  readonly verdict: (pair: Asked) => Verdict;
  /** Is the verdict a refusal? Asks only what the rules that can refuse ask. */
  readonly forbids: (pair: Asked) => boolean;
};

/** A comparison of a rule as a function, and the words it is known by. */
type Question = { readonly key: string; readonly fact: string; readonly answer: ReturnType<typeof comparer> };

const asked = new WeakMap<Rule, readonly Question[]>();
const questionsIn = (rule: Rule): readonly Question[] => {
  let known = asked.get(rule);
  if (known === undefined) {
    known = [...comparisonsOf(rule.applies), ...comparisonsOf(rule.test)].map(
      (one: Comparison): Question => ({ key: JSON.stringify(one), fact: one.fact, answer: comparer(one) }),
    );
    asked.set(rule, known);
  }
  return known;
};

/** Answers are counted in the order in which they are met; more ways to answer than this are a bug. */
const most = 2 ** 17;

/** How all comparisons of some rules turn out for a pair, as one number: what each flow answers is asked of it once. */
type Questionnaire = (pair: Asked) => number;

/**
 * Makes verdict books: verdicts are worked out once for each way in which the comparisons that the rules make can turn
 * out, so that thousands of pairs of two classes come to a handful of verdicts.
 * @param isSettled facts that every book settles: they are never asked of a flow or a pair
 * @returns of rules in the order of the reference, and what is settled for all pairs of the book
 */
export function verdictBooks(
  reference: Reference,
  day: string,
  { tellerOf, told }: Tellers,
  isSettled: (fact: string) => boolean,
): (rules: () => readonly Rule[], refusing: readonly Rule[], settled: Facts) => VerdictBook {
  const answersOf = (teller: Teller, rules: readonly Rule[]): ((which: number) => number) => {
    const open = new Map<string, Map<string, Question>>();
    for (const rule of rules)
      for (const one of questionsIn(rule)) {
        if (isSettled(one.fact) || tellerOf(one.fact) !== teller) continue;
        const ofFact = open.get(one.fact) ?? new Map<string, Question>();
        open.set(one.fact, ofFact.set(one.key, one));
      }
    if (open.size === 0) return () => 0;
    const questions = [...open].map(([fact, ofFact]) => ({
      fact,
      answers: [...ofFact.values()].map((one) => one.answer),
    }));
    const numbers = new Map<string, number>();
    const work = (which: number): number => {
      let answers = "";
      for (const question of questions) {
        const value = told(teller, which, question.fact);
        // A fact that nobody gave is a question to ask; one that cannot be compared is not.
        if (value === undefined) answers += "?";
        else for (const answer of question.answers) answers += letter[answer(value)];
      }
      let number = numbers.get(answers);
      if (number === undefined) {
        number = numbers.size;
        if (number >= most) throw new Error("Bug: too many ways to answer");
        numbers.set(answers, number);
      }
      return number;
    };
    // A pair is asked once or twice, a flow by all its pairs.
    if (teller === "pair") return work;
    const known = new Map<number, number>();
    return (which) => {
      let number = known.get(which);
      if (number === undefined) {
        number = work(which);
        known.set(which, number);
      }
      return number;
    };
  };
  const order = new Map(reference.rules.map((rule, i) => [rule, i]));
  const questionnaires = new Map<string, Questionnaire>();
  const questionnaireOf = (rules: readonly Rule[]): Questionnaire => {
    let key = "";
    for (const rule of rules) key += `${order.get(rule)} `;
    let known = questionnaires.get(key);
    if (known === undefined) {
      const [offers, needs, pairs] = [
        answersOf("offer", rules),
        answersOf("need", rules),
        answersOf("pair", rules),
      ] as const;
      known = ({ offer, need, pair }) => (offers(offer) * most + needs(need)) * most + pairs(pair);
      questionnaires.set(key, known);
    }
    return known;
  };
  const byAnswers = (rules: readonly Rule[], settled: Facts): VerdictBook["verdict"] => {
    const questionnaire = questionnaireOf(rules);
    const verdicts = new Map<number, Verdict>();
    return (pair) => {
      const answers = questionnaire(pair);
      let known = verdicts.get(answers);
      if (known === undefined) {
        const get = (fact: string): FactValue | undefined => {
          if (isSettled(fact)) return settled.get(fact);
          const teller = tellerOf(fact);
          return told(teller, pair[teller], fact);
        };
        known = verdictOf(reference, { get, has: (fact) => get(fact) !== undefined }, day, rules);
        verdicts.set(answers, known);
      }
      return known;
    };
  };
  return (rules, refusing, settled) => {
    let whole: VerdictBook["verdict"] | undefined;
    const refusal = refusing.length === 0 ? null : byAnswers(refusing, settled);
    return {
      verdict: (pair) => {
        whole ??= byAnswers(rules(), settled);
        return whole(pair);
      },
      forbids: (pair) => refusal !== null && refusal(pair).outcome === "forbidden",
    };
  };
}

/** The rules among these that can refuse. */
export const refusingOf = (rules: readonly Rule[]): readonly Rule[] => rules.filter(mayForbid);
