import type { Block, OnePage } from "./block.ts";

/** Blocks in reading order, those of one-page sheets in the place of their sheet. */
export const flatten = (blocks: readonly Block[]): readonly Exclude<Block, OnePage>[] =>
  blocks.flatMap((block): readonly Exclude<Block, OnePage>[] => (block.kind === "one-page" ? block.blocks : [block]));
