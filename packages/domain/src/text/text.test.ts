import { expect, test } from "vitest";
import { formatDay } from "./text.ts";

test.each([
  { day: "2026-11-23", fr: "23 novembre 2026", en: "23 November 2026" },
  { day: "2027-02-01", fr: "1er février 2027", en: "1 February 2027" },
  { day: "2027-01-11", fr: "11 janvier 2027", en: "11 January 2027" },
  { day: "2026-12-31", fr: "31 décembre 2026", en: "31 December 2026" },
])("$day is written $fr, $en", ({ day, fr, en }) => {
  expect(formatDay(day, "fr")).toBe(fr);
  expect(formatDay(day, "en")).toBe(en);
});
