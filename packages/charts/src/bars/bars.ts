import type { Lang } from "@simbiosi/domain";
import { scaleLinear } from "d3-scale";
import { palette } from "../palette/palette.ts";
import { type Chart, chart, sizes, words } from "../svg/chart.ts";
import { el, type Svg } from "../svg/element.ts";
import { describe, enumerate, known, type Measure, writeInterval, writeNumber, writeValue } from "../values/measure.ts";
import { textWidth, wrap } from "../words/width.ts";

export type BarRow = { readonly label: string; readonly measure: Measure };

export type BarsInput = {
  /** Names the drawing for a screen reader; the caption of the page says it to the eye. */
  readonly title: string;
  /** Already written for reading: "t/an". */
  readonly unit: string;
  readonly rows: readonly BarRow[];
  readonly lang: Lang;
  readonly width?: number;
};

const labelShare = 0.38;
const barHeight = 14;
const gutter = 14;
const lineHeight = sizes.label * 1.25;

/**
 * Horizontal bars from zero, in the order given, each with its interval as a whisker and its number beside it.
 * A row without a value has words instead of a bar; a zero has a mark on the axis.
 */
export function bars({ title, unit, rows, lang, width = 640 }: BarsInput): Chart {
  const opening = lang === "fr" ? `${title}, diagramme en barres` : `${title}, bar chart`;
  const alt = enumerate(
    opening,
    rows.map(({ label, measure }) => describe(label, measure, unit, lang)),
    lang,
  );
  const nothing = lang === "fr" ? "Aucune donnée à montrer" : "No data to show";
  if (rows.length === 0)
    return chart(
      { title, alt: `${opening}. ${nothing}.`, lang, width, height: 48 },
      words(nothing, { x: 0, y: 28, fill: palette.muted }),
    );

  const drawn = rows.map((row) => ({
    ...row,
    lines: wrap(row.label, width * labelShare - gutter, sizes.label, 2),
    value: writeValue(row.measure, lang),
    interval: writeInterval(row.measure, lang),
    numbers: known(row.measure),
  }));
  const widest = (texts: readonly (string | null)[], size: number, weight: 400 | 600) =>
    Math.max(0, ...texts.map((text) => textWidth(text ?? "", size, weight)));
  const left = Math.min(
    width * labelShare,
    gutter +
      widest(
        drawn.flatMap((row) => row.lines),
        sizes.label,
        400,
      ),
  );
  const right =
    gutter +
    Math.max(
      widest(
        drawn.map((row) => row.value),
        sizes.label,
        600,
      ),
      widest(
        drawn.map((row) => row.interval),
        sizes.small,
        400,
      ),
    );
  const numbers = drawn.flatMap((row) => (row.numbers === null ? [] : [row.numbers]));
  const scale = scaleLinear()
    .domain([Math.min(0, ...numbers.map((n) => n.low)), Math.max(0, ...numbers.map((n) => n.high))])
    .range([left, width - right])
    .nice(4);
  if (numbers.length === 0 || scale.domain()[0] === scale.domain()[1]) scale.domain([0, 1]);

  const tops: number[] = [];
  let bottom = 4;
  for (const row of drawn) {
    tops.push(bottom);
    bottom += 14 + Math.max(row.lines.length, row.interval === null ? 1 : 2) * lineHeight;
  }
  const marks = drawn.map((row, i) =>
    drawRow(row, tops[i] ?? 0, (tops[i + 1] ?? bottom) - (tops[i] ?? 0), scale, width),
  );
  const axis = numbers.some((n) => n.low !== 0 || n.high !== 0) ? drawAxis(scale, bottom, unit, lang) : [];
  return chart({ title, alt, lang, width, height: bottom + (axis.length > 0 ? 40 : 4) }, ...axis, ...marks);
}

type Scale = ReturnType<typeof scaleLinear<number, number>>;

function drawRow(
  row: {
    label: string;
    lines: readonly string[];
    value: string;
    interval: string | null;
    numbers: { value: number; low: number; high: number } | null;
  },
  top: number,
  height: number,
  scale: Scale,
  width: number,
): Svg {
  const middle = top + height / 2;
  const firstLine = (count: number) => middle - ((count - 1) * lineHeight) / 2 + sizes.label * 0.35;
  const { numbers } = row;
  const shapes: Svg[] = [];
  if (numbers !== null) {
    const [zero, end] = [scale(0), scale(numbers.value)];
    shapes.push(
      el("rect", {
        class: "bar",
        x: Math.min(zero, end) - (zero === end ? 1 : 0),
        y: middle - barHeight / 2,
        width: zero === end ? 2 : Math.abs(end - zero),
        height: barHeight,
        fill: palette.bar,
      }),
    );
    if (row.interval !== null) shapes.push(whisker(scale(numbers.low), scale(numbers.high), middle));
  }
  const beside =
    row.interval === null
      ? [
          words(row.value, {
            x: width,
            y: firstLine(1),
            anchor: "end",
            ...(numbers === null ? { style: "italic", fill: palette.muted } : { weight: 600 }),
          }),
        ]
      : [
          words(row.value, { x: width, y: firstLine(2), anchor: "end", weight: 600 }),
          words(row.interval, {
            x: width,
            y: firstLine(2) + lineHeight,
            anchor: "end",
            size: sizes.small,
            fill: palette.muted,
          }),
        ];
  return el(
    "g",
    { class: "row" },
    // The whole label, for a mouse over a shortened one.
    el("title", {}, row.label),
    words(row.lines, { x: 0, y: firstLine(row.lines.length), lineHeight }),
    ...shapes,
    ...beside,
  );
}

/** A line with two caps, lined with white so that it shows over its own bar. */
function whisker(low: number, high: number, y: number): Svg {
  const d = `M${low.toFixed(1)} ${(y - 5).toFixed(1)}v10m0-5H${high.toFixed(1)}m0-5v10`;
  return el(
    "g",
    { class: "interval", fill: "none" },
    el("path", { d, stroke: palette.paper, "stroke-width": 3.5 }),
    el("path", { d, stroke: palette.ink, "stroke-width": 1.5 }),
  );
}

function drawAxis(scale: Scale, y: number, unit: string, lang: Lang): readonly Svg[] {
  const [start = 0, end = 0] = scale.range();
  const ticks = scale.ticks(4);
  return [
    ...ticks.map((tick) =>
      el("line", { x1: scale(tick), x2: scale(tick), y1: 4, y2: y, stroke: tick === 0 ? palette.muted : palette.rule }),
    ),
    ...ticks.map((tick) =>
      words(writeNumber(tick, lang), {
        x: scale(tick),
        y: y + 15,
        anchor: "middle",
        size: sizes.small,
        fill: palette.muted,
      }),
    ),
    words(unit, { x: (start + end) / 2, y: y + 32, anchor: "middle", size: sizes.small, fill: palette.muted }),
  ];
}
