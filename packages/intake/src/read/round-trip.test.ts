import {
  consentFields,
  type Establishment,
  evidences,
  type Flow,
  families,
  type Inventory,
  inventoryFormat,
  periods,
  regularities,
  routes,
  statuses,
  territoryTypes,
  units,
  visibilities,
  wastePayers,
} from "@simbiosi/domain";
import fc from "fast-check";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { clean } from "../cells/cell.ts";
import { dayOf } from "../cells/date.ts";
import { luhn } from "../cells/siret.ts";
import { writeCsv } from "../csv/write-csv.ts";
import { writeJson } from "../json/write-json.ts";
import { defaultLimits } from "../tables/sheet.ts";
import { contextWords, routeWords } from "../vocabulary/words.ts";
import { example } from "../workbook/example.ts";
import { writeWorkbook } from "../workbook/write-workbook.ts";
import { type NamedBytes, readFile, readFolder } from "./read-here.ts";

const settings = { mapping: {}, limits: defaultLimits, corrections: [] };
const date = "2026-11-23";
const csvFiles = (files: readonly { name: string; text: string }[]): NamedBytes[] =>
  files.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }));

/** Any inventory in the form that reading gives: for laws that every carrier must keep. */

const awkward = [
  "=SOMME(A1:A9)",
  "+33 4 95 00 00 00",
  "-3",
  "-trois",
  "@collectivite",
  "'guillemet",
  "''",
  "042",
  "42",
  "1 234,5",
  "1e5",
  "VRAI",
  "oui",
  "a;b",
  'dit "bon"',
  '"',
  "deux\nlignes",
  "tab\tulation",
  "_x0041_",
  "<b>&amp;</b>]]>",
  "Total",
  "Quantité",
  "Quantité (t/an)",
  "Janv",
  "Autre : note",
  "Saison",
  "été",
  "__proto__",
  "constructor",
  "# note",
  "#N/A",
  "déchet",
  "\u00e9\u0301 ﬁ 𝄞 漢",
  "x".repeat(300),
];
const text = fc
  .oneof(fc.constantFrom(...awkward), fc.string({ unit: "binary", maxLength: 12 }), fc.string({ maxLength: 20 }))
  .map(clean)
  .filter((words) => words !== "");
const name = text
  .map((words) => words.replace(/\s+/g, " ").slice(0, 200))
  .map(clean)
  .filter((words) => words !== "" && words !== "__proto__"); // has its own test
const amount = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(""));
const insee = fc.oneof(
  digits(5),
  digits(3).map((rest) => `2B${rest}`),
);
const siret = digits(13).map((body) => {
  const key = Array.from({ length: 10 }, (_, last) => `${body}${last}`).find(luhn);
  return key ?? body;
});
const day = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => dayOf(year, month, date) ?? "2027-12-31");
const hour = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
const record = <T>(key: fc.Arbitrary<string>, value: fc.Arbitrary<T>) =>
  fc
    .uniqueArray(fc.tuple(key, value), { minLength: 1, maxLength: 4, selector: ([one]) => one })
    .map((entries): Record<string, T> => Object.fromEntries(entries));
const extra = maybe(record(name, fc.oneof(text, anyNumber, fc.boolean())));
const twelve = (value: fc.Arbitrary<number>) => fc.array(value, { minLength: 12, maxLength: 12 });
const bands = ["NN", "00", "01", "02", "03", "11", "12", "21", "22", "31", "32", "41", "42", "51", "52", "53"];

const territory = fc.record({
  name: text,
  type: maybe(fc.constantFrom(...territoryTypes)),
  siren: maybe(digits(9)),
  insee: maybe(fc.array(insee, { minLength: 1, maxLength: 3 })),
  previously_supported: maybe(fc.boolean()),
  facilitator_fte: maybe(amount),
  internal_facilitation: maybe(fc.boolean()),
  context: maybe(
    fc.oneof(
      fc.constantFrom("corse", "continent"),
      text.filter((words) => contextWords.parse(words) === undefined),
    ),
  ),
  extra,
});

const establishment = (id: string): fc.Arbitrary<Establishment> =>
  fc.record({
    id: fc.constant(id),
    name: text,
    siret: maybe(siret),
    naf: maybe(fc.constantFrom("10.83Z", "10.83", "10", "01.1", "35.30Z")),
    staff: maybe(fc.oneof(amount, fc.constantFrom(...bands))),
    insee: maybe(insee),
    lon: maybe(fc.double({ min: -180, max: 180, noNaN: true }).map((value) => value + 0)),
    lat: maybe(fc.double({ min: -90, max: 90, noNaN: true }).map((value) => value + 0)),
    zone: maybe(text),
    waste_payer: maybe(fc.constantFrom(...wastePayers)),
    shifts: maybe(
      fc.array(
        fc.tuple(hour, hour).map((pair) => pair.join("-")),
        { minLength: 1, maxLength: 3 },
      ),
    ),
    home_communes: maybe(record(insee, amount)),
    roof_m2: maybe(amount),
    load_profile: maybe(twelve(anyNumber)),
    visibility: maybe(fc.constantFrom(...visibilities)),
    extra,
  });

const current = fc
  .record({
    route: maybe(
      fc.oneof(
        fc.constantFrom(...routes),
        text.filter((words) => routeWords.parse(words) === undefined),
      ),
    ),
    supplier: maybe(text),
    unit_cost_eur: maybe(anyNumber),
    payer: maybe(fc.constantFrom(...wastePayers)),
    contract_end: maybe(day),
  })
  .map((value) => (Object.values(value).every((one) => one === null) ? null : value));

const flow = (id: string, establishments: readonly string[]): fc.Arbitrary<Flow> =>
  fc.record({
    id: fc.constant(id),
    establishment: fc.constantFrom(...establishments),
    direction: fc.constantFrom("in" as const, "out" as const),
    family: maybe(fc.constantFrom(...families)),
    label: text,
    resource: maybe(text),
    waste_code: maybe(fc.constantFrom("02 03 04", "16 05 06*")),
    cpa: maybe(fc.constantFrom("10", "10.83", "10.83.11")),
    quantity: maybe(amount),
    unit: maybe(fc.constantFrom(...units)),
    period: maybe(fc.constantFrom(...periods)),
    months: maybe(twelve(amount)),
    regularity: maybe(fc.constantFrom(...regularities)),
    date: maybe(day),
    status: maybe(fc.constantFrom(...statuses)),
    quality: maybe(record(name, fc.oneof(text, anyNumber))),
    current,
    evidence: maybe(fc.constantFrom(...evidences)),
    uncertainty_pct: maybe(amount),
    visibility: maybe(fc.constantFrom(...visibilities)),
    consents: fc.array(
      fc.record({
        to: fc.constantFrom("funder", "public", ...establishments),
        fields: fc.uniqueArray(fc.constantFrom(...consentFields), { minLength: 1, maxLength: 3 }),
        date: day,
      }),
      { maxLength: 2 },
    ),
    note: maybe(text),
    extra,
  });

const id = text.filter((words) => !words.startsWith("@") && words !== "funder" && words !== "public");
const ids = (maxLength: number) => fc.uniqueArray(id, { minLength: 1, maxLength });

const anyInventory: fc.Arbitrary<Inventory> = fc.tuple(ids(3), ids(4)).chain(([places, flows]) =>
  fc.record({
    format: fc.constant(inventoryFormat),
    territory,
    establishments: fc.tuple(...places.map(establishment)),
    flows: fc.tuple(...flows.map((one) => flow(one, places))),
  }),
);

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
      const zip = zipSync(Object.fromEntries(files.map(({ name, bytes }) => [`dossier/${name}`, bytes])), { level: 0 });
      for (const read of [readFolder("dossier", files, settings), readFile({ name: "a.zip", bytes: zip }, settings)]) {
        expect(read).toMatchObject({ ok: true, value: { refused: [], notes: [] } });
        expect(read.ok && read.value.inventory).toEqual(inventory);
      }
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
    { numRuns: 25 },
  );
});

test("more names kept aside than columns can hold are packed in one, and come back with their types", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 460 }, (_, i) => [
      `Colonne ${String(i).padStart(3, "0")}`,
      [i, `${i}`, i % 2 === 0][i % 3] ?? i,
    ]),
  );
  const inventory = { ...example, flows: example.flows.map((flow) => ({ ...flow, extra: many })) };
  const read = readFile({ name: "a.xlsx", bytes: await writeWorkbook(inventory, { date }) }, settings);
  expect(read.ok && read.value.inventory).toEqual(inventory);
  const csv = readFolder("dossier", csvFiles(writeCsv(inventory)), settings);
  expect(csv.ok && csv.value.inventory).toEqual(inventory);
});
