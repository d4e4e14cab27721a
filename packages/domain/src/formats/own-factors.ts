import { z } from "zod";
import { quantities } from "../reference-data/rows.ts";
import { routes } from "./inventory.ts";

/** A factor or a price that the user knows better than the reference: an invoice, a published base, a study. */
export const OwnFactorSchema = z.object({
  /** Null: not attached yet, as a published base gives it; such a row is kept and not used. */
  quantity: z.enum(quantities).nullish(),
  /** The class that it speaks of, with all below; null: not attached yet (transport alone needs none). */
  resource: z.string().nullish(),
  route: z.enum(routes).nullish(),
  context: z.string().nullish(),
  label: z.string().nullish(),
  value: z.number(),
  low: z.number().nullish(),
  high: z.number().nullish(),
  unit: z.string().min(1),
  source: z.string().min(1),
  year: z.number().int().nullish(),
});

export const OwnFactorsSchema = z.object({
  format: z.literal("simbiosi-factors/1"),
  factors: z.array(OwnFactorSchema),
});

export type OwnFactor = z.output<typeof OwnFactorSchema>;
