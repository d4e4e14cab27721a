/**
 * Words as the content of an element or the value of an attribute. Everything that reaches a part of the document goes
 * through here: nothing that is typed is markup.
 */
export const escapeXml = (words: string): string =>
  words
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[\t\r\n]/g, " ");

/** How a run looks where it differs from its paragraph. Size in half-points. */
export type RunLook = {
  readonly style?: string;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly color?: string;
  readonly size?: number;
};

/** Properties in the order of Word's schema (ECMA-376, part 1, §17.3.2). */
export function runProperties({ style, bold, italics, color, size }: RunLook): string {
  const inside = [
    style === undefined ? "" : `<w:rStyle w:val="${style}"/>`,
    bold === true ? "<w:b/><w:bCs/>" : "",
    italics === true ? "<w:i/><w:iCs/>" : "",
    color === undefined ? "" : `<w:color w:val="${color}"/>`,
    size === undefined ? "" : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ].join("");
  return inside === "" ? "" : `<w:rPr>${inside}</w:rPr>`;
}

/** A run of words: their line breaks and tabs are those of the document. */
export function run(words: string, look: RunLook = {}): string {
  const pieces = words.split(/(\r\n?|\n|\t)/).map((piece) => {
    if (piece === "") return "";
    if (piece === "\t") return "<w:tab/>";
    if (/^[\r\n]/.test(piece)) return "<w:br/>";
    return `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`;
  });
  return `<w:r>${runProperties(look)}${pieces.join("")}</w:r>`;
}

/** A field that Word computes again when it is asked to, showing `now` until then. */
export const field = (instruction: string, now: string): string =>
  `<w:fldSimple w:instr="${escapeXml(instruction)}">${run(now)}</w:fldSimple>`;

export type ParagraphLook = {
  readonly style?: string;
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  readonly numbering?: { readonly id: number; readonly level: number };
  /** Elements that come between the numbering and the spacing: borders, shading, tabs. */
  readonly frame?: string;
  readonly spacing?: { readonly before: number; readonly after: number };
  readonly indent?: number;
  readonly align?: "right" | "center";
  /** Ends a section here. */
  readonly section?: string;
};

/** A paragraph, its properties in the order of Word's schema (ECMA-376, part 1, §17.3.1). */
export function paragraph(look: ParagraphLook, runs: string): string {
  const { style, keepNext, pageBreakBefore, numbering, frame = "", spacing, indent, align, section = "" } = look;
  const inside = [
    style === undefined ? "" : `<w:pStyle w:val="${style}"/>`,
    keepNext === true ? "<w:keepNext/>" : "",
    pageBreakBefore === true ? "<w:pageBreakBefore/>" : "",
    numbering === undefined
      ? ""
      : `<w:numPr><w:ilvl w:val="${numbering.level}"/><w:numId w:val="${numbering.id}"/></w:numPr>`,
    frame,
    spacing === undefined ? "" : `<w:spacing w:before="${spacing.before}" w:after="${spacing.after}"/>`,
    indent === undefined ? "" : `<w:ind w:left="${indent}"/>`,
    align === undefined ? "" : `<w:jc w:val="${align}"/>`,
    section,
  ].join("");
  return `<w:p>${inside === "" ? "" : `<w:pPr>${inside}</w:pPr>`}${runs}</w:p>`;
}

/** One side of a border; size in eighths of a point, space in points. */
export const side = (name: string, size: number, color: string, space = 0): string =>
  `<w:${name} w:val="${size === 0 ? "none" : "single"}" w:sz="${size}" w:space="${space}" w:color="${color}"/>`;

export const shading = (fill: string): string => `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
export const wordNames =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';
