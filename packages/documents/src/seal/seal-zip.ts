import { byCodeUnit } from "@simbiosi/domain";
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/** The XML parts of an office archive by name: "word/document.xml" → its text. */
export type Parts = ReadonlyMap<string, string>;

/**
 * Writes an office archive (DOCX, XLSX) again so that the same content gives the same bytes: entries in a fixed
 * order with the content types first, every time inside and outside the parts set to noon of the given day.
 *
 * @param date `YYYY-MM-DD`
 * @param rewrite changes the XML parts on the way
 */
export function sealZip(
  archive: Uint8Array,
  date: string,
  rewrite: (parts: Parts) => Parts = (parts) => parts,
): Uint8Array {
  const entries = Object.entries(unzipSync(archive)).filter(([name]) => !name.endsWith("/"));
  const isXml = (name: string) => /\.(xml|rels)$/.test(name);
  const written = rewrite(
    new Map(
      entries.filter(([name]) => isXml(name)).map(([name, bytes]) => [name, dated(name, strFromU8(bytes), date)]),
    ),
  );
  return writeZip(
    entries.map(([name, bytes]) => {
      const xml = written.get(name);
      return [name, xml === undefined ? bytes : strToU8(xml)];
    }),
    date,
  );
}

/** An office archive: the content types first, then by name, every entry dated noon of the day `YYYY-MM-DD`. */
export function writeZip(entries: readonly (readonly [string, Uint8Array])[], date: string): Uint8Array {
  const [year = 1980, month = 1, day = 1] = date.split("-").map(Number);
  // The ZIP format has no time zone: the library writes the local parts of the date it is given.
  const mtime = new Date(year, month - 1, day, 12);
  const rank = (name: string) => (name === "[Content_Types].xml" ? 0 : 1);
  const sealed: Zippable = {};
  // Pictures are compressed already.
  for (const [name, bytes] of [...entries].sort(([a], [b]) => rank(a) - rank(b) || byCodeUnit(a, b)))
    sealed[name] = [bytes, { mtime, level: name.endsWith(".png") ? 0 : 6 }];
  return zipSync(sealed);
}

/** The document properties say when the file was made: the day it speaks of, not the moment of the computer. */
function dated(name: string, xml: string, date: string): string {
  if (name !== "docProps/core.xml") return xml;
  return xml.replace(/(<dcterms:(created|modified)\b[^>]*>)[^<]*(<\/dcterms:\2>)/g, `$1${date}T12:00:00Z$3`);
}
