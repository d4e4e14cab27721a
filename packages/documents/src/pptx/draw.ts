import { palette, stageNames } from "@simbiosi/charts";
import type { Lang } from "@simbiosi/domain";
import type PptxGenJS from "pptxgenjs";
import type { FigureBlock, Inlines, KeyFigures, Table } from "../blocks/block.ts";
import type { PlainSlideBlock, SlideBlock } from "../blocks/deck.ts";
import { tones } from "../blocks/tones.ts";
import { toneNames } from "../blocks/words.ts";
import { drawPng } from "../pictures/png.ts";
import { shapeOf } from "../pictures/shape.ts";
import {
  blockHeight,
  captionHeight,
  figureLeast,
  lineHeight,
  listItemGap,
  paragraphSize,
  rowHeight,
  stackHeight,
  textHeight,
  tileHeight,
  tilesPerRow,
} from "./measure.ts";
import type { Started } from "./paginate.ts";
import { slideRuns } from "./runs.ts";
import { blockGap, colours, columnGap, font, hex, tableSize } from "./sheet.ts";

export type Frame = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

// Sharp on a projector of 1,920 points across a slide of 13.3 inches.
const pixelsPerInch = 144;

type Draw = { readonly slide: PptxGenJS.Slide; readonly lang: Lang; readonly size: number };

export const locales: Readonly<Record<Lang, string>> = { fr: "fr-FR", en: "en-GB" };

/** Text without the padding of its box, from its top. */
const plainText = ({ lang }: Draw, size: number): PptxGenJS.TextPropsOptions => ({
  fontFace: font,
  fontSize: size,
  color: colours.ink,
  lang: locales[lang],
  margin: 0,
  valign: "top",
  fit: "none",
});

/** Blocks one under another in a frame; figures share the height that the others leave. */
export function drawBlocks(draw: Draw, blocks: readonly SlideBlock[], frame: Frame): void {
  const least = blocks.map((block) => blockHeight(block, frame.width, draw.size));
  const spare =
    frame.height - least.reduce((sum, height) => sum + height, 0) - blockGap * Math.max(0, blocks.length - 1);
  const growing = blocks.filter(grows).length;
  let y = frame.y;
  blocks.forEach((block, i) => {
    const height = (least[i] ?? 0) + (grows(block) && spare > 0 ? spare / growing : 0);
    drawBlock(draw, block, { ...frame, y, height });
    y += height + blockGap;
  });
}

const grows = (block: SlideBlock): boolean =>
  block.kind === "figure" ||
  (block.kind === "columns" && [...block.left, ...block.right].some(({ kind }) => kind === "figure"));

function drawBlock(draw: Draw, block: SlideBlock, frame: Frame): void {
  const { slide, size } = draw;
  const box = { x: frame.x, y: frame.y, w: frame.width, h: frame.height };
  switch (block.kind) {
    case "paragraph": {
      const muted = block.tone === "note" ? { color: colours.muted } : {};
      slide.addText(slideRuns(block.content), {
        ...plainText(draw, paragraphSize(block.tone, size)),
        ...muted,
        ...box,
      });
      return;
    }
    case "list":
      slide.addText(listRuns(block), {
        ...plainText(draw, size),
        paraSpaceAfter: listItemGap * 72,
        ...box,
      });
      return;
    case "table":
      drawTable(draw, block, frame);
      return;
    case "figure":
      drawFigure(draw, block, frame);
      return;
    case "key-figures":
      drawTiles(draw, block, frame);
      return;
    case "callout": {
      const tone = tones[block.tone];
      slide.addShape("rect", { ...box, fill: { color: hex(tone.wash) }, line: { color: hex(tone.wash), width: 0.5 } });
      slide.addShape("rect", {
        ...box,
        w: 0.07,
        fill: { color: hex(tone.edge) },
        line: { color: hex(tone.edge), width: 0.5 },
      });
      const inside = { x: frame.x + 0.25, width: frame.width - 0.5 };
      const title = textHeight(block.title, inside.width, size);
      slide.addText(
        [
          { text: toneNames[block.tone][draw.lang], options: { color: hex(tone.edge), bold: true } },
          { text: ` · ${block.title}`, options: { bold: true } },
        ],
        { ...plainText(draw, size), x: inside.x, y: frame.y + 0.1, w: inside.width, h: title },
      );
      const below = { ...inside, y: frame.y + 0.16 + title, height: stackHeight(block.blocks, inside.width, size - 1) };
      drawBlocks({ ...draw, size: size - 1 }, block.blocks, below);
      return;
    }
    case "columns": {
      const width = (frame.width - columnGap) / 2;
      const half = (blocks: readonly PlainSlideBlock[], x: number) => drawBlocks(draw, blocks, { ...frame, x, width });
      half(block.left, frame.x);
      half(block.right, frame.x + width + columnGap);
    }
  }
}

/** Each item is a paragraph: its first run carries the mark, its last one ends it. */
function listRuns({ items, ordered, start = 1 }: Started): PptxGenJS.TextProps[] {
  return items.flatMap((item, i) => {
    const bullet = ordered ? { type: "number" as const, indent: 22, numberStartAt: start } : { indent: 18 };
    const [first, ...others] = slideRuns(item, { breakLine: i < items.length - 1 });
    return first === undefined ? [] : [{ ...first, options: { ...first.options, bullet } }, ...others];
  });
}

function drawTable(draw: Draw, table: Table, frame: Frame): void {
  const { slide, size } = draw;
  const caption = drawCaption(draw, table.caption, frame);
  const total = table.columns.reduce((sum, { width }) => sum + width, 0);
  const border = (color: string, pt: number): PptxGenJS.BorderProps => ({ type: "solid", color, pt });
  const none: PptxGenJS.BorderProps = { type: "none" };
  const cell = (content: Inlines, i: number, options: PptxGenJS.TableCellProps): PptxGenJS.TableCell => ({
    text: slideRuns(content),
    options: {
      align: table.columns[i]?.kind === "number" ? "right" : "left",
      valign: "top",
      border: [none, none, border(colours.rule, 0.75), none],
      ...options,
    },
  });
  const header = table.columns.map((column, i) =>
    cell([{ kind: "strong", text: column.header }], i, {
      fill: { color: colours.wash },
      valign: "bottom",
      border: [none, none, border(colours.accent, 1.5), none],
    }),
  );
  const empty = [
    {
      text: [{ text: table.empty, options: { italic: true, color: colours.muted } }],
      options: { colspan: table.columns.length },
    },
  ];
  const rows = [
    header,
    ...(table.rows.length === 0 ? [empty] : table.rows.map((row) => row.map((content, i) => cell(content, i, {})))),
    ...(table.total === undefined
      ? []
      : [
          table.total.map((content, i) =>
            cell(content, i, { bold: true, border: [border(colours.accent, 1.5), none, none, none] }),
          ),
        ]),
  ];
  const heights = [
    rowHeight(
      table,
      table.columns.map(({ header: words }) => words),
      frame.width,
      size,
    ),
    ...(table.rows.length === 0
      ? [lineHeight(size)]
      : table.rows.map((row) => rowHeight(table, row, frame.width, size))),
    ...(table.total === undefined ? [] : [rowHeight(table, table.total, frame.width, size)]),
  ];
  slide.addTable(rows, {
    x: frame.x,
    y: frame.y + caption,
    w: frame.width,
    colW: table.columns.map(({ width }) => (width / total) * frame.width),
    rowH: heights,
    autoPage: false,
    fontFace: font,
    fontSize: tableSize(size),
    color: colours.ink,
    margin: [0.04, 0.08, 0.04, 0.08],
  });
  let y = frame.y + caption + heights.reduce((sum, height) => sum + height, 0) + 0.05;
  for (const note of table.notes ?? []) {
    const h = textHeight(note, frame.width, 11);
    slide.addText(slideRuns(note), { ...plainText(draw, 11), color: colours.muted, x: frame.x, y, w: frame.width, h });
    y += h;
  }
}

/** @returns the height taken */
function drawCaption(draw: Draw, caption: string | null, frame: Frame): number {
  if (caption === null) return 0;
  const height = captionHeight(caption, frame.width, draw.size);
  draw.slide.addText(caption, {
    ...plainText(draw, tableSize(draw.size)),
    color: colours.muted,
    bold: true,
    x: frame.x,
    y: frame.y,
    w: frame.width,
    h: height,
  });
  return height;
}

function drawFigure(draw: Draw, figure: FigureBlock, frame: Frame): void {
  const caption = captionHeight(figure.caption, frame.width, draw.size);
  const room = { width: frame.width * (figure.width ?? 1), height: Math.max(figureLeast, frame.height) - caption };
  const ratio = shapeOf(figure.svg);
  const width = Math.min(room.width, room.height / ratio);
  const { bytes } = drawPng(figure.svg, Math.round(width * pixelsPerInch));
  draw.slide.addImage({
    data: `image/png;base64,${Buffer.from(bytes).toString("base64")}`,
    x: frame.x,
    y: frame.y,
    w: width,
    h: width * ratio,
    altText: figure.alt,
  });
  drawCaption(draw, figure.caption, { ...frame, y: frame.y + width * ratio + 0.06 });
}

function drawTiles(draw: Draw, { items }: KeyFigures, frame: Frame): void {
  const perRow = tilesPerRow(items.length, frame.width);
  if (perRow === 0) return;
  const gap = 0.16;
  const width = (frame.width - gap * (perRow - 1)) / perRow;
  items.forEach(({ stage, value, unit, interval, label }, i) => {
    const x = frame.x + (i % perRow) * (width + gap);
    const y = frame.y + Math.floor(i / perRow) * (tileHeight + 0.12);
    const line = (text: string, options: PptxGenJS.TextPropsOptions): PptxGenJS.TextProps => ({
      text,
      options: { breakLine: true, ...options },
    });
    draw.slide.addShape("rect", {
      x,
      y,
      w: width,
      h: tileHeight,
      fill: { color: colours.wash },
      line: { color: colours.wash, width: 0.5 },
    });
    draw.slide.addShape("rect", {
      x,
      y,
      w: width,
      h: 0.05,
      fill: { color: colours.accent },
      line: { color: colours.accent, width: 0.5 },
    });
    const size = tileSize(`${value} ${unit ?? ""}`, width);
    draw.slide.addText(
      [
        ...(stage === null
          ? []
          : [
              // An empty square for an intent, a full one for an event, as on the charts.
              line(`${stage === "potential" ? "□" : "■"} ${stageNames[stage][draw.lang]}`, {
                fontSize: 11,
                bold: true,
                color: colours.muted,
              }),
            ]),
        { text: value, options: { fontSize: size, bold: true, color: colours.accent, breakLine: unit === null } },
        ...(unit === null ? [] : [line(`\u00a0${unit}`, { fontSize: size * 0.55, color: colours.accent })]),
        ...(interval === null ? [] : [line(interval, { fontSize: 11, color: colours.muted })]),
        line(label, { fontSize: 12, breakLine: false }),
      ],
      { ...plainText(draw, 12), valign: "middle", x: x + 0.14, y: y + 0.08, w: width - 0.24, h: tileHeight - 0.12 },
    );
  });
}

/** The largest size at which a number and its unit hold on one line of a tile. */
const tileSize = (words: string, width: number): number =>
  [28, 24, 20, 16].find((size) => textHeight(words, width - 0.24, size) <= lineHeight(size)) ?? 14;

/** The tint behind opening slides. */
export const ground = hex(palette.accent);
