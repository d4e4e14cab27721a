import { companySheet } from "@simbiosi/documents";
import type { Inventory } from "@simbiosi/domain";
import { casaperta } from "@simbiosi/fixtures";
import { loadReference } from "@simbiosi/reference";
import { describe, expect, test } from "vitest";
import { diagnose } from "./diagnose.ts";

const run = async (inventory: Inventory) =>
  (
    await diagnose(loadReference(), inventory, [], {
      day: "2026-11-23",
      top: 10,
      objective: "gain",
      budget: null,
      gap: 0.01,
      seed: 1,
    })
  ).diagnosis;

/** Casaperta in words that nobody else uses: what a leak would show. The classes are those first understood. */
const { flows: understood } = await run(casaperta);
const marked: Inventory = {
  ...casaperta,
  establishments: casaperta.establishments.map((one) => ({ ...one, name: `Nom-${one.id}` })),
  flows: understood.map(({ flow, resource }) => ({ ...flow, label: `lot-${flow.id}`, resource: resource?.id ?? null })),
};

describe("a company's sheet holds its own secrets and nobody else's", async () => {
  const diagnosis = await run(marked);
  test.each(marked.establishments.map((one) => [one.id, one] as const))("%s", (_id, one) => {
    for (const lang of ["fr", "en"] as const) {
      const words = JSON.stringify(companySheet(diagnosis, one, lang))
        .toLowerCase()
        .replace(/\u00a0/g, " ");
      for (const { flow, establishment } of diagnosis.flows) {
        if (establishment.id === one.id) continue;
        expect(words).not.toContain(establishment.name.toLowerCase());
        const open = (flow.visibility ?? establishment.visibility ?? "facilitator") !== "facilitator";
        if (!open) expect(words).not.toContain(flow.label.toLowerCase());
      }
    }
  });
});

test("once both have agreed, each reads the other's name", async () => {
  const agreed = (id: string, to: string) => (flow: Inventory["flows"][number]) =>
    flow.establishment === id
      ? { ...flow, consents: [{ to, fields: ["name" as const, "quantity" as const], date: "2026-10-01" }] }
      : flow;
  const inventory = {
    ...marked,
    flows: marked.flows.map(agreed("torrefaction", "champignonniere")).map(agreed("champignonniere", "torrefaction")),
  };
  const diagnosis = await run(inventory);
  const sheet = (id: string) => {
    const one = inventory.establishments.find((site) => site.id === id);
    if (one === undefined) throw new Error(`${id} is not of Casaperta`);
    return JSON.stringify(companySheet(diagnosis, one, "fr"));
  };
  expect(sheet("torrefaction")).toContain("Nom-champignonniere");
  expect(sheet("champignonniere")).toContain("Nom-torrefaction");
  expect(sheet("brasserie")).not.toContain("Nom-champignonniere");
});
