import { fail, ok, type Result } from "@simbiosi/domain";
import type { Pieces } from "../archive/unfold.ts";
import { type Cell, MAX_TEXT } from "../cells/cell.ts";
import type { FileProblemCode } from "../problems/file-problems.ts";
import type { Glance, Limits, Merge, Sheet } from "../tables/sheet.ts";
import { sheetBuilder } from "../tables/sheet-builder.ts";
import { attribute, scanXml } from "../xml/scan.ts";
import { styled } from "./numbers.ts";
import { type SharedStrings, unescaped } from "./shared-strings.ts";
import type { NumberStyle } from "./styles.ts";

/** What the cells of a sheet refer to. */
type Book = {
  readonly strings: SharedStrings;
  readonly styles: readonly NumberStyle[];
  readonly dates: 1900 | 1904;
};

/** `BC12` → column 54 and row 12; undefined for anything else. */
export function parseReference(words: string): { column: number; row: number } | undefined {
  const found = /^\$?([A-Z]{1,4})\$?(\d{1,8})$/.exec(words);
  if (!found?.[1]) return undefined;
  let column = 0;
  for (const letter of found[1]) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(found[2]) };
}

type OpenCell = { column: number; type: string; style: number; value: string; formula: boolean };

/**
 * Reads the cells of one worksheet part. A formula gives its stored value, or says that it has none. Cells beyond the
 * limits are not kept, however many there are. Fails as {@link scanXml} does.
 */
export function readSheet(
  name: string,
  pieces: Pieces,
  book: Book,
  limits: Limits,
  glance?: Glance,
): Result<Sheet, FileProblemCode> {
  const sheet = sheetBuilder(name, limits, false, glance);
  let row = 0;
  let cells: Cell[] = [];
  let open: OpenCell | undefined;
  let next = 0;
  let inValue = false;
  let reading = true;
  const problem = scanXml(pieces, {
    open: (element, attributes) => {
      if (!sheet.element()) reading = false;
      if (element === "mergeCell") {
        const merge = mergeOf(attribute(attributes, "ref") ?? "");
        if (merge) sheet.merge(merge);
      } else if (!reading) return;
      else if (element === "row") {
        row = Number(attribute(attributes, "r") ?? row + 1);
        cells = [];
        next = 0;
      } else if (element === "c") {
        const column = parseReference(attribute(attributes, "r") ?? "")?.column ?? next;
        next = column + 1;
        const style = Number(attribute(attributes, "s") ?? -1);
        open = { column, type: attribute(attributes, "t") ?? "n", style, value: "", formula: false };
      } else if (element === "f" && open) open.formula = true;
      else if (element === "v" || element === "t") inValue = open !== undefined;
    },
    close: (element) => {
      if (element === "v" || element === "t") inValue = false;
      else if (element === "c" && open) {
        const value = cellOf(open, book);
        if (open.column < limits.columns) {
          while (cells.length < open.column) cells.push(null);
          cells[open.column] = value;
        } else if (value !== null && value !== "") sheet.beyondColumns(row);
        open = undefined;
      } else if (element === "row" && reading) reading = sheet.row(row, cells);
    },
    text: (piece) => {
      if (inValue && open && open.value.length <= MAX_TEXT) open.value += piece; // one more says that it is too long
    },
    // Below the last row stand the merged cells, which matter no more once a sheet is left.
    enough: () => !reading && sheet.isLeft(),
  });
  return problem === undefined ? ok(sheet.done()) : fail(problem);
}

function cellOf({ type, style, value, formula }: OpenCell, { strings, styles, dates }: Book): Cell {
  if (formula && value === "" && type !== "str") return { uncached: true };
  if (type === "s") return value === "" ? null : (strings.at(Number(value)) ?? { error: "#REF!" });
  if (type === "str" || type === "inlineStr") return unescaped(value);
  if (type === "b") return value === "1" || value === "true";
  if (type === "e") return { error: value };
  if (value === "") return null;
  const number = Number(value);
  return type === "d" || Number.isNaN(number) ? value : styled(number, styles[style], dates);
}

function mergeOf(reference: string): Merge | undefined {
  const [from, to] = reference.split(":").map(parseReference);
  return from && to && { top: from.row, bottom: to.row, left: from.column, right: to.column };
}
