import { expect, test } from "vitest";
import { bandWords, parseBand } from "./staff.ts";

test.each([
  ["20 à 49 salariés", "12"],
  ["20-49", "12"],
  ["de 20 à 49 salariés", "12"],
  ["1 ou 2 salariés", "01"],
  ["1-2", "01"],
  ["10-19", "11"],
  ["1 000 à 1 999 salariés", "42"],
  ["10 000 salariés et plus", "53"],
  ["aucun salarié", "00"],
  ["nn", "NN"],
  ["03", "03"],
])("« %s » is the band %s", (words, code) => {
  expect(parseBand(words, false)).toBe(code);
});

test.each(["12", "20 à 50", "une trentaine", "24", "12 000"])("« %s » in a table is no band", (words) => {
  expect(parseBand(words, false)).toBeUndefined();
});

test("two digits between quotes in JSON are a band: a head count would be a number", () => {
  expect(parseBand("12", true)).toBe("12");
});

test("the words of every band are read as that band", () => {
  const codes = ["NN", "00", "01", "02", "03", "11", "12", "21", "22", "31", "32", "41", "42", "51", "52", "53"];
  expect(codes.map((code) => parseBand(bandWords(code), false))).toEqual(codes);
});
