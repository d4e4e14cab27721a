import { z } from "zod";

const amount = z.number().nonnegative();

export const NetworkNodeSchema = z.object({
  id: z.string().min(1),
  commodity: z.string().nullish(),
  supply: amount.nullish(),
  unused_cost: z.number().nullish(),
  demand: amount.nullish(),
  unmet_cost: z.number().nullish(),
  optional: z.boolean().default(false),
  facility: z
    .object({
      fixed_cost: z.number().default(0),
      capacity: amount.nullish(),
      investment: amount.default(0),
    })
    .nullish(),
});

export const NetworkArcSchema = z.object({
  id: z.string().min(1),
  from: z.string().min(1),
  to: z.string().min(1),
  unit_cost: z.number().default(0),
  fixed_cost: z.number().default(0),
  capacity: amount.nullish(),
  min_lot: amount.default(0),
  yield: z.number().positive().default(1),
  investment: amount.default(0),
  single_source: z.boolean().default(false),
});

/** An exchange network to optimise, without any reference data: a fixed-charge network design problem. */
export const NetworkSchema = z.object({
  format: z.literal("simbiosi-network/1"),
  sense: z.enum(["min", "max"]).default("min"),
  budget: amount.nullish(),
  nodes: z.array(NetworkNodeSchema),
  arcs: z.array(NetworkArcSchema),
});

export type Network = z.output<typeof NetworkSchema>;
export type NetworkNode = z.output<typeof NetworkNodeSchema>;
export type NetworkArc = z.output<typeof NetworkArcSchema>;
