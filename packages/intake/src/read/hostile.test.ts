import { InventorySchema } from "@simbiosi/domain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { writeCsv } from "../csv/write-csv.ts";
import { writeJson } from "../json/write-json.ts";
import { defaultLimits } from "../tables/sheet.ts";
import { bytesOf, rawOds, rawWorkbook, soundRows, worksheetXml } from "../testing/carriers.ts";
import { example } from "../workbook/example.ts";
import { readFile } from "./read-here.ts";

// Whatever the bytes, reading answers: an inventory that its schema accepts, or a problem with its code. Never a stack.

const settings = { mapping: {}, limits: defaultLimits, corrections: [] };

function answers(name: string, bytes: Uint8Array): void {
  const found = readFile({ name, bytes }, settings);
  if (found.ok) expect(InventorySchema.parse(found.value.inventory)).toEqual(found.value.inventory);
  else expect(found.problem.code).toMatch(/^[A-Z_]+$/);
}

const flux = writeCsv(example).find(({ name }) => name === "flux.csv")?.text ?? "";
const carriers = [
  { name: "a.json", bytes: bytesOf(writeJson(example)) },
  { name: "a.csv", bytes: bytesOf(flux) },
  { name: "a.xlsx", bytes: rawWorkbook(worksheetXml(soundRows)) },
];

test("any bytes, under any name", () => {
  fc.assert(fc.property(fc.constantFrom("a.json", "a.csv", "a.xlsx", "a"), fc.uint8Array({ maxLength: 300 }), answers));
});

test.each(carriers)("$name with bytes changed, cut and doubled", ({ name, bytes }) => {
  const change = fc.record({ at: fc.nat({ max: bytes.length - 1 }), value: fc.nat({ max: 255 }) });
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 8 }),
      fc.nat({ max: bytes.length }),
      fc.boolean(),
      (changes, cut, twice) => {
        const changed = bytes.slice(0, twice ? bytes.length : cut);
        for (const { at, value } of changes) if (at < changed.length) changed[at] = value;
        answers(name, changed);
      },
    ),
  );
});

const anyJson = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, 3, -1, "3", "", "in", "@x", "2027-12-31"),
    tie("list"),
    tie("object"),
  ),
  list: fc.array(tie("value"), { maxLength: 3 }),
  object: fc.dictionary(fc.constantFrom("a", "route", "to", "fields", "__proto__"), tie("value"), { maxKeys: 3 }),
}));

test("flows and establishments whose fields hold anything", () => {
  const fields = Object.keys(InventorySchema.shape.flows.element.shape);
  const places = Object.keys(InventorySchema.shape.establishments.element.shape);
  const rows = (keys: string[]) =>
    fc.array(fc.dictionary(fc.constantFrom(...keys), anyJson.value, { maxKeys: 8 }), { maxLength: 4 });
  fc.assert(
    fc.property(rows(places), rows(fields), anyJson.object, (establishments, flows, territory) => {
      const format = "simbiosi-inventory/1";
      answers("a.json", bytesOf(JSON.stringify({ format, territory, establishments, flows })));
    }),
  );
});

test("cells that hold anything, in every column of the model", () => {
  const header = flux.slice(0, flux.indexOf("\r\n"));
  const word = fc.constantFrom(
    "",
    "x",
    "1",
    "-1",
    "1;2",
    "nov-janv",
    "été",
    "a=1",
    "funder: name (2026-10-01)",
    "#N/A",
    "t/an",
    "in",
    "out",
    "Total",
    '"',
    "=1",
  );
  const width = header.split(";").length;
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: width, maxLength: width }), { maxLength: 4 }), (rows) => {
      const lines = rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";"));
      answers("a.csv", bytesOf([header, ...lines].join("\n")));
    }),
  );
});

test("worksheets of any shape", () => {
  const piece = fc.constantFrom(
    "<row>",
    "</row>",
    '<row r="-5">',
    "<c>",
    "</c>",
    '<c r="ZZZZ1">',
    '<c t="s">',
    "<v>1</v>",
    "<v>",
    "<f>1</f>",
    "<mergeCell ref='A9:A1'/>",
    "<!--",
    "a&#x110000;",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      answers("a.xlsx", rawWorkbook(`<worksheet><sheetData>${pieces.join("")}</sheetData></worksheet>`));
      answers(
        "a.ods",
        rawOds(pieces.join("").replaceAll("row", "table:table-row").replaceAll("<c", "<table:table-cell")),
      );
    }),
  );
});
