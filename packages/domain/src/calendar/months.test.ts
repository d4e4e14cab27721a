import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deliverable, deliveredInYear, flat, type Months, normalised, spread } from "./months.ts";

const total = (months: Months) => months.reduce((a, b) => a + b, 0);

/** The same question as a maximum flow on whole units, by augmenting paths: slow, obvious, no shared idea. */
function mostDeliverable(supply: readonly number[], demand: readonly number[], carry: number): number {
  const sent = supply.map(() => demand.map(() => 0));
  const fits = (from: number, to: number) => (to - from + 12) % 12 <= carry;
  const left = [...supply];
  let all = 0;
  const place = (from: number, seen: Set<number>): boolean => {
    for (let to = 0; to < 12; to++) {
      if (!fits(from, to) || seen.has(to)) continue;
      seen.add(to);
      const used = sent.reduce((sum, row) => sum + (row[to] ?? 0), 0);
      if (used < (demand[to] ?? 0)) {
        (sent[from] ?? [])[to] = (sent[from]?.[to] ?? 0) + 1;
        return true;
      }
      for (let other = 0; other < 12; other++)
        if (other !== from && (sent[other]?.[to] ?? 0) > 0) {
          (sent[other] ?? [])[to] = (sent[other]?.[to] ?? 0) - 1;
          if (place(other, seen)) {
            (sent[from] ?? [])[to] = (sent[from]?.[to] ?? 0) + 1;
            return true;
          }
          (sent[other] ?? [])[to] = (sent[other]?.[to] ?? 0) + 1;
        }
    }
    return false;
  };
  for (let from = 0; from < 12; from++)
    while ((left[from] ?? 0) > 0 && place(from, new Set())) {
      left[from] = (left[from] ?? 0) - 1;
      all += 1;
    }
  return all;
}

describe("what passes from an offer to a need over the months", () => {
  const winter = [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
  const summer = [0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0];
  test.each([
    {
      story: "citrus peel of winter, jam of summer, keeps five days",
      supply: winter,
      demand: summer,
      carry: 0,
      passes: 0,
    },
    { story: "the same, frozen for six months", supply: winter, demand: summer, carry: 6, passes: 3 },
    {
      story: "the same, kept four months: January's and February's reach June at most",
      supply: winter,
      demand: summer,
      carry: 4,
      passes: 1,
    },
    { story: "all year both sides", supply: flat, demand: flat, carry: 0, passes: 12 },
    { story: "keeps a year: only the yearly totals count", supply: winter, demand: flat, carry: 11, passes: 3 },
    {
      story: "December's stock serves January: the year turns",
      supply: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
      demand: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      carry: 1,
      passes: 2,
    },
  ])("$story: $passes", ({ supply, demand, carry, passes }) => {
    expect(total(deliverable(supply, demand, carry))).toBeCloseTo(passes, 9);
  });

  const months = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 12, maxLength: 12 });
  test("agrees with a maximum flow on every small case", () => {
    fc.assert(
      fc.property(months, months, fc.integer({ min: 0, max: 11 }), (supply, demand, carry) => {
        expect(total(deliverable(supply, demand, carry))).toBeCloseTo(mostDeliverable(supply, demand, carry), 6);
        expect(deliveredInYear(supply, demand, carry)).toBe(total(deliverable(supply, demand, carry)));
      }),
      { numRuns: 300 },
    );
  });
  test("never more than either side, and never less when it keeps longer", () => {
    fc.assert(
      fc.property(months, months, fc.integer({ min: 0, max: 10 }), (supply, demand, carry) => {
        const passes = total(deliverable(supply, demand, carry));
        expect(passes).toBeLessThanOrEqual(Math.min(total(supply), total(demand)) + 1e-9);
        expect(total(deliverable(supply, demand, carry + 1))).toBeGreaterThanOrEqual(passes - 1e-9);
      }),
    );
  });
});

test("spreading keeps the total; weights of nothing spread nothing", () => {
  expect(spread(12, flat)).toEqual(flat);
  expect(total(spread(42, [1, 1, 1, 1, 1, 1.5, 2, 2, 1.5, 1, 1, 1]))).toBeCloseTo(42, 9);
  expect(
    total(
      spread(
        42,
        flat.map(() => 0),
      ),
    ),
  ).toBe(0);
  expect(normalised(flat)).toEqual(flat);
});
