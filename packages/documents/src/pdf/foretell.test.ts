import fc from "fast-check";
import { expect, test } from "vitest";
import type { OnePage } from "../blocks/block.ts";
import { foretoldScale, sheetScales } from "./foretell.ts";

const sheetOf = (paragraphs: number): OnePage => ({
  kind: "one-page",
  blocks: Array.from({ length: paragraphs }, () => ({ kind: "paragraph", content: "Deux lignes de mots. ".repeat(8) })),
});

test.each([
  { paragraphs: 2, scale: 1, because: "a short sheet is set at full size" },
  { paragraphs: 400, scale: 0.76, because: "nothing is set smaller than the smallest" },
])("$because", ({ paragraphs, scale }) => {
  expect(foretoldScale(sheetOf(paragraphs), null)).toBe(scale);
});

test("more words, or a cover, are never foretold larger; what is foretold is a scale of the template", () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(20), (some, more) => {
      const scale = foretoldScale(sheetOf(some), null);
      expect(sheetScales).toContain(scale);
      expect(foretoldScale(sheetOf(some + more), null)).toBeLessThanOrEqual(scale);
      expect(foretoldScale(sheetOf(some), "Une entreprise (fictive)")).toBeLessThanOrEqual(scale);
    }),
  );
});
