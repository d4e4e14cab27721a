import { textWidth } from "@simbiosi/charts";
import type { Contents, FlowBlock, Heading, Inlines, Report, TextBlock } from "../blocks/block.ts";
import { flatten } from "../blocks/flatten.ts";
import { inPages } from "../blocks/in-pages.ts";
import { plain, runsOf } from "../blocks/inlines.ts";
import { shapeOf } from "../pictures/shape.ts";
import { captionSpacing, pictureSize, pictureSpacing } from "./pictures.ts";
import { landscapeWidthTwips, paragraphStyles, sheet, style, textWidthTwips } from "./styles.ts";
import { boxMargins, columnWidths, factShares, tilesPerRow } from "./tables.ts";

/** A thing that is not cut: a line or more, a row, a picture. Heights in twips. */
type Piece = {
  readonly height: number;
  /** Space above and under it: Word leaves the larger of two that meet, and none at the head of a page. */
  readonly before?: number;
  readonly after?: number;
  /** Stays on the page of what follows. */
  readonly keepNext?: boolean;
  /** The header of its table, drawn again when it begins a page. */
  readonly again?: number;
  readonly heading?: Heading;
};

const twipsPerPoint = 20;
const twipsPerPixel = 15;
// Lines of Arial are higher than its size by this; and on our own reports it is that much wider than the bundled font
// which charts measure with, in regular and in bold.
const leading = 1.15;
const wider = { regular: 1.08, bold: 1.1 } as const;

/** How many lines words take across a width in twips, each word whole. */
function lineCount(words: string, width: number, halfPoints: number, bold: boolean): number {
  const size = (halfPoints / 2) * twipsPerPoint * wider[bold ? "bold" : "regular"];
  const measure = (piece: string) => textWidth(piece, size, bold ? 600 : 400);
  const blank = measure(" ");
  let lines = 0;
  for (const line of words.split(/\r\n?|\n/)) {
    lines += 1;
    let used = 0;
    for (const word of line.split(" ")) {
      const long = measure(word);
      if (used > 0 && used + long > width) {
        lines += 1;
        used = 0;
      }
      // A word longer than the line is cut.
      lines += Math.max(0, Math.ceil(long / width) - 1);
      used += Math.min(long, width) + blank;
    }
  }
  return lines;
}

const styleOf = (id: string) => paragraphStyles[id] ?? bare;
const bare = paragraphStyles.Normal as (typeof paragraphStyles)[string];

function lineHeight(id: string): number {
  const { size, line, exact } = styleOf(id);
  return exact ? line : (size / 2) * twipsPerPoint * leading * (line / 240);
}

/** Height of a paragraph with the space round it. */
function paragraphHeight(words: string, id: string, width: number, spacing: object = {}): number {
  const { size, bold, before, after, indent } = { ...styleOf(id), ...spacing };
  return before + after + lineCount(words, width - indent, size, bold) * lineHeight(id);
}

const notesHeight = (content: Inlines): number =>
  runsOf(content).reduce(
    (sum, run) => sum + (run.kind === "footnote" ? paragraphHeight(run.text, "FootnoteText", textWidthTwips) : 0),
    0,
  );

/** What the cells of one row take, the highest of them. */
const rowHeight = (cells: readonly Inlines[], widths: readonly number[], id: string): number =>
  cellPadding.height +
  Math.max(
    0,
    ...cells.map(
      (cell, i) => paragraphHeight(plain(cell), id, (widths[i] ?? 0) - cellPadding.width) + notesHeight(cell),
    ),
  );

// Of the table styles: margins of the cells and half a point of rule.
const cellPadding = { height: 130, width: 200 } as const;
const spacerPiece: Piece = { height: lineHeight(style.spacer) };

/** The lines of a paragraph, each a piece; Word leaves none alone at the foot or at the head of a page. */
function linesOf(content: Inlines, id: string, width: number): readonly Piece[] {
  const words = plain(content);
  const { before, after, size, bold, indent, keepNext } = styleOf(id);
  const count = lineCount(words, width - indent, size, bold);
  const line = lineHeight(id);
  return Array.from({ length: count }, (_, i) => ({
    height: line + (i === count - 1 ? notesHeight(content) : 0),
    ...(i === 0 ? { before } : {}),
    ...(i === count - 1 ? { after } : {}),
    keepNext: keepNext || (count > 1 && (i === 0 || i === count - 2)),
  }));
}

const textPieces = (block: TextBlock, width: number): readonly Piece[] =>
  block.kind === "paragraph"
    ? linesOf(block.content, block.tone === undefined ? "Normal" : style[block.tone], width)
    : block.items.flatMap((item) => linesOf(item, "ListParagraph", width - 400));

function pieces(block: FlowBlock | Contents, across: number, report: Report): readonly Piece[] {
  switch (block.kind) {
    case "heading": {
      const id = `Heading${block.level}`;
      const { before, after, size, bold } = styleOf(id);
      const height = lineCount(block.text, across - 600, size, bold) * lineHeight(id);
      return [{ height, before, after, keepNext: true, heading: block }];
    }
    case "paragraph":
    case "list":
      return textPieces(block, across);
    case "table": {
      const widths = columnWidths(block.columns, across);
      const head = rowHeight(
        block.columns.map(({ header }) => header),
        widths,
        style.head,
      );
      const rows = block.rows.length === 0 ? [[block.empty]] : block.rows;
      return [
        ...captionPiece("table", block.caption, across),
        { height: head, keepNext: true },
        ...[...rows, ...(block.total === undefined ? [] : [block.total])].map((cells) => ({
          height: rowHeight(cells, cells.length === 1 ? [across] : widths, style.cell),
          again: head,
        })),
        spacerPiece,
        ...(block.notes ?? []).flatMap((note) => linesOf(note, style.note, across)),
      ];
    }
    case "figure": {
      const { height } = pictureSize(shapeOf(block.svg), across, block.width);
      const { before, after } = pictureSpacing;
      return [
        { height: height * twipsPerPixel, before, after, keepNext: true },
        ...captionPiece("figure", block.caption, across),
      ];
    }
    case "key-figures": {
      const perRow = tilesPerRow(block.items.length);
      const width = across / Math.max(1, perRow) - 240;
      const tall = block.items.map(
        ({ stage, value, interval, label }) =>
          paragraphHeight(value, style.tileValue, width) +
          [stage === null ? null : "–", interval, label].reduce(
            (sum, words) => sum + (words === null ? 0 : paragraphHeight(words, style.cell, width)),
            300,
          ),
      );
      const rows: Piece[] = [];
      for (let start = 0; start < tall.length; start += perRow)
        rows.push({ height: Math.max(...tall.slice(start, start + perRow)) });
      return [...rows, spacerPiece];
    }
    case "callout": {
      const width = across - boxMargins.left - boxMargins.right;
      const title = linesOf(block.title, style.calloutTitle, width);
      const { height, under } = stacked([...title, ...block.blocks.flatMap((inner) => textPieces(inner, width))], 0);
      return [{ height: boxMargins.top + height + under + boxMargins.bottom }, spacerPiece];
    }
    case "facts": {
      const widths = columnWidths(factShares, across);
      return [
        ...block.items.map(({ label, content }) => ({ height: rowHeight([label, content], widths, style.cell) })),
        spacerPiece,
      ];
    }
    case "contents": {
      const lines = flatten(report.blocks).flatMap((other) =>
        other.kind === "heading" && other.level <= block.depth
          ? linesOf(other.text, `TOC${other.level}`, across - 1200)
          : [],
      );
      return [...linesOf(block.title, "TOCHeading", across), ...lines, ...linesOf("–", "Normal", across), spacerPiece];
    }
  }
}

const captionPiece = (of: "figure" | "table", caption: string | null, across: number): readonly Piece[] => {
  if (caption === null) return [];
  const { size, bold } = styleOf("Caption");
  const height = lineCount(`Tableau 10 – ${caption}`, across, size, bold) * lineHeight("Caption");
  return [{ height, ...captionSpacing[of], keepNext: of === "table" }];
};

/** Height of pieces one under the other with the space between them, and the space under the last. */
function stacked(all: readonly Piece[], above: number): { readonly height: number; readonly under: number } {
  let [height, under] = [0, above];
  for (const piece of all) {
    height += Math.max(under, piece.before ?? 0) + piece.height;
    under = piece.after ?? 0;
  }
  return { height, under };
}

/**
 * The page on which Word will most likely set each heading, counted from 1, so that the table of contents is filled
 * before anybody asks Word to. Words are measured, not set: in a long report a heading may fall a page away.
 */
export function headingPages(report: Report): ReadonlyMap<Heading, number> {
  const pages = new Map<Heading, number>();
  const heights = {
    upright: sheet.height - sheet.top - sheet.bottom,
    turned: sheet.width - sheet.top - sheet.bottom,
  };
  let [page, used, room] = [1, 0, heights.upright];
  /** Space that the last thing set wants under it. */
  let under = 0;
  let turned = false;
  let held: Piece[] = [];
  const nextPage = (from = 0) => {
    [page, used, under] = [page + 1, from, 0];
  };
  /** Sets what was held together on this page, or on the next when it does not fit. */
  const settle = () => {
    if (used > 0 && used + stacked(held, under).height > room) nextPage(held[0]?.again);
    for (const { height, before = 0, after = 0, heading } of held) {
      if (heading !== undefined) pages.set(heading, page);
      used += (used === 0 ? 0 : Math.max(under, before)) + height;
      under = after;
      while (used > room) [page, used] = [page + 1, used - room];
    }
    held = [];
  };
  const set = (all: readonly Piece[]) => {
    for (const piece of all) {
      held.push(piece);
      if (piece.keepNext !== true) settle();
    }
  };
  const cover = [
    [report.author, style.author],
    [report.title, "Title"],
    [report.subtitle, "Subtitle"],
    [report.date, style.day],
  ] as const;
  set(cover.flatMap(([words, id]) => (words === null ? [] : linesOf(words, id, textWidthTwips - 320))));
  let breaking = false;
  inPages(report.blocks, {
    breakPage: () => {
      breaking = true;
    },
    put: (blocks, landscape) => {
      if (breaking || landscape !== turned) {
        settle();
        if (used > 0) nextPage();
      }
      breaking = false;
      turned = landscape;
      room = turned ? heights.turned : heights.upright;
      for (const block of blocks) set(pieces(block, turned ? landscapeWidthTwips : textWidthTwips, report));
    },
  });
  settle();
  return pages;
}
