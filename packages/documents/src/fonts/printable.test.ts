import { textWidth } from "@simbiosi/charts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fontBytes } from "./fonts.ts";
import { glyphIndices, glyphs, tableOffset } from "./glyphs.ts";
import { printable } from "./printable.ts";

test.each([
  { typed: "Œuf à l’été – « 3 500 t » ≥ 2 tCO₂e → 12 €", printed: "Œuf à l’été – « 3 500 t » ≥ 2 tCO₂e → 12 €" },
  { typed: "Ελλάδα, Кириллица, Việt", printed: "Ελλάδα, Кириллица, Việt" },
  { typed: "tri ♻\ufe0f et 🌱", printed: "tri □ et □" },
  { typed: "漢字", printed: "□□" },
  { typed: "famille 👨\u200d👩", printed: "famille □□" },
  { typed: "un\ndeux", printed: "un\ndeux" },
])("$typed is printed as $printed", ({ typed, printed }) => {
  expect(printable(typed)).toBe(printed);
});

test("whatever is typed, every sign printed has a glyph", () => {
  const drawable = glyphs();
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) => {
      for (const sign of printable(typed))
        expect("\n\r\t".includes(sign) || drawable.has(sign.codePointAt(0) ?? 0)).toBe(true);
    }),
  );
});

test("charts measure words as the bundled font draws them", () => {
  const font = fontBytes()[0] ?? Buffer.alloc(0);
  const indices = glyphIndices(font);
  const advances = tableOffset(font, "hmtx");
  const count = font.readUInt16BE(tableOffset(font, "hhea") + 34);
  for (const sign of "Marc de café, 12 400 €/an (24 à 36) : Œuf & fils « tCO₂e »… − – × ≥ ≤ → ° —") {
    const index = indices.get(sign.codePointAt(0) ?? 0) ?? 0;
    const advance = font.readUInt16BE(advances + 4 * Math.min(index, count - 1));
    expect(textWidth(sign, 1000), sign).toBe(advance);
  }
});
