import { bug, formatDay, type Lang } from "@simbiosi/domain";
import type PptxGenJS from "pptxgenjs";
import { checkBlocks, isDay } from "../blocks/check-report.ts";
import { cleanText } from "../blocks/clean.ts";
import type { Deck } from "../blocks/deck.ts";
import { mapDeck } from "../blocks/map-deck.ts";
import { type Branding, plainBranding } from "../branding/branding.ts";
import { type FittedLogo, fitLogos } from "../branding/fit-logos.ts";
import type { Logo } from "../branding/logo.ts";
import { renumberSlides } from "../seal/renumber-slides.ts";
import { type Parts, sealZip } from "../seal/seal-zip.ts";
import { drawBlocks, ground, locales } from "./draw.ts";
import { lineCount } from "./measure.ts";
import { type Page, paginate } from "./paginate.ts";
import { body, colours, font, page } from "./sheet.ts";

const continued: Readonly<Record<Lang, string>> = { fr: "(suite)", en: "(continued)" };
const masters = { cover: "COVER", part: "PART", content: "CONTENT" } as const;

/**
 * A deck as a PowerPoint file to be worked on: real titles, native tables and text, numbered slides, speaker's
 * notes, an alternative for every image. The same deck gives the same bytes.
 *
 * @throws when the deck is not well formed (see `checkBlocks`): a bug of whoever built it
 */
export async function renderPptx(deck: Deck, { logos }: Branding = plainBranding): Promise<Uint8Array> {
  const clean = mapDeck(deck, cleanText);
  check(clean);
  // Read when slides are written: most commands write none.
  const { default: Slides } = await import("pptxgenjs");
  const file = new Slides();
  file.layout = "LAYOUT_WIDE";
  file.title = clean.title;
  file.author = clean.author;
  file.company = clean.author;
  file.subject = clean.subtitle ?? clean.title;
  file.theme = { headFontFace: font, bodyFontFace: font };
  defineMasters(file, clean);
  cover(file, clean, logos);
  for (const slide of clean.slides)
    for (const sheet of paginate(slide, continued[clean.lang])) addPage(file, sheet, clean.lang, logos);
  const written = await file.write({ outputType: "uint8array" });
  if (!(written instanceof Uint8Array)) return bug("the writer of slides gave no bytes");
  return sealZip(written, clean.date, (parts) => speak(renumberSlides(parts), clean.lang));
}

/** The writer says that titles and notes are in American English, whatever is asked of it. */
const speak = (parts: Parts, lang: Lang): Parts =>
  new Map([...parts].map(([name, xml]) => [name, xml.replace(/\blang="en-US"/g, `lang="${locales[lang]}"`)]));

function check({ title, date, slides }: Deck): void {
  if (!isDay(date)) bug(`the date of a deck is a day YYYY-MM-DD, not ${JSON.stringify(date)}`);
  if (title.trim() === "") bug("a deck has a title");
  for (const slide of slides) {
    if (slide.title.trim() === "") bug("a slide has a title: who cannot see the slide finds it by its title");
    checkBlocks(
      slide.blocks.flatMap((block) => (block.kind === "columns" ? [...block.left, ...block.right] : [block])),
      new Set(),
    );
  }
}

function defineMasters(file: PptxGenJS, { title, confidentiality }: Deck): void {
  const small = { fontFace: font, fontSize: 10, color: colours.muted, margin: 0 } as const;
  file.defineSlideMaster({
    title: masters.cover,
    background: { color: colours.paper },
    objects: [
      { rect: { x: 0, y: 0, w: 0.45, h: page.height, fill: { color: ground }, line: { color: ground, width: 0 } } },
      {
        rect: {
          x: 0.45,
          y: 0,
          w: 0.07,
          h: page.height,
          fill: { color: colours.loop },
          line: { color: colours.loop, width: 0 },
        },
      },
      titlePlaceholder({ x: 1.2, y: 1.9, w: 11.2, h: 1.9 }, 40, colours.accent, "bottom"),
    ],
  });
  file.defineSlideMaster({
    title: masters.part,
    background: { color: ground },
    slideNumber: { x: 12.3, y: 7.02, w: 0.6, h: 0.3, align: "right", ...small, color: colours.paper },
    objects: [titlePlaceholder({ x: 1.2, y: 2.6, w: 11, h: 2.2 }, 38, colours.paper, "middle")],
  });
  file.defineSlideMaster({
    title: masters.content,
    background: { color: colours.paper },
    slideNumber: { x: 12.1, y: 7.02, w: 0.65, h: 0.3, align: "right", ...small },
    objects: [
      { rect: { x: 0, y: 0, w: page.width, h: 0.09, fill: { color: ground }, line: { color: ground, width: 0 } } },
      titlePlaceholder({ x: body.x, y: 0.32, w: body.width, h: 0.95 }, 26, colours.accent, "middle"),
      {
        rect: {
          x: body.x,
          y: 1.3,
          w: 0.9,
          h: 0.045,
          fill: { color: colours.loop },
          line: { color: colours.loop, width: 0 },
        },
      },
      {
        text: {
          text: [title, ...(confidentiality === null ? [] : [confidentiality])].join(" · "),
          options: { x: body.x, y: 7.02, w: 11, h: 0.3, ...small },
        },
      },
    ],
  });
}

const titlePlaceholder = (
  box: { x: number; y: number; w: number; h: number },
  fontSize: number,
  color: string,
  valign: "bottom" | "middle",
) => ({
  placeholder: {
    options: {
      name: "title",
      type: "title" as const,
      ...box,
      fontFace: font,
      fontSize,
      bold: true,
      color,
      align: "left" as const,
      valign,
      margin: 0,
    },
    text: "",
  },
});

function cover(
  file: PptxGenJS,
  { title, subtitle, author, date, confidentiality, lang }: Deck,
  logos: readonly Logo[],
): void {
  const slide = file.addSlide({ masterName: masters.cover });
  const shared = { x: 1.2, w: 11.2, fontFace: font, margin: 0, valign: "top" as const };
  slide.addText(author, { ...shared, y: 1.1, h: 0.4, fontSize: 16, bold: true, color: colours.muted });
  slide.addText(title, { placeholder: "title", fontSize: titleSize(title, 11.2, [40, 34, 28, 24]) });
  if (subtitle !== null) slide.addText(subtitle, { ...shared, y: 4, h: 0.9, fontSize: 20, color: colours.ink });
  slide.addText(formatDay(date, lang), { ...shared, y: 5.1, h: 0.4, fontSize: 16, color: colours.muted });
  placeLogos(slide, fitLogos(logos, 0.85, 10.5, 0.3), 1.2, 5.65, 0.3);
  if (confidentiality !== null)
    slide.addText(confidentiality, { ...shared, y: 6.6, h: 0.4, fontSize: 13, bold: true, color: colours.loop });
}

function addPage(file: PptxGenJS, { title, blocks, size, notes }: Page, lang: Lang, logos: readonly Logo[]): void {
  const part = blocks.length === 0;
  const slide = file.addSlide({ masterName: part ? masters.part : masters.content });
  slide.addText(title, {
    placeholder: "title",
    fontSize: part ? titleSize(title, 11, [38, 32, 26]) : titleSize(title, body.width, [26, 22, 18]),
  });
  drawBlocks({ slide, lang, size }, blocks, body);
  // On a plain slide they stand in the corner of the foot, left of the number.
  const row = part ? [] : fitLogos(logos, 0.34, 4, 0.12);
  const width = row.reduce((sum, logo) => sum + logo.width + 0.12, 0);
  placeLogos(slide, row, 12 - width, 7, 0.12);
  if (notes !== null) slide.addNotes(notes);
}

/** The first size at which a title takes at most two lines. */
const titleSize = (title: string, width: number, sizes: readonly number[]): number =>
  sizes.find((size) => lineCount(title, width, size, 600) <= 2) ?? sizes.at(-1) ?? 18;

function placeLogos(slide: PptxGenJS.Slide, row: readonly FittedLogo[], left: number, top: number, gap: number): void {
  const highest = Math.max(0, ...row.map(({ height }) => height));
  let x = left;
  for (const { name, png, width, height } of row) {
    const data = `image/png;base64,${Buffer.from(png).toString("base64")}`;
    slide.addImage({ data, x, y: top + (highest - height) / 2, w: width, h: height, altText: name });
    x += width + gap;
  }
}
