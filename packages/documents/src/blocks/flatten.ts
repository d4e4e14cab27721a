import type { Block, Landscape, OnePage } from "./block.ts";

type Plain = Exclude<Block, OnePage | Landscape>;

/** Blocks in reading order, those of one-page sheets and of turned pages in the place of their container. */
export const flatten = (blocks: readonly Block[]): readonly Plain[] =>
  blocks.flatMap((block): readonly Plain[] =>
    block.kind === "one-page" || block.kind === "landscape" ? block.blocks : [block],
  );
