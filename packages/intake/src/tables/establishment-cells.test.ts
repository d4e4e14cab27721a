import { expect, test } from "vitest";
import { read } from "../testing/carriers.ts";

// Each line is one column of a sheet of establishments with one cell, and what becomes of it.

test.each([
  { cell: "12345678200010", header: "SIRET", key: "siret", value: "12345678200010" },
  { cell: "123 456 782 00010", header: "siret", key: "siret", value: "12345678200010" },
  { cell: "1083Z", header: "NAF", key: "naf", value: "10.83Z" },
  { cell: "10.83", header: "NAF", key: "naf", value: "10.83" },
  { cell: "1", header: "Code INSEE", key: "insee", code: "CODE_MALFORMED" },
  { cell: "2b033", header: "Code INSEE", key: "insee", value: "2B033" },
  { cell: "1001", header: "Code INSEE", key: "insee", value: "01001" },
  { cell: "24", header: "Effectif", key: "staff", value: 24 },
  { cell: "12", header: "Effectif", key: "staff", value: 12 },
  { cell: "20 à 49 salariés", header: "Effectif", key: "staff", value: "12" },
  { cell: "une trentaine", header: "Effectif", key: "staff", code: "STAFF_UNREADABLE" },
  { cell: "9,45", header: "Longitude", key: "lon", value: 9.45 },
  { cell: "620000", header: "Longitude", key: "lon", code: "COORDINATE_INVALID" },
  { cell: "TEOM", header: "Financement des déchets", key: "waste_payer", value: "teom" },
  { cell: "6h-14h30; 14:30-22:00", header: "Horaires", key: "shifts", value: ["06:00-14:30", "14:30-22:00"] },
  { cell: "le matin", header: "Horaires", key: "shifts", code: "SHIFTS_UNREADABLE" },
  {
    cell: "2B033=14; 2B037=7",
    header: "Communes de résidence (effectifs)",
    key: "home_communes",
    value: { "2B033": 14, "2B037": 7 },
  },
  { cell: "2B033=14", header: "Communes de résidence", key: "home_communes", value: { "2B033": 14 } },
  {
    cell: "Jean=1",
    header: "Communes de résidence (effectifs)",
    key: "home_communes",
    code: "HOME_COMMUNES_UNREADABLE",
  },
  { cell: "1 200", header: "Toiture (m²)", key: "roof_m2", value: 1200 },
  {
    cell: "1;2;3;4;5;6;7;8;9;10;11;12,5",
    header: "Courbe de charge",
    key: "load_profile",
    value: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12.5],
  },
  { cell: "1;2;3", header: "Courbe de charge", key: "load_profile", code: "LOAD_PROFILE_UNREADABLE" },
  { cell: "12345678200011", header: "SIRET", key: "siret", code: "SIRET_INVALID" },
  { cell: "1,23457E+13", header: "SIRET", key: "siret", code: "SIRET_INVALID" },
  { cell: "public", header: "Confidentialité", key: "visibility", value: "public" },
])("establishment: « $header » with « $cell »", ({ header, cell, key, value, code }) => {
  const quoted = `"${cell}"`;
  const { inventory, refused } = read("etablissements.csv", `Raison sociale;${header}\nScierie fictive;${quoted}\n`);
  expect(refused.map((row) => row.code)).toEqual(code === undefined ? [] : [code]);
  const found = new Map<string, unknown>(Object.entries(inventory.establishments[0] ?? {}));
  expect(found.get(key)).toEqual(code === undefined ? value : null);
  expect(found.get("extra") === null).toBe(code === undefined);
});
