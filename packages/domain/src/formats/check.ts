import { z } from "zod";

/**
 * One row, or one cell of a row, that could not be understood.
 * `kept`: the row went in all the same, without this cell (its words stay under `extra`).
 */
export const RefusedRowSchema = z.object({
  sheet: z.string(),
  row: z.number().int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  fr: z.string(),
  en: z.string(),
  kept: z.boolean(),
});

export const CheckSchema = z.object({
  format: z.literal("simbiosi-check/1"),
  flows: z.array(
    z.object({
      id: z.string(),
      resource: z.string().nullable(),
      path: z.array(z.string()),
      confidence: z.number().min(0).max(1),
      question: z.string().nullable(),
    }),
  ),
  /** `confirm`: it was read so, and a person has only to say that this is right. */
  refused: z.array(RefusedRowSchema.extend({ confirm: z.boolean().default(false) })),
  /** What is worth knowing of the file as a whole: a sheet that was not read, accents that were mended. */
  notes: z.array(z.object({ code: z.string(), fr: z.string(), en: z.string() })).default([]),
  missing: z.array(
    z.object({ flow: z.string(), field: z.string(), why: z.string(), worth_eur_per_year: z.number().nullable() }),
  ),
  /** What companies of this activity usually give or take and this one said nothing of: to ask, never taken as flows. */
  suggestions: z.array(
    z.object({
      establishment: z.string(),
      direction: z.enum(["in", "out"]),
      resource: z.string(),
      question: z.string(),
    }),
  ),
});

export type RefusedRow = z.output<typeof RefusedRowSchema>;
export type CheckJson = z.output<typeof CheckSchema>;
