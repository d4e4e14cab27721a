import {
  type ReasonCode,
  reasonCodes,
  type Stage,
  type SynergiesSchema,
  SynergySchema,
  stages,
} from "@simbiosi/domain";
import { sql } from "kysely";
import { z } from "zod";
import { day, version } from "../http/fields.ts";

export const leadId = z.string().regex(/^(sub|tra|mut|sha)-[0-9a-f]{12}$/);
export const StageSchema = z.enum(stages);

/** Where a lead stands with the people, and what comes next. */
export const Decision = z.object({
  stage: StageSchema,
  stage_since: z.string(),
  reason_code: z.enum(reasonCodes).nullable(),
  reason: z.string().nullable(),
  next_step: z.string().nullable(),
  next_owner: z.string().nullable(),
  next_on: day.nullable(),
  version,
});
export type Decision = z.output<typeof Decision>;

/** What a list shows of a lead. */
export const Brief = SynergySchema.pick({
  id: true,
  rank: true,
  kind: true,
  title: true,
  offers: true,
  needs: true,
  establishments: true,
  quantity: true,
  distance_km: true,
  gain_eur_per_year: true,
  investment_eur: true,
  co2e_t_per_year: true,
  diverted_t_per_year: true,
  ease: true,
  doubts: true,
  reasons: true,
}).extend({ verdict: SynergySchema.shape.verdict.shape.outcome, decision: Decision.nullable() });

/** The same without what people decided of it: what a run writes. */
export const FoundBrief = Brief.omit({ decision: true });
export type FoundBrief = z.output<typeof FoundBrief>;
export const briefOf = (lead: LeadRow["lead"]): FoundBrief =>
  FoundBrief.parse({ ...lead, verdict: lead.verdict.outcome });

/** A brief as the run wrote it, or cut out of the whole lead where a run of an older version did not. */
export const briefIn = (lang: "fr" | "en") =>
  sql<FoundBrief>`coalesce(${sql.ref(`lead.brief_${lang}`)}, (${sql.ref(`lead.${lang}`)} -> 'lead') || jsonb_build_object('verdict', ${sql.ref(`lead.${lang}`)} #> '{lead,verdict,outcome}'))`;

/** A lead as a run wrote it, in one language. */
export type LeadRow = {
  readonly lead: z.output<typeof SynergySchema>;
  readonly explanations: z.output<typeof SynergiesSchema>["explanations"];
};

type DecisionRow = {
  stage: string;
  stage_since: Date;
  reason_code: string | null;
  reason: string | null;
  next_step: string | null;
  next_owner: string | null;
  next_on: string | null;
  version: number;
};
export const decisionOf = (row: DecisionRow): Decision => ({
  stage: row.stage as Stage,
  stage_since: row.stage_since.toISOString(),
  reason_code: row.reason_code as ReasonCode | null,
  reason: row.reason,
  next_step: row.next_step,
  next_owner: row.next_owner,
  next_on: row.next_on,
  version: row.version,
});
