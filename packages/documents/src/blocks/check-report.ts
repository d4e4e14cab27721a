import { bug } from "@simbiosi/domain";
import type { Block, Inlines, Report } from "./block.ts";
import { flatten } from "./flatten.ts";
import { runsOf } from "./inlines.ts";

/**
 * Refuses a tree that cannot be printed faithfully. Reports are built by code, so each of these is a bug of the
 * builder and never the doing of a user: an image without its alternative, a row with a cell too few, a link
 * to nowhere, two anchors alike, an address that is neither web nor mail, a level of heading left out (who
 * cannot see the page walks through it by its headings).
 */
export function checkReport(report: Report): void {
  if (!isDay(report.date)) bug(`the date of a report is a day YYYY-MM-DD, not ${JSON.stringify(report.date)}`);
  if (report.title.trim() === "") bug("a report has a title");
  const anchors = new Set<string>();
  let level = 0;
  for (const block of flatten(report.blocks)) {
    if (block.kind !== "heading") continue;
    if (block.level > level + 1) bug(`the heading ${block.text} is of level ${block.level} under level ${level}`);
    level = block.level;
    if (block.anchor !== undefined) {
      if (!/^[A-Za-z0-9-]{1,80}$/.test(block.anchor)) bug(`anchor ${block.anchor} is not letters, digits and hyphens`);
      if (anchors.has(block.anchor)) bug(`anchor ${block.anchor} is used twice`);
      anchors.add(block.anchor);
    }
  }
  checkBlocks(report.blocks, anchors);
}

/** The same refusals for blocks alone: their shape, and links that go somewhere. */
export function checkBlocks(blocks: readonly Block[], anchors: ReadonlySet<string>): void {
  for (const block of flatten(blocks)) {
    checkShape(block);
    for (const content of inlinesOf(block))
      for (const run of runsOf(content)) {
        if (run.kind === "link" && !anchors.has(run.to)) bug(`a link goes to ${run.to}, which no heading carries`);
        if (run.kind === "web" && !/^(https?:\/\/|mailto:)\S+$/.test(run.url))
          bug(`${run.url} is not a web or mail address`);
      }
  }
}

/** Whether words are a day of the calendar, `YYYY-MM-DD`. */
export function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function checkShape(block: Block): void {
  if (block.kind === "figure" && block.alt.trim() === "")
    bug(`the figure "${block.caption}" says nothing to who cannot see it`);
  if (block.kind !== "table") return;
  const wide = block.columns.length;
  if (wide === 0) bug("a table has columns");
  if (block.columns.some(({ width }) => !(width > 0))) bug("the width of a column is a positive share");
  for (const row of [...block.rows, ...(block.total === undefined ? [] : [block.total])])
    if (row.length !== wide) bug(`a row of ${row.length} cells in a table of ${wide} columns`);
}

function inlinesOf(block: Block): readonly Inlines[] {
  switch (block.kind) {
    case "paragraph":
      return [block.content];
    case "list":
      return block.items;
    case "table":
      return [...block.rows.flat(), ...(block.total ?? []), ...(block.notes ?? [])];
    case "callout":
      return block.blocks.flatMap(inlinesOf);
    case "facts":
      return block.items.map(({ content }) => content);
    case "heading":
    case "figure":
    case "one-page":
    case "landscape":
    case "key-figures":
    case "page-break":
    case "contents":
      return [];
  }
}
