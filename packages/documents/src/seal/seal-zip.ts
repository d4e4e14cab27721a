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
  const [year = 1980, month = 1, day = 1] = date.split("-").map(Number);
  // The ZIP format has no time zone: the library writes the local parts of the date it is given.
  const mtime = new Date(year, month - 1, day, 12);
  const entries = Object.entries(unzipSync(archive)).filter(([name]) => !name.endsWith("/"));
  const isXml = (name: string) => /\.(xml|rels)$/.test(name);
  const written = rewrite(
    new Map(
      entries.filter(([name]) => isXml(name)).map(([name, bytes]) => [name, dated(name, strFromU8(bytes), date)]),
    ),
  );
  const rank = (name: string) => (name === "[Content_Types].xml" ? 0 : 1);
  entries.sort(([a], [b]) => rank(a) - rank(b) || byCodeUnit(a, b));
  const sealed: Zippable = {};
  for (const [name, bytes] of entries) {
    const xml = written.get(name);
    sealed[name] = [xml === undefined ? bytes : strToU8(xml), { mtime, level: 6 }];
  }
  return zipSync(sealed);
}

/** The document properties say when the file was made: the day it speaks of, not the moment of the computer. */
function dated(name: string, xml: string, date: string): string {
  if (name !== "docProps/core.xml") return xml;
  return xml.replace(/(<dcterms:(created|modified)\b[^>]*>)[^<]*(<\/dcterms:\2>)/g, `$1${date}T12:00:00Z$3`);
}
