import { resolver } from "@simbiosi/domain";
import naf from "@socialgouv/codes-naf";
import { describe, expect, test } from "vitest";
import { loadReference } from "./load-tables.ts";

const reference = loadReference();
const resolve = resolver(reference);

describe("what activities typically give and take", () => {
  const known = new Set(naf.map(({ id }: { id: string }) => id));
  test("every division of NAF is described, and every code is one of the nomenclature", () => {
    const divisions = [...known].filter((id) => /^\d{2}$/.test(id));
    expect(divisions).toHaveLength(88);
    const described = new Set(reference.activities.map(({ code }) => code));
    expect(divisions.filter((id) => !described.has(id))).toEqual([]);
    expect([...described].filter((code) => !known.has(code))).toEqual([]);
  });
  test.each(reference.activities.map((row) => [row.code, row] as const))(
    "%s names classes that exist",
    (_code, row) => {
      expect([...row.gives, ...row.takes].filter((id) => !reference.resourceById.has(id))).toEqual([]);
    },
  );
});

// The divisions of goods, energy, water, waste services and main services; the State and households sell none of these.
const divisions =
  "01 02 03 05 06 07 08 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 35 36 37 38 39 41 42 43 45 46 47 49 50 51 52 53 55 56 58 59 60 61 62 63 64 65 66 68 69 70 71 72 73 74 79 80 81 82 85 86 88 93 95 96".split(
    " ",
  );
test.each(divisions)("CPA %s, without a word that helps, reaches a class", (cpa) => {
  const { resource } = resolve({ label: "xyz", direction: "in", waste_code: null, cpa, family: null, resource: null });
  expect(resource).not.toBeNull();
});

test.each([
  ["10.51.11", "foodstuffs.cheese"],
  ["17.21.13", "packaging.new-cartons"],
  ["23.51.12", "minerals.cement"],
])("CPA %s is %s by its longest known beginning", (cpa, id) => {
  const { resource } = resolve({ label: "", direction: "in", waste_code: null, cpa, family: null, resource: null });
  expect(resource?.id).toBe(id);
});
