import fc from "fast-check";
import { expect, test } from "vitest";
import { frenchNumber, parseNumber, splitMeasure } from "./number.ts";

test.each([
  { words: "1 234,5", value: 1234.5, because: "French decimals" },
  { words: "1\u00a0234,5", value: 1234.5, because: "no-break space, as Excel groups" },
  { words: "1\u202f234,5", value: 1234.5, because: "narrow no-break space, as French typography groups" },
  { words: "1'234.5", value: 1234.5, because: "apostrophe" },
  { words: "1’234", value: 1234, because: "typographic apostrophe" },
  { words: "1.234,5", value: 1234.5, because: "points between thousands when a comma is decimal" },
  { words: "1,234.5", value: 1234.5, because: "commas between thousands when a point is decimal" },
  { words: "1.234.567", value: 1234567, because: "two points can only be thousands" },
  { words: "1,234", value: 1.234, because: "one comma is decimal: a French file" },
  { words: "1.234", value: 1.234, because: "one point is decimal: thousands would be a guess" },
  { words: ",5", value: 0.5, because: "nothing before the comma" },
  { words: "-3", value: -3, because: "negative" },
  { words: "−3", value: -3, because: "the true minus sign" },
  { words: "+12", value: 12, because: "a plus sign" },
  { words: "1e-7", value: 1e-7, because: "very small numbers are written so" },
])("« $words » is $value: $because", ({ words, value }) => {
  expect(parseNumber(words)).toBe(value);
});

test.each(["env. 3", "2 à 3", "~3", "<10", "12 34", "1 2345", "", "trois", "3 t", "1e999", "1,2,3"])(
  "« %s » is not one number",
  (words) => {
    expect(parseNumber(words)).toBeUndefined();
  },
);

test("what is written as a French number is read as the same number, to the last bit", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(parseNumber(frenchNumber(value))).toBe(value + 0);
    }),
  );
});

test.each([
  { words: "42 t/an", value: 42, rest: "t/an" },
  { words: "1 200 m3", value: 1200, rest: "m3" },
  { words: "15€", value: 15, rest: "€" },
  { words: "10 %", value: 10, rest: "%" },
  { words: "7", value: 7, rest: "" },
])("« $words » is $value and « $rest »", ({ words, value, rest }) => {
  expect(splitMeasure(words)).toEqual({ value, rest });
});

test("words that do not begin with a number are no measure", () => {
  expect(splitMeasure("environ 3 t")).toBeUndefined();
  expect(splitMeasure("2 à 3 t")).toEqual({ value: 2, rest: "à 3 t" }); // whose rest is no unit
});
