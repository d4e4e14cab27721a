import { expect, test } from "vitest";
import { read, readCsvFolder, workbookOf } from "../testing/carriers.ts";

// Workbooks as people send them: none has the headers of the model. What is read is told, and what is told is right.

type Read = ReturnType<typeof read>;
const flowsOf = ({ inventory }: Read) =>
  inventory.flows.map(({ establishment, direction, label, quantity, unit, period }) => [
    establishment,
    direction,
    label,
    quantity,
    unit,
    period,
  ]);
const told = ({ refused }: Read) => refused.map(({ row, column, code, kept }) => [row, column, code, kept]);
const mapped = ({ refused }: Read) =>
  Object.fromEntries(
    refused.flatMap(({ column, code, en }) =>
      code === "COLUMN_MAPPED" ? [[column, /read as “(.*?)”/.exec(en)?.[1] ?? ""]] : [],
    ),
  );

test("1. offers and needs side by side: a row that fills both is two flows, the price and the unit are in the headers", async () => {
  const found = read(
    "Recensement.xlsx",
    await workbookOf(
      {
        Feuil1: [
          ["Recensement des entreprises de la zone (fictif), mars 2026"],
          [],
          [
            "Nom de l'entreprise",
            "Produit / déchet",
            "Tonnage annuel (t)",
            "Prix payé €/t",
            "Que cherchez-vous ?",
            "Tél.",
          ],
          ["Scierie fictive", "sciure", "1 234,5", 40, "palettes d'occasion", "04 00 00 00 01"],
          ["Brasserie fictive", "drêches", 80, null, null, "04 00 00 00 02"],
          ["Éleveur fictif", null, null, null, "aliment pour bétail", null],
        ],
      },
      (book) => book.getWorksheet("Feuil1")?.mergeCells("A1:F1"),
    ),
  );
  expect(flowsOf(found)).toEqual([
    ["scierie-fictive", "out", "sciure", 1234.5, "t", "year"],
    ["scierie-fictive", "in", "palettes d'occasion", null, null, null],
    ["brasserie-fictive", "out", "drêches", 80, "t", "year"],
    ["eleveur-fictif", "in", "aliment pour bétail", null, null, null],
  ]);
  expect(found.inventory.flows[0]?.current?.unit_cost_eur).toBe(40);
  expect(mapped(found)).toEqual({
    "Nom de l'entreprise": "establishment",
    "Produit / déchet": "label (offer)",
    "Tonnage annuel (t)": "quantity",
    "Prix payé €/t": "unit_cost_eur",
    "Que cherchez-vous ?": "label (need)",
  });
});

test("2. two sheets whose names give the direction, quantities with their unit in the cell, totals below", async () => {
  const found = read(
    "zone.xlsx",
    await workbookOf({
      Déchets: [
        ["Entreprise", "Type de déchet", "Quantité annuelle"],
        ["Garage fictif", "huiles usagées", "3,5 t"],
        ["Garage fictif", "pneus", "200 pièces/an"],
        ["Total", null, "3,5 t"],
      ],
      Besoins: [
        ["Entreprise", "Besoin", "Volume"],
        ["Ferme fictive", "compost", "40 m3/an"],
      ],
    }),
  );
  expect(flowsOf(found)).toEqual([
    ["garage-fictif", "out", "huiles usagées", 3.5, "t", "year"],
    ["garage-fictif", "out", "pneus", 200, "piece", "year"],
    ["ferme-fictive", "in", "compost", 40, "m3", "year"],
  ]);
  expect(told(found)).toContainEqual([4, null, "TOTALS_ROW", false]);
});

test("3. a column without a header that holds waste codes, one of units, one of directions", () => {
  const found = read(
    "export.csv",
    "Société;;Libellé;Qté;;\nA fictive;13 02 05*;huile moteur;2;t/an;sortie\nB fictive;15 01 01;cartons;12;t/an;sortie\nC fictive;03 01 05;copeaux;5;t/an;entrée\n",
  );
  expect(found.inventory.flows.map(({ waste_code, unit, direction }) => [waste_code, unit, direction])).toEqual([
    ["13 02 05*", "t", "out"],
    ["15 01 01", "t", "out"],
    ["03 01 05", "t", "in"],
  ]);
});

test("4. what a sheet of flows tells of its companies makes them, when no sheet lists them", () => {
  const found = read(
    "export.csv",
    [
      "Nom entreprise;N° SIRET;Code APE;Nb salariés;Déchet;Tonnage;Commentaires",
      "Scierie fictive;12345678200010;1610A;12;sciure;40;à voir",
      "Scierie fictive;12345678200010;1610A;12;écorces;15;",
      "",
    ].join("\n"),
  );
  expect(found.inventory.establishments).toMatchObject([
    { name: "Scierie fictive", siret: "12345678200010", naf: "16.10A", staff: 12 },
  ]);
  expect(found.inventory.flows).toMatchObject([
    { label: "sciure", direction: "out", quantity: 40, unit: "t", note: "à voir", extra: null },
    { label: "écorces", direction: "out", quantity: 15, unit: "t", note: null, extra: null },
  ]);
});

test("5. idem, ditto marks and a name written once over its rows", () => {
  const found = read(
    "export.csv",
    [
      "Entreprise;Déchets produits;Tonnage (t/an);Exutoire",
      "Menuiserie fictive;chutes de bois;8;Centre de tri",
      ";sciure;2;idem",
      ";vernis;0,3;″",
      "Imprimerie fictive;rognures;20;Recycleur",
      "",
    ].join("\n"),
  );
  expect(found.inventory.flows.map(({ establishment, current }) => [establishment, current?.route])).toEqual([
    ["menuiserie-fictive", "Centre de tri"],
    ["menuiserie-fictive", "Centre de tri"],
    ["menuiserie-fictive", "Centre de tri"],
    ["imprimerie-fictive", "Recycleur"],
  ]);
  const carried = found.refused.find(({ code }) => code === "CELL_CARRIED");
  const repeated = found.refused.find(({ code }) => code === "CELL_REPEATED");
  expect([carried?.row, carried?.value, carried?.fr.includes("2 lignes")]).toEqual([3, "Menuiserie fictive", true]);
  expect([repeated?.row, repeated?.value, repeated?.fr.includes("2 fois")]).toEqual([3, "Centre de tri", true]);
});

test("6. ranges give their middle and their doubt; about and more than stay refused, the row is kept", () => {
  const found = read(
    "export.csv",
    [
      "Entreprise;Déchet;Quantité (t/an)",
      "A fictive;cartons;10-15 t",
      "B fictive;films;entre 2 et 3",
      "C fictive;bois;env. 3",
      "D fictive;boues;> 100",
      "",
    ].join("\n"),
  );
  expect(found.inventory.flows.map(({ quantity, uncertainty_pct }) => [quantity, uncertainty_pct])).toEqual([
    [12.5, 20],
    [2.5, 20],
    [null, null],
    [null, null],
  ]);
  expect(told(found).filter(([, , code]) => String(code).startsWith("QUANTITY"))).toEqual([
    [2, "Quantité (t/an)", "QUANTITY_RANGE", true],
    [3, "Quantité (t/an)", "QUANTITY_RANGE", true],
    [4, "Quantité (t/an)", "QUANTITY_UNREADABLE", true],
    [5, "Quantité (t/an)", "QUANTITY_UNREADABLE", true],
  ]);
});

test("7. several tables on one sheet, each under its title, which gives the direction", async () => {
  const found = read(
    "zone.xlsx",
    await workbookOf({
      Synthèse: [
        ["Offres"],
        ["Entreprise", "Matière", "Tonnage"],
        ["Scierie fictive", "sciure", 12],
        [],
        ["Besoins"],
        ["Entreprise", "Matière", "Tonnage"],
        ["Ferme fictive", "paillage", 4],
      ],
    }),
  );
  expect(flowsOf(found)).toEqual([
    ["scierie-fictive", "out", "sciure", 12, "t", null],
    ["ferme-fictive", "in", "paillage", 4, "t", null],
  ]);
});

test("8. two tables side by side, under groups, with the same headers", async () => {
  const found = read(
    "zone.xlsx",
    await workbookOf({
      Flux2026: [
        ["Entreprise", "OFFRES", null, "BESOINS", null],
        [null, "Désignation", "Quantité (t)", "Désignation", "Quantité (t)"],
        ["Scierie fictive", "sciure", 12, "gasoil", 3],
        ["Ferme fictive", null, null, "paillage", 4],
      ],
    }),
  );
  expect(flowsOf(found)).toEqual([
    ["scierie-fictive", "out", "sciure", 12, "t", null],
    ["scierie-fictive", "in", "gasoil", 3, "t", null],
    ["ferme-fictive", "in", "paillage", 4, "t", null],
  ]);
});

test("9. twelve months beside a unit, without a quantity, are the quantities of the months", () => {
  const months = "janv;févr;mars;avr;mai;juin;juil;août;sept;oct;nov;déc";
  const found = read(
    "export.csv",
    `Entreprise;Déchet;Unité;${months}\nCave fictive;marc de raisin;t;0;0;0;0;0;0;0;5;40;30;0;0\n`,
  );
  expect(found.inventory.flows).toMatchObject([
    {
      label: "marc de raisin",
      quantity: 75,
      unit: "t",
      period: "year",
      months: [0, 0, 0, 0, 0, 0, 0, 5, 40, 30, 0, 0],
    },
  ]);
  expect(found.refused).toMatchObject([{}, {}, { code: "MONTHS_SUMMED", value: "75" }]);
});

test("10. companies on one sheet, flows on sheets by theme; one that only a flow names is created", async () => {
  const found = read(
    "zone.xlsx",
    await workbookOf({
      "Liste entreprises": [
        ["Nom de la société", "SIRET", "Effectifs", "Nom du contact", "Code postal"],
        ["Scierie fictive", "123 456 782 00010", "20 à 49 salariés", "M. Fictif", 20000],
      ],
      Bois: [
        ["Société", "Nature du déchet", "Tonnage"],
        ["Scierie fictive", "sciure", 12],
        ["Ébénisterie fictive", "chutes", 2],
      ],
      Eau: [
        ["Société", "Sens", "Libellé", "m3/an"],
        ["Scierie fictive", "besoin", "eau de refroidissement", 100],
      ],
    }),
  );
  expect(found.inventory.establishments).toMatchObject([
    { name: "Scierie fictive", siret: "12345678200010", staff: "12", extra: { "Nom du contact": "M. Fictif" } },
    { name: "Ébénisterie fictive" },
  ]);
  expect(flowsOf(found)).toEqual([
    ["12345678200010", "out", "sciure", 12, "t", null],
    ["ebenisterie-fictive", "out", "chutes", 2, "t", null],
    ["12345678200010", "in", "eau de refroidissement", 100, "m3", "year"],
  ]);
  expect(told(found)).toContainEqual([3, "Société", "ESTABLISHMENT_MADE", true]);
});

test("11. slips of the keyboard, English headers, a status that says the direction", () => {
  const typos = read(
    "a.csv",
    "Entreprize;Matiére;Quantitée;Unitée;Statut\nA fictive;bois;3;t;déchet\nB fictive;pain;2;t;besoin\n",
  );
  expect(flowsOf(typos)).toEqual([
    ["a-fictive", "out", "bois", 3, "t", null],
    ["b-fictive", "in", "pain", 2, "t", null],
  ]);
  expect(typos.refused.filter(({ code }) => code === "DIRECTION_DEDUCED")).toHaveLength(2);
  const english = read(
    "b.csv",
    "Company name;Waste description;EWC code;Weight (kg/month);Comments\nFictional Ltd;cardboard;15 01 01;300;clean\n",
  );
  expect(english.inventory.flows).toMatchObject([
    { direction: "out", waste_code: "15 01 01", quantity: 300, unit: "kg", period: "month", note: "clean" },
  ]);
});

test("12. what only looks like a column of ours is left: bins are no quantity, a yearly bill is no unit cost", () => {
  const found = read(
    "export.csv",
    "Entreprise;Déchet;Quantité (bennes);Coût annuel (€);Nom du responsable;Code postal\nA fictive;gravats;4;1200;M. Fictif;20200\n",
  );
  expect(found.inventory.flows).toMatchObject([
    {
      quantity: null,
      current: null,
      extra: {
        "Quantité (bennes)": 4,
        "Coût annuel (€)": 1200,
        "Nom du responsable": "M. Fictif",
        "Code postal": 20200,
      },
    },
  ]);
});

test("a roof in hectares is not read as square metres", () => {
  const { inventory, refused } = read(
    "entreprises.csv",
    "Nom;SIRET;Surface de toiture (ha)\nScierie fictive;12345678200010;0,2\n",
  );
  expect(inventory.establishments).toMatchObject([{ roof_m2: null, extra: { "Surface de toiture (ha)": 0.2 } }]);
  expect(refused.map(({ code }) => code)).toEqual(["COLUMN_MAPPED"]);
});

test("13. a person's mapping wins over what is recognised, keeps a column aside, and says a direction", () => {
  const text = "Entreprise;Matière;Tonnage\nA fictive;bois;3\n";
  const mapping = { flows: { Matière: "label:in", Tonnage: null } };
  const found = read("export.csv", text, { mapping });
  expect(flowsOf(found)).toEqual([["a-fictive", "in", "bois", null, null, null]]);
  expect(found.inventory.flows[0]?.extra).toEqual({ Tonnage: 3 });
  expect(found.columns.map(({ header, key }) => [header, key])).toEqual([
    ["Entreprise", "establishment"],
    ["Matière", "label:in"],
    ["Tonnage", null],
  ]);
});

test("14. a sheet of figures that names no company is left, and said to be", async () => {
  const found = await workbookOf({
    Flux: [
      ["Établissement", "Sens", "Désignation"],
      ["A fictive", "sortant", "bois"],
    ],
    Synthèse: [
      ["Type de déchet", "Tonnage total", "Part"],
      ["Bois", 120, 0.4],
    ],
  });
  const { inventory, notes } = read("a.xlsx", found);
  expect(inventory.flows).toHaveLength(1);
  expect(notes.map(({ code }) => code)).toContain("SHEET_IGNORED");
});

test("15. hidden rows are rows; comments on cells are not read, and said to be left", async () => {
  const bytes = await workbookOf(
    {
      Déchets: [
        ["Entreprise", "Déchet", "Tonnage"],
        ["A fictive", "bois", 3],
        ["B fictive", "carton", 2],
      ],
    },
    (book) => {
      const sheet = book.getWorksheet("Déchets");
      if (sheet === undefined) return;
      sheet.getRow(3).hidden = true;
      sheet.getCell("A2").note = "à rappeler";
    },
  );
  const { inventory, notes } = read("a.xlsx", bytes);
  expect(inventory.flows.map(({ label }) => label)).toEqual(["bois", "carton"]);
  expect(notes.map(({ code }) => code)).toContain("COMMENTS_IGNORED");
});

test("a folder of the model keeps refusing an unknown name: its own list offers the right ones", () => {
  const { refused } = readCsvFolder({
    "etablissements.csv": "Raison sociale;NAF\nScierie fictive;16.10A\n",
    "flux.csv": "Établissement;Sens;Désignation\nScierie fictive;sortant;sciure\nInconnue;sortant;sel\n",
  });
  expect(refused).toMatchObject([{ row: 3, code: "ESTABLISHMENT_UNKNOWN", kept: false }]);
});
