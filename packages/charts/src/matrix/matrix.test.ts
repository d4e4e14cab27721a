import fc from "fast-check";
import { expect, test } from "vitest";
import { elements, groups, measured, number, texts, unknown } from "../testing/read-svg.ts";
import { kindNames } from "./marks.ts";
import { type MatrixPoint, matrix } from "./matrix.ts";

const draw = (points: readonly MatrixPoint[]) => matrix({ title: "Priorités", unit: "€/an", points, lang: "fr" });
// Marks are drawn from the last to the first, so that the first stays on top.
const circles = (svg: string) => elements(svg, "circle", "mark").slice(0, groups(svg, "point").length).toReversed();
const point = (ease: number, gain: MatrixPoint["gain"], label = "Marc"): MatrixPoint => ({
  label,
  kind: "substitution",
  ease,
  gain,
});

test("further right is easier and higher up gains more, on a square-root scale", () => {
  const { svg } = draw([point(0, measured(0)), point(0.5, measured(2500)), point(1, measured(10_000))]);
  const [low, middle, high] = circles(svg).map((mark) => ({ x: number(mark, "cx"), y: number(mark, "cy") }));
  if (low === undefined || middle === undefined || high === undefined) throw new Error("three marks were expected");
  expect(middle.x).toBeCloseTo((low.x + high.x) / 2, 1);
  // √2500 is half of √10 000.
  expect(middle.y).toBeCloseTo((low.y + high.y) / 2, 1);
  expect(high.y).toBeLessThan(low.y);
});

test("an unknown gain has a lane of its own, below the zero line", () => {
  const { svg, alt } = draw([point(0.2, measured(0)), point(0.8, unknown, "Chaleur")]);
  const [zero, without] = circles(svg);
  expect(number(without, "cy")).toBeGreaterThan(number(zero, "cy") + 14);
  expect(texts(svg)).toContain("gain inconnu");
  expect(alt).toContain("Chaleur\u00a0: inconnu, facilité 80 sur 100, substitution");
  expect(texts(draw([point(0.2, measured(10))]).svg)).not.toContain("gain inconnu");
});

test("each kind has a shape of its own besides its colour", () => {
  const kinds = ["substitution", "transformation", "mutualisation", "sharing"] as const;
  const { svg } = draw(kinds.map((kind, i) => ({ label: kind, kind, ease: i / 4, gain: measured(100) })));
  const shapes = groups(svg, "point").map((group) => {
    const [, tag = "", points = ""] = /<(circle|rect|polygon) class="mark"(?:[^>]*points="([^"]*)")?/.exec(group) ?? [];
    return `${tag} ${points.split(" ").length}`;
  });
  expect(new Set(shapes).size).toBe(4);
  for (const kind of kinds) expect(texts(svg)).toContain(kindNames[kind].fr);
});

test("every point is named once, beside its mark or in the key", () => {
  const anyPoint = fc.record({
    ease: fc.double({ min: 0, max: 1, noNaN: true }),
    gain: fc.integer({ min: -5000, max: 200_000 }),
  });
  fc.assert(
    fc.property(fc.array(anyPoint, { minLength: 1, maxLength: 30 }), (points) => {
      const { svg } = draw(points.map(({ ease, gain }, i) => point(ease, measured(gain), `P${i + 1}x`)));
      const written = texts(svg);
      points.forEach((_, i) => {
        const beside = written.filter((words) => words === `P${i + 1}x`).length;
        const inKey = written.filter((words) => words === `${i + 1}. P${i + 1}x`).length;
        expect(beside + inKey).toBe(1);
        expect(written.filter((words) => words === String(i + 1)).length).toBeGreaterThanOrEqual(inKey);
      });
    }),
    { numRuns: 40 },
  );
});

test("the quadrants are named, in either language, and an empty matrix says so", () => {
  expect(texts(draw([point(0.5, measured(1))]).svg)).toEqual(
    expect.arrayContaining(["À lancer d’abord", "À garder en réserve"]),
  );
  const english = matrix({ title: "Priorities", unit: "€/yr", points: [point(0.5, measured(1))], lang: "en" });
  expect(texts(english.svg)).toEqual(expect.arrayContaining(["Start here", "gain, in €/yr (scale tightens upwards)"]));
  expect(texts(draw([]).svg)).toEqual(["Aucune synergie à placer"]);
});

test("on a screen a mark opens what it stands for, and the drawing is no longer one picture; no style is written inside", () => {
  const linked = draw([{ ...point(0.5, measured(10), 'Marc "fin"'), href: "/synergies/1?a=1&b=2" }]).svg;
  expect(linked).toContain('<a class="point" href="/synergies/1?a=1&amp;b=2" aria-label="Marc &quot;fin&quot;">');
  expect(linked).toContain('role="group"');
  expect(linked).not.toMatch(/style=|<style/);
  expect(draw([point(0.5, measured(10))]).svg).toContain('role="img"');
});
