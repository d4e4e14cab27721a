import {
  type Factor,
  FactorSchema,
  findFactor,
  type Reference,
  type SynergiesJson,
  SynergiesSchema,
  withOwnFactors,
} from "@simbiosi/domain";
import { casaperta } from "@simbiosi/fixtures";
import { expect, test } from "vitest";
import { detectSynergies, loadReference, readFactors, synergiesJson, understand } from "../index.ts";

const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);
const cost = (of: string, value: number, route: string | null) =>
  FactorSchema.parse({
    id: `cost.${of}`,
    quantity: "removal-cost",
    resource: of,
    route,
    label: { fr: of, en: of },
    number: { value, low: value, high: value, unit: "EUR/t", source: "team-estimate", year: 2026 },
    review_before: "2027-06-30",
  });
/** The classes of the reference, with two factors only. */
const classes: Reference = {
  ...loadReference(),
  factors: [cost("wood", 60, "landfill"), cost("wood.sawdust", 20, null)],
};

const row = {
  quantity: "removal-cost",
  resource: "wood",
  value: 90,
  low: 80,
  high: 100,
  unit: "EUR/t",
  source: "Facture fictive 2026",
  year: 2026,
};
const read = (json: unknown, reference: Reference = classes) => {
  const found = readFactors({ name: "f.json", bytes: bytesOf(JSON.stringify(json)) }, reference);
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
};

test("a factor of the user's own comes before the reference's, for its class and all below, with its source", () => {
  const { factors, refused, notes } = read([row]);
  expect([refused, notes]).toEqual([[], []]);
  const reference = withOwnFactors(classes, factors, "2026-11-24");
  const asked = { quantity: "removal-cost", context: "corse", day: "2026-11-24", route: "landfill" } as const;
  const value = (resource: string, from: Reference) => findFactor(from, { ...asked, resource })?.number.value;
  expect([value("wood", classes), value("wood", reference)]).toEqual([60, 90]);
  // The reference speaks of sawdust itself, which is nearer than what the user said of wood.
  expect([value("wood.slabs", reference), value("wood.sawdust", reference)]).toEqual([90, 20]);
  expect(reference.sourceById.get("Facture fictive 2026")?.kind).toBe("own");
});

test.each<[string, object, string]>([
  ["a class that does not exist", { resource: "wod" }, "resource"],
  ["a unit that measures something else", { unit: "kgCO2e/t" }, "unit"],
  ["a unit that is none of ours", { unit: "EUR/tonne" }, "unit"],
  ["bounds the wrong way round", { low: 95 }, "low"],
  ["no bounds", { low: null, high: null }, "low"],
  ["a place that does not exist", { context: "atlantide" }, "context"],
  ["a quantity that nothing asks for", { quantity: "beauty" }, "quantity"],
  ["a value in words", { value: "cher" }, "value"],
  ["a source that is not said", { source: "" }, "source"],
  ["the name of what companies declare", { source: "declared:flow" }, "source"],
])("%s is reported with its row and field, and the rest goes in", (_case, change, column) => {
  const { factors, refused } = read([{ ...row, ...change }, row]);
  expect(refused).toMatchObject([{ sheet: "f.json", row: 1, column, code: "FACTOR_WRONG", kept: false }]);
  expect(factors).toHaveLength(1);
});

test("what waits for its class is told, has no effect and is no fault; transport needs none", () => {
  const transport = { ...row, quantity: "transport-cost", resource: null, unit: "EUR/(t.km)" };
  const document = {
    format: "simbiosi-factors/1",
    factors: [{ ...row, resource: null, label: "Bois fictif" }, { ...row, quantity: null }, transport],
  };
  const { factors, refused, notes } = read(document);
  expect(factors.map(({ quantity }: Factor) => quantity)).toEqual(["transport-cost"]);
  expect(refused).toEqual([]);
  expect(notes.map(({ code, message }) => [code, message.fr.includes(": 2 (Bois fictif")])).toEqual([
    ["FACTORS_UNATTACHED", true],
  ]);
});

test.each([
  ["", "FILE_EMPTY"],
  ["{", "FACTORS_MALFORMED"],
  ['{"factors":3}', "FACTORS_MALFORMED"],
])("%j is told in one sentence: %s", (words, code) => {
  const found = readFactors({ name: "f.json", bytes: bytesOf(words) }, classes);
  expect(found.ok ? null : found.problem.code).toBe(code);
});

test("a whole diagnosis rests on it, and names its source where the figure is explained", () => {
  const told = (reference: Reference): SynergiesJson => {
    const understood = understand(reference, casaperta, "2026-11-23");
    return SynergiesSchema.parse(synergiesJson(understood, detectSynergies(understood, 10), "fr"));
  };
  const own = { ...row, quantity: "transport-cost", resource: null, value: 3, low: 3, high: 3, unit: "EUR/(t.km)" };
  const plain = loadReference();
  const dear = told(withOwnFactors(plain, read([own], plain).factors, "2026-11-23"));
  const sources = Object.values(dear.explanations).map(({ source }) => source ?? "");
  expect(sources.some((words) => words.includes(row.source))).toBe(true);
  expect(dear).not.toEqual(told(plain));
});
