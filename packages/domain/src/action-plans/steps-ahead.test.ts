import { describe, expect, test } from "vitest";
import { given, sum } from "../figures/figure.ts";
import { same } from "../text/text.ts";
import { runningCost } from "./running-cost.ts";
import { dated, monthsLater } from "./steps-ahead.ts";

describe("days of a plan", () => {
  test.each([
    { day: "2026-11-23", months: 0, on: "2026-11-23", because: "no delay" },
    { day: "2026-11-23", months: 2, on: "2027-01-23", because: "the year turns" },
    { day: "2026-01-31", months: 1, on: "2026-02-28", because: "February is shorter" },
    { day: "2027-12-31", months: 2, on: "2028-02-29", because: "a leap year" },
    { day: "2026-11-23", months: 0.5, on: "2026-12-23", because: "a part of a month is a month" },
  ])("$day + $months months is $on: $because", ({ day, months, on }) => {
    expect(monthsLater(day, months)).toBe(on);
  });

  test("each step waits for the one before it", () => {
    const steps = [1, 0, 3].map((months) => ({ what: same("x"), owner: "facilitator" as const, months }));
    expect(dated(steps, "2026-11-23").map(({ due }) => due)).toEqual(["2026-12-23", "2026-12-23", "2027-03-23"]);
  });
});

describe("running cost of a lead", () => {
  const leaf = (value: number | null, unit = "EUR/yr") =>
    given({ label: same("leaf"), value, unit, source: "team-estimate", date: null });
  test("is what the gain subtracts, without the charge of the capital", () => {
    const charge = sum(same("charge"), "EUR/yr", [leaf(300)]);
    const capital = { ...charge, inputs: [leaf(3000, "EUR")] };
    const gain = sum(same("gain"), "EUR/yr", [leaf(1000), leaf(120), capital, leaf(30)], [1, -1, -1, -1]);
    expect(runningCost(gain).value).toBe(150);
  });
  test("is unknown when one of its costs is", () => {
    const gain = sum(same("gain"), "EUR/yr", [leaf(1000), leaf(null), leaf(30)], [1, -1, -1]);
    expect(runningCost(gain).state).toBe("unknown");
  });
});
