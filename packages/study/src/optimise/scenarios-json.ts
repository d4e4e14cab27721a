import {
  byCodeUnit,
  derived,
  ExplanationBook,
  type Figure,
  type Lang,
  notApplicable,
  type Objective,
  type PortfolioDecision,
  type PortfolioJson,
  text,
} from "@simbiosi/domain";
import type { Scenarios } from "@simbiosi/engine";

const label = text("Regret du plan de base", "Regret of the base plan");

/** What keeping the base plan costs on average when each scenario comes true, from the least to the most met. */
function regretOf({ regrets, resolved }: Scenarios, objective: Objective): Figure {
  // A plan made for emissions or tonnes loses those, not money.
  if (objective !== "gain") return notApplicable(label, "EUR/yr");
  const words = text(
    `moyenne, sur ${resolved} scénarios résolus, de gain du meilleur plan du scénario − gain du plan de base maintenu ; bornes : le moindre et le plus grand`,
    `mean, over ${resolved} scenarios solved, of gain of the scenario's best plan − gain of the base plan kept; bounds: the least and the greatest`,
  );
  if (resolved === 0) return derived(label, "EUR/yr", words, [], null);
  return derived(label, "EUR/yr", words, [], {
    value: regrets.reduce((all, regret) => all + regret, 0) / resolved,
    low: regrets.reduce((least, regret) => Math.min(least, regret), Number.POSITIVE_INFINITY),
    high: regrets.reduce((most, regret) => Math.max(most, regret), 0),
  });
}

/**
 * How often each arc is part of the best plan, over the scenarios that were solved: arcs of the base plan and those that
 * were active at least once, most often first; all others never were.
 */
export function scenariosJson(
  found: Scenarios,
  base: PortfolioDecision,
  { seed, objective, lang }: { readonly seed: number; readonly objective: Objective; readonly lang: Lang },
): Required<Pick<PortfolioJson, "scenarios" | "explanations">> {
  const { count, resolved, unresolved, notRun } = found;
  const book = new ExplanationBook(lang);
  const often = (counts: ReadonlyMap<string, number>, kept: readonly string[]) =>
    [...new Set([...kept, ...counts.keys()])]
      .map((id) => ({ id, active: counts.get(id) ?? 0, of: resolved }))
      .sort((a, b) => b.active - a.active || byCodeUnit(a.id, b.id));
  const arcs = often(
    found.active,
    base.flows.map(({ arc }) => arc),
  );
  return {
    scenarios: {
      count,
      seed,
      resolved,
      unresolved,
      not_run: notRun,
      activation: arcs.map(({ id, ...counted }) => ({ arc: id, ...counted })),
      facilities: often(found.running, base.open).map(({ id, ...counted }) => ({ facility: id, ...counted })),
      regret_eur: book.figure(regretOf(found, objective)),
    },
    explanations: book.explanations(),
  };
}
