import fc from "fast-check";
import { expect, test } from "vitest";
import { el } from "./element.ts";

test.each([
  { typed: "Marc & fils", written: "Marc &amp; fils" },
  { typed: "<script>alert(1)</script>", written: "&lt;script&gt;alert(1)&lt;/script&gt;" },
  { typed: 'dite "la Cave"', written: "dite &quot;la Cave&quot;" },
  { typed: "Cave\u0007 du\u0000 Golfe", written: "Cave du Golfe" },
  { typed: "moitié d’emoji \ud83c", written: "moitié d’emoji " },
])("a label is never markup: $typed", ({ typed, written }) => {
  expect(el("text", {}, typed).markup).toBe(`<text>${written}</text>`);
  expect(el("g", { id: typed }).markup).toBe(`<g id="${written}"/>`);
});

test("whatever is typed, the element closes where it should and the words come back", () => {
  const decode = (xml: string) =>
    xml
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&apos;", "'")
      .replaceAll("&amp;", "&");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (typed) => {
      const inside = /^<text>([^<>]*)<\/text>$|^<text\/>$/.exec(el("text", {}, typed).markup);
      expect(decode(inside?.[1] ?? "")).toBe(typed.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, ""));
    }),
  );
});

test("coordinates have two decimals at most and no minus zero", () => {
  expect(el("rect", { x: 0.1 + 0.2, y: -0.001, width: 12 }).markup).toBe('<rect x="0.3" y="0" width="12"/>');
});
