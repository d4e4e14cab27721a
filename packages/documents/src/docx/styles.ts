import { palette } from "@simbiosi/charts";
import type { Lang } from "@simbiosi/domain";
import { runProperties, shading, side, wordNames, xmlHead } from "./xml.ts";

/** Word wants colours without their hash. */
export const hex = (colour: string): string => colour.replace("#", "");

// On every machine that has Word; LibreOffice brings a font of the same widths everywhere.
const font = "Arial";
const fonts = `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`;

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

/** Sizes in half-points; distances in twips; `line` in 240ths of a single line, or in twips when `exact`. */
export type ParagraphStyle = {
  readonly name: string;
  readonly size: number;
  readonly before: number;
  readonly after: number;
  readonly line: number;
  readonly exact: boolean;
  readonly bold: boolean;
  readonly color: string | null;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  readonly indent: number;
  /** Level of a heading, counted from 0. */
  readonly outline: number | null;
  /** One of Word's own, under the name that all its languages share. */
  readonly known: boolean;
};

const normal: ParagraphStyle = {
  name: "Normal",
  size: 20,
  before: 0,
  after: 140,
  line: 269,
  exact: false,
  bold: false,
  color: null,
  keepNext: false,
  keepLines: false,
  indent: 0,
  outline: null,
  known: true,
};
const styled = (name: string, changes: Partial<ParagraphStyle>): ParagraphStyle => ({
  ...normal,
  known: false,
  name,
  ...changes,
});
const known = (name: string, changes: Partial<ParagraphStyle>) => styled(name, { known: true, ...changes });
const heading = (outline: number, size: number, before: number, after: number, color: string) =>
  known(`heading ${outline + 1}`, { outline, size, before, after, color, bold: true, keepNext: true, keepLines: true });
const single = { line: 240 } as const;

/** The styles of paragraphs by id: what the document says of itself, and what its pages are counted with. */
export const paragraphStyles: Readonly<Record<string, ParagraphStyle>> = {
  Normal: normal,
  Title: known("Title", { size: 46, bold: true, before: 60, after: 100, ...single, keepNext: true }),
  Heading1: heading(0, 32, 420, 160, accent),
  Heading2: heading(1, 25, 320, 120, ink),
  Heading3: heading(2, 21, 260, 100, ink),
  ListParagraph: known("List Paragraph", { after: 60 }),
  Subtitle: known("Subtitle", { size: 25, color: muted, after: 80, ...single }),
  Caption: known("caption", { size: 18, color: muted, before: 120, after: 120, keepLines: true }),
  TOCHeading: known("TOC Heading", { size: 32, bold: true, color: accent, before: 360, after: 160, keepNext: true }),
  TOC1: known("toc 1", { bold: true, before: 100, after: 30 }),
  TOC2: known("toc 2", { after: 20, indent: 280 }),
  TOC3: known("toc 3", { after: 20, indent: 560 }),
  Header: known("header", { size: 18, after: 0 }),
  Footer: known("footer", { size: 17, color: muted, after: 0, ...single }),
  FootnoteText: known("footnote text", { size: 17, after: 0, ...single }),
  [style.lead]: styled("Lead", { size: 23 }),
  [style.note]: styled("Small print", { size: 17, color: muted, after: 60, ...single }),
  [style.cell]: styled("Table text", { size: 18, after: 0, line: 245 }),
  [style.head]: styled("Table head", { size: 18, bold: true, after: 0, ...single, keepNext: true }),
  [style.calloutTitle]: styled("Callout title", { bold: true, after: 80, keepNext: true }),
  [style.author]: styled("Cover author", { bold: true, color: accent, after: 60, keepNext: true }),
  [style.day]: styled("Cover day", { color: muted, after: 360 }),
  [style.tileValue]: styled("Key figure", {
    size: 40,
    bold: true,
    color: accent,
    after: 0,
    ...single,
    keepNext: true,
  }),
  [style.spacer]: styled("Spacer", { size: 8, after: 0, line: 160, exact: true }),
};

function paragraphStyle(id: string, its: ParagraphStyle): string {
  const properties = [
    its.keepNext ? "<w:keepNext/>" : "",
    its.keepLines ? "<w:keepLines/>" : "",
    `<w:spacing w:before="${its.before}" w:after="${its.after}" w:line="${its.line}" w:lineRule="${its.exact ? "exact" : "auto"}"/>`,
    its.indent === 0 ? "" : `<w:ind w:left="${its.indent}"/>`,
    its.outline === null ? "" : `<w:outlineLvl w:val="${its.outline}"/>`,
  ].join("");
  const based = id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>';
  const next = its.outline === null ? "" : '<w:next w:val="Normal"/>';
  const look = runProperties({
    bold: its.bold,
    size: its.size,
    ...(its.color === null ? {} : { color: its.color }),
  });
  return `<w:style w:type="paragraph"${id === "Normal" ? ' w:default="1"' : ""}${its.known ? "" : ' w:customStyle="1"'} w:styleId="${id}"><w:name w:val="${its.name}"/>${based}${next}<w:qFormat/><w:pPr>${properties}</w:pPr>${look}</w:style>`;
}

const margin = (name: string, width: number) => `<w:${name} w:w="${width}" w:type="dxa"/>`;
const margins = (top: number, across: number) =>
  `<w:tblCellMar>${margin("top", top)}${margin("left", across)}${margin("bottom", top)}${margin("right", across)}</w:tblCellMar>`;
const [thin, firm] = [hex(palette.rule), accent];

/** The header of a table is tinted by a style of its own: some readers tint the first row whatever the table says. */
const otherStyles = [
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
  `<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="${accent}"/><w:u w:val="single"/></w:rPr></w:style>`,
  '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
  `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${margins(0, 108)}</w:tblPr></w:style>`,
  `<w:style w:type="table" w:customStyle="1" w:styleId="${style.plainTable}"><w:name w:val="Simbiosi plain table"/>`,
  `<w:tblPr><w:tblBorders>${side("bottom", 4, thin)}${side("insideH", 4, thin)}</w:tblBorders>${margins(60, 100)}</w:tblPr></w:style>`,
  `<w:style w:type="table" w:customStyle="1" w:styleId="${style.table}"><w:name w:val="Simbiosi table"/>`,
  `<w:basedOn w:val="${style.plainTable}"/><w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${side("bottom", 8, firm)}</w:tcBorders>`,
  `${shading(hex(palette.wash))}</w:tcPr></w:tblStylePr></w:style>`,
].join("");

/** The part `word/styles.xml`. */
export function stylesPart(lang: Lang): string {
  const paragraphs = Object.entries(paragraphStyles).map(([id, its]) => paragraphStyle(id, its));
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:color w:val="${ink}"/><w:sz w:val="${normal.size}"/><w:szCs w:val="${normal.size}"/><w:lang w:val="${languages[lang]}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="${normal.after}" w:line="${normal.line}" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`;
  return `${xmlHead}<w:styles ${wordNames}>${defaults}${paragraphs.join("")}${otherStyles}</w:styles>`;
}
