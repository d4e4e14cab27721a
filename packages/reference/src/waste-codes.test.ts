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
