import { expect, test } from "vitest";
import type { OnePage, Report } from "../blocks/block.ts";
import { mapText } from "../blocks/map-text.ts";
import { type Branding, plainBranding } from "../branding/branding.ts";
import { allBlocks, everyBlock, hostileWords, reportOf, sampleBranding } from "../testing/sample-report.ts";
import { compilePdf, compileReport } from "./compile.ts";
import { jobOf } from "./pdf-job.ts";
import { renderPdf as renderApart } from "./render-pdf.ts";

/** Laid out in this thread, to be read at once. */
const renderPdf = (report: Report, branding: Branding = plainBranding): Uint8Array =>
  compileReport(jobOf(report, branding));

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

const pageCount = (pdf: Uint8Array) => [...latin1(pdf).matchAll(/\/Type \/Page\b/g)].length;
const sheetOf = (length: number): OnePage => ({
  kind: "one-page",
  blocks: [
    { kind: "heading", level: 1, text: "Marc de café" },
    everyBlock["key-figures"],
    { ...everyBlock.table, rows: Array.from({ length }, (_, i) => [`Partie ${i}`, "1"]) },
    { ...everyBlock.callout, spare: 1 },
    { ...everyBlock.list, items: Array.from({ length }, (_, i) => `Pas ${i}`), spare: 2 },
  ],
});

test.each([
  { length: 2, pages: 1, because: "it holds at full size" },
  { length: 12, pages: 1, because: "its type is set smaller" },
  { length: 24, pages: 2, because: "what is spare goes to the annex, after the sheet" },
])("a sheet of $length lines takes $pages page(s): $because", ({ length, pages }) => {
  const pdf = renderPdf(reportOf([sheetOf(length)], { numbered: false }));
  expect(pageCount(pdf)).toBe(pages);
  expect(bookmarks(pdf).includes("Annexe : suite des fiches")).toBe(pages > 1);
});

test("a sheet alone has an annex exactly when the same sheet, measured first, has one", () => {
  // Beside an empty break of page, a sheet is measured; alone it is trusted when what was foretold holds.
  for (let length = 1; length <= 20; length += 1) {
    const sheet = sheetOf(length);
    const alone = bookmarks(renderPdf(reportOf([sheet], { numbered: false })));
    const measured = bookmarks(renderPdf(reportOf([sheet, { kind: "page-break" }], { numbered: false })));
    expect(alone).toEqual(measured);
  }
});

test("laid out in a thread, reports asked for together come out each with its own bytes", async () => {
  const reports = [reportOf(allBlocks), reportOf([sheetOf(12)], { numbered: false }), reportOf([everyBlock.list])];
  const apart = await Promise.all(reports.map((report) => renderApart(report)));
  for (const [i, report] of reports.entries())
    expect(Buffer.compare(apart[i] ?? Buffer.alloc(0), renderPdf(report))).toBe(0);
});

test("in a report each sheet has a page of its own, whatever its length, and the annex comes last", () => {
  const lengths = [2, 60, 12];
  const pdf = renderPdf(
    reportOf(
      [
        ...lengths.map((length, i): OnePage => {
          const sheet = sheetOf(length);
          return {
            ...sheet,
            blocks: sheet.blocks.map((block) => (block.kind === "heading" ? { ...block, text: `Fiche ${i}` } : block)),
          };
        }),
        { kind: "heading", level: 1, text: "Après" },
      ],
      { numbered: false },
    ),
  );
  const named = bookmarks(pdf);
  expect(named.slice(0, 5)).toEqual(["Fiche 0", "Fiche 1", "Fiche 2", "Après", "Annexe : suite des fiches"]);
  // Three sheets, the first with the cover, what follows them, then the annex.
  const annexOf = pageCount(pdf) - 4;
  expect(annexOf).toBeGreaterThanOrEqual(1);
  const without = renderPdf(
    reportOf([sheetOf(2), sheetOf(2), sheetOf(12), { kind: "heading", level: 1, text: "Après" }], { numbered: false }),
  );
  // The first shares its page with the cover.
  expect(pageCount(without)).toBe(4);
});

test("pages turn on their side for a wide table, and back", () => {
  const { landscape, heading } = everyBlock;
  const sides = [
    ...latin1(renderPdf(reportOf([heading, landscape, everyBlock.list]))).matchAll(
      /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g,
    ),
  ];
  expect(sides.map(([, width, height]) => Number(width) > Number(height))).toEqual([false, true, false]);
});

test("logos stand on the cover and at the foot, each with its name, and the claim of PDF/UA holds", () => {
  const report = reportOf([everyBlock.heading, { kind: "page-break" }, everyBlock.list]);
  const pdf = latin1(renderPdf(report, sampleBranding()));
  expect(pdf).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(pdf).toContain("/Alt (Office & Cie (fictif))");
  expect(Buffer.compare(renderPdf(report, sampleBranding()), renderPdf(report, sampleBranding()))).toBe(0);
});
