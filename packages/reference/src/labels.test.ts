import { resolver } from "@simbiosi/domain";
import { describe, expect, test } from "vitest";
import { loadReference } from "./load-tables.ts";

const resolve = resolver(loadReference());
const read = (label: string, waste_code: string | null = null) =>
  resolve({ label, direction: "out", waste_code, cpa: null, family: null, resource: null });

describe("what companies write reaches the class they mean", () => {
  test.each([
    ["marc de café humide", "food.coffee-grounds"],
    ["Marc de cafe", "food.coffee-grounds"],
    ["used coffee grounds", "food.coffee-grounds"],
    ["drèches de brasserie", "food.spent-grain"],
    ["brewer's spent grain", "food.spent-grain"],
    ["gravats de beton", "minerals.concrete-rubble"],
    ["demolition concrete", "minerals.concrete-rubble"],
    ["granulat recyclé", "minerals.recycled-aggregate"],
    ["Cartons d'emballage", "paper.cardboard"],
    ["corrugated cardbord", "paper.cardboard"], // a typing error
    ["huile de vidange", "oils.used-engine-oil"],
    ["presse a balles", "equipment.baler"],
  ])("%s → %s", (label, id) => {
    const { resource, confidence } = read(label);
    expect(resource?.id).toBe(id);
    expect(confidence).toBeGreaterThanOrEqual(0.75);
  });
});

describe("a doubtful label is a question, not a guess", () => {
  test.each(["bidule", "divers", "xyz 123", ""])("%j reaches nothing", (label) => {
    expect(read(label)).toMatchObject({ resource: null });
  });
  test("an unknown word is answered by a question in both languages", () => {
    const { question } = read("zorglub");
    expect(question?.fr).toContain("zorglub");
    expect(question?.en).toContain("zorglub");
  });
});

test("an id of the taxonomy is taken at its word", () => {
  const found = resolve({
    direction: "out",
    label: "ce qu'on veut",
    waste_code: null,
    cpa: null,
    family: null,
    resource: "equipment.baler",
  });
  expect(found).toMatchObject({ resource: { id: "equipment.baler" }, confidence: 1, question: null });
});
