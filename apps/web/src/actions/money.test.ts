import { expect, test } from "vitest";
import { typedCents } from "../words/typed-number.ts";
import { typedOfCents } from "./money.ts";

test("what is typed again is the same amount", () => {
  for (const cents of [null, 0, 1, 10, 99, 100, 123_456, 1_000_000_001])
    expect(typedCents(typedOfCents(cents))).toBe(cents);
});
