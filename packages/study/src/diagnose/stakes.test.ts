import { dependenciesOf, type Inventory, InventorySchema, reductionsOf, type Stake, stakesOf } from "@simbiosi/domain";
import { casaperta } from "@simbiosi/fixtures";
import { loadReference } from "@simbiosi/reference";
import { describe, expect, test } from "vitest";
import { diagnose } from "./diagnose.ts";

async function stakes(inventory: Inventory): Promise<readonly Stake[]> {
  const { diagnosis } = await diagnose(loadReference(), inventory, [], {
    day: "2026-11-24",
    top: 10,
    objective: "gain",
    budget: null,
    gap: 0.01,
    seed: 1,
  });
  const { setting, flows, synergies } = diagnosis;
  return stakesOf({
    diagnosis,
    reductions: reductionsOf(setting, flows),
    dependencies: dependenciesOf(setting, flows, synergies),
    companiesWithDuties: null,
  });
}

const empty = InventorySchema.parse({
  format: "simbiosi-inventory/1",
  territory: { name: "Vide" },
  establishments: [],
  flows: [],
});

describe("the stakes of the call", () => {
  test("nothing is claimed of an empty territory: all eleven are to be documented", async () => {
    const list = await stakes(empty);
    expect(list).toHaveLength(11);
    expect(list.filter(({ documented }) => documented)).toEqual([]);
    for (const { toDocument } of list) expect(toDocument?.fr).toMatch(/^À documenter : [a-zé]/);
  });
  test("Casaperta shows some by figures, and leaves the mark of difference to be documented", async () => {
    const list = await stakes(casaperta);
    const of = (id: string) => list.find(({ row }) => row.id === id);
    expect(of("company.difference")?.documented).toBe(false);
    expect(of("territory.knowledge")?.evidence[0]).toMatchObject({
      kind: "figure",
      figure: { value: casaperta.establishments.length, unit: "1" },
    });
    expect(of("company.economic")?.evidence.map((one) => one.kind)).toEqual(["figure", "figure"]);
    for (const { evidence } of list)
      for (const one of evidence) if (one.kind === "figure") expect(one.figure.value ?? 0).toBeGreaterThan(0);
  });
  test("what the territory's sheet declares is evidence, in its own words", async () => {
    const declared = {
      ...casaperta,
      territory: {
        ...casaperta.territory,
        extra: { "Labels et certifications": "Deux entreprises labellisées en 2025" },
      },
    };
    const stake = (await stakes(declared)).find(({ row }) => row.id === "company.difference");
    expect(stake?.evidence).toEqual([
      { kind: "declared", header: "Labels et certifications", words: "Deux entreprises labellisées en 2025" },
    ]);
  });
});
