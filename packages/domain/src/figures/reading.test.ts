import fc from "fast-check";
import { expect, test } from "vitest";
import { same, text } from "../text/text.ts";
import { derived, type Figure, given, minimum, notApplicable, product, quotient, sum, unknown } from "./figure.ts";
import { centralReading, drawnReading, leafKey, scenarioReadings } from "./reading.ts";

const leaf = (name: string, value: number, low: number, high: number, unit = "t/yr"): Figure =>
  given({ label: same(name), value, low, high, unit, source: "test", date: null });

const leaves = fc
  .record({
    value: fc.integer({ min: 1, max: 50 }),
    below: fc.nat(9),
    above: fc.nat(9),
    name: fc.constantFrom("a", "b", "c"),
  })
  .map(({ name, value, below, above }) => leaf(name, value, value - below / 10, value + above));

/** Trees of every operation; the price per kg makes a scale come in. */
const tree: fc.Arbitrary<Figure> = fc.letrec<{ tree: Figure }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaves,
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((inputs) => sum(same("sum"), "t/yr", inputs)),
    fc.tuple(tie("tree"), tie("tree")).map(([a, b]) => sum(same("less"), "t/yr", [a, b], [1, -1])),
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((inputs) => minimum(same("least"), "t/yr", inputs)),
    tie("tree").map((input) => product(same("worth"), "t/yr", [input, leaf("rate", 3, 2, 5, "kg/t")])),
    tie("tree").map((input) => quotient(same("needed"), "t/yr", input, leaf("ratio", 0.5, 0.4, 0.6, "t/t"))),
  ),
})).tree;

test("when every leaf falls on its value, every figure reads as its value", () => {
  fc.assert(
    fc.property(tree, (figure) => {
      const read = drawnReading(() => 0)(figure);
      expect(Math.abs(read - (figure.value ?? Number.NaN))).toBeLessThan(1e-9 * Math.max(1, Math.abs(read)));
    }),
  );
});

test("whatever is drawn, a figure stays within its own interval", () => {
  fc.assert(
    fc.property(tree, fc.integer(), fc.nat(1000), (figure, seed, scenario) => {
      const read = scenarioReadings(seed)(scenario)(figure);
      const slack = 1e-9 * Math.max(1, Math.abs(read));
      expect(read).toBeGreaterThanOrEqual((figure.low ?? Number.NaN) - slack);
      expect(read).toBeLessThanOrEqual((figure.high ?? Number.NaN) + slack);
    }),
  );
});

test("by hand: one price drawn at its high end raises both leads that use it, and one only once in a difference", () => {
  const price = () => leaf("price", 100, 50, 200, "EUR/t");
  const of = (tonnes: number) =>
    product(same("worth"), "EUR/yr", [leaf(`q${tonnes}`, tonnes, tonnes, tonnes), price()]);
  const read = drawnReading((leaf) => (leafKey(leaf).startsWith("price") ? 1 : 0));
  expect([read(of(2)), read(of(3))]).toEqual([400, 600]);
  expect(read(sum(same("difference"), "EUR/yr", [of(3), of(2)], [1, -1]))).toBe(200);
});

test("what a method worked out is drawn as a whole; what is unknown or has no meaning is not drawn", () => {
  const method = derived(same("m"), "t/yr", text("calcul", "working"), [], { value: 4, low: 2, high: 5 });
  const read = drawnReading(() => -0.5);
  expect(read(method)).toBe(3);
  expect(read(unknown(same("u"), "t/yr"))).toBeNaN();
  const nothing = notApplicable(same("n"), "t/yr");
  expect(read(nothing)).toBe(0);
  expect(centralReading(nothing)).toBe(0);
  expect(read(sum(same("s"), "t/yr", [method, nothing]))).toBe(3);
});

test("a scenario depends on its seed and its number alone, and draws fall on both sides as often", () => {
  const flow = leaf("flow", 0, -1, 1);
  const draws = (seed: number) => Array.from({ length: 2000 }, (_, i) => scenarioReadings(seed)(i)(flow));
  const backwards = Array.from({ length: 2000 }, (_, i) => scenarioReadings(7)(1999 - i)(flow)).reverse();
  expect(backwards).toEqual(draws(7));
  expect(draws(8)).not.toEqual(draws(7));
  const mean = draws(7).reduce((all, one) => all + one, 0) / 2000;
  const spread = draws(7).reduce((all, one) => all + one * one, 0) / 2000;
  expect(Math.abs(mean)).toBeLessThan(0.05);
  expect(spread).toBeCloseTo(1 / 6, 1); // the variance of the difference of two uniform draws
});
