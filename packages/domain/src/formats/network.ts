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
  /** The share of its supply or demand in each period of a repeating year, twelve at most: it binds the `by_period` arcs. */
  calendar: z.array(amount).max(12).optional(),
  /** For how many periods after its own what is supplied keeps; none unless said. */
  keeps: z.number().int().nonnegative().max(11).optional(),
  /** The most that all arcs of a dose bring here together, by the name of the dose: what a mix bears of one matter. */
  doses: z.record(z.string(), amount).optional(),
  facility: z
    .object({
      fixed_cost: z.number().default(0),
      capacity: amount.nullish(),
      investment: amount.default(0),
      /** What running it adds to each measure, by name. */
      measures: z.record(z.string(), z.number()).optional(),
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
  /** Whether its amount is split among the periods of the calendars of its ends. */
  by_period: z.boolean().optional(),
  /** Names of the doses of its `to` that it counts in. */
  doses: z.array(z.string()).optional(),
  /** Facilities that must run for it beside its two ends, paid once whatever the arcs that need them. */
  runs: z.array(z.string()).optional(),
  /** What using it brings beside the objective, by name: per unit that leaves `from`, and once when anything leaves. */
  measures: z.record(z.string(), z.object({ per_unit: z.number().default(0), once: z.number().default(0) })).optional(),
});

/** An exchange network to optimise, without any reference data: a fixed-charge network design problem. */
export const NetworkSchema = z.object({
  format: z.literal("simbiosi-network/1"),
  sense: z.enum(["min", "max"]).default("min"),
  budget: amount.nullish(),
  /** The least that a plan must bring of each measure, by name. */
  floors: z.record(z.string(), z.number()).optional(),
  nodes: z.array(NetworkNodeSchema),
  arcs: z.array(NetworkArcSchema),
});

export type Network = z.output<typeof NetworkSchema>;
export type NetworkNode = z.output<typeof NetworkNodeSchema>;
export type NetworkArc = z.output<typeof NetworkArcSchema>;
