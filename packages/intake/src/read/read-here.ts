import { fail, ok, type Problem, type Result } from "@simbiosi/domain";
import { type Archive, openArchive } from "../archive/open-archive.ts";
import { joined } from "../archive/unfold.ts";
import type { Correction } from "../corrections/correct-cells.ts";
import { decode } from "../csv/decode.ts";
import { type CsvBytes, givenUpCsv, readCsv } from "../csv/read-csv.ts";
import { readJson } from "../json/read-json.ts";
import { isOds, readOds } from "../ods/read-ods.ts";
import { fileProblem, note } from "../problems/file-problems.ts";
import type { Mapping } from "../tables/mapping.ts";
import { readTables } from "../tables/read-tables.ts";
import type { Glance, Limits, Sheet } from "../tables/sheet.ts";
import { isXlsx, readXlsx } from "../xlsx/read-xlsx.ts";
import { fileKind } from "./file-kind.ts";
import type { ReadInventory } from "./result.ts";

type NamedFile = CsvBytes & { readonly name: string };
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
  if (kind === "json") return readJsonFile(file, settings);
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

function readJsonFile({ name, bytes }: NamedBytes, { limits }: Settings): Result<ReadInventory, Problem> {
  const read = readJson(name, bytes, limits);
  if (!read.ok) return read;
  const { encoding, ...found } = read.value;
  return ok({ ...found, notes: encodingNotes(name, encoding), columns: [] });
}

const encodingNotes = (name: string, encoding: "utf-8" | "legacy" | "mended"): Problem[] =>
  encoding === "utf-8" ? [] : [note(encoding === "legacy" ? "ENCODING_LEGACY" : "ENCODING_MENDED", { name })];

/** Companies that are listed and flows, in the first rows of a sheet. */
const glanceOf =
  (settings: Settings): Glance =>
  (first) => {
    const read = readTables([first], { name: first.name, ...settings });
    if (!read.ok) return 0;
    const { inventory, notes } = read.value;
    const made = notes.some(({ code }) => code === "ESTABLISHMENTS_MADE");
    return inventory.flows.length + (made ? 0 : inventory.establishments.length);
  };

/** A folder of CSV files, or one alone. Files that are no CSV are left, and said to be. */
export function readFolder(
  name: string,
  files: readonly NamedBytes[],
  settings: Settings,
): Result<ReadInventory, Problem> {
  return readFiles(
    name,
    files.map(({ name: file, bytes }) => ({
      name: file,
      size: bytes.length,
      first: (most) => ok(bytes.subarray(0, most)),
    })),
    settings,
  );
}

function readFiles(name: string, files: readonly NamedFile[], settings: Settings): Result<ReadInventory, Problem> {
  const { limits } = settings;
  const sheets: Sheet[] = [];
  const notes: Problem[] = [];
  const tooLarge = largerThan(
    settings.limits.inflatedBytes,
    name,
    files.reduce((sum, { size }) => sum + size, 0),
  );
  if (tooLarge !== undefined) return fail(tooLarge);
  if (files.every(({ size }) => size === 0)) return fail(fileProblem("FILE_EMPTY", { name }));
  for (const file of files) {
    const title = file.name.replace(/^.*[/\\]/, "");
    const read = files.length === 1 || /\.(csv|tsv|txt)$/i.test(file.name);
    const garbage = read ? givenUpCsv(title, file, limits, glanceOf(settings)) : undefined;
    if (garbage !== undefined) {
      sheets.push(garbage);
      continue;
    }
    const bytes = read ? file.first(Number.POSITIVE_INFINITY) : undefined;
    if (bytes?.ok === false)
      return fail(fileProblem(bytes.problem, { name, limit: Math.round(limits.inflatedBytes / MEGABYTE) }));
    const text = bytes === undefined ? undefined : decode(bytes.value);
    if (text === undefined) {
      notes.push(note("SHEET_IGNORED", { found: file.name }));
      continue;
    }
    sheets.push(readCsv(title, text.words, limits, glanceOf(settings)));
    notes.push(...encodingNotes(file.name, text.encoding));
  }
  const read = readTables(sheets, { name, ...settings });
  return read.ok ? ok({ ...read.value, notes: [...notes, ...read.value.notes] }) : read;
}

function readZip({ name, bytes }: NamedBytes, settings: Settings): Result<ReadInventory, Problem> {
  const archive = openArchive(name, bytes, settings.limits);
  if (!archive.ok) return archive;
  if (!isXlsx(archive.value) && !isOds(archive.value)) return readFiles(name, filesOf(archive.value), settings);
  const found = isXlsx(archive.value)
    ? readXlsx(name, archive.value, settings.limits, glanceOf(settings))
    : readOds(name, archive.value, settings.limits, glanceOf(settings));
  if (!found.ok) return found;
  const read = readTables(found.value.sheets, { name, ...settings });
  return read.ok ? ok({ ...read.value, notes: [...found.value.notes, ...read.value.notes] }) : read;
}

/** The files of a zip, without what macOS and hidden folders add. */
const filesOf = ({ names, sizeOf, pieces }: Archive): NamedFile[] =>
  names
    .filter((name) => !/(^|\/)(__MACOSX\/|\.)/.test(name))
    .map((name) => ({
      name,
      size: sizeOf(name) ?? 1,
      first: (most) => joined(pieces(name) ?? [ok(NO_TEXT)], most),
    }));

/** What stands for an image or a program: a byte that no text holds. */
const NO_TEXT = new Uint8Array([0]);
