import { palette, stageFills, stageNames } from "@simbiosi/charts";
import type { Lang } from "@simbiosi/domain";
import type { Facts, Inlines, KeyFigure, Table } from "../blocks/block.ts";
import { wordRuns } from "./runs.ts";
import { hex, style } from "./styles.ts";
import type { Writing } from "./writing.ts";
import { paragraph, run, shading, side } from "./xml.ts";

/** Word glues two tables that touch into one: something always stands between. */
export const spacer = paragraph({ style: style.spacer }, "");

/** Shares of the width in whole twips; the last column takes what rounding leaves. */
export function columnWidths(columns: readonly { readonly width: number }[], across: number): readonly number[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((across * width) / total));
  const left = across - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, i) => (i === widths.length - 1 ? width + left : width));
}

type CellLook = {
  readonly width: number;
  readonly span?: number;
  readonly borders?: string;
  readonly fill?: string;
  readonly margins?: Readonly<Record<"top" | "left" | "bottom" | "right", number>>;
  readonly bottom?: boolean;
};

/** A cell, its properties in the order of Word's schema (ECMA-376, part 1, §17.4.70). */
function cell({ width, span, borders, fill, margins, bottom }: CellLook, paragraphs: string): string {
  const sides = (["top", "left", "bottom", "right"] as const).map((name) =>
    margins === undefined ? "" : `<w:${name} w:w="${margins[name]}" w:type="dxa"/>`,
  );
  return [
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>`,
    span === undefined ? "" : `<w:gridSpan w:val="${span}"/>`,
    borders === undefined ? "" : `<w:tcBorders>${borders}</w:tcBorders>`,
    fill === undefined ? "" : shading(fill),
    margins === undefined ? "" : `<w:tcMar>${sides.join("")}</w:tcMar>`,
    bottom === true ? '<w:vAlign w:val="bottom"/>' : "",
    `</w:tcPr>${paragraphs}</w:tc>`,
  ].join("");
}

const row = (cells: readonly string[], header = false): string =>
  `<w:tr><w:trPr><w:cantSplit/>${header ? "<w:tblHeader/>" : ""}</w:trPr>${cells.join("")}</w:tr>`;

type TableLook = { readonly style?: string; readonly borders?: string; readonly first?: "row" | "column" };

function table(widths: readonly number[], look: TableLook, rows: readonly string[]): string {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const on = (yes: boolean) => (yes ? "1" : "0");
  return [
    "<w:tbl><w:tblPr>",
    look.style === undefined ? "" : `<w:tblStyle w:val="${look.style}"/>`,
    `<w:tblW w:w="${whole}" w:type="dxa"/>`,
    look.borders === undefined ? "" : `<w:tblBorders>${look.borders}</w:tblBorders>`,
    '<w:tblLayout w:type="fixed"/>',
    `<w:tblLook w:firstRow="${on(look.first === "row")}" w:lastRow="0" w:firstColumn="${on(look.first === "column")}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`,
    `</w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`,
    ...rows,
    "</w:tbl>",
  ].join("");
}

const rightWhen = (number: boolean) => (number ? ({ align: "right" } as const) : {});

export function dataTable(block: Table, writing: Writing, across: number): string {
  const widths = columnWidths(block.columns, across);
  const ruled = side("top", 8, hex(palette.accent));
  const line = (cells: readonly Inlines[], total = false) =>
    row(
      cells.map((content, i) =>
        cell(
          { width: widths[i] ?? 0, ...(total ? { borders: ruled } : {}) },
          paragraph(
            { style: style.cell, ...rightWhen(block.columns[i]?.kind === "number") },
            wordRuns(content, writing, total),
          ),
        ),
      ),
    );
  const head = row(
    block.columns.map(({ header, kind }, i) =>
      cell(
        { width: widths[i] ?? 0, bottom: true },
        paragraph({ style: style.head, ...rightWhen(kind === "number") }, run(header)),
      ),
    ),
    true,
  );
  const nothing = () =>
    row([
      cell(
        { width: across, span: block.columns.length },
        paragraph({ style: style.cell }, run(block.empty, { italics: true, color: hex(palette.muted) })),
      ),
    ]);
  const rows = block.rows.length === 0 ? [nothing()] : block.rows.map((cells) => line(cells));
  const total = block.total === undefined ? [] : [line(block.total, true)];
  const notes = (block.notes ?? []).map((note) => paragraph({ style: style.note }, wordRuns(note, writing)));
  return [table(widths, { style: style.table, first: "row" }, [head, ...rows, ...total]), spacer, ...notes].join("");
}

/** Shares of a table of facts: what is said of what, and what is said. */
export const factShares = [{ width: 29 }, { width: 71 }] as const;

/** Label and words side by side; the labels are the first column of a plain table, so both stay editable. */
export function factTable({ items }: Facts, writing: Writing, across: number): string {
  if (items.length === 0) return "";
  const [labels = 0, words = 0] = columnWidths(factShares, across);
  const rows = items.map(({ label, content }) =>
    row([
      cell({ width: labels }, paragraph({ style: style.cell }, run(label, { bold: true, color: hex(palette.muted) }))),
      cell({ width: words }, paragraph({ style: style.cell }, wordRuns(content, writing))),
    ]),
  );
  return table([labels, words], { style: style.plainTable, first: "column" }, rows) + spacer;
}

const outside = (edge: string) =>
  `${side("top", 0, "auto")}${edge}${side("bottom", 0, "auto")}${side("right", 0, "auto")}`;
const noEdge = outside(side("left", 0, "auto"));

export const tilesPerRow = (count: number): number => (count <= 4 ? count : 3);

export function tiles(items: readonly KeyFigure[], lang: Lang, across: number): string {
  const perRow = tilesPerRow(items.length);
  if (perRow === 0) return "";
  const widths = columnWidths(
    Array.from({ length: perRow }, () => ({ width: 1 })),
    across,
  );
  const white = (name: string) => side(name, 48, hex(palette.paper));
  const rows: string[] = [];
  for (let start = 0; start < items.length; start += perRow)
    rows.push(
      row(
        widths.map((width, i) => {
          const item = items[start + i];
          const margins = { top: 120, left: 140, bottom: 120, right: 100 };
          if (item === undefined) return cell({ width, margins }, paragraph({ style: style.cell }, ""));
          return cell({ width, margins, fill: hex(palette.wash) }, tile(item, lang));
        }),
      ),
    );
  return table(widths, { borders: noEdge + white("insideH") + white("insideV") }, rows) + spacer;
}

function tile({ stage, value, unit, interval, label }: KeyFigure, lang: Lang): string {
  const muted = hex(palette.muted);
  const small = (runs: string) => paragraph({ style: style.cell }, runs);
  const named =
    stage === null
      ? ""
      : small(
          // An empty square for an intent, a full one for an event, as on the charts.
          run(stage === "potential" ? "□ " : "■ ", { color: hex(stageFills[stage].stroke) }) +
            run(stageNames[stage][lang], { bold: true, color: muted }),
        );
  const measured = unit === null ? "" : run(`\u00a0${unit}`, { size: 20 });
  return [
    named,
    paragraph({ style: style.tileValue }, run(value) + measured),
    interval === null ? "" : small(run(interval, { color: muted })),
    small(run(label)),
  ].join("");
}

/** Space inside a box, in twips. */
export const boxMargins = { top: 120, left: 200, bottom: 60, right: 160 } as const;

/** A box of one cell: unlike bordered paragraphs, it holds lists without breaking its own edge. */
export function box(paragraphs: string, { edge, wash }: { edge: string; wash: string }, across: number): string {
  const borders = outside(side("left", 24, hex(edge)));
  const inside = cell({ width: across, borders, fill: hex(wash), margins: boxMargins }, paragraphs);
  const insides = side("insideH", 0, "auto") + side("insideV", 0, "auto");
  return table([across], { borders: noEdge + insides }, [row([inside])]) + spacer;
}
