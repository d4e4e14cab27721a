import type { Lang } from "@simbiosi/domain";
import { palette } from "../palette/palette.ts";
import { type Chart, chart, sizes, words } from "../svg/chart.ts";
import { coordinate, el, type Svg } from "../svg/element.ts";
import { describe, enumerate, known, type Measure, writeNumber } from "../values/measure.ts";
import { textWidth, wrap } from "../words/width.ts";

export type RadarInput = {
  readonly title: string;
  /** Highest mark of every axis, such as 5. */
  readonly most: number;
  readonly axes: readonly string[];
  /** One profile each (before, after), with one measure per axis. */
  readonly series: readonly { readonly label: string; readonly values: readonly Measure[] }[];
  readonly lang: Lang;
  readonly width?: number;
};

const sentences = {
  fr: { opening: "diagramme radar, de 0 à", none: "Aucune note à montrer" },
  en: { opening: "radar chart, from 0 to", none: "No mark to show" },
} as const;

const colours = [palette.accent, palette.loop, palette.need] as const;
const dashes = [undefined, "6 4", "2 3"] as const;

/**
 * Marks on several axes around a centre. A mark that is unknown breaks the outline instead of falling to zero;
 * profiles differ by dash and colour. Under three axes a radar says nothing: bars do.
 */
export function radar({ title, most, axes, series, lang, width = 640 }: RadarInput): Chart {
  const say = sentences[lang];
  const opening = `${title}, ${say.opening} ${writeNumber(most, lang)}`;
  const lines = axes.map((axis, i) =>
    series.map(({ label, values }) => describe(`${axis}, ${label}`, values[i] ?? unknown, "", lang)).join(" ; "),
  );
  if (axes.length === 0 || series.length === 0)
    return chart(
      { title, alt: `${opening}. ${say.none}.`, lang, width, height: 48 },
      words(say.none, { x: 0, y: 28, fill: palette.muted }),
    );
  const radius = 130;
  const centre = { x: width / 2, y: radius + 46 };
  const at = (axis: number, share: number) => {
    const angle = (2 * Math.PI * axis) / axes.length - Math.PI / 2;
    return { x: centre.x + radius * share * Math.cos(angle), y: centre.y + radius * share * Math.sin(angle) };
  };
  const path = (points: readonly { readonly x: number; readonly y: number }[]) =>
    points.map(({ x, y }) => `${coordinate(x)},${coordinate(y)}`).join(" ");
  const rings = [0.2, 0.4, 0.6, 0.8, 1].map((share) =>
    el("polygon", {
      points: path(axes.map((_, i) => at(i, share))),
      fill: "none",
      stroke: share === 1 ? palette.muted : palette.rule,
    }),
  );
  const names = axes.flatMap((axis, i) => {
    const end = at(i, 1.1);
    const side = Math.abs(end.x - centre.x) < 12 ? "middle" : end.x > centre.x ? "start" : "end";
    const room = side === "middle" ? width : side === "start" ? width - end.x : end.x;
    const rows = wrap(axis, Math.min(170, room), sizes.small, 3);
    const top = end.y - centre.y < -radius / 2 ? end.y - (rows.length - 1) * 14 : end.y + 6;
    const spoke = at(i, 1);
    return [
      el("line", { x1: centre.x, y1: centre.y, x2: spoke.x, y2: spoke.y, stroke: palette.rule }),
      words(rows, { x: end.x, y: top, anchor: side, size: sizes.small, lineHeight: 14 }),
    ];
  });
  const bottom = centre.y + radius + 62;
  let x = 0;
  const profiles = series.flatMap(({ label, values }, s): readonly Svg[] => {
    const colour = colours[s % colours.length] ?? palette.accent;
    const shared = { stroke: colour, "stroke-width": 2.2, "stroke-dasharray": dashes[s % dashes.length] };
    const marks = axes.map((_, i) => {
      const value = known(values[i] ?? unknown)?.value;
      return value === undefined ? null : at(i, Math.min(1, Math.max(0, value / most)));
    });
    const sides = marks.flatMap((mark, i) => {
      const next = marks[(i + 1) % marks.length];
      return mark === null || next === null || next === undefined
        ? []
        : [el("line", { class: "side", x1: mark.x, y1: mark.y, x2: next.x, y2: next.y, ...shared })];
    });
    const dots = marks.flatMap((mark) =>
      mark === null ? [] : [el("circle", { class: "dot", cx: mark.x, cy: mark.y, r: 3.5, fill: colour })],
    );
    const start = x;
    x += 60 + textWidth(label, sizes.label);
    return [
      ...sides,
      ...dots,
      el("line", { x1: start, x2: start + 28, y1: bottom - 5, y2: bottom - 5, ...shared }),
      words(label, { x: start + 36, y: bottom }),
    ];
  });
  const graded = [0, 1].map((share) =>
    words(writeNumber(most * share, lang), {
      x: centre.x + 4,
      y: centre.y - radius * share + 11,
      size: 10,
      fill: palette.muted,
      halo: true,
    }),
  );
  return chart(
    { title, alt: enumerate(opening, lines, lang), lang, width, height: bottom + 10 },
    ...rings,
    ...names,
    ...graded,
    ...profiles,
  );
}

const unknown: Measure = { state: "unknown", value: null, low: null, high: null };
