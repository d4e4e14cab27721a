import { textWidth } from "@simbiosi/charts";
import type { Inlines, Table } from "../blocks/block.ts";
import type { PlainSlideBlock, SlideBlock } from "../blocks/deck.ts";
import { plain } from "../blocks/inlines.ts";
import { blockGap, columnGap, tableSize } from "./sheet.ts";

// Arial is wider than the bundled font that charts measure with; words also break earlier than letters would.
const slack = 1.16;
const points = 72;
const leading = 1.22;

/** Height of a line of text, in inches. */
export const lineHeight = (size: number): number => (size * leading) / points;

/** How many lines words take across a width in inches; never fewer than they take on the slide. */
export function lineCount(content: Inlines, width: number, size: number, weight: 400 | 600 = 400): number {
  return plain(content)
    .split("\n")
    .reduce(
      (count, line) => count + Math.max(1, Math.ceil((textWidth(line, size, weight) * slack) / points / width)),
      0,
    );
}

export const textHeight = (content: Inlines, width: number, size: number): number =>
  lineCount(content, width, size) * lineHeight(size);

export const figureLeast = 2.4;
export const tileHeight = 1.45;
export const tilesPerRow = (count: number, width: number): number => Math.min(count, width > 8 ? 4 : 2);
export const listItemGap = 0.09;

/** Height of one row of a table, cells and padding. */
export function rowHeight(table: Table, cells: readonly Inlines[], width: number, size: number): number {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  const lines = cells.map((cell, i) =>
    lineCount(cell, Math.max(0.3, ((table.columns[i]?.width ?? 1) / total) * width - 0.16), tableSize(size), 600),
  );
  return Math.max(1, ...lines) * lineHeight(tableSize(size)) + 0.12;
}

/** Least height of a block, in inches: a figure can grow, everything else is as high as its words. */
export function blockHeight(block: SlideBlock, width: number, size: number): number {
  switch (block.kind) {
    case "paragraph":
      return textHeight(block.content, width, paragraphSize(block.tone, size));
    case "list":
      return block.items.reduce((sum, item) => sum + textHeight(item, width - 0.35, size) + listItemGap, 0);
    case "table": {
      const rows = [
        block.columns.map(({ header }) => header),
        ...(block.rows.length === 0 ? [block.columns.map(() => block.empty)] : block.rows),
        ...(block.total === undefined ? [] : [block.total]),
      ];
      const notes = (block.notes ?? []).reduce<number>((sum, note) => sum + textHeight(note, width, 11), 0);
      return (
        captionHeight(block.caption, width, size) +
        rows.reduce((sum, row) => sum + rowHeight(block, row, width, size), 0) +
        notes
      );
    }
    case "figure":
      return figureLeast + captionHeight(block.caption, width, size);
    case "key-figures":
      return Math.ceil(block.items.length / Math.max(1, tilesPerRow(block.items.length, width))) * (tileHeight + 0.12);
    case "callout":
      return 0.3 + textHeight(block.title, width - 0.5, size) + stackHeight(block.blocks, width - 0.5, size - 1);
    case "columns": {
      const half = (width - columnGap) / 2;
      return Math.max(stackHeight(block.left, half, size), stackHeight(block.right, half, size));
    }
  }
}

export const captionHeight = (caption: string | null, width: number, size: number): number =>
  caption === null ? 0 : textHeight(caption, width, tableSize(size)) + 0.08;

export const paragraphSize = (tone: "lead" | "note" | undefined, size: number): number =>
  tone === "lead" ? size + 2 : tone === "note" ? Math.max(11, size - 4) : size;

export const stackHeight = (blocks: readonly PlainSlideBlock[], width: number, size: number): number =>
  blocks.reduce((sum, block, i) => sum + (i > 0 ? blockGap : 0) + blockHeight(block, width, size), 0);
