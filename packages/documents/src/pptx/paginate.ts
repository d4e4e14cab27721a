import type { List } from "../blocks/block.ts";
import type { PlainSlideBlock, Slide, SlideBlock } from "../blocks/deck.ts";
import { blockHeight, captionHeight, listItemGap, rowHeight, textHeight } from "./measure.ts";
import { blockGap, body, bodySizes, columnGap, smallest } from "./sheet.ts";

/** A slide as it is drawn: its blocks hold in the frame at this size of type. */
export type Page = {
  readonly title: string;
  readonly blocks: readonly SlideBlock[];
  readonly size: number;
  readonly notes: string | null;
};

/** A list that goes on from another slide, at this number. */
export type Started = List & { readonly start?: number };

/**
 * Cuts a slide into pages that hold: the largest type at which all of it fits on one, else the smallest over
 * several, lists cut between items and tables between rows, the header of a table said again.
 */
export function paginate(slide: Slide, continued: string): readonly Page[] {
  const notes = slide.notes ?? null;
  const size = bodySizes.find((points) => total(slide.blocks, points) <= body.height);
  if (size !== undefined) return [{ title: slide.title, blocks: slide.blocks, size, notes }];
  return spill(slide.blocks, body.width).map((blocks, i) => ({
    title: i === 0 ? slide.title : `${slide.title} ${continued}`,
    blocks,
    size: smallest,
    notes: i === 0 ? notes : null,
  }));
}

const total = (blocks: readonly SlideBlock[], size: number): number =>
  blocks.reduce((sum, block, i) => sum + (i > 0 ? blockGap : 0) + blockHeight(block, body.width, size), 0);

function spill<B extends SlideBlock>(blocks: readonly B[], width: number): readonly (readonly SlideBlock[])[] {
  const pages: SlideBlock[][] = [[]];
  let used = 0;
  const waiting: SlideBlock[] = [...blocks];
  for (let block = waiting.shift(); block !== undefined; block = waiting.shift()) {
    const page = pages.at(-1) ?? [];
    const room = body.height - used - (page.length > 0 ? blockGap : 0);
    const height = blockHeight(block, width, smallest);
    if (height <= room) {
      page.push(block);
      used = body.height - room + height;
      continue;
    }
    // What a fresh page could not hold either is cut; the rest waits for a page of its own.
    const [head, tail] = cut(block, room, width);
    if (head !== null) page.push(head);
    if (tail === null) continue;
    if (head === null && page.length === 0) {
      page.push(tail);
    } else waiting.unshift(tail);
    pages.push([]);
    used = 0;
  }
  return pages.filter((page) => page.length > 0);
}

/** The part of a block that fits in the room, and the part that is left. */
function cut(
  block: SlideBlock | Started,
  room: number,
  width: number,
): readonly [SlideBlock | null, SlideBlock | null] {
  switch (block.kind) {
    case "list": {
      const count = fitting(
        block.items.map((item) => textHeight(item, width - 0.35, smallest) + listItemGap),
        room,
      );
      if (count === 0) return [null, block];
      const start = ("start" in block ? (block.start ?? 1) : 1) + count;
      const tail: Started = { ...block, items: block.items.slice(count), start };
      return [{ ...block, items: block.items.slice(0, count) }, tail];
    }
    case "table": {
      const fixed =
        captionHeight(block.caption, width, smallest) +
        rowHeight(
          block,
          block.columns.map(({ header }) => header),
          width,
          smallest,
        );
      const count = fitting(
        block.rows.map((row) => rowHeight(block, row, width, smallest)),
        room - fixed,
      );
      if (count === 0 || count >= block.rows.length) return [null, block];
      const { total: _, notes: __, ...head } = block;
      return [
        { ...head, rows: block.rows.slice(0, count) },
        { ...block, rows: block.rows.slice(count) },
      ];
    }
    case "columns": {
      const half = (width - columnGap) / 2;
      const [left, right] = [spill(block.left, half), spill(block.right, half)];
      const side = (pages: readonly (readonly SlideBlock[])[], from: number, to?: number): readonly PlainSlideBlock[] =>
        pages
          .slice(from, to)
          .flat()
          .filter((inner) => inner.kind !== "columns");
      const rest = { kind: "columns", left: side(left, 1), right: side(right, 1) } as const;
      if (room < body.height || (rest.left.length === 0 && rest.right.length === 0)) return [null, block];
      return [{ kind: "columns", left: side(left, 0, 1), right: side(right, 0, 1) }, rest];
    }
    default:
      return [null, block];
  }
}

/** How many of these heights, from the first, stand in the room. */
function fitting(heights: readonly number[], room: number): number {
  let used = 0;
  const over = heights.findIndex((height) => {
    used += height;
    return used > room;
  });
  return over === -1 ? heights.length : over;
}
