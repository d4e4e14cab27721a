import { describe, expect, test } from "vitest";
import { typedCents, typedNumber, typedQuantity } from "./typed-number.ts";

test.each([
  ["1 234,5", 1234.5],
  ["1\u202f234.5", 1234.5],
  ["12 000 €", 12_000],
  ["-3", -3],
  ["\u22123,5", -3.5],
  ["0", 0],
  [",5", 0.5],
  ["12,", 12],
  // Unknown is not zero.
  [" ", null],
  ["environ 3", undefined],
  ["1,234,5", undefined],
  ["1e5", undefined],
  ["0x10", undefined],
  ["-", undefined],
])("%j is read as %j", (typed, number) => {
  expect(typedNumber(typed)).toBe(number);
});

test.each([
  ["3", 3],
  ["-3", undefined],
  ["", null],
])("as a quantity, %j is %j", (typed, number) => {
  expect(typedQuantity(typed)).toBe(number);
});

describe("in cents", () => {
  test.each([
    ["1 234,50 €", 123_450],
    ["0,1", 10],
    ["0,07", 7],
    ["1 000 000 000,01", 100_000_000_001],
    ["", null],
    ["0", 0],
    ["-5", undefined],
    ["12,345", undefined],
    ["environ 3", undefined],
  ])("%j is %j", (typed, cents) => {
    expect(typedCents(typed)).toBe(cents);
  });
});
