import type { Route } from "../conversions/route.ts";
import { derived, type Figure, named, notApplicable, quotient, sum } from "../figures/figure.ts";
import { parameter, type Reference } from "../reference-data/reference.ts";
import { text } from "../text/text.ts";
import { annuityRate } from "./capital.ts";
import { evaluateTerm, type Term } from "./terms.ts";

const beforeCapital = text("Gain annuel avant charge de capital", "Yearly gain before capital charge");

/** The yearly gain with the capital charges put back: what repays the investment. */
export function gainBeforeCapital(gain: Figure, terms: readonly Term[], distance: Figure): Figure {
  const charges = terms
    .filter((term) => term.id.startsWith("capital."))
    .map((term) => evaluateTerm(term, distance, distance));
  return charges.length === 0 ? named(beforeCapital, gain) : sum(beforeCapital, "EUR/yr", [gain, ...charges]);
}

/** Investment ÷ yearly gain before capital charge. Not applicable without an investment; unknown when the gain may be nil. */
export function paybackYears(gain: Figure, investment: Figure, terms: readonly Term[], distance: Figure): Figure {
  const label = text("Temps de retour", "Payback");
  if (investment.state === "known" && investment.high === 0) return notApplicable(label, "yr");
  return quotient(label, "yr", investment, gainBeforeCapital(gain, terms, distance));
}

/** −I + gain before capital × (1 − (1+r)^−n)/r over the longest life of the equipment, or the horizon without any. */
export function netPresentValue(
  reference: Reference,
  gain: Figure,
  investment: Figure,
  terms: readonly Term[],
  distance: Figure,
  route: Route | null,
  life?: number,
): Figure {
  const label = text("Valeur actuelle nette", "Net present value");
  const yearly = gainBeforeCapital(gain, terms, distance);
  const rate = parameter(reference, "capital.discount-rate");
  const horizon = parameter(reference, "capital.horizon");
  const lives = (route?.processes ?? []).map((process) => process.life_years);
  const years = life ?? (lives.length > 0 ? Math.max(...lives) : (horizon.value ?? 10));
  const inputs = [yearly, investment, rate, horizon];
  const words = text(
    `gain avant capital × (1 − (1 + r)^−${years}) ÷ r − investissement`,
    `gain before capital × (1 − (1 + r)^−${years}) ÷ r − investment`,
  );
  if (yearly.state !== "known" || investment.state !== "known" || rate.state !== "known")
    return derived(label, "EUR", words, inputs, null);
  const worth = (perYear: number, percent: number, spent: number): number =>
    perYear / annuityRate(percent / 100, years) - spent;
  const ends = [
    worth(yearly.low, rate.low, investment.high),
    worth(yearly.low, rate.high, investment.high),
    worth(yearly.high, rate.low, investment.low),
    worth(yearly.high, rate.high, investment.low),
  ];
  return derived(label, "EUR", words, inputs, {
    value: worth(yearly.value, rate.value, investment.value),
    low: Math.min(...ends),
    high: Math.max(...ends),
  });
}
