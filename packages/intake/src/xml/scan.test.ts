import { ok } from "@simbiosi/domain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { attribute, scanXml } from "./scan.ts";

/** The bytes in pieces of a size, as an archive gives them. */
function* piecesOf(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield ok(bytes.subarray(at, at + size));
}

function events(xml: string, size = 1 << 20): { problem: string | undefined; seen: string[] } {
  const seen: string[] = [];
  let words = "";
  const flush = (): void => {
    if (words !== "") seen.push(words);
    words = "";
  };
  const problem = scanXml(piecesOf(new TextEncoder().encode(xml), size), {
    open: (name, attributes) => {
      flush();
      seen.push(`<${name}${attributes === "" ? "" : ` ${attributes}`}>`);
    },
    close: (name) => {
      flush();
      seen.push(`</${name}>`);
    },
    text: (piece) => {
      words += piece;
    },
  });
  flush();
  return { problem, seen };
}

test.each([
  ["<a>1</a>", ["<a>", "1", "</a>"]],
  ["<a/>", ["<a>", "</a>"]],
  ['<x:a b="1"/>', ['<a b="1">', "</a>"]],
  ['<a b="1>2">3</a>', ['<a b="1>2">', "3", "</a>"]],
  ["<a>&lt;&amp;&#233;&#xE9;</a>", ["<a>", "<&éé", "</a>"]],
  ["<a>&inconnue;</a>", ["<a>", "&inconnue;", "</a>"]],
  ["<a><!-- <b> -->1</a>", ["<a>", "1", "</a>"]],
  ["<a><![CDATA[<b>&amp;]]></a>", ["<a>", "<b>&amp;", "</a>"]],
  ['<?xml version="1.0"?><a/>', ["<a>", "</a>"]],
])("%s", (xml, seen) => {
  expect(events(xml)).toEqual({ problem: undefined, seen });
});

test.each(["<a>", "<a", "<a><!-- ", "<a><![CDATA[", "</a>", '<a b="1>'])("%s does not end", (xml) => {
  expect(events(xml).problem).toBe("FILE_DAMAGED");
});

test.each([
  '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
  '<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
  "<a/><!ENTITY b 'c'>",
])("%s declares types or entities, wherever the pieces are cut", (xml) => {
  for (let size = 1; size < 30; size++) expect(events(xml, size).problem).toBe("XML_ENTITIES");
});

test("XML in UTF-16, where a declaration would hide, is refused", () => {
  const bytes = new Uint8Array(Buffer.from("\ufeff<!DOCTYPE a><a/>", "utf16le"));
  expect(scanXml(piecesOf(bytes, 1 << 20), { open: () => {}, close: () => {}, text: () => {} })).toBe("FILE_DAMAGED");
});

test("attributes by name, by any prefix, in either quotes, never inside another's value", () => {
  const attributes = `a = '1' r:id="2&amp;" title="id=3"`;
  expect(attribute(attributes, "a")).toBe("1");
  expect(attribute(attributes, "*:id")).toBe("2&");
  expect(attribute(attributes, "id")).toBeUndefined();
});

test("words longer than a chunk come whole, wherever entities and characters of several bytes are cut", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom("&eacute", "&amp;", "é", "𝄞", "]]>", "-->"),
      (shift, piece) => {
        const filler = "x".repeat((1 << 20) - 20 + shift);
        const xml = `<a>${filler}${piece.replace("&eacute", "&#233;")}y</a><!--${filler}${piece === "-->" ? "" : piece}--><b/>`;
        const decoded =
          new Map([
            ["&eacute", "é"],
            ["&amp;", "&"],
          ]).get(piece) ?? piece;
        expect(events(`<c>${xml}</c>`)).toEqual({
          problem: undefined,
          seen: ["<c>", "<a>", `${filler}${decoded}y`, "</a>", "<b>", "</b>", "</c>"],
        });
      },
    ),
    { numRuns: 30 },
  );
});
