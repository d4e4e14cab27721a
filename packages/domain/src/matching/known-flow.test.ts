import { describe, expect, test } from "vitest";
import { flowOf, tinyReference, tinySetting } from "../testing/tiny-reference.ts";
import { same } from "../text/text.ts";
import { declaredRate } from "./known-flow.ts";

describe("a declared quantity becomes a yearly one in the unit of its class", () => {
  test.each([
    { said: { quantity: 42 }, value: 42, unit: "t/yr", because: "as it is" },
    { said: { quantity: 3, period: "month" }, value: 36, unit: "t/yr", because: "twelve months" },
    { said: { quantity: 1, period: "week" }, value: 365 / 7, unit: "t/yr", because: "as many weeks as a year has" },
    { said: { quantity: 1, period: "day" }, value: 365, unit: "t/yr", because: "every day" },
    {
      said: { quantity: 2, period: "day", months: [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
      value: 118,
      unit: "t/yr",
      because: "the days of January and February only",
    },
    {
      said: { quantity: 2, period: "month", months: [5, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
      value: 4,
      unit: "t/yr",
      because: "per month is what happens in each month of the season, whatever its weight",
    },
    { said: { quantity: 5, period: "once" }, value: 5, unit: "t/yr", because: "once is once" },
    { said: { quantity: 800, unit: "kg" }, value: 0.8, unit: "t/yr", because: "kilograms" },
    { said: { quantity: 100, unit: "m3" }, value: 25, unit: "t/yr", because: "a volume by the density of the class" },
    { said: { quantity: null }, value: null, unit: "t/yr", because: "absent is unknown, never zero" },
    { said: { quantity: 10, unit: null }, value: null, unit: "t/yr", because: "ten of what?" },
    { said: { quantity: 10, unit: "kW" }, value: null, unit: "t/yr", because: "a power is not a mass" },
  ])("$said is $value $unit: $because", ({ said, value, unit }) => {
    const { yearly } = flowOf("a.husk", "goods.husk", said);
    expect(yearly.unit).toBe(unit);
    if (value === null) expect(yearly).toMatchObject({ state: "unknown", value: null });
    else expect(yearly.value).toBeCloseTo(value, 9);
  });

  test("energy of a fuel becomes tonnes by its heating value", () => {
    expect(flowOf("a.pellet", "goods.pellet", { quantity: 40, unit: "MWh" }).yearly.value).toBeCloseTo(10, 9);
  });
  test("a surface is there or not: it is never multiplied by time", () => {
    expect(flowOf("a.store", "space.store", { quantity: 200, unit: "m2", period: "month" }).yearly).toMatchObject({
      value: 200,
      unit: "m2",
    });
  });
  test("the company's own uncertainty makes the interval", () => {
    const { yearly } = flowOf("a.husk", "goods.husk", { quantity: 50, uncertainty_pct: 10 });
    expect(yearly.low).toBeCloseTo(45, 9);
    expect(yearly.high).toBeCloseTo(55, 9);
  });
});

describe("how long it keeps", () => {
  test.each([
    { id: "goods.husk", quality: null, months: 11, because: "matter keeps unless its class says otherwise" },
    { id: "goods.husk", quality: { shelf_life_days: 5 }, months: 0, because: "the company says five days" },
    { id: "goods.husk", quality: { shelf_life_days: 100 }, months: 3, because: "three whole months" },
    { id: "energy.heat", quality: null, months: 0, because: "heat does not keep" },
    { id: "service.cleaning", quality: null, months: 0, because: "nor does an hour of work" },
  ])("$id, $quality: $months months, $because", ({ id, quality, months }) => {
    expect(flowOf("a.x", id, { quality }).carryMonths).toBe(months);
  });
});

test.each([
  { unit: "t", cost: 100, rate: 100 },
  { unit: "kg", cost: 0.1, rate: 100 },
  { unit: "m3", cost: 25, rate: 100 }, // 0.25 t in a cubic metre
])("a cost of $cost EUR per $unit is $rate EUR/t", ({ unit, cost, rate }) => {
  const known = flowOf("a.husk", "goods.husk", { unit, current: { unit_cost_eur: cost } });
  expect(declaredRate(tinyReference, tinySetting.context, known, same("cost"), tinySetting.day)).toMatchObject({
    unit: "EUR/t",
    value: rate,
  });
});
