import { fail, ok, type Problem, type Result } from "@simbiosi/domain";
import type { Archive } from "../archive/open-archive.ts";
import { joined, type Pieces } from "../archive/unfold.ts";
import { type Cell, isEmpty, MAX_TEXT } from "../cells/cell.ts";
import { type FileProblemCode, fileProblem, note } from "../problems/file-problems.ts";
import type { Glance, Limits, Sheet } from "../tables/sheet.ts";
import { type SheetBuilder, sheetBuilder } from "../tables/sheet-builder.ts";
import { percent } from "../xlsx/numbers.ts";
import type { FoundSheets } from "../xlsx/read-xlsx.ts";
import { attribute, scanXml } from "../xml/scan.ts";

const MIME = "application/vnd.oasis.opendocument.spreadsheet";

/** Whether an archive is an OpenDocument spreadsheet (or its template). */
export function isOds(archive: Archive): boolean {
  const mime = joined(archive.pieces("mimetype") ?? [], MIME.length);
  return mime.ok && new TextDecoder().decode(mime.value).trim().startsWith(MIME);
}

/**
 * Reads every sheet of an OpenDocument spreadsheet, rows in groups and repeated headers included. Runs of repeated rows
 * and cells stop at the limits: a file of a few bytes may announce a million times a million.
 *
 * Fails with FILE_DAMAGED when the content is missing or does not end, with ZIP_BOMB or XML_ENTITIES when it is not what it
 * says.
 */
export function readOds(name: string, archive: Archive, limits: Limits, glance?: Glance): Result<FoundSheets, Problem> {
  const sheets = readContent(archive.pieces("content.xml") ?? [], limits, glance);
  if (!sheets.ok)
    return fail(fileProblem(sheets.problem, { name, limit: Math.round(limits.inflatedBytes / (1024 * 1024)) }));
  const macros = archive.names.some((entry) => /^(Basic|Scripts)\//i.test(entry));
  return ok({ sheets: sheets.value, notes: macros ? [note("MACROS_IGNORED", { name })] : [] });
}

type OpenCell = { readonly attributes: string; words: string; paragraphs: number; readonly repeated: number };

function readContent(pieces: Pieces, limits: Limits, glance?: Glance): Result<Sheet[], FileProblemCode> {
  const sheets: Sheet[] = [];
  let sheet: SheetBuilder | undefined;
  let depth = 0; // tables inside a cell's drawing or a sub-table are not sheets
  let number = 0;
  let rowRepeated = 1;
  let cells: Cell[] = [];
  let column = 0;
  let open: OpenCell | undefined;
  let paragraph = 0;
  let aside = 0; // notes on a cell have paragraphs of their own
  let reading = true;

  const put = (cell: Cell, repeated: number): void => {
    for (let i = 0; i < repeated && column + i < limits.columns; i++) cells.push(cell);
    column += repeated;
    if (cell !== null && cell !== "" && column > limits.columns) sheet?.beyondColumns(number);
  };
  let left = false;
  const problem = scanXml(pieces, {
    open: (name, attributes) => {
      if (sheet?.element() === false) left = true;
      if (name === "table" && ++depth === 1) {
        sheet = sheetBuilder(attribute(attributes, "table:name") ?? "", limits, false, glance);
        number = 0;
        reading = true;
      } else if (depth !== 1) return;
      else if (name === "table-row") {
        rowRepeated = repeats(attributes, "table:number-rows-repeated");
        number++;
        cells = [];
        column = 0;
      } else if (name === "table-cell" || name === "covered-table-cell") {
        open = { attributes, words: "", paragraphs: 0, repeated: repeats(attributes, "table:number-columns-repeated") };
        const rows = repeats(attributes, "table:number-rows-spanned");
        if (rows > 1) {
          const columns = repeats(attributes, "table:number-columns-spanned");
          sheet?.merge({ top: number, bottom: number + rows - 1, left: column, right: column + columns - 1 });
        }
      } else if (name === "annotation") aside++;
      else if (name === "p" && open && aside === 0) {
        if (open.paragraphs++ > 0) open.words += "\n";
        paragraph++;
      } else if (paragraph > 0 && aside === 0 && open) {
        if (name === "s") open.words += " ".repeat(Math.min(1000, repeats(attributes, "text:c")));
        else if (name === "line-break") open.words += "\n";
        else if (name === "tab") open.words += "\t";
      }
    },
    close: (name) => {
      if (name === "table" && --depth === 0 && sheet) {
        sheets.push(sheet.done());
        sheet = undefined;
      } else if (depth !== 1) return;
      else if (name === "annotation") aside--;
      else if (name === "p" && aside === 0 && paragraph > 0) paragraph--;
      else if ((name === "table-cell" || name === "covered-table-cell") && open) {
        put(name === "table-cell" ? cellOf(open) : null, open.repeated);
        open = undefined;
      } else if (name === "table-row" && sheet) {
        for (let i = 0; i < rowRepeated && reading && !cells.every(isEmpty); i++)
          reading = sheet.row(number + i, cells);
        number += rowRepeated - 1;
      }
    },
    text: (piece) => {
      if (paragraph > 0 && aside === 0 && open && open.words.length <= MAX_TEXT) open.words += piece;
    },
    enough: () => left,
  });
  if (problem !== undefined) return fail(problem);
  return ok(sheet === undefined ? sheets : [...sheets, sheet.done()]);
}

function repeats(attributes: string, name: string): number {
  const value = Number(attribute(attributes, name) ?? 1);
  return Number.isInteger(value) && value > 0 ? value : 1;
}

/** The stored value of a cell; a formula without any says so. */
function cellOf({ attributes, words }: OpenCell): Cell {
  const type = attribute(attributes, "office:value-type") ?? attribute(attributes, "calcext:value-type");
  const formula = attribute(attributes, "table:formula") !== undefined;
  if (attribute(attributes, "calcext:value-type") === "error" || (formula && /^(#[A-Z/0!?]+|Err:\d+)$/i.test(words)))
    return { error: words };
  const value = Number(attribute(attributes, "office:value") ?? Number.NaN);
  if (type === "percentage" && Number.isFinite(value)) return percent(value);
  if ((type === "float" || type === "currency") && Number.isFinite(value)) return value;
  if (type === "boolean") return attribute(attributes, "office:boolean-value") === "true";
  if (type === "date") return dateOf(attribute(attributes, "office:date-value") ?? words);
  if (type === "time") return timeOf(attribute(attributes, "office:time-value") ?? words);
  if (type === "string" || words !== "")
    return words !== "" ? words : (attribute(attributes, "office:string-value") ?? "");
  return formula ? { uncached: true } : null;
}

/** `2027-12-31`, or with an hour behind: a day alone, or the words of both. */
function dateOf(words: string): Cell {
  const found = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?)?$/.exec(words);
  if (!found?.[1]) return words;
  return found[2] === undefined || found[2] === "00:00" ? { day: found[1] } : `${found[1]} ${found[2]}`;
}

/** `PT06H30M00S` → `06:30`. */
function timeOf(words: string): Cell {
  const found = /^PT(\d+)H(\d{1,2})M/.exec(words);
  return found ? `${found[1]?.padStart(2, "0")}:${found[2]?.padStart(2, "0")}` : words;
}
