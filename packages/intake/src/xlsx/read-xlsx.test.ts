import fc from "fast-check";
import { readXlsx as readPeer, writeXlsx as writePeer } from "hucre/xlsx";
import { expect, test } from "vitest";
import { openArchive } from "../archive/open-archive.ts";
import { type Cell, clean } from "../cells/cell.ts";
import { defaultLimits, type Sheet } from "../tables/sheet.ts";
import { bytesOf, rawWorkbook, read, workbookOf } from "../testing/carriers.ts";
import { styled } from "./numbers.ts";
import { parseReference } from "./read-sheet.ts";
import { readXlsx } from "./read-xlsx.ts";
import { styleOf } from "./styles.ts";

function sheetsOf(bytes: Uint8Array): readonly Sheet[] {
  const archive = openArchive("a.xlsx", bytes, defaultLimits);
  if (!archive.ok) throw new Error(archive.problem.code);
  const found = readXlsx("a.xlsx", archive.value, defaultLimits);
  if (!found.ok) throw new Error(found.problem.code);
  return found.value.sheets;
}
const cellsOf = (worksheet: string, more = {}): (readonly Cell[])[] =>
  sheetsOf(rawWorkbook(`<worksheet><sheetData>${worksheet}</sheetData></worksheet>`, more))[0]?.rows.map(
    ({ cells }) => cells,
  ) ?? [];

test.each([
  { because: "a number", xml: "<c><v>1.5</v></c>", cell: 1.5 },
  { because: "an inline string", xml: '<c t="inlineStr"><is><t>a &amp; b</t></is></c>', cell: "a & b" },
  {
    because: "rich text inside a cell",
    xml: '<c t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></is></c>',
    cell: "a b",
  },
  { because: "words of a formula", xml: '<c t="str"><f>A2</f><v>mot</v></c>', cell: "mot" },
  { because: "a number of a formula", xml: "<c><f>1+1</f><v>2</v></c>", cell: 2 },
  { because: "a formula shared by a range", xml: '<c><f t="shared" si="0"/><v>3</v></c>', cell: 3 },
  { because: "a formula that was never computed", xml: "<c><f>1+1</f></c>", cell: { uncached: true } },
  { because: "the same, with an empty value", xml: "<c><f>1+1</f><v></v></c>", cell: { uncached: true } },
  { because: "a formula whose words are empty", xml: '<c t="str"><f>""</f><v></v></c><c><v>1</v></c>', cell: "" },
  { because: "an error", xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', cell: { error: "#DIV/0!" } },
  { because: "a truth value", xml: '<c t="b"><v>1</v></c>', cell: true },
  { because: "an ISO date", xml: '<c t="d"><v>2027-12-31</v></c>', cell: "2027-12-31" },
  { because: "a string that is not in the list", xml: '<c t="s"><v>99</v></c>', cell: { error: "#REF!" } },
  {
    because: "characters that XML cannot hold",
    xml: '<c t="str"><v>a_x000A_b_x005F_x0041_</v></c>',
    cell: "a\nb_x0041_",
  },
  { because: "a section of characters", xml: '<c t="str"><v><![CDATA[a < b]]></v></c>', cell: "a < b" },
  { because: "a comment inside a value", xml: '<c t="str"><v>a<!-- <v>non</v> -->b</v></c>', cell: "ab" },
  { because: "prefixed elements", xml: '<x:c t="str"><x:v>a</x:v></x:c>', cell: "a" },
])("$because", ({ xml, cell }) => {
  expect(cellsOf(`<row r="1">${xml}</row>`)[0]?.[0]).toEqual(cell);
});

test("shared strings: runs joined, phonetic readings left out", () => {
  const strings = bytesOf(
    "<sst><si><t>un</t></si><si><r><t>de</t></r><r><t>ux</t></r><rPh><t>deu</t></rPh></si></sst>",
  );
  const relations = bytesOf(
    '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
  );
  const cells = cellsOf('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>', {
    "xl/sharedStrings.xml": strings,
    "xl/_rels/workbook.xml.rels": relations,
  });
  expect(cells).toEqual([["un", "deux"]]);
});

test("cells stand where their reference says, rows where theirs says, and empty ones are nothing", () => {
  const [sheet] = sheetsOf(
    rawWorkbook(
      '<worksheet><sheetData><row r="5"><c r="C5"><v>1</v></c></row><row r="2"><c r="A2"/><c r="B2"><v>2</v></c></row><row r="9"/></sheetData><mergeCells><mergeCell ref="A2:A5"/></mergeCells></worksheet>',
    ),
  );
  expect(sheet?.rows).toEqual([
    { number: 2, cells: [null, 2] },
    { number: 5, cells: [null, null, 1] },
  ]);
  expect(sheet?.merges).toEqual([{ top: 2, bottom: 5, left: 0, right: 0 }]);
});

test.each([
  ["dd/mm/yyyy", "date"],
  ["[$-40C]d mmmm yyyy;@", "date"],
  ["mmm", "date"],
  ["mm", "date"],
  ["h:mm", "time"],
  ["[h]:mm:ss", "time"],
  ["0%", "percent"],
  ["0.0%;[Red]-0.0%", "percent"],
  ["General", undefined],
  ['0.0 "t/an"', undefined],
  ['#,##0.00\\ "€"', undefined],
  ["0.00E+00", undefined],
  ["[Red]0", undefined],
  ["@", undefined],
])("the format %s shows a %s", (code, style) => {
  expect(styleOf(code)).toBe(style);
});

test("numbers as their format shows them", () => {
  expect(styled(46_752, "date", 1900)).toEqual({ day: "2027-12-31" });
  expect(styled(46_752.5, "date", 1900)).toBe("2027-12-31 12:00");
  expect(styled(45_290, "date", 1904)).toEqual({ day: "2027-12-31" });
  expect(styled(0.07, "percent", 1900)).toBe("7%");
  expect(styled(0.25, "time", 1900)).toBe("06:00");
  expect(styled(3, undefined, 1900)).toBe(3);
});

test("a workbook that counts dates from 1904", () => {
  const book = '<workbook><workbookPr date1904="1"/><sheets><sheet name="Flux" r:id="r1"/></sheets></workbook>';
  const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
  const relations =
    '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/styles" Target="styles.xml"/></Relationships>';
  const cells = cellsOf('<row><c s="1"><v>45290</v></c></row>', {
    "xl/workbook.xml": bytesOf(book),
    "xl/styles.xml": bytesOf(styles),
    "xl/_rels/workbook.xml.rels": bytesOf(relations),
  });
  expect(cells).toEqual([[{ day: "2027-12-31" }]]);
});

test("references", () => {
  expect(parseReference("A1")).toEqual({ column: 0, row: 1 });
  expect(parseReference("$XFD$1048576")).toEqual({ column: 16_383, row: 1_048_576 });
  expect(parseReference("12")).toBeUndefined();
});

const value = fc.oneof(
  fc.string({ maxLength: 12 }).map(clean),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.boolean(),
  fc.date({ min: new Date("1901-01-01"), max: new Date("2090-01-01"), noInvalidDate: true }).map((date) => {
    date.setUTCHours(0, 0, 0, 0);
    return date;
  }),
);
const grid = fc.array(fc.array(value, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });

/** What another reader's cell is in our words. */
const ours = (cell: unknown): unknown =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : cell === "" || cell === undefined ? null : cell;
const theirs = (cell: Cell | undefined): unknown =>
  cell !== null && typeof cell === "object" && "day" in cell
    ? cell.day
    : cell === undefined || cell === ""
      ? null
      : cell;

test("another reader finds the same cells, in workbooks that two writers made", async () => {
  await fc.assert(
    fc.asyncProperty(grid, async (rows) => {
      const exceljs = await workbookOf({ Flux: rows }, (book) =>
        book.getWorksheet("Flux")?.eachRow((row) =>
          row.eachCell((cell) => {
            if (cell.value instanceof Date) cell.numFmt = "dd/mm/yyyy";
          }),
        ),
      );
      const hucre = await writePeer({ sheets: [{ name: "Flux", rows }] });
      for (const bytes of [exceljs, hucre]) {
        const peer = (await readPeer(bytes)).sheets[0]?.rows ?? [];
        const [sheet] = sheetsOf(bytes);
        const found = new Map(sheet?.rows.map(({ number, cells }) => [number, cells]));
        peer.forEach((cells, row) => {
          cells.forEach((cell, column) => {
            expect(theirs(found.get(row + 1)?.[column])).toEqual(ours(cell));
          });
        });
      }
    }),
    { numRuns: 40 },
  );
});

test("in an inventory: an error and a formula without value are reported, a computed value is read", async () => {
  const bytes = await workbookOf({
    Flux: [
      ["Établissement", "Sens", "Désignation", "Quantité", "Coût unitaire", "Note"],
      [
        "Scierie fictive",
        "sortant",
        "sciure",
        { formula: "6*7", result: 42 },
        { formula: "1/0", result: { error: "#DIV/0!" } },
        { formula: "A1" },
      ],
    ],
  });
  const { inventory, refused } = read("a.xlsx", bytes);
  expect(inventory.flows[0]?.quantity).toBe(42);
  expect(refused.map(({ column, value: found, code }) => [column, found, code])).toEqual([
    ["Note", null, "FORMULA_WITHOUT_VALUE"],
    ["Coût unitaire", "#DIV/0!", "CELL_ERROR"],
  ]);
});
