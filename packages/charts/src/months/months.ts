import { type Lang, type Months, monthNames } from "@simbiosi/domain";
import { palette } from "../palette/palette.ts";
import { type Chart, chart, sizes, words } from "../svg/chart.ts";
import { el, type Svg } from "../svg/element.ts";
import { colon, enumerate } from "../values/measure.ts";
import { wrap } from "../words/width.ts";

export type MonthRow = {
  readonly label: string;
  readonly role: "offer" | "need";
  /** Twelve weights or quantities, January first; null when nobody has said when. */
  readonly months: Months | null;
};

export type MonthsInput = {
  readonly title: string;
  readonly rows: readonly MonthRow[];
  readonly lang: Lang;
  readonly width?: number;
};

const sentences = {
  fr: {
    opening: "calendrier des flux",
    offer: "offre",
    need: "besoin",
    unknown: "saison inconnue",
    never: "aucun mois",
    common: "Mois communs à l’offre et au besoin",
    apart: "Aucun mois commun à l’offre et au besoin",
    none: "Aucun flux à montrer",
  },
  en: {
    opening: "calendar of flows",
    offer: "offer",
    need: "need",
    unknown: "season unknown",
    never: "no month",
    common: "Months common to offer and need",
    apart: "No month common to offer and need",
    none: "No flow to show",
  },
} as const;

const cellHeight = 32;
const header = 26;
const labelWidth = 190;

/**
 * Twelve cells per flow, filled to the height of the month's share of the flow's busiest month: what is drawn
 * is a rhythm, and rows are not comparable in quantity. Months that have both an offer and a need are
 * framed, and named underneath.
 */
export function months({ title, rows, lang, width = 640 }: MonthsInput): Chart {
  const say = sentences[lang];
  const common = commonMonths(rows);
  const list = (which: readonly number[]) =>
    which.length === 0 ? say.never : which.map((m) => monthNames[lang][m] ?? "").join(", ");
  const sentence =
    common === null ? null : common.length === 0 ? say.apart : `${say.common}${colon(lang)}${list(common)}`;
  const lines = rows.map(
    (row) =>
      `${row.label} (${say[row.role]})${colon(lang)}${row.months === null ? say.unknown : list(active(row.months))}`,
  );
  const alt = enumerate(
    `${title}, ${say.opening}`,
    [...(sentence === null ? [] : [sentence]), ...(rows.length === 0 ? [say.none] : lines)],
    lang,
  );
  if (rows.length === 0)
    return chart({ title, alt, lang, width, height: 48 }, words(say.none, { x: 0, y: 28, fill: palette.muted }));

  const cell = (width - labelWidth) / 12;
  const laid: {
    readonly row: MonthRow;
    readonly lines: readonly string[];
    readonly top: number;
    readonly height: number;
  }[] = [];
  let bottom = header;
  for (const row of rows) {
    const lines = wrap(row.label, labelWidth - 16, sizes.label, 2);
    const height = lines.length === 1 ? 40 : 54;
    laid.push({ row, lines, top: bottom, height });
    bottom += height;
  }
  const frames = (common ?? []).map((m) =>
    el("rect", {
      class: "common",
      x: labelWidth + m * cell + 1,
      y: header - 2,
      width: cell - 2,
      height: bottom - header + 2,
      fill: palette.highlight,
      stroke: palette.highlightEdge,
    }),
  );
  return chart(
    { title, alt, lang, width, height: bottom + (sentence === null ? 6 : 30) },
    ...frames,
    ...monthNames[lang].map((name, m) =>
      words(name, {
        x: labelWidth + (m + 0.5) * cell,
        y: 15,
        anchor: "middle",
        size: sizes.small,
        fill: palette.muted,
      }),
    ),
    ...laid.map(({ row, lines, top, height }) => drawRow(row, lines, top, height, cell, width, lang)),
    ...(sentence === null ? [] : [words(sentence, { x: labelWidth, y: bottom + 21, size: sizes.small })]),
  );
}

const active = (weights: Months): readonly number[] =>
  Array.from({ length: 12 }, (_, m) => m).filter((m) => (weights[m] ?? 0) > 0);

/** Months in which something is offered and something is needed; null when one side is missing or unknown. */
function commonMonths(rows: readonly MonthRow[]): readonly number[] | null {
  const of = (role: MonthRow["role"]) =>
    rows.flatMap((row) => (row.role === role && row.months !== null ? [active(row.months)] : []));
  const [offers, needs] = [of("offer"), of("need")];
  if (offers.length === 0 || needs.length === 0) return null;
  const offered = new Set(offers.flat());
  return [...new Set(needs.flat())].filter((m) => offered.has(m)).sort((a, b) => a - b);
}

function drawRow(
  row: MonthRow,
  lines: readonly string[],
  top: number,
  height: number,
  cell: number,
  width: number,
  lang: Lang,
): Svg {
  const say = sentences[lang];
  const base = top + height - 5;
  const most = Math.max(0, ...(row.months ?? []));
  const fill = row.role === "offer" ? palette.bar : palette.need;
  const cells =
    row.months === null
      ? [words(say.unknown, { x: labelWidth + 8, y: base - 10, style: "italic", fill: palette.muted })]
      : active(row.months).map((m) => {
          const high = (cellHeight * (row.months?.[m] ?? 0)) / most;
          return el("rect", {
            class: "month",
            x: labelWidth + m * cell + 5,
            y: base - high,
            width: cell - 10,
            height: high,
            fill,
          });
        });
  return el(
    "g",
    { class: "row" },
    el("title", {}, row.label),
    words(lines, { x: 0, y: top + 14, lineHeight: 16 }),
    words(say[row.role], { x: 0, y: base - 6, size: sizes.small, fill: palette.muted }),
    el("line", { x1: labelWidth, x2: width, y1: base, y2: base, stroke: palette.rule }),
    ...cells,
  );
}
