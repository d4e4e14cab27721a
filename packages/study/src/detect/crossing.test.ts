import { crossingTerms, exchangeTerms, InventorySchema } from "@simbiosi/domain";
import { candidates } from "@simbiosi/engine";
import { loadReference } from "@simbiosi/reference";
import { expect, test } from "vitest";
import { understand } from "../understand/understand.ts";
import { detectSynergies } from "./detect.ts";

const reference = loadReference();
const inventory = InventorySchema.parse({
  format: "simbiosi-inventory/1",
  territory: { name: "Une île et l'autre rive (fictif)", context: "corse" },
  establishments: [
    { id: "grossiste", name: "Grossiste fictif", lon: 9.44, lat: 42.56 },
    { id: "papeterie", name: "Papeterie fictive", lon: 5.4, lat: 43.4 },
  ],
  flows: [
    {
      id: "g.carton",
      establishment: "grossiste",
      direction: "out",
      label: "carton",
      quantity: 100,
      unit: "t",
      period: "year",
      current: { route: "landfill", unit_cost_eur: 137, payer: "private" },
    },
    {
      id: "p.carton",
      establishment: "papeterie",
      direction: "in",
      label: "carton",
      quantity: 5000,
      unit: "t",
      period: "year",
    },
  ],
});

/** By hand: (40 + 5.5) EUR a metre × 14 m of trailer ÷ 14 t of load = 45.5 EUR a tonne at sea, on top of the roads ashore. */
test("what goes to the other shore pays its berth on the ferry, and the ship's emissions", () => {
  const understood = understand(reference, inventory, "2026-11-24");
  const { setting, flows } = understood;
  const found = detectSynergies(understood, 10).synergies.find(({ offers }) => offers[0]?.flow.id === "g.carton");
  const [offer, need] = [found?.offers[0], found?.needs[0]];
  if (found?.route == null || offer === undefined || need === undefined) throw new Error("no lead across the sea");
  const sea = exchangeTerms(setting, offer, need, found.route).terms.filter(({ id }) => id.startsWith("crossing."));
  expect(sea.map(({ id, sign }) => [id, sign])).toEqual([
    ["crossing.gain", -1],
    ["crossing.co2e", -1],
  ]);
  expect(sea[0]?.rate.value).toBeCloseTo(45.5, 9);
  // Some 300 km at 0.15 kg a tonne-kilometre.
  expect(sea[1]?.rate.value).toBeGreaterThan(0.025);
  expect(sea[1]?.rate.value).toBeLessThan(0.07);
  // The numbers of the engine are those of the tree, at sea as ashore.
  const columns = candidates(setting, flows);
  const row = [...columns.gain].find((gain) => Math.abs(gain - (found.gain.value ?? Number.NaN)) < 1e-6);
  expect(row).toBeDefined();
});

test("nobody pays a ferry to stay ashore", () => {
  const { setting } = understand(reference, inventory, "2026-11-24");
  const cardboard = reference.resourceById.get("paper.cardboard");
  if (cardboard === undefined) throw new Error("no cardboard");
  expect(crossingTerms(setting, cardboard, 0)).toEqual([]);
});
