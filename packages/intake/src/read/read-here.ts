import { fail, ok, type Problem, type Result } from "@simbiosi/domain";
import { type Archive, openArchive } from "../archive/open-archive.ts";
import type { Correction } from "../corrections/correct-cells.ts";
import { decode } from "../csv/decode.ts";
import { readCsv } from "../csv/read-csv.ts";
import { readJson } from "../json/read-json.ts";
import { isOds, readOds } from "../ods/read-ods.ts";
import { fileProblem, note } from "../problems/file-problems.ts";
import type { Mapping } from "../tables/mapping.ts";
import { readTables } from "../tables/read-tables.ts";
import type { Glance, Limits, Sheet } from "../tables/sheet.ts";
import { isXlsx, readXlsx } from "../xlsx/read-xlsx.ts";
import { fileKind } from "./file-kind.ts";
import type { ReadInventory } from "./result.ts";

export type NamedBytes = { readonly name: string; readonly bytes: Uint8Array };
export type Settings = {
  readonly mapping: Mapping;
  readonly limits: Limits;
  readonly corrections: readonly Correction[];
};

const MEGABYTE = 1024 * 1024;

/** Reads one file on the spot: what the worker does for archives, and the caller's own thread for text. */
export function readFile(file: NamedBytes, settings: Settings): Result<ReadInventory, Problem> {
  const { name, bytes } = file;
  const kind = fileKind(name, bytes);
  if (kind === "empty") return fail(fileProblem("FILE_EMPTY", { name }));
  if (kind === "old") return fail(fileProblem("FILE_OLD_FORMAT", { name }));
  if (kind === "encrypted") return fail(fileProblem("FILE_ENCRYPTED", { name }));
  if (kind === "binary" || kind === "markup") return fail(fileProblem("FILE_FOREIGN", { name }));
  const tooLarge = largerThan(
    kind === "zip" ? settings.limits.fileBytes : settings.limits.inflatedBytes,
    name,
    bytes.length,
  );
  if (tooLarge !== undefined) return fail(tooLarge);
  if (kind === "zip") return readZip(file, settings);
  if (kind === "json") return readJsonFile(file);
  const read = readFolder(name, [file], settings);
  const named = /\.(csv|tsv|txt)$/i.test(name);
  // A text of any kind without a table of ours: only a file that calls itself CSV is told about headers.
  return read.ok || named || read.problem.code !== "TABLE_NOT_FOUND"
    ? read
    : fail(fileProblem("FILE_FOREIGN", { name }));
}

function largerThan(limit: number, name: string, size: number): Problem | undefined {
  return size > limit ? fileProblem("FILE_TOO_LARGE", { name, limit: Math.round(limit / MEGABYTE) }) : undefined;
}

function readJsonFile({ name, bytes }: NamedBytes): Result<ReadInventory, Problem> {
  const text = decode(bytes);
  if (text === undefined) return fail(fileProblem("FILE_FOREIGN", { name }));
  const read = readJson(name, text.words.replace(/^\ufeff/, ""));
  return read.ok ? ok({ ...read.value, notes: encodingNotes(name, text.encoding), columns: [] }) : read;
}

const encodingNotes = (name: string, encoding: "utf-8" | "legacy" | "mended"): Problem[] =>
  encoding === "utf-8" ? [] : [note(encoding === "legacy" ? "ENCODING_LEGACY" : "ENCODING_MENDED", { name })];

/** Whether the first rows of a sheet give one company or one flow at least, read as the whole will be. */
const glanceOf =
  (settings: Settings): Glance =>
  (first) => {
    const read = readTables([first], { name: first.name, ...settings });
    if (!read.ok) return false;
    const { inventory, notes } = read.value;
    const made = notes.some(({ code }) => code === "ESTABLISHMENTS_MADE");
    return inventory.flows.length > 0 || (!made && inventory.establishments.length > 0);
  };

/** A folder of CSV files, or one alone. Files that are no CSV are left, and said to be. */
export function readFolder(
  name: string,
  files: readonly NamedBytes[],
  settings: Settings,
): Result<ReadInventory, Problem> {
  const sheets: Sheet[] = [];
  const notes: Problem[] = [];
  const tooLarge = largerThan(
    settings.limits.inflatedBytes,
    name,
    files.reduce((sum, { bytes }) => sum + bytes.length, 0),
  );
  if (tooLarge !== undefined) return fail(tooLarge);
  if (files.every(({ bytes }) => bytes.length === 0)) return fail(fileProblem("FILE_EMPTY", { name }));
  for (const file of files) {
    const text = files.length === 1 || /\.(csv|tsv|txt)$/i.test(file.name) ? decode(file.bytes) : undefined;
    if (text === undefined) {
      notes.push(note("SHEET_IGNORED", { found: file.name }));
      continue;
    }
    sheets.push(readCsv(file.name.replace(/^.*[/\\]/, ""), text.words, settings.limits, glanceOf(settings)));
    notes.push(...encodingNotes(file.name, text.encoding));
  }
  const read = readTables(sheets, { name, ...settings });
  return read.ok ? ok({ ...read.value, notes: [...notes, ...read.value.notes] }) : read;
}

function readZip({ name, bytes }: NamedBytes, settings: Settings): Result<ReadInventory, Problem> {
  const archive = openArchive(name, bytes, settings.limits);
  if (!archive.ok) return archive;
  if (!isXlsx(archive.value) && !isOds(archive.value)) return readFolder(name, filesOf(archive.value), settings);
  const found = isXlsx(archive.value)
    ? readXlsx(name, archive.value, settings.limits, glanceOf(settings))
    : readOds(name, archive.value, settings.limits, glanceOf(settings));
  if (!found.ok) return found;
  const read = readTables(found.value.sheets, { name, ...settings });
  return read.ok ? ok({ ...read.value, notes: [...found.value.notes, ...read.value.notes] }) : read;
}

/** The files of a zip, without what macOS and hidden folders add. */
const filesOf = ({ names, read }: Archive): NamedBytes[] =>
  names
    .filter((name) => !/(^|\/)(__MACOSX\/|\.)/.test(name))
    .map((name) => ({ name, bytes: read(name) ?? new Uint8Array([0]) }));
