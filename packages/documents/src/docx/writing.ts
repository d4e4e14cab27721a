import type { Lang } from "@simbiosi/domain";
import { numbering } from "./numbering.ts";
import { Links } from "./package-parts.ts";
import { escapeXml, paragraph, run, wordNames, xmlHead } from "./xml.ts";

/** The pictures of a document: one file for each, however often it is shown. */
export class Pictures {
  readonly #names = new Map<Uint8Array, string>();
  #shown = 0;

  /** A picture in a line of text, its size in pixels of Word (96 to the inch), with what it says for who cannot see it. */
  show(links: Links, png: Uint8Array, width: number, height: number, name: string, alt: string): string {
    const file = this.#names.get(png) ?? `media/image${this.#names.size + 1}.png`;
    this.#names.set(png, file);
    this.#shown += 1;
    const called = escapeXml(name);
    const size = `cx="${width * emuPerPixel}" cy="${height * emuPerPixel}"`;
    return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr id="${this.#shown}" name="${called}" descr="${escapeXml(alt)}" title="${called}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${drawingNames}" noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic xmlns:a="${drawingNames}"><a:graphicData uri="${pictureNames}"><pic:pic xmlns:pic="${pictureNames}"><pic:nvPicPr><pic:cNvPr id="${this.#shown}" name="${called}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${links.to("image", file)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  }

  /** Name in the folder `word` → bytes. */
  files(): readonly (readonly [string, Uint8Array])[] {
    return [...this.#names].map(([bytes, name]) => [name, bytes]);
  }
}

const emuPerPixel = 9525;
const drawingNames = "http://schemas.openxmlformats.org/drawingml/2006/main";
const pictureNames = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/** What is counted and gathered while the body of a document is written. */
export class Writing {
  readonly links = new Links();
  readonly pictures = new Pictures();
  readonly #notes: string[] = [];
  readonly #captions = { figure: 0, table: 0 };
  #lists = 0;
  #bookmarks = 0;

  constructor(
    readonly lang: Lang,
    /** Finds the bookmark of an anchor of the report. */
    readonly anchors: ReadonlyMap<string, string>,
  ) {}

  /** The number of an ordered list that begins here. */
  list(): number {
    return numbering.firstList + this.#lists++;
  }

  get lists(): number {
    return this.#lists;
  }

  caption(of: "figure" | "table"): number {
    this.#captions[of] += 1;
    return this.#captions[of];
  }

  /** Puts names on what links point to. */
  bookmark(names: readonly string[], inside: string): string {
    return names.reduce((within, name) => {
      const id = ++this.#bookmarks;
      return `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${within}<w:bookmarkEnd w:id="${id}"/>`;
    }, inside);
  }

  /** The call of a note at the foot of the page. */
  footnote(words: string): string {
    this.#notes.push(words);
    return `<w:r>${raised}<w:footnoteReference w:id="${this.#notes.length}"/></w:r>`;
  }

  /** The part `word/footnotes.xml`. */
  footnotes(): string {
    const line = (id: number, type: string) =>
      `<w:footnote w:type="${type}" w:id="${id}">${paragraph({ style: "FootnoteText" }, `<w:r><w:${type}/></w:r>`)}</w:footnote>`;
    const notes = this.#notes.map(
      (words, i) =>
        `<w:footnote w:id="${i + 1}">${paragraph({ style: "FootnoteText" }, `<w:r>${raised}<w:footnoteRef/></w:r>${run(` ${words}`)}`)}</w:footnote>`,
    );
    return `${xmlHead}<w:footnotes ${wordNames}>${line(-1, "separator")}${line(0, "continuationSeparator")}${notes.join("")}</w:footnotes>`;
  }
}

const raised = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>';
