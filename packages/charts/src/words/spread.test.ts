import fc from "fast-check";
import { expect, test } from "vitest";
import { spread } from "./spread.ts";

const ofHeight = (height: number, wanted: readonly number[]) => wanted.map((middle) => ({ middle, height }));

test.each([
  { wanted: [10, 50, 90], placed: [10, 50, 90], why: "labels far apart stay where they are" },
  { wanted: [50, 50], placed: [50, 70], why: "two at one place: the second goes down" },
  { wanted: [0, 100], placed: [10, 90], why: "none leaves the drawing" },
  { wanted: [95, 95], placed: [70, 90], why: "at the foot they go up" },
  { wanted: [], placed: [], why: "nothing to place" },
])("$why", ({ wanted, placed }) => {
  expect(spread(ofHeight(20, wanted), 0, 100)).toEqual(placed);
});

test("no label covers another as long as there is room, and their order is kept", () => {
  const heights = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(heights, (wanted) => {
      const placed = spread(ofHeight(20, wanted), 0, 400);
      const inOrder = wanted.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y || a.i - b.i);
      inOrder.forEach(({ i }, at) => {
        const next = inOrder[at + 1];
        if (next !== undefined) expect((placed[next.i] ?? 0) - (placed[i] ?? 0)).toBeGreaterThanOrEqual(20 - 1e-9);
        expect(placed[i]).toBeGreaterThanOrEqual(10 - 1e-9);
        expect(placed[i]).toBeLessThanOrEqual(390 + 1e-9);
      });
    }),
  );
});

test("a tall label asks for its own room only", () => {
  const labels = [
    { middle: 50, height: 40 },
    { middle: 50, height: 20 },
    { middle: 50, height: 20 },
  ];
  expect(spread(labels, 0, 200)).toEqual([50, 80, 100]);
});
