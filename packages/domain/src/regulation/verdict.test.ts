import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexReference } from "../reference-data/reference.ts";
import type { Rule } from "../reference-data/rows.ts";
import { noTables } from "../testing/no-tables.ts";
import { evaluate, type FactValue, factsAsked, type Predicate } from "./predicate.ts";
import { verdictOf } from "./verdict.ts";

const facts = new Map<string, FactValue>([
  ["status", "waste"],
  ["tonnes", 4],
  ["tags", ["organic", "kitchen-waste"]],
  ["hazardous", false],
]);

describe("a test of law is read in three values", () => {
  test.each<{ predicate: Predicate; answer: string; because: string }>([
    { predicate: { fact: "status", is: "waste" }, answer: "yes", because: "it was declared" },
    { predicate: { fact: "status", in: ["product", "by-product"] }, answer: "no", because: "it is neither" },
    { predicate: { fact: "tags", has: "kitchen-waste" }, answer: "yes", because: "the list holds it" },
    { predicate: { fact: "tonnes", atLeast: 10 }, answer: "no", because: "4 is less than 10" },
    { predicate: { fact: "tonnes", below: 10 }, answer: "yes", because: "4 is below 10" },
    { predicate: { fact: "abp_category", is: 3 }, answer: "unknown", because: "nobody said" },
    {
      predicate: { not: { fact: "abp_category", is: 3 } },
      answer: "unknown",
      because: "the opposite of unknown is unknown",
    },
    { predicate: { fact: "abp_category", known: false }, answer: "yes", because: "that it is unknown is known" },
    {
      predicate: {
        all: [
          { fact: "abp_category", is: 3 },
          { fact: "hazardous", is: true },
        ],
      },
      answer: "no",
      because: "one no settles an all",
    },
    {
      predicate: {
        any: [
          { fact: "abp_category", is: 3 },
          { fact: "hazardous", is: false },
        ],
      },
      answer: "yes",
      because: "one yes settles an any",
    },
    { predicate: { all: [] }, answer: "yes", because: "nothing is asked" },
    { predicate: { any: [] }, answer: "no", because: "nothing is offered" },
  ])("$answer, $because", ({ predicate, answer }) => {
    expect(evaluate(predicate, facts)).toBe(answer);
  });

  const leaf = fc.constantFrom<Predicate>(
    { fact: "status", is: "waste" },
    { fact: "hazardous", is: true },
    { fact: "nobody-knows", is: 1 },
    { always: true },
  );
  const tree: fc.Arbitrary<Predicate> = fc.letrec<{ node: Predicate }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small" },
      leaf,
      fc.array(tie("node"), { maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie("node"), { maxLength: 3 }).map((any) => ({ any })),
      tie("node").map((not) => ({ not })),
    ),
  })).node;
  const opposite = (p: Predicate): Predicate => ({ not: p });
  test("De Morgan holds with unknowns too", () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (parts) => {
        expect(evaluate({ not: { all: parts } }, facts)).toBe(evaluate({ any: parts.map(opposite) }, facts));
      }),
    );
  });
  test("learning a missing fact never turns a settled answer around", () => {
    fc.assert(
      fc.property(tree, fc.integer({ min: 0, max: 2 }), (predicate, value) => {
        const before = evaluate(predicate, facts);
        const after = evaluate(predicate, new Map([...facts, ["nobody-knows", value]]));
        if (before !== "unknown") expect(after).toBe(before);
      }),
    );
  });
});

const rule = (change: Partial<Rule>): Rule => ({
  id: "R",
  title: { fr: "t", en: "t" },
  applies: { fact: "tags", has: "kitchen-waste" },
  test: { always: false },
  outcome: { yes: "ok", no: "forbidden", unknown: "check" },
  basis: "article",
  valid_from: "2020-01-01",
  valid_to: null,
  checked_on: "2026-11-23",
  review_before: "2027-05-31",
  confidence: "high",
  sentence: { fr: "s", en: "s" },
  next_step: { fr: "n", en: "n" },
  delay_months: 0,
  source: "s",
  ...change,
});
const withRules = (...rules: Rule[]) => indexReference({ ...noTables, rules });

describe("the verdict of a day", () => {
  test.each([
    { story: "in force: forbidden", rules: [rule({})], outcome: "forbidden" },
    { story: "not yet in force", rules: [rule({ valid_from: "2027-01-01" })], outcome: "ok" },
    { story: "no longer in force", rules: [rule({ valid_to: "2026-06-30" })], outcome: "ok" },
    { story: "speaks of something else", rules: [rule({ applies: { fact: "status", is: "product" } })], outcome: "ok" },
    {
      story: "may speak of it: to be checked",
      rules: [rule({ applies: { fact: "abp_category", is: 3 } })],
      outcome: "check",
    },
    {
      story: "we are not sure of the rule: it does not forbid",
      rules: [rule({ confidence: "low" })],
      outcome: "check",
    },
    {
      story: "the worst of two",
      rules: [
        rule({ id: "A", test: { always: true } }),
        rule({ id: "B", outcome: { yes: "ok", no: "procedure", unknown: "check" } }),
      ],
      outcome: "procedure",
    },
  ])("$story", ({ rules, outcome }) => {
    expect(verdictOf(withRules(...rules), facts, "2026-11-23").outcome).toBe(outcome);
  });

  test("what would settle an open rule is asked", () => {
    const open = rule({
      test: {
        all: [
          { fact: "certain_use", is: true },
          { fact: "status", is: "waste" },
        ],
      },
    });
    expect(verdictOf(withRules(open), facts, "2026-11-23").findings[0]?.asks).toEqual(["certain_use"]);
    expect(factsAsked(open.test)).toEqual(["certain_use", "status"]);
  });
});

describe("a number known between two ends answers only what both ends agree on", () => {
  const band = new Map<string, FactValue>([["staff", { low: 50, high: 99 }]]);
  test.each<{ predicate: Predicate; answer: string }>([
    { predicate: { fact: "staff", atLeast: 50 }, answer: "yes" },
    { predicate: { fact: "staff", atLeast: 100 }, answer: "no" },
    { predicate: { fact: "staff", atLeast: 75 }, answer: "unknown" },
    { predicate: { fact: "staff", below: 50 }, answer: "no" },
    { predicate: { fact: "staff", below: 75 }, answer: "unknown" },
    { predicate: { fact: "staff", is: 60 }, answer: "unknown" },
    { predicate: { fact: "staff", is: 120 }, answer: "no" },
    { predicate: { fact: "staff", in: [10, 99] }, answer: "unknown" },
    { predicate: { fact: "tags", hasAny: ["x", "kitchen-waste"] }, answer: "unknown" },
  ])("$predicate → $answer", ({ predicate, answer }) => {
    expect(evaluate(predicate, band)).toBe(answer);
  });
  test("a list is asked for any of several words", () => {
    expect(evaluate({ fact: "tags", hasAny: ["x", "kitchen-waste"] }, facts)).toBe("yes");
    expect(evaluate({ fact: "tags", hasAny: ["x"] }, facts)).toBe("no");
  });
});
