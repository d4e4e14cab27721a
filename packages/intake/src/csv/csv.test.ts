import { csvField } from "@simbiosi/domain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOf, read, readCsvFolder } from "../testing/carriers.ts";
import { decode } from "./decode.ts";
import { parseCsv } from "./parse-csv.ts";
import { marked, unmarked } from "./quoting.ts";
import { refusedRowsCsv, writeCsv } from "./write-csv.ts";

const recordsOf = (words: string, separator = ";"): string[][] => {
  const records: string[][] = [];
  parseCsv(words, separator, ({ fields }) => records.push([...fields]) > 0);
  return records;
};

test.each([
  {
    because: "plain",
    words: "a;b\nc;d\n",
    records: [
      ["a", "b"],
      ["c", "d"],
    ],
  },
  {
    because: "no last line end",
    words: "a;b\r\nc;d",
    records: [
      ["a", "b"],
      ["c", "d"],
    ],
  },
  {
    because: "old Mac line ends",
    words: "a;b\rc;d",
    records: [
      ["a", "b"],
      ["c", "d"],
    ],
  },
  {
    because: "separator and line break in quotes",
    words: '"a;b";"c\nd"\ne;f',
    records: [
      ["a;b", "c\nd"],
      ["e", "f"],
    ],
  },
  { because: "doubled quotes", words: '"dit ""bon""";b', records: [['dit "bon"', "b"]] },
  { because: "a quote inside words is a character", words: '5" de long;b', records: [['5" de long', "b"]] },
  {
    because: "a quote that never closes swallows nothing",
    words: '"a;b\nc;d',
    records: [
      ['"a', "b"],
      ["c", "d"],
    ],
  },
  { because: "empty fields", words: ";;\n", records: [["", "", ""]] },
  { because: "byte-order mark", words: "\ufeffa;b", records: [["a", "b"]] },
])("CSV: $because", ({ words, records }) => {
  expect(recordsOf(words)).toEqual(records);
});

test("any records survive writing and reading", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 1 }), { minLength: 1 }), (records) => {
      const text = records.map((fields) => fields.map(csvField).join(";")).join("\r\n");
      expect(recordsOf(`${text}\r\n`)).toEqual(records);
    }),
  );
});

const header = "Établissement;Sens;Désignation;Quantité;Note";
const row = "Scierie fictive;sortant;sciure;1,5;à voir";

test.each([
  { because: "UTF-8", bytes: bytesOf(`${header}\n${row}`), notes: [] },
  { because: "UTF-8 with a mark", bytes: bytesOf(`\ufeff${header}\n${row}`), notes: [] },
  {
    because: "Windows-1252, as Excel saves",
    bytes: Buffer.from(`${header}\n${row}`, "latin1"),
    notes: ["ENCODING_LEGACY"],
  },
  {
    because: "UTF-16, as Excel's Unicode text",
    bytes: Buffer.from(`\ufeff${header}\n${row}`.replaceAll(";", "\t"), "utf16le"),
    notes: [],
  },
  {
    because: "UTF-8 encoded twice",
    bytes: bytesOf(Buffer.from(`${header}\n${row}`, "utf8").toString("latin1")),
    notes: ["ENCODING_MENDED"],
  },
  { because: "tabs", bytes: bytesOf(`${header}\n${row}`.replaceAll(";", "\t")), notes: [] },
  { because: "a first line that declares the separator", bytes: bytesOf(`sep=;\n${header}\n${row}`), notes: [] },
  {
    because: "commas, decimals in quotes",
    bytes: bytesOf(`${header.replaceAll(";", ",")}\nScierie fictive,sortant,sciure,"1,5",à voir`),
    notes: [],
  },
  {
    because: "semicolons although commas are more",
    bytes: bytesOf(`${header}\n${row}, ,,,,,,,,,,,`),
    notes: [],
    note: "à voir, ,,,,,,,,,,,",
  },
])("a CSV of flows in $because", ({ bytes, notes, note = "à voir" }) => {
  const found = read("flux.csv", new Uint8Array(bytes));
  expect(found.refused).toEqual([]);
  expect(found.inventory.flows).toMatchObject([{ label: "sciure", direction: "out", quantity: 1.5, note }]);
  expect(found.notes.map(({ code }) => code).filter((code) => code.startsWith("ENCODING"))).toEqual(notes);
});

test("the euro sign and the curly quote of Windows are read, bytes that hold a zero are no text", () => {
  expect(decode(Uint8Array.of(0x80, 0x92))).toEqual({ words: "€’", encoding: "legacy" });
  expect(decode(Uint8Array.of(0x61, 0, 0x62))).toBeUndefined();
});

test("a folder: files by name or by headers, others left and said to be, rows as a spreadsheet numbers them", () => {
  const { inventory, refused, notes } = readCsvFolder({
    "dossier/territoire.csv": "Clé;Valeur\nNom;ZA de l'Exemple (fictive)\n",
    "liste.csv": "Raison sociale;NAF\nScierie fictive;16.10A\n",
    "flux.csv":
      'Établissement;Sens;Désignation;Note\nScierie fictive;sortant;sciure;"sur\ndeux lignes"\nInconnue;sortant;sel;\n',
    "photo.png": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0]),
  });
  expect(inventory.territory.name).toBe("ZA de l'Exemple (fictive)");
  expect(inventory.flows.map(({ note }) => note)).toEqual(["sur\ndeux lignes"]);
  expect(refused).toMatchObject([{ row: 3, code: "ESTABLISHMENT_UNKNOWN" }]);
  expect(notes.map(({ code }) => code)).toEqual(["SHEET_IGNORED"]);
});

test("flows alone: their establishments are made from the names they use", () => {
  const { inventory, notes } = read(
    "export.csv",
    "Établissement;Sens;Désignation\nScierie fictive;sortant;sciure\nSCIERIE FICTIVE;sortant;écorce\n12345678200010;entrant;grumes\n",
  );
  expect(inventory.establishments.map(({ id, name, siret }) => [id, name, siret])).toEqual([
    ["scierie-fictive", "Scierie fictive", null],
    ["12345678200010", "12345678200010", "12345678200010"],
  ]);
  expect(notes.map(({ code }) => code)).toEqual(["ESTABLISHMENTS_MADE", "TERRITORY_ABSENT"]);
});

test.each(["=1+1", "+33 4", "-trois", "@moi", "'avant", "\tx"])(
  "« %s » cannot become a formula in a spreadsheet",
  (words) => {
    expect(marked(words, false)).toBe(`'${words}`);
    expect(unmarked(marked(words, false))).toEqual({ words, literal: true });
  },
);

test("what is marked is given back, and foreign words keep their apostrophe", () => {
  fc.assert(
    fc.property(fc.string(), fc.boolean(), (words, aside) => {
      expect(unmarked(marked(words, aside)).words).toBe(words);
    }),
  );
  expect(unmarked("'s-Hertogenbosch").words).toBe("'s-Hertogenbosch");
});

test("no cell of a written CSV begins like a formula, but for negative numbers", () => {
  const { inventory } = read(
    "flux.csv",
    "Établissement;Sens;Désignation;Coût unitaire;Note;=cmd\n'=Scierie fictive;sortant;@sciure;-3;+1;'-2\n",
  );
  const cells = writeCsv(inventory).flatMap(({ text }) => recordsOf(text).flat());
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual(["-3"]);
  expect(cells).toEqual(expect.arrayContaining(["'=Scierie fictive", "'@sciure", "'+1", "'=cmd", "'-2"]));
});

test("the report of refused rows is a CSV in one language, safe to open", () => {
  const { refused } = read("flux.csv", "Établissement;Sens;Désignation;Quantité\nScierie fictive;sortant;sciure;=A1\n");
  const [head, first] = recordsOf(refusedRowsCsv(refused, "fr"));
  expect(head).toEqual(["Feuille", "Ligne", "Colonne", "Valeur trouvée", "Code", "Que faire", "Ligne gardée"]);
  expect(first?.slice(0, 5)).toEqual(["flux.csv", "2", "Quantité", "'=A1", "QUANTITY_UNREADABLE"]);
  expect(first?.at(-1)).toBe("oui");
  expect(recordsOf(refusedRowsCsv(refused, "en"), ",")[1]?.[5]).toContain("write one number");
});

// "Café de l'Île;huîtres;drêches" as three systems of the last century save it.
test.each([
  ["Windows", [0x43, 0x61, 0x66, 0xe9, 0x20, 0xce, 0x6c, 0x65, 0x20, 0x64, 0x72, 0xea, 0x63, 0x68, 0x65, 0x73]],
  ["a Macintosh", [0x43, 0x61, 0x66, 0x8e, 0x20, 0xeb, 0x6c, 0x65, 0x20, 0x64, 0x72, 0x90, 0x63, 0x68, 0x65, 0x73]],
  ["DOS", [0x43, 0x61, 0x66, 0x82, 0x20, 0xd7, 0x6c, 0x65, 0x20, 0x64, 0x72, 0x88, 0x63, 0x68, 0x65, 0x73]],
])("words saved by %s", (_, bytes) => {
  expect(decode(Uint8Array.from(bytes))).toEqual({ words: "Café Île drêches", encoding: "legacy" });
});

test("signs of Windows that stand inside words leave it Windows", () => {
  const bytes = [0x6c, 0x92, 0xe9, 0x74, 0xe9, 0x20, 0x9c, 0x75, 0x66, 0x20, 0x80, 0x20, 0x63, 0x9c, 0x75, 0x72];
  expect(decode(Uint8Array.from(bytes))?.words).toBe("l’été œuf € cœur");
});
