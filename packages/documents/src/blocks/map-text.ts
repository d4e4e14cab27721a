import type { Block, Callout, Fact, Inlines, KeyFigure, Report, Run, TextBlock } from "./block.ts";

/** The same report with `f` applied to every string that a person reads; anchors and addresses are left alone. */
export function mapText(report: Report, f: (text: string) => string): Report {
  const maybe = (text: string | null) => (text === null ? null : f(text));
  return {
    ...report,
    title: f(report.title),
    subtitle: maybe(report.subtitle),
    author: f(report.author),
    confidentiality: maybe(report.confidentiality),
    footer: maybe(report.footer),
    blocks: report.blocks.map((block) => mapBlock(block, f)),
  };
}

type Change = (text: string) => string;

export function mapBlock<B extends Block>(block: B, f: Change): B;
export function mapBlock(block: Block, f: Change): Block {
  const cells = (row: readonly Inlines[]) => row.map((cell) => mapInlines(cell, f));
  switch (block.kind) {
    case "heading":
      return { ...block, text: f(block.text) };
    case "paragraph":
    case "list":
      return mapTextBlock(block, f);
    case "table":
      return {
        ...block,
        caption: block.caption === null ? null : f(block.caption),
        columns: block.columns.map((column) => ({ ...column, header: f(column.header) })),
        rows: block.rows.map(cells),
        ...(block.total === undefined ? {} : { total: cells(block.total) }),
        ...(block.notes === undefined ? {} : { notes: cells(block.notes) }),
        empty: f(block.empty),
      };
    case "figure":
      return { ...block, svg: f(block.svg), caption: f(block.caption), alt: f(block.alt) };
    case "key-figures":
      return { ...block, items: block.items.map((item) => mapKeyFigure(item, f)) };
    case "callout":
      return mapCallout(block, f);
    case "facts":
      return {
        ...block,
        items: block.items.map((item): Fact => ({ label: f(item.label), content: mapInlines(item.content, f) })),
      };
    case "contents":
      return { ...block, title: f(block.title) };
    case "landscape":
      return { ...block, blocks: block.blocks.map((inner) => mapBlock(inner, f)) };
    case "one-page":
      return { ...block, blocks: block.blocks.map((inner) => mapBlock(inner, f)) };
    case "page-break":
      return block;
  }
}

function mapTextBlock(block: TextBlock, f: Change): TextBlock {
  return block.kind === "paragraph"
    ? { ...block, content: mapInlines(block.content, f) }
    : { ...block, items: block.items.map((item) => mapInlines(item, f)) };
}

const mapCallout = (block: Callout, f: Change): Callout => ({
  ...block,
  title: f(block.title),
  blocks: block.blocks.map((inner) => mapTextBlock(inner, f)),
});

function mapKeyFigure(item: KeyFigure, f: Change): KeyFigure {
  const maybe = (text: string | null) => (text === null ? null : f(text));
  return {
    ...item,
    value: f(item.value),
    unit: maybe(item.unit),
    label: f(item.label),
    interval: maybe(item.interval),
  };
}

function mapInlines(content: Inlines, f: Change): Inlines {
  if (typeof content === "string") return f(content);
  return content.map((run): Run => {
    if (typeof run === "string") return f(run);
    return run.kind === "break" ? run : { ...run, text: f(run.text) };
  });
}
