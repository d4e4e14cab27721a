import type { Flow } from "@simbiosi/domain";
import exceljs from "exceljs";
import { type Zippable, zipSync } from "fflate";
import type { Correction } from "../corrections/correct-cells.ts";
import { readFile, readFolder } from "../read/read-here.ts";
import type { ReadInventory } from "../read/result.ts";
import type { Mapping } from "../tables/mapping.ts";
import { defaultLimits, type Limits } from "../tables/sheet.ts";

/** Ways to make small carriers in tests, and to read them on the spot. */

export const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);

type Options = {
  readonly mapping?: Mapping;
  readonly limits?: Partial<Limits>;
  readonly corrections?: readonly Correction[];
};
const settingsOf = ({ mapping = {}, limits = {}, corrections = [] }: Options) => ({
  mapping,
  corrections,
  limits: { ...defaultLimits, ...limits },
});

/** Reads a file that must be readable. */
export function read(name: string, content: Uint8Array | string, options: Options = {}): ReadInventory {
  const bytes = typeof content === "string" ? bytesOf(content) : content;
  const found = readFile({ name, bytes }, settingsOf(options));
  if (!found.ok) throw new Error(`${name}: ${found.problem.code}`);
  return found.value;
}

/** The code of the problem that reading a whole file ends with; "ok" when it does not. */
export function problemOf(name: string, content: Uint8Array | string, options: Options = {}): string {
  const bytes = typeof content === "string" ? bytesOf(content) : content;
  const found = readFile({ name, bytes }, settingsOf(options));
  return found.ok ? "ok" : found.problem.code;
}

/** Reads a folder of CSV given as name → text. */
export function readCsvFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Options = {},
): ReadInventory {
  const named = Object.entries(files).map(([name, text]) => ({
    name,
    bytes: typeof text === "string" ? bytesOf(text) : text,
  }));
  const found = readFolder("dossier", named, settingsOf(options));
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
}

/** One flow of "Scierie fictive" from one header and one cell of a workbook in CSV, and what was refused of it. */
export function readCell(
  header: string,
  cell: string,
  direction = "sortant",
): { flow: Flow | undefined; codes: string[] } {
  const quoted = (words: string): string => `"${words.replaceAll('"', '""')}"`;
  const text = `Établissement;Sens;Désignation;${quoted(header)}\nScierie fictive;${direction};sciure;${quoted(cell)}\n`;
  const { inventory, refused } = read("flux.csv", text);
  return { flow: inventory.flows[0], codes: refused.map(({ code }) => code) };
}

/** A workbook from rows of plain values, as Excel would save it. Arrange changes it before it is saved. */
export async function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly exceljs.CellValue[])[]>>,
  arrange: (book: exceljs.Workbook) => void = () => {},
): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    rows.forEach((cells, row) => {
      cells.forEach((value, column) => {
        if (value !== null && value !== undefined) sheet.getCell(row + 1, column + 1).value = value;
      });
    });
  }
  arrange(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const relationships = (type: string, target: string): string =>
  `<Relationships><Relationship Id="r1" Type="https://example.invalid/${type}" Target="${target}"/></Relationships>`;

/** A workbook of one sheet "Flux" from the bare XML of its worksheet; `more` adds or replaces entries. */
export const rawWorkbook = (worksheet: string | Uint8Array, more: Zippable = {}): Uint8Array =>
  zipSync({
    "[Content_Types].xml": bytesOf("<Types/>"),
    "_rels/.rels": bytesOf(relationships("officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": bytesOf('<workbook><sheets><sheet name="Flux" r:id="r1"/></sheets></workbook>'),
    "xl/_rels/workbook.xml.rels": bytesOf(relationships("worksheet", "worksheets/sheet1.xml")),
    "xl/worksheets/sheet1.xml": typeof worksheet === "string" ? bytesOf(worksheet) : worksheet,
    ...more,
  });

const cellXml = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;

/** The XML of a worksheet from rows of words. */
export const worksheetXml = (rows: readonly (readonly string[])[]): string =>
  `<worksheet><sheetData>${rows.map((cells) => `<row>${cells.map(cellXml).join("")}</row>`).join("")}</sheetData></worksheet>`;

/** Headers and one row of a flow that nothing is wrong with. */
export const soundRows = [
  ["Établissement", "Sens", "Désignation", "Quantité", "Unité"],
  ["Scierie fictive", "sortant", "sciure", "12", "t"],
] as const;

/** An OpenDocument spreadsheet of one sheet "Flux" from the bare XML of its rows. */
export const rawOds = (rows: string): Uint8Array =>
  zipSync({
    mimetype: bytesOf("application/vnd.oasis.opendocument.spreadsheet"),
    "content.xml": bytesOf(
      `<office:document-content><office:body><office:spreadsheet><table:table table:name="Flux">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  });
