import type { FigureBlock } from "../blocks/block.ts";
import { drawPng } from "../pictures/png.ts";
import { textWidthTwips } from "./styles.ts";
import type { Writing } from "./writing.ts";
import { paragraph } from "./xml.ts";

/** Space round a caption, in twips: a table's stands above it, a figure's under it. */
export const captionSpacing = { table: { before: 240, after: 100 }, figure: { before: 60, after: 240 } } as const;

export const pictureSpacing = { before: 160, after: 60 } as const;

const inPixels = (twips: number): number => Math.floor((twips / 1440) * 96);
// 154 points to the inch: sharp on paper at arm's length, and half the work and weight of 192.
const sharpness = 1.6;
const tallest = { upright: 820, turned: 500 } as const;

/** Width and height in pixels of a picture whose height is `ratio` of its width. */
export function pictureSize(
  ratio: number,
  across: number,
  width = 1,
): { readonly width: number; readonly height: number } {
  const wanted = Math.round(inPixels(across) * width);
  const shown = Math.min(wanted, Math.floor(tallest[across > textWidthTwips ? "turned" : "upright"] / ratio));
  return { width: shown, height: Math.round(shown * ratio) };
}

export function picture(
  { svg, alt, caption: name, width = 1 }: FigureBlock,
  writing: Writing,
  across: number,
  pageBreakBefore: boolean,
): string {
  const { bytes, ratio } = drawPng(svg, Math.round(sharpness * inPixels(across) * width));
  const size = pictureSize(ratio, across, width);
  return paragraph(
    { keepNext: true, pageBreakBefore, spacing: pictureSpacing },
    writing.pictures.show(writing.links, bytes, size.width, size.height, name, alt),
  );
}
