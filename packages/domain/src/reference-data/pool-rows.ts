import { z } from "zod";
import { DaySchema, NumberSchema, RowIdSchema, TextSchema } from "./rows.ts";

/**
 * How much each site brings to a pool. `declared`: what it declares as a need. The others work it out from the card
 * of the establishment where no need is declared, so that a pool is found before anybody has thought of it:
 * - `staff`    head count × `per`
 * - `load`     load curve × `per`
 * - `commute`  people who live where a colleague of another site lives, with the same hours, × `per`
 * - `roof`     roofs × `per`, shared among those who consume, and no more than they consume
 */
export const poolMeasures = ["declared", "staff", "load", "commute", "roof"] as const;

const numbers = z.array(NumberSchema).default([]);

export const PoolKindSchema = z
  .object({
    id: RowIdSchema,
    name: TextSchema,
    /** Kinds of one theme do not take the same need twice: the kind that names its class most closely has it. */
    theme: RowIdSchema,
    /** Within a theme, a smaller form takes only what this larger one has left. */
    after: RowIdSchema.nullable().default(null),
    /** Classes of the needs that can be pooled, with all below them. The first gives the price where nobody declares one. */
    needs: z.array(RowIdSchema).min(1),
    /** False: one pool per class (a lorry of card is not a lorry of glass). */
    together: z.boolean().default(true),
    /**
     * Needs of `also` are met by whatever meets a need of `of`: a bookkeeper shared or bookkeeping bought. They form one
     * pool, as long as one of its needs is of the kind itself.
     */
    alike: z.array(z.object({ of: RowIdSchema, also: z.array(RowIdSchema).min(1) }).strict()).default([]),
    /** Qualities that must be the same for all members (origin, destination, temperature); asked for when absent. */
    same: z.array(z.object({ key: z.string(), question: TextSchema }).strict()).default([]),
    measure: z.enum(poolMeasures).default("declared"),
    per: numbers,
    /** For `roof`: the fact of the context pack that caps the installed power, in kW. */
    ceiling_fact: z.string().nullable().default(null),
    /** Spare capacities that can serve the pool instead of a purchase. */
    hosts: z.array(RowIdSchema).default([]),
    min_members: z.number().int().min(2),
    radius_km: z.number().positive(),
    /** As the crow flies, between any two members. */
    farthest_km: z.number().positive().nullable().default(null),
    /** Least quantity per length of each branch of a network. */
    line_density: NumberSchema.nullable().default(null),
    /** Below this total the pool does not pay or does not work. */
    threshold: NumberSchema,
    /** True: the threshold is physical or legal; three willing members do not replace it. */
    firm: z.boolean().default(false),
    /** Share of the members' present cost that the pool saves. */
    saving: NumberSchema,
    /** A quality (percent) that tells the saving of a member by itself: 1 − quality ÷ target. */
    fill: z.object({ key: z.string(), target: NumberSchema }).strict().nullable().default(null),
    /** Yearly cost of running the pool together. */
    running: NumberSchema,
    /** Hours a year of the person who holds the group together. */
    facilitation: NumberSchema.nullable().default(null),
    investment: NumberSchema.nullable().default(null),
    /** Paid once per unit a year, by the member who needs it. */
    capacity_investment: NumberSchema.nullable().default(null),
    /** Paid once per kilometre of network, by the member whom the branch joins. */
    line_investment: NumberSchema.nullable().default(null),
    life_years: z.number().positive().default(10),
    /** Kilometres avoided per unit: the product of these. */
    km: numbers,
    /** Emissions avoided per unit, or per kilometre avoided when `km` is there: the product of these. May be negative. */
    co2e: numbers,
    /** Contracts ending within this many months of each other can be tendered together. */
    contract_window_months: z.number().positive().nullable().default(null),
    below_threshold: TextSchema,
    reason: TextSchema,
    /** What must be said beside the figures: whose gain it is, what the pool does not do. */
    note: TextSchema.nullable().default(null),
    /** Rules of law to look at. */
    law: z.array(RowIdSchema).default([]),
    source: RowIdSchema,
    checked_on: DaySchema,
  })
  .strict();

export type PoolKind = z.output<typeof PoolKindSchema>;
export type PoolMeasure = (typeof poolMeasures)[number];
