import { expect, test } from "vitest";
import { elements, measured, notApplicable, number, texts, unknown } from "../testing/read-svg.ts";
import { type StackedInput, stackedBars } from "./stacked-bars.ts";

const draw = (series: readonly string[], columns: StackedInput["columns"]) =>
  stackedBars({ title: "Investissements", unit: "€", series, columns, lang: "fr" });

test("parts are in proportion, stand on one another and add up to the number above", () => {
  const { svg } = draw(["Aide", "Entreprises"], [{ label: "2027", values: [measured(3000), measured(1000)] }]);
  const [low, high] = elements(svg, "rect", "segment");
  expect(number(low, "height")).toBeCloseTo(3 * number(high, "height"), 1);
  expect(number(high, "y") + number(high, "height")).toBeCloseTo(number(low, "y"), 1);
  expect(texts(svg).map((words) => words.replace(/\s/g, " "))).toContain("4 000");
});

test.each([
  { case: "part of a column is unknown", values: [measured(10), unknown], says: ["10", "+ inconnu"], parts: 1 },
  { case: "all of a column is unknown", values: [unknown, unknown], says: ["inconnu"], parts: 0 },
  { case: "a part does not apply", values: [measured(10), notApplicable], says: ["10"], parts: 1 },
  { case: "a part is zero", values: [measured(10), measured(0)], says: ["10"], parts: 1 },
])("when $case, no zero is made up", ({ values, says, parts }) => {
  const { svg } = draw(["a", "b"], [{ label: "2027", values }]);
  expect(texts(svg)).toEqual(expect.arrayContaining(says));
  expect(texts(svg).includes("+ inconnu")).toBe(says.includes("+ inconnu"));
  expect(elements(svg, "rect", "segment").length).toBe(parts);
});

test("more series than fills fold into one, which stays unknown if one of them is", () => {
  const names = Array.from({ length: 9 }, (_, i) => `Financeur ${i}`);
  const { svg, alt } = draw(names, [
    { label: "2027", values: names.map((_, i) => measured(10 + i)) },
    { label: "2028", values: names.map((_, i) => (i === 8 ? unknown : measured(1))) },
  ]);
  expect(texts(svg)).toContain("Autres (4)");
  // 15 + 16 + 17 + 18
  expect(alt).toContain("2027, Autres (4)\u00a0: 66 €");
  expect(alt).toContain("2028, Autres (4)\u00a0: inconnu");
});

test("without an amount, a sentence", () => {
  expect(texts(draw([], []).svg)).toEqual(["Aucun montant à montrer"]);
  expect(texts(draw(["a"], [{ label: "2027", values: [notApplicable] }]).svg)).toEqual(["Aucun montant à montrer"]);
});
