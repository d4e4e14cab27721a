import type { TemplateStyles } from "./word-template.ts";

// The order in which Word's schema wants the properties that a style may hold (ECMA-376, part 1, §17.3.1 and 17.3.2).
const runOrder =
  "rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath".split(
    " ",
  );
const paragraphOrder =
  "keepNext keepLines pageBreakBefore framePr widowControl suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle".split(
    " ",
  );

/**
 * Writes the styles of a document (its part `word/styles.xml`) as the user's template writes the styles of the same name; styles that the
 * template lacks keep our own look. Language stays the document's: a template in French serves a report in English.
 */
export function restyle(xml: string, template: TemplateStyles): string {
  return xml.replace(/<w:style\b[^>]*w:type="paragraph"[^>]*>[\s\S]*?<\/w:style>/g, (style) => {
    const name = /<w:name w:val="([^"]*)"/.exec(style)?.[1]?.toLowerCase() ?? "";
    const theirs = template.get(name);
    if (theirs === undefined) return style;
    const own = style.replace(/<w:(pPr|rPr)>[\s\S]*?<\/w:\1>|<w:(pPr|rPr)\/>/g, "").replace("</w:style>", "");
    const paragraph = inOrder(theirs.paragraph, paragraphOrder);
    const run = inOrder(theirs.run.replace(/<w:lang\b[^>]*\/>/, ""), runOrder);
    return `${own}${paragraph === "" ? "" : `<w:pPr>${paragraph}</w:pPr>`}${run === "" ? "" : `<w:rPr>${run}</w:rPr>`}</w:style>`;
  });
}

/** Known properties in the order of the schema; what Word added since is left out. */
function inOrder(properties: string, order: readonly string[]): string {
  const found = new Map<string, string>();
  for (const [whole, tag = ""] of properties.matchAll(/<w:(\w+)\b[^>]*?(?:\/>|>[\s\S]*?<\/w:\1>)/g))
    found.set(tag, whole);
  return order.map((tag) => found.get(tag) ?? "").join("");
}
