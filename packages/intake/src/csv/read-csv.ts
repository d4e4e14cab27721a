import type { Result } from "@simbiosi/domain";
import type { FileProblemCode } from "../problems/file-problems.ts";
import { findHeader } from "../tables/find-header.ts";
import { matchHeader } from "../tables/headers.ts";
import { defaultLimits, type Glance, headerWords, type Limits, type Sheet } from "../tables/sheet.ts";
import { sheetBuilder } from "../tables/sheet-builder.ts";
import { decode } from "./decode.ts";
import { parseCsv } from "./parse-csv.ts";

const separators = [";", "\t", ",", "|"] as const;
const SAMPLE_ROWS = 60;

/** Bytes that a long file is looked at by, before all of it is decoded. */
const HEAD = 1 << 18;

/**
 * The beginning of a long CSV file as a sheet that is given up, when nothing in it can be read: the rest needs neither
 * unfolding nor decoding. Undefined when it is worth reading whole.
 */
export function givenUpCsv(name: string, file: CsvBytes, limits: Limits, glance: Glance): Sheet | undefined {
  if (file.size <= HEAD) return undefined;
  const head = file.first(HEAD);
  const text = head.ok ? decode(head.value.subarray(0, lastLineEnd(head.value))) : undefined;
  if (text === undefined) return undefined;
  const sheet = readCsv(name, text.words, limits, glance);
  if (sheet.givenUpAfter !== undefined) return sheet;
  return glance(sheet) > 0 ? undefined : { ...sheet, givenUpAfter: sheet.rows.length };
}

/** A file of text that may have to be unfolded: its first bytes cost less than all. */
export type CsvBytes = {
  readonly size: number;
  readonly first: (bytes: number) => Result<Uint8Array, FileProblemCode>;
};

/** Where the last whole line of a cut file ends; all of it when no line ends within it. */
const lastLineEnd = (bytes: Uint8Array): number => {
  const end = Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13));
  return end > 0 ? end : bytes.length;
};

/** One CSV file as a sheet; cells stay as written, for a mark in front of words is understood with their column. */
export function readCsv(name: string, words: string, limits: Limits, glance?: Glance): Sheet {
  const declared = /^\ufeff?sep=([;,\t|])\r?\n/i.exec(words); // a first line that Excel writes and hides
  const text = declared ? words.slice(declared[0].length) : words;
  return sheetOf(name, text, declared?.[1] ?? separatorOf(name, text), limits, declared ? 1 : 0, glance);
}

function sheetOf(
  name: string,
  words: string,
  separator: string,
  limits: Limits,
  skipped: number,
  glance?: Glance,
): Sheet {
  const sheet = sheetBuilder(name, limits, true, glance);
  parseCsv(words, separator, ({ number, fields }) => {
    if (fields.slice(limits.columns).some((field) => field.trim() !== "")) sheet.beyondColumns(number + skipped);
    return sheet.row(number + skipped, fields.length > limits.columns ? fields.slice(0, limits.columns) : fields);
  });
  return sheet.done();
}

/** Columns that are the model's count more than those that resemble them. */
function namesOf(sheet: Sheet, table: "flows" | "establishments"): number {
  const header = findHeader(sheet, table, {});
  return header === undefined ? 0 : 100 * header.names.size + header.likely.size;
}

/** Rows that begin with a key of the territory and hold something more. */
const territoryKeys = ({ rows }: Sheet): number =>
  rows.filter(({ cells }) => cells.length > 1 && matchHeader("territory", headerWords(cells[0]))?.is === "field")
    .length;

/**
 * The separator under which the first rows name the most columns of the model, or keys of the territory; when none
 * does, the one that stands most often outside quotes. Ties go to the semicolon: in a French file the comma is decimal.
 */
function separatorOf(name: string, words: string): string {
  let best: { separator: string; known: number; count: number } | undefined;
  for (const separator of separators) {
    const sample = sheetBuilder(name, sampleLimits, true);
    let count = 0;
    parseCsv(words.slice(0, 200_000), separator, ({ number, fields }) => {
      count += fields.length - 1;
      return sample.row(number, fields) && number < SAMPLE_ROWS;
    });
    const sheet = sample.done();
    const known = Math.max(namesOf(sheet, "flows"), namesOf(sheet, "establishments"), territoryKeys(sheet));
    if (best === undefined || known > best.known || (known === best.known && count > best.count))
      best = { separator, known, count };
  }
  return best?.separator ?? ";";
}

const sampleLimits: Limits = { ...defaultLimits, rows: SAMPLE_ROWS };
