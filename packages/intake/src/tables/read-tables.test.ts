import { expect, test } from "vitest";
import { problemOf, read, readCsvFolder, workbookOf } from "../testing/carriers.ts";

const codes = (refused: readonly { row: number | null; code: string; kept: boolean }[]) =>
  refused.map(({ row, code, kept }) => [row, code, kept]);

test("an establishment is named by its id, its SIRET or its name, whatever accents and case", () => {
  const { inventory, refused } = readCsvFolder({
    "etablissements.csv": "Identifiant;Raison sociale;SIRET\nb1;Boulangerie Éphémère (fictive);12345678200010\n",
    "flux.csv":
      "Établissement;Sens;Désignation\nb1;sortant;pain\n123 456 782 00010;sortant;farine\nboulangerie ephemere  FICTIVE;sortant;levure\nb2;sortant;sel\n",
  });
  expect(inventory.flows.map(({ establishment }) => establishment)).toEqual(["b1", "b1", "b1"]);
  expect(refused).toMatchObject([
    { sheet: "flux.csv", row: 5, column: "Établissement", value: "b2", code: "ESTABLISHMENT_UNKNOWN", kept: false },
  ]);
});

test("a name that two establishments bear is not guessed", () => {
  const { inventory, refused } = readCsvFolder({
    "etablissements.csv": "Raison sociale;Code INSEE\nGarage fictif;2B033\nGarage fictif;2B037\n",
    "flux.csv": "Établissement;Sens;Désignation\nGarage fictif;sortant;huile\ngarage-fictif-2;sortant;pneus\n",
  });
  expect(inventory.establishments.map(({ id }) => id)).toEqual(["garage-fictif", "garage-fictif-2"]);
  expect(inventory.flows.map(({ establishment }) => establishment)).toEqual(["garage-fictif-2"]);
  expect(refused).toMatchObject([{ code: "ESTABLISHMENT_AMBIGUOUS", kept: false }]);
});

test("ids: made from SIRET or name, unique, never taken from one that is written; doubles and reserved ones are refused", () => {
  const { inventory, refused } = read(
    "etablissements.csv",
    [
      "Identifiant;Raison sociale;SIRET",
      ";Scierie fictive;",
      "scierie-fictive;Autre scierie fictive;",
      ";Cave fictive;12345678200010",
      "x;Une fictive;",
      "x;Deux fictive;",
      "@collectivite;Mairie fictive;",
      ";Cave fictive;12345678200010",
      ";;12345678200010",
      "",
    ].join("\n"),
  );
  expect(inventory.establishments.map(({ id }) => id)).toEqual([
    "scierie-fictive-2",
    "scierie-fictive",
    "12345678200010",
    "x",
  ]);
  expect(codes(refused)).toEqual([
    [6, "ID_DUPLICATE", false],
    [7, "ID_RESERVED", false],
    [8, "ID_DUPLICATE", false],
    [9, "NAME_MISSING", false],
  ]);
});

test("a row that lacks what it cannot do without comes back with every reason, none of them kept", () => {
  const { inventory, refused } = read(
    "flux.csv",
    "Établissement;Sens;Désignation;Quantité\nScierie fictive;;;env. 3\n;sortant;sciure;1\n",
  );
  expect(inventory.flows).toEqual([]);
  expect(codes(refused)).toEqual([
    [2, "QUANTITY_UNREADABLE", false],
    [2, "DIRECTION_MISSING", false],
    [2, "LABEL_MISSING", false],
    [3, "ESTABLISHMENT_MISSING", false],
  ]);
});

test("totals and repeated headers are skipped and reported; a company called Total is not", () => {
  const { inventory, refused } = readCsvFolder({
    "etablissements.csv": "Raison sociale;NAF;Effectif\nTotal Bois (fictif);16.10A;4\nTOTAL;;4\n",
    "flux.csv": [
      "Établissement;Sens;Désignation;Quantité",
      "Total Bois (fictif);sortant;sciure;12",
      "Sous-total;;;12",
      "Établissement;Sens;Désignation;Quantité",
      "Total Bois (fictif);sortant;écorce;3",
      "Total général;;;15",
      "",
    ].join("\n"),
  });
  expect(inventory.establishments.map(({ name }) => name)).toEqual(["Total Bois (fictif)"]);
  expect(inventory.flows.map(({ label }) => label)).toEqual(["sciure", "écorce"]);
  expect(codes(refused)).toEqual([
    [3, "TOTALS_ROW", false],
    [3, "TOTALS_ROW", false],
    [4, "HEADER_REPEATED", false],
    [6, "TOTALS_ROW", false],
  ]);
});

test("headers are found below titles, in two rows when cells were merged, units under their name", async () => {
  const bytes = await workbookOf(
    {
      Flux: [
        ["Inventaire 2026 (fictif), version de travail"],
        [],
        ["Établissement", "Sens", "Désignation", "Quantité", "Mois"],
        [null, null, null, "(t/an)", "Janv", "Févr", "Mars"],
        ["Scierie fictive", "sortant", "sciure", 12, 1, 1, 2],
      ],
    },
    (book) => book.getWorksheet("Flux")?.mergeCells("E3:G3"),
  );
  const { inventory, refused } = read("a.xlsx", bytes);
  expect(refused).toEqual([]);
  expect(inventory.flows).toMatchObject([
    {
      label: "sciure",
      quantity: 12,
      unit: "t",
      period: "year",
      months: [1, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      extra: null,
    },
  ]);
});

test("an establishment merged over its flows belongs to each of them; a merged quantity is counted once", async () => {
  const bytes = await workbookOf(
    {
      Flux: [
        ["Établissement", "Sens", "Désignation", "Quantité"],
        ["Scierie fictive", "sortant", "sciure", 12],
        [null, "sortant", "écorce"],
        [null, "sortant", "dosses"],
      ],
    },
    (book) => {
      book.getWorksheet("Flux")?.mergeCells("A2:A4");
      book.getWorksheet("Flux")?.mergeCells("D2:D3");
    },
  );
  const { inventory } = read("a.xlsx", bytes);
  expect(inventory.flows.map(({ establishment, quantity }) => [establishment, quantity])).toEqual([
    ["scierie-fictive", 12],
    ["scierie-fictive", null],
    ["scierie-fictive", null],
  ]);
});

test("a header merged over two columns: the unit stands in the second one, which has no name", async () => {
  const bytes = await workbookOf({
    Flux: [
      ["Établissement", "Sens", "Désignation", "Quantité", null, "Note"],
      ["Scierie fictive", "sortant", "sciure", 12, "t/an", "ok"],
      ["Scierie fictive", "sortant", "écorce", 3, "m3", null],
    ],
  });
  const { inventory, refused } = read("a.xlsx", bytes);
  expect(refused).toEqual([]);
  expect(inventory.flows).toMatchObject([
    { quantity: 12, unit: "t", period: "year" },
    { quantity: 3, unit: "m3", period: null },
  ]);
});

test("columns without a name, or of one name, lose nothing", () => {
  const { inventory, refused } = read(
    "flux.csv",
    "Établissement;Sens;Désignation;;Note;Note\nScierie fictive;sortant;sciure;bleu;une;deux\n",
  );
  expect(inventory.flows[0]).toMatchObject({ note: "une", extra: { "Colonne D": "bleu", "Note (2)": "deux" } });
  expect(refused).toMatchObject([{ row: 1, column: "Note", code: "COLUMN_TWICE", kept: true }]);
});

test("sheets are recognised by name, else by their headers; the name may give the direction; others are said to be left", async () => {
  const bytes = await workbookOf({
    Entreprises: [
      ["Raison sociale", "SIRET"],
      ["Scierie fictive", "12345678200010"],
    ],
    "Flux sortants": [
      ["Établissement", "Désignation"],
      ["Scierie fictive", "sciure"],
    ],
    Besoins: [
      ["Établissement", "Désignation", "Quantité (t/an)"],
      ["Scierie fictive", "grumes", 40],
    ],
    Calculs: [
      ["a", "b"],
      [1, 2],
    ],
    Aide: [["Lisez-moi"]],
  });
  const { inventory, refused, notes } = read("Inventaire ZA fictive.xlsx", bytes);
  expect(refused).toEqual([]);
  expect(inventory.territory.name).toBe("Inventaire ZA fictive");
  expect(inventory.flows.map(({ label, direction }) => [label, direction])).toEqual([
    ["sciure", "out"],
    ["grumes", "in"],
  ]);
  expect(notes.map(({ code, message }) => [code, message.fr.includes("Calculs")])).toEqual([
    ["SHEET_IGNORED", true],
    ["TERRITORY_ABSENT", false],
  ]);
});

test("the sheet Territoire: keys with or without brackets, communes over several cells, percents of a post, unknown keys", async () => {
  const bytes = await workbookOf(
    {
      Territoire: [
        ["Fiche du territoire"],
        ["NOM", "ZA de l'Exemple (fictive)"],
        ["Type", "zone d'activités"],
        ["SIREN", 12345678],
        ["Communes (codes INSEE)", "2B033", "2b037; 1001"],
        ["Déjà soutenu", "non"],
        ["Animation (ETP)", 0.5],
        ["Animation interne (oui/non)", "peut-être"],
        ["context", "Corse"],
        ["Logo", "voir annexe"],
      ],
      Flux: [["Établissement", "Sens", "Désignation"]],
    },
    (book) => {
      const cell = book.getWorksheet("Territoire")?.getCell("B7");
      if (cell) cell.numFmt = "0%";
    },
  );
  const { inventory, refused } = read("a.xlsx", bytes);
  expect(inventory.territory).toEqual({
    name: "ZA de l'Exemple (fictive)",
    type: "ZA",
    siren: "012345678",
    insee: ["2B033", "2B037", "01001"],
    previously_supported: false,
    facilitator_fte: 0.5,
    internal_facilitation: null,
    context: "corse",
    extra: { "Animation interne (oui/non)": "peut-être", Logo: "voir annexe" },
  });
  expect(refused).toMatchObject([
    { sheet: "Territoire", row: 8, column: "Animation interne (oui/non)", code: "YES_NO_UNREADABLE" },
  ]);
});

test("column mapping: headers of their own are recognised and told, or read as a person says without a word", () => {
  const text = "Société;Offre/besoin;Déchet;Tonnage\nScierie fictive;sortant;sciure;12\n";
  const before = read("export.csv", text);
  expect(before.inventory.flows).toMatchObject([{ label: "sciure", quantity: 12, unit: "t" }]);
  expect(before.refused.map(({ row, column, code, kept }) => [row, column, code, kept])).toEqual([
    [1, "Société", "COLUMN_MAPPED", true],
    [1, "Offre/besoin", "COLUMN_MAPPED", true],
    [1, "Déchet", "COLUMN_MAPPED", true],
    [1, "Tonnage", "COLUMN_MAPPED", true],
  ]);
  const mapping = {
    flows: { Société: "establishment", "Offre/besoin": "direction", Déchet: "label", Tonnage: "quantity" },
  };
  const { inventory, refused } = read("export.csv", text, { mapping });
  expect(refused).toEqual([]);
  expect(inventory.flows).toMatchObject([
    { establishment: "scierie-fictive", label: "sciure", quantity: 12, extra: null },
  ]);
  expect(problemOf("export.csv", text, { mapping: { flows: { Tonnage: "weight" } } })).toBe("MAPPING_UNKNOWN");
  const { columns } = read(
    "flux.csv",
    "Établissement;Sens;Désignation;Volume (bennes);Couleur\nScierie fictive;sortant;sciure;12;bleu\n",
  );
  expect(columns.map(({ header, key, suggestion }) => [header, key, suggestion])).toEqual([
    ["Établissement", "establishment", null],
    ["Sens", "direction", null],
    ["Désignation", "label", null],
    ["Volume (bennes)", null, "quantity"],
    ["Couleur", null, null],
  ]);
});

test("a sheet of the model without its headers is refused with a sentence, the others go in", async () => {
  const bytes = await workbookOf({
    Établissements: [
      ["Raison sociale", "NAF"],
      ["Scierie fictive", "16.10A"],
    ],
    Flux: [
      ["ceci", "cela"],
      [1, 2],
    ],
  });
  const { inventory, refused } = read("a.xlsx", bytes);
  expect(inventory.establishments).toHaveLength(1);
  expect(refused).toMatchObject([{ sheet: "Flux", row: null, code: "HEADER_NOT_FOUND", kept: false }]);
});

test("a sheet without a column that every row needs says which, and which column seems to stand for it", () => {
  const { refused } = readCsvFolder({
    "etablissements.csv": "Nom;NAF\nScierie fictive;16.10A\n",
    "flux.csv": "Établissement;Désignation du produit;Quantité\nScierie fictive;3;3\n",
  });
  expect(refused.map(({ sheet, row, column, code }) => [sheet, row, column, code])).toEqual([
    ["flux.csv", 1, null, "COLUMN_MISSING"],
    ["flux.csv", 1, "Désignation du produit", "COLUMN_MISNAMED"],
    ["flux.csv", 2, null, "DIRECTION_MISSING"],
    ["flux.csv", 2, null, "LABEL_MISSING"],
    ["etablissements.csv", 1, "Nom", "COLUMN_MAPPED"],
  ]);
  expect(refused[1]?.fr).toContain("« Désignation »");
});

test("a key that no object can hold is kept under another name", () => {
  const { inventory } = read(
    "flux.csv",
    'Établissement;Sens;Désignation;__proto__;Qualité\nScierie fictive;sortant;sciure;bleu;"__proto__=1"\n',
  );
  expect(inventory.flows[0]).toMatchObject({ extra: { proto: "bleu" }, quality: { proto: 1 } });
});

test("a text that no workbook can carry back whole is cut, kept aside and reported", () => {
  const { inventory, refused } = read(
    "flux.csv",
    `Établissement;Sens;Désignation;Note\nScierie fictive;sortant;sciure;${"x".repeat(40_000)}\n`,
  );
  expect(inventory.flows[0]?.note).toBeNull();
  expect(String(inventory.flows[0]?.extra?.Note)).toHaveLength(32_767);
  expect(refused).toMatchObject([{ code: "TEXT_TOO_LONG", column: "Note", kept: true }]);
});
