import { expect, test } from "vitest";
import { read, readCsvFolder, workbookOf } from "../testing/carriers.ts";

// The shapes in which companies and consultants send flows without any table of flows: one row or one form a company.

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
const codesOf = ({ refused }: Read) => refused.map(({ code }) => code).filter((code) => code !== "COLUMN_MAPPED");
const notesOf = ({ notes }: Read) => notes.map(({ code }) => code);

test("1. one row a company, flows numbered in its columns; a group left blank is no flow", () => {
  const found = read(
    "recensement.csv",
    [
      "Recensement de la zone (fictif)",
      "Raison sociale;SIRET;Nb salariés;Contact;Déchet 1;Tonnage 1;Exutoire 1;Déchet 2;Tonnage 2;Exutoire 2;Besoin 1;Besoin 2",
      "Menuiserie fictive;;8;M. X;chutes de bois;12;déchetterie;cartons;2;;palettes;transport groupé",
      "Brasserie fictive;;5;Mme Y;drêches;60;éleveur;;;;houblon;",
    ].join("\n"),
  );
  expect(flowsOf(found)).toEqual([
    ["menuiserie-fictive", "out", "chutes de bois", 12, "t", null],
    ["menuiserie-fictive", "in", "palettes", null, null, null],
    ["brasserie-fictive", "out", "drêches", 60, "t", null],
    ["brasserie-fictive", "in", "houblon", null, null, null],
    ["menuiserie-fictive", "out", "cartons", 2, "t", null],
    ["menuiserie-fictive", "in", "transport groupé", null, null, null],
  ]);
  expect(found.inventory.establishments).toMatchObject([
    { name: "Menuiserie fictive", staff: 8, extra: { Contact: "M. X" } },
    { name: "Brasserie fictive", staff: 5, extra: { Contact: "Mme Y" } },
  ]);
  expect(codesOf(found)).toEqual([]);
});

test("2. the same headers over and over, without numbers", () => {
  const found = read(
    "zone.csv",
    "Entreprise;SIRET;Déchet;Quantité (t/an);Déchet;Quantité (t/an)\nA fictive;;bois;3;carton;1\nB fictive;;fer;2;;\n",
  );
  expect(flowsOf(found)).toEqual([
    ["a-fictive", "out", "bois", 3, "t", "year"],
    ["b-fictive", "out", "fer", 2, "t", "year"],
    ["a-fictive", "out", "carton", 1, "t", "year"],
  ]);
});

test("3. what an inventory keeps aside under numbered headers stays aside when it comes back", () => {
  const found = readCsvFolder({
    "etablissements.csv": "Identifiant;Raison sociale;Déchet 1;Déchet 2\na;A fictive;bois;carton\n",
    "flux.csv": "Identifiant;Établissement;Sens;Désignation\na.bois;a;sortant;bois\n",
  });
  expect(found.inventory.establishments[0]?.extra).toEqual({ "Déchet 1": "bois", "Déchet 2": "carton" });
  expect(found.inventory.flows).toHaveLength(1);
});

test("4. blocks one below the other, each under the name of its company; the outlet says the direction", async () => {
  const found = read(
    "entretiens.xlsx",
    await workbookOf({
      Entretiens: [
        ["ENTREPRISE : Menuiserie fictive"],
        ["Contact : M. X"],
        [],
        ["Flux", "Quantité", "Unité", "Exutoire"],
        ["sciure", 12, "t/an", "déchetterie"],
        [],
        ["ENTREPRISE : Brasserie fictive"],
        [],
        ["Flux", "Quantité", "Unité", "Exutoire"],
        ["drêches", 60, "t/an", "éleveur"],
      ],
    }),
  );
  expect(flowsOf(found)).toEqual([
    ["menuiserie-fictive", "out", "sciure", 12, "t", "year"],
    ["brasserie-fictive", "out", "drêches", 60, "t", "year"],
  ]);
  expect(found.inventory.flows[0]?.extra).toEqual({ Contact: "M. X" });
  expect(codesOf(found)).toEqual(["DIRECTION_DEDUCED", "DIRECTION_DEDUCED"]);
});

test("5. one sheet a company: its card, its waste and its needs in two small tables", async () => {
  const form = (name: string, staff: number, waste: string, need: string) => [
    ["Fiche entreprise"],
    ["Raison sociale", name],
    ["Effectif", staff],
    ["Adresse", "1 rue fictive"],
    [],
    ["Vos déchets", "Quantité", "Unité"],
    [waste, 3, "t/an"],
    [],
    ["Vos besoins", "Quantité"],
    [need, "100 unités/an"],
  ];
  const found = read(
    "fiches.xlsx",
    await workbookOf({
      A: form("A fictive", 12, "cartons", "palettes"),
      B: form("B fictive", 4, "huiles", "chiffons"),
    }),
  );
  expect(flowsOf(found)).toEqual([
    ["a-fictive", "out", "cartons", 3, "t", "year"],
    ["a-fictive", "in", "palettes", 100, "piece", "year"],
    ["b-fictive", "out", "huiles", 3, "t", "year"],
    ["b-fictive", "in", "chiffons", 100, "piece", "year"],
  ]);
  expect(found.inventory.establishments).toMatchObject([
    { name: "A fictive", staff: 12 },
    { name: "B fictive", staff: 4 },
  ]);
  expect(found.inventory.flows[0]?.extra).toEqual({ Adresse: "1 rue fictive" });
});

test("6. a company and its words, in two or three columns; a quantity in the words is read and told", () => {
  const found = read(
    "atelier.csv",
    "Entreprise;Ce que je jette;Ce que je cherche\nA fictive;drêches (60 t/an);malt\nB fictive;3 tonnes de carton;\nC fictive;ciment (25 kg);\n",
  );
  expect(flowsOf(found)).toEqual([
    ["a-fictive", "out", "drêches (60 t/an)", 60, "t", "year"],
    ["a-fictive", "in", "malt", null, null, null],
    ["b-fictive", "out", "3 tonnes de carton", 3, "t", null],
    ["c-fictive", "out", "ciment (25 kg)", null, null, null],
  ]);
  expect(codesOf(found)).toEqual(["QUANTITY_IN_LABEL", "QUANTITY_IN_LABEL"]);
});

test("7. the answers to an online form, each question a header", () => {
  const found = read(
    "reponses.csv",
    [
      "Horodateur;Nom de votre entreprise;Adresse e-mail;Quels sont vos principaux déchets ?;Quantité estimée par an;De quelles ressources avez-vous besoin ?",
      "01/03/2026 10:02;A fictive;a@example.org;cartons;3 t;bois",
      "02/03/2026 11:02;B fictive;b@example.org;drêches;60 tonnes;malt",
    ].join("\n"),
  );
  expect(flowsOf(found)).toEqual([
    ["a-fictive", "out", "cartons", 3, "t", "year"],
    ["a-fictive", "in", "bois", null, null, null],
    ["b-fictive", "out", "drêches", 60, "t", "year"],
    ["b-fictive", "in", "malt", null, null, null],
  ]);
  expect(notesOf(found)).toContain("COLUMNS_ASIDE");
});

test("8. units in a row of their own below headers that are not the model's", () => {
  const found = read(
    "dechets.csv",
    "Société;Déchets;Tonnage;Coût;Prestataire\n;;(t/an);(€ HT/t);\nA fictive;carton;1 234,5;45;Collecteur\nB fictive;fer;12.5;-80;Ferrailleur\n",
  );
  expect(found.inventory.flows).toMatchObject([
    { quantity: 1234.5, unit: "t", period: "year", current: { unit_cost_eur: 45 } },
    { quantity: 12.5, unit: "t", period: "year", current: { unit_cost_eur: -80 } },
  ]);
});

test.each([
  ["Tonnage 2023;Tonnage 2024;Tonnage 2025", ["Tonnage 2023", "Tonnage 2024"]],
  ["2023 (t);2024 (t);2025 (t)", ["2023 (t)", "2024 (t)"]],
])("9. a column a year: the latest is the quantity, of a year; the others are kept and told (%s)", (years, kept) => {
  const found = read("suivi.csv", `Entreprise;Déchet;${years}\nA fictive;carton;3;4;5\nB fictive;bois;10;11;12\n`);
  expect(found.inventory.flows).toMatchObject([
    { quantity: 5, unit: "t", period: "year" },
    { quantity: 12, unit: "t", period: "year" },
  ]);
  expect(Object.keys(found.inventory.flows[0]?.extra ?? {})).toEqual(kept);
  expect(found.notes.find(({ code }) => code === "COLUMNS_ASIDE")?.message.fr).toContain(kept.join(", "));
});

test("10. how often a bin is emptied is no period of the quantity", () => {
  const asked = read(
    "dechets.csv",
    "Entreprise;Déchet;Tonnage annuel (t);Fréquence\nA fictive;carton;12;hebdo\nB fictive;fer;3;mensuel\n",
  );
  expect(flowsOf(asked).map(([, , , ...measure]) => measure)).toEqual([
    [12, "t", "year"],
    [3, "t", "year"],
  ]);
  expect(codesOf(asked)).toEqual(["PERIOD_ASIDE", "PERIOD_ASIDE"]);
  const collected = read(
    "dechets.csv",
    "Entreprise;Déchet;Tonnage;Fréquence de collecte\nA fictive;carton;12;hebdo\nB fictive;fer;3;mensuel\n",
  );
  expect(collected.inventory.flows[0]).toMatchObject({ period: null, extra: { "Fréquence de collecte": "hebdo" } });
});

test("11. names with and without their legal form are one company, and it is told; another name is another", () => {
  const found = read(
    "flux.csv",
    "Entreprise;Déchet;Quantité (t/an)\nMenuiserie Alta SARL;bois;3\nS.A.R.L. Menuiserie Alta;colles;1\nmenuiserie ALTA;vernis;1\nMenuiserie Alba;bois;2\n",
  );
  expect(found.inventory.establishments.map(({ name }) => name)).toEqual(["Menuiserie Alta SARL", "Menuiserie Alba"]);
  expect(codesOf(found)).toEqual(["ESTABLISHMENT_ALIKE", "ESTABLISHMENT_ALIKE"]);
});

test("12. totals of a company make no company; “Ressource” full of words is the label", () => {
  const found = read(
    "offres.csv",
    "Entreprise;Ressource;Quantité;Unité\nA fictive;carton;3;t\nA fictive;bois;5;t\nTotal A fictive;;8;\nSous-total;;8;\nTOTAL GENERAL;;8;\n",
  );
  expect(found.inventory.establishments).toHaveLength(1);
  expect(flowsOf(found).map(([, direction, label]) => [direction, label])).toEqual([
    ["out", "carton"],
    ["out", "bois"],
  ]);
  expect(codesOf(found)).toEqual(["TOTALS_ROW", "TOTALS_ROW", "TOTALS_ROW"]);
});

test("13. columns of one quality each; of a need they are kept aside, for nobody said which bound they are", () => {
  const found = read(
    "rejets.csv",
    [
      "Entreprise;Sens;Flux;Quantité (m3/h);Température (°C);pH;Matière sèche (%);Pression (psi)",
      "A fictive;sortant;eau chaude;5;60 °C;7,2;;10",
      "B fictive;sortant;boues;1;tiède;;22 %;",
      "C fictive;entrant;eau chaude;2;40;;;",
    ].join("\n"),
  );
  expect(found.inventory.flows.map(({ quality }) => quality)).toEqual([
    { temperature_c: 60, ph: 7.2 },
    { dry_matter_pct: 22 },
    null,
  ]);
  expect(found.inventory.flows.map(({ extra }) => extra)).toEqual([
    { "Pression (psi)": 10 },
    { "Température (°C)": "tiède" },
    { "Température (°C)": "40" },
  ]);
  expect(codesOf(found)).toEqual(["NUMBER_UNREADABLE"]);
});

test("14. a hidden sheet is read like the others, and told", async () => {
  const rows = [
    ["Entreprise", "Sens", "Flux"],
    ["A fictive", "sortant", "carton"],
  ];
  const bytes = await workbookOf({ "Flux 2026": rows, Ancien: rows }, (book) => {
    const old = book.getWorksheet("Ancien");
    if (old) old.state = "hidden";
  });
  const found = read("zone.xlsx", bytes);
  expect(found.inventory.flows).toHaveLength(2);
  expect(found.notes.filter(({ code }) => code === "SHEET_HIDDEN").map(({ message }) => message.en)).toEqual([
    "The hidden sheet “Ancien” was read like the others: delete it if it counts no more.",
  ]);
});

test.each([
  ["exutoire", "Exutoire", "décharge", "out"],
  ["waste code", "Code déchet", "15 01 01", "out"],
  ["supplier", "Fournisseur", "Grossiste fictif", "in"],
])("15. without a direction, %s says it", (_, header, cell, direction) => {
  const found = read("a.csv", `Entreprise;Flux;Quantité (t/an);${header}\nA fictive;carton;3;${cell}\n`);
  expect(flowsOf(found).map((flow) => flow[1])).toEqual([direction]);
  expect(codesOf(found)).toEqual(["DIRECTION_DEDUCED"]);
});

test("16. an English workbook of a consultant", () => {
  const found = read(
    "streams.csv",
    'Company,Waste stream,EWC code,Annual tonnage (t),Disposal route,Disposal cost (€/t)\nAlpha Ltd,wood offcuts,03 01 05,12.5,Landfill,137\nBeta Ltd,spent grain,02 07 04,"1,234.5",Animal feed,0\n',
  );
  expect(found.inventory.flows).toMatchObject([
    { direction: "out", quantity: 12.5, unit: "t", period: "year", current: { route: "landfill", unit_cost_eur: 137 } },
    { direction: "out", quantity: 1234.5, unit: "t", period: "year", current: { route: "Animal feed" } },
  ]);
});

test("one tab a company: its name is the tab's, in a workbook of several such tabs", async () => {
  const table = (label: string, tonnes: number) => [
    ["Flux", "Quantité", "Unité", "Exutoire"],
    [label, tonnes, "t/an", "déchetterie"],
  ];
  const tabs = { "Menuiserie fictive": table("sciure", 12), "Brasserie fictive": table("drêches", 60) };
  const found = read("zone.xlsx", await workbookOf(tabs));
  expect(flowsOf(found)).toEqual([
    ["menuiserie-fictive", "out", "sciure", 12, "t", "year"],
    ["brasserie-fictive", "out", "drêches", 60, "t", "year"],
  ]);
  expect(notesOf(found)).not.toContain("SHEET_IGNORED");
});

test.each(["|", ";", "\t"])("a CSV whose columns are divided by %s", (separator) => {
  const lines = ["Établissement;Sens;Désignation;Quantité (t/an)", "A fictive;sortant;bois;1,5"];
  const found = read("flux.csv", lines.join("\n").replaceAll(";", separator));
  expect(flowsOf(found)).toEqual([["a-fictive", "out", "bois", 1.5, "t", "year"]]);
});

test("a long sheet of which nothing can be read is given up with a sentence, and a sound one is read whole", () => {
  const header = "Établissement;Sens;Désignation;Quantité";
  const rows = (n: number, row: (i: number) => string) =>
    [header, ...Array.from({ length: n }, (_, i) => row(i))].join("\n");
  const garbage = read(
    "flux.csv",
    rows(5000, (i) => `x${i};??;z${i};abc${i}`),
  );
  expect(garbage.inventory.flows).toEqual([]);
  expect(garbage.refused[0]).toMatchObject({ code: "ROWS_UNREADABLE", sheet: "flux.csv" });
  expect(Math.max(...garbage.refused.map(({ row }) => row ?? 0))).toBeLessThan(100);
  // One good row among the first is enough to read on.
  const mixed = read(
    "flux.csv",
    rows(2500, (i) => (i % 1000 === 1 ? "A;sortant;bois;1" : `x${i};??;z${i};1`)),
  );
  expect(mixed.inventory.flows).toHaveLength(3);
});

test("companies as columns: the sheet is turned, and the note says how its rows are numbered", () => {
  const found = read(
    "zone.csv",
    [
      "Raison sociale;Menuiserie fictive;Brasserie fictive",
      "SIRET;;",
      "Nb salariés;8;5",
      "Déchet 1;chutes de bois;drêches",
      "Tonnage 1;12;60",
      "Déchet 2;cartons;",
      "Tonnage 2;2;",
    ].join("\n"),
  );
  expect(flowsOf(found)).toEqual([
    ["menuiserie-fictive", "out", "chutes de bois", 12, "t", null],
    ["brasserie-fictive", "out", "drêches", 60, "t", null],
    ["menuiserie-fictive", "out", "cartons", 2, "t", null],
  ]);
  expect(found.inventory.establishments.map(({ staff }) => staff)).toEqual([8, 5]);
  expect(notesOf(found)).toContain("TABLE_TURNED");
});
