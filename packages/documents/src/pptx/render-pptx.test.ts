import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, test, vi } from "vitest";
import type { Deck, Slide } from "../blocks/deck.ts";
import { everyBlock, hostileWords, sampleBranding } from "../testing/sample-report.ts";
import { paginate } from "./paginate.ts";
import { renderPptx } from "./render-pptx.ts";

afterEach(() => vi.useRealTimers());

const { list, table, figure, callout, "key-figures": tiles } = everyBlock;
const paragraph = { kind: "paragraph", content: ["Un mot ", { kind: "strong", text: "gras" }] } as const;
const full: Slide = {
  title: "Tout",
  blocks: [tiles, { kind: "columns", left: [paragraph, list], right: [figure] }],
  notes: "Ne jamais donner le total.",
};
const deckOf = (slides: readonly Slide[], changes: Partial<Deck> = {}): Deck => ({
  title: "Casaperta (fictive)",
  subtitle: "Comité de pilotage",
  lang: "fr",
  date: "2026-11-23",
  author: "Communauté de communes (fictive)",
  confidentiality: "Confidentiel",
  slides,
  ...changes,
});

async function open(deck: Deck) {
  const parts = unzipSync(await renderPptx(deck));
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  const decode = (xml: string) =>
    xml
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&apos;", "'")
      .replaceAll("&amp;", "&");
  const words = (name: string) =>
    decode([...part(name).matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join("|"));
  return { parts, part, slides, words, decode };
}

test("every kind of block leaves its words on the slide, as text that can be worked on", async () => {
  const { words, part, decode } = await open(deckOf([full, { title: "Table", blocks: [callout, table] }]));
  const said = [words("ppt/slides/slide2.xml"), words("ppt/slides/slide3.xml")].join("|");
  for (const one of ["Tout", "124 000", "gras", "Droit", "Signer", "Gain par synergie", "Marc de café", "Gains connus"])
    expect(said).toContain(one);
  expect(part("ppt/slides/slide3.xml")).toContain("<a:tbl>");
  expect(decode(part("ppt/slides/slide2.xml"))).toContain(`descr="${figure.alt}"`);
});

test("titles are titles, slides are numbered, notes are notes, and all of it is in its language", async () => {
  const { part, slides, words } = await open(deckOf([full, { title: "Une partie", blocks: [] }]));
  for (const name of slides) expect(part(name)).toMatch(/<p:ph\s[^>]*type="title"/);
  expect(part("ppt/slides/slide2.xml")).toContain('type="slidenum"');
  expect(words("ppt/notesSlides/notesSlide2.xml")).toContain("Ne jamais donner le total.");
  expect(slides.map((name) => part(name)).join("")).not.toMatch(/\blang="en-US"/);
});

test("no two shapes of a slide have one number", async () => {
  const { part, slides } = await open(deckOf([full, { title: "Tables", blocks: [table, table, paragraph] }]));
  for (const name of slides) {
    const ids = [...part(name).matchAll(/<p:cNvPr\b[^>]*?\bid="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test.each(hostileWords)("nothing that is typed is markup: %s", async (typed) => {
  const slide = {
    title: typed,
    blocks: [
      { ...table, rows: [[typed, typed]] },
      { ...list, items: [typed] },
    ],
  };
  const { words } = await open(deckOf([slide]));
  for (const line of typed.split(/\r?\n/)) expect(words("ppt/slides/slide2.xml")).toContain(line.split("\t")[0]);
});

test("what does not hold goes on: no row, no item and no number of the order is lost", async () => {
  const rows = Array.from({ length: 60 }, (_, i) => [`Flux ${i}`, String(i)]);
  const items = Array.from({ length: 60 }, (_, i) => `Pas ${i}`);
  const { words, slides, part } = await open(
    deckOf([
      { title: "Table", blocks: [{ ...table, rows }] },
      { title: "Liste", blocks: [{ ...list, items }] },
    ]),
  );
  const said = slides.map(words).join("|").split("|");
  for (const word of [...rows.flat(), ...items]) expect(said).toContain(word);
  expect(said.filter((word) => word === "Table (suite)").length).toBeGreaterThanOrEqual(2);
  // The order goes on from the last number of the slide before.
  const starts = slides.flatMap((name) => [...part(name).matchAll(/startAt="(\d+)"/g)].map(([, at]) => Number(at)));
  expect(new Set(starts).size).toBeGreaterThan(1);
});

test("cutting a slide keeps every item, in order, whatever their length", () => {
  const words = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(words, (lengths) => {
      const items = lengths.map((length, i) => `${i} ${"mot ".repeat(length)}`);
      const pages = paginate({ title: "Liste", blocks: [{ kind: "list", ordered: false, items }] }, "(suite)");
      expect(pages.flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === "list" ? b.items : [])))).toEqual(items);
    }),
    { numRuns: 50 },
  );
});

test.each([
  { case: "a slide without a title", deck: deckOf([{ title: " ", blocks: [] }]), says: /slide has a title/ },
  {
    case: "an image that says nothing",
    deck: deckOf([{ title: "x", blocks: [{ ...figure, alt: "" }] }]),
    says: /cannot see it/,
  },
  { case: "a day that does not exist", deck: deckOf([], { date: "2026-02-30" }), says: /2026-02-30/ },
])("$case is a bug of the builder", async ({ deck, says }) => {
  await expect(renderPptx(deck)).rejects.toThrow(says);
});

test("the same deck gives the same bytes at another hour, after another deck", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-23T08:00:00Z") });
  const first = await renderPptx(deckOf([full]));
  await renderPptx(deckOf([{ title: "Autre", blocks: [figure] }]));
  vi.setSystemTime(new Date("2027-06-01T23:59:58Z"));
  expect(Buffer.compare(first, await renderPptx(deckOf([full])))).toBe(0);
});

test("logos stand on the cover and at the foot of the slides, each with its name", async () => {
  const parts = unzipSync(await renderPptx(deckOf([{ title: "Liste", blocks: [list] }]), sampleBranding()));
  for (const name of ["ppt/slides/slide1.xml", "ppt/slides/slide2.xml"])
    expect(strFromU8(parts[name] ?? new Uint8Array())).toContain('descr="Office &amp; Cie (fictif)"');
});
