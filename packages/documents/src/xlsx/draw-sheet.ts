import { palette, textWidth } from "@simbiosi/charts";
import type ExcelJS from "exceljs";
import { numberFormat, stored, storedText } from "./values.ts";
import {
  type Cell,
  columnLetters,
  columnRange,
  type Format,
  type FullCell,
  headerRow,
  quoted,
  type Sheet,
  type Workbook,
} from "./workbook.ts";

const argb = (colour: string): string => `FF${colour.slice(1).toUpperCase()}`;
const fill = (colour: string): ExcelJS.Fill => ({ type: "pattern", pattern: "solid", fgColor: { argb: argb(colour) } });
const line = (colour: string, style: ExcelJS.BorderStyle = "thin") => ({ style, color: { argb: argb(colour) } });
const font = (options: Partial<ExcelJS.Font> & { readonly colour?: string }): Partial<ExcelJS.Font> => {
  const { colour = palette.ink, ...rest } = options;
  return { name: "Arial", size: 10, color: { argb: argb(colour) }, ...rest };
};

/** Draws one sheet: stamp, introduction, table, notes, and what makes it usable on screen and on paper. */
export function drawSheet(
  book: ExcelJS.Workbook,
  drawn: ExcelJS.Worksheet,
  workbook: Workbook,
  sheet: Sheet,
  rangeOf: (choices: readonly string[]) => string,
): void {
  const head = headerRow(workbook, sheet);
  const first = head + 1;
  const last = head + sheet.rows.length;
  sheet.columns.forEach((column, i) => {
    drawn.getColumn(i + 1).width = column.width;
  });
  drawLines(drawn, workbook, sheet);
  drawHeader(drawn, sheet, head);
  sheet.rows.forEach((row, r) => {
    drawRow(book, drawn, sheet, row, first + r, false);
  });
  if (sheet.total !== undefined) drawRow(book, drawn, sheet, sheet.total, last + 1, true);
  const under = last + (sheet.total === undefined ? 2 : 3);
  sheet.notes.forEach((note, i) => {
    write(drawn.getCell(under + i, 1), note, { size: 9, colour: palette.muted });
  });

  sheet.columns.forEach((column, i) => {
    if (column.name !== undefined) book.definedNames.add(columnRange(workbook, sheet, i), column.name);
    if (column.choices === undefined || column.choices.length === 0) return;
    for (let row = first; row <= last; row++)
      drawn.getCell(row, i + 1).dataValidation = {
        type: "list",
        allowBlank: true,
        showErrorMessage: true,
        formulae: [rangeOf(column.choices)],
      };
  });
  const lastColumn = columnLetters(sheet.columns.length - 1);
  if (sheet.rows.length > 0) drawn.autoFilter = `A${head}:${lastColumn}${last}`;
  drawn.views = [{ state: "frozen", xSplit: sheet.frozenColumns, ySplit: head, showGridLines: false }];
  drawn.pageSetup.printTitlesRow = `${head}:${head}`;
}

function drawLines(drawn: ExcelJS.Worksheet, workbook: Workbook, sheet: Sheet): void {
  let row = 1;
  if (workbook.confidentiality !== null) {
    const cell = drawn.getCell(row++, 1);
    write(cell, workbook.confidentiality, { bold: true, colour: palette.highlightEdge });
  }
  sheet.intro.forEach((sentence, i) => {
    write(drawn.getCell(row + i, 1), sentence, i === 0 ? { bold: true, size: 14, colour: palette.accent } : {});
    if (i === 0) drawn.getRow(row).height = 24;
  });
}

/** One line of words that runs over the cells to its right. */
function write(cell: ExcelJS.Cell, words: string, look: Parameters<typeof font>[0]): void {
  cell.value = storedText(words);
  cell.font = font(look);
}

function drawHeader(drawn: ExcelJS.Worksheet, sheet: Sheet, row: number): void {
  sheet.columns.forEach(({ header, format, help }, i) => {
    const cell = drawn.getCell(row, i + 1);
    write(cell, header, { bold: true, colour: palette.paper });
    cell.fill = fill(palette.accent);
    cell.alignment = { wrapText: true, vertical: "middle", horizontal: isText(format) ? "left" : "right", indent: 1 };
    if (help !== undefined) cell.note = storedText(help);
  });
  // Bold letters, and air around them.
  const height = rowHeight(sheet.columns.map(({ header, width }) => ({ words: header, width: width * 0.9 })));
  drawn.getRow(row).height = (height ?? 19) + 5;
}

function drawRow(
  book: ExcelJS.Workbook,
  drawn: ExcelJS.Worksheet,
  sheet: Sheet,
  row: readonly Cell[],
  at: number,
  total: boolean,
): void {
  const written: { words: string; width: number }[] = [];
  sheet.columns.forEach((column, i) => {
    const full = fullCell(row[i] ?? null);
    const format = full.format ?? column.format;
    const cell = drawn.getCell(at, i + 1);
    const value = "formula" in full ? stored(full.result, format) : stored(full.value, format);
    cell.value = "formula" in full ? { formula: full.formula, ...(value === null ? {} : { result: value }) } : value;
    if (typeof value === "string") written.push({ words: value, width: column.width });
    const missing = typeof value === "string" && !isText(format);
    cell.numFmt = numberFormat(format);
    cell.font = font({
      bold: total || full.emphasis === "strong",
      italic: missing,
      colour: missing || full.emphasis === "muted" ? palette.muted : palette.ink,
    });
    cell.alignment = {
      wrapText: isText(format),
      vertical: "top",
      horizontal: isText(format) ? "left" : "right",
      indent: 1,
    };
    cell.border = total ? { top: line(palette.accent, "medium") } : { bottom: line(palette.rule) };
    if (full.emphasis === "input") cell.fill = fill(palette.highlight);
    if (full.note !== undefined) cell.note = storedText(full.note);
    if (full.name !== undefined) book.definedNames.add(`${quoted(sheet.name)}!$${columnLetters(i)}$${at}`, full.name);
  });
  drawn.getRow(at).height = rowHeight(written) ?? 17;
}

const fullCell = (cell: Cell): FullCell => (typeof cell === "object" && cell !== null ? cell : { value: cell });

/**
 * Height in points of a row that has cells on several lines; undefined for a plain one, left to the reader. Not
 * every reader works heights out by itself, and the words of a cell cut in half are lost on paper.
 */
function rowHeight(cells: readonly { readonly words: string; readonly width: number }[]): number | undefined {
  const lines = Math.max(1, ...cells.map(({ words, width }) => linesOf(words, width)));
  return lines === 1 ? undefined : Math.min(400, 6 + 13 * lines);
}

// A column is as wide as that many zeros of Arial 10 (5.56 points each), whose letters are a tenth wider than
// those that the charts measure.
const linesOf = (words: string, width: number): number =>
  words
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((textWidth(line, 10) * 1.1) / ((width - 3) * 5.56))), 0);

const isText = ({ kind }: Format): boolean => kind === "text";
