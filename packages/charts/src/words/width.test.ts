import fc from "fast-check";
import { expect, test } from "vitest";
import { textWidth, wrap } from "./width.ts";

test.each([
  { label: "Palettes", width: 200, lines: 2, gives: ["Palettes"] },
  { label: "Marc de café de la torréfaction", width: 120, lines: 2, gives: ["Marc de café de la", "torréfaction"] },
  { label: "Marc de café de la torréfaction du Golfe", width: 120, lines: 1, gives: ["Marc de café de la…"] },
  { label: "", width: 120, lines: 2, gives: [""] },
  { label: "Marc, 3\u202f500\u00a0t", width: 60, lines: 2, gives: ["Marc,", "3\u202f500\u00a0t"] },
])("$label in $width units and $lines lines", ({ label, width, lines, gives }) => {
  expect(wrap(label, width, 13, lines)).toEqual(gives);
});

test("an accent weighs nothing and an emoji counts as wide", () => {
  expect(textWidth("éàç", 10)).toBeCloseTo(textWidth("eac", 10));
  expect(textWidth("🌱", 10)).toBeGreaterThan(textWidth("m", 10));
});

const label = fc.string({ unit: fc.constantFrom(..."abc é-Wœ漢🌱 \u00a0"), maxLength: 60 });

test("no line is wider than asked, unless it is a single sign", () => {
  fc.assert(
    fc.property(label, fc.integer({ min: 5, max: 200 }), fc.integer({ min: 1, max: 4 }), (text, width, lines) => {
      const made = wrap(text, width, 13, lines);
      expect(made.length).toBeLessThanOrEqual(lines);
      for (const line of made)
        expect(textWidth(line, 13) <= width || [...line.replace("…", "")].length <= 1).toBe(true);
    }),
  );
});

test("with room enough no letter is lost", () => {
  fc.assert(
    fc.property(label, fc.integer({ min: 5, max: 200 }), (text, width) => {
      expect(wrap(text, width, 13, 1000).join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    }),
  );
});
