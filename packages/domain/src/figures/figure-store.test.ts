import fc from "fast-check";
import { expect, test } from "vitest";
import { tidy } from "./figure-store.ts";

test.each([
  [0, 0],
  [-0, 0],
  [1000, 1000],
  [1 / 3, 0.333333333333],
  [-2 / 3, -0.666666666667],
  [0.1 + 0.2, 0.3],
  [999999999999.7, 1000000000000],
  [12345678901234, 12345678901200],
  [1.23456789012345e-13, 1.23456789012e-13],
])("%d reads %d", (value, read) => {
  expect(Object.is(tidy(value), read)).toBe(true);
});

test("never more than twelve digits, never farther than their last from the number", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const read = tidy(value);
      expect(Math.abs(read - value)).toBeLessThanOrEqual(5.000001e-12 * Math.abs(value));
      expect(Number(read.toPrecision(12))).toBe(read);
    }),
    { numRuns: 2000, seed: 1 },
  );
});
