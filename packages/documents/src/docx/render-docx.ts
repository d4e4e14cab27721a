import { strToU8 } from "fflate";
import type { Report } from "../blocks/block.ts";
import { checkReport } from "../blocks/check-report.ts";
import { cleanText } from "../blocks/clean.ts";
import { mapText } from "../blocks/map-text.ts";
import { type Branding, plainBranding } from "../branding/branding.ts";
import { restyle } from "../branding/restyle.ts";
import { writeZip } from "../seal/seal-zip.ts";
import { anchorsOf, wordSections } from "./blocks.ts";
import { numberingPart } from "./numbering.ts";
import { appProperties, contentTypes, coreProperties, packageLinks, settings } from "./package-parts.ts";
import { cover, footerPart, headerPart, pageProperties } from "./sections.ts";
import { landscapeWidthTwips, style, stylesPart, textWidthTwips } from "./styles.ts";
import { spacer } from "./tables.ts";
import { Writing } from "./writing.ts";
import { paragraph, wordNames, xmlHead } from "./xml.ts";

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
  const writing = new Writing(clean.lang, anchorsOf(clean));
  const parts = new Map<string, string>();
  const opening = cover(clean, logos, writing);
  const sections = wordSections(clean, writing);
  const { links, pictures } = writing;
  if (clean.confidentiality !== null) parts.set("header1.xml", headerPart(clean.confidentiality));
  const header = clean.confidentiality === null ? null : links.to("header", "header1.xml");
  // A foot for the pages that stand, and one for those that lie when there are some.
  const footers = [false, true].filter((lying) => sections.some(({ landscape }) => landscape === lying));
  const foot = new Map(
    footers.map((lying, i) => {
      const name = `footer${i + 1}.xml`;
      const { xml, links: its } = footerPart(clean, logos, lying ? landscapeWidthTwips : textWidthTwips, pictures);
      parts.set(name, xml).set(`_rels/${name}.rels`, its);
      return [lying, links.to("footer", name)];
    }),
  );
  const body = sections.map(({ landscape, xml }, i) => {
    const properties = pageProperties(landscape, header, foot.get(landscape) ?? "");
    const whole = (i === 0 ? opening : "") + xml;
    if (i === sections.length - 1) return whole + properties;
    // A section ends in a paragraph: the empty line that ends it already, or one more.
    const before = whole.endsWith(spacer) ? whole.slice(0, -spacer.length) : whole;
    return before + paragraph({ style: style.spacer, section: properties }, "");
  });
  parts.set("document.xml", `${xmlHead}<w:document ${wordNames}><w:body>${body.join("")}</w:body></w:document>`);
  const styles = stylesPart(clean.lang);
  parts.set("styles.xml", wordStyles === null ? styles : restyle(styles, wordStyles));
  parts.set("numbering.xml", numberingPart(writing.lists));
  parts.set("footnotes.xml", writing.footnotes());
  parts.set("settings.xml", settings);
  for (const part of ["styles", "numbering", "footnotes", "settings"] as const) links.to(part, `${part}.xml`);
  const named = [...parts.keys()].filter((name) => !name.startsWith("_rels/"));
  parts.set("_rels/document.xml.rels", links.part());
  return writeZip(
    [
      ["[Content_Types].xml", strToU8(contentTypes(named))],
      ["_rels/.rels", strToU8(packageLinks)],
      ["docProps/core.xml", strToU8(coreProperties(clean))],
      ["docProps/app.xml", strToU8(appProperties)],
      ...[...parts].map(([name, xml]) => [`word/${name}`, strToU8(xml)] as const),
      ...pictures.files().map(([name, bytes]) => [`word/${name}`, bytes] as const),
    ],
    clean.date,
  );
}
