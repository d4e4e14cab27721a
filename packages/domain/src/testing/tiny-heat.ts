import { conversionRoutes, type Route as Way } from "../conversions/route.ts";
import { indexReference } from "../reference-data/reference.ts";
import { ConversionSchema, ProcessSchema, type ResourceClass, ResourceClassSchema } from "../reference-data/rows.ts";
import { noTables } from "./no-tables.ts";

/** Two classes of heat, a direct use from 60 °C and a heat pump that makes 40 to 95 °C. */
const both = (words: string) => ({ fr: words, en: words });
const row = { source: "test", checked_on: "2026-11-23", reason: both("test") };
const number = (value: number, unit: string) => ({ value, low: value, high: value, unit, source: "test", year: 2026 });

const heat = (id: string, parent: string | null, more: object) =>
  ResourceClassSchema.parse({
    id,
    parent,
    family: "energy",
    unit: "MWh",
    name: both(id),
    synonyms: {},
    tags: ["heat"],
    source: "test",
    ...more,
  });

const reference = indexReference({
  ...noTables,
  resources: [
    heat("heat", null, { pipe: { max_km: 3, link: number(1_000_000, "EUR/km") } }),
    heat("heat.waste", "heat", { typical: { temperature_c: { min: 30, max: 110 } } }),
    heat("heat.warm", "heat.waste", { typical: { temperature_c: { min: 30, max: 55 } } }),
    heat("heat.tank", "heat", { typical: { temperature_c: { min: 40, max: 95 } } }),
  ],
  conversions: [
    ConversionSchema.parse({
      id: "direct",
      from: "heat.waste",
      to: "heat.tank",
      ratio: number(1, "MWh/MWh"),
      bounds: [{ key: "temperature_c", min: 60, source: "test" }],
      ...row,
    }),
    ConversionSchema.parse({
      id: "pumped",
      from: "heat.waste",
      to: "heat.tank",
      process: "pump",
      ratio: number(1.3, "MWh/MWh"),
      max_km: 1,
      ...row,
    }),
  ],
  processes: [
    ProcessSchema.parse({
      id: "pump",
      name: both("pump"),
      cost: number(40, "EUR/MWh"),
      investment: number(1000, "EUR"),
      life_years: 10,
      months_to_start: 3,
      ...row,
    }),
  ],
  factors: [],
  parameters: [],
  contexts: [],
});

export const heatClass = (id: string): ResourceClass => {
  const found = reference.resourceById.get(id);
  if (found === undefined) throw new Error(`Bug: no class ${id}`);
  return found;
};

export type Route = "direct" | "pumped";

/** The route of that name with the classes that it joins. */
export function routeBetween(id: Route): { from: ResourceClass; to: ResourceClass; way: Way } {
  const way = conversionRoutes(reference).find((route) => route.id === id);
  if (way === undefined) throw new Error(`Bug: no route ${id}`);
  return { from: way.from, to: way.to, way };
}
