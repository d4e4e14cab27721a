import type { Lang } from "@simbiosi/domain";
import {
  Bookmark,
  type FileChild,
  HeadingLevel,
  ImageRun,
  Paragraph,
  type ParagraphChild,
  SequentialIdentifier,
  TableOfContents,
  TextRun,
} from "docx";
import type { Contents, FigureBlock, FlowBlock, Report, TextBlock } from "../blocks/block.ts";
import { flatten } from "../blocks/flatten.ts";
import { tones } from "../blocks/tones.ts";
import { toneNames, words } from "../blocks/words.ts";
import { drawPng } from "../pictures/png.ts";
import { type Bookmarks, wordRuns } from "./runs.ts";
import { hex, landscapeWidthTwips, numbering, style, textWidthTwips } from "./styles.ts";
import { box, dataTable, factTable, spacer, tiles } from "./tables.ts";

type Place = {
  readonly lang: Lang;
  readonly numbered: boolean;
  readonly bookmarks: Bookmarks;
  /** Width of the text, in twips. */
  readonly across: number;
  readonly pageBreakBefore: boolean;
};

/** A run of pages of one orientation: a section of the document. */
export type WordSection = { readonly landscape: boolean; readonly children: readonly FileChild[] };

/** The blocks of a report as the body of a Word document, a section for each turn of the pages. */
export function wordSections(report: Report): readonly WordSection[] {
  const anchors = flatten(report.blocks).flatMap((block) =>
    block.kind === "heading" && block.anchor !== undefined ? [block.anchor] : [],
  );
  // Word limits the names of bookmarks to 40 signs; anchors are only named in the report.
  const bookmarks = new Map(anchors.map((anchor, i) => [anchor, `anchor_${i + 1}`]));
  const sections: { landscape: boolean; children: FileChild[] }[] = [{ landscape: false, children: [] }];
  let pageBreakBefore = false;
  let lists = 0;
  const put = (blocks: readonly (FlowBlock | Contents)[], landscape: boolean) => {
    let section = sections.at(-1);
    if (section === undefined || section.landscape !== landscape) {
      // A section begins a page by itself.
      pageBreakBefore = false;
      section = { landscape, children: [] };
      sections.push(section);
    }
    const across = landscape ? landscapeWidthTwips : textWidthTwips;
    for (const block of blocks) {
      const place = { lang: report.lang, numbered: report.numbered, bookmarks, across, pageBreakBefore };
      pageBreakBefore = false;
      section.children.push(...wordBlock(block, place, () => lists++));
    }
  };
  for (const block of report.blocks) {
    if (block.kind === "page-break") pageBreakBefore = true;
    else if (block.kind === "landscape") put(block.blocks, true);
    else if (block.kind === "one-page") {
      // The sheet alone in a report shares its page with the cover.
      pageBreakBefore = report.blocks.length > 1;
      put(block.blocks, false);
      pageBreakBefore = true;
    } else put([block], false);
  }
  return sections;
}

/** @param nextList gives each numbered list a number of its own, so that it starts again at 1 */
function wordBlock(block: FlowBlock | Contents, place: Place, nextList: () => number): readonly FileChild[] {
  const { lang, bookmarks, across, pageBreakBefore } = place;
  // Headings and paragraphs carry the break themselves; a table cannot, so an empty line carries it.
  const broken = (children: readonly FileChild[]): readonly FileChild[] =>
    pageBreakBefore ? [new Paragraph({ style: style.spacer, pageBreakBefore }), ...children] : children;
  switch (block.kind) {
    case "heading": {
      const level = ([HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const)[
        block.level - 1
      ];
      const text = new TextRun(block.text);
      const bookmark = block.anchor === undefined ? undefined : bookmarks.get(block.anchor);
      return [
        new Paragraph({
          heading: level ?? HeadingLevel.HEADING_3,
          pageBreakBefore,
          ...(place.numbered && block.numbered !== false
            ? { numbering: { reference: numbering.headings, level: block.level - 1 } }
            : {}),
          children: [bookmark === undefined ? text : new Bookmark({ id: bookmark, children: [text] })],
        }),
      ];
    }
    case "paragraph":
    case "list":
      return textBlock(block, bookmarks, nextList, pageBreakBefore);
    case "table":
      return broken([
        ...(block.caption === null ? [] : [caption("table", block.caption, lang)]),
        ...dataTable(block, bookmarks, across),
      ]);
    case "figure":
      return [picture(block, across, pageBreakBefore), caption("figure", block.caption, lang)];
    case "key-figures":
      return broken(tiles(block.items, lang, across));
    case "callout": {
      const title = [
        new TextRun({ text: toneNames[block.tone][lang], color: hex(tones[block.tone].edge) }),
        new TextRun(` · ${block.title}`),
      ];
      const inside = block.blocks.flatMap((inner) => textBlock(inner, bookmarks, nextList, false));
      return broken([
        ...box([new Paragraph({ style: style.calloutTitle, children: title }), ...inside], tones[block.tone], across),
      ]);
    }
    case "facts":
      return broken(factTable(block, bookmarks, across));
    case "contents":
      return [
        new Paragraph({ style: "TOCHeading", pageBreakBefore, text: block.title }),
        new TableOfContents(block.title, { hyperlink: true, headingStyleRange: `1-${block.depth}` }),
        spacer(),
      ];
  }
}

function textBlock(
  block: TextBlock,
  bookmarks: Bookmarks,
  nextList: () => number,
  pageBreakBefore: boolean,
): readonly Paragraph[] {
  if (block.kind === "paragraph") {
    const tone = block.tone === undefined ? {} : { style: block.tone === "lead" ? style.lead : style.note };
    return [new Paragraph({ ...tone, pageBreakBefore, children: wordRuns(block.content, bookmarks) })];
  }
  const reference = block.ordered ? numbering.items : numbering.bullets;
  const instance = block.ordered ? { instance: nextList() } : {};
  return block.items.map(
    (item, i) =>
      new Paragraph({
        style: "ListParagraph",
        pageBreakBefore: pageBreakBefore && i === 0,
        numbering: { reference, level: 0, ...instance },
        children: wordRuns(item, bookmarks),
      }),
  );
}

function caption(of: "figure" | "table", text: string, lang: Lang): Paragraph {
  const name = words[of][lang];
  const children: ParagraphChild[] = [
    new TextRun(`${name}\u00a0`),
    new SequentialIdentifier(name),
    new TextRun(`\u00a0– ${text}`),
  ];
  // A table's caption stands above it and follows it to the next page; a figure's stands under it.
  return new Paragraph({
    style: "Caption",
    keepNext: of === "table",
    spacing: of === "table" ? { before: 240, after: 100 } : { before: 60, after: 240 },
    children,
  });
}

const inPixels = (twips: number): number => Math.floor((twips / 1440) * 96);
const tallest = { upright: 820, turned: 500 } as const;

function picture(
  { svg, alt, caption: name, width = 1 }: FigureBlock,
  across: number,
  pageBreakBefore: boolean,
): Paragraph {
  const wanted = Math.round(inPixels(across) * width);
  const { bytes, ratio } = drawPng(svg, 2 * wanted);
  const shown = Math.min(wanted, Math.floor(tallest[across > textWidthTwips ? "turned" : "upright"] / ratio));
  const image = new ImageRun({
    type: "png",
    data: bytes,
    transformation: { width: shown, height: Math.round(shown * ratio) },
    altText: { name, description: alt, title: name },
  });
  return new Paragraph({ keepNext: true, pageBreakBefore, spacing: { before: 160, after: 60 }, children: [image] });
}
