import ExcelJS from "exceljs";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, test, vi } from "vitest";
import { cleanText } from "../blocks/clean.ts";
import { hostileWords } from "../testing/sample-report.ts";
import { renderXlsx } from "./render-xlsx.ts";
import { address, columnLetters, columnRange, type Sheet, type Workbook } from "./workbook.ts";

afterEach(() => vi.useRealTimers());

const actions: Sheet = {
  name: "Actions",
  intro: ["Tableau de bord provisoire", "Les cases jaunes se modifient."],
  frozenColumns: 1,
  notes: ["Source : déclarations."],
  columns: [
    { header: "Action", width: 40, format: { kind: "text" } },
    {
      header: "Étape",
      width: 14,
      format: { kind: "text" },
      choices: ["potentiel", "convenu", "réalisé, suivi"],
      help: "Une seule",
    },
    { header: "Gain", width: 14, format: { kind: "eur" }, name: "gains" },
    { header: "Quantité", width: 14, format: { kind: "number", unit: 't/an "sèches"', decimals: 1 } },
    { header: "Part", width: 10, format: { kind: "percent" } },
    { header: "Début", width: 12, format: { kind: "date" } },
    { header: "Mois", width: 12, format: { kind: "month" } },
  ],
  rows: [
    ["Marc de café", "convenu", 12_400.4, 30.25, 0.125, "2026-11-23", "2026-12"],
    ["Chaleur", "potentiel", "inconnu", null, null, "bientôt", null],
  ],
  total: ["Total", null, { formula: "SUM(gains)", result: 12_400.4 }, null, null, null, null],
};
const hypotheses: Sheet = {
  name: "Hypothèses d'aide",
  intro: [],
  frozenColumns: 0,
  notes: [],
  columns: [
    { header: "Hypothèse", width: 40, format: { kind: "text" } },
    { header: "Valeur", width: 14, format: { kind: "integer" } },
  ],
  rows: [
    [
      "Taux",
      { value: 0.04, format: { kind: "percent" }, name: "taux_actualisation", emphasis: "input", note: "À discuter" },
    ],
  ],
};
const workbookOf = (sheets: readonly Sheet[], changes: Partial<Workbook> = {}): Workbook => ({
  title: "Tableau de bord",
  author: "Casaperta (fictive)",
  lang: "fr",
  confidentiality: "Confidentiel & provisoire",
  sheets,
  ...changes,
});
const render = (workbook: Workbook) => renderXlsx(workbook, { date: "2026-11-23" });

async function reopen(workbook: Workbook): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  const bytes = await render(workbook);
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  return book;
}
const valuesOf = (sheet: ExcelJS.Worksheet | undefined, row: number): readonly ExcelJS.CellValue[] =>
  Array.from({ length: 7 }, (_, i) => sheet?.getCell(row, i + 1).value ?? null);

test("it opens again on the same values, each of its own type", async () => {
  const workbook = workbookOf([actions, hypotheses]);
  const sheet = (await reopen(workbook)).getWorksheet("Actions");
  expect(sheet?.getCell("A1").value).toBe("Confidentiel & provisoire");
  expect(valuesOf(sheet, 5).slice(0, 3)).toEqual(["Action", "Étape", "Gain"]);
  expect(valuesOf(sheet, 6)).toEqual([
    "Marc de café",
    "convenu",
    12_400.4,
    30.25,
    0.125,
    new Date("2026-11-23T00:00:00Z"),
    new Date("2026-12-01T00:00:00Z"),
  ]);
  expect(valuesOf(sheet, 7)).toEqual(["Chaleur", "potentiel", "inconnu", null, null, "bientôt", null]);
  expect(valuesOf(sheet, 8)[2]).toMatchObject({ formula: "SUM(gains)", result: 12_400.4 });
  expect(sheet?.getCell("D6").numFmt).toBe('#,##0.0 "t/an ”sèches”"');
});

test("assumptions and columns have names that formulas use", async () => {
  const book = await reopen(workbookOf([actions, hypotheses]));
  expect(book.definedNames.getRanges("taux_actualisation").ranges).toEqual(["'Hypothèses d''aide'!$B$4"]);
  expect(book.definedNames.getRanges("gains").ranges).toEqual(["Actions!$C$6:$C$7"]);
});

test("a column with choices opens a list, commas and all, and the header stays in sight", async () => {
  const book = await reopen(workbookOf([actions]));
  const sheet = book.getWorksheet("Actions");
  expect(sheet?.getCell("B6").dataValidation).toMatchObject({ type: "list", formulae: ["'Listes'!$A$1:$A$3"] });
  expect(book.getWorksheet("Listes")?.getCell("A3").value).toBe("réalisé, suivi");
  expect(sheet?.views[0]).toMatchObject({ state: "frozen", xSplit: 1, ySplit: 5 });
  expect(sheet?.autoFilter).toBe("A5:G7");
  expect(sheet?.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: "landscape",
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: "5:5",
  });
  expect(sheet?.headerFooter.oddHeader).toContain("Confidentiel && provisoire");
});

const one = (words: string): Workbook =>
  workbookOf(
    [
      {
        name: "Flux",
        intro: [words],
        notes: [words],
        frozenColumns: 0,
        columns: [
          { header: words, width: 20, format: { kind: "text" } },
          { header: "Gain", width: 9, format: { kind: "eur" } },
        ],
        rows: [[words, words]],
      },
    ],
    { confidentiality: null, title: words, author: words },
  );

test.each(hostileWords)("what is typed stays text, in a column of numbers too: %s", async (words) => {
  const workbook = one(words);
  const sheet = (await reopen(workbook)).getWorksheet("Flux");
  const kept = cleanText(words).replaceAll("\r\n", "\n");
  for (const cell of ["A1", "A3", "A4", "B4", "A6"]) {
    expect(sheet?.getCell(cell).value, cell).toBe(kept);
    expect(sheet?.getCell(cell).type).toBe(ExcelJS.ValueType.String);
  }
  expect(strFromU8(unzipSync(await render(workbook))["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).not.toContain(
    "<f>",
  );
});

test("whatever is typed comes back, save what no file can hold", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }), async (words) => {
      const sheet = (
        await reopen(workbookOf([{ ...hypotheses, name: "Flux", rows: [[words, 1]] }], { confidentiality: null }))
      ).getWorksheet("Flux");
      expect(sheet?.getCell("A2").value ?? "").toBe(cleanText(words).replace(/\r\n?/g, "\n"));
    }),
    { numRuns: 25 },
  );
});

test("a text too long for a cell is cut and says so; a number that is none is left empty", async () => {
  const sheet = (
    await reopen(workbookOf([{ ...hypotheses, rows: [["a".repeat(40_000), Number.NaN]] }], { confidentiality: null }))
  ).getWorksheet(hypotheses.name);
  const text = String(sheet?.getCell("A2").value);
  expect(text.length).toBe(32_767);
  expect(text.endsWith("…")).toBe(true);
  expect(sheet?.getCell("B2").value).toBeNull();
});

test("the same workbook gives the same bytes at another hour", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-23T08:00:00Z") });
  const first = await render(workbookOf([actions, hypotheses]));
  vi.setSystemTime(new Date("2027-06-01T23:59:58Z"));
  expect(Buffer.compare(first, await render(workbookOf([actions, hypotheses])))).toBe(0);
});

test("formulas find their cells", () => {
  const workbook = workbookOf([actions, hypotheses]);
  expect([0, 25, 26, 27, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "AB", "ZZ", "AAA"]);
  expect(address(workbook, actions, 0, 2)).toBe("C6");
  expect(address({ ...workbook, confidentiality: null }, hypotheses, 0, 1)).toBe("B2");
  expect(columnRange(workbook, hypotheses, 1)).toBe("'Hypothèses d''aide'!$B$4:$B$4");
});

test.each<{ case: string; sheets: readonly Sheet[]; says: RegExp }>([
  { case: "no sheet", sheets: [], says: /has a sheet/ },
  { case: "a name with a slash", sheets: [{ ...actions, name: "t/an" }], says: /not the name of a sheet/ },
  { case: "a name of 32 signs", sheets: [{ ...actions, name: "a".repeat(32) }], says: /not the name of a sheet/ },
  {
    case: "two names alike but for capitals",
    sheets: [actions, { ...hypotheses, name: "ACTIONS" }],
    says: /two sheets/,
  },
  { case: "a row too short", sheets: [{ ...actions, rows: [["seul"]] }], says: /1 cells/ },
  {
    case: "a cell named like a cell",
    sheets: [{ ...hypotheses, rows: [["Taux", { value: 1, name: "AB12" }]] }],
    says: /AB12/,
  },
  { case: "a name given twice", sheets: [hypotheses, { ...hypotheses, name: "Autre" }], says: /given twice/ },
])("$case is a bug of the builder", async ({ sheets, says }) => {
  await expect(render(workbookOf(sheets))).rejects.toThrow(says);
});
