import fc from "fast-check";
import { expect, test } from "vitest";
import { elements, groups, number, texts } from "../testing/read-svg.ts";
import { type MonthRow, months } from "./months.ts";

const draw = (rows: readonly MonthRow[]) => months({ title: "Saisons", rows, lang: "fr" });
const vintage = [0, 0, 0, 0, 0, 0, 0, 0, 4, 10, 2, 0];
const winter = [1, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1];

test("a month is as high as its share of the busiest month, and an empty month is empty", () => {
  const cells = elements(draw([{ label: "Marc de raisin", role: "offer", months: vintage }]).svg, "rect", "month");
  expect(cells).toHaveLength(3);
  const [september = 0, october = 0, november = 0] = cells.map((cell) => number(cell, "height"));
  expect(september / october).toBeCloseTo(0.4);
  expect(november / october).toBeCloseTo(0.2);
});

test("months common to an offer and a need are framed and named", () => {
  const { svg, alt } = draw([
    { label: "Marc de raisin", role: "offer", months: vintage },
    { label: "Distillerie", role: "need", months: winter },
  ]);
  expect(elements(svg, "rect", "common")).toHaveLength(2);
  expect(texts(svg)).toContain("Mois communs à l’offre et au besoin\u00a0: oct., nov.");
  expect(alt).toContain("Marc de raisin (offre)\u00a0: sept., oct., nov.");
  expect(alt).not.toContain("..");
});

test.each([
  {
    case: "two offers",
    rows: [
      { label: "A", role: "offer", months: vintage },
      { label: "B", role: "offer", months: winter },
    ],
  },
  {
    case: "an unknown season",
    rows: [
      { label: "A", role: "offer", months: vintage },
      { label: "B", role: "need", months: null },
    ],
  },
] as const)("nothing is said to be common with $case", ({ rows }) => {
  const { svg } = draw(rows);
  expect(elements(svg, "rect", "common")).toHaveLength(0);
  expect(svg).not.toContain("commun");
});

test("an unknown season has words and no cells, and does not look like a flow that never comes", () => {
  const { svg } = draw([{ label: "Compost", role: "need", months: null }]);
  expect(groups(svg, "row").map((row) => elements(row, "rect", "month").length)).toEqual([0]);
  expect(texts(svg)).toContain("saison inconnue");
  expect(texts(draw([{ label: "Compost", role: "need", months: Array(12).fill(0) }]).svg)).not.toContain(
    "saison inconnue",
  );
});

test("the framed months are those of a plain double loop", () => {
  const year = fc.array(fc.constantFrom(0, 0, 1, 3), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(
      fc.array(year, { minLength: 1, maxLength: 3 }),
      fc.array(year, { minLength: 1, maxLength: 3 }),
      (offers, needs) => {
        const rows = [
          ...offers.map((m): MonthRow => ({ label: "O", role: "offer", months: m })),
          ...needs.map((m): MonthRow => ({ label: "N", role: "need", months: m })),
        ];
        let expected = 0;
        for (let m = 0; m < 12; m++) {
          let both = false;
          for (const offer of offers)
            for (const need of needs) if ((offer[m] ?? 0) > 0 && (need[m] ?? 0) > 0) both = true;
          if (both) expected++;
        }
        expect(elements(draw(rows).svg, "rect", "common")).toHaveLength(expected);
      },
    ),
  );
});
