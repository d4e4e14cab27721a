import { InventorySchema } from "@simbiosi/domain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOf, read } from "../testing/carriers.ts";
import { readBaseEmpreinte } from "./base-empreinte.ts";
import { emptyInventory, importOfficial, type OfficialName } from "./import-official.ts";
import { wgs84Of } from "./lambert93.ts";

// Small made-up files in the exact shape of the official ones, with the traps that they set.

function imported(format: OfficialName, words: string | Uint8Array, into = emptyInventory("ZA fictive")) {
  const bytes = typeof words === "string" ? bytesOf(words) : words;
  const found = importOfficial(format, { name: `${format}.csv`, bytes }, into);
  if (!found.ok) throw new Error(found.problem.code);
  expect(InventorySchema.parse(found.value.inventory)).toEqual(found.value.inventory);
  return found.value;
}
const codes = (refused: readonly { row: number | null; code: string }[]) => refused.map(({ row, code }) => [row, code]);

/** Degrees → metres by IGN's own formula and constants for Lambert-93 (NT/G 71): the other way round, in plain words. */
function lambert93Of(lon: number, lat: number): [x: number, y: number] {
  const [e, n, c, xs, ys] = [0.0818191910428158, 0.725607765053267, 11754255.426096, 700000, 12655612.049876];
  const [phi, lambda] = [(lat * Math.PI) / 180, ((lon - 3) * Math.PI) / 180];
  const sine = e * Math.sin(phi);
  const isometric = Math.log(Math.tan(Math.PI / 4 + phi / 2) * ((1 - sine) / (1 + sine)) ** (e / 2));
  const r = c * Math.exp(-n * isometric);
  return [xs + r * Math.sin(n * lambda), ys - r * Math.cos(n * lambda)];
}

test("Lambert-93 agrees with the formula of its authors all over the country, and says nothing overseas", () => {
  expect(wgs84Of(700_000, 6_600_000)).toEqual({ lon: 3, lat: 46.5 });
  fc.assert(
    fc.property(
      fc.integer({ min: 100_000, max: 1_250_000 }),
      fc.integer({ min: 6_040_000, max: 7_120_000 }),
      (x, y) => {
        const point = wgs84Of(x, y);
        const [east, north] = lambert93Of(point?.lon ?? 0, point?.lat ?? 0);
        expect(Math.hypot(east - x, north - y)).toBeLessThan(0.2);
      },
    ),
  );
  expect(wgs84Of(340_000, 7_680_000)).toBeUndefined();
  expect(wgs84Of(Number.NaN, 6_600_000)).toBeUndefined();
});

const stock = [
  "siren,siret,etatAdministratifEtablissement,denominationUsuelleEtablissement,enseigne1Etablissement,activitePrincipaleEtablissement,nomenclatureActivitePrincipaleEtablissement,trancheEffectifsEtablissement,codeCommuneEtablissement,coordonneeLambertAbscisseEtablissement,coordonneeLambertOrdonneeEtablissement",
  '123456782,12345678200010,A,,"SCIERIE, FICTIVE",16.10A,NAFRev2,12,2B033,700000.0,6600000.0',
  "356000000,35600000000048,F,POSTE FICTIVE,,53.10Z,NAFRev2,NN,2B033,,",
  "356000000,35600000000055,A,[ND],[ND],53.10Z,NAF2025,NN,2B033,[ND],[ND]",
  "1,99999999999999,A,FAUX,,10.83Z,NAFRev2,01,2B033,,",
  "356000000,35600000049837,A,ILE FICTIVE,,10.83Z,NAFRev2,,97411,340000,7680000",
  "",
].join("\n");

test("SIRENE: bands of staff, Lambert-93, closed sites, another nomenclature, what is not published, overseas", () => {
  const { inventory, refused, added } = imported("sirene", stock);
  expect(inventory.establishments).toMatchObject([
    {
      name: "SCIERIE, FICTIVE",
      siret: "12345678200010",
      naf: "16.10A",
      staff: "12",
      insee: "2B033",
      lon: 3,
      lat: 46.5,
    },
    { siret: "35600000000055", name: "Établissement 35600000000055", naf: null, staff: "NN", lon: null },
    { siret: "35600000049837", name: "ILE FICTIVE", staff: null, lon: null, insee: "97411" },
  ]);
  expect(inventory.establishments[1]?.extra).toEqual({ "Activité (NAF2025)": "53.10Z" });
  expect(codes(refused)).toEqual([
    [3, "SITE_CLOSED"],
    [5, "SIRET_INVALID"],
    [6, "COORDINATE_FOREIGN"],
  ]);
  expect(added).toEqual({ establishments: 3, flows: 0 });
});

test("a merge fills what is empty, keeps what a person typed, says where the two differ, and done twice adds nothing", () => {
  const { inventory: typed } = read(
    "etablissements.csv",
    "Identifiant;Raison sociale;SIRET;NAF;Code INSEE\nscierie;Scierie de la plaine;12345678200010;;2B037\n",
  );
  const once = imported("sirene", stock, typed);
  expect(once.inventory.establishments[0]).toMatchObject({
    id: "scierie",
    name: "Scierie de la plaine",
    naf: "16.10A",
    insee: "2B037",
    lon: 3,
  });
  expect(
    once.refused.filter(({ code }) => code === "IMPORT_CONFLICT").map(({ column, value }) => [column, value]),
  ).toEqual([
    ["scierie / name", "SCIERIE, FICTIVE"],
    ["scierie / insee", "2B033"],
  ]);
  expect([once.added.establishments, once.completed.establishments]).toEqual([2, 1]);
  const twice = imported("sirene", stock, once.inventory);
  expect(twice.inventory).toEqual(once.inventory);
  expect([twice.added.establishments, twice.completed.establishments]).toEqual([0, 0]);
});

test("IREP: the latest year of each waste, sites without identifier apart, the lost zero of a department, both stars", () => {
  const { inventory, refused } = imported(
    "irep",
    [
      "identifiant;nom_etablissement;dechet;annee;code_operation_eliminatio_valorisation;libelle_operation_eliminatio_valorisation;code_departement;pays;code_dechet;libelle_dechet;quantite;unite",
      "0062.1;Fonderie fictive;Dangereux;2021;R4;Recyclage;1;FR;100207;poussières;12,5;t/an",
      "0062.1;Fonderie fictive;Dangereux;2023;R4;Recyclage;1;FR;100207;poussières;9,5;t/an",
      "0062.1;Fonderie fictive;Non dangereux;2023;D5;Décharge;1;FR;10 01 01;mâchefers;100;t/an",
      ";Abattoir fictif;Non dangereux;2022;;;2A;FR;20202;déchets de tissus animaux;40.25;t/an",
      ";Abattoir fictif;Non dangereux;2022;;;2B;FR;20202;déchets de tissus animaux;3;t/an",
      "0062.2;Sans quantité;Non dangereux;2022;;;20;FR;020202;x;beaucoup;t/an",
      "",
    ].join("\n"),
  );
  expect(inventory.establishments.map(({ id, extra }) => [id, extra?.Département])).toEqual([
    ["0062.1", "01"],
    ["abattoir-fictif-2a", "2A"],
    ["abattoir-fictif-2b", "2B"],
  ]);
  expect(
    inventory.flows.map(({ establishment, waste_code, quantity, unit, period, current }) => [
      establishment,
      waste_code,
      quantity,
      unit,
      period,
      current?.route,
    ]),
  ).toEqual([
    ["0062.1", "10 02 07*", 9.5, "t", "year", "recycling"],
    ["0062.1", "10 01 01", 100, "t", "year", "landfill"],
    ["abattoir-fictif-2a", "02 02 02", 40.25, "t", "year", undefined],
    ["abattoir-fictif-2b", "02 02 02", 3, "t", "year", undefined],
  ]);
  expect(codes(refused)).toEqual([[7, "QUANTITY_UNREADABLE"]]);
});

test("Trackdéchets: slips add up over the twelve months that end with the site's last, each month once; what is mostly weighed is measured; R and D give the route", () => {
  const { inventory, refused } = imported(
    "trackdechets",
    [
      "N° de bordereau;Date d'expédition;Expéditeur SIRET;Expéditeur raison sociale;Dénomination usuelle;Code déchet;Déchet dangereux;Quantité de déchet;Type de poids;Destination raison sociale;Code opération réalisé",
      'BSD-1;15/01/2025;12345678200010;Garage fictif;Huiles usagées;13 02 05*;Oui;"1,2";Réel;Centre fictif;R 9',
      'BSD-2;20/01/2025;12345678200010;Garage fictif;Huiles usagées;13 02 05*;Oui;"0,8";Estimé;Centre fictif;R9',
      "BSD-3;2025-06-02;12345678200010;Garage fictif;Huiles usagées;130205;Oui;2;Réel;Centre fictif;R 9",
      "BSD-4;30/06/2024;12345678200010;Garage fictif;Huiles usagées;13 02 05*;Oui;7;Réel;Centre fictif;R 9",
      "BSD-4;03/12/2024;12345678200010;Garage fictif;Huiles usagées;13 02 05*;Oui;7;Réel;Centre fictif;R 9",
      "BSD-5;03/03/2025;12345678200010;Garage fictif;Boues;13 05 02*;Oui;1;Réel;Décharge fictive;D 5",
      "BSD-6;hier;12345678200010;Garage fictif;Boues;13 05 02*;Oui;1;Réel;;D5",
      "BSD-7;03/03/2025;123;X;Boues;13 05 02*;Oui;1;Réel;;D5",
      "",
    ].join("\n"),
  );
  expect(inventory.establishments).toMatchObject([{ siret: "12345678200010", name: "Garage fictif" }]);
  expect(inventory.flows).toMatchObject([
    {
      label: "Huiles usagées",
      waste_code: "13 02 05*",
      quantity: 11, // not the 4 t of the half year 2025 alone
      unit: "t",
      period: "year",
      months: [2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 7],
      evidence: "measured",
      current: { route: "recycling" },
      extra: { Bordereaux: 4, "Période du registre": "2024-07 à 2025-06", "Bordereaux plus anciens, non comptés": 1 },
    },
    { label: "Boues", quantity: 1, evidence: "measured", current: { route: "landfill" } },
  ]);
  expect(codes(refused)).toEqual([
    [8, "DATE_UNREADABLE"],
    [9, "SIRET_INVALID"],
  ]);
});

test("CNIG: points in Lambert-93 or in degrees, in one column or two, the park kept", () => {
  const { inventory, refused } = imported(
    "cnig",
    [
      "site_id,siret,naf,effectif_code,comm_insee,geometry",
      "2B-001,12345678200010,1610A,12,2B033,POINT (700000 6600000)",
      '2B-001,35600000000048,5310Z,NN,2B033,"POINT(9.45 42.65)"',
      "2B-001,35600000000055,5310Z,01,2B033,POINT (1 1000000)",
      "2B-001,,5310Z,01,2B033,",
      "",
    ].join("\n"),
  );
  expect(
    inventory.establishments.map(({ siret, naf, staff, zone, lon, lat }) => [siret, naf, staff, zone, lon, lat]),
  ).toEqual([
    ["12345678200010", "16.10A", "12", "2B-001", 3, 46.5],
    ["35600000000048", "53.10Z", "NN", "2B-001", 9.45, 42.65],
    ["35600000000055", "53.10Z", "01", "2B-001", null, null],
  ]);
  expect(codes(refused)).toEqual([
    [4, "COORDINATE_FOREIGN"],
    [5, "SIRET_INVALID"],
  ]);
});

test("Base Empreinte: Latin-1, decimal commas, the total of an element among its parts", () => {
  const words = [
    "Type Ligne;Identifiant de l'élément;Nom base français;Nom attribut français;Unité français;Total poste non décomposé;Incertitude;Date de modification",
    "Elément;1001;Électricité fictive;mix moyen;kgCO2e/kWh;0,0479",
    "Poste;1001;Électricité fictive;mix moyen;kgCO2e/kWh;0,0300",
    "Elément;1002;Acier fictif;;kgCO2e/tonne;2 000,0;20;12/05/2023",
    "Elément;1003;Vide;;kgCO2e/tonne;",
    "",
  ].join("\r\n");
  const bytes = Uint8Array.from([...words].map((character) => character.charCodeAt(0)));
  const found = readBaseEmpreinte({ name: "base.csv", bytes });
  if (!found.ok) throw new Error(found.problem.code);
  const bare = { quantity: null, resource: null, route: null, context: null };
  expect(found.value.factors).toEqual([
    {
      ...bare,
      label: "Électricité fictive, mix moyen",
      value: 0.0479,
      low: null,
      high: null,
      unit: "kgCO2e/kWh",
      source: "Base Empreinte, élément 1001",
      year: null,
    },
    {
      ...bare,
      label: "Acier fictif",
      value: 2000,
      low: 1600,
      high: 2400,
      unit: "kgCO2e/t",
      source: "Base Empreinte, élément 1002",
      year: 2023,
    },
  ]);
  expect(codes(found.value.refused)).toEqual([[5, "NUMBER_UNREADABLE"]]);
});

test.each([
  { format: "sirene", words: "", code: "FILE_EMPTY" },
  { format: "sirene", words: "a,b\n1,2\n", code: "OFFICIAL_COLUMNS" },
  { format: "irep", words: stock, code: "OFFICIAL_COLUMNS" },
  { format: "trackdechets", words: "PK\u0003\u0004zip", code: "OFFICIAL_NOT_CSV" },
  { format: "cnig", words: "%PDF-1.4", code: "OFFICIAL_NOT_CSV" },
] as const)("$format given another file ends with $code", ({ format, words, code }) => {
  const found = importOfficial(format, { name: "x.csv", bytes: bytesOf(words) }, emptyInventory("ZA"));
  expect(found.ok ? "ok" : found.problem.code).toBe(code);
});
