import type { Contents, FlowBlock, Heading, Report, TextBlock } from "../blocks/block.ts";
import { flatten } from "../blocks/flatten.ts";
import { inPages } from "../blocks/in-pages.ts";
import { tones } from "../blocks/tones.ts";
import { toneNames, words } from "../blocks/words.ts";
import { contentsTable, type Entry, entriesOf } from "./contents.ts";
import { numbering } from "./numbering.ts";
import { captionSpacing, picture } from "./pictures.ts";
import { wordRuns } from "./runs.ts";
import { hex, landscapeWidthTwips, style, textWidthTwips } from "./styles.ts";
import { box, dataTable, factTable, spacer, tiles } from "./tables.ts";
import type { Writing } from "./writing.ts";
import { field, paragraph, run } from "./xml.ts";

/** A run of pages of one orientation: a section of the document. */
export type WordSection = { readonly landscape: boolean; readonly xml: string };

/** The blocks of a report as the body of a Word document, a section for each turn of the pages. */
export function wordSections(report: Report, writing: Writing): readonly WordSection[] {
  const entries = entriesOf(report);
  const sections: { landscape: boolean; parts: string[] }[] = [{ landscape: false, parts: [] }];
  let pageBreakBefore = false;
  const put = (blocks: readonly (FlowBlock | Contents)[], landscape: boolean) => {
    let section = sections.at(-1);
    if (section === undefined || section.landscape !== landscape) {
      // A section begins a page by itself.
      pageBreakBefore = false;
      section = { landscape, parts: [] };
      sections.push(section);
    }
    const across = landscape ? landscapeWidthTwips : textWidthTwips;
    for (const block of blocks) {
      section.parts.push(wordBlock(block, { writing, entries, across, pageBreakBefore }));
      pageBreakBefore = false;
    }
  };
  inPages(report.blocks, {
    breakPage: () => {
      pageBreakBefore = true;
    },
    put,
  });
  return sections.map(({ landscape, parts }) => ({ landscape, xml: parts.join("") }));
}

/** The bookmarks of the anchors of a report: Word limits their names to 40 signs, anchors are only named in the report. */
export const anchorsOf = (report: Report): ReadonlyMap<string, string> =>
  new Map(
    flatten(report.blocks)
      .flatMap((block) => (block.kind === "heading" && block.anchor !== undefined ? [block.anchor] : []))
      .map((anchor, i) => [anchor, `anchor_${i + 1}`]),
  );

type Place = {
  readonly writing: Writing;
  readonly entries: ReadonlyMap<Heading, Entry>;
  /** Width of the text, in twips. */
  readonly across: number;
  readonly pageBreakBefore: boolean;
};

function wordBlock(block: FlowBlock | Contents, place: Place): string {
  const { writing, entries, across, pageBreakBefore } = place;
  // Headings and paragraphs carry the break themselves; a table cannot, so an empty line carries it.
  const broken = (xml: string): string =>
    pageBreakBefore ? paragraph({ style: style.spacer, pageBreakBefore }, "") + xml : xml;
  switch (block.kind) {
    case "heading":
      return heading(block, place);
    case "paragraph":
    case "list":
      return textBlock(block, writing, pageBreakBefore);
    case "table":
      return broken(
        (block.caption === null ? "" : caption("table", block.caption, writing)) + dataTable(block, writing, across),
      );
    case "figure":
      return picture(block, writing, across, pageBreakBefore) + caption("figure", block.caption, writing);
    case "key-figures":
      return broken(tiles(block.items, writing.lang, across));
    case "callout": {
      const tone = tones[block.tone];
      const named = run(toneNames[block.tone][writing.lang], { color: hex(tone.edge) });
      const title = paragraph({ style: style.calloutTitle }, named + run(` · ${block.title}`));
      const inside = block.blocks.map((inner) => textBlock(inner, writing, false));
      return broken(box(title + inside.join(""), tone, across));
    }
    case "facts":
      return broken(factTable(block, writing, across));
    case "contents":
      return (
        paragraph({ style: "TOCHeading", pageBreakBefore }, run(block.title)) + contentsTable(block, entries) + spacer
      );
  }
}

function heading(block: Heading, { writing, entries, pageBreakBefore }: Place): string {
  const entry = entries.get(block);
  const anchor = block.anchor === undefined ? undefined : writing.anchors.get(block.anchor);
  const names = [anchor, entry?.bookmark].filter((name) => name !== undefined);
  return paragraph(
    {
      style: `Heading${block.level}`,
      pageBreakBefore,
      ...(entry?.number == null ? {} : { numbering: { id: numbering.headings, level: block.level - 1 } }),
    },
    writing.bookmark(names, run(block.text)),
  );
}

function textBlock(block: TextBlock, writing: Writing, pageBreakBefore: boolean): string {
  if (block.kind === "paragraph") {
    const tone = block.tone === undefined ? {} : { style: block.tone === "lead" ? style.lead : style.note };
    return paragraph({ ...tone, pageBreakBefore }, wordRuns(block.content, writing));
  }
  const id = block.ordered ? writing.list() : numbering.bullets;
  return block.items
    .map((item, i) =>
      paragraph(
        { style: "ListParagraph", pageBreakBefore: pageBreakBefore && i === 0, numbering: { id, level: 0 } },
        wordRuns(item, writing),
      ),
    )
    .join("");
}

function caption(of: "figure" | "table", text: string, writing: Writing): string {
  const name = words[of][writing.lang];
  return paragraph(
    // A table's caption follows it to the next page.
    { style: "Caption", keepNext: of === "table", spacing: captionSpacing[of] },
    run(`${name}\u00a0`) + field(`SEQ ${name} \\* ARABIC`, String(writing.caption(of))) + run(`\u00a0– ${text}`),
  );
}
