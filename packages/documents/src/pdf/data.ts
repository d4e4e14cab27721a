import { palette, stageFills, stageNames } from "@simbiosi/charts";
import { formatDay, type Lang } from "@simbiosi/domain";
import type { Block, Inlines, OnePage, Report, Table } from "../blocks/block.ts";
import { type FullRun, plain, runsOf } from "../blocks/inlines.ts";
import { tones } from "../blocks/tones.ts";
import { toneNames, words } from "../blocks/words.ts";
import { fontFamily } from "../fonts/fonts.ts";
import { breakable, signsAcross } from "./breakable.ts";
import { foretoldScale, isForetoldSurely, sheetScales } from "./foretell.ts";

// Beyond this a cell may be split over two pages; shorter ones are kept whole.
const longCell = 500;

// Beyond this a fact of a sheet set small takes the whole width rather than half of it.
const wideFact = 110;

/** The report as the template reads it: every choice made, nothing optional, ready to be written as JSON. */
export function templateData(report: Report): object {
  const { lang } = report;
  const [year, month, day] = report.date.split("-").map(Number);
  return {
    lang,
    region: { fr: "FR", en: "GB" }[lang],
    font: fontFamily,
    palette: { ...palette, ...toneColours() },
    title: report.title,
    subtitle: report.subtitle,
    author: report.author,
    date: { year, month, day },
    day: formatDay(report.date, lang),
    confidentiality: report.confidentiality,
    footer: report.footer,
    numbered: report.numbered,
    words: {
      page: words.page[lang],
      figure: words.figure[lang],
      table: words.table[lang],
      annex: words.annex[lang],
      more: words.more[lang],
    },
    scales: sheetScales,
    blocks: report.blocks.map((block, key) => ({
      ...blockData(block, lang),
      key,
      ...(block.kind === "one-page"
        ? foretold(block, key === 0 ? report.title : null, report.blocks.length === 1)
        : {}),
    })),
  };
}

/** A sheet that is the whole report is cheap to set again: it is always tried first as foretold. */
const foretold = (sheet: OnePage, title: string | null, alone: boolean): object => ({
  foretold: foretoldScale(sheet, title),
  trusted: alone || isForetoldSurely(sheet, title),
});

const toneColours = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(tones).flatMap(([tone, { edge, wash }]) => [
      [tone, edge],
      [`${tone}Wash`, wash],
    ]),
  );

const runs = (content: Inlines, signs?: number): readonly FullRun[] =>
  runsOf(content).map((run) => (run.kind === "break" ? run : { ...run, text: breakable(run.text, signs) }));

const isLong = (content: Inlines): boolean => plain(content).length > longCell;

function rowOf({ columns }: Table): (cells: readonly Inlines[]) => readonly object[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const signs = columns.map(({ width }) => signsAcross(width / total));
  return (cells) => cells.map((content, i) => ({ runs: runs(content, signs[i]), long: isLong(content) }));
}

function blockData(block: Block, lang: Lang): object {
  const { kind } = block;
  switch (block.kind) {
    case "heading":
      return {
        kind,
        level: block.level,
        // An accessible PDF has no empty heading, and a name may be made of unprintable signs alone.
        text: block.text.trim() === "" ? "–" : block.text,
        anchor: block.anchor ?? null,
        numbered: block.numbered !== false,
      };
    case "paragraph":
      return { kind, tone: block.tone ?? null, content: runs(block.content) };
    case "list":
      return { kind, ordered: block.ordered, items: block.items.map((item) => runs(item)) };
    case "table":
      return {
        kind,
        caption: block.caption,
        columns: block.columns.map(({ header, kind: holds, width }) => ({ header, number: holds === "number", width })),
        rows: block.rows.map(rowOf(block)),
        total: block.total === undefined ? null : rowOf(block)(block.total),
        notes: (block.notes ?? []).map((note) => runs(note)),
        empty: block.empty,
        dense: block.dense === true,
      };
    case "figure":
      return { kind, svg: block.svg, caption: block.caption, alt: block.alt, width: block.width ?? 1 };
    case "key-figures":
      return {
        kind,
        items: block.items.map((item) => ({
          ...item,
          stage: item.stage === null ? null : { name: stageNames[item.stage][lang], ...stageFills[item.stage] },
        })),
      };
    case "callout":
      return {
        kind,
        tone: block.tone,
        name: toneNames[block.tone][lang],
        title: block.title,
        blocks: block.blocks.map((inner) => blockData(inner, lang)),
      };
    case "facts":
      return {
        kind,
        items: block.items.map(({ label, content }) => ({
          label,
          content: runs(content),
          long: isLong(content),
          wide: plain(content).length > wideFact,
        })),
      };
    case "one-page":
      return {
        kind,
        blocks: block.blocks.map((inner) => blockData(inner, lang)),
        leaving: leaving(block),
        name: nameOf(block),
      };
    case "landscape":
      return { kind, blocks: block.blocks.map((inner) => blockData(inner, lang)) };
    case "page-break":
      return { kind };
    case "contents":
      return { kind, title: block.title, depth: block.depth };
  }
}

/** Places of the blocks of a sheet in the order in which they go to its annex; its heading stays. */
function leaving({ blocks }: OnePage): readonly number[] {
  return blocks
    .map(({ kind, spare }, place) => ({ kind, spare: spare ?? Number.NEGATIVE_INFINITY, place }))
    .filter(({ kind, place }) => place > 0 || kind !== "heading")
    .sort((a, b) => (a.spare === b.spare ? b.place - a.place : b.spare - a.spare))
    .map(({ place }) => place);
}

/** What the annex calls the sheet: its first heading. */
const nameOf = ({ blocks }: OnePage): string | null => blocks.find((block) => block.kind === "heading")?.text ?? null;
