import fc from "fast-check";
import { expect, test } from "vitest";
import { nestsDeeper } from "./json-depth.ts";

/** The naive way: by the value that a parser makes. */
const depthOf = (value: unknown): number =>
  typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

test("what a parser would find is found without one, whatever words hold", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6, stringUnit: fc.constantFrom("[", "{", '"', "\\", "a") }), (value) => {
      const words = JSON.stringify(value);
      const depth = depthOf(value);
      expect(nestsDeeper(words, depth)).toBe(false);
      if (depth > 0) expect(nestsDeeper(words, depth - 1)).toBe(true);
    }),
  );
});
