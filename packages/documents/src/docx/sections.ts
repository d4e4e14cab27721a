import { palette } from "@simbiosi/charts";
import { formatDay } from "@simbiosi/domain";
import type { Report } from "../blocks/block.ts";
import { words } from "../blocks/words.ts";
import { fitLogos } from "../branding/fit-logos.ts";
import type { Logo } from "../branding/logo.ts";
import { Links } from "./package-parts.ts";
import { hex, sheet, style } from "./styles.ts";
import type { Pictures, Writing } from "./writing.ts";
import { field, paragraph, run, shading, side, wordNames, xmlHead } from "./xml.ts";

/** What a section says of its pages: the ids of its header, when there is one, and of its foot. */
export function pageProperties(landscape: boolean, header: string | null, footer: string): string {
  const [width, height] = landscape ? [sheet.height, sheet.width] : [sheet.width, sheet.height];
  return [
    "<w:sectPr>",
    header === null ? "" : `<w:headerReference w:type="default" r:id="${header}"/>`,
    `<w:footerReference w:type="default" r:id="${footer}"/>`,
    `<w:pgSz w:w="${width}" w:h="${height}"${landscape ? ' w:orient="landscape"' : ""}/>`,
    `<w:pgMar w:top="${sheet.top}" w:right="${sheet.side}" w:bottom="${sheet.bottom}" w:left="${sheet.side}" w:header="600" w:footer="560" w:gutter="0"/>`,
    "</w:sectPr>",
  ].join("");
}

export function cover(
  { author, title, subtitle, date, lang }: Report,
  logos: readonly Logo[],
  writing: Writing,
): string {
  const frame = `<w:pBdr>${side("left", 36, hex(palette.accent), 14)}</w:pBdr>`;
  const line = (id: string, said: string) => paragraph({ style: id, frame, indent: 320 }, run(said));
  return [
    logos.length === 0
      ? ""
      : paragraph(
          { spacing: { before: 0, after: 200 } },
          logoRuns(logos, 60, 580, 20, writing.links, writing.pictures),
        ),
    line(style.author, author),
    line("Title", title),
    subtitle === null ? "" : line("Subtitle", subtitle),
    line(style.day, formatDay(date, lang)),
  ].join("");
}

/** The part that stamps every page. */
export function headerPart(confidentiality: string): string {
  const words = run(confidentiality, { bold: true, color: hex(palette.highlightEdge) });
  return `${xmlHead}<w:hdr ${wordNames}>${paragraph({ style: "Header", frame: shading(hex(palette.highlight)), align: "center" }, words)}</w:hdr>`;
}

/** The part at the foot of pages as wide as `across`, and what it points to. */
export function footerPart(
  { title, footer, lang }: Report,
  logos: readonly Logo[],
  across: number,
  pictures: Pictures,
): { readonly xml: string; readonly links: string } {
  const links = new Links();
  const frame = `<w:pBdr>${side("top", 4, hex(palette.rule), 6)}</w:pBdr><w:tabs><w:tab w:val="right" w:pos="${across}"/></w:tabs>`;
  const count = run(`\t${words.page[lang]} `) + field("PAGE", "1") + run(" / ") + field("NUMPAGES", "1");
  const lines = [
    paragraph({ style: "Footer", frame }, run(title) + count),
    footer === null ? "" : paragraph({ style: "Footer" }, run(footer)),
    logos.length === 0 ? "" : paragraph({ style: "Footer" }, logoRuns(logos, 24, 300, 8, links, pictures)),
  ];
  return { xml: `${xmlHead}<w:ftr ${wordNames}>${lines.join("")}</w:ftr>`, links: links.part() };
}

/** Logos side by side, sizes in pixels of Word (96 to the inch), a space between. */
const logoRuns = (
  logos: readonly Logo[],
  height: number,
  room: number,
  gap: number,
  links: Links,
  pictures: Pictures,
): string =>
  fitLogos(logos, height, room, gap)
    .map(({ name, png, ...size }) =>
      pictures.show(links, png, Math.round(size.width), Math.round(size.height), name, name),
    )
    .join(run("\u2003"));
