import type { Lang } from "@simbiosi/domain";
import { scaleLinear, scaleSqrt } from "d3-scale";
import type { Kind } from "../palette/palette.ts";
import { palette } from "../palette/palette.ts";
import { type Chart, chart, sizes, words } from "../svg/chart.ts";
import { el, type Svg } from "../svg/element.ts";
import { describe, enumerate, known, type Measure, writeNumber } from "../values/measure.ts";
import { drawKey } from "../words/key.ts";
import { type Box, markBox, type Place, placeLabels } from "../words/place-labels.ts";
import { textWidth, wrap } from "../words/width.ts";
import { kindNames, mark, markRadius } from "./marks.ts";

export type MatrixPoint = {
  readonly label: string;
  /** What it is called elsewhere in the document (its rank); its place in the list when left out. */
  readonly number?: number;
  readonly kind: Kind;
  /** 0 (hard) to 1 (easy). */
  readonly ease: number;
  readonly gain: Measure;
  /** What its mark opens, on a screen. */
  readonly href?: string;
};

export type MatrixInput = {
  readonly title: string;
  /** Unit of the gain, already written for reading: "€/an". */
  readonly unit: string;
  /** In order of importance: the first get the best places for their labels. */
  readonly points: readonly MatrixPoint[];
  readonly lang: Lang;
  readonly width?: number;
};

const sentences = {
  fr: {
    opening: "matrice du gain et de la facilité",
    ease: ["plus difficile", "plus facile"],
    gain: "gain, en {unit} (graduation resserrée vers le haut)",
    unknown: "gain inconnu",
    easeValue: "facilité {n} sur 100",
    quadrants: {
      hardHigh: "Chantiers à préparer",
      easyHigh: "À lancer d’abord",
      hardLow: "À garder en réserve",
      easyLow: "Au fil de l’eau",
    },
    key: "Repères sans étiquette",
    all: "Pistes",
    none: "Aucune synergie à placer",
  },
  en: {
    opening: "matrix of gain and ease",
    ease: ["harder", "easier"],
    gain: "gain, in {unit} (scale tightens upwards)",
    unknown: "gain unknown",
    easeValue: "ease {n} out of 100",
    quadrants: {
      hardHigh: "To prepare",
      easyHigh: "Start here",
      hardLow: "Keep in reserve",
      easyLow: "As occasions arise",
    },
    key: "Points without a label",
    all: "Leads",
    none: "No synergy to place",
  },
} as const;

const top = 26;
const plotHeight = 330;
const laneHeight = 46;
// Room for a whole mark inside the frame at both ends of the scales.
const edge = 14;
const labelSize = 12;
const labelLine = 14;
// Beyond this many, names would cover one another: every point is numbered, and named underneath.
const namedAtMost = 10;

/**
 * Gain (upwards) against ease (to the right), one mark per synergy, its kind by shape and colour, the four
 * quadrants named. Gains are on a square-root scale so that one large gain does not flatten the others.
 * Points of unknown gain have a lane of their own under the zero line; points too many or too close
 * together to be labelled are numbered, and named under the drawing.
 */
export function matrix({ title, unit, points, lang, width = 640 }: MatrixInput): Chart {
  const say = sentences[lang];
  const alt = describePoints(title, unit, points, lang);
  if (points.length === 0)
    return chart({ title, alt, lang, width, height: 48 }, words(say.none, { x: 0, y: 28, fill: palette.muted }));

  const gains = points.flatMap(({ gain }) => known(gain)?.value ?? []);
  const span = scaleLinear()
    .domain([Math.min(0, ...gains), Math.max(0, ...gains)])
    .nice(5);
  const [least = 0, most = 0] = span.domain();
  const gainScale = scaleSqrt()
    .domain([least, most > least ? most : least + 1])
    .range([top + plotHeight - edge, top + edge]);
  const ticks = gains.length === 0 ? [] : span.ticks(5);
  const tickWords = ticks.map((tick) => writeNumber(tick, lang));
  const left = 12 + Math.max(20, ...tickWords.map((words) => textWidth(words, sizes.small)));
  const easeScale = scaleLinear()
    .domain([0, 1])
    .range([left + edge, width - edge])
    .clamp(true);
  const hasLane = points.some(({ gain }) => known(gain) === null);
  const plotBottom = top + plotHeight;
  const laneBottom = plotBottom + (hasLane ? laneHeight : 0);

  const bounds = { x: left, y: top, width: width - left, height: laneBottom - top };
  const quadrants = quadrantNames(bounds.x, bounds.width, lang);
  const laneName = hasLane
    ? { x: left + 4, y: laneBottom - 16, width: textWidth(say.unknown, sizes.small), height: 14 }
    : null;
  const placed = points.map((point, i) => {
    const value = known(point.gain)?.value;
    const lines = wrap(point.label, 140, labelSize, 3);
    return {
      ...point,
      number: point.number ?? i + 1,
      lines,
      x: easeScale(point.ease),
      y: value === undefined ? plotBottom + laneHeight / 2 : gainScale(value),
      width: Math.max(...lines.map((line) => textWidth(line, labelSize))),
      height: lines.length * labelLine,
    };
  });
  const border = { x: left, y: plotBottom - 1, width: width - left, height: 2 };
  const obstacles = [...quadrants.map(({ box }) => box), border, ...(laneName === null ? [] : [laneName])];
  const numbered = points.length > namedAtMost;
  const labels = numbered ? placed.map(() => null) : placeLabels(placed, markRadius, bounds, obstacles);
  const unlabelled = placed.filter((_, i) => labels[i] === null);
  const taken = [
    ...obstacles,
    ...labels.filter((box) => box !== null),
    ...placed.map((point) => markBox(point, markRadius)),
  ];
  const numbers = placeLabels(
    unlabelled.map(({ x, y, number }) => ({ x, y, width: textWidth(String(number), sizes.small, 600), height: 11 })),
    markRadius,
    bounds,
    taken,
  );

  const keyTop = laneBottom + 68;
  const key =
    unlabelled.length === 0 ? { svg: [], height: 0 } : drawKey(unlabelled, keyTop, width, numbered ? say.all : say.key);
  return chart(
    {
      title,
      alt,
      lang,
      width,
      height: keyTop - 8 + key.height,
      pressed: points.some(({ href }) => href !== undefined),
    },
    ...drawGround(bounds, plotBottom, quadrants),
    ...ticks.flatMap((tick, i) => [
      el("line", { x1: left - 4, x2: left, y1: gainScale(tick), y2: gainScale(tick), stroke: palette.muted }),
      words(tickWords[i] ?? "", {
        x: left - 7,
        y: gainScale(tick) + 4,
        anchor: "end",
        size: sizes.small,
        fill: palette.muted,
      }),
    ]),
    ...(least < 0
      ? [
          el("line", {
            class: "zero",
            x1: left,
            x2: width,
            y1: gainScale(0),
            y2: gainScale(0),
            stroke: palette.muted,
            "stroke-dasharray": "3 3",
          }),
        ]
      : []),
    words(say.gain.replace("{unit}", unit), { x: 0, y: 13, size: sizes.small, fill: palette.muted }),
    words(`← ${say.ease[0]}`, { x: left, y: laneBottom + 18, size: sizes.small, fill: palette.muted }),
    words(`${say.ease[1]} →`, { x: width, y: laneBottom + 18, anchor: "end", size: sizes.small, fill: palette.muted }),
    ...(laneName === null
      ? []
      : [
          words(say.unknown, {
            x: laneName.x,
            y: laneBottom - 5,
            size: sizes.small,
            fill: palette.muted,
            style: "italic",
          }),
        ]),
    // Most important last: it stays on top where marks overlap.
    ...placed
      .toReversed()
      .map(({ label, href, kind, x, y }) =>
        href === undefined
          ? el("g", { class: "point" }, el("title", {}, label), mark(kind, x, y))
          : el("a", { class: "point", href, "aria-label": label }, el("title", {}, label), mark(kind, x, y)),
      ),
    ...placed.flatMap(({ lines }, i) => {
      const box = labels[i] ?? null;
      return box === null
        ? []
        : [words(lines, { ...cornerOf(box), anchor: box.align, size: labelSize, lineHeight: labelLine })];
    }),
    ...unlabelled.map(({ number, x, y }, i) => {
      // Where even a number finds no room it is written over the mark: better crowded than nameless.
      const box = numbers[i] ?? { x: x + 3, y: y - 12 };
      return words(String(number), { x: box.x, y: box.y + 9.5, size: sizes.small, weight: 600 });
    }),
    ...drawLegend(points, laneBottom + 42, left, lang),
    ...key.svg,
  );
}

/** The baseline of the first line, on the side of the mark. */
const cornerOf = ({ x, y, width, align }: Place) => ({
  x: align === "start" ? x : align === "end" ? x + width : x + width / 2,
  y: y + labelSize * 0.85,
});

function describePoints(title: string, unit: string, points: readonly MatrixPoint[], lang: Lang): string {
  const say = sentences[lang];
  const opening = `${title}, ${say.opening}`;
  if (points.length === 0) return `${opening}. ${say.none}.`;
  const lines = points.map(
    ({ label, kind, ease, gain }) =>
      `${describe(label, gain, unit, lang)}, ${say.easeValue.replace("{n}", String(Math.round(ease * 100)))}, ${kindNames[kind][lang]}`,
  );
  return enumerate(opening, lines, lang);
}

type Quadrant = {
  readonly name: string;
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  readonly end: boolean;
};

/** Names sit in the upper outer corners: small gains gather at the foot of the drawing. */
function quadrantNames(left: number, width: number, lang: Lang): readonly Quadrant[] {
  const say = sentences[lang].quadrants;
  const place = (name: string, end: boolean, low: boolean): Quadrant => {
    const wide = textWidth(name, sizes.label, 600);
    const x = end ? left + width - 8 : left + 8;
    const y = top + 18 + (low ? plotHeight / 2 : 0);
    return { name, x, y, end, box: { x: end ? x - wide : x, y: y - 12, width: wide, height: 16 } };
  };
  return [
    place(say.hardHigh, false, false),
    place(say.easyHigh, true, false),
    place(say.hardLow, false, true),
    place(say.easyLow, true, true),
  ];
}

function drawGround(bounds: Box, plotBottom: number, quadrants: readonly Quadrant[]): readonly Svg[] {
  const { x, y, width, height } = bounds;
  const middle = { x: x + width / 2, y: y + plotHeight / 2 };
  return [
    el("rect", { x: middle.x, y, width: width / 2, height: plotHeight / 2, fill: palette.wash }),
    el("line", { x1: middle.x, x2: middle.x, y1: y, y2: plotBottom, stroke: palette.rule }),
    el("line", { x1: x, x2: x + width, y1: middle.y, y2: middle.y, stroke: palette.rule }),
    el("line", { x1: x, x2: x + width, y1: plotBottom, y2: plotBottom, stroke: palette.rule }),
    el("rect", { x, y, width, height, fill: "none", stroke: palette.muted }),
    ...quadrants.map(({ name, end, ...at }) =>
      words(name, { x: at.x, y: at.y, anchor: end ? "end" : "start", weight: 600, fill: palette.muted }),
    ),
  ];
}

function drawLegend(points: readonly MatrixPoint[], y: number, left: number, lang: Lang): readonly Svg[] {
  const kinds = (Object.keys(kindNames) as Kind[]).filter((kind) => points.some((point) => point.kind === kind));
  let x = left + markRadius;
  return kinds.flatMap((kind) => {
    const at = x;
    x += textWidth(kindNames[kind][lang], sizes.label) + 46;
    return [mark(kind, at, y), words(kindNames[kind][lang], { x: at + 13, y: y + 4.5 })];
  });
}
