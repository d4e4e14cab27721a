import { expect, test } from "vitest";
import { centsOf, typedOf } from "./money.ts";

test.each([
  ["1 234,50 €", 123_450],
  ["1\u202f234.5", 123_450],
  ["0,1", 10],
  // Unknown is not zero.
  ["", null],
  ["0", 0],
  ["-5", undefined],
  ["1,234,5", undefined],
  ["12,345", undefined],
  ["environ 3", undefined],
])("%j is %s", (typed, cents) => {
  expect(centsOf(typed)).toBe(cents);
});

test("what is typed again is the same amount", () => {
  for (const cents of [null, 0, 1, 10, 99, 100, 123_456, 1_000_000_001]) expect(centsOf(typedOf(cents))).toBe(cents);
});
