import { expect, test } from "vitest";
import { read } from "../testing/carriers.ts";
import { readMapping, writeMapping } from "./mapping-file.ts";

const foreign = "Entreprise;Déchet;Tonnage;Tél.;Sens\nA fictive;bois;3;04;sortant\n";

test("what was recognised is written for a person to correct, and reads back to the same inventory", () => {
  const found = read("export.csv", foreign);
  const words = writeMapping(found.columns);
  expect(JSON.parse(words)).toEqual({
    format: "simbiosi-mapping/1",
    establishments: {},
    flows: { Entreprise: "establishment", Déchet: "label", Tonnage: "quantity", "Tél.": null },
  });
  const mapping = readMapping("m.json", words);
  if (!mapping.ok) throw new Error(mapping.problem.code);
  const again = read("export.csv", foreign, { mapping: mapping.value });
  expect(again.inventory).toEqual(found.inventory);
  expect(again.refused).toEqual([]);
});

test.each([
  { words: "{", code: "JSON_MALFORMED" },
  { words: "[]", code: "MAPPING_MALFORMED" },
  { words: '{"format":"other"}', code: "MAPPING_MALFORMED" },
  { words: '{"flows":{"Tonnage":3}}', code: "MAPPING_MALFORMED" },
  { words: '{"flows":{"Tonnage":"weight"}}', code: "MAPPING_UNKNOWN" },
  { words: '{"establishments":{"Nom":"owner:siret"}}', code: "MAPPING_UNKNOWN" },
])("$words is refused with $code", ({ words, code }) => {
  const found = readMapping("m.json", words);
  expect(found.ok ? "ok" : found.problem.code).toBe(code);
});
