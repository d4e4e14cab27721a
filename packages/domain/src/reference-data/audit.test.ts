import { describe, expect, test } from "vitest";
import { noTables } from "../testing/no-tables.ts";
import { auditReference } from "./audit.ts";
import { indexReference, type ReferenceTables } from "./reference.ts";
import { FactorSchema, ResourceClassSchema, RuleSchema, SourceSchema } from "./rows.ts";

const both = (words: string) => ({ fr: words, en: words });
const source = (id: string, kind: string) => SourceSchema.parse({ id, title: id, kind, checked_on: "2026-01-01" });
const resource = (id: string, more: object = {}) =>
  ResourceClassSchema.parse({
    id,
    parent: null,
    family: "matter",
    unit: "t",
    name: both(id),
    synonyms: {},
    source: "page",
    ...more,
  });
const factor = (id: string, of: string, cites: string, review_before = "2027-06-30", context: string | null = null) =>
  FactorSchema.parse({
    id,
    quantity: "density",
    resource: of,
    context,
    label: both(id),
    number: { value: 1, low: 1, high: 1, unit: "t/m3", source: cites, year: 2026 },
    review_before,
  });

const audit = (tables: Partial<ReferenceTables>, day = "2026-11-24") =>
  auditReference(indexReference({ ...noTables, ...tables }), day);

const sources = [source("page", "study"), source("team-estimate", "team-estimate")];

describe("the share of estimates of a table", () => {
  test("two factors, one estimated", () => {
    const { tables } = audit({
      sources,
      resources: [resource("sand")],
      factors: [factor("a", "sand", "page"), factor("b", "sand", "team-estimate")],
    });
    expect(tables.find(({ table }) => table === "factors")).toEqual({
      table: "factors",
      rows: 2,
      citations: 2,
      estimates: 1,
    });
  });
});

describe("reviews", () => {
  const tables = {
    sources,
    resources: [resource("sand")],
    factors: [factor("late", "sand", "page", "2026-11-23"), factor("due", "sand", "page", "2026-11-24")],
  };
  test.each([
    ["2026-11-23", []],
    ["2026-11-24", ["late"]],
    ["2026-11-25", ["late", "due"]],
  ])("overdue on %s", (day, ids) => {
    expect(audit(tables, day).overdue.map(({ id }) => id)).toEqual(ids);
  });
});

describe("names that lead nowhere", () => {
  test.each<[string, Partial<ReferenceTables>, string[]]>([
    ["a factor on a class that does not exist", { factors: [factor("f", "gold", "page")] }, ["gold"]],
    ["a source that does not exist", { factors: [factor("f", "sand", "rumour")] }, ["rumour"]],
    ["a context that does not exist", { factors: [factor("f", "sand", "page", "2027-01-01", "mars")] }, ["mars"]],
    ["nothing wrong", { factors: [factor("f", "sand", "page")] }, []],
  ])("%s", (_case, tables, names) => {
    expect(audit({ sources, resources: [resource("sand")], ...tables }).broken.map((row) => row.names)).toEqual(names);
  });
});

const rule = (applies: object) =>
  RuleSchema.parse({
    id: "R",
    title: both("t"),
    applies,
    test: { always: true },
    outcome: { yes: "ok", no: "ok", unknown: "ok" },
    basis: "article",
    valid_from: null,
    checked_on: "2026-01-01",
    review_before: "2027-06-30",
    confidence: "high",
    sentence: both("s"),
    next_step: both("n"),
    delay_months: 0,
    source: "page",
  });

describe("a rule that a wrong name would make silent", () => {
  test.each<[string, object, string[]]>([
    ["a fact that nobody gives", { fact: "offer.certain_usage", is: true }, ["offer.certain_usage"]],
    ["a class that does not exist", { fact: "offer.class", has: "sandd" }, ["sandd"]],
    ["one of several classes", { fact: "need.class", hasAny: ["sand", "gold"] }, ["gold"]],
    ["a tag that no class bears", { not: { fact: "offer.tags", has: "shiny" } }, ["shiny"]],
    ["a process", { fact: "route.processes", has: "alchemy" }, ["alchemy"]],
    ["a kind of pool", { all: [{ fact: "pool.kind", in: ["moon-base"] }] }, ["moon-base"]],
    ["nothing wrong", { fact: "offer.class", has: "sand" }, []],
  ])("%s", (_case, applies, names) => {
    const { broken } = audit({ sources, resources: [resource("sand")], rules: [rule(applies)] });
    expect(broken).toEqual(names.map((one) => ({ table: "rules", id: "R", names: one })));
  });
});

test("a row copied without a new identifier", () => {
  const factors = [factor("f", "sand", "page"), factor("f", "sand", "page"), factor("g", "sand", "page")];
  expect(audit({ sources, resources: [resource("sand")], factors }).twice).toEqual([{ table: "factors", id: "f" }]);
});

describe("rows that nothing uses", () => {
  test("a source that no row cites, but not those that figures name by themselves", () => {
    const more = [...sources, source("forgotten", "press"), source("definition", "official")];
    expect(audit({ sources: more, resources: [resource("sand", { source: "team-estimate" })] }).unusedSources).toEqual([
      "forgotten",
      "page",
    ]);
  });
  test.each<[string, object, string[]]>([
    ["only its name", {}, ["moon-dust"]],
    ["a synonym", { synonyms: { fr: ["poussière"], en: [] } }, []],
    ["a waste code", { low: ["01 04 10"] }, []],
  ])("a class with %s", (_case, more, lonely) => {
    expect(audit({ sources, resources: [resource("moon-dust", more)] }).lonelyClasses).toEqual(lonely);
  });
  test("a class that a factor names, or that has classes below it", () => {
    const resources = [resource("sand"), resource("beach-sand", { parent: "sand" })];
    expect(audit({ sources, resources, factors: [factor("f", "beach-sand", "page")] }).lonelyClasses).toEqual([]);
  });
});
