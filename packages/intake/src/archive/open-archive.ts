import { fail, ok, type Problem, type Result } from "@simbiosi/domain";
import { type FileProblemCode, fileProblem } from "../problems/file-problems.ts";
import type { Limits } from "../tables/sheet.ts";
import { centralDirectory, type Entry } from "./central-directory.ts";
import { type Folded, LOCAL_HEADER, locate, type Pieces, unfold } from "./unfold.ts";

/** An archive of which nothing is unfolded yet: what it declares, and where its files lie, is within the limits. */
export type Archive = {
  readonly names: readonly string[];
  /** What the directory says that a file of text or XML holds, in bytes; undefined when there is none of this name. */
  readonly sizeOf: (name: string) => number | undefined;
  /** A file of text or XML, unfolded as it is asked for and checked against the directory at its end. */
  readonly pieces: (name: string) => Pieces | undefined;
};

const MEGABYTE = 1024 * 1024;

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

const readable = (name: string): boolean => /\.(xml|rels|csv|tsv|txt)$/i.test(name) || name === "mimetype";

/** Names inside an office file do not depend on case; some programs write backslashes or begin with a slash. */
const slashed = (name: string): string => name.replaceAll("\\", "/").replace(/^\//, "");
const keyOf = (name: string): string => slashed(name).toLowerCase();

/**
 * Opens a ZIP archive that may be hostile. What is declared is checked, and nothing is unfolded before it is asked for:
 * who reads stops as soon as it knows enough, and a file that unfolds beyond its declaration is stopped there. Images
 * and macros cannot be asked for.
 *
 * Fails with FILE_EMPTY, FILE_TRUNCATED, FILE_DAMAGED, FILE_ENCRYPTED, FILE_TOO_LARGE or ZIP_BOMB.
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

  const byName = new Map<string, Folded>();
  for (const entry of entries) {
    const key = keyOf(entry.name);
    if (!readable(key) || byName.has(key)) continue;
    const folded = locate(bytes, entry);
    if (!folded.ok) return refuse(folded.problem);
    byName.set(key, folded.value);
  }
  return ok({
    names: entries.map((entry) => slashed(entry.name)),
    sizeOf: (wanted) => byName.get(keyOf(wanted))?.entry.size,
    pieces: (wanted) => {
      const folded = byName.get(keyOf(wanted));
      return folded === undefined ? undefined : unfold(folded);
    },
  });
}
