import { words } from "../svg/chart.ts";
import type { Svg } from "../svg/element.ts";
import { wrap } from "./width.ts";

const labelSize = 12;
const labelLine = 14;

// A name and its number want this much.
const leastColumn = 300;

/** Names of numbered marks under a drawing, in two columns or more, for the marks that have no room for their label. */
export function drawKey(
  points: readonly { readonly number: number; readonly label: string }[],
  y: number,
  width: number,
  heading: string,
): { readonly svg: readonly Svg[]; readonly height: number } {
  const columns = Math.max(2, Math.floor(width / leastColumn));
  const column = width / columns;
  const rows = Math.ceil(points.length / columns);
  const svg = points.map(({ number, label }, i) =>
    words(wrap(`${number}. ${label}`, column - 12, labelSize, 1), {
      x: Math.floor(i / rows) * column,
      y: y + 24 + (i % rows) * (labelLine + 3),
      size: labelSize,
    }),
  );
  return {
    svg: [words(heading, { x: 0, y: y + 4, weight: 600, size: labelSize }), ...svg],
    height: 28 + rows * (labelLine + 3),
  };
}
