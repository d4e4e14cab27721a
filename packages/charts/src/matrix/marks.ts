import type { Text } from "@simbiosi/domain";
import { type Kind, kindColours, palette } from "../palette/palette.ts";
import { el, type Svg } from "../svg/element.ts";

export const kindNames: Readonly<Record<Kind, Text>> = {
  substitution: { fr: "substitution", en: "substitution" },
  transformation: { fr: "transformation", en: "transformation" },
  mutualisation: { fr: "mutualisation", en: "mutualisation" },
  sharing: { fr: "partage", en: "sharing" },
};

/** Half the size of a mark, in user units. */
export const markRadius = 7;

/** Each kind has its own shape as well as its own colour. */
export function mark(kind: Kind, x: number, y: number): Svg {
  const shared = { class: "mark", fill: kindColours[kind], stroke: palette.paper, "stroke-width": 1.5 };
  const r = markRadius;
  switch (kind) {
    case "substitution":
      return el("circle", { ...shared, cx: x, cy: y, r });
    case "transformation":
      return polygon(shared, x, y, [
        [0, -r],
        [r, r * 0.8],
        [-r, r * 0.8],
      ]);
    case "mutualisation":
      return el("rect", { ...shared, x: x - r * 0.88, y: y - r * 0.88, width: r * 1.76, height: r * 1.76 });
    case "sharing":
      return polygon(shared, x, y, [
        [0, -r * 1.1],
        [r * 1.1, 0],
        [0, r * 1.1],
        [-r * 1.1, 0],
      ]);
  }
}

function polygon(
  shared: Readonly<Record<string, string | number>>,
  x: number,
  y: number,
  corners: readonly (readonly [number, number])[],
): Svg {
  return el("polygon", {
    ...shared,
    points: corners.map(([dx, dy]) => `${(x + dx).toFixed(1)},${(y + dy).toFixed(1)}`).join(" "),
  });
}
