import type { Inventory } from "@simbiosi/domain";
import type exceljs from "exceljs";
import type { Cell } from "../cells/cell.ts";
import { dayOf } from "../cells/date.ts";
import { tablesOf, type WrittenTable } from "../tables/write-tables.ts";
import { seal } from "./seal.ts";

declare module "exceljs" {
  interface Worksheet {
    /** There since 2018, missing from the published types: one rule for a range instead of one per cell. */
    readonly dataValidations: { add(range: string, rule: exceljs.DataValidation): void };
  }
}

export type WorkbookOptions = {
  /** Day of every stamp, `YYYY-MM-DD`: two runs with one date give the same bytes. */
  readonly date: string;
};

/**
 * The workbook carrier: sheets Territoire, Établissements, Flux with French headers frozen on top, dates as dates,
 * drop-down lists that suggest and do not forbid. Words are string cells, never formulas.
 */
export async function writeWorkbook(inventory: Inventory, { date }: WorkbookOptions): Promise<Uint8Array> {
  // Read when a workbook is written: most commands write none.
  const { default: writer } = await import("exceljs");
  const workbook = new writer.Workbook();
  stamp(workbook, date);
  for (const table of tablesOf(inventory)) addSheet(workbook, table);
  return seal(new Uint8Array(await workbook.xlsx.writeBuffer()), date);
}

export function stamp(workbook: exceljs.Workbook, date: string): void {
  const noon = new Date(`${date}T12:00:00Z`);
  workbook.creator = "Simbiosi";
  workbook.lastModifiedBy = "Simbiosi";
  workbook.created = noon;
  workbook.modified = noon;
}

/** Rows below the last one that also get the drop-down lists, and where they stop: the writer unfolds every range. */
const SPARE_ROWS = 200;
const LAST_LISTED = 5000;

type SheetOf = Pick<WrittenTable, "sheet" | "columns" | "rows">;

/** One table as a workbook of its own, in the same way, with a filter on its header. */
export async function writeTable(table: SheetOf, { date }: WorkbookOptions): Promise<Uint8Array> {
  const { default: writer } = await import("exceljs");
  const workbook = new writer.Workbook();
  stamp(workbook, date);
  const page = addSheet(workbook, table);
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: table.rows.length + 1, column: table.columns.length } };
  return seal(new Uint8Array(await workbook.xlsx.writeBuffer()), date);
}

export function addSheet(workbook: exceljs.Workbook, { sheet, columns, rows }: SheetOf): exceljs.Worksheet {
  const page = workbook.addWorksheet(sheet, { views: [{ state: "frozen", xSplit: 0, ySplit: 1 }] });
  columns.forEach(({ header, width, choices }, index) => {
    const column = page.getColumn(index + 1);
    column.width = width;
    const head = page.getCell(1, index + 1);
    put(head, header);
    head.font = { bold: true };
    head.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE3EFE8" } };
    head.alignment = { vertical: "top", wrapText: true };
    if (choices !== undefined)
      suggest(page, column.letter, Math.min(rows.length + 1 + SPARE_ROWS, LAST_LISTED), choices);
  });
  rows.forEach((cells, row) => {
    cells.forEach((cell, index) => {
      if (cell !== null) put(page.getCell(row + 2, index + 1), cell);
    });
  });
  return page;
}

/** A list under the cells of a column; other words are let in, for reading understands more than the list. */
function suggest(page: exceljs.Worksheet, letter: string, last: number, choices: readonly string[]): void {
  page.dataValidations.add(`${letter}2:${letter}${last}`, {
    type: "list",
    allowBlank: true,
    showErrorMessage: false,
    formulae: [`"${choices.join(",")}"`],
  });
}

function put(target: exceljs.Cell, cell: Cell): void {
  if (typeof cell === "string") target.value = escaped(cell);
  else if (typeof cell === "number" || typeof cell === "boolean") target.value = cell;
  else if (cell !== null && "day" in cell) {
    // Serial dates are sure from March 1900 on; an older day stays words.
    const [year = 0, month = 1, day = 1] = cell.day.split("-").map(Number);
    const real = year > 1900 && dayOf(year, month, day) !== undefined;
    target.value = real ? new Date(Date.UTC(year, month - 1, day)) : cell.day;
    if (real) target.numFmt = "dd/mm/yyyy";
  }
}

/** `_x0041_` is how a workbook spells a character it cannot hold: words that look like it must be spelt themselves. */
const escaped = (words: string): string => words.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
