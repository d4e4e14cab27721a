import { fail, ok, type Result } from "@simbiosi/domain";
import { strFromU8, unzipSync } from "fflate";
import { brandingProblem } from "./problems.ts";

/** How the template writes each of its paragraph styles, by the name that every language of Word shares ("heading 1"). */
export type TemplateStyles = ReadonlyMap<string, { readonly run: string; readonly paragraph: string }>;

const read = /^(\[Content_Types\]\.xml|word\/styles\.xml|word\/theme\/theme1\.xml)$/;
const partAtMost = 8e6;

/** Takes the paragraph styles of a .docx or .dotx; refuses macros. Only three small parts are ever unpacked. */
export function readWordTemplate(bytes: Uint8Array): Result<TemplateStyles> {
  let macros = false;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (/vbaProject|\/vbaData\.xml$/i.test(name)) macros = true;
        return read.test(name) && originalSize <= partAtMost;
      },
    });
  } catch {
    return fail(brandingProblem("BRANDING_TEMPLATE_INVALID"));
  }
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const types = part("[Content_Types].xml");
  if (macros || /macroEnabled/i.test(types)) return fail(brandingProblem("BRANDING_TEMPLATE_MACROS"));
  const styles = part("word/styles.xml");
  if (!/wordprocessingml\.(document|template)\.main/.test(types) || !styles.includes("<w:style "))
    return fail(brandingProblem("BRANDING_TEMPLATE_INVALID"));
  return ok(paragraphStyles(styles, part("word/theme/theme1.xml")));
}

type Style = { readonly name: string; readonly base: string | null; readonly run: string; readonly paragraph: string };

function paragraphStyles(xml: string, theme: string): TemplateStyles {
  const fonts = { major: themeFont(theme, "major"), minor: themeFont(theme, "minor") };
  const inner = (text: string, tag: string) => new RegExp(`<w:${tag}>([\\s\\S]*?)</w:${tag}>`).exec(text)?.[1] ?? "";
  const defaults = inner(xml, "docDefaults");
  const byId = new Map<string, Style>();
  for (const [style, attributes = ""] of xml.matchAll(/<w:style\b([^>]*)>[\s\S]*?<\/w:style>/g)) {
    if (!attributes.includes('w:type="paragraph"')) continue;
    const id = /w:styleId="([^"]*)"/.exec(attributes)?.[1] ?? "";
    byId.set(id, {
      name: (/<w:name w:val="([^"]*)"/.exec(style)?.[1] ?? id).toLowerCase(),
      base: /<w:basedOn w:val="([^"]*)"/.exec(style)?.[1] ?? null,
      // Properties of runs inside properties of paragraphs belong to the mark of the paragraph: not to its words.
      run: inner(style.replace(/<w:pPr>[\s\S]*?<\/w:pPr>/, ""), "rPr"),
      paragraph: inner(style, "pPr").replace(/<w:rPr>[\s\S]*?<\/w:rPr>/, ""),
    });
  }
  const whole = (id: string | null, seen: ReadonlySet<string>): { run: string; paragraph: string } => {
    const style = id === null || seen.has(id) ? undefined : byId.get(id);
    if (id === null || style === undefined)
      return {
        run: inner(inner(defaults, "rPrDefault"), "rPr"),
        paragraph: inner(inner(defaults, "pPrDefault"), "pPr"),
      };
    const under = whole(style.base, new Set([...seen, id]));
    return { run: over(under.run, style.run), paragraph: over(under.paragraph, style.paragraph) };
  };
  return new Map(
    [...byId].map(([id, { name }]) => {
      const { run, paragraph } = whole(id, new Set());
      // Numbering and section properties point into parts that are not taken.
      const alone = paragraph.replace(/<w:numPr>[\s\S]*?<\/w:numPr>/, "");
      return [name, { run: plainFonts(run, fonts), paragraph: alone }];
    }),
  );
}

const element = /<w:(\w+)\b[^>]*?(?:\/>|>[\s\S]*?<\/w:\1>)/g;

/** Properties of a style over those of its base: each element once, the style's own when both have it. */
function over(base: string, own: string): string {
  const properties = new Map<string, string>();
  for (const [whole, tag = ""] of `${base}${own}`.matchAll(element)) properties.set(tag, whole);
  return [...properties.values()].join("");
}

const themeFont = (theme: string, which: "major" | "minor"): string | null =>
  new RegExp(`<a:${which}Font>[\\s\\S]*?<a:latin typeface="([^"]+)"`).exec(theme)?.[1] ?? null;

/** A font named by the theme is named by itself: the theme stays behind. */
function plainFonts(run: string, fonts: { readonly major: string | null; readonly minor: string | null }): string {
  return run.replace(/<w:rFonts\b[^>]*\/>/, (whole) => {
    const theme = /w:asciiTheme="(major|minor)/.exec(whole)?.[1];
    const name =
      theme === "major" ? fonts.major : theme === "minor" ? fonts.minor : /w:ascii="([^"]*)"/.exec(whole)?.[1];
    return name ? `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:cs="${name}"/>` : "";
  });
}
