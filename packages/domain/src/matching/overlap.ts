import { deliverable, deliveredInYear, type Months, normalised, spread } from "../calendar/months.ts";
import type { Route } from "../conversions/route.ts";
import { derived, type Figure, unknown } from "../figures/figure.ts";
import { text } from "../text/text.ts";
import { type KnownFlow, quantityUnit } from "./known-flow.ts";

/** What can pass between an offer and a need, in the unit of the offer, and in which months. */
export type Overlap = {
  readonly quantity: Figure;
  /** Weights with a mean of one; all zero when the seasons never meet. */
  readonly months: Months;
  /** Share of the smaller yearly quantity that the seasons let pass, 0 to 1. */
  readonly share: number;
  readonly meets: boolean;
};

const quantityLabel = text("Quantité échangée", "Quantity exchanged");
const words = text(
  "Σ sur 12 mois de min(offre, besoin ÷ rendement), report selon la durée de conservation",
  "Σ over 12 months of min(offer, need ÷ yield), carried over within the shelf life",
);

const dosed = text(
  "Σ sur 12 mois de min(offre, besoin × part admise ÷ rendement), report selon la durée de conservation",
  "Σ over 12 months of min(offer, need × share allowed ÷ yield), carried over within the shelf life",
);

/** Less than this is nothing: what is left of a sum of months. */
export const leastQuantity = 1e-9;

const total = (months: Months): number => months.reduce((a, b) => a + b, 0);

/** Units of the offer that the need could take in a year, within the dose of the route; null while unknown. */
const wantedOf = (need: KnownFlow, { ratio, share }: Route): number | null =>
  need.yearly.state === "known" && ratio.state === "known"
    ? (need.yearly.value * (share?.value ?? 1)) / ratio.value
    : null;

/**
 * Share of the smaller yearly quantity that the seasons let pass, 0 to 1.
 * @param passed what passes in a year; null while unknown, when the shapes of the two seasons alone are compared
 */
export function seasonShare(offer: KnownFlow, need: KnownFlow, route: Route, passed: number | null): number {
  if (passed === null) return deliveredInYear(spread(1, offer.weights), spread(1, need.weights), offer.carryMonths);
  const most = Math.min(offer.yearly.value ?? 0, wantedOf(need, route) ?? 0);
  return most > 0 ? passed / most : 0;
}

/** Do the seasons of two flows meet at all, whatever their quantities? */
export const seasonsMeet = (offer: KnownFlow, need: KnownFlow, route: Route): boolean =>
  seasonShare(offer, need, route, null) > leastQuantity;

/** Matches month by month, within the dose of the route when it has one. Unknown on either side leaves the quantity unknown, but the seasons still say if they meet. */
export function overlapOf(offer: KnownFlow, need: KnownFlow, route: Route): Overlap {
  const unit = offer.resource === null ? "1" : quantityUnit(offer.resource);
  const { ratio, share } = route;
  const inputs = [offer.yearly, need.yearly, ratio, ...(share === null ? [] : [share])];
  const formula = share === null ? words : dosed;
  if (offer.yearly.state !== "known" || need.yearly.state !== "known" || ratio.state !== "known") {
    const shape = deliverable(spread(1, offer.weights), spread(1, need.weights), offer.carryMonths);
    return {
      quantity: unknown(quantityLabel, unit, inputs, formula),
      months: normalised(shape),
      share: seasonShare(offer, need, route, null),
      meets: total(shape) > leastQuantity,
    };
  }
  const at = (supply: number, demand: number): Months =>
    deliverable(spread(supply, offer.weights), spread(demand, need.weights), offer.carryMonths);
  // A dose: only this share of the need may be met this way.
  const dose = { value: share?.value ?? 1, low: share?.low ?? 1, high: share?.high ?? 1 };
  const wanted = (need.yearly.value * dose.value) / ratio.value;
  const passed = at(offer.yearly.value, wanted);
  const value = total(passed);
  const quantity = derived(quantityLabel, unit, formula, inputs, {
    value,
    low: total(at(offer.yearly.low, (need.yearly.low * dose.low) / ratio.high)),
    high: total(at(offer.yearly.high, (need.yearly.high * dose.high) / Math.max(ratio.low, ratio.value * 1e-3))),
  });
  return {
    quantity,
    months: normalised(passed),
    share: seasonShare(offer, need, route, value),
    meets: value > leastQuantity,
  };
}
