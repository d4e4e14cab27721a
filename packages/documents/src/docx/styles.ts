import { palette } from "@simbiosi/charts";
import type { Lang } from "@simbiosi/domain";
import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat } from "docx";

/** Word wants colours without their hash. */
export const hex = (colour: string): string => colour.replace("#", "");

// On every machine that has Word; LibreOffice brings a font of the same widths everywhere.
const font = "Arial";

/** A4 with margins of 2.3 cm, in twentieths of a point. */
export const sheet = { width: 11906, height: 16838, side: 1304, top: 1500, bottom: 1400 } as const;
export const textWidthTwips = sheet.width - 2 * sheet.side;
/** The same with the page turned on its side. */
export const landscapeWidthTwips = sheet.height - 2 * sheet.side;

/** Ids of the styles of this document: what a person restyles in Word, once for the whole file. */
export const style = {
  lead: "Lead",
  note: "SmallPrint",
  cell: "TableText",
  head: "TableHead",
  calloutTitle: "CalloutTitle",
  author: "CoverAuthor",
  day: "CoverDay",
  tileValue: "KeyFigure",
  spacer: "Spacer",
  table: "SimbiosiTable",
  plainTable: "SimbiosiPlainTable",
} as const;

const languages: Readonly<Record<Lang, string>> = { fr: "fr-FR", en: "en-GB" };
const [ink, muted, accent] = [hex(palette.ink), hex(palette.muted), hex(palette.accent)];

export function styles(lang: Lang): IStylesOptions {
  const heading = (size: number, before: number, after: number, color: string) => ({
    run: { font, size, bold: true, color },
    paragraph: { keepNext: true, keepLines: true, spacing: { before, after } },
  });
  const based = (id: string, name: string, run: object, paragraph: object = {}) => ({
    id,
    name,
    basedOn: "Normal",
    run,
    paragraph,
  });
  return {
    default: {
      document: {
        run: { font, size: 20, color: ink, language: { value: languages[lang] } },
        paragraph: { spacing: { after: 140, line: 269, lineRule: "auto" } },
      },
      title: {
        run: { font, size: 46, bold: true, color: ink },
        paragraph: { spacing: { before: 60, after: 100, line: 240, lineRule: "auto" }, keepNext: true },
      },
      heading1: heading(32, 420, 160, accent),
      heading2: heading(25, 320, 120, ink),
      heading3: heading(21, 260, 100, ink),
      listParagraph: { paragraph: { spacing: { after: 60 } } },
      hyperlink: { run: { color: accent, underline: {} } },
    },
    paragraphStyles: [
      based(
        "Subtitle",
        "Subtitle",
        { size: 25, color: muted },
        { spacing: { after: 80, line: 240, lineRule: "auto" } },
      ),
      based(
        "Caption",
        "caption",
        { size: 18, color: muted },
        { spacing: { before: 120, after: 120 }, keepLines: true },
      ),
      based(
        "TOCHeading",
        "TOC Heading",
        { size: 32, bold: true, color: accent },
        { spacing: { before: 360, after: 160 }, keepNext: true },
      ),
      based("TOC1", "toc 1", { bold: true }, { spacing: { before: 100, after: 30 } }),
      based("TOC2", "toc 2", {}, { spacing: { after: 20 }, indent: { left: 280 } }),
      based("TOC3", "toc 3", { size: 20 }, { spacing: { after: 20 }, indent: { left: 560 } }),
      based("Header", "header", { size: 18 }, { spacing: { after: 0 } }),
      based("Footer", "footer", { size: 17, color: muted }, { spacing: { after: 0, line: 240, lineRule: "auto" } }),
      based("FootnoteText", "footnote text", { size: 17 }, { spacing: { after: 0, line: 240, lineRule: "auto" } }),
      based(style.lead, "Lead", { size: 23 }),
      based(
        style.note,
        "Small print",
        { size: 17, color: muted },
        { spacing: { after: 60, line: 240, lineRule: "auto" } },
      ),
      based(style.cell, "Table text", { size: 18 }, { spacing: { after: 0, line: 245, lineRule: "auto" } }),
      based(
        style.head,
        "Table head",
        { size: 18, bold: true },
        { spacing: { after: 0, line: 240, lineRule: "auto" }, keepNext: true },
      ),
      based(style.calloutTitle, "Callout title", { bold: true }, { spacing: { after: 80 }, keepNext: true }),
      based(
        style.author,
        "Cover author",
        { size: 20, bold: true, color: accent },
        { spacing: { after: 60 }, keepNext: true },
      ),
      based(style.day, "Cover day", { size: 20, color: muted }, { spacing: { after: 360 } }),
      based(
        style.tileValue,
        "Key figure",
        { size: 40, bold: true, color: accent },
        { spacing: { after: 0, line: 240, lineRule: "auto" }, keepNext: true },
      ),
      based(style.spacer, "Spacer", { size: 8 }, { spacing: { after: 0, line: 160, lineRule: "exact" } }),
    ],
  };
}

const rule = (side: string, size: number, color: string) =>
  `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${color}"/>`;
const margin = (side: string, width: number) => `<w:${side} w:w="${width}" w:type="dxa"/>`;
const [thin, firm] = [hex(palette.rule), accent];

/**
 * The library writes no table styles, so these come as XML. The header is tinted by a style of its own: some
 * readers tint the first row whether the table says that it has a header or not.
 */
export const tableStyles = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  `<w:style w:type="table" w:customStyle="1" w:styleId="${style.plainTable}"><w:name w:val="Simbiosi plain table"/>`,
  `<w:tblPr><w:tblBorders>${rule("bottom", 4, thin)}${rule("insideH", 4, thin)}</w:tblBorders>`,
  `<w:tblCellMar>${margin("top", 60)}${margin("left", 100)}${margin("bottom", 60)}${margin("right", 100)}</w:tblCellMar></w:tblPr></w:style>`,
  `<w:style w:type="table" w:customStyle="1" w:styleId="${style.table}"><w:name w:val="Simbiosi table"/>`,
  `<w:basedOn w:val="${style.plainTable}"/><w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${rule("bottom", 8, firm)}</w:tcBorders>`,
  `<w:shd w:val="clear" w:color="auto" w:fill="${hex(palette.wash)}"/></w:tcPr></w:tblStylePr></w:style></w:styles>`,
].join("");

export const numbering = { headings: "headings", bullets: "bullets", items: "items" } as const;

export const numberings: INumberingOptions = {
  config: [
    {
      reference: numbering.headings,
      levels: ["%1", "%1.%2", "%1.%2.%3"].map((text, level) => ({
        level,
        text,
        format: LevelFormat.DECIMAL,
        alignment: AlignmentType.LEFT,
        style: {
          paragraph: { indent: { left: [480, 620, 760][level] ?? 760, hanging: [480, 620, 760][level] ?? 760 } },
        },
      })),
    },
    {
      reference: numbering.bullets,
      levels: [
        {
          level: 0,
          text: "•",
          format: LevelFormat.BULLET,
          alignment: AlignmentType.LEFT,
          style: { run: { color: accent }, paragraph: { indent: { left: 400, hanging: 240 } } },
        },
      ],
    },
    {
      reference: numbering.items,
      levels: [
        {
          level: 0,
          text: "%1.",
          format: LevelFormat.DECIMAL,
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 440, hanging: 320 } } },
        },
      ],
    },
  ],
};
