import type { Contents, Heading, Report } from "../blocks/block.ts";
import { flatten } from "../blocks/flatten.ts";
import { headingPages } from "./layout.ts";
import { textWidthTwips } from "./styles.ts";
import { escapeXml, field, paragraph, run } from "./xml.ts";

/** A heading as the table of contents names it. */
export type Entry = {
  /** "1.2", as Word will number it; null when it has none. */
  readonly number: string | null;
  readonly page: number;
  readonly bookmark: string | undefined;
};

/** Numbers, pages and bookmarks of the headings: what Word would fill in, so that it opens on a filled table. */
export function entriesOf(report: Report): ReadonlyMap<Heading, Entry> {
  const blocks = flatten(report.blocks);
  const listed = blocks.some(({ kind }) => kind === "contents");
  const pages = listed ? headingPages(report) : new Map<Heading, number>();
  const counts = [0, 0, 0];
  const entries = new Map<Heading, Entry>();
  for (const block of blocks) {
    if (block.kind !== "heading") continue;
    const numbered = report.numbered && block.numbered !== false;
    if (numbered) {
      // A level that was skipped counts from 1, as in Word.
      for (let level = 0; level < 3; level += 1) {
        const count = counts[level] ?? 0;
        if (level < block.level - 1) counts[level] = Math.max(1, count);
        else counts[level] = level === block.level - 1 ? count + 1 : 0;
      }
    }
    entries.set(block, {
      number: numbered ? counts.slice(0, block.level).join(".") : null,
      page: pages.get(block) ?? 1,
      bookmark: listed ? `_Toc${entries.size + 1}` : undefined,
    });
  }
  return entries;
}

/** Where the words of an entry begin after its number, by level, in twips. */
const indents = [480, 900, 1320] as const;

/** The table of contents as a field of Word, filled: one line for each heading down to its depth. */
export function contentsTable({ title, depth }: Contents, entries: ReadonlyMap<Heading, Entry>): string {
  const lines = [...entries].filter(([{ level }]) => level <= depth);
  const begin = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\h \\o &quot;1-${depth}&quot; </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
  const end = paragraph({}, '<w:r><w:fldChar w:fldCharType="end"/></w:r>');
  const written = lines.map(([{ level, text }, { number, page, bookmark }], i) => {
    const left = number === null ? "" : `<w:tab w:val="left" w:pos="${indents[level - 1] ?? 0}"/>`;
    const tabs = `<w:tabs>${left}<w:tab w:val="right" w:leader="dot" w:pos="${textWidthTwips}"/></w:tabs>`;
    const words = `${number === null ? "" : run(number) + run("\t")}${run(text.replace(/\s+/g, " "))}${run("\t")}`;
    const target = `<w:hyperlink w:anchor="${bookmark}" w:history="1">${words}${field(`PAGEREF ${bookmark} \\h`, String(page))}</w:hyperlink>`;
    return paragraph({ style: `TOC${level}`, frame: tabs }, (i === 0 ? begin : "") + target);
  });
  const filled = written.length === 0 ? paragraph({}, begin) : written.join("");
  return `<w:sdt><w:sdtPr><w:alias w:val="${escapeXml(title)}"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>${filled}${end}</w:sdtContent></w:sdt>`;
}
