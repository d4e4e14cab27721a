import fc from "fast-check";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { writeCsv } from "../csv/write-csv.ts";
import { writeJson } from "../json/write-json.ts";
import { defaultLimits } from "../tables/sheet.ts";
import { anyInventory } from "../testing/any-inventory.ts";
import { writeWorkbook } from "../workbook/write-workbook.ts";
import { type NamedBytes, readFile, readFolder } from "./read-here.ts";

const settings = { mapping: {}, limits: defaultLimits };
const date = "2026-11-23";
const csvFiles = (files: readonly { name: string; text: string }[]): NamedBytes[] =>
  files.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }));

test("JSON written and read is the same inventory, with nothing refused", () => {
  fc.assert(
    fc.property(anyInventory, (inventory) => {
      const read = readFile({ name: "a.json", bytes: new TextEncoder().encode(writeJson(inventory)) }, settings);
      expect(read).toEqual({ ok: true, value: { inventory, refused: [], notes: [], columns: [] } });
    }),
  );
});

test("CSV written and read, as a folder or a zip, is the same inventory, with nothing refused", () => {
  fc.assert(
    fc.property(anyInventory, (inventory) => {
      const files = csvFiles(writeCsv(inventory));
      const zip = zipSync(Object.fromEntries(files.map(({ name, bytes }) => [`dossier/${name}`, bytes])));
      for (const read of [readFolder("dossier", files, settings), readFile({ name: "a.zip", bytes: zip }, settings)])
        expect(read).toMatchObject({ ok: true, value: { refused: [], notes: [] } });
      const read = readFolder("dossier", files, settings);
      expect(read.ok && read.value.inventory).toEqual(inventory);
    }),
  );
});

test("a workbook written and read is the same inventory, with nothing refused", async () => {
  await fc.assert(
    fc.asyncProperty(anyInventory, async (inventory) => {
      const bytes = await writeWorkbook(inventory, { date });
      const read = readFile({ name: "a.xlsx", bytes }, settings);
      expect(read).toMatchObject({ ok: true, value: { refused: [], notes: [] } });
      expect(read.ok && read.value.inventory).toEqual(inventory);
    }),
  );
});

test("writing is a function of the inventory: the same bytes twice, and after a trip through another carrier", async () => {
  await fc.assert(
    fc.asyncProperty(anyInventory, async (inventory) => {
      const first = await writeWorkbook(inventory, { date });
      const read = readFile({ name: "a.xlsx", bytes: first }, settings);
      if (!read.ok) throw new Error(read.problem.code);
      expect(writeJson(read.value.inventory)).toBe(writeJson(inventory));
      expect(await writeWorkbook(read.value.inventory, { date })).toEqual(first);
    }),
  );
});
