import { expect, test } from "vitest";
import { allBlocks, everyBlock, reportOf } from "../testing/sample-report.ts";
import type { Block, Report } from "./block.ts";
import { checkReport } from "./check-report.ts";

const { figure, table, heading } = everyBlock;
const link: Block = { kind: "paragraph", content: [{ kind: "link", text: "là", to: "nulle-part" }] };
const web = (url: string): Block => ({ kind: "paragraph", content: [{ kind: "web", text: "là", url }] });

test("a report with a block of each kind is well formed", () => {
  expect(() => checkReport(reportOf(allBlocks))).not.toThrow();
});

test.each<{ case: string; blocks?: readonly Block[]; changes?: Partial<Report>; says: RegExp }>([
  { case: "a figure without an alternative", blocks: [{ ...figure, alt: " " }], says: /cannot see it/ },
  { case: "a row with a cell too few", blocks: [{ ...table, rows: [["seule"]] }], says: /1 cells in a table of 2/ },
  { case: "a total with a cell too many", blocks: [{ ...table, total: ["a", "b", "c"] }], says: /3 cells/ },
  { case: "a table without columns", blocks: [{ ...table, columns: [], rows: [], total: [] }], says: /has columns/ },
  { case: "a link to nowhere", blocks: [link], says: /nulle-part/ },
  {
    case: "the same link inside a callout",
    blocks: [
      {
        kind: "callout",
        tone: "info",
        title: "",
        blocks: [{ kind: "paragraph", content: [{ kind: "link", text: "là", to: "x" }] }],
      },
    ],
    says: /goes to x/,
  },
  { case: "two anchors alike", blocks: [heading, heading], says: /used twice/ },
  { case: "an anchor with a space", blocks: [{ ...heading, anchor: "a b" }], says: /letters, digits and hyphens/ },
  { case: "an address that runs a script", blocks: [web("javascript:alert(1)")], says: /not a web or mail address/ },
  {
    case: "a first heading of level 2",
    blocks: [{ kind: "heading", level: 2, text: "x" }],
    says: /level 2 under level 0/,
  },
  {
    case: "a level left out",
    blocks: [heading, { kind: "heading", level: 3, text: "x" }],
    says: /level 3 under level 1/,
  },
  { case: "a day that does not exist", changes: { date: "2026-02-30" }, says: /2026-02-30/ },
  { case: "no title", changes: { title: " " }, says: /has a title/ },
])("$case is a bug of the builder", ({ blocks = [], changes = {}, says }) => {
  expect(() => checkReport(reportOf(blocks, changes))).toThrow(says);
});
