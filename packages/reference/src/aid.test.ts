import { aidFor, type aidKinds, given } from "@simbiosi/domain";
import { describe, expect, test } from "vitest";
import { loadReference } from "./load-tables.ts";

const reference = loadReference();

const asked = (kind: (typeof aidKinds)[number], euros: number, context: string, day: string) =>
  aidFor(reference, {
    investment: given({
      label: { fr: "dépense", en: "expense" },
      value: euros,
      unit: "EUR",
      source: "declared:test",
      date: day,
    }),
    kind,
    themes: ["waste", "circular-economy", "recycling"],
    beneficiary: { size: "small", economic: true, sector: "general", publicStaff: false, deMinimis: [] },
    context,
    day,
    started: false,
  });

const most = (kind: (typeof aidKinds)[number], euros: number, context: string, day: string) =>
  Object.fromEntries(
    asked(kind, euros, context, day)
      .filter(({ outcome }) => outcome !== "excluded")
      .map(({ scheme, amount }) => [scheme.id, amount.value]),
  );

describe("what a small firm may ask for", () => {
  test("a study of 120,000 EUR on the island in 2026: 100,000 of it count for the waste scheme", () => {
    expect(most("study", 120_000, "corse", "2026-11-24")).toEqual({
      "ademe-circular-economy-corse": 96_000,
      "ademe-waste-corse": 80_000,
      "feder-corse-2021-2027": null,
      ormat: 96_000,
    });
  });
  test("a baler of 30,000 EUR on the island in 2026", () => {
    expect(most("investment", 30_000, "corse", "2026-11-24")).toMatchObject({
      "ademe-waste-corse": 22_500,
      "corse-investment-tax-credit": 6_000,
      "regional-aid-corse": 10_500,
    });
  });
  test("the island's schemes are not offered on the mainland, nor closed ones anywhere", () => {
    expect(Object.keys(most("investment", 30_000, "continent", "2026-11-24"))).toEqual(["ormat"]);
    expect(Object.keys(most("investment", 30_000, "corse", "2026-11-24"))).not.toContain("adec-impresa-si");
    expect(Object.keys(most("investment", 30_000, "continent", "2021-06-01"))).toEqual(["ademe-waste-2020"]);
  });
});

test("a scheme names places that exist, pays in percent, and each expense and size has one rate", () => {
  for (const { id, contexts, rates } of reference.aid) {
    for (const context of contexts)
      expect(
        reference.contexts.some((pack) => pack.id === context),
        id,
      ).toBe(true);
    for (const { rate, public_max } of rates)
      for (const number of [rate, public_max]) if (number !== null) expect(number.unit, id).toBe("%");
    const keys = rates.flatMap(({ kinds, sizes }) =>
      kinds.flatMap((kind) => (sizes.length === 0 ? ["any"] : sizes).map((size) => `${kind} ${size}`)),
    );
    expect(
      keys.filter((key, i) => keys.indexOf(key) !== i),
      id,
    ).toEqual([]);
  }
});
