import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { same } from "../text/text.ts";
import {
  derived,
  formulaOf,
  given,
  leavesOf,
  minimum,
  missingInputs,
  notApplicable,
  product,
  quotient,
  sum,
  unknown,
} from "./figure.ts";
import { unitWords } from "./words.ts";

const leaf = (value: number | null, unit: string, spread = 0) =>
  given({
    label: same("x"),
    value,
    low: (value ?? 0) - spread,
    high: (value ?? 0) + spread,
    unit,
    source: "test",
    date: "2026",
  });

const interval = fc
  .tuple(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.double({ min: 0, max: 1e5, noNaN: true }),
    fc.double({ min: 0, max: 1e5, noNaN: true }),
  )
  .map(([value, below, above]) =>
    given({
      label: same("x"),
      value,
      low: value - below,
      high: value + above,
      unit: "t/yr",
      source: "test",
      date: null,
    }),
  );

describe("what is not known is not zero", () => {
  test.each([
    {
      of: "a sum with one unknown",
      figure: sum(same("s"), "EUR/yr", [leaf(10, "EUR/yr"), leaf(null, "EUR/yr")]),
      state: "unknown",
    },
    {
      of: "a sum with one not applicable",
      figure: sum(same("s"), "EUR/yr", [leaf(10, "EUR/yr"), notApplicable(same("n"), "EUR/yr")]),
      state: "known",
    },
    {
      of: "a sum of nothing applicable",
      figure: sum(same("s"), "EUR/yr", [notApplicable(same("n"), "EUR/yr")]),
      state: "not-applicable",
    },
    {
      of: "a product with one unknown",
      figure: product(same("p"), "EUR/yr", [leaf(0, "t/yr"), unknown(same("u"), "EUR/t")]),
      state: "unknown",
    },
    {
      of: "a division by what may be nil",
      figure: quotient(same("q"), "yr", leaf(100, "EUR"), leaf(5, "EUR/yr", 10)),
      state: "unknown",
    },
    { of: "a method that could not answer", figure: derived(same("m"), "t/yr", same("?"), [], null), state: "unknown" },
  ])("$of is $state", ({ figure, state }) => {
    expect(figure.state).toBe(state);
    if (state !== "known") expect([figure.value, figure.low, figure.high]).toEqual([null, null, null]);
  });

  test("the questions to ask are the unknown leaves", () => {
    const price = unknown(same("price"), "EUR/t");
    const total = sum(same("total"), "EUR/yr", [
      product(same("worth"), "EUR/yr", [leaf(3, "t/yr"), price]),
      leaf(1, "EUR/yr"),
    ]);
    expect(missingInputs(total)).toEqual([price]);
    expect(leavesOf(total)).toHaveLength(3);
  });
});

describe("units are checked, scales are converted", () => {
  test("kilograms a year times euros a tonne are euros a year", () => {
    expect(product(same("p"), "EUR/yr", [leaf(2000, "kg/yr"), leaf(50, "EUR/t")]).value).toBe(100);
  });
  test("tonnes and kilometres do not add up: that is a bug, not a value", () => {
    expect(() => sum(same("s"), "t/yr", [leaf(1, "t/yr"), leaf(1, "km")])).toThrow(/does not add up/);
    expect(() => product(same("p"), "EUR/yr", [leaf(1, "t/yr"), leaf(1, "km")])).toThrow(/does not come to/);
    expect(() => leaf(1, "furlong")).toThrow(/vocabulary/);
  });
});

describe("laws of intervals", () => {
  test("the value of every operation lies within its bounds", () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        for (const figure of [
          sum(same("s"), "t/yr", [a, b]),
          sum(same("d"), "t/yr", [a, b], [1, -1]),
          minimum(same("m"), "t/yr", [a, b]),
        ]) {
          expect(figure.low).toBeLessThanOrEqual(figure.value ?? Number.NaN);
          expect(figure.value).toBeLessThanOrEqual(figure.high ?? Number.NaN);
        }
      }),
    );
  });
  test("any choice of inputs within their bounds gives a product within its bounds", () => {
    fc.assert(
      fc.property(
        interval,
        interval,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, s, t) => {
          const b2 = { ...b, unit: "EUR/t" };
          const figure = product(same("p"), "EUR/yr", [a, b2]);
          const at = (f: typeof a, share: number) => (f.low ?? 0) + share * ((f.high ?? 0) - (f.low ?? 0));
          const one = at(a, s) * at(b, t);
          const slack = 1e-6 * (1 + Math.abs(one));
          expect(one).toBeGreaterThanOrEqual((figure.low ?? 0) - slack);
          expect(one).toBeLessThanOrEqual((figure.high ?? 0) + slack);
        },
      ),
    );
  });
});

test("a formula is written from its inputs, signs and all", () => {
  const [a, b] = [
    { ...leaf(1, "EUR/yr"), label: same("gain") },
    { ...leaf(1, "EUR/yr"), label: same("cost") },
  ];
  expect(formulaOf(sum(same("net"), "EUR/yr", [a, b], [1, -1]))?.en).toBe("gain − cost");
  expect(formulaOf(product(same("p"), "EUR/yr", [leaf(1, "t/yr"), leaf(1, "EUR/t")]))?.fr).toBe("x × x");
  expect(formulaOf(a)).toBeNull();
});

test("a word that ends in a point keeps it, the point between symbols is raised", () => {
  expect([unitWords("person", "fr", 42), unitWords("EUR/(t.km)", "fr"), unitWords("EUR/(person.yr)", "fr")]).toEqual([
    "pers.",
    "€/(t·km)",
    "€/(pers.·an)",
  ]);
});
