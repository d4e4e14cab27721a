import {
  type ActionSheet,
  actionStatuses,
  fundingStates,
  interventions,
  priorities,
  standings,
} from "@simbiosi/domain";
import { z } from "zod";
import { day, uuid, version } from "../http/fields.ts";
import { leadId } from "../leads/lead-row.ts";

const line = z.string().trim().max(300);
const words = z.string().max(10_000);
const names = z.array(line.min(1)).max(50);
/** Cents, or hundredths of a full-time equivalent: never negative, at most ten billion euros. */
const amount = z.number().int().min(0).max(1_000_000_000_000).nullable();
const measure = z.number().nullable();

/** An action sheet as it is sent and kept. */
export const SheetFields = z.object({
  axis: line,
  title: line.min(1),
  description: words,
  objectives: words,
  audience: words,
  pilots: names,
  referents: names,
  partners: z.array(uuid).max(500),
  otherPartners: names,
  structure: line,
  governance: line,
  leads: z.array(leadId).max(500),
  intervention: z.enum(interventions),
  status: z.enum(actionStatuses),
  priority: z.enum(priorities),
  starts: day.nullable(),
  ends: day.nullable(),
  steps: z.array(z.object({ what: line.min(1), owner: line, due: day.nullable(), done: z.boolean() })).max(100),
  budget: z
    .array(
      z.object({
        what: line,
        kind: z.enum(["investment", "running"]),
        unit: z.enum(["eur", "fte"]),
        year: z.number().int().min(2000).max(2100),
        planned: amount,
        actual: amount,
      }),
    )
    .max(200),
  funders: z
    .array(
      z.object({
        name: line.min(1),
        scheme: z.string().max(200).nullable(),
        amount,
        state: z.enum(fundingStates),
      }),
    )
    .max(50),
  indicators: z
    .array(
      z.object({
        label: line.min(1),
        unit: z.string().max(40),
        baseline: measure,
        target: measure,
        measures: z.array(z.object({ on: day, value: z.number() })).max(500),
      }),
    )
    .max(50),
  notes: words,
}) satisfies z.ZodType<ActionSheet>;

/** What a person need not say of a new one. */
export const newSheet: ActionSheet = {
  axis: "",
  title: "",
  description: "",
  objectives: "",
  audience: "",
  pilots: [],
  referents: [],
  partners: [],
  otherPartners: [],
  structure: "",
  governance: "",
  leads: [],
  intervention: "other",
  status: "to-discuss",
  priority: "medium",
  starts: null,
  ends: null,
  steps: [],
  budget: [],
  funders: [],
  indicators: [],
  notes: "",
};

export const Remark = z.object({
  code: z.string(),
  fr: z.string(),
  en: z.string(),
  next_fr: z.string(),
  next_en: z.string(),
});

/** A sheet in the plan: what people wrote, and where it stands today. */
export const Action = SheetFields.extend({
  id: uuid,
  version,
  standing: z.enum(standings),
  remarks: z.array(Remark),
  updated_at: z.string(),
});

export type ActionRow = {
  readonly id: string;
  readonly version: number;
  readonly sheet: unknown;
  readonly updated_at: Date;
};

/** The sheet in a row: fields that a later version added have what a new sheet has. */
export const sheetIn = ({ sheet }: Pick<ActionRow, "sheet">): ActionSheet => ({
  ...newSheet,
  ...(sheet as ActionSheet),
});
