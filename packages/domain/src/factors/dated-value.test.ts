import { describe, expect, test } from "vitest";
import { indexReference } from "../reference-data/reference.ts";
import { DatedValueSchema } from "../reference-data/rows.ts";
import { noTables } from "../testing/no-tables.ts";
import { findValue, valueFigure } from "./dated-value.ts";

const row = (id: string, value: number, more: object = {}) =>
  DatedValueSchema.parse({
    id,
    key: "tax",
    label: { fr: "Taxe", en: "Tax" },
    number: { value, low: value, high: value, unit: "EUR/t", source: "law", year: 2025 },
    review_before: "2027-01-31",
    ...more,
  });

const reference = indexReference({
  ...noTables,
  values: [
    row("tax.2024", 59, { valid_from: "2024-01-01", valid_to: "2024-12-31" }),
    row("tax.2025", 65, { valid_from: "2025-01-01" }),
    row("tax.2026.bill", 72, { valid_from: "2026-01-01", valid_to: "2026-12-31", scenario: "bill" }),
    row("tax.island", 50, { valid_from: "2025-06-01", context: "island" }),
    row("tax.always", 10, { valid_to: "2023-12-31" }),
  ],
});

describe("a value is the one of its day, its place and the scenario tried", () => {
  test.each([
    ["before the first law", "mainland", "2020-05-01", null, "tax.always"],
    ["on the last day of a year", "mainland", "2024-12-31", null, "tax.2024"],
    ["on the first day of the next", "mainland", "2025-01-01", null, "tax.2025"],
    ["long after, what nobody repealed", "mainland", "2031-01-01", null, "tax.2025"],
    ["on the island before its own row", "island", "2025-05-31", null, "tax.2025"],
    ["on the island from its own row on", "island", "2025-06-01", null, "tax.island"],
    ["a scenario where it speaks", "mainland", "2026-03-01", "bill", "tax.2026.bill"],
    ["a scenario where it says nothing", "mainland", "2027-03-01", "bill", "tax.2025"],
    ["a scenario that nobody wrote", "mainland", "2026-03-01", "senate", "tax.2025"],
  ])("%s", (_case, context, day, scenario, expected) => {
    expect(findValue(reference, { key: "tax", context, day, scenario })?.id).toBe(expected);
  });
});

test("a key without a row is unknown, not nil", () => {
  const figure = valueFigure(
    reference,
    { key: "toll", context: "island", day: "2026-01-01" },
    { fr: "Péage", en: "Toll" },
    "EUR/trip",
  );
  expect(figure).toMatchObject({ state: "unknown", value: null, unit: "EUR/trip", label: { fr: "Péage" } });
});
