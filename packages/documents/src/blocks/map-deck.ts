import type { Deck, PlainSlideBlock, SlideBlock } from "./deck.ts";
import { mapBlock } from "./map-text.ts";

/** The same deck with `f` applied to every string that a person reads; addresses are left alone. */
export function mapDeck(deck: Deck, f: (text: string) => string): Deck {
  const maybe = (text: string | null) => (text === null ? null : f(text));
  return {
    ...deck,
    title: f(deck.title),
    subtitle: maybe(deck.subtitle),
    author: f(deck.author),
    confidentiality: maybe(deck.confidentiality),
    slides: deck.slides.map(({ title, blocks, notes }) => ({
      title: f(title),
      blocks: blocks.map((block) => mapSlideBlock(block, f)),
      ...(notes === undefined ? {} : { notes: f(notes) }),
    })),
  };
}

function mapSlideBlock(block: SlideBlock, f: (text: string) => string): SlideBlock {
  const plainBlocks = (blocks: readonly PlainSlideBlock[]) => blocks.map((inner) => mapBlock(inner, f));
  return block.kind === "columns"
    ? { ...block, left: plainBlocks(block.left), right: plainBlocks(block.right) }
    : mapBlock(block, f);
}
