import { restored } from "@simbiosi/domain";
import { foldKey } from "../vocabulary/fold-key.ts";
import { parseCsv } from "./parse-csv.ts";

/** One row of a CSV whose columns are known by their names. `number` is the row as a spreadsheet shows it. */
export type NamedRecord = { readonly number: number; readonly at: (name: string) => string };

/** The rows of a CSV under one line of headers, and whether a header is there. */
export type Records = {
  readonly has: (name: string) => boolean;
  readonly headers: readonly string[];
  readonly each: (take: (record: NamedRecord) => void) => void;
};

/**
 * Reads a CSV of an official format: the first line holds the headers, compared without case, accents and punctuation;
 * the separator is the one of `; , tab` that stands most often in it. A column that is not there reads as nothing; words
 * that were made inert for a spreadsheet are given back.
 */
export function recordsOf(words: string): Records {
  const first = /^\ufeff?([^\r\n]*)/.exec(words)?.[1] ?? "";
  const counted = [";", ",", "\t"].map((separator) => ({ separator, count: first.split(separator).length }));
  const separator = counted.toSorted((a, b) => b.count - a.count)[0]?.separator ?? ";";
  const headers: string[] = [];
  parseCsv(words, separator, ({ fields }) => {
    headers.push(...fields.map((field) => field.trim()));
    return false;
  });
  const columns = new Map<string, number>();
  for (const [index, header] of headers.entries())
    if (!columns.has(foldKey(header))) columns.set(foldKey(header), index);
  return {
    headers,
    has: (name) => columns.has(foldKey(name)),
    each: (take) =>
      parseCsv(words, separator, ({ number, fields }) => {
        if (number > 1 && fields.some((field) => field.trim() !== ""))
          take({ number, at: (name) => restored(fields[columns.get(foldKey(name)) ?? -1] ?? "").trim() });
        return true;
      }),
  };
}
