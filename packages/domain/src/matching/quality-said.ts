import type { Flow } from "../formats/inventory.ts";
import type { ResourceClass } from "../reference-data/rows.ts";
import { measured } from "../resources/measures.ts";

/**
 * The quality of a flow of heat, steam or air with what its label alone says: "vapeur 12 bar", "eau à 60–90 °C".
 * An offer is taken at its best value, a need at its least; a declared value stands.
 */
export function qualitySaid(flow: Flow, resource: ResourceClass | null): Readonly<Record<string, string | number>> {
  const declared = flow.quality ?? {};
  if (resource?.family !== "energy" || resource.tags.includes("cold")) return declared;
  const read: Record<string, number> = {};
  for (const [key, { min, max }] of Object.entries(measured(flow.label).measures)) {
    if (flow.direction === "out") read[key] = max;
    else if (declared[`max_${key}`] === undefined) read[`min_${key}`] = min;
  }
  return { ...read, ...declared };
}
