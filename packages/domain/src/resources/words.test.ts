import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { partsOf } from "./label-scores.ts";
import { measured } from "./measures.ts";
import { stem, tokenSimilarity, wordsOf } from "./words.ts";

test.each([
  ["déchets", "dechet"],
  ["usagées", "usagé"],
  ["métaux", "métal"],
  ["animaux", "animal"],
  ["eaux", "eau"],
  ["boyaux", "boyau"],
  ["batteries", "battery"],
  ["huiles", "huile"],
])("%s and %s are one word", (a, b) => {
  const [x = ""] = wordsOf(a);
  const [y = ""] = wordsOf(b);
  expect(stem(x)).toBe(stem(y));
});

test.each([
  ["bois", "mois"],
  ["or", "ore"],
  ["son", "sol"],
  ["sable", "sabot"],
])("%s and %s stay two words", (a, b) => {
  expect(tokenSimilarity(stem(a), stem(b))).toBe(0);
});

test("a denied word is another word", () => {
  expect(wordsOf("non-ferrous scrap")).toEqual(["nonferrous", "scrap"]);
  expect(wordsOf("terres non polluées")).toEqual(["terres", "nonpolluees"]);
  expect(wordsOf("canon à neige")).toEqual(["canon", "a", "neige"]);
});

test("tea is no article", () => {
  expect(wordsOf("résidus de thé")).toEqual(["residus", "de", "thea"]);
  expect(wordsOf("the tea")).toEqual(["the", "tea"]);
  expect(wordsOf("théâtre")).toEqual(["theatre"]);
});

describe("figures in labels", () => {
  test.each([
    ["vapeur 8 bar", { pressure_bar: { min: 8, max: 8 } }, "vapeur"],
    ["steam 20 barg", { pressure_bar: { min: 20, max: 20 } }, "steam"],
    ["chaleur 90°C", { temperature_c: { min: 90, max: 90 } }, "chaleur"],
    ["waste heat 120 C", { temperature_c: { min: 120, max: 120 } }, "waste heat"],
    ["eau chaude 70 degres", { temperature_c: { min: 70, max: 70 } }, "eau chaude"],
    ["eau à 60–90 °C", { temperature_c: { min: 60, max: 90 } }, "eau à ;"],
    ["froid -20°C", { temperature_c: { min: -20, max: -20 } }, "froid"],
    ["fûts 200 L", {}, "fûts"],
    ["soude 30 %", {}, "soude"],
    ["huile 15W40", {}, "huile 15W40"],
    ["filets PA6", {}, "filets PA6"],
    ["ferraille E40", {}, "ferraille E40"],
    ["sable 0/4", {}, "sable 0/4"],
  ])("%s", (label, measures, words) => {
    const found = measured(label);
    expect(found.measures).toEqual(measures);
    expect(found.words.replace(/\s+/g, " ").trim()).toBe(words);
  });
});

test.each([
  ["carton / cardboard", ["carton", "cardboard"]],
  ["pneus usagés (VL, PL)", ["pneus usagés", "VL", "PL"]],
  ["têtes et arêtes", ["têtes", "arêtes"]],
  ["eaux-de-vie", ["eaux-de-vie"]],
])("%s is read in parts", (label, parts) => {
  expect(partsOf(label)).toEqual(parts);
});

test("two words are as like one way as the other, and never more than the same", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."abcde"), maxLength: 10 }),
      fc.string({ unit: fc.constantFrom(..."abcde"), maxLength: 10 }),
      (a, b) => {
        expect(tokenSimilarity(a, b)).toBe(tokenSimilarity(b, a));
        expect(tokenSimilarity(a, b)).toBeLessThanOrEqual(1);
        expect(tokenSimilarity(a, a)).toBe(1);
      },
    ),
  );
});
