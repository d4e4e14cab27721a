import { z } from "zod";
import { ExplanationSchema, FigureSchema } from "./figure.ts";

export const outcomes = ["ok", "check", "procedure", "forbidden"] as const;
export const synergyKinds = ["substitution", "transformation", "mutualisation", "sharing"] as const;
export const barrierKinds = [
  "organisation",
  "governance",
  "adaptation",
  "regulation",
  "economics",
  "volume-season",
  "distance",
  "quality",
  "confidentiality",
] as const;
export const barrierOwners = ["facilitator", "offer", "need", "territory", "funder", "administration"] as const;
export const unmatchedReasons = [
  "NO_CLASS",
  "NO_TAKER",
  "NO_LOCAL_TAKER",
  "QUALITY",
  "SEASON",
  "TOO_FAR",
  "TOO_SMALL",
  "LAW",
  "UNKNOWN_QUANTITY",
] as const;

const RuleJson = z.object({
  id: z.string(),
  outcome: z.enum(outcomes),
  basis: z.string(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
  checked_on: z.string(),
  confidence: z.enum(["high", "medium", "low"]),
  sentence: z.string(),
  next_step: z.string(),
  delay_months: z.number(),
});

const StepJson = z.object({
  process: z.string(),
  resource_in: z.string(),
  resource_out: z.string(),
  yield: FigureSchema,
  facility: z.string().nullable(),
});

export const SynergySchema = z.object({
  id: z.string().regex(/^(sub|tra|mut|sha)-[0-9a-f]{12}$/),
  rank: z.number().int().positive(),
  kind: z.enum(synergyKinds),
  /** What a person would call it. */
  title: z.string(),
  offers: z.array(z.string()),
  needs: z.array(z.string()),
  establishments: z.array(z.string()),
  steps: z.array(StepJson),
  quantity: FigureSchema,
  distance_km: FigureSchema,
  gain_eur_per_year: FigureSchema,
  investment_eur: FigureSchema,
  payback_years: FigureSchema,
  npv_eur: FigureSchema,
  co2e_t_per_year: FigureSchema,
  diverted_t_per_year: FigureSchema,
  virgin_t_per_year: FigureSchema,
  water_m3_per_year: FigureSchema,
  energy_mwh_per_year: FigureSchema,
  jobs_fte: FigureSchema,
  counterfactual: z.array(z.string()),
  parties: z.array(
    z.object({
      establishment: z.string(),
      gain_eur_per_year: FigureSchema,
      investment_eur: FigureSchema,
    }),
  ),
  verdict: z.object({ outcome: z.enum(outcomes), rules: z.array(RuleJson) }),
  barriers: z.array(
    z.object({
      /** The same before every lead that it holds back. */
      id: z.string().optional(),
      kind: z.enum(barrierKinds),
      sentence: z.string(),
      lever: z.string(),
      owner: z.enum(barrierOwners),
      /** What the action that lifts it is called, and how long it takes. */
      action: z.string().optional(),
      delay_months: z.number().optional(),
    }),
  ),
  ease: z.number().min(0).max(1),
  ease_figure: FigureSchema,
  months: z.array(z.number()).length(12),
  reasons: z.array(z.string()),
  doubts: z.array(z.string()),
});

export const SynergiesSchema = z.object({
  format: z.literal("simbiosi-synergies/1"),
  inventory: z.object({ territory: z.string(), establishments: z.number().int(), flows: z.number().int() }),
  date: z.string(),
  lang: z.enum(["fr", "en"]),
  synergies: z.array(SynergySchema),
  refused: z.array(
    z.object({
      offers: z.array(z.string()),
      needs: z.array(z.string()),
      steps: z.array(StepJson),
      outcome: z.literal("forbidden"),
      rules: z.array(RuleJson),
      /** What to ask where the words of a flow are not sure. */
      doubts: z.array(z.string()),
    }),
  ),
  unmatched: z.array(
    z.object({
      flow: z.string(),
      nearest: z.string().nullable(),
      why: z.enum(unmatchedReasons),
      sentence: z.string(),
    }),
  ),
  /** Pools that are still too small here, with what is viable at this size. */
  below_threshold: z.array(
    z.object({
      kind: z.string(),
      title: z.string(),
      establishments: z.array(z.string()),
      needs: z.array(z.string()),
      quantity: FigureSchema,
      threshold: FigureSchema,
      nearest: z.string(),
      questions: z.array(z.object({ establishment: z.string(), field: z.string(), why: z.string() })),
    }),
  ),
  explanations: z.record(z.string(), ExplanationSchema),
  /** Said wherever a verdict is shown. */
  disclaimer: z.string(),
});

export type SynergiesJson = z.output<typeof SynergiesSchema>;
export type SynergyJson = z.output<typeof SynergySchema>;
export type Outcome = (typeof outcomes)[number];
export type SynergyKind = (typeof synergyKinds)[number];
export type BarrierKind = (typeof barrierKinds)[number];
export type BarrierOwner = (typeof barrierOwners)[number];
export type UnmatchedReason = (typeof unmatchedReasons)[number];
