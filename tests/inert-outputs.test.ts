import { csvText, FlowSchema, inert, type Lang, looksLikeFormula, restored } from "@simbiosi/domain";
import { casaperta, formulaPayloads, hostileInventory } from "@simbiosi/fixtures";
import { writeCsv } from "@simbiosi/intake";
import {
  deliverables,
  diagnose,
  emptyInventory,
  establishmentsExport,
  flowsExport,
  importOfficial,
  inventoryBytes,
  loadReference,
  readInventory,
  refusedRowsCsv,
  tableCsv,
  tableXlsx,
  understand,
  writeCnig,
} from "@simbiosi/study";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvOf } from "../apps/web/src/ui/csv.ts";
import { cutCsv, readStored, wouldRun } from "../fixtures/testing/spreadsheet.ts";

const day = "2026-11-24";
const payloads = formulaPayloads(2_000);
const reference = loadReference();
const classes = new Map(
  understand(reference, casaperta, day).flows.map(({ flow, resource }) => [flow.id, resource?.id ?? null]),
);
const inventory = hostileInventory(payloads.length, (flow) => classes.get(flow) ?? null);
const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);

test("2,000 payloads, each different, each a formula or the start of one in a cell of its own", () => {
  expect(new Set(payloads).size).toBe(2_000);
  const alone = payloads.filter((words) => wouldRun(words) || cutCsv(words, ";").flat().some(wouldRun));
  expect(alone.length).toBeGreaterThan(1_300);
});

describe("words made inert", () => {
  test("are given back to the letter, whatever they were", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."'\"=+-@;,\t\n\r a1＝\u200b") }), (words) => {
        expect(restored(inert(words))).toBe(words);
      }),
    );
    for (const words of payloads) expect(restored(inert(words))).toBe(words);
  });
  test("no longer look like a formula", () => {
    for (const words of payloads) expect(wouldRun(inert(words))).toBe(false);
  });
  test.each(["d'huile, l'eau", "12 - 14", "cartons, 3 - 4 par jour", "a=b", "x@y.fr"])(
    "« %s » is prose and stays as it is",
    (words) => {
      expect([inert(words), restored(words), looksLikeFormula(words)]).toEqual([words, words, false]);
    },
  );
});

/** Every cell of a CSV, cut with its own separator and with the wrong ones. */
function runningCells(text: string): readonly string[] {
  return [";", ",", "\t"].flatMap((separator) => cutCsv(text, separator).flat().filter(wouldRun));
}
const separators: Readonly<Record<Lang, string>> = { fr: ";", en: "," };

describe.each<{ name: string; lang: Lang; text: () => string | Promise<string> }>([
  { name: "flows", lang: "fr", text: () => tableCsv(flowsExport("Flux", inventory.flows, "fr"), "fr") },
  { name: "flows", lang: "en", text: () => tableCsv(flowsExport("Flows", inventory.flows, "en"), "en") },
  {
    name: "establishments",
    lang: "fr",
    text: () => tableCsv(establishmentsExport("Entreprises", inventory.establishments, "fr"), "fr"),
  },
  ...(["fr", "en"] as const).flatMap((lang) => [
    {
      name: "of a chart or a table on the screen",
      lang,
      text: () =>
        csvOf(
          payloads.slice(0, 3),
          payloads.map((words, i) => [words, -i - 0.5, words]),
          lang,
        ).text(),
    },
    {
      name: "rows that an import refused",
      lang,
      text: () =>
        refusedRowsCsv(
          payloads.map((words, row) => ({
            sheet: words,
            row,
            column: words,
            value: words,
            code: "X",
            fr: words,
            en: words,
            kept: true,
          })),
          lang,
        ),
    },
  ]),
  ...writeCsv(inventory).map(({ name, text }) => ({ name, lang: "fr" as const, text: () => text })),
  {
    name: "CNIG",
    lang: "en",
    text: () => writeCnig(inventory.establishments.map((site) => ({ ...site, siret: "12345678200010" }))).text,
  },
])("the CSV « $name » in $lang", ({ lang, text }) => {
  test("has no cell that runs, opened with its separator or with a wrong one", async () => {
    expect(runningCells(await text())).toEqual([]);
  });
  test("keeps as many cells on every row: nothing breaks out of its own", async () => {
    const rows = cutCsv(await text(), separators[lang]);
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  });
});

test("numbers stay numbers, negative ones too, in the decimals of the language", () => {
  const rows = [[-3, -0.5, 1e-7, "-3"]];
  expect(csvText(["a"], rows, "fr").split("\r\n")[1]).toBe("-3;-0,5;1e-7;'-3");
  expect(csvText(["a"], rows, "en").split("\r\n")[1]).toBe("-3,-0.5,1e-7,'-3");
});

/** What of an inventory is words that a person typed. */
const wordsOfFlows = (flows: readonly { label: string; note: string | null }[]): readonly string[] =>
  flows.map(({ label, note }) => `${label}\n\n${note}`).toSorted();

describe("an export is read back to the letter", () => {
  test.each<Lang>(["fr", "en"])("flows as CSV and workbook in %s", async (lang) => {
    const table = flowsExport(lang === "fr" ? "Flux" : "Flows", inventory.flows, lang);
    for (const [name, bytes] of [
      ["flux.csv", bytesOf(tableCsv(table, lang))],
      ["flux.xlsx", await tableXlsx(table, day)],
    ] as const) {
      const read = await readInventory({ name, bytes }, {});
      if (!read.ok) throw new Error(read.problem.code);
      expect(wordsOfFlows(read.value.inventory.flows)).toEqual(wordsOfFlows(inventory.flows));
      const fields = (flows: readonly object[]): unknown =>
        flows
          .map((flow) => FlowSchema.parse({ ...flow, establishment: "x" }))
          .toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect(fields(read.value.inventory.flows)).toEqual(fields(inventory.flows));
    }
  });
  test("establishments as CNIG", () => {
    const sites = inventory.establishments.map((site, i) => ({
      ...site,
      siret: "356000000000".slice(0, 9) + String(48 + 0 * i).padStart(5, "0"),
      staff: i % 2 === 0 ? i : "12",
    }));
    const written = writeCnig(sites.slice(0, 1));
    const read = importOfficial("cnig", { name: "x.csv", bytes: bytesOf(written.text) }, emptyInventory("ZA"));
    if (!read.ok) throw new Error(read.problem.code);
    const carried = ({ name, siret, naf, staff, insee, zone, lon, lat }: (typeof sites)[number]) => ({
      name,
      siret,
      naf,
      staff,
      insee,
      zone,
      lon,
      lat,
    });
    expect(read.value.inventory.establishments.map((site) => carried(site as never))).toEqual(
      sites.slice(0, 1).map(carried),
    );
  });
});

/** A workbook holds words as words: no formula, rule, name or link is made of what a person typed. */
function expectInert(bytes: Uint8Array, words: readonly string[]): void {
  const { cells, formulas, links } = readStored(bytes);
  expect(links).toEqual([]);
  const typed = formulas.filter((formula) => words.some((one) => formula.includes(one.slice(0, 20))));
  expect(typed).toEqual([]);
  const held = new Set(cells.map(({ value }) => value));
  expect(words.filter((one) => !held.has(one))).toEqual([]);
  // A real negative is a number; words that look like one are words.
  expect(cells.filter(({ kind, value }) => kind === "number" && !Number.isFinite(Number(value)))).toEqual([]);
}
/** A document is for reading: marks without width, left by a paste, are not printed. */
const printed = (words: string): string => words.replace(/[\u200b\u2060\ufeff]/g, "").trim();
const labels = inventory.flows.map(({ label }) => label);
const names = inventory.establishments.map(({ name }) => name);

describe("workbooks", () => {
  test.each<Lang>(["fr", "en"])("of a list in %s: words are words, negative numbers are numbers", async (lang) => {
    const bytes = await tableXlsx(flowsExport("Flux", inventory.flows, lang), day);
    expectInert(bytes, labels);
    const { cells } = readStored(bytes);
    expect(cells.filter(({ kind, value }) => kind === "number" && Number(value) < 0).length).toBe(payloads.length);
  });
  test("of an inventory", async () => {
    const bytes = await inventoryBytes("inventaire.xlsx", inventory, day);
    expectInert(bytes, [...labels, ...names]);
  });
  test("of a diagnosis, for every reader", { timeout: 240_000 }, async () => {
    const diagnosed = await diagnose(reference, inventory, [], {
      day,
      top: 5,
      objective: "gain",
      budget: null,
      gap: 0.05,
      seed: 1,
    });
    for (const [audience, words] of [
      ["facilitator", [...labels, ...names].map(printed)],
      ["funder", []],
      ["public", []],
    ] as const) {
      const sheets = deliverables(diagnosed, "fr", audience).filter(({ name }) => name.endsWith(".xlsx"));
      expect(sheets.length).toBe(1);
      for (const { make } of sheets) expectInert(await make(), words);
    }
  });
});
