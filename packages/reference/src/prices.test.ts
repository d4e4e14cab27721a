import { findFactor, rateUnit } from "@simbiosi/domain";
import { expect, test } from "vitest";
import { loadReference } from "./load-tables.ts";

const reference = loadReference();
const priced = (id: string, context: string): boolean => {
  const resource = reference.resourceById.get(id);
  if (resource === undefined) return false;
  const question = { quantity: "purchase-price", resource: id, context, day: "2026-11-24" } as const;
  return findFactor(reference, { ...question, unit: rateUnit(resource, "EUR") }) !== undefined;
};

/** What nobody can honestly bound: the price ranges over more than a hundredfold, or is that of one piece among many. */
const acceptedUnknown = [
  "chemicals.essential-oils", // from tens to tens of thousands of euros a kilogram
  "construction.new-fittings", // sinks and doors by the tonne
  "farming.biostimulant",
  "foodstuffs.spirits", // excise duty and age make the price
  "leather.leather-products",
  "metals.precious-feed",
  "metals.precious-scrap",
  "objects.spare-parts", // a seal or a gearbox
  "vehicles.new-parts",
  "vehicles.parts-reuse",
];

test.each(reference.contexts.map(({ id }) => id))(
  "in %s, what a conversion makes has a price, or says it has none",
  (context) => {
    const made = [...new Set(reference.conversions.filter(({ tempting }) => !tempting).map(({ to }) => to))].sort();
    expect(made.filter((id) => !priced(id, context))).toEqual(acceptedUnknown);
  },
);

test.each(reference.contexts.map(({ id }) => id))("in %s, what a pool buys together has a price", (context) => {
  expect(
    [...new Set(reference.pools.flatMap(({ needs }) => needs))].filter((id) => !priced(id, context)).sort(),
  ).toEqual([]);
});

test("a price or an emission that the team estimates is wide: its interval spans a tenth of it or more", () => {
  const narrow = reference.factors.filter(
    ({ quantity, number: { value, low, high, source } }) =>
      !["density", "heating-value"].includes(quantity) &&
      source === "team-estimate" &&
      high - low < 0.1 * Math.abs(value),
  );
  expect(narrow.map(({ id }) => id)).toEqual([]);
});

test.each(reference.contexts.map(({ id }) => id))(
  "in %s, being rid of any waste costs something known, whatever its usual route",
  (context) => {
    const asked = (["removal-cost", "outlet-co2e"] as const).flatMap((quantity) =>
      reference.resources
        .filter(({ family }) => family === "matter" || family === "water")
        .filter(
          ({ default_route: route }) =>
            route !== null && route !== "sold" && !(route === "none" && quantity === "removal-cost"),
        )
        .filter((row) => {
          const unit = rateUnit(row, quantity === "removal-cost" ? "EUR" : "tCO2e");
          const question = { quantity, resource: row.id, route: row.default_route, context, day: "2026-11-24", unit };
          return findFactor(reference, question) === undefined;
        })
        .map(({ id }) => `${id} ${quantity}`),
    );
    // Counted one by one and taken back by few: a price or an emission by the piece would be invented.
    expect(asked).toEqual([
      "electronics.smoke-detectors removal-cost",
      "sea.distress-flares removal-cost",
      "electronics.smoke-detectors outlet-co2e",
      "objects.spare-parts outlet-co2e",
      "sea.boat-hulls outlet-co2e",
      "sea.distress-flares outlet-co2e",
    ]);
  },
);
