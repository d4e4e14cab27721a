import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Figure, given, unknown } from "../figures/figure.ts";
import { indexReference } from "../reference-data/reference.ts";
import { AidSchemeSchema, DatedValueSchema } from "../reference-data/rows.ts";
import { noTables } from "../testing/no-tables.ts";
import { aidFor } from "./aid.ts";
import { checkCumulation } from "./cumulation.ts";
import { deMinimisRoom } from "./de-minimis.ts";
import type { AidQuestion } from "./question.ts";

const both = (words: string) => ({ fr: words, en: words });
const number = (value: number, unit: string, low = value) => ({
  value,
  low,
  high: value,
  unit,
  source: "call",
  year: 2026,
});
const euros = (value: number): Figure =>
  given({ label: both("dépense"), value, unit: "EUR", source: "quote", date: "2026-11-24" });

const scheme = (id: string, more: object) =>
  AidSchemeSchema.parse({
    id,
    name: both(id),
    funder: "funder",
    beneficiaries: ["economic", "non-economic"],
    before_start: true,
    regime: "block-exemption",
    eligible: both("eligible"),
    review_before: "2027-01-31",
    confidence: "high",
    source: "call",
    ...more,
  });

const value = (key: string, n: number, unit: string) =>
  DatedValueSchema.parse({
    id: key,
    key,
    label: both(key),
    number: number(n, unit),
    review_before: "2027-01-31",
  });

const bySize = [
  { kinds: ["study"], sizes: ["micro", "small"], rate: number(70, "%", 0), base_max: number(100_000, "EUR") },
  { kinds: ["study"], sizes: ["large"], rate: number(50, "%", 0), base_max: number(100_000, "EUR") },
];

const tables = {
  ...noTables,
  values: [value("aid.de-minimis.general", 300_000, "EUR"), value("aid.de-minimis.window", 3, "yr")],
};

const one = (more: object) => indexReference({ ...tables, aid: [scheme("scheme", more)] });

const question = (more: Partial<AidQuestion> = {}, beneficiary: Partial<AidQuestion["beneficiary"]> = {}) => ({
  investment: euros(200_000),
  kind: "investment" as const,
  themes: ["waste"],
  context: "corse",
  day: "2026-11-24",
  started: false,
  ...more,
  beneficiary: {
    size: "small" as const,
    economic: true,
    sector: "general" as const,
    publicStaff: false,
    deMinimis: [],
    ...beneficiary,
  },
});

const eighty = { rates: [{ kinds: ["investment"], rate: number(80, "%", 0) }] };

describe("the amount of a scheme, worked by hand", () => {
  test.each<[string, object, ReturnType<typeof question>, number | null]>([
    ["80 % of 200,000", eighty, question(), 160_000],
    [
      "80 % of 500,000, 300,000 a project at most",
      { ...eighty, ceiling: number(300_000, "EUR") },
      question({ investment: euros(500_000) }),
      300_000,
    ],
    [
      "70 % of a study of 150,000, of which 100,000 count",
      { rates: bySize },
      question({ kind: "study", investment: euros(150_000) }),
      70_000,
    ],
    [
      "50 % for a large firm",
      { rates: bySize },
      question({ kind: "study", investment: euros(60_000) }, { size: "large" }),
      30_000,
    ],
    [
      "a public share of 75 % at most",
      { rates: [{ kinds: ["investment"], rate: number(80, "%", 0), public_max: number(75, "%") }] },
      question(),
      150_000,
    ],
    ["an expense that nobody knows", eighty, question({ investment: unknown(both("dépense"), "EUR") }), null],
    ["a rate that nobody published", { rates: [{ kinds: ["investment"], rate: null }] }, question(), null],
    [
      "de minimis, 200,000 received 2 years ago: 100,000 left",
      { ...eighty, regime: "de-minimis" },
      question({}, { deMinimis: [{ date: "2024-11-24", amount_eur: 200_000 }] }),
      100_000,
    ],
    [
      "de minimis, received 3 years and a day ago: nothing weighs",
      { ...eighty, regime: "de-minimis" },
      question({}, { deMinimis: [{ date: "2023-11-23", amount_eur: 200_000 }] }),
      160_000,
    ],
    [
      "a duty of the public service is outside de minimis",
      { ...eighty, regime: "de-minimis" },
      question({}, { economic: false, deMinimis: null }),
      160_000,
    ],
  ])("%s", (_case, more, asked, expected) => {
    expect(aidFor(one(more), asked)[0]?.amount.value).toBe(expected);
  });

  test("it is the most that may come: nothing is owed, and the figure says so", () => {
    expect(aidFor(one(eighty), question())[0]?.amount).toMatchObject({ low: 0, high: 160_000, unit: "EUR" });
  });
});

describe("why, or why not", () => {
  test.each<[string, object, ReturnType<typeof question>, "possible" | "check" | "excluded", string]>([
    ["everything holds", eighty, question(), "possible", "eligible"],
    ["the call has closed", { ...eighty, valid_to: "2026-11-23" }, question(), "excluded", "2026-11-23"],
    ["open on its last day", { ...eighty, valid_to: "2026-11-24" }, question(), "possible", "eligible"],
    ["it opens tomorrow", { ...eighty, valid_from: "2026-11-25" }, question(), "excluded", "2026-11-25"],
    ["another place", { ...eighty, contexts: ["reunion"] }, question(), "excluded", "territoire"],
    ["another subject", { ...eighty, themes: ["water"] }, question(), "excluded", "objet"],
    ["another expense", eighty, question({ kind: "study" }), "excluded", "dépense"],
    ["a size without a rate", { rates: bySize }, question({ kind: "study" }, { size: "medium" }), "excluded", "taille"],
    ["a size that nobody knows", { rates: bySize }, question({ kind: "study" }, { size: null }), "check", "taille"],
    [
      "firms only, and it is an intercommunality",
      { ...eighty, beneficiaries: ["economic"] },
      question({}, { economic: false }),
      "excluded",
      "bénéficiaire",
    ],
    [
      "firms only, and nobody knows",
      { ...eighty, beneficiaries: ["economic"] },
      question({}, { economic: null }),
      "check",
      "marché",
    ],
    [
      "staff of an intercommunality",
      { ...eighty, excludes_public_staff: true },
      question({}, { publicStaff: true }),
      "excluded",
      "agents",
    ],
    ["works have begun", eighty, question({ started: true }), "excluded", "commencés"],
    ["nobody knows whether works have begun", eighty, question({ started: null }), "check", "avant toute commande"],
    [
      "begun, where that is no matter",
      { ...eighty, before_start: false },
      question({ started: true }),
      "possible",
      "eligible",
    ],
    [
      "de minimis not declared",
      { ...eighty, regime: "de-minimis" },
      question({}, { deMinimis: null }),
      "check",
      "déclarer",
    ],
    [
      "de minimis used up",
      { ...eighty, regime: "de-minimis" },
      question({}, { deMinimis: [{ date: "2026-01-01", amount_eur: 300_000 }] }),
      "excluded",
      "épuisé",
    ],
    [
      "a rule of State aid that the pages do not name",
      { ...eighty, regime: "to-check" },
      question(),
      "check",
      "régime",
    ],
  ])("%s", (_case, more, asked, outcome, words) => {
    const [found] = aidFor(one(more), asked);
    expect(found?.outcome).toBe(outcome);
    const decisive = found?.reasons.filter(({ holds }) => outcome === "possible" || holds !== "yes");
    expect(decisive?.map(({ sentence }) => sentence.fr).join(" ")).toContain(words);
  });

  test("what may pay comes before what must be checked, and that before what may not", () => {
    const reference = indexReference({
      ...tables,
      aid: [
        scheme("closed", { ...eighty, valid_to: "2020-12-31" }),
        scheme("little", { rates: [{ kinds: ["investment"], rate: number(10, "%") }] }),
        scheme("asked", { ...eighty, regime: "to-check" }),
        scheme("much", { rates: [{ kinds: ["investment"], rate: number(30, "%") }] }),
      ],
    });
    expect(aidFor(reference, question()).map(({ scheme: { id } }) => id)).toEqual([
      "much",
      "little",
      "asked",
      "closed",
    ]);
  });
});

describe("the de minimis rule over three rolling years", () => {
  const reference = indexReference(tables);
  const room = (day: string, grants: [string, number][]) =>
    deMinimisRoom(reference, {
      sector: "general",
      grants: grants.map(([date, amount_eur]) => ({ date, amount_eur })),
      context: "corse",
      day,
    }).value;

  test.each<[string, string, [string, number][], number]>([
    ["nothing received", "2026-11-24", [], 300_000],
    ["the day after a grant three years ago it no longer weighs", "2026-11-24", [["2023-11-24", 120_000]], 300_000],
    ["a day earlier it does", "2026-11-23", [["2023-11-24", 120_000]], 180_000],
    [
      "a leap day counts back to 28 February",
      "2028-02-29",
      [
        ["2025-02-28", 50_000],
        ["2025-03-01", 50_000],
      ],
      250_000,
    ],
    ["a grant to come does not weigh yet", "2026-11-24", [["2026-12-01", 90_000]], 300_000],
    ["never below nil", "2026-11-24", [["2025-01-01", 350_000]], 0],
  ])("%s", (_case, day, grants, expected) => {
    expect(room(day, grants)).toBe(expected);
  });

  test("a sector without a ceiling in the reference is unknown, not free", () => {
    const asked = { sector: "fishery", grants: [], context: "corse", day: "2026-11-24" } as const;
    expect(deMinimisRoom(reference, asked).state).toBe("unknown");
  });
});

describe("public money on one expense adds up", () => {
  const rate = (publicMax: number | null) =>
    scheme("s", {
      rates: [
        {
          kinds: ["investment"],
          rate: number(30, "%"),
          public_max: publicMax === null ? null : number(publicMax, "%"),
        },
      ],
    });
  const line = (amount: number, publicMax: number | null) => {
    const row = rate(publicMax);
    return { scheme: row, rate: row.rates[0] ?? null, amount: euros(amount) };
  };
  test.each<[string, number, ReturnType<typeof line>[], "ok" | "too-much" | "check", number]>([
    ["60,000 + 80,000 of 200,000 under 75 %", 200_000, [line(60_000, 75), line(80_000, null)], "ok", 0],
    [
      "60,000 + 100,000 of 200,000 over 75 %: 10,000 too much",
      200_000,
      [line(60_000, 75), line(100_000, null)],
      "too-much",
      10_000,
    ],
    ["the strictest of two limits holds", 200_000, [line(60_000, 75), line(50_000, 35)], "too-much", 40_000],
    ["no limit stated", 200_000, [line(60_000, null)], "check", 0],
    ["more than the expense itself", 50_000, [line(60_000, null)], "too-much", 10_000],
    ["no aid at all", 50_000, [], "ok", 0],
  ])("%s", (_case, spent, plan, outcome, excess) => {
    expect(checkCumulation(euros(spent), plan)).toMatchObject({ outcome, excess: { value: excess } });
  });
});

test("whatever the figures, an aid never passes its caps and never falls below nil", () => {
  const amounts = fc.integer({ min: 0, max: 5_000_000 });
  fc.assert(
    fc.property(amounts, amounts, amounts, fc.integer({ min: 0, max: 100 }), (spent, cap, received, percent) => {
      const reference = one({
        rates: [{ kinds: ["investment"], rate: number(percent, "%", 0) }],
        ceiling: number(cap, "EUR"),
        regime: "de-minimis",
      });
      const asked = question(
        { investment: euros(spent) },
        { deMinimis: [{ date: "2026-01-01", amount_eur: received }] },
      );
      const amount = aidFor(reference, asked)[0]?.amount.value ?? -1;
      expect(amount).toBeGreaterThanOrEqual(0);
      expect(amount).toBeCloseTo(Math.min((spent * percent) / 100, cap, Math.max(0, 300_000 - received)), 6);
    }),
  );
});
