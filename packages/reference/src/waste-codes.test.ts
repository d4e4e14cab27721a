import { expect, test } from "vitest";
import { loadReference } from "./load-tables.ts";

const { wasteCodes, resourceById } = loadReference();

/** Counts of the List in force (Decision 2000/532/EC as amended): codes, starred codes, and entries of each type. */
test("the 842 codes of the European List of Waste, each once", () => {
  expect(wasteCodes).toHaveLength(842);
  expect(new Set(wasteCodes.map(({ code }) => code)).size).toBe(842);
  expect(wasteCodes.filter(({ hazardous }) => hazardous)).toHaveLength(408);
  const count = (entry: string) => wasteCodes.filter((row) => row.entry === entry).length;
  expect({
    "absolute-non-hazardous": count("absolute-non-hazardous"),
    "absolute-hazardous": count("absolute-hazardous"),
    "mirror-non-hazardous": count("mirror-non-hazardous"),
    "mirror-hazardous": count("mirror-hazardous"),
  }).toEqual({
    "absolute-non-hazardous": 256,
    "absolute-hazardous": 235,
    "mirror-non-hazardous": 178,
    "mirror-hazardous": 173,
  });
});

test("every code reaches a class, and its star agrees with its entry", () => {
  for (const { code, resource, hazardous, entry } of wasteCodes) {
    expect(resourceById.has(resource), `${code}: ${resource}`).toBe(true);
    expect(entry.endsWith("-hazardous") && !entry.endsWith("non-hazardous"), code).toBe(hazardous);
  }
});

/** Codes by star, then tags: an offer whose code nobody gave is judged by the tags of its class. */
test("the tags of a class agree with the stars of its codes", () => {
  const wrong = [...resourceById.values()].flatMap(({ id, low, tags }) => {
    const starred = low.filter((code) => code.endsWith("*")).length;
    if (low.length === 0) return [];
    const said = tags.includes("hazardous") ? "always" : tags.includes("hazard-possible") ? "maybe" : "never";
    if (starred === low.length) return said === "always" ? [] : [`${id}: every code has a star, tags say ${said}`];
    if (starred > 0) return said === "never" ? [`${id}: some codes have a star, tags say never`] : [];
    return said === "always" ? [`${id}: no code has a star, tags say always`] : [];
  });
  expect(wrong).toEqual([]);
});

test("a starred code of a class is starred in the List, and the other way round", () => {
  const stars = new Map(wasteCodes.map(({ code, hazardous }) => [code, hazardous]));
  const wrong = [...resourceById.values()].flatMap(({ id, low }) =>
    low.filter((code) => stars.get(code.replace("*", "")) !== code.endsWith("*")).map((code) => `${id}: ${code}`),
  );
  expect(wrong).toEqual([]);
});
