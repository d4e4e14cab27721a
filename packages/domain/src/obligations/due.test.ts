import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ObligationRow, ObligationSchema } from "../reference-data/rows.ts";
import { addMonths, nextDue } from "./due.ts";

const row = (change: object): ObligationRow =>
  ObligationSchema.parse({
    id: "R",
    theme: "waste",
    title: { fr: "t", en: "t" },
    applies: { always: true },
    basis: "article",
    valid_from: "2020-01-01",
    checked_on: "2026-11-24",
    review_before: "2027-05-31",
    confidence: "high",
    sentence: { fr: "s", en: "s" },
    next_step: { fr: "n", en: "n" },
    source: "s",
    ...change,
  });
const milestone = (on: string) => ({ on, what: { fr: "w", en: "w" } });

describe("the next date", () => {
  test.each([
    { story: "in force, no date", change: {}, due: undefined },
    { story: "every year, still to come", change: { each_year_on: "12-31" }, due: "2026-12-31" },
    { story: "every year, already past", change: { each_year_on: "03-31" }, due: "2027-03-31" },
    { story: "every year, today", change: { each_year_on: "11-24" }, due: "2026-11-24" },
    { story: "a text to come", change: { valid_from: "2028-01-01" }, due: "2028-01-01" },
    {
      story: "yearly, from a text to come",
      change: { valid_from: "2028-05-01", each_year_on: "03-31" },
      due: "2028-05-01",
    },
    {
      story: "the next of the milestones",
      change: { milestones: [milestone("2026-01-01"), milestone("2027-01-01")] },
      due: "2027-01-01",
    },
    { story: "all milestones past", change: { milestones: [milestone("2026-01-01")] }, due: undefined },
    {
      story: "four years after the last milestone",
      change: { milestones: [milestone("2026-10-11")], every_months: 48 },
      due: "2030-10-11",
    },
    { story: "comes back, nobody knows since when", change: { every_months: 12 }, due: undefined },
  ])("$story: $due", ({ change, due }) => {
    expect(nextDue(row(change), "2026-11-24")?.on).toBe(due);
  });

  test("is never before the day, and later days never bring it forward", () => {
    const days = fc
      .tuple(fc.integer({ min: 2020, max: 2035 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([y, m, d]) => `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`);
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 60 }), (on, day, every_months) => {
        const due = nextDue(row({ milestones: [milestone(on)], every_months, each_year_on: "03-31" }), day);
        expect((due?.on ?? "") >= day).toBe(true);
        const later = nextDue(
          row({ milestones: [milestone(on)], every_months, each_year_on: "03-31" }),
          addMonths(day, 3),
        );
        expect((later?.on ?? "") >= (due?.on ?? "")).toBe(true);
      }),
    );
  });
});

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2027-10-11", 48, "2031-10-11"],
  ["2026-12-15", 1, "2027-01-15"],
])("%s and %i months: %s", (day, months, result) => {
  expect(addMonths(day, months)).toBe(result);
});
