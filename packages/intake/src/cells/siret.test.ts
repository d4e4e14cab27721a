import fc from "fast-check";
import { expect, test } from "vitest";
import { isSiret, luhn } from "./siret.ts";

test.each([
  { digits: "00000000000000", valid: true, because: "zeros pass Luhn; handy for invented companies" },
  { digits: "12345678200010", valid: true, because: "its key is right" },
  { digits: "12345678200011", valid: false, because: "its key is wrong" },
  { digits: "35600000000048", valid: true, because: "La Poste's head office passes Luhn like anybody" },
  { digits: "35600000000008", valid: false, because: "La Poste's digits do not sum to a multiple of five: 22" },
  { digits: "35600000049837", valid: true, because: "a post office: its digits sum to 45, Luhn fails" },
  { digits: "1234567820001", valid: false, because: "thirteen digits" },
  { digits: "1234567820001A", valid: false, because: "a letter" },
])("SIRET $digits: $valid, $because", ({ digits, valid }) => {
  expect(isSiret(digits)).toBe(valid);
});

test("one wrong digit is always seen", () => {
  const anyDigits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 13, maxLength: 13 });
  fc.assert(
    fc.property(anyDigits, fc.nat({ max: 12 }), fc.integer({ min: 1, max: 9 }), (list, at, shift) => {
      const body = list.join("");
      const key = Array.from({ length: 10 }, (_, last) => last).find((last) => luhn(`${body}${last}`));
      const wrong = list.map((digit, i) => (i === at ? (digit + shift) % 10 : digit)).join("");
      expect(luhn(`${body}${key}`)).toBe(true);
      expect(luhn(`${wrong}${key}`)).toBe(false);
    }),
  );
});
