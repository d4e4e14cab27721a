import fc from "fast-check";
import { expect, test } from "vitest";
import { factorBetween, parseUnit, symbols } from "./unit.ts";

test.each([
  { from: "kg", to: "t", factor: 0.001 },
  { from: "t/yr", to: "kg/yr", factor: 1000 },
  { from: "l", to: "m3", factor: 0.001 },
  { from: "kWh/yr", to: "MWh/yr", factor: 0.001 },
  { from: "GJ", to: "MWh", factor: 1 / 3.6 },
  { from: "gCO2e/(t.km)", to: "tCO2e/(t.km)", factor: 1e-6 },
  { from: "EUR/kg", to: "EUR/t", factor: 1000 },
  { from: "Nm3", to: "m3", factor: undefined }, // a gas volume is not a liquid one
  { from: "kW", to: "kWh", factor: undefined }, // power is not energy
  { from: "t", to: "km", factor: undefined },
])("1 $from is $factor $to", ({ from, to, factor }) => {
  const found = factorBetween(from, to);
  if (factor === undefined) expect(found).toBeUndefined();
  else expect(found).toBeCloseTo(factor, 12);
});

test("there and back is one, for every pair of units of one dimension", () => {
  const names = fc.constantFrom(...Object.keys(symbols));
  fc.assert(
    fc.property(names, names, (a, b) => {
      const there = factorBetween(a, b);
      if (there !== undefined) expect(there * (factorBetween(b, a) ?? Number.NaN)).toBeCloseTo(1, 9);
    }),
  );
});

test("a symbol outside the vocabulary is refused", () => {
  expect(parseUnit("EUR/parsec")).toBeUndefined();
  expect(parseUnit("a/b/c")).toBeUndefined();
});
