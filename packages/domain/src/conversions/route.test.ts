import { describe, expect, test } from "vitest";
import { qualityOf } from "../matching/quality.ts";
import { indexReference } from "../reference-data/reference.ts";
import { ResourceClassSchema } from "../reference-data/rows.ts";
import { noTables } from "../testing/no-tables.ts";
import { heatClass, routeBetween } from "../testing/tiny-heat.ts";
import { flowOf } from "../testing/tiny-reference.ts";
import { identityRoute, meetsNeed } from "./route.ts";

describe("how heat crosses from site to site", () => {
  test.each([
    { way: identityRoute(heatClass("heat.warm")), maxKm: 3, links: 1, because: "the pipe of the class above" },
    { way: routeBetween("direct").way, maxKm: 3, links: 1, because: "a conversion silent on it takes the pipe" },
    { way: routeBetween("pumped").way, maxKm: 1, links: 0, because: "a conversion that speaks decides alone" },
  ])("$because", ({ way, maxKm, links }) => {
    expect([way.maxKm, way.links.length]).toEqual([maxKm, links]);
  });
});

test("a class narrower than the route settles what its label leaves open: warm water is never at 60 °C", () => {
  const { way } = routeBetween("direct");
  const offer = { ...flowOf("a.heat", "energy.heat", { unit: "MWh" }), resource: heatClass("heat.warm") };
  const need = {
    ...flowOf("b.heat", "energy.heat", { direction: "in", unit: "MWh" }),
    resource: heatClass("heat.tank"),
  };
  expect(qualityOf(offer, need, way).truth).toBe("no");
});

describe("what may meet a need", () => {
  const row = (id: string, parent: string | null, more: object = {}) =>
    ResourceClassSchema.parse({
      id,
      parent,
      family: "energy",
      unit: "MWh",
      name: { fr: id, en: id },
      synonyms: {},
      source: "test",
      ...more,
    });
  const reference = indexReference({
    ...noTables,
    resources: [
      row("energy", null),
      row("heat", "energy"),
      row("heat.steam", "heat", { tags: ["pressure"] }),
      row("heat.fish", "heat", { status: "need" }),
    ],
  });
  const of = (id: string) => reference.resourceById.get(id) ?? expect.fail(id);
  test.each([
    { made: "heat.steam", need: "heat", meets: true, because: "steam is heat" },
    { made: "heat", need: "heat.steam", meets: false, because: "any heat is not steam" },
    { made: "heat.fish", need: "heat.fish", meets: true, because: "the use itself" },
    { made: "heat.fish", need: "heat", meets: false, because: "what tempers a fish tank is no process heat" },
    { made: "heat.steam", need: "energy", meets: false, because: "a family is too broad a need" },
  ])("$made for $need: $because", ({ made, need, meets }) => {
    expect(meetsNeed(reference, of(made), of(need))).toBe(meets);
  });
});

describe("sorts of one kind", () => {
  const row = (id: string, parent: string | null, more: object = {}) =>
    ResourceClassSchema.parse({
      id,
      parent,
      family: "matter",
      unit: "t",
      name: { fr: id, en: id },
      synonyms: {},
      source: "test",
      ...more,
    });
  const reference = indexReference({
    ...noTables,
    resources: [
      row("matter", null),
      row("metals", "matter"),
      row("alu", "metals", { alike: true }),
      row("alu.cuttings", "alu"),
      row("alu.turnings", "alu"),
      row("chips", "metals"),
      row("zinc", "chips", { alike: true }),
      row("zinc.ash", "zinc"),
      row("tin", "chips"),
      row("tin.ash", "tin"),
      row("alloys", "metals"),
      row("alloys.brass", "alloys"),
      row("alloys.bronze", "alloys"),
    ],
  });
  const of = (id: string) => reference.resourceById.get(id) ?? expect.fail(id);
  test.each([
    { made: "alu.turnings", need: "alu.cuttings", meets: true, because: "the kind says that its sorts are alike" },
    { made: "alloys.brass", need: "alloys.bronze", meets: false, because: "nobody said so of this kind" },
    { made: "alu", need: "alloys", meets: false, because: "two kinds are two kinds" },
    { made: "chips", need: "zinc.ash", meets: true, because: "what may be zinc may be any of its alike sorts" },
    { made: "chips", need: "tin.ash", meets: false, because: "what may be tin is two steps from its ash" },
  ])("$made for $need: $because", ({ made, need, meets }) => {
    expect(meetsNeed(reference, of(made), of(need))).toBe(meets);
  });
});
