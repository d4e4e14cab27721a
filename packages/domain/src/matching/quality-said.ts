import type { Flow } from "../formats/inventory.ts";
import type { ResourceClass } from "../reference-data/rows.ts";

const measures = [
  { key: "temperature_c", said: /(\d{1,4})(?:\s*(?:à|to|-|–|\/)\s*(\d{1,4}))?\s*°\s*C\b/i },
  { key: "pressure_bar", said: /(\d{1,3})(?:\s*(?:à|to|-|–|\/)\s*(\d{1,3}))?\s*bars?\b/i },
] as const;

/**
 * The quality of a flow of heat, steam or air with what its label alone says: "vapeur 12 bar", "eau à 60–90 °C".
 * An offer is taken at its best value, a need at its least; a declared value stands.
 */
export function qualitySaid(flow: Flow, resource: ResourceClass | null): Readonly<Record<string, string | number>> {
  const declared = flow.quality ?? {};
  if (resource?.family !== "energy" || resource.tags.includes("cold")) return declared;
  const read: Record<string, number> = {};
  for (const { key, said } of measures) {
    const match = said.exec(flow.label);
    if (match === null) continue;
    const values = [match[1], match[2]].flatMap((digits) => (digits === undefined ? [] : [Number(digits)]));
    if (flow.direction === "out") read[key] = Math.max(...values);
    else if (declared[`max_${key}`] === undefined) read[`min_${key}`] = Math.min(...values);
  }
  return { ...read, ...declared };
}
