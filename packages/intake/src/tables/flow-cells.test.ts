import { expect, test } from "vitest";
import { read, readCell } from "../testing/carriers.ts";

// Each line is one column of a sheet of flows with one cell, and what becomes of it.

test.each([
  { header: "Quantité (t/an)", cell: "1 234,5", keys: { quantity: 1234.5, unit: "t", period: "year" } },
  { header: "QUANTITE [t / an]", cell: "12", keys: { quantity: 12, unit: "t", period: "year" } },
  { header: "Quantité (m³)", cell: "3", keys: { quantity: 3, unit: "m3", period: null } },
  { header: "Quantité", cell: "42 t/an", keys: { quantity: 42, unit: "t", period: "year" } },
  { header: "Quantité (t/an)", cell: "500 kg/mois", keys: { quantity: 500, unit: "kg", period: "month" } },
  { header: "quantity", cell: "7", keys: { quantity: 7, unit: null, period: null } },
  { header: "Quantité (t/an)", cell: "", keys: { quantity: null, unit: null, period: null } },
  { header: "Unité", cell: "tonnes/an", keys: { unit: "t", period: "year" } },
  { header: "Période", cell: "mensuel", keys: { period: "month" } },
  { header: "Période", cell: "ponctuel", keys: { period: "once" } },
  { header: "Famille", cell: "Énergie", keys: { family: "energy" } },
  { header: "family", cell: "matter", keys: { family: "matter" } },
  { header: "Code déchet", cell: "020304", keys: { waste_code: "02 03 04" } },
  { header: "Code déchet", cell: "16 05 06 *", keys: { waste_code: "16 05 06*" } },
  { header: "code_dechet", cell: "20304", keys: { waste_code: "02 03 04" } },
  { header: "Code produit", cell: "10.83.11", keys: { cpa: "10.83.11" } },
  { header: "Saison", cell: "nov-janv", keys: { months: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1] } },
  { header: "months", cell: "1;1;1;1;1;1,5;2;2;1,5;1;1;1", keys: { months: [1, 1, 1, 1, 1, 1.5, 2, 2, 1.5, 1, 1, 1] } },
  { header: "Juin", cell: "x", keys: { months: [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0] } },
  { header: "Régularité", cell: "saisonnière", keys: { regularity: "seasonal" } },
  { header: "Date", cell: "31 déc. 2027", keys: { date: "2027-12-31" } },
  { header: "Date", cell: "46752", keys: { date: "2027-12-31" } },
  { header: "Statut", cell: "Sous-produit", keys: { status: "by-product" } },
  {
    header: "Qualité",
    cell: 'dry_matter_pct=40; form=pâteux; abp_category="3"',
    keys: { quality: { dry_matter_pct: 40, form: "pâteux", abp_category: "3" } },
  },
  { header: "Preuve", cell: "facturé", keys: { evidence: "invoiced" } },
  { header: "Incertitude", cell: "10 %", keys: { uncertainty_pct: 10 } },
  { header: "Incertitude (%)", cell: "10", keys: { uncertainty_pct: 10 } },
  { header: "Confidentialité", cell: "Territoire", keys: { visibility: "territory" } },
  {
    header: "Accords",
    cell: "funder: nom, quantité (01/10/2026); scierie fictive: name (2026-10-01)",
    keys: {
      consents: [
        { to: "funder", fields: ["name", "quantity"], date: "2026-10-01" },
        { to: "scierie-fictive", fields: ["name"], date: "2026-10-01" },
      ],
    },
  },
  { header: "Note", cell: "'=1+1", keys: { note: "=1+1" } },
  { header: "Couleur", cell: "bleu", keys: { extra: { Couleur: "bleu" } } },
  { header: "Téléphone", cell: "0495000000", keys: { extra: { Téléphone: "0495000000" } } },
])("« $header » with « $cell » is understood", ({ header, cell, keys }) => {
  const { flow, codes } = readCell(header, cell);
  expect(codes).toEqual([]);
  expect(flow).toMatchObject(keys);
});

const current = { route: null, supplier: null, unit_cost_eur: null, payer: null, contract_end: null };
test.each([
  { header: "Exutoire / fournisseur actuel", cell: "Décharge", direction: "sortant", is: { route: "landfill" } },
  {
    header: "Exutoire / fournisseur actuel",
    cell: "chez le voisin",
    direction: "sortant",
    is: { route: "chez le voisin" },
  },
  { header: "Exutoire / fournisseur actuel", cell: "Décharge", direction: "entrant", is: { supplier: "Décharge" } },
  { header: "supplier", cell: "Collecteur fictif", direction: "sortant", is: { supplier: "Collecteur fictif" } },
  { header: "Coût unitaire", cell: "-12,5", direction: "sortant", is: { unit_cost_eur: -12.5 } },
  { header: "Coût unitaire (€ HT)", cell: "137 €", direction: "sortant", is: { unit_cost_eur: 137 } },
  { header: "Payeur", cell: "TEOM", direction: "sortant", is: { payer: "teom" } },
  { header: "Payeur", cell: "redevance spéciale", direction: "sortant", is: { payer: "special-fee" } },
  { header: "Fin de contrat", cell: "31/12/2027", direction: "sortant", is: { contract_end: "2027-12-31" } },
])("« $header » of a flow $direction with « $cell »", ({ header, cell, direction, is }) => {
  const { flow, codes } = readCell(header, cell, direction);
  expect(codes).toEqual([]);
  expect(flow?.current).toEqual({ ...current, ...is });
});

test.each([
  { header: "Quantité", cell: "env. 3", code: "QUANTITY_UNREADABLE" },
  { header: "Quantité (t/an)", cell: "3 à 2", code: "QUANTITY_UNREADABLE" },
  { header: "Quantité", cell: "40 palettes", code: "QUANTITY_UNREADABLE" },
  { header: "Quantité", cell: "-3", code: "NUMBER_NEGATIVE" },
  { header: "Quantité", cell: "#N/A", code: "QUANTITY_UNREADABLE" },
  { header: "Unité", cell: "palettes", code: "UNIT_UNKNOWN" },
  { header: "Période", cell: "parfois", code: "WORD_UNKNOWN" },
  { header: "Famille", cell: "divers", code: "WORD_UNKNOWN" },
  { header: "Code déchet", cell: "2 3", code: "CODE_MALFORMED" },
  { header: "Code produit", cell: "marc", code: "CODE_MALFORMED" },
  { header: "Saison", cell: "bientôt", code: "MONTHS_UNREADABLE" },
  { header: "Juin", cell: "beaucoup", code: "MONTHS_UNREADABLE" },
  { header: "Date", cell: "fin 2027", code: "DATE_UNREADABLE" },
  { header: "Fin de contrat", cell: "12/31/2027", code: "DATE_UNREADABLE" },
  { header: "Qualité", cell: "sec", code: "QUALITY_UNREADABLE" },
  { header: "Coût unitaire", cell: "cher", code: "NUMBER_UNREADABLE" },
  { header: "Incertitude", cell: "forte", code: "NUMBER_UNREADABLE" },
  { header: "Accords", cell: "funder: name", code: "CONSENTS_UNREADABLE" },
  { header: "Accords", cell: "Personne: name (2026-10-01)", code: "CONSENT_PARTY_UNKNOWN" },
  { header: "Payeur", cell: "le voisin", code: "WORD_UNKNOWN" },
])(
  "« $header » with « $cell » is reported as $code; the flow stays, with its words aside",
  ({ header, cell, code }) => {
    const { flow, codes } = readCell(header, cell);
    expect(codes).toEqual([code]);
    expect(Object.entries(flow?.extra ?? {})).toEqual([[header, cell]]);
  },
);

test("every refusal says where it is, what was found, and what to do, in both languages", () => {
  const { refused } = read(
    "flux.csv",
    "Établissement;Sens;Désignation;Quantité\nScierie fictive;sortant;sciure;env. 3\n",
  );
  expect(refused).toEqual([
    {
      sheet: "flux.csv",
      row: 2,
      column: "Quantité",
      value: "env. 3",
      code: "QUANTITY_UNREADABLE",
      fr: "« env. 3 » n'est pas une quantité : écrivez un seul nombre, par exemple 1 234,5, et mettez le doute dans la colonne Incertitude.",
      en: "“env. 3” is not a quantity: write one number, for example 1234.5, and put the doubt in the uncertainty column.",
      kept: true,
    },
  ]);
});

const flows = (text: string) => read("flux.csv", text);

test("a unit that is written but not understood is not replaced by the header's: forty pallets are not forty tonnes", () => {
  const { inventory, refused } = flows(
    "Établissement;Sens;Désignation;Quantité (t/an);Unité\nScierie fictive;sortant;palettes;40;palettes\n",
  );
  expect(inventory.flows[0]).toMatchObject({ quantity: 40, unit: null, period: "year" });
  expect(refused.map(({ code }) => code)).toEqual(["UNIT_UNKNOWN"]);
});

test("the columns Unité and Période win over the header, and over the cell, which is then reported", () => {
  const { inventory, refused } = flows(
    "Établissement;Sens;Désignation;Quantité (t/an);Unité;Période\nScierie fictive;sortant;sciure;40;kg;mois\nScierie fictive;sortant;écorce;40 kg;t;mois\n",
  );
  expect(inventory.flows).toMatchObject([
    { quantity: 40, unit: "kg", period: "month" },
    { quantity: 40, unit: "t", period: "month" },
  ]);
  expect(refused.map(({ row, code }) => [row, code])).toEqual([[3, "UNIT_CONFLICT"]]);
});

test("a header whose unit is not known is not read at all: thousands taken for units would be wrong by a thousand", () => {
  const { inventory, refused } = flows(
    "Établissement;Sens;Désignation;Quantité (milliers)\nScierie fictive;sortant;sciure;40\n",
  );
  expect(inventory.flows[0]).toMatchObject({ quantity: null, extra: { "Quantité (milliers)": 40 } });
  expect(refused).toMatchObject([{ row: 1, column: "Quantité (milliers)", code: "HEADER_UNIT_UNKNOWN" }]);
});

test.each([
  { header: "Coût unitaire (€/t)", cell: "100", unit: "t", cost: 100, codes: [] },
  { header: "Coût unitaire (€/kg)", cell: "0,1", unit: "t", cost: undefined, codes: ["UNIT_COST_CONFLICT"] },
  { header: "Coût unitaire", cell: "100 €/t", unit: "t", cost: 100, codes: [] },
  { header: "Coût unitaire", cell: "0,1 €/kg", unit: "t", cost: undefined, codes: ["UNIT_COST_CONFLICT"] },
  { header: "Coût unitaire (€/t)", cell: "100", unit: "", cost: 100, codes: [] },
])("a cost « $header » « $cell » for a quantity in « $unit »", ({ header, cell, unit, cost, codes }) => {
  const { inventory, refused } = flows(
    `Établissement;Sens;Désignation;Quantité;Unité;${header}\nScierie fictive;sortant;sciure;4;${unit};${cell}\n`,
  );
  expect(refused.map(({ code }) => code)).toEqual(codes);
  expect(inventory.flows[0]?.current?.unit_cost_eur).toBe(cost);
  expect(inventory.flows[0]?.unit).toBe("t");
});

const twelve = "Janv;Févr;Mars;Avr;Mai;Juin;Juil;Août;Sept;Oct;Nov;Déc";

test("twelve months and a season: the twelve win, the row is reported, the season's words stay aside", () => {
  const { inventory, refused } = flows(
    `Établissement;Sens;Désignation;${twelve};Saison\nScierie fictive;sortant;sciure;1;1;1;1;1;1;1;1;1;1;1;0,5;été\n`,
  );
  expect(inventory.flows[0]).toMatchObject({
    months: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5],
    extra: { Saison: "été" },
  });
  expect(refused).toMatchObject([{ row: 2, column: "Saison", value: "été", code: "MONTHS_TWICE", kept: true }]);
});

test("crosses in some months mean these months; one that is not understood makes the season speak", () => {
  const { inventory, refused } = flows(
    `Établissement;Sens;Désignation;${twelve};Saison\nScierie fictive;sortant;sciure;x;;;;;;;;;;;X;\nScierie fictive;sortant;écorce;?;;;;;;;;;;;;hiver\n`,
  );
  expect(inventory.flows.map(({ months }) => months)).toEqual([
    [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
  ]);
  expect(refused.map(({ row, column, code }) => [row, column, code])).toEqual([[3, "Janv", "MONTHS_UNREADABLE"]]);
});

test("an outlet said twice and differently is reported, the column of its own is followed", () => {
  const { inventory, refused } = flows(
    "Établissement;Sens;Désignation;Exutoire actuel;Exutoire / fournisseur actuel\nScierie fictive;sortant;sciure;recyclage;décharge\n",
  );
  expect(inventory.flows[0]?.current?.route).toBe("recycling");
  expect(refused).toMatchObject([{ code: "CELL_UNEXPECTED", value: "décharge" }]);
});
