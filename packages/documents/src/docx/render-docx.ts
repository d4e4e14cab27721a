import { palette } from "@simbiosi/charts";
import { formatDay } from "@simbiosi/domain";
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  TabStopType,
  TextRun,
} from "docx";
import { estimatePageNumbersWith } from "docx/layout";
import type { Report } from "../blocks/block.ts";
import { checkReport } from "../blocks/check-report.ts";
import { cleanText } from "../blocks/clean.ts";
import { mapText } from "../blocks/map-text.ts";
import { words } from "../blocks/words.ts";
import { renumberWord } from "../seal/renumber-word.ts";
import { sealZip } from "../seal/seal-zip.ts";
import { type WordSection, wordSections } from "./blocks.ts";
import { hex, landscapeWidthTwips, numberings, sheet, style, styles, tableStyles, textWidthTwips } from "./styles.ts";

/**
 * A report as a Word document to be worked on: real styles, numbered headings, a table of contents already
 * filled in, headers that repeat, an alternative for every image. The same report gives the same bytes.
 *
 * @throws when the tree is not well formed (see `checkReport`): a bug of whoever built it
 */
export async function renderDocx(report: Report): Promise<Uint8Array> {
  const clean = mapText(report, cleanText);
  checkReport(clean);
  const document = new Document({
    title: clean.title,
    creator: clean.author,
    lastModifiedBy: clean.author,
    ...(clean.subtitle === null ? {} : { description: clean.subtitle }),
    externalStyles: tableStyles,
    styles: styles(clean.lang),
    numbering: numberings,
    // The pages are laid out here, so that Word opens on a filled table of contents and asks nothing.
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    sections: wordSections(clean).map((part, i) => section(clean, part, i === 0)),
  });
  return sealZip(new Uint8Array(await Packer.toBuffer(document)), clean.date, renumberWord);
}

function section(report: Report, { landscape, children }: WordSection, first: boolean): ISectionOptions {
  const margin = {
    top: sheet.top,
    bottom: sheet.bottom,
    left: sheet.side,
    right: sheet.side,
    header: 600,
    footer: 560,
  };
  return {
    properties: {
      page: {
        // The library turns the two sides of a landscape page itself.
        size: {
          width: sheet.width,
          height: sheet.height,
          ...(landscape ? { orientation: PageOrientation.LANDSCAPE } : {}),
        },
        margin,
      },
    },
    ...(report.confidentiality === null ? {} : { headers: { default: stamp(report.confidentiality) } }),
    footers: { default: foot(report, landscape ? landscapeWidthTwips : textWidthTwips) },
    children: [...(first ? cover(report) : []), ...children],
  };
}

function cover({ author, title, subtitle, date, lang }: Report): readonly FileChild[] {
  const bar = { left: { style: BorderStyle.SINGLE, size: 36, space: 14, color: hex(palette.accent) } };
  const shared = { border: bar, indent: { left: 320 } };
  return [
    new Paragraph({ ...shared, style: style.author, text: author }),
    new Paragraph({ ...shared, heading: HeadingLevel.TITLE, text: title }),
    ...(subtitle === null ? [] : [new Paragraph({ ...shared, style: "Subtitle", text: subtitle })]),
    new Paragraph({ ...shared, style: style.day, text: formatDay(date, lang) }),
  ];
}

const stamp = (confidentiality: string): Header =>
  new Header({
    children: [
      new Paragraph({
        style: "Header",
        alignment: AlignmentType.CENTER,
        shading: { type: ShadingType.CLEAR, color: "auto", fill: hex(palette.highlight) },
        children: [new TextRun({ text: confidentiality, bold: true, color: hex(palette.highlightEdge) })],
      }),
    ],
  });

function foot({ title, footer, lang }: Report, across: number): Footer {
  const page = new TextRun({ children: [`\t${words.page[lang]} `, PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] });
  return new Footer({
    children: [
      new Paragraph({
        style: "Footer",
        border: { top: { style: BorderStyle.SINGLE, size: 4, space: 6, color: hex(palette.rule) } },
        tabStops: [{ type: TabStopType.RIGHT, position: across }],
        children: [new TextRun(title), page],
      }),
      ...(footer === null ? [] : [new Paragraph({ style: "Footer", text: footer })]),
    ],
  });
}
