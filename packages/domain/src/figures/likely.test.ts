import fc from "fast-check";
import { expect, test } from "vitest";
import { text } from "../text/text.ts";
import { type Figure, given, product, sum } from "./figure.ts";
import { likelyRange } from "./likely.ts";

const leaf = (name: string, value: number, low: number, high: number): Figure =>
  given({ label: text(name, name), value, low, high, unit: "EUR/yr", source: "team-estimate", date: null });
const total = (figures: readonly Figure[]): Figure => sum(text("total", "total"), "EUR/yr", figures);

test("of one input it is the middle of its interval", () => {
  const likely = likelyRange(leaf("a", 100, 50, 200));
  expect(likely?.low).toBeGreaterThan(50);
  expect(likely?.low).toBeLessThan(100);
  expect(likely?.high).toBeGreaterThan(100);
  expect(likely?.high).toBeLessThan(200);
});

test("the errors of many inputs partly cancel: the sum is surer than each", () => {
  const many = Array.from({ length: 50 }, (_, i) => leaf(`input ${i}`, 100, 50, 150));
  const likely = likelyRange(total(many));
  expect((likely?.high ?? 0) - (likely?.low ?? 0)).toBeLessThan(50 * 100 * 0.2);
});

test("one input that serves many times does not cancel", () => {
  const price = leaf("price", 100, 50, 150);
  const shares = Array.from({ length: 50 }, (_, i) =>
    product(text(`share ${i}`, `share ${i}`), "EUR/yr", [
      price,
      given({ label: text(`${i}`, `${i}`), value: 1, unit: "1", source: "definition", date: null }),
    ]),
  );
  const [once, often] = [likelyRange(price), likelyRange(total(shares))];
  expect(often?.low).toBeCloseTo((once?.low ?? 0) * 50, 6);
  expect(often?.high).toBeCloseTo((once?.high ?? 0) * 50, 6);
});

test.each([
  { case: "a point", figure: leaf("a", 3, 3, 3) },
  {
    case: "an unknown",
    figure: given({ label: text("a", "a"), value: null, unit: "EUR/yr", source: "declared:a", date: null }),
  },
])("$case has no likely range", ({ figure }) => {
  expect(likelyRange(figure)).toBeNull();
});

test("it never leaves the interval, and the same seed says the same", () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number, number), { minLength: 1, maxLength: 12 }), fc.nat(), (rows, seed) => {
      const figure = total(
        rows.map((row, i) => {
          const [low = 0, value = 0, high = 0] = [...row].sort((a, b) => a - b);
          return leaf(`input ${i}`, value, low, high);
        }),
      );
      const likely = likelyRange(figure, seed);
      if (likely === null || figure.state !== "known") return;
      const slack = 1e-6 * (1 + Math.abs(figure.low) + Math.abs(figure.high));
      expect(likely.low).toBeGreaterThanOrEqual(figure.low - slack);
      expect(likely.high).toBeLessThanOrEqual(figure.high + slack);
      expect(likely.low).toBeLessThanOrEqual(likely.high);
      expect(likelyRange(figure, seed)).toEqual(likely);
    }),
  );
});
