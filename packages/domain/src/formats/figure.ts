import { z } from "zod";

const state = z.enum(["known", "unknown", "not-applicable"]);

export const FigureSchema = z
  .object({
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    unit: z.string(),
    state,
    explain: z.string().nullable(),
  })
  .refine(
    ({ value, low, high, state: s, explain }) =>
      s === "known"
        ? value !== null && low !== null && high !== null && low <= value && value <= high && explain !== null
        : value === null && low === null && high === null,
    "a figure is known with its three numbers and its explanation, or has none of the three",
  );

export const ExplanationSchema = z.object({
  label: z.string(),
  formula: z.string().nullable(),
  inputs: z.array(z.string()),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string(),
  state,
  source: z.string().nullable(),
  date: z.string().nullable(),
});
