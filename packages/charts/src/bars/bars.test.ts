import fc from "fast-check";
import { expect, test } from "vitest";
import { elements, groups, measured, notApplicable, number, texts, unknown } from "../testing/read-svg.ts";
import { type BarRow, bars } from "./bars.ts";

const draw = (rows: readonly BarRow[]) => bars({ title: "Gain", unit: "€/an", rows, lang: "fr" });
const barOf = (row: string | undefined) => elements(row ?? "", "rect", "bar")[0];

test("an unknown value has words and no bar; a zero has a mark; neither is the other", () => {
  const { svg, alt } = draw([
    { label: "Marc", measure: measured(30) },
    { label: "Chaleur", measure: unknown },
    { label: "Palettes", measure: measured(0) },
    { label: "Taxe", measure: notApplicable },
  ]);
  const [marc, heat, pallets, tax] = groups(svg, "row");
  expect(number(barOf(marc), "width")).toBeGreaterThan(100);
  expect(barOf(heat)).toBeUndefined();
  expect(texts(heat ?? "")).toEqual(["Chaleur", "inconnu"]);
  expect(number(barOf(pallets), "width")).toBe(2);
  expect(texts(pallets ?? "")).toEqual(["Palettes", "0"]);
  expect(barOf(tax)).toBeUndefined();
  expect(texts(tax ?? "")).toEqual(["Taxe", "sans objet"]);
  expect(alt).toContain("Chaleur\u00a0: inconnu.");
  expect(alt).toContain("Palettes\u00a0: 0 €/an.");
});

test("bars start from one zero and are as long as their values, losses to the left", () => {
  const value = fc.integer({ min: -1_000_000, max: 1_000_000 });
  fc.assert(
    fc.property(fc.array(value, { minLength: 2, maxLength: 8 }), (values) => {
      fc.pre(values.some((v) => Math.abs(v) > 0));
      const { svg } = draw(values.map((v, i) => ({ label: `Flux ${i}`, measure: measured(v) })));
      const drawn = groups(svg, "row").map((row, i) => ({ value: values[i] ?? 0, bar: barOf(row) }));
      const largest = drawn.reduce((a, b) => (Math.abs(b.value) > Math.abs(a.value) ? b : a));
      const perUnit = number(largest.bar, "width") / Math.abs(largest.value);
      const zero = number(largest.bar, "x") + (largest.value < 0 ? number(largest.bar, "width") : 0);
      for (const { value: v, bar } of drawn) {
        if (v === 0) continue;
        expect(number(bar, "width")).toBeCloseTo(Math.abs(v) * perUnit, 1);
        expect(number(bar, "x") + (v < 0 ? number(bar, "width") : 0)).toBeCloseTo(zero, 1);
      }
    }),
  );
});

test("the interval spans from its low to its high on the scale of the bars", () => {
  const { svg } = draw([{ label: "Marc", measure: measured(50, 25, 100) }]);
  const bar = barOf(groups(svg, "row")[0]);
  const [zero, perUnit] = [number(bar, "x"), number(bar, "width") / 50];
  const [, low, high] = /M([\d.]+) [\d.]+v10m0-5H([\d.]+)/.exec(svg) ?? [];
  expect(Number(low)).toBeCloseTo(zero + 25 * perUnit, 0);
  expect(Number(high)).toBeCloseTo(zero + 100 * perUnit, 0);
  expect(texts(svg)).toContain("25 à 100");
});

test("a label is shown as typed, shortened on paper and whole for the mouse", () => {
  const label = `<b>"Cave" & fils</b> ${"très long ".repeat(20)}`.trimEnd();
  const { svg } = draw([{ label, measure: measured(1) }]);
  expect(svg).not.toContain("<b>");
  expect(svg).toContain(
    `<title>${label.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")}</title>`,
  );
  expect(texts(svg).some((words) => words.endsWith("…"))).toBe(true);
});

test.each([
  { rows: [], says: "Aucune donnée à montrer" },
  { rows: [{ label: "Chaleur", measure: unknown }], says: "inconnu" },
])("with nothing to draw it says so: $says", ({ rows, says }) => {
  const { svg, alt } = draw(rows);
  expect(texts(svg)).toContain(says);
  expect(alt).toContain(says);
  expect(svg).not.toContain("NaN");
});

test("the drawing names and describes itself, in its language", () => {
  const { svg, alt } = bars({
    title: "Gain",
    unit: "€/yr",
    rows: [{ label: "Heat", measure: measured(1234, 1000, 2000) }],
    lang: "en",
  });
  expect(svg).toMatch(/^<svg [^>]*role="img" lang="en"/);
  expect(svg).toContain("<title>Gain</title>");
  expect(alt).toBe("Gain, bar chart. Heat: 1,230 €/yr (1,000 to 2,000).");
  expect(svg).toContain(`<desc>${alt}</desc>`);
});
