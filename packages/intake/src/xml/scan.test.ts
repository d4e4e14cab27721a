import fc from "fast-check";
import { expect, test } from "vitest";
import { attribute, scanXml } from "./scan.ts";

function events(xml: string): { whole: boolean; seen: string[] } {
  const seen: string[] = [];
  let words = "";
  const flush = (): void => {
    if (words !== "") seen.push(words);
    words = "";
  };
  const whole = scanXml(new TextEncoder().encode(xml), {
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
  return { whole, seen };
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
  ['<?xml version="1.0"?><!DOCTYPE a><a/>', ["<a>", "</a>"]],
])("%s", (xml, seen) => {
  expect(events(xml)).toEqual({ whole: true, seen });
});

test.each(["<a>", "<a", "<a><!-- ", "<a><![CDATA[", "</a>", '<a b="1>'])("%s does not end", (xml) => {
  expect(events(xml).whole).toBe(false);
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
          whole: true,
          seen: ["<c>", "<a>", `${filler}${decoded}y`, "</a>", "<b>", "</b>", "</c>"],
        });
      },
    ),
    { numRuns: 30 },
  );
});
