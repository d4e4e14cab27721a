/** What a file is, by its first bytes before its name: names lie more often than bytes. */
type FileKind = "empty" | "zip" | "old" | "encrypted" | "binary" | "markup" | "json" | "text";

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

/** Formats that people take for inventories: PDF, images, RTF, gzip, 7z, RAR, SQLite. */
const foreign: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0x53, 0x51, 0x4c, 0x69],
];

export function fileKind(name: string, bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty";
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return "zip";
  // The container of .xls, and of a workbook with a password, which names what it encloses in UTF-16.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le")) ? "encrypted" : "old";
  if (foreign.some((signature) => startsWith(bytes, ...signature))) return "binary";
  const utf16 = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);
  const head = new TextDecoder(bytes[0] === 0xfe ? "utf-16be" : utf16 ? "utf-16le" : "utf-8").decode(
    bytes.subarray(0, 4096),
  );
  if (/^\s*$/.test(head) && bytes.length <= 4096) return "empty";
  if (!utf16 && head.includes("\0")) return "binary";
  const csv = /\.(csv|tsv|txt)$/i.test(name);
  if (!csv && (/\.json$/i.test(name) || /^\s*[{[]/.test(head))) return "json";
  return /^\s*<(!doctype|html|\?xml|table|meta)/i.test(head) ? "markup" : "text";
}
