import exceljs from "exceljs";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { read, workbookOf } from "../testing/carriers.ts";
import { example } from "./example.ts";
import { seal } from "./seal.ts";
import { writeTemplate } from "./write-template.ts";
import { writeWorkbook } from "./write-workbook.ts";

const date = "2026-11-23";

async function opened(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  return book;
}

function sheetOf(book: exceljs.Workbook, name: string): exceljs.Worksheet {
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

test("the example, written and read", async () => {
  const { inventory, refused, notes } = read("a.xlsx", await writeWorkbook(example, { date }));
  expect(inventory).toEqual(example);
  expect([refused, notes]).toEqual([[], []]);
});

test("three sheets, French headers frozen on top, dates as dates, lists that suggest", async () => {
  const book = await opened(await writeWorkbook(example, { date }));
  expect(book.worksheets.map(({ name }) => name)).toEqual(["Territoire", "Établissements", "Flux"]);
  const flows = sheetOf(book, "Flux");
  expect(flows.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
  const headers = (flows.getRow(1).values as exceljs.CellValue[]).slice(1);
  expect(headers.slice(0, 5)).toEqual(["Identifiant", "Établissement", "Sens", "Famille", "Désignation"]);
  expect(headers).toEqual(expect.arrayContaining(["Janv", "Août", "Exutoire / fournisseur actuel", "Fin de contrat"]));
  const end = flows.getCell(2, headers.indexOf("Fin de contrat") + 1);
  expect(end.value).toEqual(new Date("2027-12-31T00:00:00Z"));
  expect(flows.getCell("C2").dataValidation.formulae).toEqual(['"entrant,sortant"']);
});

test("words that look like formulas are words", async () => {
  const dangerous = { ...example, territory: { ...example.territory, name: '=HYPERLINK("http://example.invalid")' } };
  const bytes = await writeWorkbook(dangerous, { date });
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /^xl\/worksheets\/[^/]+$/.test(name));
  expect(parts).toHaveLength(3);
  for (const [, content] of parts) expect(new TextDecoder().decode(content)).not.toMatch(/<f[ >/]/);
  expect(read("a.xlsx", bytes).inventory.territory.name).toBe(dangerous.territory.name);
});

test("the same bytes whatever the clock: every stamp comes from the date", async () => {
  const [first, second, otherDay] = await Promise.all([
    writeWorkbook(example, { date }),
    new Promise((resolve) => setTimeout(resolve, 2100)).then(() => writeWorkbook(example, { date })), // ZIP counts two seconds
    writeWorkbook(example, { date: "2026-11-24" }),
  ]);
  expect(second).toEqual(first);
  expect(otherDay).not.toEqual(first);
});

test("a sealed archive begins with its content types, and its entries are in order", async () => {
  const sealed = seal(await workbookOf({ Flux: [["a"]] }), "1970-01-01");
  const names = Object.keys(unzipSync(sealed));
  expect(names[0]).toBe("[Content_Types].xml");
  expect(names.slice(1)).toEqual(names.slice(1).toSorted());
});

test.each(["fr", "en"] as const)(
  "the template in %s: every header is ours, help and example are left alone",
  async (lang) => {
    const { inventory, refused, columns, notes } = read("modele.xlsx", await writeTemplate({ date, lang }));
    expect(inventory).toMatchObject({ establishments: [], flows: [] });
    expect(refused.map(({ code }) => code)).toEqual(["TERRITORY_NAME_MISSING"]);
    expect(columns.filter(({ key }) => key === null)).toEqual([]);
    expect(columns.length).toBeGreaterThan(45);
    expect(notes).toEqual([]);
  },
);

test("the template's help names every column once, and which are required", async () => {
  const book = await opened(await writeTemplate({ date, lang: "fr" }));
  const rows: string[][] = [];
  sheetOf(book, "Aide").eachRow((row) => rows.push((row.values as exceljs.CellValue[]).slice(1).map(String)));
  expect(rows.filter((cells) => cells[3] === "oui").map((cells) => cells[2])).toEqual([
    "name",
    "name",
    "establishment",
    "direction",
    "label",
  ]);
  expect(new Set(rows.map((cells) => `${cells[0]} ${cells[2]}`)).size).toBe(rows.length);
});
