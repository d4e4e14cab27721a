import fc from "fast-check";
import { expect, test } from "vitest";
import { type Box, markBox, overlap, placeLabels } from "./place-labels.ts";

const bounds: Box = { x: 0, y: 0, width: 400, height: 300 };
const point = fc.record({
  x: fc.integer({ min: 0, max: 400 }),
  y: fc.integer({ min: 0, max: 300 }),
  width: fc.integer({ min: 5, max: 120 }),
  height: fc.constantFrom(14, 28),
});

test("no label covers a mark, another label or an obstacle, and none leaves the drawing", () => {
  const obstacle: Box = { x: 0, y: 0, width: 120, height: 20 };
  fc.assert(
    fc.property(fc.array(point, { maxLength: 25 }), (points) => {
      const labels = placeLabels(points, 7, bounds, [obstacle]).filter((box) => box !== null);
      const taken = [...points.map((p) => markBox(p, 7)), obstacle];
      labels.forEach((label, i) => {
        for (const box of [...taken, ...labels.slice(i + 1)]) expect(overlap(label, box)).toBe(false);
        expect(label.x >= 0 && label.y >= 0 && label.x + label.width <= 400 && label.y + label.height <= 300).toBe(
          true,
        );
      });
    }),
  );
});

test("a lone point is labelled on its right, at the right edge on its left", () => {
  const size = { width: 60, height: 14 };
  expect(placeLabels([{ x: 100, y: 100, ...size }], 7, bounds)[0]).toMatchObject({ x: 111, align: "start" });
  expect(placeLabels([{ x: 390, y: 100, ...size }], 7, bounds)[0]).toMatchObject({ x: 319, align: "end" });
});

test("in a crowd the first points, the most important, keep their labels", () => {
  const crowd = Array.from({ length: 30 }, () => ({ x: 200, y: 150, width: 100, height: 14 }));
  const labels = placeLabels(crowd, 7, bounds);
  expect(labels[0]).not.toBeNull();
  expect(labels.at(-1)).toBeNull();
});

test("two boxes that only touch do not overlap", () => {
  const box = { x: 0, y: 0, width: 10, height: 10 };
  expect(overlap(box, { ...box, x: 10 })).toBe(false);
  expect(overlap(box, { ...box, x: 9.9 })).toBe(true);
});
