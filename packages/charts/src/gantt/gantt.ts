import { formatDay, type Lang, monthNames } from "@simbiosi/domain";
import { scaleLinear } from "d3-scale";
import { palette } from "../palette/palette.ts";
import { type Chart, chart, sizes, words } from "../svg/chart.ts";
import { el, type Svg } from "../svg/element.ts";
import { colon, enumerate } from "../values/measure.ts";
import { textWidth, wrap } from "../words/width.ts";
import { dayNumber, firstOfMonth, monthNumber } from "./days.ts";
import { type GanttStatus, statusFills, statusNames } from "./status.ts";

export type GanttRow = {
  readonly label: string;
  readonly status: GanttStatus;
  /** Days `YYYY-MM-DD`; null when nobody has decided. An end without a start is a deadline. */
  readonly start: string | null;
  readonly end: string | null;
  readonly milestones?: readonly { readonly day: string; readonly label: string }[];
};

export type GanttInput = {
  readonly title: string;
  /** Axes of the plan, each with its actions, in order. */
  readonly groups: readonly { readonly label: string; readonly rows: readonly GanttRow[] }[];
  /** The day the document speaks of, drawn as a line; null for none. */
  readonly today: string | null;
  readonly lang: Lang;
  readonly width?: number;
  /** Days that the calendar holds whatever its actions, so that several drawings share one calendar. */
  readonly span?: readonly string[];
};

const sentences = {
  fr: {
    opening: "calendrier des actions",
    none: "Aucune action à montrer",
    undated: "dates à fixer",
    quarter: "T",
    from: "du",
    to: "au",
    by: "avant le",
    since: "à partir du",
    milestone: "jalon",
    today: "au",
  },
  en: {
    opening: "calendar of actions",
    none: "No action to show",
    undated: "dates to be set",
    quarter: "Q",
    from: "from",
    to: "to",
    by: "by",
    since: "from",
    milestone: "milestone",
    today: "on",
  },
} as const;

const headHeight = 40;
const rowPadding = 7;
const lineHeight = 14;
const groupHeight = 24;
const barHeight = 11;
const rowSize = sizes.small;

/**
 * Actions as bars on a calendar of quarters, or of months when all holds in eighteen of them; groups are the axes
 * of the plan, diamonds are milestones, and an action without dates says so instead of being left out.
 */
export function gantt({ title, groups, today, lang, width = 640, span = [] }: GanttInput): Chart {
  const say = sentences[lang];
  const rows = groups.flatMap((group) => group.rows);
  const days = [...rows.flatMap(daysOf), ...(today === null ? [] : [today]), ...span];
  const opening = `${title}, ${say.opening}`;
  if (rows.length === 0)
    return chart(
      { title, alt: `${opening}. ${say.none}.`, lang, width, height: 48 },
      words(say.none, { x: 0, y: 28, fill: palette.muted }),
    );

  const left = width * 0.42;
  const axis = makeAxis(rows.some((row) => daysOf(row).length > 0) ? days : [], left, width, lang);
  const alt = enumerate(
    opening,
    rows.map((row) => sentence(row, lang)),
    lang,
  );
  const svg: Svg[] = [];
  let y = headHeight;
  for (const { label, rows: members } of groups) {
    if (members.length === 0) continue;
    svg.push(
      el("rect", { x: 0, y, width, height: groupHeight, fill: palette.wash }),
      words(wrap(label, width - 16, sizes.label, 1), { x: 6, y: y + 16, weight: 600 }),
    );
    y += groupHeight;
    for (const row of members) {
      const lines = wrap(row.label, left - 14, rowSize, 2);
      const height = lines.length * lineHeight + rowPadding;
      svg.push(drawRow(row, lines, y, height, axis, left, width, lang));
      y += height;
    }
  }
  const bottom = y;
  const legend = drawLegend(rows, bottom + 22, today, lang);
  return chart(
    { title, alt, lang, width, height: bottom + 34 },
    ...axis.draw(bottom),
    ...svg,
    ...(today === null || axis.at === null
      ? []
      : [
          el("line", {
            class: "today",
            x1: axis.at(today),
            x2: axis.at(today),
            y1: headHeight - 8,
            y2: bottom,
            stroke: palette.highlightEdge,
            "stroke-width": 1.5,
            "stroke-dasharray": "4 3",
          }),
        ]),
    ...legend,
  );
}

const daysOf = ({ start, end, milestones = [] }: GanttRow): readonly string[] => [
  ...[start, end].filter((day) => day !== null),
  ...milestones.map(({ day }) => day),
];

function sentence({ label, status, start, end, milestones = [] }: GanttRow, lang: Lang): string {
  const say = sentences[lang];
  const day = (iso: string) => formatDay(iso, lang);
  const when =
    start !== null && end !== null
      ? `${say.from} ${day(start)} ${say.to} ${day(end)}`
      : start !== null
        ? `${say.since} ${day(start)}`
        : end !== null
          ? `${say.by} ${day(end)}`
          : say.undated;
  const stops = milestones.map((stone) => `, ${say.milestone} ${stone.label} ${day(stone.day)}`).join("");
  return `${label}${colon(lang)}${when}, ${statusNames[status][lang]}${stops}`;
}

type Axis = {
  /** Where a day begins; null when no row has a date, and there is no calendar to draw. */
  readonly at: ((day: string) => number) | null;
  readonly draw: (bottom: number) => readonly Svg[];
};

function makeAxis(days: readonly string[], left: number, width: number, lang: Lang): Axis {
  if (days.length === 0) return { at: null, draw: () => [] };
  const months = days.map(monthNumber);
  // Whole quarters, so that a short plan still has a calendar around it.
  const first = Math.floor(Math.min(...months) / 3) * 3;
  const end = (Math.floor(Math.max(...months) / 3) + 1) * 3;
  const edge = (month: number) => dayNumber(firstOfMonth(month));
  const scale = scaleLinear()
    .domain([edge(first), edge(end)])
    .range([left, width]);
  const step = end - first <= 18 ? 1 : end - first <= 72 ? 3 : 12;
  const at = (day: string) => scale(dayNumber(day));
  const name = (month: number) =>
    step === 1
      ? (monthNames[lang][month % 12] ?? "")
      : step === 3
        ? `${sentences[lang].quarter}${(month % 12) / 3 + 1}`
        : "";
  const draw = (bottom: number): readonly Svg[] => {
    const svg: Svg[] = [];
    for (let month = first; month < end; month += step === 12 ? 3 : step) {
      const [x, next] = [scale(edge(month)), scale(edge(month + step))];
      const january = month % 12 === 0;
      if (january || step < 12)
        svg.push(
          el("line", {
            x1: x,
            x2: x,
            y1: january ? 4 : 22,
            y2: bottom,
            stroke: january ? palette.muted : palette.rule,
            "stroke-width": january ? 1 : 0.6,
          }),
        );
      const fits = textWidth(name(month), 10.5) <= next - x;
      svg.push(
        words(fits ? name(month) : "", { x: (x + next) / 2, y: 33, anchor: "middle", size: 10.5, fill: palette.muted }),
      );
      const year = String(Math.floor(month / 12));
      // The first year may have one quarter left: without room its name would run into the next.
      const room = scale(edge(Math.min(end, (Math.floor(month / 12) + 1) * 12))) - x;
      if ((january || month === first) && textWidth(year, sizes.small, 600) + 8 <= room)
        svg.push(words(year, { x: x + 4, y: 15, weight: 600, size: sizes.small }));
    }
    return svg;
  };
  return { at, draw };
}

function drawRow(
  row: GanttRow,
  lines: readonly string[],
  top: number,
  height: number,
  { at }: Axis,
  left: number,
  width: number,
  lang: Lang,
): Svg {
  const middle = top + height / 2;
  const { start, end, milestones = [] } = row;
  const fill = statusFills[row.status];
  const x = (day: string) => (at === null ? left : at(day));
  const shapes: Svg[] = [];
  if (start !== null || end !== null) {
    // An action without an end goes on to the edge, open; one without a start is a deadline, a thin mark.
    const from = start === null ? x(end ?? "") - 3 : x(start);
    const to = end === null ? width : Math.max(x(end), from + 3);
    shapes.push(
      el("rect", {
        class: `bar ${row.status}`,
        x: from,
        y: middle - barHeight / 2,
        width: to - from,
        height: barHeight,
        ...fill,
        "stroke-width": 1.2,
        ...(end === null ? { "stroke-dasharray": "5 3" } : {}),
      }),
    );
  } else if (milestones.length === 0)
    shapes.push(
      words(sentences[lang].undated, {
        x: left + 6,
        y: middle + 4,
        size: sizes.small,
        style: "italic",
        fill: palette.muted,
        halo: true,
      }),
    );
  for (const { day, label } of milestones) shapes.push(diamond(x(day), middle, label));
  return el(
    "g",
    { class: "row" },
    el("title", {}, row.label),
    words(lines, { x: 0, y: middle - ((lines.length - 1) * lineHeight) / 2 + 4.5, size: rowSize, lineHeight }),
    el("line", { x1: 0, x2: width, y1: top + height, y2: top + height, stroke: palette.rule, "stroke-width": 0.6 }),
    ...shapes,
  );
}

const diamond = (x: number, y: number, label: string): Svg =>
  el(
    "polygon",
    {
      class: "milestone",
      points: [
        [0, -7],
        [7, 0],
        [0, 7],
        [-7, 0],
      ]
        .map(([dx = 0, dy = 0]) => `${(x + dx).toFixed(1)},${(y + dy).toFixed(1)}`)
        .join(" "),
      fill: palette.highlightEdge,
      stroke: palette.paper,
      "stroke-width": 1.2,
    },
    el("title", {}, label),
  );

function drawLegend(rows: readonly GanttRow[], y: number, today: string | null, lang: Lang): readonly Svg[] {
  const say = sentences[lang];
  const used = (Object.keys(statusNames) as GanttStatus[]).filter((status) =>
    rows.some((row) => row.status === status),
  );
  const marks: { readonly draw: (x: number) => Svg; readonly name: string }[] = used.map((status) => ({
    draw: (x) => el("rect", { x, y: y - 9, width: 20, height: 10, ...statusFills[status], "stroke-width": 1.2 }),
    name: statusNames[status][lang],
  }));
  if (rows.some(({ milestones = [] }) => milestones.length > 0))
    marks.push({ draw: (x) => diamond(x + 10, y - 4, say.milestone), name: say.milestone });
  if (today !== null)
    marks.push({
      draw: (x) =>
        el("line", {
          x1: x + 2,
          x2: x + 20,
          y1: y - 4,
          y2: y - 4,
          stroke: palette.highlightEdge,
          "stroke-width": 1.5,
          "stroke-dasharray": "4 3",
        }),
      name: `${say.today} ${formatDay(today, lang)}`,
    });
  let x = 0;
  return marks.flatMap(({ draw, name }) => {
    const at = x;
    x += 46 + textWidth(name, sizes.small);
    return [draw(at), words(name, { x: at + 26, y, size: sizes.small })];
  });
}
