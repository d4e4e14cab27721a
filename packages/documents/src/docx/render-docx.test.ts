import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, test, vi } from "vitest";
import type { Report } from "../blocks/block.ts";
import { cleanText } from "../blocks/clean.ts";
import { mapText } from "../blocks/map-text.ts";
import { allBlocks, everyBlock, hostileWords, reportOf, sampleBranding } from "../testing/sample-report.ts";
import { renderDocx } from "./render-docx.ts";

afterEach(() => vi.useRealTimers());

async function open(
  report: Report,
): Promise<{ readonly names: readonly string[]; readonly part: (name: string) => string }> {
  const parts = unzipSync(await renderDocx(report));
  return { names: Object.keys(parts), part: (name) => strFromU8(parts[name] ?? new Uint8Array()) };
}

const decode = (xml: string) =>
  xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
const wordsOf = (xml: string): string =>
  decode([...xml.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/g)].map(([, words]) => words ?? "").join("|"));

test("every kind of block leaves its words in the document, under real styles", async () => {
  const { part } = await open(reportOf(allBlocks));
  const document = part("word/document.xml");
  const words = wordsOf(document);
  for (const said of [
    "Diagnostic de Casaperta (fictive)",
    "Sommaire",
    "Synergies",
    "les synergies",
    "Signer",
    "Marc de café",
    "Source : déclarations.",
    "Gain par synergie",
    "124 000",
    "Droit",
    "À vérifier.",
    "Offre",
  ])
    expect(words).toContain(said);
  for (const style of ["Title", "Heading1", "Caption", "ListParagraph", "TOCHeading", "SimbiosiTable"])
    expect(document).toContain(`w:val="${style}"`);
  for (const style of ["Heading1", "Heading2", "Heading3", "Caption", "SimbiosiTable", "TOC1"])
    expect(part("word/styles.xml")).toContain(`w:styleId="${style}"`);
});

test("Word opens it on a filled table of contents and asks nothing", async () => {
  const { part } = await open(
    reportOf([everyBlock.contents, everyBlock.heading, { kind: "heading", level: 2, text: "Toutes les pistes" }]),
  );
  const document = part("word/document.xml");
  const contents = wordsOf(document.slice(document.indexOf("<w:sdt>"), document.indexOf("</w:sdt>")));
  expect(contents).toContain("1|Synergies");
  expect(contents).toContain("1.1|Toutes les pistes");
  expect(document).not.toMatch(/w:dirty="(1|true)"/);
  expect(part("word/settings.xml")).not.toContain("updateFields");
});

test("the header of a table is repeated, an image says what it shows, and pages are stamped and counted", async () => {
  const { names, part } = await open(reportOf(allBlocks));
  const document = part("word/document.xml");
  expect(document).toContain("<w:tblHeader/>");
  expect(decode(document)).toContain(`descr="${everyBlock.figure.alt}"`);
  expect(names).toContain("word/media/image1.png");
  expect(wordsOf(part("word/header1.xml"))).toContain("Confidentiel");
  expect(part("word/footer1.xml")).toMatch(/PAGE[\s\S]*NUMPAGES/);
});

test.each([
  { lang: "fr", says: "fr-FR", caption: "Tableau" },
  { lang: "en", says: "en-GB", caption: "Table" },
] as const)("the language of the text is $says", async ({ lang, says, caption }) => {
  const { part } = await open(reportOf([everyBlock.table], { lang }));
  expect(part("word/styles.xml")).toContain(`<w:lang w:val="${says}"/>`);
  expect(wordsOf(part("word/document.xml"))).toContain(`${caption}\u00a0|1|\u00a0– Pistes`);
});

test("a report of nothing is still a document, without a header when there is no stamp", async () => {
  const { names, part } = await open(reportOf([], { subtitle: null, confidentiality: null, footer: null }));
  expect(names).not.toContain("word/header1.xml");
  expect(wordsOf(part("word/document.xml"))).toContain("Diagnostic de Casaperta (fictive)");
});

/** Fails on the first tag that does not close where it should. */
function wellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, close, name, rest = ""] of xml.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*\s*\/?)>/g)) {
    if (close === "/" && open.pop() !== name) return false;
    if (close === "" && !rest.endsWith("/")) open.push(name ?? "");
  }
  // Nothing but declarations and tags begins with the sign.
  return open.length === 0 && !/<(?![/?\w])/.test(xml) && !/&(?!(amp|lt|gt|quot);)/.test(xml);
}

test.each(["nothing", ...hostileWords])("every part is well formed: %s", async (words) => {
  const report = mapText(reportOf(allBlocks), (text) => (text.startsWith("<svg") ? text : words));
  const parts = unzipSync(await renderDocx(report, sampleBranding()));
  for (const [name, bytes] of Object.entries(parts))
    if (/\.(xml|rels)$/.test(name)) expect(`${name} ${wellFormed(strFromU8(bytes))}`).toBe(`${name} true`);
});

// The order that the schema wants (ECMA-376, part 1, §17.3.1, 17.3.2, 17.4.60 and 17.4.70): Word refuses another.
const orders = {
  pPr: "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing ind jc outlineLvl sectPr",
  rPr: "rStyle rFonts b bCs i iCs color sz szCs u vertAlign lang",
  tcPr: "tcW gridSpan tcBorders shd tcMar vAlign",
  tblPr: "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook",
  sectPr: "headerReference footerReference pgSz pgMar",
};

test.each(Object.entries(orders))("the properties of %s stand in the order of Word's schema", async (name, order) => {
  const parts = unzipSync(await renderDocx(reportOf([...allBlocks, ...allBlocks.slice(2)]), sampleBranding()));
  const known = order.split(" ");
  let seen = 0;
  for (const [part, bytes] of Object.entries(parts)) {
    if (!/^word\/\w+\.xml$/.test(part)) continue;
    for (const [, inside = ""] of strFromU8(bytes).matchAll(new RegExp(`<w:${name}>(.*?)</w:${name}>`, "g"))) {
      // What a property holds is not in the order of its neighbours.
      const alone = inside.replace(/<w:(\w+)(?: [^>]*[^/]|)>.*?<\/w:\1>/g, "<w:$1/>");
      const places = [...alone.matchAll(/<w:(\w+)/g)].map(([, tag = ""]) => known.indexOf(tag));
      expect(`${inside}: ${places}`).toBe(`${inside}: ${[...places].sort((a, b) => a - b)}`);
      expect(places).not.toContain(-1);
      seen += 1;
    }
  }
  expect(seen).toBeGreaterThan(0);
});

test("what a part points to is in the archive, and a picture shown twice is there once", async () => {
  const { figure } = everyBlock;
  const parts = unzipSync(await renderDocx(reportOf([figure, everyBlock.landscape]), sampleBranding()));
  for (const [name, bytes] of Object.entries(parts)) {
    if (!name.startsWith("word/_rels/")) continue;
    const rels = strFromU8(bytes);
    const owner = strFromU8(parts[name.replace("_rels/", "").replace(".rels", "")] ?? new Uint8Array());
    for (const [, id] of owner.matchAll(/r:(?:id|embed)="(\w+)"/g)) expect(rels).toContain(`Id="${id}"`);
    for (const [, target] of rels.matchAll(/Target="([^"]+)"\/>/g))
      expect(Object.keys(parts)).toContain(`word/${target}`);
  }
  // A figure and two logos, on the cover and on two feet.
  expect(Object.keys(parts).filter((name) => name.startsWith("word/media/"))).toHaveLength(3);
});

test.each(hostileWords)("nothing that is typed is markup: %s", async (words) => {
  const { part } = await open(mapText(reportOf(allBlocks), (text) => (text.startsWith("<svg") ? text : words)));
  const document = part("word/document.xml");
  // A line break of the text is a break of the document, between two pieces of it.
  for (const line of cleanText(words).split(/\r?\n/)) expect(wordsOf(document)).toContain(line.split("\t")[0]);
  expect(document).not.toContain("<script>");
});

test("a turned page is a section of its own, as wide as the page is high, and what follows stands upright", async () => {
  const { part } = await open(
    reportOf([everyBlock.heading, { kind: "landscape", blocks: [everyBlock.table] }, everyBlock.list]),
  );
  const document = part("word/document.xml");
  expect([...document.matchAll(/<w:pgSz ([^>]*)\/>/g)].map(([, size = ""]) => size.includes("landscape"))).toEqual([
    false,
    true,
    false,
  ]);
  expect(document).toContain('w:w="14230"');
});

test("a footnote is a footnote of Word", async () => {
  const { part } = await open(
    reportOf([{ kind: "paragraph", content: ["Dit", { kind: "footnote", text: "Source & date" }] }]),
  );
  expect(part("word/document.xml")).toContain("w:footnoteReference");
  expect(wordsOf(part("word/footnotes.xml"))).toContain("Source & date");
});

test("a control character does not break the file", async () => {
  const { part } = await open(reportOf([{ kind: "paragraph", content: "marc\u0000 de\u000b café" }]));
  expect(wordsOf(part("word/document.xml"))).toContain("marc de café");
});

test("a page break is carried by what follows, and none is left at the end", async () => {
  const breaks = async (report: Report) =>
    [...(await open(report)).part("word/document.xml").matchAll(/<w:pageBreakBefore\/>/g)].length;
  const { heading, table } = everyBlock;
  expect(
    await breaks(reportOf([heading, { kind: "page-break" }, { kind: "page-break" }, table, { kind: "page-break" }])),
  ).toBe(1);
});

test("the same report gives the same bytes at another hour, after another document", async () => {
  const report = reportOf(allBlocks);
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-23T08:00:00Z") });
  const first = await renderDocx(report);
  await renderDocx(reportOf([everyBlock.figure, everyBlock.list]));
  vi.setSystemTime(new Date("2027-06-01T23:59:58Z"));
  expect(Buffer.compare(first, await renderDocx(report))).toBe(0);
});

test("logos and the styles of the user's template go into the document, the same way twice", async () => {
  const report = reportOf(allBlocks);
  const bytes = await renderDocx(report, sampleBranding());
  expect(Buffer.compare(bytes, await renderDocx(report, sampleBranding()))).toBe(0);
  const parts = unzipSync(bytes);
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  for (const name of ["word/document.xml", "word/footer1.xml"])
    expect(decode(part(name))).toContain('descr="Office & Cie (fictif)"');
  const heading =
    /<w:style\b[^>]*w:styleId="Heading1"[^>]*>[\s\S]*?<\/w:style>/.exec(part("word/styles.xml"))?.[0] ?? "";
  expect(heading).toContain('<w:color w:val="AA0011"/>');
  expect(heading).not.toContain("0b4a50");
});
