import { exchangeTerms } from "../assessment/exchange-terms.ts";
import { evaluateTree, type Metric, metricUnit } from "../assessment/terms.ts";
import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import { derived, type Figure, given, leavesOf, sum } from "../figures/figure.ts";
import type { RankedSynergy } from "../synergies/synergy.ts";
import { type Text, text } from "../text/text.ts";
import { synergyOfArc } from "./network-of-synergies.ts";

/** A lead that the plan keeps, with the quantity that the plan gives it. */
export type PlannedSynergy = { readonly synergy: RankedSynergy; readonly quantity: Figure };

/** The leads of the plan, best rank first. What the plan gives a lead may be less than what it could carry alone. */
export function plannedSynergies({ synergies, portfolio }: Diagnosis): readonly PlannedSynergy[] {
  const amounts = new Map<string, number>();
  for (const { arc, amount } of portfolio.flows)
    amounts.set(synergyOfArc(arc), (amounts.get(synergyOfArc(arc)) ?? 0) + amount);
  return synergies.flatMap((synergy) => {
    const amount = amounts.get(synergy.id);
    if (amount === undefined || synergy.quantity.state !== "known") return [];
    const { value, low, high } = synergy.quantity;
    const share = value > 0 ? Math.min(1, amount / value) : 1;
    if (share > 1 - 1e-6) return [{ synergy, quantity: synergy.quantity }];
    const quantity = derived(
      text("Quantité retenue au plan", "Quantity kept in the plan"),
      synergy.quantity.unit,
      text(
        `${Math.round(share * 100)} % de la quantité possible : le reste sert une autre piste`,
        `${Math.round(share * 100)} % of the possible quantity: the rest serves another lead`,
      ),
      [synergy.quantity],
      { value: value * share, low: low * share, high: high * share },
    );
    return [{ synergy, quantity }];
  });
}

const totals: Record<Metric, Text> = {
  gain: text("Gain annuel du plan (potentiel)", "Yearly gain of the plan (potential)"),
  co2e: text("Émissions évitées par le plan (potentiel)", "Emissions avoided by the plan (potential)"),
  diverted: text("Déchets détournés par le plan (potentiel)", "Waste diverted by the plan (potential)"),
  virgin: text("Matière vierge épargnée par le plan (potentiel)", "Virgin matter spared by the plan (potential)"),
  water: text("Eau économisée par le plan (potentiel)", "Water saved by the plan (potential)"),
  energy: text("Énergie remplacée par le plan (potentiel)", "Energy replaced by the plan (potential)"),
  jobs: text(
    "Travail local du plan, en équivalents temps plein (potentiel)",
    "Local work of the plan, in full-time equivalents (potential)",
  ),
};

/** The measure of one planned lead at the planned quantity. */
export function plannedFigure(diagnosis: Diagnosis, { synergy, quantity }: PlannedSynergy, metric: Metric): Figure {
  const whole = synergy[metric];
  const [offer] = synergy.offers;
  const [need] = synergy.needs;
  if (
    quantity === synergy.quantity ||
    offer === undefined ||
    need === undefined ||
    synergy.route === null ||
    whole.state !== "known"
  )
    return whole;
  return evaluateTree(
    exchangeTerms(diagnosis.setting, offer, need, synergy.route).terms,
    whole.label,
    metric,
    quantity,
    synergy.distance,
  );
}

/**
 * The total of the plan for one measure, over the leads for which it is known.
 * @returns the total, and the leads that it leaves out because their figure is unknown
 */
export function planTotal(diagnosis: Diagnosis, metric: Metric): { total: Figure; unknown: readonly RankedSynergy[] } {
  const planned = plannedSynergies(diagnosis);
  const figures = planned.map((one) => ({ one, figure: plannedFigure(diagnosis, one, metric) }));
  const known = figures.filter(({ figure }) => figure.state === "known").map(({ figure }) => figure);
  const total =
    known.length > 0
      ? sum(totals[metric], metricUnit[metric], known)
      : given({ label: totals[metric], value: 0, unit: metricUnit[metric], source: "definition", date: null });
  return { total, unknown: figures.filter(({ figure }) => figure.state === "unknown").map(({ one }) => one.synergy) };
}

/** The share of the leaves behind a figure that rest on the team's own estimates: never alone behind a headline. */
export function estimateShare(figure: Figure): number {
  const leaves = leavesOf(figure).filter((leaf) => leaf.source !== "definition" && leaf.state === "known");
  return leaves.length === 0 ? 0 : leaves.filter((leaf) => leaf.source === "team-estimate").length / leaves.length;
}
