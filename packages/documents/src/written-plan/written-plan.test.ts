import type { ActionSheet } from "@simbiosi/domain";
import { expect, test } from "vitest";
import type { Block, Table } from "../blocks/block.ts";
import { checkReport } from "../blocks/check-report.ts";
import { plain } from "../blocks/inlines.ts";
import { writtenPlan } from "./written-plan.ts";

const sheet = (parts: Partial<ActionSheet>): ActionSheet => ({
  axis: "Échanger",
  title: "Broyer les palettes",
  description: "Un broyeur tourne entre trois sites.",
  objectives: "",
  audience: "",
  pilots: ["Livia"],
  referents: [],
  partners: ["saw", "gone"],
  otherPartners: ["Chambre de métiers"],
  structure: "",
  governance: "",
  leads: ["sub-0123456789ab"],
  intervention: "environment",
  status: "ongoing",
  priority: "high",
  starts: "2027-01-15",
  ends: "2027-11-30",
  steps: [{ what: "Peser", owner: "Livia", due: null, done: false }],
  budget: [
    { what: "Broyeur", kind: "investment", unit: "eur", year: 2027, planned: 4_800_050, actual: null },
    { what: "Animation", kind: "running", unit: "fte", year: 2027, planned: 20, actual: null },
  ],
  funders: [{ name: "OEC", scheme: null, amount: 1_920_000, state: "agreed" }],
  indicators: [{ label: "Tonnes", unit: "t", baseline: 0, target: 40, measures: [{ on: "2027-06-30", value: 12 }] }],
  notes: "",
  ...parts,
});
const plan = (sheets: readonly ActionSheet[], lang: "fr" | "en" = "fr") =>
  writtenPlan(
    {
      territory: "Golfe",
      sheets,
      names: new Map([["saw", "Scierie"]]),
      leads: new Map([["sub-0123456789ab", "Sciure vers litière"]]),
      day: "2027-07-01",
    },
    lang,
  );
const tables = (blocks: readonly Block[]): readonly Table[] => blocks.filter((block) => block.kind === "table");
const cells = (table: Table | undefined): readonly (readonly string[])[] =>
  (table === undefined ? [] : [...table.rows, ...(table.total === undefined ? [] : [table.total])]).map((row) =>
    row.map((cell) => plain(cell).replace(/[\u00a0\u202f]/g, " ")),
  );
const named = (blocks: readonly Block[], caption: RegExp) =>
  cells(tables(blocks).find((table) => caption.test(table.caption ?? "")));

test("who pays sums to the planned cost, to the cent, whatever the state of the money", () => {
  const { blocks } = plan([
    sheet({}),
    sheet({ title: "Composter", funders: [{ name: "Région", scheme: null, amount: 1_000, state: "asked" }] }),
    sheet({ title: "Abandonnée", status: "abandoned" }),
  ]);
  expect(named(blocks, /^Qui finance/)).toEqual([
    ["OEC", "–", "–", "19 200 €", "–", "19 200 €"],
    ["Région", "–", "10 €", "–", "–", "10 €"],
    ["Porteurs, si tout est accordé", "–", "–", "–", "–", "76 791 €"],
    ["Coût prévu", "–", "10 €", "19 200 €", "–", "96 001 €"],
  ]);
  expect(named(blocks, /^Par champ/)).toEqual([
    ["Projet environnemental (réduction, recyclage, valorisation)", "2", "96 001 €", "0 €"],
  ]);
});

test("a sheet says its partners by name, and none that is gone; cents are written where there are some", () => {
  const { blocks } = plan([sheet({})]);
  const words = JSON.stringify(blocks).replace(/[\u00a0\u202f]/g, " ");
  expect(words).toContain("Scierie ; Chambre de métiers");
  expect(words).not.toContain("gone");
  expect(words).toContain("48 000,50 €");
  expect(words).toContain("0,2 ETP");
  expect(words).toContain("12 (30 juin 2027)");
});

test.each(["fr", "en"] as const)("a plan of nothing, of an empty sheet and of sixty stands in %s", (lang) => {
  const bare = sheet({
    axis: "",
    description: "",
    pilots: [],
    partners: [],
    leads: [],
    steps: [],
    budget: [],
    funders: [],
    indicators: [],
    starts: null,
    ends: null,
  });
  for (const sheets of [[], [bare], Array.from({ length: 60 }, (_, i) => sheet({ title: `Action ${i}` }))])
    expect(() => checkReport(plan(sheets, lang))).not.toThrow();
});
