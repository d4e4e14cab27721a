import { InventorySchema, obligationsOf } from "@simbiosi/domain";
import { loadReference } from "@simbiosi/reference";
import { describe, expect, test } from "vitest";
import { understand } from "../understand/understand.ts";

type Flow = { direction: "in" | "out"; label: string; quantity?: number; unit?: string; [more: string]: unknown };
const out = (label: string, quantity: number, more: object = {}): Flow => ({
  direction: "out",
  label,
  quantity,
  unit: "t",
  ...more,
});
const buys = (label: string, quantity: number, unit: string): Flow => ({ direction: "in", label, quantity, unit });

/** The calendar of one company alone, written as `id`, or `id?` where it may apply. */
function calendar(site: object, flows: readonly Flow[], day = "2026-11-24", territory: object = {}) {
  const inventory = InventorySchema.parse({
    format: "simbiosi-inventory/1",
    territory: { name: "T", context: "corse", ...territory },
    establishments: [{ id: "site", name: "Site", ...site }],
    flows: flows.map((flow, i) => ({ id: `f${i}`, establishment: "site", period: "year", ...flow })),
  });
  const understood = understand(loadReference(), inventory, day);
  const [one] = inventory.establishments;
  if (one === undefined) throw new Error("no site");
  return obligationsOf(understood.setting, one, understood.flows);
}
const ids = (...of: Parameters<typeof calendar>): readonly string[] =>
  calendar(...of).obligations.map(({ row, applies }) => (applies === "applies" ? row.id : `${row.id}?`));

/** Profiles that a facilitator meets, and what she would tell each. */
describe("what a company owes", () => {
  test.each<{ who: string; site: object; flows: readonly Flow[]; owes: readonly string[]; not: readonly string[] }>([
    {
      who: "a garage of ten people with used oil",
      site: { naf: "45.20A", staff: 10 },
      flows: [out("huile de vidange", 3), out("pneus usagés", 8)],
      owes: ["waste-register", "hazardous-slip", "national-register", "used-oil", "rep-tyres", "sorting-streams?"],
      not: ["mobility-plan", "dining-room", "biowaste", "egalim-purchases"],
    },
    {
      who: "a hotel of 60 under private contract, with its floor area",
      site: { naf: "55.10Z", staff: 60, waste_payer: "private", extra: { "Surface de plancher (m²)": "3 200" } },
      flows: [out("biodéchets", 40)],
      owes: ["sorting-streams", "sorting-certificate", "biowaste", "mobility-plan", "dining-room", "tertiary-decree"],
      not: ["icpe-2251", "ghg-report", "hazardous-slip"],
    },
    {
      who: "a joinery of eight under the household-waste tax, with small public bins",
      site: { naf: "16.23Z", staff: 8, waste_payer: "teom", extra: { "litres par semaine": 360 } },
      flows: [out("sciure", 20)],
      owes: ["waste-register", "rep-professional-packaging", "hazardous-slip?"],
      not: ["sorting-streams", "sorting-streams?", "mobility-plan", "tertiary-decree?", "energy-audit?"],
    },
    {
      who: "the same joinery with large public bins",
      site: { naf: "16.23Z", staff: 8, waste_payer: "teom", extra: { "litres par semaine": 1500 } },
      flows: [],
      owes: ["sorting-streams", "sorting-certificate"],
      not: [],
    },
    {
      who: "a dairy that buys 4 GWh",
      site: { naf: "10.51C", staff: 40, waste_payer: "private" },
      flows: [buys("électricité", 4000, "MWh"), out("lactosérum", 2000)],
      owes: ["energy-audit", "biowaste", "animal-by-products", "icpe-2230", "sewer-permit"],
      not: ["icpe-2251", "energy-management", "energy-management?"],
    },
    {
      who: "a steel works of 40 GWh",
      site: { naf: "24.10Z", staff: 320 },
      flows: [buys("électricité", 40_000, "MWh")],
      owes: ["energy-audit", "energy-management", "mobility-plan"],
      not: ["ghg-report", "tertiary-decree?"],
    },
    {
      who: "a company of 600",
      site: { naf: "70.10Z", staff: 600 },
      flows: [],
      owes: ["ghg-report", "mobility-plan", "tertiary-decree?"],
      not: [],
    },
    {
      who: "a band of staff across the limit of 500",
      site: { naf: "70.10Z", staff: "32" },
      flows: [],
      owes: ["mobility-plan"],
      not: ["ghg-report", "ghg-report?"],
    },
    {
      who: "a vineyard with its cellar",
      site: { naf: "11.02B", staff: 6 },
      flows: [out("marc de raisin", 60)],
      owes: ["icpe-2251", "wine-marc", "biowaste"],
      not: ["icpe-2230", "mobility-plan"],
    },
    {
      who: "a vineyard that said it is under no rubric",
      site: { naf: "11.02B", staff: 6, extra: { ICPE: "aucun" } },
      flows: [],
      owes: ["wine-marc"],
      not: ["icpe-2251", "icpe-2251?"],
    },
    {
      who: "a supermarket of 2,500 m² with a car park of 4,000 m²",
      site: {
        naf: "47.11F",
        staff: 45,
        waste_payer: "private",
        extra: { "Surface de plancher": 2500, "Parking (m²)": 4000 },
      },
      flows: [out("carton", 60)],
      owes: ["solar-car-park", "tertiary-decree", "food-donation", "biowaste", "rep-take-back-packaging"],
      not: ["solar-car-park-large", "mobility-plan"],
    },
    {
      who: "a hypermarket with 12,000 m² of car park",
      site: { naf: "47.11F", staff: 180, extra: { "Parking (m²)": 12_000 } },
      flows: [],
      owes: ["solar-car-park-large", "mobility-plan"],
      not: ["solar-car-park"],
    },
    {
      who: "a building firm that digs and carries",
      site: { naf: "43.12A", staff: 15 },
      flows: [out("terres excavées", 3000)],
      owes: ["sorting-worksite", "soil-register", "own-waste-carriage", "rep-building"],
      not: ["biowaste"],
    },
    {
      who: "a clinic",
      site: { naf: "86.10Z", staff: 120 },
      flows: [out("DASRI", 12)],
      owes: ["clinical-waste", "hazardous-slip", "egalim-purchases", "biowaste"],
      not: ["used-oil"],
    },
    {
      who: "a maker whose waste goes to landfill",
      site: { naf: "22.29A", staff: 30 },
      flows: [out("déchets plastiques", 40, { current: { route: "landfill" } })],
      owes: ["landfill-tax"],
      not: [],
    },
    {
      who: "the same, recycling",
      site: { naf: "22.29A", staff: 30 },
      flows: [out("déchets plastiques", 40, { current: { route: "recycling" } })],
      owes: [],
      not: ["landfill-tax", "landfill-tax?"],
    },
  ])("$who", ({ site, flows, owes, not }) => {
    const found = ids(site, flows);
    expect(owes.filter((id) => !found.includes(id))).toEqual([]);
    expect(not.filter((id) => found.includes(id))).toEqual([]);
  });
});

describe("dates", () => {
  const dueOf = (id: string, day: string) =>
    calendar(
      { naf: "24.10Z", staff: 320, waste_payer: "private" },
      [buys("électricité", 30_000, "MWh")],
      day,
    ).obligations.find(({ row }) => row.id === id);
  test("before and after the first energy audit", () => {
    expect(dueOf("energy-audit", "2026-06-01")).toMatchObject({ due: { on: "2026-10-11" }, passed: [] });
    expect(dueOf("energy-audit", "2026-11-24")).toMatchObject({
      due: { on: "2030-10-11" },
      passed: [{ on: "2026-10-11" }],
      everyMonths: 48,
    });
  });
  test("the certificate comes back each 31 March", () => {
    expect(dueOf("sorting-certificate", "2026-11-24")).toMatchObject({ due: { on: "2027-03-31" }, everyMonths: 12 });
  });
  test("the list goes by date, what has none last", () => {
    const dates = calendar({ naf: "55.10Z", staff: 60, waste_payer: "private", roof_m2: 900 }, []).obligations.map(
      ({ due }) => due?.on ?? "9999",
    );
    expect(dates).toEqual([...dates].sort());
    expect(dates.length).toBeGreaterThan(8);
  });
});

describe("what is not known", () => {
  test("a company without activity or staff is asked for them, not given half the law", () => {
    const { obligations, unsettled } = calendar({}, []);
    expect(obligations.length).toBeLessThan(12);
    expect(unsettled.count).toBeGreaterThan(20);
    expect(unsettled.asks.map(({ id }) => id).toSorted()).toEqual(["site.sector", "site.staff"]);
  });
  test("what may apply says what would settle it", () => {
    const one = calendar({ naf: "70.10Z", staff: 60 }, []).obligations.find(({ row }) => row.id === "tertiary-decree");
    expect(one).toMatchObject({ applies: "may-apply", asks: [{ id: "site.floor_m2" }] });
    expect(one?.why.map(({ fr }) => fr)).toEqual(["activité 70.10Z", "effectif : 60"]);
  });
  test("an answer typed in a column is read whatever its header's case, accents or unit", () => {
    for (const header of ["Surface de plancher (m²)", "SURFACE DE PLANCHER", "surface de plancher", "floor area (m²)"])
      expect(ids({ naf: "70.10Z", staff: 60, extra: { [header]: "1 250,5" } }, [])).toContain("tertiary-decree");
  });
});

test("every duty is told in two languages, and its dates stand in order", () => {
  for (const row of loadReference().obligations) {
    for (const words of [row.title, row.sentence, row.next_step]) {
      expect(words.fr.trim(), row.id).not.toBe("");
      expect(words.en.trim(), row.id).not.toBe("");
      expect(words.fr, row.id).not.toBe(words.en);
    }
    expect(row.milestones.map(({ on }) => on)).toEqual(row.milestones.map(({ on }) => on).toSorted());
  }
});
