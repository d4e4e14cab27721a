import { expect, test } from "vitest";
import { mapText } from "../blocks/map-text.ts";
import { allBlocks, everyBlock, hostileWords, reportOf } from "../testing/sample-report.ts";
import { compilePdf, renderPdf } from "./render-pdf.ts";

const latin1 = (pdf: Uint8Array) => Buffer.from(pdf).toString("latin1");

/** The bookmarks of a PDF: its headings, as a reader lists them. */
const bookmarks = (pdf: Uint8Array): readonly string[] =>
  [...latin1(pdf).matchAll(/\/Title (?:<FEFF([0-9A-F]*)>|\((.*)\))\n\s*\/Dest/g)].map(([, hex, literal]) =>
    hex === undefined ? (literal ?? "").replace(/\\(.)/g, "$1") : Buffer.from(hex, "hex").swap16().toString("utf16le"),
  );

test("a report with a block of each kind claims PDF/UA-1, and is tagged, titled and in its language", () => {
  const pdf = latin1(renderPdf(reportOf(allBlocks)));
  expect(pdf.slice(0, 8)).toBe("%PDF-1.7");
  expect(pdf).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(pdf).toContain("/StructTreeRoot");
  expect(pdf).toContain("/Marked true");
  expect(pdf).toContain("/Lang (fr-FR)");
  expect(pdf).toContain("(D:20261123");
});

test.each(Object.entries(everyBlock))("a %s is laid out alone", (kind, block) => {
  const link = kind === "paragraph" ? [everyBlock.heading] : [];
  const empty = renderPdf(reportOf(link)).length;
  expect(renderPdf(reportOf([...link, block])).length).toBeGreaterThan(kind === "page-break" ? 1000 : empty);
});

test.each([
  { blocks: [], lang: "fr" },
  { blocks: [], lang: "en" },
  {
    blocks: [
      {
        kind: "table",
        caption: null,
        columns: [{ header: "Flow", kind: "text", width: 1 }],
        rows: [],
        empty: "No flow.",
      },
    ],
    lang: "en",
  },
  {
    blocks: [
      { kind: "key-figures", items: [] },
      { kind: "facts", items: [] },
      { kind: "list", ordered: false, items: [] },
    ],
    lang: "en",
  },
] as const)("an empty report is still a document: %#", ({ blocks, lang }) => {
  const bare = { lang, subtitle: null, confidentiality: null, footer: null, numbered: false } as const;
  expect(latin1(renderPdf(reportOf(blocks, bare)))).toContain(lang === "fr" ? "/Lang (fr-FR)" : "/Lang (en-GB)");
});

test.each(hostileWords)("nothing that is typed is markup: %s", (words) => {
  const typed = (text: string) => (text.startsWith("<svg") ? text : words);
  expect(() => renderPdf(mapText(reportOf(allBlocks), typed))).not.toThrow();
  // A line break in a heading is a space in the list of headings.
  const heading = bookmarks(renderPdf(reportOf([{ kind: "heading", level: 1, text: words }], { numbered: false })))[0];
  expect(heading?.replace(/\s+/g, " ")).toBe(words.replace(/\s+/g, " "));
});

test("signs without a glyph, and a heading made of nothing printable, do not stop the document", () => {
  expect(bookmarks(renderPdf(reportOf([{ kind: "heading", level: 1, text: "♻️ 漢" }], { numbered: false })))).toEqual([
    "□ □",
  ]);
  expect(bookmarks(renderPdf(reportOf([{ kind: "heading", level: 1, text: "\u0007" }], { numbered: false })))).toEqual([
    "–",
  ]);
});

test("the same report gives the same bytes, whatever was printed in between", () => {
  const report = reportOf(allBlocks);
  const first = renderPdf(report);
  renderPdf(reportOf([everyBlock.figure], { title: "Autre", lang: "en" }));
  expect(Buffer.compare(first, renderPdf(report))).toBe(0);
});

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>`;
const picture = (alt: string) =>
  compilePdf(
    `#set document(title: "x")\n#set text(lang: "fr")\n#image(bytes(sys.inputs.svg), format: "svg"${alt})`,
    { svg },
    "2026-11-23",
  );

test("the compiler itself refuses an image without an alternative: the claim of PDF/UA is not decoration", () => {
  expect(() => picture("")).toThrow(/alt/);
  expect(picture(', alt: "un carré"').length).toBeGreaterThan(1000);
});

test("a figure without an alternative is refused before it is laid out", () => {
  expect(() => renderPdf(reportOf([{ ...everyBlock.figure, alt: "" }]))).toThrow(/cannot see it/);
});

test("a cell longer than a page runs over to the next one", () => {
  const pages = (words: string) =>
    [...latin1(renderPdf(reportOf([{ ...everyBlock.table, rows: [[words, "1"]] }]))).matchAll(/\/Type \/Page\b/g)]
      .length;
  expect(pages("court")).toBe(1);
  expect(pages("un commentaire sans fin ".repeat(600))).toBeGreaterThan(2);
});
