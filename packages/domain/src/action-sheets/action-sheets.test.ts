import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SynergySchema } from "../formats/synergies.ts";
import { indexReference } from "../reference-data/reference.ts";
import { noTables } from "../testing/no-tables.ts";
import { type ActionSheet, fundingStates, standingOf } from "./action-sheet.ts";
import { dueOf } from "./due.ts";
import { financingOf } from "./financing.ts";
import { proposedSheets } from "./proposals.ts";
import { remarksOf } from "./remarks.ts";

const sheet = (parts: Partial<ActionSheet> = {}): ActionSheet => ({
  axis: "Échanger",
  title: "Broyer les palettes",
  description: "Un broyeur tourne entre trois sites.",
  objectives: "",
  audience: "",
  pilots: ["Livia"],
  referents: [],
  partners: [],
  otherPartners: [],
  structure: "",
  governance: "",
  leads: [],
  intervention: "environment",
  status: "upcoming",
  priority: "medium",
  starts: null,
  ends: null,
  steps: [],
  budget: [],
  funders: [],
  indicators: [],
  notes: "",
  ...parts,
});
const today = "2026-12-01";
const step = (due: string | null, done = false) => ({ what: "Peser", owner: "", due, done });
const line = (parts: Partial<ActionSheet["budget"][number]>) => ({
  what: "Broyeur",
  kind: "investment" as const,
  unit: "eur" as const,
  year: 2027,
  planned: 0,
  actual: null,
  ...parts,
});

describe("where an action stands", () => {
  test.each([
    { says: "nothing is dated", parts: {}, is: "upcoming" },
    { says: "it ends today", parts: { status: "ongoing", ends: today }, is: "ongoing" },
    {
      says: "it ended yesterday and nobody says it is done",
      parts: { status: "ongoing", ends: "2026-11-30" },
      is: "late",
    },
    { says: "it should have begun", parts: { starts: "2026-11-30" }, is: "late" },
    { says: "it began as planned", parts: { status: "ongoing", starts: "2026-11-30" }, is: "ongoing" },
    { says: "a step is past", parts: { status: "ongoing", steps: [step("2026-11-30")] }, is: "late" },
    { says: "that step was done", parts: { status: "ongoing", steps: [step("2026-11-30", true)] }, is: "ongoing" },
    { says: "done, whatever its dates", parts: { status: "done", ends: "2020-01-01" }, is: "done" },
    { says: "on hold, whatever its dates", parts: { status: "on-hold", ends: "2020-01-01" }, is: "on-hold" },
    { says: "given up, whatever its dates", parts: { status: "abandoned", ends: "2020-01-01" }, is: "abandoned" },
  ] satisfies readonly { says: string; parts: Partial<ActionSheet>; is: string }[])("$says: $is", ({ parts, is }) => {
    expect(standingOf(sheet(parts), today)).toBe(is);
  });
});

describe("who pays", () => {
  // 48,000 EUR of equipment and 6,000 EUR of yearly work; the agency agreed to 19,200, 9,600 is asked for, a quote lacks.
  const shredder = sheet({
    budget: [
      line({ planned: 4_800_000, actual: 1_250_050 }),
      line({ what: "Gardiennage", kind: "running", year: 2028, planned: 600_000 }),
      line({ what: "Dalle", planned: null }),
      line({ what: "Animation", kind: "running", unit: "fte", planned: 20 }),
    ],
    funders: [
      { name: "OEC", scheme: null, amount: 1_920_000, state: "agreed" },
      { name: "Région", scheme: null, amount: 960_000, state: "asked" },
      { name: "Fondation", scheme: null, amount: 500_000, state: "refused" },
      { name: "Banque", scheme: null, amount: null, state: "to-ask" },
    ],
  });

  test("a case worked by hand, to the cent", () => {
    expect(financingOf([shredder])).toEqual({
      investment: { planned: 4_800_000, actual: 1_250_050, unknown: 1 },
      running: { planned: 600_000, actual: 0, unknown: 0 },
      time: { planned: 20, actual: 0, unknown: 0 },
      byYear: [
        {
          year: 2027,
          investment: { planned: 4_800_000, actual: 1_250_050, unknown: 1 },
          running: { planned: 0, actual: 0, unknown: 0 },
        },
        {
          year: 2028,
          investment: { planned: 0, actual: 0, unknown: 0 },
          running: { planned: 600_000, actual: 0, unknown: 0 },
        },
      ],
      byFunder: [
        { name: "Banque", amounts: { "to-ask": 0, asked: 0, agreed: 0, paid: 0 }, unknown: 1 },
        { name: "OEC", amounts: { "to-ask": 0, asked: 0, agreed: 1_920_000, paid: 0 }, unknown: 0 },
        { name: "Région", amounts: { "to-ask": 0, asked: 960_000, agreed: 0, paid: 0 }, unknown: 0 },
      ],
      funding: { "to-ask": 0, asked: 960_000, agreed: 1_920_000, paid: 0 },
      unknownFunding: 1,
      ownIfSure: 3_480_000,
      ownIfHoped: 2_520_000,
    });
  });

  const cents = fc.option(fc.integer({ min: 0, max: 10_000_000 }), { nil: null });
  const anySheet = fc.record({
    budget: fc.array(
      fc.record({
        what: fc.constant("x"),
        kind: fc.constantFrom("investment" as const, "running" as const),
        unit: fc.constantFrom("eur" as const, "fte" as const),
        year: fc.integer({ min: 2026, max: 2030 }),
        planned: cents,
        actual: cents,
      }),
    ),
    funders: fc.array(
      fc.record({
        name: fc.constantFrom("OEC", "ADEME", "Région"),
        scheme: fc.constant(null),
        amount: cents,
        state: fc.constantFrom(...fundingStates),
      }),
    ),
  });

  test("years sum to the whole, funders sum to the whole, and a plan is the sum of its sheets", () => {
    fc.assert(
      fc.property(fc.array(anySheet, { maxLength: 5 }), (sheets) => {
        const whole = financingOf(sheets);
        const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);
        for (const kind of ["investment", "running"] as const)
          for (const what of ["planned", "actual", "unknown"] as const) {
            expect(sum(whole.byYear.map((year) => year[kind][what]))).toBe(whole[kind][what]);
            expect(sum(sheets.map((one) => financingOf([one])[kind][what]))).toBe(whole[kind][what]);
          }
        for (const state of ["to-ask", "asked", "agreed", "paid"] as const)
          expect(sum(whole.byFunder.map(({ amounts }) => amounts[state]))).toBe(whole.funding[state]);
        // What is hoped for is never less than what is sure, and everything planned is paid by somebody.
        expect(whole.ownIfHoped).toBeLessThanOrEqual(whole.ownIfSure);
        expect(whole.ownIfHoped + sum(Object.values(whole.funding))).toBe(
          whole.investment.planned + whole.running.planned,
        );
      }),
    );
  });
});

describe("what a reader of the plan would stumble over", () => {
  test.each([
    { says: "a whole sheet", parts: {}, codes: [] },
    {
      says: "more aid than cost",
      parts: {
        budget: [line({ planned: 100_00 })],
        funders: [{ name: "OEC", scheme: null, amount: 100_01, state: "asked" }],
      },
      codes: ["AID_OVER_COST"],
    },
    {
      says: "works that began before the request",
      parts: {
        status: "ongoing",
        budget: [line({ planned: 200_00 })],
        funders: [{ name: "OEC", scheme: null, amount: 100_00, state: "to-ask" }],
      },
      codes: ["STARTED_BEFORE_ASKING"],
    },
    {
      says: "an end before the start",
      parts: { starts: "2027-02-01", ends: "2027-01-01" },
      codes: ["DATES_OUT_OF_ORDER"],
    },
    {
      says: "a step after the end",
      parts: { starts: "2027-01-01", ends: "2027-02-01", steps: [step("2027-03-01")] },
      codes: ["STEP_OUT_OF_DATES"],
    },
    {
      says: "a target without a baseline",
      parts: { indicators: [{ label: "t", unit: "t", baseline: null, target: 3, measures: [] }] },
      codes: ["INDICATOR_WITHOUT_BASELINE"],
    },
    { says: "a quote that lacks", parts: { budget: [line({ planned: null })] }, codes: ["AMOUNT_UNKNOWN"] },
    { says: "nobody leads it", parts: { pilots: [] }, codes: ["NO_PILOT"] },
    { says: "given up, it needs no pilot", parts: { pilots: [], status: "abandoned" }, codes: [] },
    { says: "a title alone", parts: { description: " " }, codes: ["NO_DESCRIPTION"] },
  ] satisfies readonly { says: string; parts: Partial<ActionSheet>; codes: readonly string[] }[])(
    "$says",
    ({ parts, codes }) => {
      expect(remarksOf(sheet(parts)).map(({ code }) => code)).toEqual(codes);
    },
  );
});

describe("what a kept lead asks for", () => {
  const reference = indexReference({
    ...noTables,
    parameters: [
      {
        id: "action-plan.priority-ease",
        label: { fr: "Facilité", en: "Ease" },
        number: { value: 0.5, low: 0.4, high: 0.6, unit: "1", source: "team-estimate", year: 2026 },
        review_before: "2027-12-31",
      },
    ],
  });
  const figure = (value: number | null, unit: string, low = value, high = value) => ({
    value,
    low,
    high,
    unit,
    state: value === null ? "unknown" : "known",
    explain: value === null ? null : "e1",
  });
  const barrier = (id: string, delay_months: number, kind = "quality") => ({
    id,
    kind,
    sentence: `Frein ${id}`,
    lever: `Levier ${id}`,
    owner: "offer",
    action: `Lever ${id}`,
    delay_months,
  });
  const rule = (id: string, delay_months: number) => ({
    id,
    outcome: "procedure",
    basis: "article",
    valid_from: null,
    valid_to: null,
    checked_on: "2026-11-01",
    confidence: "high",
    sentence: "s",
    next_step: `Papier ${id}`,
    delay_months,
  });
  const lead = SynergySchema.parse({
    id: "sub-0123456789ab",
    rank: 1,
    kind: "substitution",
    title: "Sciure vers litière",
    offers: ["a"],
    needs: ["b"],
    establishments: ["saw", "farm", "@territory"],
    steps: [],
    quantity: figure(40, "t/yr"),
    distance_km: figure(3, "km"),
    gain_eur_per_year: figure(4_321.87, "EUR/yr", 2_100, 6_500),
    investment_eur: figure(12_345, "EUR", 9_000, 15_000),
    payback_years: figure(3, "yr"),
    npv_eur: figure(1, "EUR"),
    co2e_t_per_year: figure(null, "tCO2e/yr"),
    diverted_t_per_year: figure(40, "t/yr"),
    virgin_t_per_year: figure(null, "t/yr"),
    water_m3_per_year: figure(null, "m3/yr"),
    energy_mwh_per_year: figure(null, "MWh/yr"),
    jobs_fte: figure(null, "1"),
    counterfactual: [],
    parties: [],
    verdict: { outcome: "procedure", rules: [rule("X1", 6), rule("X2", 2)] },
    barriers: [barrier("quality-to-prove", 1), barrier("law.X1", 6, "regulation"), barrier("quality-to-prove", 1)],
    ease: 0.7,
    ease_figure: figure(0.7, "1"),
    months: Array(12).fill(1),
    reasons: ["Le grossiste jette.", "L'éleveur achète."],
    doubts: [],
  });

  test("each barrier once, in order, then the lead itself, which ends after the longest of them", () => {
    const proposals = proposedSheets(reference, lead, "2026-12-31", "fr");
    expect(proposals.map(({ key, months, sheet: { title, ends } }) => [key, months, title, ends])).toEqual([
      ["quality-to-prove", 1, "Lever quality-to-prove", "2027-01-31"],
      ["law.X1", 6, "Formalités : Lever law.X1", "2027-06-30"],
      ["sub-0123456789ab", 8, "Sciure vers litière", "2027-08-31"],
    ]);
  });

  test("a paper that has an action of its own is not a step of another; the others are", () => {
    const steps = proposedSheets(reference, lead, "2026-12-31", "fr")
      .at(-1)
      ?.sheet.steps.map(({ what }) => what);
    expect(steps).toContain("Papier X2");
    expect(steps).not.toContain("Papier X1");
  });

  test.each([
    { says: "easy, and pays even at the low end", ease: 0.5, low: 1, is: "high" },
    { says: "easy, and may cost", ease: 0.5, low: -1, is: "medium" },
    { says: "pays for sure, and is not easy", ease: 0.49, low: 1, is: "medium" },
    { says: "neither", ease: 0.49, low: 0, is: "low" },
  ])("$says: $is", ({ ease, low, is }) => {
    const other = { ...lead, ease, gain_eur_per_year: { ...lead.gain_eur_per_year, low } };
    expect(proposedSheets(reference, other, "2026-12-31", "fr").at(-1)?.sheet.priority).toBe(is);
  });

  test("figures that are known become a budget line and targets, those that are not stay away; nothing is realised", () => {
    const last = proposedSheets(reference, lead, "2026-12-31", "fr").at(-1)?.sheet;
    expect(last?.budget).toEqual([
      {
        what: expect.stringMatching(/^Équipements et raccordements \(potentiel, de 9.000 à 15.000\)$/),
        kind: "investment",
        unit: "eur",
        year: 2027,
        planned: 12_300_00,
        actual: null,
      },
    ]);
    expect(last?.indicators.map(({ unit, baseline, target }) => [unit, baseline, target])).toEqual([
      ["nombre", 0, 1],
      ["€/an", 0, 4_321.9],
      ["t/an", 0, 40],
    ]);
    expect(last?.partners).toEqual(["saw", "farm"]);
    expect(last?.status).toBe("upcoming");
  });
});

describe("what an action still has to do by a day", () => {
  const until = "2026-12-15";
  test.each([
    { says: "nothing is dated", parts: {}, due: [] },
    {
      says: "steps that are late, due and done, and one that is later",
      parts: { steps: [step("2026-12-15"), step("2026-11-01"), step("2026-12-01", true), step("2026-12-16")] },
      due: ["2026-11-01", "2026-12-15"],
    },
    {
      says: "an end that no step says",
      parts: { ends: "2026-12-10", steps: [step("2026-12-02")] },
      due: ["2026-12-02", "2026-12-10"],
    },
    {
      says: "an end that its last step says",
      parts: { ends: "2026-12-10", steps: [step("2026-12-10")] },
      due: ["2026-12-10"],
    },
    { says: "on hold", parts: { status: "on-hold", ends: "2026-12-10" }, due: [] },
    {
      says: "blocked: that is what has to be looked at",
      parts: { status: "blocked", ends: "2026-12-10" },
      due: ["2026-12-10"],
    },
  ] satisfies readonly { says: string; parts: Partial<ActionSheet>; due: readonly string[] }[])(
    "$says",
    ({ parts, due }) => {
      expect(dueOf(sheet(parts), until).map(({ on }) => on)).toEqual(due);
    },
  );
});
