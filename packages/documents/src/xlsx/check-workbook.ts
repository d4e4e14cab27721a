import { bug } from "@simbiosi/domain";
import type { Cell, Workbook } from "./workbook.ts";

/**
 * Refuses a workbook that Excel would repair or reject. Workbooks are built by code: each of these is a bug of
 * the builder.
 */
export function checkWorkbook(workbook: Workbook): void {
  const sheets = new Set<string>();
  const names = new Set<string>();
  if (workbook.sheets.length === 0) bug("a workbook has a sheet");
  for (const sheet of workbook.sheets) {
    const folded = sheet.name.toLowerCase();
    if (!/^[^[\]:*?/\\]{1,31}$/.test(sheet.name) || /^'|'$/.test(sheet.name))
      bug(`${sheet.name} is not the name of a sheet`);
    if (sheets.has(folded)) bug(`two sheets are called ${sheet.name}`);
    sheets.add(folded);
    if (sheet.columns.length === 0) bug(`the sheet ${sheet.name} has no column`);
    for (const row of [...sheet.rows, ...(sheet.total === undefined ? [] : [sheet.total])])
      if (row.length !== sheet.columns.length)
        bug(`a row of ${row.length} cells in a sheet of ${sheet.columns.length} columns (${sheet.name})`);
    const given = [...sheet.columns.map(({ name }) => name), ...sheet.rows.flat().map(nameOf)];
    for (const name of given) {
      if (name === undefined) continue;
      // A name like "AB12" or "R1C1" would be read as a cell.
      if (!/^[A-Za-z_][A-Za-z0-9_]{0,200}$/.test(name) || /^([A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*|[Rr]|[Cc])$/.test(name))
        bug(`${name} is not a name for a cell`);
      if (names.has(name.toLowerCase())) bug(`the name ${name} is given twice`);
      names.add(name.toLowerCase());
    }
  }
}

const nameOf = (cell: Cell): string | undefined => (typeof cell === "object" && cell !== null ? cell.name : undefined);
