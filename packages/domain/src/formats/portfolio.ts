import { z } from "zod";
import { ExplanationSchema, FigureSchema } from "./figure.ts";

export const PortfolioSchema = z.object({
  format: z.literal("simbiosi-portfolio/1"),
  status: z.enum(["optimal", "feasible", "infeasible", "unbounded", "stopped"]),
  stopped_by: z.enum(["gap", "nodes", "time", "user", "proof"]),
  objective: z.number().nullable(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  flows: z.array(
    z.object({
      arc: z.string(),
      amount: z.number(),
      /** What of it is used in each period, where the network has calendars. */
      periods: z.array(z.number()).optional(),
    }),
  ),
  open: z.array(z.string()),
  selected: z.array(z.string()),
  /** Why nothing satisfies every constraint, in words; empty unless the status is infeasible. */
  conflicts: z.array(z.object({ fr: z.string(), en: z.string() })),
  checker: z.object({
    feasible: z.boolean(),
    objective: z.number().nullable(),
    violations: z.array(z.object({ constraint: z.string(), limit: z.number(), actual: z.number() })),
  }),
  pareto: z
    .array(
      z.object({
        gain_eur_per_year: z.number(),
        co2e_t_per_year: z.number(),
        diverted_t_per_year: z.number(),
        gap: z.number(),
        selected: z.array(z.string()),
      }),
    )
    .optional(),
  scenarios: z
    .object({
      count: z.number().int(),
      seed: z.number().int(),
      /** How many were solved within the gap asked for: the denominators. */
      resolved: z.number().int(),
      /** Begun, without a plan or without a proof that it is good enough: counted nowhere else. */
      unresolved: z.number().int(),
      /** Not begun, because the run was stopped. */
      not_run: z.number().int(),
      activation: z.array(z.object({ arc: z.string(), active: z.number().int(), of: z.number().int() })),
      /** The same for facilities: a pool runs when any of its arcs carries something. */
      facilities: z.array(z.object({ facility: z.string(), active: z.number().int(), of: z.number().int() })),
      regret_eur: FigureSchema,
    })
    .optional(),
  explanations: z.record(z.string(), ExplanationSchema).optional(),
});

export type PortfolioJson = z.output<typeof PortfolioSchema>;
