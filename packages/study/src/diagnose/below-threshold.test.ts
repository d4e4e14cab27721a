import { companySheet, diagnosticActions, roadmap } from "@simbiosi/documents";
import {
  diagnosisFor,
  type Inventory,
  InventorySchema,
  inventoryFormat,
  type PoolLack,
  viableForm,
} from "@simbiosi/domain";
import { loadReference } from "@simbiosi/reference";
import { describe, expect, test } from "vitest";
import { diagnose } from "./diagnose.ts";

/** A pool that lacks something proposes what is viable at its size, in every document that its companies read. */
const reference = loadReference();
type Card = Record<string, unknown>;

const park = (sites: Record<string, Card>, flows: readonly Card[]): Inventory =>
  InventorySchema.parse({
    format: inventoryFormat,
    territory: { name: "Zone d'essai (fictive)" },
    establishments: Object.entries(sites).map(([id, card]) => ({
      id,
      name: `Société ${id}`,
      zone: "Zone d'essai",
      ...card,
    })),
    flows: flows.map((flow, i) => ({ id: `f${i}`, direction: "in", label: "besoin", period: "year", ...flow })),
  });

const run = async (inventory: Inventory) =>
  (
    await diagnose(reference, inventory, [], {
      day: "2026-11-24",
      top: 10,
      objective: "gain",
      budget: null,
      gap: 0.01,
      seed: 1,
    })
  ).diagnosis;

const meals = (establishment: string, quantity: number | null, more: Card = {}): Card => ({
  establishment,
  resource: "service.meals",
  quantity,
  unit: "piece",
  ...more,
});
const cold = (establishment: string, quantity: number): Card => ({
  establishment,
  resource: "energy.cold",
  quantity,
  unit: "MWh",
});
const beside = { lon: 9.45, lat: 42.65 };
const tenKmAway = { lon: 9.45, lat: 42.74 };

describe("what keeps a group from being a pool", () => {
  test.each<[string, PoolLack, string, Inventory]>([
    ["too little together", "size", "meal-delivery", park({ a: {}, b: {} }, [meals("a", 3000), meals("b", 2900)])],
    [
      "nobody has told how much",
      "quantity",
      "meal-delivery",
      park({ a: {}, b: {} }, [meals("a", null), meals("b", null)]),
    ],
    [
      "enough, too far apart",
      "nearness",
      "cold-network",
      park({ a: beside, b: tenKmAway }, [cold("a", 150), cold("b", 150)]),
    ],
  ])("%s", async (_words, lack, kind, inventory) => {
    const { shortfalls } = await run(inventory);
    expect(shortfalls.filter((one) => one.kind === kind).map((one) => one.lack)).toEqual([lack]);
  });
});

describe("the nearest viable form", async () => {
  const diagnosis = await run(park({ a: {}, b: {}, c: {} }, [meals("a", 3000), meals("b", 2900)]));
  const form = { fr: "Un réfectoire partagé, un distributeur", en: "A shared dining room, a vending point" } as const;

  test.each(["fr", "en"] as const)(
    "stands in the diagnosis, the roadmap and the sheets of its companies (%s)",
    (lang) => {
      expect(JSON.stringify(diagnosticActions(diagnosis, lang))).toContain(form[lang]);
      expect(JSON.stringify(roadmap(diagnosis, lang))).toContain(form[lang]);
      const told = diagnosis.inventory.establishments.map((one) =>
        JSON.stringify(companySheet(diagnosis, one, lang)).includes(form[lang]),
      );
      expect(told).toEqual([true, true, false]);
    },
  );

  test("a company does not read how much the others need", () => {
    const [a] = diagnosis.inventory.establishments;
    const words = JSON.stringify(a === undefined ? null : companySheet(diagnosis, a, "fr")).replace(/\s/g, "");
    expect(words).not.toMatch(/2900|5900|7300/);
  });

  test("a funder reads it where every need may be told, and never how much is there", async () => {
    expect(diagnosisFor("funder", diagnosis).diagnosis.shortfalls).toEqual([]);
    const open = { visibility: "public" };
    const inventory = park({ a: {}, b: {} }, [meals("a", 3123, open), meals("b", 2987, open)]);
    const told = diagnosisFor("funder", await run(inventory)).diagnosis.shortfalls;
    expect(told.map(({ kind, quantity }) => [kind, quantity.state])).toEqual([
      ["company-restaurant", "unknown"],
      ["meal-delivery", "unknown"],
    ]);
    expect(JSON.stringify(told)).not.toMatch(/Société|3123|2987|6110/);
  });

  test("each sentence of the reference names one after its colon, in both languages", () => {
    for (const { id, below_threshold: sentence } of reference.pools) {
      const { fr, en } = viableForm(sentence);
      expect([id, fr.length < sentence.fr.length, en.length < sentence.en.length]).toEqual([id, true, true]);
    }
  });
});
