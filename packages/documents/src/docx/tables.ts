import { palette, stageFills, stageNames } from "@simbiosi/charts";
import type { Lang } from "@simbiosi/domain";
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { Column, Facts, Inlines, KeyFigure, Table as TableBlock } from "../blocks/block.ts";
import { type Bookmarks, wordRuns } from "./runs.ts";
import { hex, style } from "./styles.ts";

const fixed = (widths: readonly number[]) => ({
  width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
  columnWidths: [...widths],
  layout: TableLayoutType.FIXED,
});

const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

/** Word glues two tables that touch into one: something always stands between. */
export const spacer = (): Paragraph => new Paragraph({ style: style.spacer });

/** Shares of the width in whole twips; the last column takes what rounding leaves. */
export function columnWidths(columns: readonly { readonly width: number }[], across: number): readonly number[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((across * width) / total));
  const left = across - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, i) => (i === widths.length - 1 ? width + left : width));
}

export function dataTable(block: TableBlock, bookmarks: Bookmarks, across: number): readonly FileChild[] {
  const widths = columnWidths(block.columns, across);
  const cell = (children: ParagraphChild[], column: Column | undefined, i: number, paragraph: string, ruled = false) =>
    new TableCell({
      ...(ruled ? { borders: { top: { style: BorderStyle.SINGLE, size: 8, color: hex(palette.accent) } } } : {}),
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
      verticalAlign: paragraph === style.head ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
      children: [
        new Paragraph({
          style: paragraph,
          children,
          ...(column?.kind === "number" ? { alignment: AlignmentType.RIGHT } : {}),
        }),
      ],
    });
  const row = (cells: readonly Inlines[], total = false) =>
    new TableRow({
      cantSplit: true,
      children: cells.map((content, i) =>
        cell(wordRuns(content, bookmarks, total), block.columns[i], i, style.cell, total),
      ),
    });
  const nothing = new TableRow({
    children: [
      new TableCell({
        columnSpan: block.columns.length,
        width: { size: across, type: WidthType.DXA },
        children: [
          new Paragraph({
            style: style.cell,
            children: [new TextRun({ text: block.empty, italics: true, color: hex(palette.muted) })],
          }),
        ],
      }),
    ],
  });
  const table = new Table({
    ...fixed(widths),
    style: style.table,
    tableLook: {
      firstRow: true,
      lastRow: false,
      firstColumn: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.columns.map((column, i) => cell([new TextRun(column.header)], column, i, style.head)),
      }),
      ...(block.rows.length === 0 ? [nothing] : block.rows.map((cells) => row(cells))),
      ...(block.total === undefined ? [] : [row(block.total, true)]),
    ],
  });
  const notes = (block.notes ?? []).map(
    (note) => new Paragraph({ style: style.note, children: wordRuns(note, bookmarks) }),
  );
  return [table, spacer(), ...notes];
}

/** Label and words side by side; the labels are the first column of a plain table, so both stay editable. */
export function factTable({ items }: Facts, bookmarks: Bookmarks, across: number): readonly FileChild[] {
  const widths = columnWidths([{ width: 29 }, { width: 71 }], across);
  const cell = (children: ParagraphChild[], i: number) =>
    new TableCell({
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
      children: [new Paragraph({ style: style.cell, children })],
    });
  if (items.length === 0) return [];
  const rows = items.map(
    ({ label, content }) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell([new TextRun({ text: label, bold: true, color: hex(palette.muted) })], 0),
          cell(wordRuns(content, bookmarks), 1),
        ],
      }),
  );
  const look = { firstRow: false, lastRow: false, firstColumn: true, lastColumn: false, noHBand: true, noVBand: true };
  return [new Table({ ...fixed(widths), style: style.plainTable, tableLook: look, rows }), spacer()];
}

export function tiles(items: readonly KeyFigure[], lang: Lang, across: number): readonly FileChild[] {
  const perRow = items.length <= 4 ? items.length : 3;
  if (perRow === 0) return [];
  const widths = columnWidths(
    Array.from({ length: perRow }, () => ({ width: 1 })),
    across,
  );
  const white = { style: BorderStyle.SINGLE, size: 48, color: hex(palette.paper) } as const;
  const rows: TableRow[] = [];
  for (let start = 0; start < items.length; start += perRow)
    rows.push(
      new TableRow({
        cantSplit: true,
        children: widths.map((size, i) => {
          const item = items[start + i];
          return new TableCell({
            width: { size, type: WidthType.DXA },
            margins: { top: 120, bottom: 120, left: 140, right: 100 },
            ...(item === undefined
              ? {}
              : { shading: { type: ShadingType.CLEAR, color: "auto", fill: hex(palette.wash) } }),
            children: item === undefined ? [new Paragraph({ style: style.cell })] : tile(item, lang),
          });
        }),
      }),
    );
  return [
    new Table({ ...fixed(widths), borders: { ...noBorders, insideHorizontal: white, insideVertical: white }, rows }),
    spacer(),
  ];
}

function tile({ stage, value, unit, interval, label }: KeyFigure, lang: Lang): Paragraph[] {
  const muted = hex(palette.muted);
  const small = (children: ParagraphChild[]) => new Paragraph({ style: style.cell, children });
  return [
    ...(stage === null
      ? []
      : [
          small([
            // An empty square for an intent, a full one for an event, as on the charts.
            new TextRun({ text: stage === "potential" ? "□ " : "■ ", color: hex(stageFills[stage].stroke) }),
            new TextRun({ text: stageNames[stage][lang], bold: true, color: muted }),
          ]),
        ]),
    new Paragraph({
      style: style.tileValue,
      children: [new TextRun(value), ...(unit === null ? [] : [new TextRun({ text: `\u00a0${unit}`, size: 20 })])],
    }),
    ...(interval === null ? [] : [small([new TextRun({ text: interval, color: muted })])]),
    small([new TextRun(label)]),
  ];
}

/** A box of one cell: unlike bordered paragraphs, it holds lists without breaking its own edge. */
export function box(
  children: readonly Paragraph[],
  { edge, wash }: { edge: string; wash: string },
  across: number,
): readonly FileChild[] {
  const cell = new TableCell({
    width: { size: across, type: WidthType.DXA },
    shading: { type: ShadingType.CLEAR, color: "auto", fill: hex(wash) },
    margins: { top: 120, bottom: 60, left: 200, right: 160 },
    borders: { top: none, bottom: none, right: none, left: { style: BorderStyle.SINGLE, size: 24, color: hex(edge) } },
    children,
  });
  return [
    new Table({
      ...fixed([across]),
      borders: noBorders,
      rows: [new TableRow({ cantSplit: true, children: [cell] })],
    }),
    spacer(),
  ];
}
