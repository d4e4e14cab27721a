import fc from "fast-check";
import { expect, test } from "vitest";
import { rawWorkbook, read, worksheetXml } from "../testing/carriers.ts";
import type { Correction } from "./correct-cells.ts";

const header = "Établissement;Sens;Désignation;Quantité;Unité;Fin de contrat";
const file = (...rows: string[]): string => [header, ...rows].join("\n");

/** What a person does: corrects each refused cell that has a place, with these words. */
const correctionsOf = (words: string, value: string): Correction[] =>
  read("flux.csv", words).refused.flatMap(({ sheet, row, column, value: found }) =>
    row === null || column === null ? [] : [{ sheet, row, column, found, value }],
  );

test.each([
  { because: "a quantity in words", row: "Scierie;sortant;sciure;env. 3.6;t;", value: "3,6", sound: "3,6;t;" },
  { because: "a unit that is none", row: "Scierie;sortant;sciure;4;brouettes;", value: "t", sound: "4;t;" },
  {
    because: "a day that is none",
    row: "Scierie;sortant;sciure;4;t;31/02/2027",
    value: "28/02/2027",
    sound: "4;t;28/02/2027",
  },
])("$because, corrected, reads as if the file had said so", ({ row, value, sound }) => {
  const spoilt = file(row);
  const corrections = correctionsOf(spoilt, value);
  expect(corrections).toHaveLength(1);
  const mended = read("flux.csv", spoilt, { corrections });
  expect(mended.refused).toEqual([]);
  expect(mended.inventory).toEqual(read("flux.csv", file(`Scierie;sortant;sciure;${sound}`)).inventory);
});

test("a cell corrected to no avail is refused with the new words, and corrected again", () => {
  const spoilt = file("Scierie;sortant;sciure;beaucoup;t;");
  const first = correctionsOf(spoilt, "pas mal");
  const again = read("flux.csv", spoilt, { corrections: first });
  expect(again.refused.map(({ value }) => value)).toEqual(["pas mal"]);
  const second = again.refused.flatMap(({ sheet, row, column, value: found }) =>
    row === null || column === null ? [] : [{ sheet, row, column, found, value: "7" }],
  );
  const mended = read("flux.csv", spoilt, { corrections: [...first, ...second] });
  expect(mended.refused).toEqual([]);
  expect(mended.inventory.flows[0]?.quantity).toBe(7);
});

test("a cell emptied is one that the file left empty", () => {
  const spoilt = file("Scierie;sortant;sciure;beaucoup;t;");
  const mended = read("flux.csv", spoilt, { corrections: correctionsOf(spoilt, "") });
  expect(mended.refused).toEqual([]);
  expect(mended.inventory.flows[0]).toMatchObject({ label: "sciure", quantity: null });
});

test("a row that lacks what it cannot do without comes in once it is given", () => {
  const spoilt = file("Scierie;sortant;;4;t;");
  const corrections: Correction[] = [
    { sheet: "flux.csv", row: 2, column: "Désignation", found: null, value: "sciure" },
  ];
  expect(read("flux.csv", spoilt).inventory.flows).toEqual([]);
  expect(read("flux.csv", spoilt, { corrections }).inventory.flows).toMatchObject([{ label: "sciure" }]);
});

test("in a workbook, typed words read as the cell would have", () => {
  const rows = [
    ["Établissement", "Sens", "Désignation", "Quantité", "Unité"],
    ["Scierie", "sortant", "sciure", "env. 3", "t"],
  ];
  const corrections: Correction[] = [{ sheet: "Flux", row: 2, column: "Quantité", found: "env. 3", value: "3 200,5" }];
  const mended = read("a.xlsx", rawWorkbook(worksheetXml(rows)), { corrections });
  expect(mended.refused).toEqual([]);
  expect(mended.inventory.flows[0]?.quantity).toBe(3200.5);
});

test("corrections of other places change nothing, whatever they say", () => {
  const sound = file("Scierie;sortant;sciure;4;t;");
  const plain = read("flux.csv", sound);
  const elsewhere = fc.record({
    sheet: fc.constantFrom("flux.csv", "autre.csv"),
    row: fc.integer({ min: 3, max: 9 }),
    column: fc.constantFrom("Quantité", "Unité", "Colonne Z", "__proto__"),
    found: fc.option(fc.string()),
    value: fc.string(),
  });
  fc.assert(
    fc.property(fc.array(elsewhere, { maxLength: 5 }), (corrections) => {
      expect(read("flux.csv", sound, { corrections })).toEqual(plain);
    }),
  );
});
