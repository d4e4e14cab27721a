import type { Lang } from "@simbiosi/domain";
import { scaleLinear } from "d3-scale";
import { palette, stageFills } from "../palette/palette.ts";
import { type Chart, chart, sizes, words } from "../svg/chart.ts";
import { el } from "../svg/element.ts";
import { describe, enumerate, known, type Measure, writeInterval, writeValue } from "../values/measure.ts";
import { textWidth } from "../words/width.ts";
import { type Stage, stageNames, stages } from "./stage.ts";

export type StageBarsInput = {
  readonly title: string;
  /** Already written for reading: "€/an". */
  readonly unit: string;
  readonly values: Readonly<Record<Stage, Measure>>;
  readonly lang: Lang;
  readonly width?: number;
};

const rowHeight = 28;
const barHeight = 16;

/**
 * Potential, agreed and realised under one another on one scale, each with its own number: three different
 * things, never one total.
 */
export function stageBars({ title, unit, values, lang, width = 640 }: StageBarsInput): Chart {
  const rows = stages.map((stage) => {
    const measure = values[stage];
    const interval = writeInterval(measure, lang);
    const name = stageNames[stage][lang];
    const value =
      known(measure) === null ? writeValue(measure, lang) : `${writeValue(measure, lang)} ${unit}`.trimEnd();
    return { stage, measure, name, written: interval === null ? value : `${value} (${interval})` };
  });
  const left = 14 + Math.max(...rows.map(({ name }) => textWidth(name, sizes.label)));
  const right = 12 + Math.max(...rows.map(({ written }) => textWidth(written, sizes.label, 600)));
  const numbers = rows.flatMap(({ measure }) => known(measure)?.value ?? []);
  const scale = scaleLinear()
    .domain([Math.min(0, ...numbers), Math.max(0, ...numbers) || 1])
    .range([left, Math.max(left + 40, width - right)]);
  const alt = enumerate(
    title,
    rows.map(({ name, measure }) => describe(name, measure, unit, lang)),
    lang,
  );
  return chart(
    { title, alt, lang, width, height: rows.length * rowHeight + 4 },
    ...rows.flatMap(({ stage, measure, name, written }, i) => {
      const middle = 2 + i * rowHeight + rowHeight / 2;
      const baseline = middle + sizes.label * 0.35;
      const value = known(measure)?.value;
      const [zero, end] = [scale(0), scale(value ?? 0)];
      const bar = el("rect", {
        class: `bar ${stage}`,
        x: Math.min(zero, end),
        y: middle - barHeight / 2,
        // A zero that is known has a mark; an unknown has none.
        width: Math.max(1, Math.abs(end - zero)),
        height: barHeight,
        ...stageFills[stage],
        "stroke-width": 1.5,
      });
      return [
        words(name, { x: 0, y: baseline }),
        ...(value === undefined ? [] : [bar]),
        words(written, {
          x: (value === undefined ? zero : Math.max(zero, end)) + 8,
          y: baseline,
          ...(value === undefined ? { style: "italic", fill: palette.muted } : { weight: 600 }),
        }),
      ];
    }),
    el("line", { x1: scale(0), x2: scale(0), y1: 2, y2: rows.length * rowHeight + 2, stroke: palette.muted }),
  );
}
