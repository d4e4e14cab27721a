import { textWidth } from "@simbiosi/charts";
import type { FlowBlock, Inlines, OnePage, TextBlock } from "../blocks/block.ts";
import { plain } from "../blocks/inlines.ts";
import { shapeOf } from "../pictures/shape.ts";

/** Scales at which a sheet may be set, the largest first; the template knows no other. */
export const sheetScales: readonly number[] = [1, 0.94, 0.88, 0.82, 0.76];

// In points, as the template sets them (report.typ): the text area of a page, and the size of running type.
const page = { width: 465, height: 699 } as const;
const body = 10.5;
// What the cover takes above a sheet that shares its page.
const coverHeight = { title: 112, line: 27, signs: 37 } as const;

/**
 * The scale at which a sheet most likely holds on its page, from the widths of its words and the sizes of the template.
 * A wrong guess costs a second layout, never a worse page: the template measures, and looks on from there.
 *
 * @param title of the cover that shares its page, null when none does
 */
export function foretoldScale(sheet: OnePage, title: string | null): number {
  return sheetScales.find((f) => heightAt(sheet, title, f) <= page.height) ?? Math.min(...sheetScales);
}

// Measured on sheets of all kinds, a height is foretold this close most of the time.
const sure = 0.015;

/** Whether the scale foretold is surely the largest that holds. */
export function isForetoldSurely(sheet: OnePage, title: string | null): boolean {
  const scale = foretoldScale(sheet, title);
  const larger = sheetScales[sheetScales.indexOf(scale) - 1];
  return (
    heightAt(sheet, title, scale) <= (1 - sure) * page.height &&
    (larger === undefined || heightAt(sheet, title, larger) >= (1 + sure) * page.height)
  );
}

// Height goes as this power of the size of the type, or less: as in the template.
const power = 1.5;
const topMargin = 70.9;

/** How far down its page a sheet set at each scale must end so that no larger type would hold, in points. */
export const fullFrom: readonly number[] = sheetScales.map((scale, i) => {
  const larger = sheetScales[i - 1];
  return larger === undefined ? 0 : topMargin + page.height / (larger / scale) ** power;
});

/** How high a sheet most likely stands at a scale, in points. */
function heightAt({ blocks }: OnePage, title: string | null, f: number): number {
  const opening =
    title === null ? 0 : coverHeight.title + coverHeight.line * (Math.ceil(title.length / coverHeight.signs) - 1);
  return blocks.reduce((sum, block) => sum + heightOf(block, f), opening);
}

/** Never under what an eye reads on paper. */
const points = (size: number, f: number): number => Math.max(8, size * f);

// A line of the words of a language is filled to about this share of its width.
const filled = 0.96;

const lines = (content: Inlines, width: number, size: number): number =>
  plain(content)
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line, size) / (filled * width))), 0);

/** Lines of a size as high as they stand: capitals, and the leading between them. */
const tall = (count: number, size: number, leading: number): number => size * (0.66 * count + leading * (count - 1));

function heightOfText(block: TextBlock, f: number, width: number): number {
  const size = points(body, f);
  if (block.kind === "paragraph") {
    const its = block.tone === "lead" ? points(12.5, f) : block.tone === "note" ? points(9, f) : size;
    return tall(lines(block.content, width, its), its, 0.62 * f) + 0.95 * f * size;
  }
  return block.items.reduce(
    (sum, item) => sum + tall(lines(item, width - 18, size), size, 0.62 * f) + 0.7 * size,
    0.6 * size,
  );
}

function heightOf(block: FlowBlock, f: number): number {
  const size = points(body, f);
  switch (block.kind) {
    case "heading": {
      const its = block.level === 1 ? 18 * f : block.level === 2 ? 13.5 * f : points(11.5, f);
      return tall(Math.max(1, Math.ceil(textWidth(block.text, its, 600) / page.width)), its, 0.45) + 1.7 * f * its;
    }
    case "paragraph":
    case "list":
      return heightOfText(block, f, page.width);
    case "table": {
      const at = block.dense === true ? Math.min(f, 0.88) : f;
      const its = points(9.5, at);
      const small = points(8.5, at);
      const total = block.columns.reduce((sum, { width }) => sum + width, 0);
      const row = (cells: readonly Inlines[]): number =>
        10 * at * at +
        tall(
          Math.max(
            ...cells.map((cell, i) => lines(cell, (page.width * (block.columns[i]?.width ?? 1)) / total - 10, its)),
          ),
          its,
          0.5,
        );
      const rows = [
        block.columns.map(({ header }) => header),
        ...(block.rows.length === 0 ? [[block.empty]] : block.rows),
        ...(block.total === undefined ? [] : [block.total]),
      ];
      return (
        1.4 * f * f * size +
        (block.caption === null ? 0 : tall(lines(block.caption, page.width - 50, 9.5), 9.5, 0.62 * f) + 0.7 * 9.5) +
        rows.reduce((sum, cells) => sum + row(cells), 0) +
        (block.notes ?? []).reduce<number>(
          (sum, note) => sum + 0.6 * size + tall(lines(note, page.width, small), small, 0.5),
          0,
        )
      );
    }
    case "figure": {
      const width = page.width * (block.width ?? 1) * Math.max(f, 0.85);
      return Math.min(width * shapeOf(block.svg), 0.85 * page.height) + 1.4 * f * f * size + 3 * 9.5;
    }
    case "key-figures":
      return 1.4 * size + Math.ceil(block.items.length / 4) * (8 + 18 * f * f + points(20, f * f) + 4 * points(9.5, f));
    case "callout":
      return (
        1.4 * size + 18 * f * f + block.blocks.reduce((sum, inner) => sum + heightOfText(inner, f, page.width - 22), 0)
      );
    case "facts": {
      // Two by two when small.
      const wide = f < 1 ? 0.33 : 0.71;
      const each = block.items.map(
        ({ content }) => 10 * f * f + tall(lines(content, page.width * wide - 8, size), size, 0.62 * f),
      );
      return 1.2 * size + each.reduce((sum, height) => sum + height, 0) * (f < 1 ? 0.55 : 0.93);
    }
  }
}
