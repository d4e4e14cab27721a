import type { Stage } from "@simbiosi/charts";
import type { Lang } from "@simbiosi/domain";

/**
 * A report is a cover, a running stamp and a tree of blocks. The structure knows no language: whoever builds
 * the tree writes plain strings already in one language, and says which one so that renderers choose
 * hyphenation, captions (« Figure 1 – ») and the few words of their own (« page 3 / 12 »).
 *
 * No string of a report is markup, in any renderer: what a company typed is printed as it was typed.
 */
export type Report = {
  readonly title: string;
  readonly subtitle: string | null;
  readonly lang: Lang;
  /** `YYYY-MM-DD`: the date on the cover and of every stamp inside the files. */
  readonly date: string;
  /** Who signs the document: the facilitator's organisation or the territory. */
  readonly author: string;
  /** Printed on every page when there is one: "Confidentiel : ne pas diffuser hors du comité". */
  readonly confidentiality: string | null;
  /** Small print at the foot of every page. */
  readonly footer: string | null;
  /** Whether headings are numbered (1, 1.1, 1.1.1). A one-page sheet says no. */
  readonly numbered: boolean;
  readonly blocks: readonly Block[];
};

export type Block = FlowBlock | PageBreak | Contents | OnePage | Landscape;

/** Blocks that stand in the flow of a page. */
export type FlowBlock = Heading | Paragraph | List | Table | FigureBlock | KeyFigures | Callout | Facts;

/** Blocks of running text, the only ones that may sit inside a callout. */
export type TextBlock = Paragraph | List;

/** Words with emphasis and links. A bare string is plain text. */
export type Inlines = string | readonly Run[];

export type Run =
  | string
  | { readonly kind: "strong" | "em"; readonly text: string }
  /** To the heading of this report that carries the anchor. */
  | { readonly kind: "link"; readonly text: string; readonly to: string }
  /** To the outside: http(s) and mailto only. */
  | { readonly kind: "web"; readonly text: string; readonly url: string }
  /** A note at the foot of the page, called from here; in slides and sheets of calculation, words in brackets. */
  | { readonly kind: "footnote"; readonly text: string }
  | { readonly kind: "break" };

export type Heading = {
  readonly kind: "heading";
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** Target of `link` runs: letters, digits and hyphens, unique in the report. */
  readonly anchor?: string;
  /** `false` for a heading outside the numbering (annex, foreword). */
  readonly numbered?: false;
};

export type Paragraph = {
  readonly kind: "paragraph";
  readonly content: Inlines;
  /** `lead` opens a chapter in larger type; `note` is small print. */
  readonly tone?: "lead" | "note";
};

export type List = { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly Inlines[] };

export type Table = {
  readonly kind: "table";
  readonly caption: string | null;
  readonly columns: readonly Column[];
  /** One cell per column in every row. */
  readonly rows: readonly (readonly Inlines[])[];
  readonly total?: readonly Inlines[];
  /** Printed under the table in small type: sources, reading advice. */
  readonly notes?: readonly Inlines[];
  /** Said instead of the rows when there are none. */
  readonly empty: string;
  /** Long lists that are looked up rather than read: smaller type, where the renderer has pages. */
  readonly dense?: true;
};

export type Column = {
  readonly header: string;
  /** Numbers are set to the right in figures of equal width; text to the left. */
  readonly kind: "text" | "number";
  /** Share of the width, relative to the other columns. */
  readonly width: number;
};

export type FigureBlock = {
  readonly kind: "figure";
  readonly svg: string;
  readonly caption: string;
  /** What the figure says, for who cannot see it. Never empty. */
  readonly alt: string;
  /** Share of the text width, 1 when left out. */
  readonly width?: number;
};

/** Three to six numbers to remember, as tiles. */
export type KeyFigures = { readonly kind: "key-figures"; readonly items: readonly KeyFigure[] };

export type KeyFigure = {
  /** Already written for reading: "12 400", "inconnu". */
  readonly value: string;
  readonly unit: string | null;
  readonly label: string;
  /** "de 9 800 à 15 100". */
  readonly interval: string | null;
  readonly stage: Stage | null;
};

export type Callout = {
  readonly kind: "callout";
  readonly tone: "info" | "warning" | "law";
  readonly title: string;
  readonly blocks: readonly TextBlock[];
};

/** Label → words: the body of a synergy, action or company sheet. */
export type Facts = { readonly kind: "facts"; readonly items: readonly Fact[] };

export type Fact = { readonly label: string; readonly content: Inlines };

/** What follows starts on a new page; never makes an empty page. */
export type PageBreak = { readonly kind: "page-break" };

/** The table of contents, down to the headings of a level. */
export type Contents = { readonly kind: "contents"; readonly title: string; readonly depth: 1 | 2 | 3 };

/** Pages turned on their side, for tables too wide to be read upright; what follows stands upright again. */
export type Landscape = { readonly kind: "landscape"; readonly blocks: readonly FlowBlock[] };

/**
 * A sheet that never runs to two pages: it begins one, its type is set smaller as far as it stays readable (8 points),
 * and what still does not hold goes to an annex at the end of the document, with a link to it. First in a report, it
 * shares its page with the cover. In Word, which lays out its own pages, the sheet is as near as an estimate can be.
 */
export type OnePage = { readonly kind: "one-page"; readonly blocks: readonly SheetBlock[] };

export type SheetBlock = FlowBlock & {
  /** What may go to the annex first has the highest number; without one, a block goes after all of those, the last first. */
  readonly spare?: number;
};
