import { spawnSync } from "node:child_process";
import { inflateRawSync, inflateSync } from "node:zlib";

/** Everything that a curious reader can get out of a file: text, tags, properties, alternative texts. */
export function wordsOfFile(name: string, bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  if (/\.(docx|xlsx|pptx)$/.test(name))
    return entriesOf(file)
      .map(({ path, content }) => `${path}\n${decoded(content.toString("utf8"))}`)
      .join("\n");
  if (name.endsWith(".pdf")) return wordsOfPdf(file);
  return file.toString("utf8");
}

/** Text without its tags, beside the whole: a word that a run cuts in two is found all the same. */
const decoded = (xml: string): string =>
  [xml, xml.replace(/<[^>]*>/g, "")]
    .join("\n")
    .replace(/&amp;/g, "&")
    .replace(/&apos;/g, "'")
    .replace(/&quot;/g, '"');

/** The entries of a zip, from its central directory (APPNOTE 4.3.12). */
function entriesOf(file: Buffer): readonly { readonly path: string; readonly content: Buffer }[] {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  let at = file.readUInt32LE(end + 16);
  return Array.from({ length: file.readUInt16LE(end + 10) }, () => {
    const [method, size, length, more, comment, local] = [
      file.readUInt16LE(at + 10),
      file.readUInt32LE(at + 20),
      file.readUInt16LE(at + 28),
      file.readUInt16LE(at + 30),
      file.readUInt16LE(at + 32),
      file.readUInt32LE(at + 42),
    ];
    const path = file.toString("utf8", at + 46, at + 46 + length);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const raw = file.subarray(start, start + size);
    at += 46 + length + more + comment;
    return { path, content: method === 0 ? raw : inflateRawSync(raw) };
  });
}

/** Streams of a PDF inflated, its strings of UTF-16 in clear, and the text of its pages where pdftotext is installed. */
function wordsOfPdf(file: Buffer): string {
  const raw = file.toString("latin1");
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = ""]) => {
    try {
      return inflateSync(Buffer.from(body, "latin1")).toString("latin1");
    } catch {
      return "";
    }
  });
  const all = [raw, ...streams].join("\n");
  const wide = [...all.matchAll(/<FEFF([0-9A-F]+)>/gi)].map(([, hex = ""]) =>
    Buffer.from(hex, "hex").swap16().toString("utf16le"),
  );
  const pages = spawnSync("pdftotext", ["-layout", "-", "-"], { input: file, encoding: "utf8", maxBuffer: 1e8 });
  return [all, all.replaceAll("\0", ""), ...wide, pages.stdout ?? ""].join("\n");
}
