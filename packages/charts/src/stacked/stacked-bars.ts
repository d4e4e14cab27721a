import type { Lang } from "@simbiosi/domain";
import { scaleLinear } from "d3-scale";
import { palette, seriesFills } from "../palette/palette.ts";
import { type Chart, chart, sizes, words } from "../svg/chart.ts";
import { el, type Svg } from "../svg/element.ts";
import { colon, describe, enumerate, known, type Measure, writeNumber } from "../values/measure.ts";
import { textWidth, wrap } from "../words/width.ts";

export type StackedInput = {
  readonly title: string;
  /** Already written for reading: "€". */
  readonly unit: string;
  /** What is stacked, from the foot up: funders, families. */
  readonly series: readonly string[];
  /** Columns from left to right (years), each with one measure per series, not negative. */
  readonly columns: readonly { readonly label: string; readonly values: readonly Measure[] }[];
  readonly lang: Lang;
  readonly width?: number;
};

const sentences = {
  fr: {
    opening: "barres empilées",
    none: "Aucun montant à montrer",
    plus: "+ inconnu",
    unknown: "inconnu",
    others: "Autres",
  },
  en: { opening: "stacked bars", none: "No amount to show", plus: "+ unknown", unknown: "unknown", others: "Others" },
} as const;

const plotTop = 34;
const plotHeight = 250;

/**
 * One column a year, cut into what each series brings, its total above. What is unknown is not drawn as a zero:
 * the total of its column says "+ inconnu". More series than there are fills fold into the last one.
 */
export function stackedBars(input: StackedInput): Chart {
  const { title, unit, lang, width = 640 } = input;
  const say = sentences[lang];
  const { series, columns } = foldSeries(input, say.others);
  const opening = `${title}, ${say.opening}`;
  const lines = columns.flatMap(({ label, values }) =>
    values.flatMap((value, i) =>
      value.state === "not-applicable" ? [] : [describe(`${label}, ${series[i] ?? ""}`, value, unit, lang)],
    ),
  );
  if (lines.length === 0)
    return chart(
      { title, alt: `${opening}. ${say.none}.`, lang, width, height: 48 },
      words(say.none, { x: 0, y: 28, fill: palette.muted }),
    );
  const totals = columns.map(({ values }) => values.reduce((sum, value) => sum + (known(value)?.value ?? 0), 0));
  const scale = scaleLinear()
    .domain([0, Math.max(...totals) || 1])
    .nice(4)
    .range([plotTop + plotHeight, plotTop]);
  const ticks = scale.ticks(4);
  const left = 10 + Math.max(...ticks.map((tick) => textWidth(writeNumber(tick, lang), sizes.small)));
  const band = (width - left) / columns.length;
  const bar = Math.min(70, band * 0.62);
  const bottom = plotTop + plotHeight;
  const names = columns.map(({ label }) => wrap(label, band - 4, sizes.small, 2));
  const legend = drawLegend(series, bottom + 24 + 15 * Math.max(...names.map(({ length }) => length)), width);
  return chart(
    { title, alt: enumerate(opening, lines, lang), lang, width, height: legend.bottom },
    words(unit, { x: 0, y: 14, size: sizes.small, fill: palette.muted }),
    ...ticks.flatMap((tick) => [
      el("line", {
        x1: left,
        x2: width,
        y1: scale(tick),
        y2: scale(tick),
        stroke: tick === 0 ? palette.muted : palette.rule,
      }),
      words(writeNumber(tick, lang), {
        x: left - 6,
        y: scale(tick) + 4,
        anchor: "end",
        size: sizes.small,
        fill: palette.muted,
      }),
    ]),
    ...columns.flatMap(({ label, values }, i) => {
      const centre = left + (i + 0.5) * band;
      const missing = values.some(({ state }) => state === "unknown");
      const total = totals[i] ?? 0;
      const anyKnown = values.some((value) => known(value) !== null);
      const said = anyKnown ? [writeNumber(total, lang), ...(missing ? [say.plus] : [])] : missing ? [say.unknown] : [];
      const top = scale(total);
      return [
        ...segments(values, centre - bar / 2, bar, scale, `${label}${colon(lang)}`, lang),
        ...said.map((line, at) =>
          words(line, {
            x: centre,
            y: top - 6 - (said.length - 1 - at) * 13,
            anchor: "middle",
            size: sizes.small,
            halo: true,
            ...(at === 0 && anyKnown ? { weight: 600 as const } : { style: "italic" as const, fill: palette.muted }),
          }),
        ),
        words(names[i] ?? "", { x: centre, y: bottom + 17, anchor: "middle", size: sizes.small, lineHeight: 14 }),
      ];
    }),
    ...legend.svg,
  );
}

function foldSeries({ series, columns }: StackedInput, others: string): Pick<StackedInput, "series" | "columns"> {
  if (series.length <= seriesFills.length) return { series, columns };
  const kept = seriesFills.length - 1;
  return {
    series: [...series.slice(0, kept), `${others} (${series.length - kept})`],
    columns: columns.map(({ label, values }) => ({
      label,
      values: [...values.slice(0, kept), total(values.slice(kept))],
    })),
  };
}

/** The sum of what is known; unknown when one of them is, so that the column still says that something lacks. */
function total(values: readonly Measure[]): Measure {
  const nothing = { value: null, low: null, high: null } as const;
  if (values.some(({ state }) => state === "unknown")) return { state: "unknown", ...nothing };
  const numbers = values.flatMap((value) => known(value) ?? []);
  if (numbers.length === 0) return { state: "not-applicable", ...nothing };
  const sum = (of: "value" | "low" | "high") => numbers.reduce((all, number) => all + number[of], 0);
  return { state: "known", value: sum("value"), low: sum("low"), high: sum("high") };
}

function segments(
  values: readonly Measure[],
  x: number,
  width: number,
  scale: (value: number) => number,
  opening: string,
  lang: Lang,
): readonly Svg[] {
  let foot = 0;
  return values.flatMap((measure, i) => {
    const value = known(measure)?.value ?? 0;
    if (!(value > 0)) return [];
    const [from, to] = [scale(foot), scale(foot + value)];
    foot += value;
    const look = seriesFills[i % seriesFills.length];
    const written = writeNumber(value, lang);
    const inside = from - to >= 15 && textWidth(written, 10.5) + 6 <= width;
    return [
      el(
        "rect",
        {
          class: "segment",
          x,
          y: to,
          width,
          height: from - to,
          fill: look?.fill,
          stroke: palette.paper,
          "stroke-width": 1,
        },
        el("title", {}, `${opening}${written}`),
      ),
      ...(inside
        ? [
            words(written, {
              x: x + width / 2,
              y: (from + to) / 2 + 4,
              anchor: "middle",
              size: 10.5,
              fill: look?.ink ?? palette.ink,
            }),
          ]
        : []),
    ];
  });
}

function drawLegend(
  series: readonly string[],
  top: number,
  width: number,
): { readonly svg: readonly Svg[]; readonly bottom: number } {
  let [x, y] = [0, top];
  const svg = series.flatMap((name, i) => {
    const [line = ""] = wrap(name, width - 24, sizes.small, 1);
    const needed = 20 + textWidth(line, sizes.small);
    if (x > 0 && x + needed > width) [x, y] = [0, y + 18];
    const at = x;
    x += needed + 20;
    return [
      el("rect", { x: at, y: y - 9, width: 13, height: 11, fill: seriesFills[i % seriesFills.length]?.fill }),
      words(line, { x: at + 19, y, size: sizes.small }),
    ];
  });
  return { svg, bottom: y + 10 };
}
