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
  ImageRun,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
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
import { type Branding, plainBranding } from "../branding/branding.ts";
import { fitLogos } from "../branding/fit-logos.ts";
import type { Logo } from "../branding/logo.ts";
import { restyle } from "../branding/restyle.ts";
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
export async function renderDocx(report: Report, branding: Branding = plainBranding): Promise<Uint8Array> {
  const { logos, wordStyles } = branding;
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
    sections: wordSections(clean).map((part, i) => section(clean, part, logos, i === 0)),
  });
  return sealZip(new Uint8Array(await Packer.toBuffer(document)), clean.date, (parts) =>
    renumberWord(wordStyles === null ? parts : restyle(parts, wordStyles)),
  );
}

function section(
  report: Report,
  { landscape, children }: WordSection,
  logos: readonly Logo[],
  first: boolean,
): ISectionOptions {
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
    footers: { default: foot(report, logos, landscape ? landscapeWidthTwips : textWidthTwips) },
    children: [...(first ? cover(report, logos) : []), ...children],
  };
}

function cover({ author, title, subtitle, date, lang }: Report, logos: readonly Logo[]): readonly FileChild[] {
  const bar = { left: { style: BorderStyle.SINGLE, size: 36, space: 14, color: hex(palette.accent) } };
  const shared = { border: bar, indent: { left: 320 } };
  return [
    ...(logos.length === 0 ? [] : [new Paragraph({ spacing: { after: 200 }, children: logoRuns(logos, 60, 580, 20) })]),
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

function foot({ title, footer, lang }: Report, logos: readonly Logo[], across: number): Footer {
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
      ...(logos.length === 0 ? [] : [new Paragraph({ style: "Footer", children: logoRuns(logos, 24, 300, 8) })]),
    ],
  });
}

/** Logos side by side, sizes in pixels of Word (96 to the inch), a space between. */
const logoRuns = (logos: readonly Logo[], height: number, room: number, gap: number): ParagraphChild[] =>
  fitLogos(logos, height, room, gap).flatMap(({ name, png, ...size }, i) => [
    ...(i > 0 ? [new TextRun("\u2003")] : []),
    new ImageRun({
      type: "png",
      data: png,
      transformation: { width: Math.round(size.width), height: Math.round(size.height) },
      altText: { name, description: name, title: name },
    }),
  ]);
