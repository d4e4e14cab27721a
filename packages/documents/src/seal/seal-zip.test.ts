import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterEach, expect, test } from "vitest";
import { sealZip } from "./seal-zip.ts";

const core = (moment: string) =>
  `<cp:coreProperties><dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`;
const archive = (moment: Date, order: readonly string[]) => {
  const parts: Record<string, Uint8Array> = {
    "word/": new Uint8Array(),
    "word/document.xml": strToU8("<w:document/>"),
    "docProps/core.xml": strToU8(core(moment.toISOString())),
    "[Content_Types].xml": strToU8("<Types/>"),
    "word/media/image1.png": new Uint8Array([1, 2, 3]),
  };
  return zipSync(Object.fromEntries(order.map((name) => [name, parts[name] ?? new Uint8Array()])), { mtime: moment });
};
const one = archive(new Date(2026, 10, 23, 9, 1, 2), [
  "word/",
  "word/document.xml",
  "docProps/core.xml",
  "[Content_Types].xml",
  "word/media/image1.png",
]);
const other = archive(new Date(2027, 1, 3, 18, 30, 4), [
  "word/media/image1.png",
  "[Content_Types].xml",
  "docProps/core.xml",
  "word/document.xml",
  "word/",
]);

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test("order and clock leave no trace", () => {
  expect(Buffer.compare(one, other)).not.toBe(0);
  expect(Buffer.compare(sealZip(one, "2026-11-23"), sealZip(other, "2026-11-23"))).toBe(0);
});

test.each(["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Paris"])(
  "nor does the time zone of the machine: %s",
  (tz) => {
    process.env.TZ = "Europe/Paris";
    const paris = sealZip(one, "2026-11-23");
    process.env.TZ = tz;
    expect(Buffer.compare(sealZip(one, "2026-11-23"), paris)).toBe(0);
  },
);

test("content types come first, folders go, dates are the day given, the rest is untouched", () => {
  const parts = unzipSync(sealZip(one, "2025-03-01"));
  expect(Object.keys(parts)).toEqual([
    "[Content_Types].xml",
    "docProps/core.xml",
    "word/document.xml",
    "word/media/image1.png",
  ]);
  expect(strFromU8(parts["docProps/core.xml"] ?? new Uint8Array())).toBe(core("2025-03-01T12:00:00Z"));
  expect(parts["word/media/image1.png"]).toEqual(new Uint8Array([1, 2, 3]));
  expect(Buffer.compare(sealZip(one, "2025-03-01"), sealZip(one, "2025-03-02"))).not.toBe(0);
});
