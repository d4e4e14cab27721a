import fc from "fast-check";
import { writeOds as writePeer } from "hucre/ods";
import { expect, test } from "vitest";
import { openArchive } from "../archive/open-archive.ts";
import { type Cell, clean } from "../cells/cell.ts";
import { defaultLimits, type Limits, type Sheet } from "../tables/sheet.ts";
import { rawOds, read } from "../testing/carriers.ts";
import { readOds } from "./read-ods.ts";

function sheetOf(bytes: Uint8Array, limits: Limits = defaultLimits): Sheet {
  const archive = openArchive("a.ods", bytes, limits);
  const found = archive.ok ? readOds("a.ods", archive.value, limits) : archive;
  const sheet = found.ok ? found.value.sheets[0] : undefined;
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}
const words = (text: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const row = (cells: string): string => `<table:table-row>${cells}</table:table-row>`;

test.each([
  { because: "words", xml: words("mot"), cell: "mot" },
  { because: "two paragraphs", xml: words("un</text:p><text:p>deux"), cell: "un\ndeux" },
  {
    because: "spaces, tabs and styled words",
    xml: words('a<text:s text:c="3"/>b<text:tab/><text:span>c</text:span>'),
    cell: "a   b\tc",
  },
  {
    because: "a note on the cell is not its words",
    xml: words("a").replace("<text:p>", "<office:annotation><text:p>non</text:p></office:annotation><text:p>"),
    cell: "a",
  },
  {
    because: "a number, whatever it shows",
    xml: '<table:table-cell office:value-type="float" office:value="1234.5"><text:p>1 234,5</text:p></table:table-cell>',
    cell: 1234.5,
  },
  {
    because: "a share",
    xml: '<table:table-cell office:value-type="percentage" office:value="0.07"><text:p>7 %</text:p></table:table-cell>',
    cell: "7%",
  },
  {
    because: "a day",
    xml: '<table:table-cell office:value-type="date" office:date-value="2027-12-31"><text:p>31/12/27</text:p></table:table-cell>',
    cell: { day: "2027-12-31" },
  },
  {
    because: "an hour",
    xml: '<table:table-cell office:value-type="time" office:time-value="PT06H30M00S"><text:p>06:30</text:p></table:table-cell>',
    cell: "06:30",
  },
  {
    because: "a truth value",
    xml: '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>VRAI</text:p></table:table-cell>',
    cell: true,
  },
  {
    because: "a computed value",
    xml: '<table:table-cell table:formula="of:=6*7" office:value-type="float" office:value="42"><text:p>42</text:p></table:table-cell>',
    cell: 42,
  },
  {
    because: "a failed formula",
    xml: '<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>',
    cell: { error: "#DIV/0!" },
  },
  {
    because: "a formula that was never computed",
    xml: '<table:table-cell table:formula="of:=6*7"/>',
    cell: { uncached: true },
  },
])("$because", ({ xml, cell }) => {
  expect(sheetOf(rawOds(row(xml))).rows[0]?.cells[0]).toEqual(cell);
});

test("rows in groups and in repeated headers are read, numbers follow empty runs", () => {
  const sheet = sheetOf(
    rawOds(
      `<table:table-header-rows>${row(words("a"))}</table:table-header-rows><table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row><table:table-row-group>${row(`<table:table-cell table:number-columns-repeated="2"/>${words("b")}`)}</table:table-row-group><table:table-row table:number-rows-repeated="2">${words("c")}</table:table-row>`,
    ),
  );
  expect(sheet.rows).toEqual([
    { number: 1, cells: ["a"] },
    { number: 5, cells: [null, null, "b"] },
    { number: 6, cells: ["c"] },
    { number: 7, cells: ["c"] },
  ]);
});

test("a merged cell belongs to its rows", () => {
  const sheet = sheetOf(
    rawOds(
      row(
        words("a").replace(
          "<table:table-cell",
          '<table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1"',
        ),
      ) + row("<table:covered-table-cell/>"),
    ),
  );
  expect(sheet.merges).toEqual([{ top: 1, bottom: 2, left: 0, right: 0 }]);
});

test("a million times a million cells in a few bytes stop at the limits", () => {
  const cell = words("x").replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="1000000"');
  const bytes = rawOds(`<table:table-row table:number-rows-repeated="1000000">${cell}</table:table-row>`);
  const sheet = sheetOf(bytes, { ...defaultLimits, rows: 100, columns: 5, cells: 1000 });
  expect(sheet.rows.length).toBeLessThanOrEqual(200);
  expect(sheet.rows[0]?.cells).toHaveLength(5);
  expect(sheet.beyond).toMatchObject({ columns: 1, rows: expect.any(Number) });
});

test("another program's spreadsheet holds the same cells", async () => {
  const value = fc.oneof(
    fc.string({ maxLength: 12 }).map(clean),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    fc.boolean(),
  );
  const grid = fc.array(fc.array(value, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(grid, async (rows) => {
      const found = new Map(
        sheetOf(await writePeer({ sheets: [{ name: "Flux", rows }] })).rows.map(({ number, cells }) => [number, cells]),
      );
      const plain = (cell: Cell | undefined): Cell => (cell === undefined || cell === "" ? null : cell);
      rows.forEach((cells, index) => {
        cells.forEach((cell, column) => {
          expect(plain(found.get(index + 1)?.[column])).toEqual(plain(cell));
        });
      });
    }),
    { numRuns: 40 },
  );
});

test("an inventory in OpenDocument", async () => {
  const bytes = await writePeer({
    sheets: [
      { name: "Territoire", rows: [["Nom", "ZA de l'Exemple (fictive)"]] },
      {
        name: "Flux",
        rows: [
          ["Établissement", "Sens", "Désignation", "Quantité (t/an)"],
          ["Scierie fictive", "sortant", "sciure", 12.5],
        ],
      },
    ],
  });
  const { inventory, refused } = read("a.ods", bytes);
  expect(refused).toEqual([]);
  expect(inventory).toMatchObject({
    territory: { name: "ZA de l'Exemple (fictive)" },
    flows: [{ label: "sciure", quantity: 12.5, unit: "t" }],
  });
});
