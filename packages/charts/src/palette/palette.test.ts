import { expect, test } from "vitest";
import { kindColours, palette, seriesFills, stageFills } from "./palette.ts";

type Rgb = readonly [number, number, number];

const linear = (colour: string): Rgb => {
  const channel = (from: number) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};
const lightness = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (a: string, b: string) => {
  const [high = 0, low = 0] = [lightness(linear(a)), lightness(linear(b))].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

test.each([
  ["ink on paper", palette.ink, palette.paper],
  ["ink on the tint", palette.ink, palette.wash],
  ["secondary words on paper", palette.muted, palette.paper],
  ["secondary words on the tint", palette.muted, palette.wash],
  ["the stamp on its ground", palette.highlightEdge, palette.highlight],
  ["titles on paper", palette.accent, palette.paper],
])("words read at 4.5:1: %s", (_, a, b) => {
  expect(contrast(a, b)).toBeGreaterThanOrEqual(4.5);
});

test.each(seriesFills.map(({ fill, ink }) => [fill, ink]))("numbers read on %s", (fill = "", ink = "") => {
  expect(contrast(fill, ink)).toBeGreaterThanOrEqual(4.5);
});

test("neighbours in a stack stay apart in grey", () => {
  seriesFills.slice(1).forEach(({ fill }, i) => {
    expect(contrast(fill, seriesFills[i]?.fill ?? "")).toBeGreaterThanOrEqual(2.2);
  });
});

test.each([
  ["bars", palette.bar],
  ["needs", palette.need],
  ["returns", palette.loop],
  ["agreed", stageFills.agreed.fill],
  ["realised", stageFills.realised.fill],
  ["the edge of what is potential", stageFills.potential.stroke],
  ...Object.entries(kindColours),
])("shapes show on paper at 3:1: %s", (_, colour) => {
  expect(contrast(colour, palette.paper)).toBeGreaterThanOrEqual(3);
});

// Full colour blindness of each sort, on linear RGB: Machado, Oliveira and Fernandes, 2009.
const sights: Readonly<Record<string, readonly Rgb[]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE L*a*b*, D65; a distance of 10 is plain to the eye side by side. */
function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

test.each(Object.entries(sights))("the kinds of synergy stay apart: %s vision", (_, sight) => {
  const seen = Object.entries(kindColours).map(([kind, colour]) => {
    const rgb = linear(colour);
    const [r = 0, g = 0, b = 0] = sight.map((row) => Math.max(0, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]));
    return { kind, colour: lab([r, g, b]) };
  });
  for (const a of seen)
    for (const b of seen)
      if (a.kind < b.kind)
        expect(
          Math.hypot(...a.colour.map((value, i) => value - (b.colour[i] ?? 0))),
          `${a.kind} and ${b.kind}`,
        ).toBeGreaterThan(15);
});
