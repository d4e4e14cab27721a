import { factorBetween, findValue } from "@simbiosi/domain";
import { describe, expect, test } from "vitest";
import { loadReference } from "./load-tables.ts";

const reference = loadReference();

describe("the landfill tax of a day, a place and a future", () => {
  test.each([
    ["2019-07-01", "tgap.landfill", null, 24],
    ["2025-12-31", "tgap.landfill", null, 65],
    ["2025-06-01", "tgap.landfill-surcharge", null, 5],
    ["2027-06-01", "tgap.landfill", "low", 69],
    ["2027-06-01", "tgap.landfill", "senate", 73],
    ["2030-06-01", "tgap.landfill", "bill", 105],
    ["2031-06-01", "tgap.landfill", "bill", 67], // beyond the bill, what is in force
  ])("%s %s (%s): %d EUR/t", (day, key, scenario, expected) => {
    expect(findValue(reference, { key, context: "corse", day, scenario })?.number.value).toBe(expected);
  });

  test("the island's figures are those of its context alone", () => {
    const at = (key: string, context: string) =>
      findValue(reference, { key, context, day: "2026-11-24" })?.number.value;
    expect([at("landfill.all-in", "corse"), at("landfill.exported", "corse")]).toEqual([137, 360]);
    expect([at("self-consumption.max-power", "corse"), at("self-consumption.max-power", "continent")]).toEqual([
      500, 5000,
    ]);
    expect(at("ferry.freight", "continent")).toBeUndefined();
  });
});

test("rows of one key measure one thing, and their contexts exist", () => {
  const unitOf = new Map<string, string>();
  for (const { id, key, context, number } of reference.values) {
    const unit = unitOf.get(key) ?? number.unit;
    unitOf.set(key, unit);
    expect(factorBetween(number.unit, unit), `${id}: ${number.unit} and ${unit}`).toBeDefined();
    if (context !== null)
      expect(
        reference.contexts.some((pack) => pack.id === context),
        id,
      ).toBe(true);
  }
});
