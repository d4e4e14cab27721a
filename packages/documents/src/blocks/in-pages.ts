import type { Block, Contents, FlowBlock } from "./block.ts";

/** Goes through the blocks of a report in reading order, with the breaks of page that stand between them. */
export function inPages(
  blocks: readonly Block[],
  turn: {
    readonly breakPage: () => void;
    readonly put: (blocks: readonly (FlowBlock | Contents)[], landscape: boolean) => void;
  },
): void {
  for (const block of blocks) {
    if (block.kind === "page-break") turn.breakPage();
    else if (block.kind === "landscape") turn.put(block.blocks, true);
    else if (block.kind === "one-page") {
      // A sheet that comes first shares its page with the cover.
      if (block !== blocks[0]) turn.breakPage();
      turn.put(block.blocks, false);
      turn.breakPage();
    } else turn.put([block], false);
  }
}
