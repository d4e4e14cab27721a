import type { FlowBlock, Inlines, OnePage, TextBlock } from "../blocks/block.ts";
import { plain } from "../blocks/inlines.ts";
import { shapeOf } from "../pictures/shape.ts";

/** Scales at which a sheet may be set, the largest first; the template knows no other. */
export const sheetScales = [1, 0.94, 0.88, 0.82, 0.76] as const;

// Of a page of full-size type, measured on sheets of all kinds: lines down a page, signs across it, and how many of
// those lines the cover takes where the sheet shares its page.
const page = { lines: 50, signs: 92, cover: 7 } as const;
// Height goes as this power of the size of the type.
const power = 1.5;

/**
 * The scale at which a sheet most likely holds on its page, from the length of its words alone. A wrong guess costs the
 * template one more trial, never a worse page: it measures, and looks on from there.
 */
export function foretoldScale({ blocks }: OnePage, withCover: boolean): number {
  const lines = blocks.reduce((sum, block) => sum + linesOf(block), withCover ? page.cover : 0);
  return sheetScales.find((scale) => lines * scale ** power <= page.lines) ?? Math.min(...sheetScales);
}

const across = (content: Inlines, share: number): number =>
  Math.max(1, Math.ceil(plain(content).length / (page.signs * share)));

const linesOfText = (block: TextBlock): number =>
  block.kind === "paragraph"
    ? across(block.content, 1) + 0.6
    : block.items.reduce((sum, item) => sum + across(item, 0.95) + 0.4, 0.5);

function linesOf(block: FlowBlock): number {
  switch (block.kind) {
    case "heading":
      return 2.2;
    case "paragraph":
    case "list":
      return linesOfText(block);
    case "table": {
      const total = block.columns.reduce((sum, { width }) => sum + width, 0);
      const row = (cells: readonly Inlines[]): number =>
        0.5 + 0.9 * Math.max(...cells.map((cell, i) => across(cell, (block.columns[i]?.width ?? 1) / total)));
      const all = [...block.rows, ...(block.total === undefined ? [] : [block.total])];
      return 4 + all.reduce((sum, cells) => sum + row(cells), 0) + (block.notes ?? []).length;
    }
    case "figure":
      return 3 + 35 * (block.width ?? 1) * shapeOf(block.svg);
    case "key-figures":
      return 7 * Math.ceil(block.items.length / 4);
    case "callout":
      return 3.5 + block.blocks.reduce((sum, inner) => sum + linesOfText(inner), 0);
    case "facts":
      return 1.5 + block.items.reduce((sum, { content }) => sum + 0.8 + across(content, 0.7), 0);
  }
}
