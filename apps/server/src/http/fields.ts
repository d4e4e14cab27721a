import { z } from "zod";

/** Pieces that several routes share. */
export const uuid = z.guid();
export const inTerritory = z.object({ territory: uuid });
export const langAsked = z.object({ lang: z.enum(["fr", "en"]).default("fr") });
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const version = z.number().int().positive();
export const nothing = z.object({});
/** Of no account: finds nothing. */
export const nobody = "00000000-0000-0000-0000-000000000000";
/** Who works on the data of a territory. */
export const workers = ["facilitator", "adviser"] as const;
