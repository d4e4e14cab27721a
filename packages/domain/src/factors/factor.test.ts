import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexReference, type Reference } from "../reference-data/reference.ts";
import { type Factor, FactorSchema, ResourceClassSchema } from "../reference-data/rows.ts";
import { noTables } from "../testing/no-tables.ts";
import { type FactorQuestion, findFactor } from "./factor.ts";

const both = (words: string) => ({ fr: words, en: words });
const resource = (id: string, parent: string | null) =>
  ResourceClassSchema.parse({
    id,
    parent,
    family: "matter",
    unit: "t",
    name: both(id),
    synonyms: {},
    source: "page",
  });
const factor = (id: string, more: object) =>
  FactorSchema.parse({
    id,
    quantity: "removal-cost",
    label: both(id),
    number: { value: 1, low: 1, high: 1, unit: "EUR/t", source: "page", year: 2026 },
    review_before: "2027-06-30",
    ...more,
  });

const resources = [resource("matter", null), resource("wood", "matter"), resource("sawdust", "wood")];
const withFactors = (factors: readonly Factor[]) => indexReference({ ...noTables, resources, factors });
const ask = (more: Partial<FactorQuestion> = {}): FactorQuestion => ({
  quantity: "removal-cost",
  resource: "sawdust",
  context: "corse",
  day: "2026-11-24",
  ...more,
});

describe("the row that speaks most closely", () => {
  test.each<[string, readonly [string, object][], Partial<FactorQuestion>, string | undefined]>([
    ["nothing said is unknown", [], {}, undefined],
    [
      "its class before its family",
      [
        ["far", { resource: "matter" }],
        ["near", { resource: "wood" }],
      ],
      {},
      "near",
    ],
    [
      "its class without a route before its family with the route",
      [
        ["family", { resource: "matter", route: "landfill", context: "corse" }],
        ["class", { resource: "wood" }],
      ],
      { route: "landfill" },
      "class",
    ],
    [
      "its route before its context",
      [
        ["place", { resource: "wood", context: "corse" }],
        ["route", { resource: "wood", route: "landfill" }],
      ],
      { route: "landfill" },
      "route",
    ],
    [
      "another route says nothing",
      [["burnt", { resource: "wood", route: "incineration" }]],
      { route: "landfill" },
      undefined,
    ],
    ["another place says nothing", [["there", { resource: "wood", context: "continent" }]], {}, undefined],
    [
      "the latest in force",
      [
        ["old", { resource: "wood", valid_from: "2020-01-01" }],
        ["new", { resource: "wood", valid_from: "2026-01-01" }],
        ["future", { resource: "wood", valid_from: "2027-01-01" }],
      ],
      {},
      "new",
    ],
    ["a row that has ended says nothing", [["ended", { resource: "wood", valid_to: "2026-11-23" }]], {}, undefined],
    [
      "a price by the tonne says nothing of a piece",
      [["tonne", { resource: "wood" }]],
      { unit: "EUR/piece" },
      undefined,
    ],
    ["where its class says nothing, what is said of anything", [["any", { resource: null }]], {}, "any"],
  ])("%s", (_case, rows, more, expected) => {
    expect(findFactor(withFactors(rows.map(([id, row]) => factor(id, row))), ask(more))?.id).toBe(expected);
  });
});

/** Reads every row and sorts them by everything that counts: slow and plain. */
function oracle(reference: Reference, { quantity, resource: id, context, day, route = null }: FactorQuestion) {
  const line: (string | null)[] = [...(id === null ? [] : reference.lineage(id).map((row) => row.id)), null];
  return reference.factors
    .filter(
      (row) =>
        row.quantity === quantity &&
        line.includes(row.resource) &&
        [null, context].includes(row.context) &&
        [null, route].includes(row.route) &&
        (row.valid_from ?? day) <= day &&
        (row.valid_to ?? day) >= day,
    )
    .sort(
      (a, b) =>
        line.indexOf(a.resource) - line.indexOf(b.resource) ||
        Number(a.route === null) - Number(b.route === null) ||
        Number(a.context === null) - Number(b.context === null) ||
        (b.valid_from ?? "").localeCompare(a.valid_from ?? ""),
    )[0];
}

test("whatever the rows, the index finds what reading them all finds", () => {
  const row = fc.record({
    quantity: fc.constantFrom("removal-cost", "outlet-co2e"),
    resource: fc.constantFrom(null, "matter", "wood", "sawdust"),
    route: fc.constantFrom(null, "landfill", "recycling"),
    context: fc.constantFrom(null, "corse", "continent"),
    valid_from: fc.constantFrom(null, "2020-01-01", "2026-11-24", "2027-01-01"),
    valid_to: fc.constantFrom(null, "2026-11-23", "2026-11-24"),
  });
  const question = fc.record({
    quantity: fc.constantFrom("removal-cost" as const, "outlet-co2e" as const),
    resource: fc.constantFrom(null, "matter", "wood", "sawdust"),
    route: fc.constantFrom(null, "landfill"),
    context: fc.constantFrom("corse", "continent"),
    day: fc.constant("2026-11-24"),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), question, (rows, asked) => {
      const reference = withFactors(rows.map((one, i) => factor(`f${i}`, one)));
      expect(findFactor(reference, asked)?.id).toBe(oracle(reference, asked)?.id);
    }),
  );
});
