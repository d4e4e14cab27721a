import fc from "fast-check";
import { expect, test } from "vitest";
import { elements, groups, measured, number, texts, unknown } from "../testing/read-svg.ts";
import type { MapLine, MapPoint } from "./input.ts";
import { territoryMap } from "./map.ts";
import { project, roundLength } from "./project.ts";

const at = (id: string, lon: number | null, lat: number | null): MapPoint => ({ id, label: `Site ${id}`, lon, lat });
const line = (from: string, to: string, quantity: MapLine["quantity"] = measured(10)): MapLine => ({
  from,
  to,
  kind: "substitution",
  quantity,
});
const draw = (points: readonly MapPoint[], lines: readonly MapLine[] = []) =>
  territoryMap({ title: "Carte", unit: "t/an", points, lines, lang: "fr" });
const park = [at("a", 9.0, 42.0), at("b", 9.2, 42.0), at("c", 9.0, 42.2)];

test("north is up, east to the right, and kilometres are to scale", () => {
  const [a, b, c] = project(park.map(({ lon, lat }) => ({ lon: lon ?? 0, lat: lat ?? 0 })));
  if (a === undefined || b === undefined || c === undefined) throw new Error("three points were expected");
  // A fifth of a degree: 22.2 km along a meridian, times cos 42.1° along a parallel.
  expect(a.y - c.y).toBeCloseTo(22.24, 1);
  expect(b.x - a.x).toBeCloseTo(22.24 * Math.cos((42.1 * Math.PI) / 180), 1);
});

test.each([
  { limit: 23, length: 20 },
  { limit: 9.9, length: 5 },
  { limit: 1, length: 1 },
  { limit: 0.07, length: 0.05 },
])("a scale bar of at most $limit km is $length km", ({ limit, length }) => {
  expect(roundLength(limit)).toBeCloseTo(length, 9);
});

test("the thickness of a line is its quantity; an unknown one is thin and said", () => {
  const { svg } = draw(park, [line("a", "b", measured(100)), line("b", "c", measured(50)), line("c", "a", unknown)]);
  const widths = elements(svg, "path", "line").map((path) => number(path, "stroke-width"));
  expect(Math.max(...widths)).toBeCloseTo(2 * (widths.toSorted((x, y) => x - y)[1] ?? 0), 5);
  expect(texts(svg)).toContain("quantité inconnue");
});

test("a way out and a way back are two lines; links of one kind between two places are one", () => {
  const { svg, alt } = draw(park, [line("a", "b"), line("a", "b", measured(5)), line("b", "a")]);
  expect(new Set(elements(svg, "path", "line").map(({ d }) => d)).size).toBe(2);
  expect(alt).toContain("Site a → Site b\u00a0: 15 t/an");
});

test.each([
  { case: "none has coordinates", points: [at("a", null, 42), at("b", 9, null)], says: /ne peut pas être dessinée/ },
  { case: "no point at all", points: [], says: /ne peut pas être dessinée/ },
  {
    case: "one of two has none",
    points: [at("a", 9, 42), at("b", null, null)],
    says: /1 établissement sans coordonnées/,
  },
  {
    case: "both are at one place",
    points: [at("a", 9, 42), at("b", 9, 42)],
    says: /1 liaison reste dans un même lieu/,
  },
])("when $case, a sentence says it", ({ points, says }) => {
  const { alt, svg } = draw(points, [line("a", "b")]);
  expect(alt).toMatch(says);
  expect(svg).not.toContain("NaN");
});

test("what is not drawn is counted: nothing goes in silence", () => {
  const points = Array.from({ length: 40 }, (_, i) => at(`p${i}`, 9 + (i % 8) / 10, 42 + Math.floor(i / 8) / 10));
  const lines = points.flatMap((p, i) => [line(p.id, `p${(i + 1) % 40}`), line(p.id, `p${(i + 9) % 40}`)]);
  const { svg, alt } = draw([...points, at("lost", null, null)], [...lines, line("p0", "lost")]);
  expect(groups(svg, "ribbon").length).toBe(60);
  expect(alt).toContain("20 liaisons plus petites sont masquées");
  expect(alt).toContain("1 liaison touche un établissement sans coordonnées");
});

test("anywhere on Earth, every establishment is in a spot and every number is finite", () => {
  const place = fc.record({
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
    lat: fc.double({ min: -89, max: 89, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 30 }), (places) => {
      const { svg } = draw(places.map(({ lon, lat }, i) => at(`p${i}`, lon, lat)));
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      const named = groups(svg, "spot").flatMap((spot) => /<title>([^<]*)</.exec(spot)?.[1]?.split(", ") ?? []);
      expect(named.toSorted()).toEqual(places.map((_, i) => `Site p${i}`).toSorted());
    }),
    { numRuns: 50 },
  );
});
