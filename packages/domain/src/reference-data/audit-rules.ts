import { siteFacts } from "../obligations/site-facts.ts";
import { type Comparison, comparisonsOf, type Predicate } from "../regulation/predicate.ts";
import { assessedFacts, computedFacts } from "../synergies/facts.ts";
import type { Reference } from "./reference.ts";

export type BrokenName = { readonly table: string; readonly id: string; readonly names: string };

const wordsIn = (comparison: Comparison): readonly string[] => {
  if ("has" in comparison) return [comparison.has];
  if ("hasAny" in comparison) return comparison.hasAny;
  if ("in" in comparison) return comparison.in.filter((one) => typeof one === "string");
  return "is" in comparison && typeof comparison.is === "string" ? [comparison.is] : [];
};

/**
 * Names in the tests of rules, duties and barriers that lead nowhere: a fact that nobody works out nor answers, a class,
 * a tag, a process or a kind of pool that does not exist. A rule with such a name is silent, whatever it forbids.
 */
export function brokenTests(reference: Reference): readonly BrokenName[] {
  const facts = new Set([
    "context.id",
    ...computedFacts,
    ...assessedFacts,
    ...siteFacts,
    ...reference.facts.map(({ id }) => id),
    ...reference.contexts.flatMap((context) => Object.keys(context.facts).map((name) => `context.${name}`)),
  ]);
  const tags = new Set(reference.resources.flatMap((row) => row.tags));
  const pools = new Set(reference.pools.map(({ id }) => id));
  /** What the words of a fact name, when they name rows. */
  const namedBy = (fact: string): ((word: string) => boolean) | undefined => {
    if (/\.class(es)?$/.test(fact)) return (word) => reference.resourceById.has(word);
    if (fact.endsWith(".tags")) return (word) => tags.has(word);
    if (fact === "route.processes") return (word) => reference.processById.has(word);
    return fact === "pool.kind" ? (word) => pools.has(word) : undefined;
  };
  const wrongIn = (predicate: Predicate): readonly string[] =>
    comparisonsOf(predicate).flatMap((comparison) => {
      if (!facts.has(comparison.fact)) return [comparison.fact];
      const exists = namedBy(comparison.fact);
      return exists === undefined ? [] : wordsIn(comparison).filter((word) => !exists(word));
    });
  const tables = [
    ["rules", reference.rules.map(({ id, applies, test }) => ({ id, tests: [applies, test] }))],
    ["obligations", reference.obligations.map(({ id, applies }) => ({ id, tests: [applies] }))],
    ["barriers", reference.barriers.map(({ id, applies }) => ({ id, tests: [applies] }))],
  ] as const;
  return tables.flatMap(([table, rows]) =>
    rows.flatMap(({ id, tests }) =>
      [...new Set(tests.flatMap((predicate) => wrongIn(predicate)))].map((names) => ({ table, id, names })),
    ),
  );
}
