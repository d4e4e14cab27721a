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
  "metals.precious-scrap",
  "objects.spare-parts", // a seal or a gearbox
  "vehicles.new-parts",
  "vehicles.parts-reuse",
];

test.each(reference.contexts.map(({ id }) => id))(
  "in %s, what a conversion makes has a price, or says it has none",
  (context) => {
    const made = [...new Set(reference.conversions.map(({ to }) => to))].sort();
    expect(made.filter((id) => !priced(id, context))).toEqual(acceptedUnknown);
  },
);

test.each(reference.contexts.map(({ id }) => id))("in %s, what a pool buys together has a price", (context) => {
  expect(reference.pools.filter(({ need }) => !priced(need, context)).map(({ id }) => id)).toEqual([]);
});

test("a price or an emission that the team estimates is wide: its interval spans a tenth of it or more", () => {
  const narrow = reference.factors.filter(
    ({ quantity, number: { value, low, high, source } }) =>
      quantity !== "density" && source === "team-estimate" && high - low < 0.1 * Math.abs(value),
  );
  expect(narrow.map(({ id }) => id)).toEqual([]);
});
