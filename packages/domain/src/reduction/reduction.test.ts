import { describe, expect, test } from "vitest";
import { indexReference } from "../reference-data/reference.ts";
import { ParameterSchema, ReductionMeasureSchema } from "../reference-data/rows.ts";
import { flowOf, tinyReference, tinySetting } from "../testing/tiny-reference.ts";
import { reductionsOf } from "./reduction.ts";

const both = (words: string) => ({ fr: words, en: words });
const number = (value: number, unit: string) => ({ value, low: value, high: value, unit, source: "test", year: 2026 });
const measure = (id: string, target: string, direction: "in" | "out", more: object = {}) =>
  ReductionMeasureSchema.parse({
    id,
    lever: "prevention",
    target,
    direction,
    title: both(id),
    action: both("test"),
    next_step: both("test"),
    indicator: both("test"),
    saving: number(20, "%"),
    investment: number(1000, "EUR"),
    life_years: 5,
    months_to_start: 2,
    reason: both("test"),
    source: "test",
    checked_on: "2026-11-24",
    ...more,
  });

const reference = indexReference({
  ...tinyReference,
  parameters: [
    ...tinyReference.parameters,
    ParameterSchema.parse({
      id: "waste.handling-cost",
      label: both("handling"),
      number: number(50, "EUR/t"),
      review_before: "2027-01-01",
    }),
  ],
  reductions: [
    measure("any-goods", "goods", "out"),
    measure("husk", "goods.husk", "out", { lost_value: number(300, "EUR/t"), running: number(100, "EUR/yr") }),
    measure("big-only", "goods.husk", "out", { lever: "internal-reuse", minimum: number(1000, "t/yr") }),
    measure("mills-only", "goods.husk", "out", { lever: "water", sectors: ["10.61"] }),
  ],
});
const setting = { ...tinySetting, reference };
const husk = (more: object = {}) =>
  flowOf("mill.husk", "goods.husk", {
    quantity: 40,
    uncertainty_pct: 0,
    current: { route: "landfill", unit_cost_eur: 100, payer: "private" },
    ...more,
  });

describe("what a company could reduce by itself", () => {
  /** 40 t × 20 % = 8 t. One tonne: 300 lost at purchase + 50 handled + 100 removed = 450. 8 × 450 − 100 = 3,500. */
  test("the full hidden cost of a waste, by hand", () => {
    const [found, ...others] = reductionsOf(setting, [husk()]);
    expect(others).toEqual([]);
    expect(found?.measure.id).toBe("husk");
    expect(found?.avoided.value).toBeCloseTo(8, 9);
    expect(found?.fullCost.value).toBeCloseTo(450, 9);
    expect(found?.visibleCost.value).toBeCloseTo(100, 9);
    expect(found?.gain.value).toBeCloseTo(3500, 9);
    expect(found?.prevented.value).toBeCloseTo(8, 9);
    expect(found?.payback.value).toBeCloseTo(1000 / 3500, 9);
  });
  test("under the household-waste tax the removal is the public service's saving, not the company's", () => {
    const [found] = reductionsOf(setting, [
      husk({ current: { route: "landfill", unit_cost_eur: 100, payer: "teom" } }),
    ]);
    expect(found?.parties.map(({ role, gain }) => [role, gain.value])).toEqual([
      ["public", 8 * 100],
      ["offer", 8 * 350 - 100],
    ]);
  });
  test.each([
    [
      "an unknown quantity keeps every measure and states no gain",
      husk({ quantity: null }),
      ["husk", "big-only"],
      "unknown",
    ],
    ["a spare capacity is no loss", husk({ status: "capacity" }), [], null],
    ["what a company sells is what it lives on", husk({ status: "product" }), [], null],
    ["a measure of its own class speaks before one of its parent", husk(), ["husk"], "known"],
  ] as const)("%s", (_name, flow, ids, state) => {
    const found = reductionsOf(setting, [flow]);
    expect(found.map((one) => one.measure.id)).toEqual(ids);
    if (state !== null) expect(found[0]?.gain.state).toBe(state);
  });
  test("the sector opens a measure, the quantity another", () => {
    const inMill = husk({ quantity: 5000 });
    const found = reductionsOf(setting, [{ ...inMill, establishment: { ...inMill.establishment, naf: "10.61A" } }]);
    expect(found.map((one) => one.measure.id).sort()).toEqual(["big-only", "husk", "mills-only"]);
  });
});
