import { expect, test } from "vitest";
import { mediaTypeOf } from "./media-type.ts";

const bytes = (words: string): Uint8Array => new TextEncoder().encode(words);
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0);

test.each([
  { name: "convention.pdf", content: bytes("%PDF-1.7"), type: "application/pdf" },
  { name: "PHOTO.PNG", content: png, type: "image/png" },
  { name: "notes.txt", content: bytes("Rappeler lundi"), type: "text/plain" },
  {
    name: "devis.xlsx",
    content: Uint8Array.of(0x50, 0x4b, 3, 4, 0),
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  // The name lies about the bytes, or the bytes are no text.
  { name: "convention.pdf", content: bytes("<script>alert(1)</script>"), type: undefined },
  { name: "notes.txt", content: png, type: undefined },
  // A browser could run these.
  { name: "page.html", content: bytes("<p>"), type: undefined },
  { name: "dessin.svg", content: bytes("<svg/>"), type: undefined },
  { name: "outil.exe", content: bytes("MZ"), type: undefined },
  { name: "pdf", content: bytes("%PDF-1.7"), type: undefined },
  { name: "x.constructor", content: bytes("x"), type: undefined },
])("$name is kept as $type", ({ name, content, type }) => {
  expect(mediaTypeOf(name, content)).toBe(type);
});
