import { fail, ok, type Result } from "@simbiosi/domain";
import { Inflate } from "fflate";
import type { FileProblemCode } from "../problems/file-problems.ts";
import type { Entry } from "./central-directory.ts";
import { crc32 } from "./crc.ts";

/** Bytes that come in order, each piece when it is asked for; the first problem is the last that comes. */
export type Pieces = Iterable<Result<Uint8Array, FileProblemCode>>;

const STORED = 0;
const DEFLATED = 8;
const LOCAL = 0x04034b50;
export const LOCAL_HEADER = 30;
/** Folded bytes taken at a time: they unfold to some hundred kilobytes, and to sixteen megabytes at the very most. */
const STEP = 1 << 14;
const SLICE = 1 << 18;

/** The folded bytes of a file of an archive, and how they are folded. */
export type Folded = { readonly entry: Entry; readonly bytes: Uint8Array };

/** Where a file lies in its archive. Its local name and extra field may differ from the directory's: only their lengths count. */
export function locate(archive: Uint8Array, entry: Entry): Result<Folded, "FILE_DAMAGED" | "FILE_TRUNCATED"> {
  const { offset, compressedSize, method } = entry;
  if (offset + LOCAL_HEADER > archive.length) return fail("FILE_TRUNCATED");
  const local = new DataView(archive.buffer, archive.byteOffset + offset, LOCAL_HEADER);
  if (local.getUint32(0, true) !== LOCAL || (method !== STORED && method !== DEFLATED)) return fail("FILE_DAMAGED");
  const start = offset + LOCAL_HEADER + local.getUint16(26, true) + local.getUint16(28, true);
  if (start + compressedSize > archive.length) return fail("FILE_TRUNCATED");
  return ok({ entry, bytes: archive.subarray(start, start + compressedSize) });
}

/**
 * Unfolds a file piece by piece, no further than it is asked for. One byte more than declared is a lie (ZIP_BOMB); fewer,
 * or another sum, a damage (FILE_DAMAGED).
 */
export function* unfold({
  entry: { method, size, crc },
  bytes,
}: Folded): Generator<Result<Uint8Array, FileProblemCode>> {
  let length = 0;
  let sum = 0;
  for (const piece of method === STORED ? slices(bytes) : inflated(bytes)) {
    if (!piece.ok) return yield piece;
    length += piece.value.length;
    if (length > size) return yield fail("ZIP_BOMB");
    sum = crc32(piece.value, sum);
    yield piece;
  }
  if (length !== size || sum !== crc) yield fail("FILE_DAMAGED");
}

function* slices(bytes: Uint8Array): Generator<Result<Uint8Array, never>> {
  for (let at = 0; at < bytes.length; at += SLICE) yield ok(bytes.subarray(at, at + SLICE));
}

function* inflated(folded: Uint8Array): Generator<Result<Uint8Array, "FILE_DAMAGED">> {
  const found: Uint8Array[] = [];
  const inflate = new Inflate((piece) => found.push(piece));
  for (let at = 0; at === 0 || at < folded.length; at += STEP) {
    try {
      inflate.push(folded.subarray(at, at + STEP), at + STEP >= folded.length);
    } catch {
      return yield fail("FILE_DAMAGED"); // no deflated bytes: the library has no other way to say so
    }
    for (const piece of found.splice(0)) if (piece.length > 0) yield ok(piece);
  }
}

/** Pieces as one, `most` bytes of them at least when there are more. Fails as they do. */
export function joined(pieces: Pieces, most = Number.POSITIVE_INFINITY): Result<Uint8Array, FileProblemCode> {
  const held: Uint8Array[] = [];
  let length = 0;
  for (const piece of pieces) {
    if (!piece.ok) return piece;
    held.push(piece.value);
    length += piece.value.length;
    if (length >= most) break;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of held) {
    whole.set(piece, at);
    at += piece.length;
  }
  return ok(whole);
}
