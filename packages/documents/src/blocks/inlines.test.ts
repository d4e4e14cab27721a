import { expect, test } from "vitest";
import { cleanText } from "./clean.ts";
import { plain, runsOf } from "./inlines.ts";

test("what was typed on several lines stays on several lines, in its emphasis", () => {
  expect(runsOf("un\r\ndeux\n")).toEqual([
    { kind: "text", text: "un" },
    { kind: "break" },
    { kind: "text", text: "deux" },
    { kind: "break" },
  ]);
  expect(runsOf([{ kind: "strong", text: "a\nb" }])).toEqual([
    { kind: "strong", text: "a" },
    { kind: "break" },
    { kind: "strong", text: "b" },
  ]);
  expect(runsOf("")).toEqual([]);
  expect(plain(["un ", { kind: "em", text: "deux" }, { kind: "break" }, "trois"])).toBe("un deux\ntrois");
});

test.each([
  { typed: "cafe\u0301", kept: "café", why: "one form per accented letter" },
  { typed: "a\u0000b\u0007c\u0085", kept: "abc", why: "control characters break XML" },
  { typed: "\ufeffmarc\u200b", kept: "marc", why: "invisible marks of a paste" },
  { typed: "un\ndeux\ttrois", kept: "un\ndeux\ttrois", why: "lines and tabs are layout" },
  { typed: "🌱 \ud83c!", kept: "🌱 !", why: "an emoji is kept, half of one is not" },
])("$why", ({ typed, kept }) => {
  expect(cleanText(typed)).toBe(kept);
});
