import { palette } from "@simbiosi/charts";
import { hex } from "./styles.ts";
import { runProperties, wordNames, xmlHead } from "./xml.ts";

/** Numbers of the lists of the document; each ordered list has one of its own from `firstList` on, to start again at 1. */
export const numbering = { headings: 1, bullets: 2, firstList: 3 } as const;

const level = (at: number, format: string, text: string, left: number, hanging: number, look = "") =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${left}" w:hanging="${hanging}"/></w:pPr>${look}</w:lvl>`;
const abstract = (id: number, kind: string, levels: string) =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="${kind}"/>${levels}</w:abstractNum>`;

const [headings, bullets, items] = [1, 2, 3];
const abstracts = [
  abstract(
    headings,
    "multilevel",
    level(0, "decimal", "%1", 480, 480) +
      level(1, "decimal", "%1.%2", 620, 620) +
      level(2, "decimal", "%1.%2.%3", 760, 760),
  ),
  abstract(
    bullets,
    "hybridMultilevel",
    level(0, "bullet", "•", 400, 240, runProperties({ color: hex(palette.accent) })),
  ),
  abstract(items, "hybridMultilevel", level(0, "decimal", "%1.", 440, 320)),
].join("");

const num = (id: number, of: number, again = "") =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${again}</w:num>`;

/** The part `word/numbering.xml`, with as many ordered lists as the document has. */
export function numberingPart(lists: number): string {
  const again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const own = Array.from({ length: lists }, (_, i) => num(numbering.firstList + i, items, again)).join("");
  return `${xmlHead}<w:numbering ${wordNames}>${abstracts}${num(numbering.headings, headings)}${num(numbering.bullets, bullets)}${own}</w:numbering>`;
}
