import { type Outcome, outcomes } from "../formats/synergies.ts";
import type { Reference } from "../reference-data/reference.ts";
import type { Rule } from "../reference-data/rows.ts";
import { type Text, text } from "../text/text.ts";
import { evaluate, type Facts, factsAsked } from "./predicate.ts";

/** One rule as it turned out for one synergy. `asks`: the facts that nobody gave and that would settle it. */
export type RuleFinding = {
  readonly rule: Rule;
  readonly outcome: Outcome;
  readonly asks: readonly string[];
  /** The reading of doubtful words under which alone the rule speaks of the synergy; absent when it does in any case. */
  readonly onlyIf?: Text;
};
export type Verdict = { readonly outcome: Outcome; readonly findings: readonly RuleFinding[] };

/** Shown wherever a verdict is. */
export const disclaimer: Text = text(
  "Aide à la décision, pas un avis juridique : chaque règle porte sa base, sa date de vérification et son degré de confiance.",
  "Decision support, not legal advice: each rule carries its basis, the day it was checked and its confidence.",
);

const severity = (outcome: Outcome): number => outcomes.indexOf(outcome);

export const worst = (list: readonly Outcome[]): Outcome =>
  list.reduce<Outcome>((bad, one) => (severity(one) > severity(bad) ? one : bad), "ok");

const inForce = (rule: Rule, day: string): boolean =>
  (rule.valid_from === null || rule.valid_from <= day) && (rule.valid_to === null || day <= rule.valid_to);

export const rulesInForce = (reference: Reference, day: string): readonly Rule[] =>
  reference.rules.filter((rule) => inForce(rule, day));

/**
 * The rules that may speak of a synergy of which only these facts are known yet. In three-valued logic a "no" stays a
 * "no" whatever is learnt later, so what is left out here can never apply: pairs of one class share the answer.
 */
export const rulesThatMayApply = (rules: readonly Rule[], facts: Facts): readonly Rule[] =>
  rules.filter((rule) => evaluate(rule.applies, facts, true) !== "no");

const scopeOf = (fact: string): string => fact.split(".")[0] ?? "";
const scopesAsked = new WeakMap<Rule, readonly ReadonlySet<string>[]>();

/** What each part of "when it applies" asks of, all of which must hold: the scopes of its facts (`offer`, `need`, `route` …). */
function scopesByPart(rule: Rule): readonly ReadonlySet<string>[] {
  let known = scopesAsked.get(rule);
  if (known === undefined) {
    const parts = "all" in rule.applies ? rule.applies.all : [rule.applies];
    known = parts.map((part) => new Set(factsAsked(part).map(scopeOf)));
    scopesAsked.set(rule, known);
  }
  return known;
}

/**
 * Does one part of "when it applies" ask of several of these scopes at once? If none does, a rule that each scope by
 * itself leaves standing stands when they are taken together: one "no" settles an all, and nothing else does.
 */
export const asksTogether = (rule: Rule, scopes: readonly string[]): boolean =>
  scopesByPart(rule).some((asked) => scopes.filter((scope) => asked.has(scope)).length > 1);

/** Does "when it applies" ask of this scope at all? */
export const asksOf = (rule: Rule, scope: string): boolean => scopesByPart(rule).some((asked) => asked.has(scope));

/** A rule of low confidence never forbids by itself: what we are not sure of is to be checked. */
export const mayForbid = ({ confidence, outcome }: Rule): boolean =>
  confidence !== "low" && Object.values(outcome).includes("forbidden");

const namesAsked = new WeakMap<Rule, readonly string[]>();

function missingFacts(rule: Rule, facts: Facts): readonly string[] {
  let names = namesAsked.get(rule);
  if (names === undefined) {
    names = [...new Set([...factsAsked(rule.applies), ...factsAsked(rule.test)])];
    namesAsked.set(rule, names);
  }
  return names.filter((name) => !facts.has(name));
}

/**
 * What the law says of one synergy on one day: every rule in force that speaks of it, and the worst outcome.
 * A rule that may speak of it, but we cannot tell, is at least to be checked. A rule of low confidence never
 * forbids by itself: what we are not sure of is to be checked with the administration.
 * @param rules those that may apply, when the caller has narrowed them with {@link rulesThatMayApply}
 */
export function verdictOf(
  reference: Reference,
  facts: Facts,
  day: string,
  rules: readonly Rule[] = rulesInForce(reference, day),
): Verdict {
  const findings: RuleFinding[] = [];
  for (const rule of rules) {
    const applies = evaluate(rule.applies, facts);
    if (applies === "no") continue;
    const answer = applies === "unknown" ? "unknown" : evaluate(rule.test, facts);
    const outcome = answer === "unknown" && applies === "unknown" ? "check" : rule.outcome[answer];
    findings.push({
      rule,
      outcome: outcome === "forbidden" && !mayForbid(rule) ? "check" : outcome,
      asks: answer === "unknown" ? missingFacts(rule, facts) : [],
    });
  }
  findings.sort((a, b) => severity(b.outcome) - severity(a.outcome) || (a.rule.id < b.rule.id ? -1 : 1));
  return { outcome: worst(findings.map((finding) => finding.outcome)), findings };
}
