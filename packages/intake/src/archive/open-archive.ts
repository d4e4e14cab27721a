import { inflateRawSync } from "node:zlib";
import { bug, fail, ok, type Problem, type Result } from "@simbiosi/domain";
import { type FileProblemCode, fileProblem } from "../problems/file-problems.ts";
import type { Limits } from "../tables/sheet.ts";
import { centralDirectory, type Entry } from "./central-directory.ts";
import { crc32 } from "./crc.ts";

/** An archive whose readable files are known to unfold to what they declare, and to hold no XML entity. */
export type Archive = {
  readonly names: readonly string[];
  /** The bytes of a file of text or XML; undefined when there is none of this name. */
  readonly read: (name: string) => Uint8Array | undefined;
};

const MEGABYTE = 1024 * 1024;
const STORED = 0;
const DEFLATED = 8;
const LOCAL = 0x04034b50;

/**
 * Sheets shrink five to a hundred times (OpenDocument says everything in many words). What shrinks more than two hundred
 * times was made to swell; a small file may, by chance.
 */
const swells = ({ size, compressedSize }: Entry): boolean => size > 200 * compressedSize;
const SMALL = 20 * MEGABYTE;

/** Whether two entries share bytes of the archive: no program writes that, and a bomb counts the same bytes a hundred times. */
function overlapping(entries: readonly Entry[]): boolean {
  const placed = entries.toSorted((a, b) => a.offset - b.offset);
  return placed.some(({ offset, compressedSize }, i) => {
    const next = placed[i + 1];
    return next !== undefined && offset + LOCAL_HEADER + compressedSize > next.offset;
  });
}
const LOCAL_HEADER = 30;

const readable = (name: string): boolean => /\.(xml|rels|csv|tsv|txt)$/i.test(name) || name === "mimetype";

/** Names inside an office file do not depend on case; some programs write backslashes or begin with a slash. */
const slashed = (name: string): string => name.replaceAll("\\", "/").replace(/^\//, "");
const keyOf = (name: string): string => slashed(name).toLowerCase();

/**
 * Opens a ZIP archive that may be hostile. What is declared is checked first; then every file of text is unfolded once,
 * stopped at the size that it declares, and let go: a bomb is refused before anything reads it, in the time that
 * unfolding `limits.inflatedBytes` takes at most. Images and macros are never unfolded.
 *
 * Fails with FILE_EMPTY, FILE_TRUNCATED, FILE_DAMAGED, FILE_ENCRYPTED, FILE_TOO_LARGE, ZIP_BOMB or XML_ENTITIES.
 */
export function openArchive(name: string, bytes: Uint8Array, limits: Limits): Result<Archive, Problem> {
  const limit = Math.round(limits.inflatedBytes / MEGABYTE);
  const refuse = (code: FileProblemCode) => fail(fileProblem(code, { name, limit }));
  const listed = centralDirectory(bytes, limits.entries);
  if (!listed.ok) return refuse(listed.problem === "too-many" ? "ZIP_BOMB" : "FILE_TRUNCATED");
  const entries = listed.value.filter((entry) => !entry.name.endsWith("/"));
  if (entries.length === 0) return refuse("FILE_EMPTY");
  if (entries.some(({ encrypted }) => encrypted)) return refuse("FILE_ENCRYPTED");
  const tooLarge = entries.reduce((sum, { size }) => sum + size, 0) > limits.inflatedBytes;
  if (entries.some((entry) => swells(entry) && (tooLarge || entry.size > SMALL))) return refuse("ZIP_BOMB");
  if (tooLarge) return refuse("FILE_TOO_LARGE");
  if (overlapping(entries)) return refuse("ZIP_BOMB");

  const byName = new Map<string, Entry>();
  for (const entry of entries) {
    const key = keyOf(entry.name);
    if (readable(key) && !byName.has(key)) byName.set(key, entry);
  }
  for (const entry of byName.values()) {
    const content = unfold(bytes, entry);
    if (!content.ok) return refuse(content.problem);
    const wrong = /\.(xml|rels)$/i.test(entry.name) ? xmlProblem(content.value) : undefined;
    if (wrong !== undefined) return refuse(wrong);
  }
  const read = (wanted: string): Uint8Array | undefined => {
    const entry = byName.get(keyOf(wanted));
    const content = entry === undefined ? undefined : unfold(bytes, entry);
    if (content?.ok === false) return bug(`${wanted} unfolded once and does not any more`);
    return content?.value;
  };
  return ok({ names: entries.map((entry) => slashed(entry.name)), read });
}

function unfold(bytes: Uint8Array, entry: Entry): Result<Uint8Array, "FILE_DAMAGED" | "ZIP_BOMB" | "FILE_TRUNCATED"> {
  const { offset, compressedSize, method, size, crc } = entry;
  if (offset + 30 > bytes.length) return fail("FILE_TRUNCATED");
  const local = new DataView(bytes.buffer, bytes.byteOffset + offset, 30);
  if (local.getUint32(0, true) !== LOCAL) return fail("FILE_DAMAGED");
  // The local name and extra field may differ from the directory's: only their lengths are taken from here.
  const start = offset + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  if (start + compressedSize > bytes.length) return fail("FILE_TRUNCATED");
  const folded = bytes.subarray(start, start + compressedSize);
  const content =
    method === STORED ? ok(folded) : method === DEFLATED ? inflate(folded, size) : fail("FILE_DAMAGED" as const);
  if (!content.ok) return content;
  return content.value.length === size && crc32(content.value) === crc ? content : fail("FILE_DAMAGED");
}

/** Unfolds at most what is declared: one byte more and it is a lie. */
function inflate(folded: Uint8Array, size: number): Result<Uint8Array, "FILE_DAMAGED" | "ZIP_BOMB"> {
  try {
    return ok(inflateRawSync(folded, { maxOutputLength: Math.max(1, size) }));
  } catch (error) {
    const tooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    return fail(tooLarge ? "ZIP_BOMB" : "FILE_DAMAGED");
  }
}

/** Spreadsheet programs write UTF-8 without any declaration of types or entities. */
function xmlProblem(content: Uint8Array): "XML_ENTITIES" | "FILE_DAMAGED" | undefined {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (buffer.includes("<!DOCTYPE") || buffer.includes("<!ENTITY")) return "XML_ENTITIES";
  return buffer.subarray(0, 4).some((byte) => byte === 0 || byte >= 0xfe) ? "FILE_DAMAGED" : undefined; // UTF-16
}
