import { describe, expect, test } from "vitest";
import { indexReference } from "../reference-data/reference.ts";
import { FactorSchema } from "../reference-data/rows.ts";
import { flowOf, tinyReference, tinySetting } from "../testing/tiny-reference.ts";
import { offerTerms } from "./giver-terms.ts";

// Heat that a network buys at 60 EUR/MWh when new; half of it is what a holder gets, by the tiny reference.
const price = FactorSchema.parse({
  id: "price.heat",
  quantity: "purchase-price",
  resource: "energy.heat",
  label: { fr: "heat", en: "heat" },
  number: { value: 60, low: 60, high: 60, unit: "EUR/MWh", source: "test", year: 2026 },
  review_before: "2027-01-01",
});
const reference = indexReference({ ...tinyReference, factors: [...tinyReference.factors, price] });
const setting = { ...tinySetting, reference };
const gainOf = (more: object): number | null | undefined =>
  offerTerms(setting, flowOf("plant.heat", "energy.heat", { quantity: 100, unit: "MWh", ...more })).terms.find(
    ({ metric }) => metric === "gain",
  )?.rate.value;

describe("an energy that sells is not given for nothing", () => {
  test.each([
    {
      more: { current: { route: "sold" } },
      rate: -30,
      because: "the sale is forgone, at half the price of the product",
    },
    { more: { current: { route: "sold", unit_cost_eur: -45 } }, rate: -45, because: "the declared sale is forgone" },
    {
      more: { current: { route: "none" } },
      rate: undefined,
      because: "nobody buys it today: there is nothing to lose",
    },
    { more: { current: { route: "sold" }, status: "capacity" }, rate: undefined, because: "a capacity is lent" },
  ])("$rate EUR/MWh: $because", ({ more, rate }) => {
    expect(gainOf(more)).toBe(rate);
  });
});
