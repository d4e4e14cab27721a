import { expect, test } from "vitest";
import type { Block, Heading, Table } from "../blocks/block.ts";
import { everyBlock, reportOf } from "../testing/sample-report.ts";
import { entriesOf } from "./contents.ts";
import { headingPages } from "./layout.ts";

const heading = (text: string, level: 1 | 2 | 3 = 1): Heading => ({ kind: "heading", level, text });
const breakPage: Block = { kind: "page-break" };
const table = (rows: number): Table => ({
  ...everyBlock.table,
  caption: null,
  notes: [],
  rows: Array.from({ length: rows }, () => ["Marc de café", "12 400"]),
});
const paragraphs = (count: number): readonly Block[] =>
  Array.from({ length: count }, () => ({ kind: "paragraph", content: "Une ligne." }) as const);
const pagesOf = (blocks: readonly Block[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...headingPages(reportOf(blocks))].map(([{ text }, page]) => [text, page]));

// A page holds 13 938 twips. A line of text takes 258 and 140 under it; a row of a table 211 and 130.
test.each([
  { case: "the first page, under the cover", blocks: [heading("A")], pages: { A: 1 } },
  { case: "a break, however often said", blocks: [breakPage, breakPage, heading("A")], pages: { A: 2 } },
  {
    case: "30 lines hold under the cover",
    blocks: [...paragraphs(25), heading("A"), ...paragraphs(1)],
    pages: { A: 1 },
  },
  { case: "60 lines do not", blocks: [...paragraphs(60), heading("A"), ...paragraphs(1)], pages: { A: 2 } },
  {
    case: "a heading goes with what follows it",
    blocks: [breakPage, ...paragraphs(33), heading("A"), everyBlock.figure],
    pages: { A: 3 },
  },
  {
    case: "34 rows hold on a page",
    blocks: [breakPage, table(34), heading("A"), ...paragraphs(1)],
    pages: { A: 2 },
  },
  { case: "85 rows take three pages", blocks: [breakPage, table(85), heading("A"), ...paragraphs(1)], pages: { A: 4 } },
  {
    case: "a sheet has pages of its own, and pages that lie begin and end one",
    blocks: [
      heading("A"),
      { kind: "one-page", blocks: [heading("B")] },
      heading("C"),
      { kind: "landscape", blocks: [heading("D"), everyBlock.table] },
      heading("E"),
    ],
    pages: { A: 1, B: 2, C: 3, D: 4, E: 5 },
  },
] satisfies { case: string; blocks: readonly Block[]; pages: object }[])("$case", ({ blocks, pages }) => {
  expect(pagesOf(blocks)).toEqual(pages);
});

test("headings are numbered as Word numbers them: a level that is skipped counts one, others begin again", () => {
  const blocks = [heading("A"), heading("B", 2), heading("C", 3), heading("D"), heading("E", 3), heading("F", 2)];
  const annex = { ...heading("G"), numbered: false } as const;
  const numbers = [...entriesOf(reportOf([...blocks, annex])).values()].map(({ number }) => number);
  expect(numbers).toEqual(["1", "1.1", "1.1.1", "2", "2.1.1", "2.2", null]);
});
