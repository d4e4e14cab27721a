import { fail, ok, type Result } from "@simbiosi/domain";

/** One file of a ZIP archive, as its central directory declares it; sizes in bytes. */
export type Entry = {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
};

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

/**
 * The list of files of an archive, without unfolding any (ZIP, and ZIP64 as some programs write it for small files).
 *
 * Fails with `truncated` when the end of the archive is missing or points outside of it, `too-many` beyond `limit`
 * entries.
 */
export function centralDirectory(bytes: Uint8Array, limit: number): Result<Entry[], "truncated" | "too-many"> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return fail("truncated");
  if (end.count > limit) return fail("too-many");
  const entries: Entry[] = [];
  let at = end.offset;
  for (let i = 0; i < end.count; i++) {
    const entry = entryAt(view, bytes, at);
    if (entry === undefined) return fail("truncated");
    entries.push(entry.entry);
    at = entry.next;
  }
  return ok(entries);
}

/** Where the directory is, from the record at the end of the archive (a comment may follow it). */
function endOf(view: DataView): { count: number; offset: number } | undefined {
  const lowest = Math.max(0, view.byteLength - 22 - FULL_16);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    if (count !== FULL_16 && offset !== FULL_32) return { count, offset };
    if (at < 20 || view.getUint32(at - 20, true) !== LOCATOR_64) return { count, offset };
    const record = Number(view.getBigUint64(at - 12, true));
    if (record + 56 > view.byteLength || view.getUint32(record, true) !== END_64) return undefined;
    return {
      count: Number(view.getBigUint64(record + 32, true)),
      offset: Number(view.getBigUint64(record + 48, true)),
    };
  }
  return undefined;
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): { entry: Entry; next: number } | undefined {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) return undefined;
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > view.byteLength) return undefined;
  const extra = new DataView(view.buffer, view.byteOffset + at + 46 + nameLength, extraLength);
  // Sizes that are full stand in the ZIP64 field instead, in this order, each only when it is full.
  const wide = zip64(extra);
  const wideOr = (value: number): number => (value === FULL_32 ? (wide.shift() ?? value) : value);
  const size = wideOr(view.getUint32(at + 24, true));
  const compressedSize = wideOr(view.getUint32(at + 20, true));
  const offset = wideOr(view.getUint32(at + 42, true));
  const entry = {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    compressedSize,
    size,
    offset,
  };
  return { entry, next };
}

function zip64(extra: DataView): number[] {
  for (let at = 0; at + 4 <= extra.byteLength; ) {
    const id = extra.getUint16(at, true);
    const length = Math.min(extra.getUint16(at + 2, true), extra.byteLength - at - 4);
    if (id === 1)
      return Array.from({ length: Math.floor(length / 8) }, (_, i) => Number(extra.getBigUint64(at + 4 + i * 8, true)));
    at += 4 + length;
  }
  return [];
}
