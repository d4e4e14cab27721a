import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { writeCsv } from "../csv/write-csv.ts";
import { writeJson } from "../json/write-json.ts";
import { bytesOf, problemOf, rawOds, rawWorkbook, read, soundRows, worksheetXml } from "../testing/carriers.ts";
import { example } from "../workbook/example.ts";
import { writeWorkbook } from "../workbook/write-workbook.ts";
import { readInventory } from "./read-inventory.ts";

const date = "2026-11-23";
const csv = (): { name: string; bytes: Uint8Array }[] =>
  writeCsv(example).map(({ name, text }) => ({ name, bytes: bytesOf(text) }));
const zipOfCsv = (): Uint8Array => zipSync(Object.fromEntries(csv().map(({ name, bytes }) => [name, bytes])));

test("every carrier reads to the same inventory, whatever its file is called", async () => {
  const workbook = await writeWorkbook(example, { date });
  const json = bytesOf(writeJson(example));
  for (const input of [
    { name: "a.json", bytes: json },
    { name: "-", bytes: json },
    { name: "a.xlsx", bytes: workbook },
    { name: "sans-extension", bytes: workbook },
    { name: "menteur.json", bytes: workbook },
    { name: "a.zip", bytes: zipOfCsv() },
    { folder: csv() },
  ]) {
    const found = await readInventory(input);
    expect(found).toMatchObject({ ok: true, value: { inventory: example, refused: [], notes: [] } });
  }
});

const ole = (words: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(60), Buffer.from(words, "utf16le")]),
  );
const docx = zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<document/>") });
const xlsb = zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "xl/workbook.bin": new Uint8Array(10) });
const sheet = worksheetXml(soundRows);
const encrypted = (): Uint8Array => {
  const bytes = rawWorkbook(sheet).slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true);
  return bytes;
};

test.each([
  { because: "no bytes", name: "a.xlsx", bytes: new Uint8Array(), code: "FILE_EMPTY" },
  { because: "only blanks", name: "a.csv", bytes: bytesOf(" \n\n"), code: "FILE_EMPTY" },
  { because: "an archive of nothing", name: "a.zip", bytes: zipSync({}), code: "FILE_EMPTY" },
  { because: "half a workbook", name: "a.xlsx", bytes: rawWorkbook(sheet).slice(0, 300), code: "FILE_TRUNCATED" },
  { because: "half a JSON", name: "a.json", bytes: bytesOf(writeJson(example).slice(0, 900)), code: "FILE_TRUNCATED" },
  { because: "JSON that is not", name: "a.json", bytes: bytesOf("{ oui: non }"), code: "JSON_MALFORMED" },
  {
    because: "JSON of something else",
    name: "a.json",
    bytes: bytesOf('{"type":"FeatureCollection"}'),
    code: "FORMAT_UNKNOWN",
  },
  { because: "a PDF", name: "a.xlsx", bytes: bytesOf("%PDF-1.7 …"), code: "FILE_FOREIGN" },
  {
    because: "an image",
    name: "a.csv",
    bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
    code: "FILE_FOREIGN",
  },
  { because: "bytes that are no text", name: "a.csv", bytes: Uint8Array.of(1, 2, 0, 4, 5), code: "FILE_FOREIGN" },
  {
    because: "a web page saved as a workbook",
    name: "a.xls",
    bytes: bytesOf("<html><table><tr><td>Sens"),
    code: "FILE_FOREIGN",
  },
  {
    because: "a text about something else",
    name: "lettre",
    bytes: bytesOf("Madame, Monsieur,\nbonjour"),
    code: "FILE_FOREIGN",
  },
  { because: "a CSV of something else", name: "a.csv", bytes: bytesOf("a;b\n1;2\n"), code: "TABLE_NOT_FOUND" },
  { because: "a Word document", name: "a.docx", bytes: docx, code: "TABLE_NOT_FOUND" },
  { because: "a binary workbook", name: "a.xlsb", bytes: xlsb, code: "FILE_OLD_FORMAT" },
  { because: "an old workbook", name: "a.xls", bytes: ole("Workbook"), code: "FILE_OLD_FORMAT" },
  { because: "a workbook with a password", name: "a.xlsx", bytes: ole("EncryptedPackage"), code: "FILE_ENCRYPTED" },
  { because: "a zip with a password", name: "a.zip", bytes: encrypted(), code: "FILE_ENCRYPTED" },
  {
    because: "a worksheet that does not end",
    name: "a.xlsx",
    bytes: rawWorkbook(sheet.slice(0, -30)),
    code: "FILE_DAMAGED",
  },
  {
    because: "a worksheet that is not there",
    name: "a.xlsx",
    bytes: rawWorkbook(sheet, { "xl/_rels/workbook.xml.rels": strToU8("<Relationships/>") }),
    code: "FILE_DAMAGED",
  },
  {
    because: "external entities",
    name: "a.xlsx",
    bytes: rawWorkbook(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${sheet}`),
    code: "XML_ENTITIES",
  },
  {
    because: "entities that multiply",
    name: "a.ods",
    bytes: rawOds('<!DOCTYPE x [<!ENTITY e "ha"><!ENTITY f "&e;&e;">]>'),
    code: "XML_ENTITIES",
  },
  {
    because: "more than the limit",
    name: "a.csv",
    bytes: bytesOf("Établissement;Sens\n".repeat(100)),
    code: "FILE_TOO_LARGE",
  },
])("$because: $code, in a thread of its own or not", async ({ name, bytes, code }) => {
  const limits = code === "FILE_TOO_LARGE" ? { inflatedBytes: 1000 } : {};
  const found = await readInventory({ name, bytes }, { limits });
  expect(found.ok ? "ok" : found.problem.code).toBe(code);
  expect(problemOf(name, bytes, { limits })).toBe(code);
  for (const sentence of found.ok ? [] : Object.values(found.problem.message)) {
    expect(sentence).toContain(name);
    expect(sentence).not.toMatch(/[{}]\w|Error|at .*:\d+/);
  }
});

test("a bomb is refused from what it declares, and from what it does", async () => {
  const honest = rawWorkbook(new Uint8Array(30 * 1024 * 1024).fill(0x20));
  const lying = rawWorkbook(new Uint8Array(8 * 1024 * 1024).fill(0x20)).slice();
  const view = new DataView(lying.buffer);
  for (let at = 0; at + 46 < lying.length; at++)
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1e6)
      view.setUint32(at + 24, 1000, true);
  for (const bytes of [honest, lying])
    expect(await readInventory({ name: "a.xlsx", bytes })).toMatchObject({ ok: false, problem: { code: "ZIP_BOMB" } });
});

test("a file that wants more memory or time than it is given costs a sentence, and can be stopped", async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => ["Scierie fictive", "sortant", `sciure ${i}`, "12", "t"]);
  const file = { name: "a.xlsx", bytes: rawWorkbook(worksheetXml([soundRows[0], ...rows])) };
  const codeOf = async (options: Parameters<typeof readInventory>[1]): Promise<string> => {
    const found = await readInventory(file, options);
    return found.ok ? "ok" : found.problem.code;
  };
  expect(await codeOf({})).toBe("ok");
  expect(await codeOf({ megabytes: 8 })).toBe("FILE_TOO_COMPLEX");
  expect(await codeOf({ seconds: 0 })).toBe("READ_TOO_SLOW");
  expect(await codeOf({ signal: AbortSignal.abort() })).toBe("READ_STOPPED");
  const stop = new AbortController();
  const reading = codeOf({ signal: stop.signal });
  stop.abort();
  expect(await reading).toBe("READ_STOPPED");
});

test("macros are neither read nor run, links to other workbooks are not followed; both are said", () => {
  const macros = rawWorkbook(sheet, {
    "xl/vbaProject.bin": new Uint8Array(20),
    "xl/externalLinks/externalLink1.xml": strToU8("<externalLink/>"),
  });
  const { inventory, notes } = read("a.xlsm", macros);
  expect(inventory.flows).toHaveLength(1);
  expect(notes.map(({ code }) => code).slice(0, 2)).toEqual(["MACROS_IGNORED", "LINKS_IGNORED"]);
});

test("rows, columns and cells beyond the limits are left and reported with what to do", () => {
  const rows = (count: number): string[][] => [
    [...soundRows[0]],
    ...Array.from({ length: count }, (_, i) => ["Scierie fictive", "sortant", `sciure ${i}`, "12", "t"]),
  ];
  const long = read("a.xlsx", rawWorkbook(worksheetXml(rows(100))), { limits: { rows: 20 } });
  expect(long.inventory.flows).toHaveLength(59); // forty rows of headers are let through
  expect(long.refused).toMatchObject([{ sheet: "Flux", row: 61, code: "ROWS_BEYOND_LIMIT", kept: false }]);
  const wide = read("a.csv", `Établissement;Sens;Désignation;A;B;C\nScierie fictive;in;bois;1;2;3\n`, {
    limits: { columns: 4 },
  });
  expect(wide.inventory.flows).toMatchObject([{ label: "bois", extra: { A: 1 } }]);
  expect(wide.refused).toMatchObject([{ row: 1, code: "COLUMNS_BEYOND_LIMIT", kept: true }]);
  const full = read("a.xlsx", rawWorkbook(worksheetXml(rows(100))), { limits: { cells: 50 } });
  expect(full.inventory.flows).toHaveLength(9);
  expect(full.refused).toMatchObject([{ row: 11, code: "CELLS_BEYOND_LIMIT" }]);
});

test("a million columns: the cells beyond the limit cost nothing and are reported once", () => {
  const cells = Array.from(
    { length: 2000 },
    (_, row) =>
      `<row r="${row + 2}"><c r="A${row + 2}" t="str"><v>Scierie fictive</v></c><c r="XFD${row + 2}"><v>1</v></c></row>`,
  );
  const header = worksheetXml([soundRows[0]]).replace("</sheetData>", `${cells.join("")}</sheetData>`);
  const { refused } = read("a.xlsx", rawWorkbook(header));
  expect(refused.filter(({ code }) => code === "COLUMNS_BEYOND_LIMIT")).toMatchObject([{ row: 2, kept: true }]);
});

test("a report of refused rows stays short enough to read, and says how many are left out", () => {
  const lines = [
    ...Array.from({ length: 500 }, (_, i) => `Scierie fictive;sortant;sciure ${i};1`),
    ...Array.from({ length: 21_000 }, () => "Scierie fictive;sortant;;1"),
  ];
  const { refused } = read("a.csv", `Établissement;Sens;Désignation;Quantité\n${lines.join("\n")}`);
  expect(refused).toHaveLength(20_001);
  expect(refused.at(-1)).toMatchObject({ code: "REFUSALS_BEYOND_LIMIT", value: "1000" });
});
