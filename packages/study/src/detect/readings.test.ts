import { InventorySchema } from "@simbiosi/domain";
import { loadReference } from "@simbiosi/reference";
import { describe, expect, test } from "vitest";
import { understand } from "../understand/understand.ts";
import { detectSynergies } from "./detect.ts";

const reference = loadReference();
const detected = (offer: object, need: object) => {
  const inventory = InventorySchema.parse({
    format: "simbiosi-inventory/1",
    territory: { name: "T", context: "continent" },
    establishments: [
      { id: "giver", name: "Giver", zone: "park" },
      { id: "taker", name: "Taker", zone: "park" },
    ],
    flows: [
      { id: "offer", establishment: "giver", direction: "out", quantity: 100, unit: "t", period: "year", ...offer },
      { id: "need", establishment: "taker", direction: "in", quantity: 100, unit: "t", period: "year", ...need },
    ],
  });
  const understood = understand(reference, inventory, "2026-11-24");
  return { understood, ...detectSynergies(understood, 10) };
};

describe("words that name several things, or may be read in several ways", () => {
  test.each([
    { offer: "vieux matelas, lampes, armoires", need: "mobilier d'occasion" },
    { offer: "lisier + fumier", need: "fumier" },
    { offer: "scrap metal and cardboard", need: "cardboard" },
    { offer: "ferraille et cartons", need: "carton" },
  ])("$offer for $need: a lead whose quantity is to be asked", ({ offer, need }) => {
    const { synergies, unmatched } = detected({ label: offer }, { label: need });
    expect(synergies).toHaveLength(1);
    expect(synergies[0]?.doubts.length).toBeGreaterThan(0);
    expect(unmatched).toEqual([]);
  });
  test("a second reading has no quantity and no gain until somebody confirms it", () => {
    const { synergies } = detected({ label: "ferraille et cartons" }, { label: "carton" });
    expect([synergies[0]?.quantity.state, synergies[0]?.gain.state]).toEqual(["unknown", "unknown"]);
  });
  test("what one is sure of stands alone: no second lead for the same two flows", () => {
    const { synergies } = detected({ label: "cartons, papiers" }, { label: "cartons" });
    expect(synergies).toHaveLength(1);
  });
  test("a bare code that names several things is refused once, with the article, when the law bars what it may be", () => {
    const { synergies, refused } = detected({ label: "02 02 02" }, { label: "aliment pour porcs" });
    expect(synergies).toEqual([]);
    expect(refused.map(({ verdict }) => verdict.outcome)).toEqual(["forbidden"]);
  });
  test("a single thing has one reading, whatever small words it holds", () => {
    const { understood } = detected({ label: "drêches de brasserie" }, { label: "aliment pour bovins" });
    expect(understood.flows.map(({ readings }) => readings.length)).toEqual([0, 0]);
  });
});
