import { derived, type Figure, given } from "../figures/figure.ts";
import { parameter, type Reference } from "../reference-data/reference.ts";
import { text } from "../text/text.ts";

/** r / (1 − (1+r)^−n): the share of an investment to be earned back each year. */
export const annuityRate = (rate: number, years: number): number =>
  rate === 0 ? 1 / years : rate / (1 - (1 + rate) ** -years);

/** The yearly charge of one euro invested, from the discount rate of the reference and the life of the equipment. */
export function annuity(reference: Reference, years: number): Figure {
  const rate = parameter(reference, "capital.discount-rate");
  const life = given({
    label: text("Durée de vie", "Life"),
    value: years,
    unit: "yr",
    source: "team-estimate",
    date: null,
  });
  const at = (percent: number | null): number => annuityRate((percent ?? 0) / 100, years);
  return derived(
    text("Annuité d'un euro investi", "Annuity of one euro invested"),
    "1/yr",
    text("r ÷ (1 − (1 + r)^−n)", "r ÷ (1 − (1 + r)^−n)"),
    [rate, life],
    rate.state === "known" ? { value: at(rate.value), low: at(rate.low), high: at(rate.high) } : null,
  );
}

/** Nothing has to be bought. */
export const noInvestment = (): Figure =>
  given({
    label: text("Aucun investissement", "No investment"),
    value: 0,
    unit: "EUR",
    source: "definition",
    date: null,
  });
