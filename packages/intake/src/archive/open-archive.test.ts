import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { defaultLimits } from "../tables/sheet.ts";
import { openArchive } from "./open-archive.ts";
import { joined } from "./unfold.ts";

const limits = { ...defaultLimits, inflatedBytes: 1024 * 1024, entries: 50 };

function codeOf(bytes: Uint8Array): string {
  const opened = openArchive("a.zip", bytes, limits);
  if (!opened.ok) return opened.problem.code;
  // Nothing is unfolded before it is asked for: a lie shows when the file is read.
  for (const name of opened.value.names) {
    const content = joined(opened.value.pieces(name) ?? []);
    if (!content.ok) return content.problem;
  }
  return "ok";
}

/** Changes four bytes of the directory entry of a file: offset 20 compressed size, 24 size, 42 place, 16 sum. */
function forged(archive: Uint8Array, offset: number, value: number): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) {
      view.setUint32(at + offset, value, true);
      return bytes;
    }
  throw new Error("no directory entry");
}

const text = strToU8("Établissement;Sens;Désignation\n".repeat(50));
const sound = zipSync({ "flux.csv": text });

test("a sound archive gives back every file of text, whatever the case and slashes of names", () => {
  const opened = openArchive("a.zip", zipSync({ "Dossier\\FLUX.csv": text, "vide/": new Uint8Array() }), limits);
  expect(opened.ok && opened.value.names).toEqual(["Dossier/FLUX.csv"]);
  expect(opened.ok && joined(opened.value.pieces("dossier/flux.csv") ?? [])).toEqual({ ok: true, value: text });
  expect(opened.ok && opened.value.pieces("ailleurs.csv")).toBeUndefined();
});

test.each([
  {
    because: "declared larger than all that may be unfolded",
    bytes: zipSync({ "a.csv": new Uint8Array(2 * 1024 * 1024) }),
    code: "ZIP_BOMB",
  },
  {
    because: "several that are too large together",
    bytes: zipSync({ "a.csv": new Uint8Array(600_000), "b.png": new Uint8Array(600_000) }),
    code: "ZIP_BOMB",
  },
  {
    because: "large, but as large as it looks",
    bytes: zipSync({ "a.csv": new Uint8Array(2 * 1024 * 1024) }, { level: 0 }),
    code: "FILE_TOO_LARGE",
  },
  { because: "declared smaller than it is", bytes: forged(sound, 24, 10), code: "ZIP_BOMB" },
  { because: "declared larger than it is", bytes: forged(sound, 24, text.length + 1), code: "FILE_DAMAGED" },
  { because: "a wrong sum", bytes: forged(sound, 16, 1), code: "FILE_DAMAGED" },
  { because: "a place outside the file", bytes: forged(sound, 42, 1e9), code: "FILE_TRUNCATED" },
  { because: "a place that is no file", bytes: forged(sound, 42, 5), code: "FILE_DAMAGED" },
  { because: "more bytes than there are", bytes: forged(sound, 20, 1e9), code: "FILE_TRUNCATED" },
  {
    because: "two files that are the same bytes",
    bytes: forged(zipSync({ "a.csv": text, "b.csv": text }, { level: 0 }), 42, 30 + 5 + text.length),
    code: "ZIP_BOMB",
  },
  {
    because: "two files one of which begins inside the other",
    bytes: forged(zipSync({ "a.csv": text, "b.csv": text }, { level: 0 }), 42, 40),
    code: "ZIP_BOMB",
  },
  { because: "no file at all", bytes: zipSync({}), code: "FILE_EMPTY" },
  {
    because: "too many files",
    bytes: zipSync(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.csv`, text]))),
    code: "ZIP_BOMB",
  },
])("$because: $code", ({ bytes, code }) => {
  expect(codeOf(bytes)).toBe(code);
});

test("a large file that shrinks more than two hundred times was made to swell", () => {
  const opened = openArchive("a.zip", zipSync({ "a.xml": new Uint8Array(25 * 1024 * 1024) }), defaultLimits);
  expect(!opened.ok && opened.problem.code).toBe("ZIP_BOMB");
});

test("an archive cut anywhere is said to be incomplete, never a stack", () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: sound.length - 1 }), (length) => {
      expect(codeOf(sound.slice(0, length))).toBe("FILE_TRUNCATED");
    }),
  );
});

test("an archive with a byte changed anywhere is read, or refused with a code", () => {
  const known = ["ok", "FILE_TRUNCATED", "FILE_DAMAGED", "FILE_EMPTY", "FILE_ENCRYPTED", "ZIP_BOMB"];
  fc.assert(
    fc.property(fc.nat({ max: sound.length - 1 }), fc.nat({ max: 255 }), (at, value) => {
      const bytes = sound.slice();
      bytes[at] = value;
      expect(known).toContain(codeOf(bytes));
    }),
  );
});
