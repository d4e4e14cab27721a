import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conversionRoutes, type Route } from "../conversions/route.ts";
import { formulaOf } from "../figures/figure.ts";
import { leafOf } from "../reference-data/reference.ts";
import { flowOf, tinyReference } from "../testing/tiny-reference.ts";
import { text } from "../text/text.ts";
import { overlapOf } from "./overlap.ts";

const route = (id: string): Route => conversionRoutes(tinyReference).find((one) => one.id === id) ?? expect.fail(id);
const dosed = (way: Route, value: number, low = value, high = value): Route => ({
  ...way,
  share: leafOf(text("part", "share"), { value, low, high, unit: "1", source: "test", year: null }),
});
const offer = (quantity: number) => flowOf("mill.husk", "goods.husk", { quantity });
const need = (quantity: number) => flowOf("boiler.pellets", "goods.pellet", { direction: "in", quantity });

// Pressed husk: two tonnes make one of pellets.
describe("a dose bounds what passes", () => {
  test.each([
    { gives: 1000, takes: 500, share: 0.05, passes: 50, because: "5 % of 500 t is 25 t of pellets, 50 t of husk" },
    { gives: 30, takes: 500, share: 0.05, passes: 30, because: "the offer is smaller than the dose" },
    { gives: 1000, takes: 500, share: 1, passes: 1000, because: "a dose of all is none" },
  ])("$because", ({ gives, takes, share, passes }) => {
    const { quantity } = overlapOf(offer(gives), need(takes), dosed(route("husk-pressed"), share));
    expect(quantity.value).toBeCloseTo(passes, 9);
    expect(formulaOf(quantity)?.fr).toContain("part admise");
  });
  test("the interval of the dose is that of the quantity", () => {
    const { quantity } = overlapOf(offer(1000), need(500), dosed(route("husk-pressed"), 0.1, 0.05, 0.2));
    expect([quantity.low, quantity.value, quantity.high].map((q) => Math.round((q ?? 0) * 1e6) / 1e6)).toEqual([
      50, 100, 200,
    ]);
  });
  test("never more than the share of the need, whatever the quantities", () => {
    const amount = fc.double({ min: 0.1, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(amount, amount, fc.double({ min: 0.01, max: 1, noNaN: true }), (gives, takes, share) => {
        const way = dosed(route("husk-pressed"), share);
        const value = overlapOf(offer(gives), need(takes), way).quantity.value ?? Number.NaN;
        expect(value * (way.ratio.value ?? 0)).toBeLessThanOrEqual(takes * share * (1 + 1e-9));
        expect(value).toBeLessThanOrEqual(gives * (1 + 1e-9));
      }),
    );
  });
});
