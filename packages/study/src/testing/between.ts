import { InventorySchema, type Rule } from "@simbiosi/domain";
import { loadReference } from "@simbiosi/reference";
import { detectSynergies } from "../detect/detect.ts";
import { understand } from "../understand/understand.ts";

export type Side = { label: string; [more: string]: unknown };
export type Sites = { giver?: object; taker?: object; context?: string };

const reference = loadReference();

/** What `simbiosi detect` says of one offer and one need of two neighbours, and the rules that refuse the pair. */
export function between(offer: Side, need: Side, sites: Sites = {}) {
  const inventory = InventorySchema.parse({
    format: "simbiosi-inventory/1",
    territory: { name: "T", context: sites.context ?? "corse" },
    establishments: [
      { id: "giver", name: "Giver", zone: "park", ...sites.giver },
      { id: "taker", name: "Taker", zone: "park", ...sites.taker },
    ],
    flows: [
      { id: "offer", establishment: "giver", direction: "out", quantity: 100, unit: "t", period: "year", ...offer },
      { id: "need", establishment: "taker", direction: "in", quantity: 100, unit: "t", period: "year", ...need },
    ],
  });
  const { synergies, refused } = detectSynergies(understand(reference, inventory, "2026-11-24"), 10);
  const forbidding: readonly Rule[] = refused.flatMap(({ verdict }) =>
    verdict.findings.filter(({ outcome }) => outcome === "forbidden").map(({ rule }) => rule),
  );
  return { synergies, refused, forbidding };
}
