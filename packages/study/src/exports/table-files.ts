import { csvText, type Lang } from "@simbiosi/domain";
import { type Cell, marked, writeTable } from "@simbiosi/intake";
import type { ExportTable } from "./table.ts";

/** The table as a CSV that a spreadsheet of this language opens; words that look like formulas are inert. */
export const tableCsv = ({ columns, rows }: ExportTable, lang: Lang): string =>
  csvText(
    columns.map(({ header }) => header),
    rows,
    lang,
    (words, column) => marked(words, columns[column]?.aside === true),
  );

/**
 * The table as a workbook: numbers are numbers, days are days, words are words whatever they begin with; the header stays.
 * @param date of the stamps, `YYYY-MM-DD`
 */
export const tableXlsx = ({ title, columns, rows }: ExportTable, date: string): Promise<Uint8Array> =>
  writeTable(
    {
      sheet: title.replace(/[[\]:*?/\\]/g, " ").slice(0, 31),
      columns,
      rows: rows.map((row) =>
        row.map((cell, i): Cell => (typeof cell === "string" && columns[i]?.kind === "date" ? { day: cell } : cell)),
      ),
    },
    { date },
  );
