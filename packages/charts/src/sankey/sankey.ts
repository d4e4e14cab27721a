import type { Lang } from "@simbiosi/domain";
import { palette } from "../palette/palette.ts";
import { type Chart, chart, sizes, words } from "../svg/chart.ts";
import { coordinate, el, type Svg } from "../svg/element.ts";
import { colon, enumerate, writeNumber } from "../values/measure.ts";
import { spread } from "../words/spread.ts";
import { textWidth, wrap } from "../words/width.ts";
import { groupSmall } from "./group-small.ts";
import type { SankeyLink, SankeyNode } from "./input.ts";
import { type Layout, layoutSankey } from "./layout.ts";

export type SankeyInput = {
  readonly title: string;
  /** Already written for reading: "t/an". */
  readonly unit: string;
  readonly nodes: readonly SankeyNode[];
  readonly links: readonly SankeyLink[];
  /** Flows whose quantity is unknown, hence not drawn: said under the drawing. */
  readonly unquantified?: number;
  /** Nodes shown by name in each group, 8 when left out. */
  readonly keep?: number;
  readonly lang: Lang;
  readonly width?: number;
};

const sentences = {
  fr: {
    opening: "diagramme de flux",
    none: "Aucun flux chiffré à montrer",
    scale: "Épaisseur des rubans : quantité, en",
    back: "retour vers l’amont (boucle)",
    unquantified: (n: number) =>
      n === 1 ? "1 flux sans quantité n’est pas dessiné." : `${n} flux sans quantité ne sont pas dessinés.`,
  },
  en: {
    opening: "flow diagram",
    none: "No flow with a quantity to show",
    scale: "Width of the ribbons: quantity, in",
    back: "return upstream (loop)",
    unquantified: (n: number) =>
      n === 1 ? "1 flow without a quantity is not drawn." : `${n} flows without a quantity are not drawn.`,
  },
} as const;

const gap = 24;
const labelLine = 14;
/** Room for a name of so many lines with its value under it. */
const labelHeight = (lines: number): number => 15 + lines * labelLine;
const linesAtMost = 2;
const footHeight = 30;

/**
 * Ribbons as wide as the quantities they carry, from the givers to the takers; loops go round the drawing in
 * ochre. Only quantities that are known are drawn; how many are not is said underneath.
 */
export function sankey(input: SankeyInput): Chart {
  const { title, unit, lang, width = 640 } = input;
  const say = sentences[lang];
  const grouped = groupSmall(input.nodes, input.links, input.keep ?? 8, lang);
  const labels = new Map(grouped.nodes.map(({ id, label }) => [id, label]));
  const name = (id: string) => labels.get(id) ?? id;
  const missing = input.unquantified ?? 0;
  const notes = missing > 0 ? [say.unquantified(missing)] : [];
  const draft = layoutSankey(grouped.nodes, grouped.links, [0, 0, 600, 300], 1);
  const opening = `${title}, ${say.opening}`;
  if (draft.links.length === 0) {
    const alt = enumerate(opening, [say.none, ...notes], lang);
    return chart(
      { title, alt, lang, width, height: missing > 0 ? 68 : 48 },
      words([say.none, ...notes], { x: 0, y: 28, fill: palette.muted, lineHeight: 20 }),
    );
  }
  const columns = new Map<number, number>();
  for (const { column } of draft.nodes) columns.set(column, (columns.get(column) ?? 0) + 1);
  const loops = draft.links.some(({ back }) => back);
  const most = Math.max(...columns.values());
  const drawn = Math.min(620, 100 + most * 46) + (loops ? 90 : 0);
  const margin = Math.min(
    width * 0.25,
    12 + Math.max(...draft.nodes.map(({ id }) => textWidth(name(id), sizes.label))),
  );
  const layout = layoutSankey(
    grouped.nodes,
    grouped.links,
    [loops ? 4 : margin, 0, width - margin, drawn],
    Math.min(gap, (drawn * 0.6) / most),
  );
  const above = 10 - layout.top;
  const height = Math.max(layout.bottom - layout.top + 20, most * labelHeight(1.5));
  const alt = enumerate(
    opening,
    [
      ...notes,
      ...layout.links
        .toSorted((a, b) => b.value - a.value)
        .map(
          ({ source, target, value }) =>
            `${name(source)} → ${name(target)}${colon(lang)}${writeNumber(value, lang)} ${unit}`,
        ),
    ],
    lang,
  );
  return chart(
    { title, alt, lang, width, height: height + footHeight + (missing > 0 ? 18 : 0) },
    el(
      "g",
      { transform: `translate(0 ${coordinate(above)})` },
      ...drawLinks(layout, name, unit, lang),
      ...drawNodes(layout, name, { width, margin, loops, lang, top: -above, bottom: height - above }),
    ),
    ...legend(`${say.scale} ${unit}`, loops ? say.back : null, height + 20),
    ...notes.map((note) => words(note, { x: 0, y: height + 40, size: sizes.small, fill: palette.muted })),
  );
}

function drawLinks(layout: Layout, name: (id: string) => string, unit: string, lang: Lang): readonly Svg[] {
  // The widest first, so that a thin ribbon is never hidden under a wide one.
  return layout.links
    .toSorted((a, b) => b.value - a.value)
    .map(({ source, target, value, path, width, back }) =>
      el(
        "path",
        {
          class: back ? "link back" : "link",
          d: path,
          fill: "none",
          stroke: back ? palette.loop : palette.bar,
          "stroke-opacity": back ? 0.7 : 0.45,
          // A flow that exists is seen, however small.
          "stroke-width": Math.max(1, width),
        },
        el("title", {}, `${name(source)} → ${name(target)}${colon(lang)}${writeNumber(value, lang)} ${unit}`),
      ),
    );
}

type Frame = { width: number; margin: number; loops: boolean; lang: Lang; top: number; bottom: number };

function drawNodes(layout: Layout, name: (id: string) => string, frame: Frame): readonly Svg[] {
  const starts = [...new Set(layout.nodes.map(({ x0 }) => x0))].sort((a, b) => a - b);
  const rects = layout.nodes.map(({ x0, x1, y0, y1 }) =>
    el("rect", { class: "node", x: x0, y: y0, width: x1 - x0, height: Math.max(1, y1 - y0), fill: palette.accent }),
  );
  const labels = starts.flatMap((start, column) => {
    const nodes = layout.nodes.filter(({ x0 }) => x0 === start);
    const before = column === 0 && !frame.loops;
    const next = starts[column + 1];
    const told = nodes.map(({ id, x1 }) => {
      const room = before ? frame.margin - 10 : next === undefined ? frame.width - x1 - 8 : next - x1 - 14;
      return wrap(name(id), room, sizes.label, linesAtMost);
    });
    const middles = spread(
      nodes.map(({ y0, y1 }, i) => ({ middle: (y0 + y1) / 2, height: labelHeight(told[i]?.length ?? 1) })),
      frame.top,
      frame.bottom,
    );
    return nodes.flatMap(({ id, x0, x1 }, i) => {
      const lines = told[i] ?? [];
      // The middle of the node is the foot of the last line of its name.
      const middle = (middles[i] ?? 0) + ((lines.length - 1) * labelLine) / 2;
      const shared = {
        x: before ? x0 - 6 : x1 + 6,
        anchor: before ? ("end" as const) : ("start" as const),
        halo,
      } as const;
      const value = writeNumber(through(layout, id), frame.lang);
      return [
        words(lines, { ...shared, y: middle - (lines.length - 1) * labelLine, lineHeight: labelLine }),
        words(value, { ...shared, y: middle + 12, size: sizes.small, fill: palette.muted }),
      ];
    });
  });
  return [...rects, ...labels];
}

const halo = true as const;

/** What goes through a node: the larger of what it gives and what it takes. */
function through({ links }: Layout, id: string): number {
  const sum = (end: "source" | "target") =>
    links.reduce((total, link) => total + (link[end] === id ? link.value : 0), 0);
  return Math.max(sum("source"), sum("target"));
}

function legend(scale: string, back: string | null, y: number): readonly Svg[] {
  const at = textWidth(scale, sizes.small) + 28;
  return [
    words(scale, { x: 0, y, size: sizes.small, fill: palette.muted }),
    ...(back === null
      ? []
      : [
          el("rect", { x: at, y: y - 9, width: 18, height: 9, fill: palette.loop, "fill-opacity": 0.7 }),
          words(back, { x: at + 24, y, size: sizes.small, fill: palette.muted }),
        ]),
  ];
}
