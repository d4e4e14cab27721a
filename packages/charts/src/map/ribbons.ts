import { byCodeUnit } from "@simbiosi/domain";
import type { Kind } from "../palette/palette.ts";
import { coordinate } from "../svg/element.ts";
import { known, type Measure } from "../values/measure.ts";
import type { Spot } from "./gather.ts";
import type { MapLine } from "./input.ts";

/** All the links of one kind from one spot to another, as one line. */
export type Ribbon = {
  /** Places in the list of spots. */
  readonly from: number;
  readonly to: number;
  readonly kind: Kind;
  /** The sum of what is known; unknown when nothing is. */
  readonly quantity: Measure;
  /** In user units; the thinnest when the quantity is unknown. */
  readonly thickness: number;
};

const thickest = 7;
const thinnest = 1.4;

/** @returns the lines to draw, largest first, and how many links stay within one spot (`inside`) or touch a
 * point that has no place (`loose`) */
export function ribbons(
  spots: readonly Spot<{ readonly id: string }>[],
  lines: readonly MapLine[],
): { readonly between: readonly Ribbon[]; readonly inside: number; readonly loose: number } {
  const spotOf = new Map(spots.flatMap(({ members }, i) => members.map(({ id }) => [id, i] as const)));
  const sums = new Map<string, { from: number; to: number; kind: Kind; sum: Measure }>();
  let [inside, loose] = [0, 0];
  for (const { from, to, kind, quantity } of lines) {
    const [a, b] = [spotOf.get(from), spotOf.get(to)];
    if (a === undefined || b === undefined) {
      loose += 1;
      continue;
    }
    if (a === b) {
      inside += 1;
      continue;
    }
    const key = `${a} ${b} ${kind}`;
    const before = sums.get(key);
    sums.set(key, { from: a, to: b, kind, sum: before === undefined ? quantity : add(before.sum, quantity) });
  }
  const value = (measure: Measure) => known(measure)?.value ?? 0;
  const most = Math.max(0, ...[...sums.values()].map(({ sum }) => value(sum)));
  const between = [...sums.entries()]
    .sort(([k, a], [l, b]) => value(b.sum) - value(a.sum) || byCodeUnit(k, l))
    .map(([, { sum, ...ends }]) => ({
      ...ends,
      quantity: sum,
      thickness: most === 0 ? thinnest : Math.max(thinnest, (thickest * value(sum)) / most),
    }));
  return { between, inside, loose };
}

function add(a: Measure, b: Measure): Measure {
  const [x, y] = [known(a), known(b)];
  if (x === null) return b;
  if (y === null) return a;
  return { state: "known", value: x.value + y.value, low: x.low + y.low, high: x.high + y.high };
}

type Point = { readonly x: number; readonly y: number };

/** A line bent to the right of its direction, with an arrow head at its middle. */
export function bent(from: Point, to: Point, thickness: number): { readonly path: string; readonly arrow: string } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const bend = 0.16;
  const control = { x: (from.x + to.x) / 2 - dy * bend, y: (from.y + to.y) / 2 + dx * bend };
  const middle = { x: (from.x + 2 * control.x + to.x) / 4, y: (from.y + 2 * control.y + to.y) / 4 };
  const [ux, uy] = [dx / length, dy / length];
  const size = 4 + thickness / 2;
  const at = (along: number, across: number) =>
    `${coordinate(middle.x + ux * along - uy * across)},${coordinate(middle.y + uy * along + ux * across)}`;
  const c = (point: Point) => `${coordinate(point.x)} ${coordinate(point.y)}`;
  return {
    path: `M${c(from)}Q${c(control)} ${c(to)}`,
    arrow: [at(size * 1.3, 0), at(-size * 0.7, size), at(-size * 0.7, -size)].join(" "),
  };
}
