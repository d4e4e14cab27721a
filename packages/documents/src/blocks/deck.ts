import type { Lang } from "@simbiosi/domain";
import type { Callout, FigureBlock, KeyFigures, List, Paragraph, Table } from "./block.ts";

/**
 * Slides to show and to work on, in one language, like a report. A slide says one thing in its title; what does
 * not fit at a readable size goes on to a following slide of the same title, so that nothing is lost.
 */
export type Deck = {
  readonly title: string;
  readonly subtitle: string | null;
  readonly lang: Lang;
  /** `YYYY-MM-DD`: on the cover and of every stamp inside the file. */
  readonly date: string;
  readonly author: string;
  /** At the foot of every slide when there is one. */
  readonly confidentiality: string | null;
  readonly slides: readonly Slide[];
};

export type Slide = {
  readonly title: string;
  /** None for a slide that opens a part. */
  readonly blocks: readonly SlideBlock[];
  /** For the speaker: what to say, where a figure comes from. */
  readonly notes?: string;
};

export type SlideBlock = PlainSlideBlock | Columns;

export type PlainSlideBlock = Paragraph | List | Table | FigureBlock | KeyFigures | Callout;

/** Two halves side by side. */
export type Columns = {
  readonly kind: "columns";
  readonly left: readonly PlainSlideBlock[];
  readonly right: readonly PlainSlideBlock[];
};
