import type { Parts } from "./seal-zip.ts";

/**
 * Renumbers what the Word writer draws at random or counts for the whole process: ids of relationships, and ids
 * of drawings. Two renderings of one report, one after the other, then hold the same parts.
 */
export function renumberWord(parts: Parts): Parts {
  const out = new Map(parts);
  for (const [name, rels] of parts) {
    const owner = /^(.*)_rels\/([^/]+)\.rels$/.exec(name);
    if (owner === null) continue;
    const part = `${owner[1]}${owner[2]}`;
    const xml = parts.get(part);
    if (xml === undefined) continue;
    const ids = new Map<string, string>();
    // In the order of use, so that neither the old ids nor their order in the table shows through.
    for (const [, id = ""] of xml.matchAll(/\br:(?:id|embed|link)="([^"]*)"/g))
      ids.set(id, ids.get(id) ?? `rId${ids.size + 1}`);
    const entries = [...rels.matchAll(/<Relationship\b[^>]*?\/>/g)].map(([entry]) => entry);
    const unused = entries.map(idOf).filter((id) => !ids.has(id));
    for (const id of unused) ids.set(id, `rId${ids.size + 1}`);
    out.set(
      part,
      xml.replace(
        /\br:(id|embed|link)="([^"]*)"/g,
        (_, kind: string, id: string) => `r:${kind}="${ids.get(id) ?? id}"`,
      ),
    );
    const numbered = entries
      .map((entry) => ({ entry, id: ids.get(idOf(entry)) ?? "" }))
      .sort((a, b) => Number(a.id.slice(3)) - Number(b.id.slice(3)))
      .map(({ entry, id }) => entry.replace(/\bId="[^"]*"/, `Id="${id}"`));
    out.set(name, rels.replace(/(<Relationships\b[^>]*>)[\s\S]*(<\/Relationships>)/, `$1${numbered.join("")}$2`));
  }
  for (const [name, xml] of out) if (/^word\/[^/]+\.xml$/.test(name)) out.set(name, renumberMarks(xml));
  return out;
}

/** Drawings, bookmarks and the names of bookmarks under the table of contents, each counted from 1 in one part. */
function renumberMarks(xml: string): string {
  const count = () => {
    const seen = new Map<string, number>();
    return (id: string): number => {
      const number = seen.get(id) ?? seen.size + 1;
      seen.set(id, number);
      return number;
    };
  };
  const [bookmark, contents] = [count(), count()];
  let drawing = 0;
  return xml
    .replace(/(<(?:wp:docPr|pic:cNvPr)\b[^>]*?\bid=")[^"]*"/g, (_, start: string) => `${start}${++drawing}"`)
    .replace(
      /(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")([^"]*)"/g,
      (_, start: string, id: string) => `${start}${bookmark(id)}"`,
    )
    .replace(/\b_Toc(\d+)\b/g, (_, id: string) => `_Toc${contents(id)}`);
}

const idOf = (entry: string): string => /\bId="([^"]*)"/.exec(entry)?.[1] ?? "";
