import {
  fail,
  inventoryFormat,
  MAX_JSON_LEVELS,
  ok,
  type Problem,
  type RefusedRow,
  type Result,
} from "@simbiosi/domain";
import { type Assembled, assemble, type Drafts } from "../assembly/assemble.ts";
import { type Draft, draft, keepAside, report } from "../assembly/draft.ts";
import { clean, MAX_TEXT } from "../cells/cell.ts";
import { type Decoded, decode } from "../csv/decode.ts";
import { establishmentFields } from "../fields/establishment-fields.ts";
import type { Field } from "../fields/field.ts";
import { flowFields } from "../fields/flow-fields.ts";
import { territoryFields } from "../fields/territory-fields.ts";
import { fileProblem } from "../problems/file-problems.ts";
import { refuse } from "../refusals/refusal.ts";
import { refusedRow } from "../refusals/report.ts";
import { defaultLimits, type Limits } from "../tables/sheet.ts";
import { type ListHead, outlineJson } from "./outline.ts";

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a value looks like in a report, without walking deep structures. */
function shown(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return shallow(value, 20) ? JSON.stringify(value) : "…";
}

/** Whether a value nests less than `depth` levels: `JSON.stringify` recurses, and a hostile file may nest a million. */
function shallow(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((inner) => shallow(inner, depth - 1));
}

function keep(row: Draft, key: string, value: unknown): void {
  if (value === undefined || value === null) return;
  const words =
    typeof value === "number" || typeof value === "boolean" ? value : clean(shown(value).slice(0, MAX_TEXT));
  keepAside(row, key, words);
}

/** Reads the fields of one object; what is unknown or not understood goes to `extra` under its key. */
function readFields(row: Draft, found: Json, fields: readonly Field[]): void {
  const known = new Set<string>(["extra"]);
  for (const { key, under, kind } of fields) {
    const holder = under === undefined ? found : found[under];
    known.add(under ?? key);
    const value = isObject(holder) ? holder[key] : undefined;
    const reading = kind.fromJson(value);
    if (!reading.ok) {
      report(row, row.columns(key), shown(value), reading.problem);
      keep(row, row.columns(key) ?? key, value);
    } else if (reading.value !== null) row.values.set(key, reading.value);
  }
  readExtra(row, found.extra);
  for (const [key, value] of Object.entries(found)) if (!known.has(key)) keep(row, key, value);
}

function readExtra(row: Draft, extra: unknown): void {
  if (isObject(extra)) for (const [key, value] of Object.entries(extra)) keep(row, key, value);
  else keep(row, "extra", extra);
}

/** Keys of `current` that are not ours, or a `current` that is no object, are kept and, when unreadable, reported. */
function readCurrent(row: Draft, current: unknown): void {
  if (current === undefined || current === null) return;
  if (!isObject(current)) {
    report(row, "current", shown(current), refuse("TEXT_UNREADABLE").problem);
    keep(row, "current", current);
    return;
  }
  const known = new Set(flowFields.filter(({ under }) => under === "current").map(({ key }) => key));
  for (const [key, value] of Object.entries(current)) if (!known.has(key)) keep(row, `current.${key}`, value);
}

const flowPath = new Map(flowFields.map(({ key, under }) => [key, under === undefined ? key : `${under}.${key}`]));

function rowsOf(
  sheet: "establishments" | "flows",
  list: unknown,
  refused: RefusedRow[],
  read: (row: Draft, found: Json) => void,
): Draft[] {
  const columns = (key: string): string => (sheet === "flows" ? (flowPath.get(key) ?? key) : key);
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) {
    refused.push(refusedRow({ sheet, row: null, column: sheet }, shown(list), refuse("LIST_EXPECTED").problem, false));
    return [];
  }
  const rows: Draft[] = [];
  for (const [index, found] of list.entries()) {
    const place = { sheet, row: index + 1, column: null };
    if (isObject(found)) {
      const row = draft(sheet, index + 1, columns);
      read(row, found);
      rows.push(row);
    } else refused.push(refusedRow(place, shown(found), refuse("ROW_UNREADABLE").problem, false));
  }
  return rows;
}

/** Whether a parser's complaint means that the text stops before its end; V8 gives words and, mostly, a position. */
function stopsEarly(words: string, complaint: string): boolean {
  const position = /position (\d+)/.exec(complaint)?.[1];
  return /end of JSON/.test(complaint) || (position !== undefined && Number(position) >= words.trimEnd().length);
}

/** The words around what the parser stumbled on. */
function near(words: string, complaint: string): string {
  const position = /position (\d+)/.exec(complaint)?.[1];
  if (position === undefined) return /"(.*)"/s.exec(complaint)?.[1]?.slice(0, 60) ?? words.slice(0, 40);
  return words.slice(Math.max(0, Number(position) - 20), Number(position) + 20);
}

/**
 * Reads the canonical carrier. Fields that are not understood are reported by sheet (`territory`, `establishments`,
 * `flows`), row from 1 and key, and stay in `extra`; rows that cannot stand are left out; all the rest goes in. A long
 * list whose first elements cannot be read is given up, and said to be.
 *
 * Fails with JSON_TOO_DEEP, JSON_MALFORMED, FILE_TRUNCATED (the text stops before its end), FILE_TOO_COMPLEX,
 * FILE_FOREIGN (it is no text) or FORMAT_UNKNOWN.
 */
export function readJson(
  name: string,
  file: Uint8Array,
  limits: Limits = defaultLimits,
): Result<Assembled & { readonly encoding: Decoded["encoding"] }, Problem> {
  const wide = (file[0] === 0xff && file[1] === 0xfe) || (file[0] === 0xfe && file[1] === 0xff); // UTF-16
  const bytes = wide ? new TextEncoder().encode(decode(file)?.words) : file;
  const textOf = (head: ListHead | undefined): Decoded | undefined => {
    const text = decode(head === undefined ? bytes : bytes.subarray(0, head.end));
    return text && { ...text, words: `${text.words.replace(/^\ufeff/, "")}${head === undefined ? "" : "]}"}` };
  };
  const outline = outlineJson(bytes, limits, (head) => {
    const value = parsed(textOf(head)?.words ?? "");
    if (!value.ok || !isObject(value.value)) return true; // what is wrong is told of the whole
    const read = draftsOf(value.value)[head.list];
    return read.some(({ values }) => (required[head.list] as readonly string[]).every((key) => values.has(key)));
  });
  if (outline === "deep") return fail(fileProblem("JSON_TOO_DEEP", { name, limit: MAX_JSON_LEVELS }));
  if (outline === "complex") return fail(fileProblem("FILE_TOO_COMPLEX", { name }));
  const text = textOf(outline);
  if (text === undefined) return fail(fileProblem("FILE_FOREIGN", { name }));
  const { words, encoding } = text;
  const value = parsed(words);
  if (!value.ok) {
    const complaint = value.problem;
    if (stopsEarly(words, complaint)) return fail(fileProblem("FILE_TRUNCATED", { name }));
    return fail(fileProblem("JSON_MALFORMED", { name, near: clean(near(words, complaint)).replace(/\s+/g, " ") }));
  }
  const format = isObject(value.value) ? value.value.format : undefined;
  if (!isObject(value.value) || format !== inventoryFormat)
    return fail(
      fileProblem("FORMAT_UNKNOWN", { name, found: shown(format ?? "?").slice(0, 80), expected: inventoryFormat }),
    );
  const drafts = draftsOf(value.value);
  const given =
    outline === undefined
      ? []
      : [
          refusedRow(
            { sheet: outline.list, row: null, column: null },
            null,
            refuse("ITEMS_UNREADABLE", { limit: String(outline.items) }).problem,
            false,
          ),
        ];
  return ok({ ...assemble({ ...drafts, refused: [...given, ...drafts.refused] }, "Territoire sans nom"), encoding });
}

/** What a row of each list cannot do without. */
const required = { establishments: ["name"], flows: ["establishment", "direction", "label"] } as const;

/** Fails with the parser's complaint. */
function parsed(words: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(words) as unknown);
  } catch (error) {
    return fail(error instanceof Error ? error.message : "");
  }
}

function draftsOf(value: Json): Drafts {
  const territory = draft("territory", null, (key) => key);
  if (isObject(value.territory)) readFields(territory, value.territory, territoryFields);
  else if (value.territory !== undefined && value.territory !== null) keep(territory, "territory", value.territory);
  const top = new Set(["format", "territory", "establishments", "flows"]);
  for (const [key, found] of Object.entries(value)) if (!top.has(key)) keep(territory, key, found);

  const refused: RefusedRow[] = [];
  return {
    territory,
    establishments: rowsOf("establishments", value.establishments, refused, (row, found) =>
      readFields(row, found, establishmentFields),
    ),
    flows: rowsOf("flows", value.flows, refused, (row, found) => {
      readFields(row, found, flowFields);
      readCurrent(row, found.current);
    }),
    refused,
  };
}
