import { z } from "zod";

/**
 * The test of a rule is data: a closed little language over declared facts, evaluated in three values.
 * A lawyer can read it, and a fact that nobody gave makes the answer "unknown", which is a question to ask.
 */
export type Predicate =
  | { readonly all: readonly Predicate[] }
  | { readonly any: readonly Predicate[] }
  | { readonly not: Predicate }
  | { readonly fact: string; readonly is: string | number | boolean }
  | { readonly fact: string; readonly in: readonly (string | number | boolean)[] }
  /** The fact is a list that holds this word. */
  | { readonly fact: string; readonly has: string }
  /** The fact is a list that holds at least one of these words. */
  | { readonly fact: string; readonly hasAny: readonly string[] }
  | { readonly fact: string; readonly atLeast: number }
  | { readonly fact: string; readonly below: number }
  /** Known at all, whatever its value: never unknown itself. */
  | { readonly fact: string; readonly known: boolean }
  | { readonly always: boolean };

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const fact = z.string().min(1);

export const PredicateSchema: z.ZodType<Predicate> = z.lazy(() =>
  z.union([
    z.object({ all: z.array(PredicateSchema) }).strict(),
    z.object({ any: z.array(PredicateSchema) }).strict(),
    z.object({ not: PredicateSchema }).strict(),
    z.object({ fact, is: scalar }).strict(),
    z.object({ fact, in: z.array(scalar) }).strict(),
    z.object({ fact, has: z.string() }).strict(),
    z.object({ fact, hasAny: z.array(z.string()).min(1) }).strict(),
    z.object({ fact, atLeast: z.number() }).strict(),
    z.object({ fact, below: z.number() }).strict(),
    z.object({ fact, known: z.boolean() }).strict(),
    z.object({ always: z.boolean() }).strict(),
  ]),
);

/** A number known only between two ends: a band of staff, a total of which a part alone was declared. */
export type Range = { readonly low: number; readonly high: number };
export type FactValue = string | number | boolean | readonly string[] | Range;
/** What is declared about a synergy. A name that is absent is a fact that nobody gave. */
export type Facts = Pick<ReadonlyMap<string, FactValue>, "get" | "has">;
export type Truth = "yes" | "no" | "unknown";

const truth = (value: boolean): Truth => (value ? "yes" : "no");

const isRange = (value: FactValue): value is Range => typeof value === "object" && "low" in value;

/** A range answers only what both its ends agree on. */
function isOneOf(value: FactValue, wanted: readonly (string | number | boolean)[]): Truth {
  if (!isRange(value)) return truth(wanted.some((one) => one === value));
  if (value.low === value.high) return truth(wanted.includes(value.low));
  const possible = wanted.some((one) => typeof one === "number" && value.low <= one && one <= value.high);
  return possible ? "unknown" : "no";
}

function isAtLeast(value: FactValue, bound: number): Truth {
  if (typeof value === "number") return truth(value >= bound);
  if (!isRange(value)) return "unknown";
  return value.low >= bound ? "yes" : value.high < bound ? "no" : "unknown";
}

const opposite: Record<Truth, Truth> = { yes: "no", no: "yes", unknown: "unknown" };

/** A predicate made into a function once: rules are asked of very many synergies. */
type Test = (facts: Pick<Facts, "get">, partial: boolean) => Truth;

const tests = new WeakMap<Predicate, Test>();

function testOf(predicate: Predicate): Test {
  let test = tests.get(predicate);
  if (test === undefined) {
    test = madeTest(predicate);
    tests.set(predicate, test);
  }
  return test;
}

function madeTest(predicate: Predicate): Test {
  if ("always" in predicate) {
    const answer = truth(predicate.always);
    return () => answer;
  }
  if ("all" in predicate) return settledBy("no", predicate.all.map(testOf));
  if ("any" in predicate) return settledBy("yes", predicate.any.map(testOf));
  if ("not" in predicate) {
    const inner = testOf(predicate.not);
    return (facts, partial) => opposite[inner(facts, partial)];
  }
  const { fact: name } = predicate;
  const answer = comparer(predicate);
  return (facts, partial) => {
    const value = facts.get(name);
    return partial && value === undefined ? "unknown" : answer(value);
  };
}

/** One such answer settles the whole, whatever is still unknown. */
function settledBy(decisive: "yes" | "no", parts: readonly Test[]): Test {
  const otherwise = opposite[decisive];
  return (facts, partial) => {
    let answer: Truth = otherwise;
    for (const part of parts) {
      const one = part(facts, partial);
      if (one === decisive) return decisive;
      if (one === "unknown") answer = "unknown";
    }
    return answer;
  };
}

/**
 * Kleene's three-valued logic: one "no" settles an all, one "yes" settles an any, whatever is still unknown.
 * @param partial more facts will be learnt: whether an absent one is known is itself not known yet
 */
export const evaluate = (predicate: Predicate, facts: Facts, partial = false): Truth =>
  testOf(predicate)(facts, partial);

/** What a rule asks, taken apart: one comparison of one fact. */
export type Comparison = Extract<Predicate, { readonly fact: string }>;

type Answer = (value: FactValue | undefined) => Truth;

const ifKnown =
  (answer: (value: FactValue) => Truth): Answer =>
  (value) =>
    value === undefined ? "unknown" : answer(value);

/** The comparison as a function of the value of its fact; undefined: nobody gave it. */
export function comparer(predicate: Comparison): Answer {
  if ("known" in predicate) {
    const { known } = predicate;
    return (value) => truth((value !== undefined) === known);
  }
  if ("is" in predicate) {
    const wanted = [predicate.is];
    return ifKnown((value) => isOneOf(value, wanted));
  }
  if ("in" in predicate) return ifKnown((value) => isOneOf(value, predicate.in));
  if ("has" in predicate) return ifKnown((value) => truth(Array.isArray(value) && value.includes(predicate.has)));
  if ("hasAny" in predicate)
    return ifKnown((value) => truth(Array.isArray(value) && predicate.hasAny.some((one) => value.includes(one))));
  if ("atLeast" in predicate) return ifKnown((value) => isAtLeast(value, predicate.atLeast));
  return ifKnown((value) => opposite[isAtLeast(value, predicate.below)]);
}

/** All comparisons of a predicate, in reading order. */
export function comparisonsOf(predicate: Predicate): readonly Comparison[] {
  if ("always" in predicate) return [];
  if ("all" in predicate) return predicate.all.flatMap(comparisonsOf);
  if ("any" in predicate) return predicate.any.flatMap(comparisonsOf);
  if ("not" in predicate) return comparisonsOf(predicate.not);
  return [predicate];
}

/** Names of all facts a predicate asks for, in reading order, each once. */
export const factsAsked = (predicate: Predicate): readonly string[] => [
  ...new Set(comparisonsOf(predicate).map(({ fact: name }) => name)),
];
