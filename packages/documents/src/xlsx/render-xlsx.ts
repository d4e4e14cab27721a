import { palette } from "@simbiosi/charts";
import { words } from "../blocks/words.ts";
import { sealZip } from "../seal/seal-zip.ts";
import { checkWorkbook } from "./check-workbook.ts";
import { drawSheet } from "./draw-sheet.ts";
import { storedText } from "./values.ts";
import { columnLetters, quoted, type Workbook } from "./workbook.ts";

/**
 * The workbook as an XLSX file. The same workbook and date give the same bytes.
 *
 * @param date `YYYY-MM-DD`, the date written inside the file
 * @throws when the workbook is not well formed (see `checkWorkbook`): a bug of whoever built it
 */
export async function renderXlsx(workbook: Workbook, { date }: { readonly date: string }): Promise<Uint8Array> {
  checkWorkbook(workbook);
  // Read when a workbook is written: most commands write none.
  const { default: ExcelJS } = await import("exceljs");
  const book = new ExcelJS.Workbook();
  book.title = storedText(workbook.title);
  book.creator = storedText(workbook.author);
  book.lastModifiedBy = book.creator;
  book.created = new Date(`${date}T12:00:00Z`);
  book.modified = book.created;
  // Results are written beside the formulas; a reader that can compute starts from its own.
  book.calcProperties.fullCalcOnLoad = true;

  const lists = gatherLists(workbook);
  for (const sheet of workbook.sheets) {
    const drawn = book.addWorksheet(sheet.name, {
      pageSetup: {
        paperSize: 9,
        orientation: "landscape",
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.6, header: 0.3, footer: 0.3 },
      },
      headerFooter: { oddHeader: pageHeader(workbook), oddFooter: pageFooter(workbook, sheet.name) },
    });
    drawSheet(book, drawn, workbook, sheet, lists.rangeOf);
  }
  if (lists.columns.length > 0) {
    const sheet = book.addWorksheet(lists.name, { state: "hidden" });
    lists.columns.forEach((choices, i) => {
      choices.forEach((choice, row) => {
        sheet.getCell(row + 1, i + 1).value = storedText(choice);
      });
    });
  }
  return sealZip(new Uint8Array(await book.xlsx.writeBuffer()), date);
}

type Lists = {
  readonly name: string;
  readonly columns: readonly (readonly string[])[];
  readonly rangeOf: (choices: readonly string[]) => string;
};

/**
 * Choices are kept on a hidden sheet and pointed to: written inside the rule they would be split at their own
 * commas, and refused beyond 255 signs.
 */
function gatherLists(workbook: Workbook): Lists {
  const columns = new Map<string, readonly string[]>();
  for (const { choices } of workbook.sheets.flatMap((sheet) => sheet.columns))
    if (choices !== undefined && choices.length > 0) columns.set(JSON.stringify(choices), choices);
  const keys = [...columns.keys()];
  const wanted = workbook.lang === "fr" ? "Listes" : "Lists";
  const taken = new Set(workbook.sheets.map(({ name }) => name.toLowerCase()));
  const name = taken.has(wanted.toLowerCase()) ? `${wanted} (2)` : wanted;
  return {
    name,
    columns: [...columns.values()],
    rangeOf: (choices) => {
      const letters = columnLetters(keys.indexOf(JSON.stringify(choices)));
      return `${quoted(name)}!$${letters}$1:$${letters}$${choices.length}`;
    },
  };
}

// An ampersand is a command in the header of a page, and two are an ampersand. No more than 255 signs in all.
const printed = (text: string) => storedText(text).slice(0, 90).replaceAll("&", "&&");

const pageHeader = ({ confidentiality }: Workbook): string =>
  confidentiality === null ? "" : `&C&"Arial,Bold"&9&K${palette.highlightEdge.slice(1)}${printed(confidentiality)}`;

const pageFooter = ({ title, lang }: Workbook, sheet: string): string =>
  `&L&8${printed(title)} – ${printed(sheet)}&R&8${words.page[lang]} &P / &N`;
