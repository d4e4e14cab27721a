import { derived, type Figure, notApplicable, quotient } from "../figures/figure.ts";
import { parameter, type Reference } from "../reference-data/reference.ts";
import { text } from "../text/text.ts";
import { annuityRate } from "./capital.ts";
import { evaluateTree, type Term } from "./terms.ts";

/** The terms of the yearly gain without its capital charges: what repays the investment. */
export const beforeCapital = (terms: readonly Term[]): readonly Term[] =>
  terms.filter((term) => !term.id.startsWith("capital."));

export const beforeCapitalLabel = text("Gain annuel avant charge de capital", "Yearly gain before capital charge");

const gainBeforeCapital = (terms: readonly Term[], quantity: Figure, distance: Figure): Figure =>
  evaluateTree(beforeCapital(terms), beforeCapitalLabel, "gain", quantity, distance);

/** Investment ÷ yearly gain before capital charge. Not applicable without an investment; unknown when the gain may be nil. */
export const paybackYears = (investment: Figure, terms: readonly Term[], quantity: Figure, distance: Figure): Figure =>
  paybackOn(investment, () => gainBeforeCapital(terms, quantity, distance));

/** @param yearly the gain before capital charge, asked for only when there is something to pay back */
export function paybackOn(investment: Figure, yearly: () => Figure): Figure {
  const label = text("Temps de retour", "Payback");
  if (investment.state === "known" && investment.high === 0) return notApplicable(label, "yr");
  return quotient(label, "yr", investment, yearly());
}

/**
 * −I + gain before capital × (1 − (1+r)^−n) ÷ r.
 * @param life n in years: of the equipment, or null for the horizon of the reference when nothing is bought
 */
export const netPresentValue = (
  reference: Reference,
  investment: Figure,
  terms: readonly Term[],
  quantity: Figure,
  distance: Figure,
  life: number | null,
): Figure => presentValueOn(reference, investment, gainBeforeCapital(terms, quantity, distance), life);

/** @param yearly the gain before capital charge */
export function presentValueOn(reference: Reference, investment: Figure, yearly: Figure, life: number | null): Figure {
  const label = text("Valeur actuelle nette", "Net present value");
  const rate = parameter(reference, "capital.discount-rate");
  const horizon = parameter(reference, "capital.horizon");
  const years = life ?? horizon.value ?? 10;
  const inputs = life === null ? [yearly, investment, rate, horizon] : [yearly, investment, rate];
  const words = text(
    `gain avant capital × (1 − (1 + r)^−${years}) ÷ r − investissement`,
    `gain before capital × (1 − (1 + r)^−${years}) ÷ r − investment`,
  );
  if (yearly.state !== "known" || investment.state !== "known" || rate.state !== "known")
    return derived(label, "EUR", words, inputs, null);
  const worth = (perYear: number, percent: number, spent: number): number =>
    perYear / annuityRate(percent / 100, years) - spent;
  const ends = [rate.low, rate.high].flatMap((percent) => [
    worth(yearly.low, percent, investment.high),
    worth(yearly.high, percent, investment.low),
  ]);
  return derived(label, "EUR", words, inputs, {
    value: worth(yearly.value, rate.value, investment.value),
    low: Math.min(...ends),
    high: Math.max(...ends),
  });
}
