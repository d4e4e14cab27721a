import { bug } from "@simbiosi/domain";
import { fontBytes } from "./fonts.ts";

/**
 * Code point → index of its glyph in a TrueType font, read in its `cmap` table, format 12 (OpenType 1.9, "cmap",
 * segmented coverage), which every face that goes beyond the first plane carries.
 */
export function glyphIndices(font: Buffer): ReadonlyMap<number, number> {
  const table = tableOffset(font, "cmap");
  for (let i = 0; i < font.readUInt16BE(table + 2); i++) {
    const subtable = table + font.readUInt32BE(table + 4 + 8 * i + 4);
    if (font.readUInt16BE(subtable) !== 12) continue;
    const indices = new Map<number, number>();
    for (let group = 0; group < font.readUInt32BE(subtable + 12); group++) {
      const at = subtable + 16 + 12 * group;
      const [first, last, index] = [font.readUInt32BE(at), font.readUInt32BE(at + 4), font.readUInt32BE(at + 8)];
      for (let code = first; code <= last; code++) indices.set(code, index + code - first);
    }
    return indices;
  }
  return bug("the font has no character map of format 12");
}

/** Where a table of the font begins, in bytes. */
export function tableOffset(font: Buffer, name: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const record = 12 + 16 * i;
    if (font.toString("latin1", record, record + 4) === name) return font.readUInt32BE(record + 8);
  }
  return bug(`the font has no ${name} table`);
}

let common: ReadonlySet<number> | undefined;

/** The code points that every bundled face can draw. */
export function glyphs(): ReadonlySet<number> {
  if (common === undefined) {
    const [first = new Map<number, number>(), ...others] = fontBytes().map(glyphIndices);
    common = new Set([...first.keys()].filter((code) => others.every((face) => face.has(code))));
  }
  return common;
}
