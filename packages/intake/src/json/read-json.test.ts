import { type Inventory, InventorySchema } from "@simbiosi/domain";
import { expect, test } from "vitest";
import { bytesOf } from "../testing/carriers.ts";
import { example } from "../workbook/example.ts";
import { readJson } from "./read-json.ts";
import { writeJson } from "./write-json.ts";

const format = "simbiosi-inventory/1";
const territory = { name: "ZA de l'Exemple (fictive)" };
const establishments = [{ id: "scierie", name: "Scierie fictive" }];
const sound = { establishment: "scierie", direction: "out", label: "sciure" };

function read(value: object): { inventory: Inventory; refused: readonly { code: string }[] } {
  const found = readJson("a.json", bytesOf(JSON.stringify({ format, territory, establishments, ...value })));
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
}

const codeOf = (words: string): string => {
  const found = readJson("a.json", bytesOf(words));
  return found.ok ? "ok" : found.problem.code;
};

test("the example is read as it was written, every absent key null", () => {
  const found = readJson("a.json", bytesOf(writeJson(example)));
  expect(found).toEqual({ ok: true, value: { inventory: example, refused: [], encoding: "utf-8" } });
  expect(found.ok && InventorySchema.parse(found.value.inventory)).toEqual(example);
});

test.each([
  { key: "quantity", value: "env. 3", code: "QUANTITY_UNREADABLE" },
  { key: "quantity", value: -3, code: "NUMBER_NEGATIVE" },
  { key: "quantity", value: { value: 3 }, code: "QUANTITY_UNREADABLE" },
  { key: "unit", value: "palettes", code: "UNIT_UNKNOWN" },
  { key: "months", value: [1, 2], code: "MONTHS_UNREADABLE" },
  { key: "months", value: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1], code: "MONTHS_UNREADABLE" },
  { key: "waste_code", value: "2 3", code: "CODE_MALFORMED" },
  { key: "date", value: "2027-02-30", code: "DATE_UNREADABLE" },
  { key: "family", value: 3, code: "WORD_UNKNOWN" },
  { key: "quality", value: [1], code: "QUALITY_UNREADABLE" },
  { key: "quality", value: { form: { a: 1 } }, code: "QUALITY_UNREADABLE" },
  { key: "consents", value: [{ to: "funder", fields: ["name"] }], code: "CONSENTS_UNREADABLE" },
  { key: "consents", value: "funder", code: "CONSENTS_UNREADABLE" },
  { key: "current", value: 3, code: "TEXT_UNREADABLE" },
  { key: "note", value: { a: 1 }, code: "TEXT_UNREADABLE" },
])("a flow whose $key is $value is kept without it and reported as $code", ({ key, value, code }) => {
  const { inventory, refused } = read({ flows: [{ ...sound, [key]: value }] });
  expect(refused).toMatchObject([{ sheet: "flows", row: 1, column: key, code, kept: true }]);
  const kept = typeof value === "object" ? JSON.stringify(value) : value;
  expect(inventory.flows).toEqual([
    { ...InventorySchema.shape.flows.element.parse({ id: "scierie.sciure", ...sound }), extra: { [key]: kept } },
  ]);
});

test.each([
  { flow: { direction: "out", label: "sciure" }, code: "ESTABLISHMENT_MISSING" },
  { flow: { ...sound, establishment: "inconnue" }, code: "ESTABLISHMENT_UNKNOWN" },
  { flow: { ...sound, direction: undefined }, code: "DIRECTION_MISSING" },
  { flow: { ...sound, direction: "sideways" }, code: "WORD_UNKNOWN" },
  { flow: { ...sound, label: " " }, code: "LABEL_MISSING" },
  { flow: { ...sound, id: "@moi" }, code: "ID_RESERVED" },
  { flow: { ...sound, id: "a" }, code: "ID_DUPLICATE" },
  { flow: 3, code: "ROW_UNREADABLE" },
  { flow: null, code: "ROW_UNREADABLE" },
])("flow $flow is left out: $code; the good one beside it goes in", ({ flow, code }) => {
  const { inventory, refused } = read({ flows: [{ ...sound, id: "a" }, flow] });
  expect(inventory.flows.map(({ id }) => id)).toEqual(["a"]);
  expect(refused).toMatchObject([{ sheet: "flows", row: 2, code, kept: false }]);
});

test.each([
  { establishment: { id: "x" }, code: "NAME_MISSING" },
  { establishment: { id: "scierie", name: "Autre fictive" }, code: "ID_DUPLICATE" },
  { establishment: { id: "@mairie", name: "Mairie fictive" }, code: "ID_RESERVED" },
])("establishment $establishment is left out: $code", ({ establishment, code }) => {
  const { inventory, refused } = read({ establishments: [...establishments, establishment] });
  expect(inventory.establishments.map(({ id }) => id)).toEqual(["scierie"]);
  expect(refused).toMatchObject([{ sheet: "establishments", row: 2, code, kept: false }]);
});

test("keys that are not ours are kept in extra, wherever they stand", () => {
  const { inventory, refused } = read({
    author: "une animatrice fictive",
    territory: { ...territory, logo: true },
    establishments: [{ ...establishments[0], phone: "0495000000", extra: { floor: 2, none: null } }],
    flows: [{ ...sound, current: { route: "landfill", since: 2019 }, colour: "bleu", tags: ["a", "b"] }],
  });
  expect(refused).toEqual([]);
  expect(inventory.territory.extra).toEqual({ logo: true, author: "une animatrice fictive" });
  expect(inventory.establishments[0]?.extra).toEqual({ floor: 2, phone: "0495000000" });
  expect(inventory.flows[0]?.extra).toEqual({ "current.since": 2019, colour: "bleu", tags: '["a","b"]' });
  expect(inventory.flows[0]?.current?.route).toBe("landfill");
});

test("a field of current that is not understood is named by its path", () => {
  const { inventory, refused } = read({ flows: [{ ...sound, current: { unit_cost_eur: "cher", payer: "teom" } }] });
  expect(refused).toMatchObject([{ column: "current.unit_cost_eur", value: "cher", code: "NUMBER_UNREADABLE" }]);
  expect(inventory.flows[0]).toMatchObject({ current: { payer: "teom" }, extra: { "current.unit_cost_eur": "cher" } });
});

test("words are read in French too, and staff between quotes is a band", () => {
  const { inventory, refused } = read({
    establishments: [
      { id: "scierie", name: "Scierie fictive", staff: "12" },
      { name: "Cave fictive", staff: 12 },
    ],
    flows: [{ ...sound, direction: "sortant", unit: "tonnes", period: "par an", months: "nov-janv" }],
  });
  expect(refused).toEqual([]);
  expect(inventory.establishments.map(({ staff }) => staff)).toEqual(["12", 12]);
  expect(inventory.flows[0]).toMatchObject({ direction: "out", unit: "t", period: "year" });
});

test("a territory without a name, or lists that are none, do not stop the rest", () => {
  const { inventory, refused } = read({ territory: {}, flows: { a: 1 } });
  expect(inventory.territory.name).toBe("Territoire sans nom");
  expect(refused.map(({ code }) => code)).toEqual(["TERRITORY_NAME_MISSING", "LIST_EXPECTED"]);
});

test.each([
  { words: "{", code: "FILE_TRUNCATED" },
  { words: writeJson(example).slice(0, 500), code: "FILE_TRUNCATED" },
  { words: '{"format": oui}', code: "JSON_MALFORMED" },
  { words: "[]", code: "FORMAT_UNKNOWN" },
  { words: "{}", code: "FORMAT_UNKNOWN" },
  { words: '{"format":"simbiosi-inventory/9"}', code: "FORMAT_UNKNOWN" },
  { words: `${"[".repeat(200_000)}${"]".repeat(200_000)}`, code: "FORMAT_UNKNOWN" },
  { words: `{"format":"${format}"}`, code: "ok" },
])("« $words » ends with $code", ({ words, code }) => {
  expect(codeOf(words)).toBe(code);
});

test("a value nested a hundred thousand times is refused like any other", () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const words = `{"format":"${format}","territory":{"name":"Fictive","siren":${deep},"autre":${deep}}}`;
  const found = readJson("a.json", bytesOf(words));
  expect(found).toMatchObject({
    ok: true,
    value: { refused: [{ column: "siren", value: "…", code: "SIREN_INVALID" }] },
  });
});

test("the parser's position is shown in words", () => {
  const found = readJson("a.json", bytesOf('{"format": "simbiosi-inventory/1", "flows": [1,, 2]}'));
  expect(found).toMatchObject({ ok: false, problem: { code: "JSON_MALFORMED" } });
  expect(!found.ok && found.problem.message.fr).toContain("1,, 2");
});

test("brackets without end are refused before they are parsed, whatever stands in words", () => {
  const told = (words: string): string => {
    const found = readJson("a.json", bytesOf(words));
    return found.ok ? "ok" : found.problem.code;
  };
  expect(told("[".repeat(1_000_000))).toBe("JSON_TOO_DEEP");
  const quoted = JSON.stringify({ format: "simbiosi-inventory/1", territory: { name: `"${"[{".repeat(100)}` } });
  expect(told(quoted)).toBe("ok");
});
