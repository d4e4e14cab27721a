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

describe("a waste that is asked for", () => {
  test.each([
    { offer: "copeaux alu huileux", need: "tournures et chutes alu", because: "sorts of one kind" },
    { offer: "12 01 03", need: "tournures d'aluminium", because: "the code names the kind above" },
    { offer: "12 01 03", need: "17 04 02", because: "both sides speak in codes" },
    { offer: "13 02 05*", need: "huiles noires à régénérer", because: "the re-refiner is who may take it" },
    { offer: "16 08 01", need: "pots catalytiques", because: "several things travel under the code" },
    { offer: "huile hydraulique usagée", need: "huiles usagées", because: "who asks for a waste processes its kin" },
  ])("$offer for $need: $because", ({ offer, need }) => {
    expect(detected({ label: offer }, { label: need }).synergies).toHaveLength(1);
  });
});

describe("water that is given off warm is heat as well", () => {
  const heated = (label: string, more: object = {}) =>
    detected(
      { label, unit: "m3", quantity: 50_000, ...more },
      { label: "chauffage du bassin", unit: "MWh", quantity: 800 },
    );
  test.each(["eaux chaudes de teinture 60 °C", "eau chaude des machines à laver 55 °C", "eau de rinçage à 45 °C"])(
    "%s warms a pool; how much is to be asked",
    (label) => {
      const { synergies } = heated(label);
      expect(synergies.map(({ quantity }) => quantity.state)).toEqual(["unknown"]);
    },
  );
  test("counted in MWh it is heat first, and its quantity is known", () => {
    const { synergies } = heated("eau de refroidissement 70 °C", { unit: "MWh", quantity: 2000 });
    expect(synergies.map(({ quantity }) => quantity.state)).toEqual(["known"]);
  });
  test("cool water is no heat", () => {
    expect(heated("eau de rinçage à 14 °C").synergies).toEqual([]);
  });
});

test("one name of two things is told apart by the activity", () => {
  const water = (naf: string) =>
    understand(
      reference,
      InventorySchema.parse({
        format: "simbiosi-inventory/1",
        territory: { name: "T", context: "continent" },
        establishments: [{ id: "mill", name: "Mill", zone: "park", naf }],
        flows: [{ id: "out", establishment: "mill", direction: "out", label: "white water" }],
      }),
      "2026-11-24",
    ).flows[0]?.resource?.id;
  expect([water("17.12"), water("10.51")]).toEqual(["water.white-water", "food.white-water"]);
});
