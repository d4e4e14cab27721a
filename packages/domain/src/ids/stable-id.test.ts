import fc from "fast-check";
import { expect, test } from "vitest";
import { hashOf } from "./stable-id.ts";

/** The definition, with numbers as wide as they need be. */
function plainFnv(content: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const unit of [...Array(content.length).keys()].map((i) => content.charCodeAt(i)))
    for (const byte of [unit & 0xff, unit >> 8]) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, "0");
}

test("the hash in two halves is FNV-1a of 64 bits", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 20 }), (content) => hashOf(content) === plainFnv(content)),
  );
  expect(hashOf("")).toBe("cbf29ce484222325");
});
