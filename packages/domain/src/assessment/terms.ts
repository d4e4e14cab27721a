import { type Figure, product, sum } from "../figures/figure.ts";
import type { Reading } from "../figures/reading.ts";
import type { Text } from "../text/text.ts";

/** Who gains or pays: one of the two sites, or the public service that pays for the waste of the first. */
export type Role = "offer" | "need" | "public";

export const metrics = ["gain", "co2e", "diverted", "virgin", "water", "energy", "jobs"] as const;
export type Metric = (typeof metrics)[number];

/**
 * One line of an assessment. The whole assessment is a list of these, written once; the explanation tree
 * ({@link evaluateTree}) and the numbers of the engine ({@link coefficients}) both read it.
 *
 * - `per-unit`: rate × quantity                 - `per-unit-km`: rate × quantity × distance
 * - `per-km`:   rate × distance (a pipe)        - `fixed`: rate
 */
export type Term = {
  readonly id: string;
  readonly metric: Metric;
  readonly basis: "per-unit" | "per-unit-km" | "per-km" | "fixed";
  /** +1 a saving against the counterfactual, −1 a cost of the synergy. */
  readonly sign: 1 | -1;
  readonly label: Text;
  readonly rate: Figure;
  readonly role: Role;
};

export const metricUnit: Record<Metric, string> = {
  gain: "EUR/yr",
  co2e: "tCO2e/yr",
  diverted: "t/yr",
  virgin: "t/yr",
  water: "m3/yr",
  energy: "MWh/yr",
  jobs: "person",
};

/** One term as a branch of the tree. */
export function evaluateTerm(term: Term, quantity: Figure, distance: Figure): Figure {
  const unit = metricUnit[term.metric];
  switch (term.basis) {
    case "per-unit":
      return product(term.label, unit, [quantity, term.rate]);
    case "per-unit-km":
      return product(term.label, unit, [quantity, distance, term.rate]);
    case "per-km":
      return product(term.label, unit, [distance, term.rate]);
    case "fixed":
      return product(term.label, unit, [term.rate]);
  }
}

/** Σ of the terms of one metric, as a tree that opens down to the sources. */
export const evaluateTree = (
  terms: readonly Term[],
  label: Text,
  metric: Metric,
  quantity: Figure,
  distance: Figure,
): Figure => sumOfTerms(terms, label, metric, (term) => evaluateTerm(term, quantity, distance));

/** The same where several sums share their branches: a term is evaluated once, and explained once. */
export function sumOfTerms(
  terms: readonly Term[],
  label: Text,
  metric: Metric,
  branch: (term: Term) => Figure,
): Figure {
  const chosen = terms.filter((term) => term.metric === metric);
  return sum(
    label,
    metricUnit[metric],
    chosen.map(branch),
    chosen.map((term) => term.sign),
  );
}

/** score = quantity × (perUnit + perUnitKm × km) + perKm × km + fixed. NaN where a rate is unknown. */
export type Coefficients = { perUnit: number; perUnitKm: number; perKm: number; fixed: number };

/**
 * The same terms as plain numbers for the engine.
 * @param end `value` for the central estimate, `best` for the most favourable end of every interval, or a reading
 * Rates are built in the units of {@link metricUnit} over the unit of the quantity, so nothing is scaled here.
 */
export function coefficients(terms: readonly Term[], metric: Metric, end: "value" | "best" | Reading): Coefficients {
  const total: Coefficients = { perUnit: 0, perUnitKm: 0, perKm: 0, fixed: 0 };
  const slot = { "per-unit": "perUnit", "per-unit-km": "perUnitKm", "per-km": "perKm", fixed: "fixed" } as const;
  for (const term of terms) {
    if (term.metric !== metric || term.rate.state === "not-applicable") continue;
    const { rate, sign } = term;
    if (rate.state !== "known") {
      total[slot[term.basis]] = Number.NaN;
      continue;
    }
    const chosen = end === "value" ? rate.value : end === "best" ? (sign === 1 ? rate.high : rate.low) : end(rate);
    total[slot[term.basis]] += sign * chosen;
  }
  return total;
}

export const scoreOf = (c: Coefficients, quantity: number, km: number): number =>
  quantity * (c.perUnit + c.perUnitKm * km) + c.perKm * km + c.fixed;
