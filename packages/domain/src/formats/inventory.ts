import { z } from "zod";

/** A key that is absent equals null, in every format. */
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

export const families = [
  "matter",
  "energy",
  "water",
  "information",
  "service",
  "equipment",
  "space",
  "skill",
  "logistics",
] as const;
export const units = [
  "kg",
  "t",
  "m3",
  "l",
  "Nm3",
  "kWh",
  "MWh",
  "GJ",
  "kW",
  "m2",
  "piece",
  "person",
  "hour",
  "day",
  "month",
  "trip",
  "km",
  "EUR",
] as const;
export const periods = ["year", "month", "week", "day", "hour", "once"] as const;
export const regularities = ["continuous", "seasonal", "one-off"] as const;
export const statuses = ["waste", "by-product", "product", "surplus", "need", "capacity"] as const;
export const visibilities = ["facilitator", "territory", "public"] as const;
export const wastePayers = ["teom", "special-fee", "private", "epr"] as const;
export const evidences = ["measured", "invoiced", "declared", "estimated", "deduced"] as const;
export const routes = [
  "landfill",
  "incineration",
  "recycling",
  "composting",
  "digestion",
  "spreading",
  "sewer",
  "export",
  "collected",
  "sold",
  "none",
] as const;
export const territoryTypes = ["ZA", "EPCI", "PAT", "COOP"] as const;
export const consentFields = ["name", "quantity", "gain"] as const;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "DATE_MALFORMED");
const id = z.string().min(1).regex(/^[^@]/, "ID_RESERVED"); // "@" is kept for public parties such as @collectivite
const scalar = z.union([z.number(), z.string()]);
const extra = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

export const ConsentSchema = z.object({
  to: z.string().min(1),
  fields: z.array(z.enum(consentFields)).min(1),
  date: day,
});

export const CurrentSchema = z.object({
  route: optional(z.union([z.enum(routes), z.string().min(1)])),
  supplier: optional(z.string()),
  unit_cost_eur: optional(z.number()),
  payer: optional(z.enum(wastePayers)),
  contract_end: optional(day),
});

export const TerritorySchema = z.object({
  name: z.string().min(1),
  type: optional(z.enum(territoryTypes)),
  siren: optional(z.string().regex(/^\d{9}$/, "SIREN_MALFORMED")),
  insee: optional(z.array(z.string().regex(/^(\d{5}|2[AB]\d{3})$/, "INSEE_MALFORMED"))),
  previously_supported: optional(z.boolean()),
  facilitator_fte: optional(z.number().nonnegative()),
  internal_facilitation: optional(z.boolean()),
  context: optional(z.string().min(1)),
  extra: optional(extra),
});

export const EstablishmentSchema = z.object({
  id,
  name: z.string().min(1),
  siret: optional(z.string().regex(/^\d{14}$/, "SIRET_MALFORMED")),
  naf: optional(z.string().min(1)),
  staff: optional(z.union([z.number().nonnegative(), z.string().min(1)])),
  insee: optional(z.string().regex(/^(\d{5}|2[AB]\d{3})$/, "INSEE_MALFORMED")),
  lon: optional(z.number().min(-180).max(180)),
  lat: optional(z.number().min(-90).max(90)),
  zone: optional(z.string().min(1)),
  waste_payer: optional(z.enum(wastePayers)),
  shifts: optional(z.array(z.string().regex(/^\d{2}:\d{2}-\d{2}:\d{2}$/, "SHIFT_MALFORMED"))),
  home_communes: optional(z.record(z.string(), z.number().nonnegative())),
  roof_m2: optional(z.number().nonnegative()),
  load_profile: optional(z.array(z.number()).length(12)),
  visibility: optional(z.enum(visibilities)),
  extra: optional(extra),
});

export const FlowSchema = z.object({
  id,
  establishment: z.string().min(1),
  direction: z.enum(["in", "out"]),
  family: optional(z.enum(families)),
  label: z.string().min(1),
  resource: optional(z.string().min(1)),
  waste_code: optional(z.string().regex(/^\d{2} ?\d{2} ?\d{2} ?\*?$/, "WASTE_CODE_MALFORMED")),
  cpa: optional(z.string().min(1)),
  quantity: optional(z.number().nonnegative()),
  unit: optional(z.enum(units)),
  period: optional(z.enum(periods)),
  months: optional(z.array(z.number().nonnegative()).length(12)),
  regularity: optional(z.enum(regularities)),
  date: optional(day),
  status: optional(z.enum(statuses)),
  quality: optional(z.record(z.string(), scalar)),
  current: optional(CurrentSchema),
  evidence: optional(z.enum(evidences)),
  uncertainty_pct: optional(z.number().nonnegative()),
  visibility: optional(z.enum(visibilities)),
  consents: z
    .array(ConsentSchema)
    .nullish()
    .transform((list) => list ?? []),
  note: optional(z.string()),
  extra: optional(extra),
});

export const inventoryFormat = "simbiosi-inventory/1";

/** One territory, its establishments and their flows, as stored and exchanged. */
export const InventorySchema = z.object({
  format: z.literal(inventoryFormat),
  territory: TerritorySchema,
  establishments: z.array(EstablishmentSchema),
  flows: z.array(FlowSchema),
});

export type Inventory = z.output<typeof InventorySchema>;
export type Territory = z.output<typeof TerritorySchema>;
export type Establishment = z.output<typeof EstablishmentSchema>;
export type Flow = z.output<typeof FlowSchema>;
export type Consent = z.output<typeof ConsentSchema>;
export type Current = z.output<typeof CurrentSchema>;
export type Family = (typeof families)[number];
export type FlowUnit = (typeof units)[number];
export type Period = (typeof periods)[number];
export type WastePayer = (typeof wastePayers)[number];
export type Evidence = (typeof evidences)[number];
export type Visibility = (typeof visibilities)[number];
export type Extra = z.output<typeof extra>;
