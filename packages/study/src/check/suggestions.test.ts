import { type Inventory, InventorySchema } from "@simbiosi/domain";
import { loadReference } from "@simbiosi/reference";
import { describe, expect, test } from "vitest";
import { understand } from "../understand/understand.ts";
import { check } from "./check.ts";

const inventory = (flows: readonly object[]): Inventory =>
  InventorySchema.parse({
    format: "simbiosi-inventory/1",
    territory: { name: "Zone inventée", context: "continent" },
    establishments: [
      { id: "brasserie", name: "Brasserie inventée", naf: "11.05Z" },
      { id: "inconnu", name: "Sans code" },
    ],
    flows,
  });
const checked = (flows: readonly object[]) =>
  check(understand(loadReference(), inventory(flows), "2026-11-23"), { refused: [], notes: [] }, "fr");
const spentGrain = { id: "b1", establishment: "brasserie", direction: "out", label: "drêches" };

describe("questions drawn from an activity", () => {
  test("a brewery that told nothing is asked for its spent grain, and nothing is made a flow of it", () => {
    const result = checked([]);
    expect(result.flows).toEqual([]);
    expect(result.suggestions).toContainEqual(
      expect.objectContaining({ establishment: "brasserie", direction: "out", resource: "food.spent-grain" }),
    );
    expect(result.suggestions.some(({ establishment }) => establishment === "inconnu")).toBe(false);
  });
  test("what was told is not asked again", () => {
    expect(checked([spentGrain]).suggestions.map(({ resource }) => resource)).not.toContain("food.spent-grain");
  });
  test("a company that told enough is left in peace", () => {
    const more = ["levure usée", "cartons", "palettes"].map((label, i) => ({ ...spentGrain, id: `x${i}`, label }));
    expect(checked([spentGrain, ...more]).suggestions).toEqual([]);
  });
});

test("a doubtful label is asked about, with its candidates", () => {
  const { missing } = checked([{ ...spentGrain, label: "boues" }]);
  expect(missing.find(({ flow, field }) => flow === "b1" && field === "resource")?.why).toContain("« boues »");
});
