import { ok } from "@simbiosi/domain";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { type Archive, openArchive } from "../archive/open-archive.ts";
import { givenUpCsv } from "../csv/read-csv.ts";
import { outlineJson } from "../json/outline.ts";
import { readOds } from "../ods/read-ods.ts";
import { defaultLimits, type Limits } from "../tables/sheet.ts";
import { bytesOf, problemOf, rawOds, rawWorkbook, read, soundRows, worksheetXml } from "../testing/carriers.ts";
import { readXlsx } from "../xlsx/read-xlsx.ts";

// A hostile or useless file stops early: what is counted here is work (bytes unfolded, rows held), never time.

const nothing = (): number => 0;
const words = (seed: number): string => ((seed * 2_654_435_761) >>> 0).toString(36);
const garbageRow = (i: number): string[] => [words(4 * i), words(4 * i + 1), words(4 * i + 2), words(4 * i + 3)];
const garbage = (n: number): (readonly string[])[] => [
  soundRows[0],
  ...Array.from({ length: n }, (_, i) => garbageRow(i)),
];
const csvOf = (rows: readonly (readonly string[])[]): string => rows.map((cells) => cells.join(";")).join("\n");

/** The archive, and how many bytes were unfolded of it. */
function counted(bytes: Uint8Array): { archive: Archive; unfolded: () => number } {
  const opened = openArchive("a", bytes, defaultLimits);
  if (!opened.ok) throw new Error(opened.problem.code);
  let sum = 0;
  const archive: Archive = {
    ...opened.value,
    pieces: (name) => {
      const pieces = opened.value.pieces(name);
      return (
        pieces &&
        (function* () {
          for (const piece of pieces) {
            if (piece.ok) sum += piece.value.length;
            yield piece;
          }
        })()
      );
    },
  };
  return { archive, unfolded: () => sum };
}

test("opening an archive unfolds nothing of it", () => {
  expect(counted(rawWorkbook(worksheetXml(garbage(1000)))).unfolded()).toBe(0);
});

test("of a workbook of garbage, the beginning is unfolded and a few rows are held", () => {
  const xml = worksheetXml(garbage(60_000));
  const { archive, unfolded } = counted(rawWorkbook(xml));
  const found = readXlsx("a.xlsx", archive, defaultLimits, nothing);
  expect(unfolded()).toBeLessThan(xml.length / 10);
  expect(found.ok && found.value.sheets).toMatchObject([{ givenUpAfter: 1000 }]);
  expect(found.ok && found.value.sheets[0]?.rows.length).toBeLessThan(100);
});

test("strings that several sheets share are read as far as the rows that are looked at need them", () => {
  const strings = garbage(60_000).flat();
  const rows = Array.from({ length: 3000 }, (_, i) => `<row><c t="s"><v>${i}</v></c></row>`).join("");
  const shared = `<sst>${strings.map((s) => `<si><t>${s}</t></si>`).join("")}</sst>`;
  const { archive, unfolded } = counted(
    rawWorkbook(`<worksheet><sheetData>${rows}</sheetData></worksheet>`, {
      "xl/sharedStrings.xml": bytesOf(shared),
      "xl/_rels/workbook.xml.rels": bytesOf(
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
      ),
    }),
  );
  readXlsx("a.xlsx", archive, defaultLimits, nothing);
  expect(unfolded()).toBeLessThan(shared.length / 5);
});

test("cells without content stop a sheet, in rows or in one row, and the sentence says what to do", () => {
  const limits: Limits = { ...defaultLimits, idle: 500 };
  const sound = worksheetXml(soundRows).replace("</sheetData></worksheet>", "");
  for (const inOneRow of [false, true]) {
    const filler = Array.from({ length: 60_000 }, (_, i) => `<c s="${words(i)}"/>`);
    const xml = `${sound}${inOneRow ? `<row>${filler.join("")}` : filler.map((c) => `<row>${c}</row>`).join("")}`;
    const bytes = rawWorkbook(xml); // it need not even end: the end is never reached
    const { archive, unfolded } = counted(bytes);
    const found = readXlsx("a.xlsx", archive, limits);
    expect(found.ok && found.value.sheets[0]?.beyond.idle).toBe(3);
    expect(unfolded()).toBeLessThan(xml.length / 2);
    const { inventory, refused } = read("a.xlsx", bytes, { limits: { idle: 500 } });
    expect(inventory.flows).toHaveLength(1);
    expect(refused.map(({ code }) => code)).toEqual(["EMPTY_BEYOND_LIMIT"]);
  }
});

test("of an OpenDocument sheet of garbage, what follows is not held", () => {
  const cell = (value: string): string =>
    `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
  const rows = garbage(40_000).map((cells) => `<table:table-row>${cells.map(cell).join("")}</table:table-row>`);
  const { archive, unfolded } = counted(rawOds(rows.join("")));
  const found = readOds("a.ods", archive, { ...defaultLimits, idle: 5000 }, nothing);
  expect(found.ok && found.value.sheets).toMatchObject([{ givenUpAfter: 1000 }]);
  expect(unfolded()).toBeLessThan(rows.join("").length / 4);
});

test("a row of empty words that is repeated a thousand million times is nothing", () => {
  const row =
    '<table:table-row table:number-rows-repeated="1000000000"><table:table-cell office:value-type="string"/></table:table-row>';
  expect(read("a.ods", rawOds(row)).inventory.flows).toEqual([]);
});

test("of a zipped CSV of garbage, the beginning is unfolded", () => {
  const text = csvOf(garbage(100_000));
  const { archive, unfolded } = counted(zipSync({ "flux.csv": bytesOf(text) }));
  const first = (most: number) => {
    for (const piece of archive.pieces("flux.csv") ?? []) if (unfolded() >= most) return piece;
    return ok(new Uint8Array());
  };
  expect(givenUpCsv("flux.csv", { size: text.length, first }, defaultLimits, nothing)?.rows.length).toBeGreaterThan(0);
  expect(unfolded()).toBeLessThan(text.length / 3);
  const found = read("a.zip", zipSync({ "flux.csv": bytesOf(text) }));
  expect(found.refused[0]?.code).toBe("ROWS_UNREADABLE");
  expect(found.refused.length).toBeLessThan(300);
});

test("a sound long table is read whole, from every carrier that may be given up", () => {
  const rows = [
    soundRows[0],
    ...Array.from({ length: 6000 }, (_, i) => ["Scierie fictive", "sortant", `sciure ${i}`, "12", "t"]),
  ];
  const flows = rows.slice(1).map(([establishment, , label]) => ({ establishment, direction: "out", label }));
  const json = { format: "simbiosi-inventory/1", flows, establishments: [{ id: "s", name: "Scierie fictive" }] };
  const filler = "x".repeat(60);
  expect(read("a.xlsx", rawWorkbook(worksheetXml(rows))).inventory.flows).toHaveLength(6000);
  expect(
    read("a.zip", zipSync({ "flux.csv": bytesOf(csvOf(rows.map((row) => [...row, filler]))) })).inventory.flows,
  ).toHaveLength(6000);
  // Flows may stand before the companies that they name.
  expect(read("a.json", JSON.stringify(json)).inventory.flows).toHaveLength(6000);
});

test("a long JSON list of garbage is given up with what to do; one good element is enough to read on", () => {
  const flows = Array.from({ length: 5000 }, (_, i) => ({ establishment: words(i), direction: "??", label: i }));
  const head = { format: "simbiosi-inventory/1", territory: { name: "ZA fictive" } };
  const found = read("a.json", JSON.stringify({ ...head, flows }));
  expect(found.refused[0]).toMatchObject({ code: "ITEMS_UNREADABLE", sheet: "flows" });
  expect(Math.max(...found.refused.map(({ row }) => row ?? 0))).toBe(1000);
  const good = { establishment: "s", direction: "out", label: "sciure" };
  const mixed = { ...head, establishments: [{ id: "s", name: "Scierie fictive" }], flows: [good, ...flows] };
  expect(read("a.json", JSON.stringify(mixed)).inventory.flows).toHaveLength(1);
});

test.each([
  { because: "a million small objects in one element", json: `{"flows":[{"x":[${"{},".repeat(100_001)}{}]}]}` },
  { because: "more values than an inventory has", json: `{"flows":[{}${",{}".repeat(40)}]}`, limits: { cells: 50 } },
  { because: "a long list that is not ours", json: `{"x":[1${",1".repeat(60)}]}`, limits: { idle: 50 } },
])("$because: no parser is asked", ({ json, limits = {} }) => {
  expect(outlineJson(bytesOf(json), { ...defaultLimits, ...limits }, () => true)).toBe("complex");
  expect(problemOf("a.json", json, { limits })).toBe("FILE_TOO_COMPLEX");
});
