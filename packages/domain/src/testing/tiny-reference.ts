import { noFacilities } from "../assessment/facilities.ts";
import type { Setting } from "../assessment/setting.ts";
import { type Establishment, EstablishmentSchema, type Flow, FlowSchema } from "../formats/inventory.ts";
import { type KnownFlow, knownFlow } from "../matching/known-flow.ts";
import { PoolKindSchema } from "../reference-data/pool-rows.ts";
import { contextOf, indexReference } from "../reference-data/reference.ts";
import {
  ConversionSchema,
  FactorSchema,
  ParameterSchema,
  ProcessSchema,
  ResourceClassSchema,
} from "../reference-data/rows.ts";

import { noTables } from "./no-tables.ts";

/** A reference small enough to work out by hand: round numbers, one of each. */
const both = (words: string) => ({ fr: words, en: words });
const number = (value: number, unit: string, low = value, high = value) => ({
  value,
  low,
  high,
  unit,
  source: "test",
  year: 2026,
});

const resource = (id: string, parent: string | null, family: string, unit: string, more: object = {}) =>
  ResourceClassSchema.parse({ id, parent, family, unit, name: both(id), synonyms: {}, source: "test", ...more });

const factor = (
  id: string,
  quantity: string,
  resourceId: string | null,
  value: number,
  unit: string,
  more: object = {},
) =>
  FactorSchema.parse({
    id,
    quantity,
    resource: resourceId,
    label: both(id),
    number: number(value, unit),
    review_before: "2027-01-01",
    ...more,
  });

const parameter = (id: string, value: number, unit: string) =>
  ParameterSchema.parse({ id, label: both(id), number: number(value, unit), review_before: "2027-01-01" });

const conversion = (id: string, from: string, to: string, more: object = {}) =>
  ConversionSchema.parse({
    id,
    from,
    to,
    ratio: number(1, "t/t"),
    reason: both("test"),
    source: "test",
    checked_on: "2026-11-23",
    ...more,
  });

const eases = [
  "extra-party",
  "process",
  "verdict-ok",
  "verdict-check",
  "verdict-procedure",
  "verdict-forbidden",
  "distance-near",
  "distance-middle",
  "distance-far",
  "distance-very-far",
  "distance-unknown",
  "contract-ending",
  "contract-running",
  "contract-unknown",
  "evidence-measured",
  "evidence-invoiced",
  "evidence-declared",
  "evidence-estimated",
  "evidence-deduced",
];

export const tinyReference = indexReference({
  ...noTables,
  resources: [
    resource("matter", null, "matter", "t"),
    resource("energy", null, "energy", "MWh"),
    resource("service", null, "service", "h"),
    resource("space", null, "space", "m2"),
    resource("goods", "matter", "matter", "t"),
    resource("goods.husk", "goods", "matter", "t", { default_route: "landfill" }),
    resource("goods.fuel", "goods", "matter", "t"),
    resource("goods.pellet", "goods.fuel", "matter", "t"),
    resource("goods.board", "goods", "matter", "t"),
    resource("energy.heat", "energy", "energy", "MWh"),
    resource("service.cleaning", "service", "service", "h"),
    resource("space.store", "space", "space", "m2"),
  ],
  conversions: [
    conversion("husk-pressed", "goods.husk", "goods.pellet", { process: "press", ratio: number(0.5, "t/t") }),
    conversion("pellet-to-board", "goods.pellet", "goods.board", { ratio: number(0.8, "t/t") }),
    conversion("husk-eaten", "goods.husk", "goods.board", { tempting: true }),
  ],
  processes: [
    ProcessSchema.parse({
      id: "press",
      name: both("press"),
      cost: number(10, "EUR/t"),
      investment: number(1000, "EUR"),
      capacity_investment: number(20, "EUR.yr/t"),
      life_years: 10,
      months_to_start: 3,
      reason: both("test"),
      source: "test",
      checked_on: "2026-11-23",
    }),
  ],
  pools: [
    PoolKindSchema.parse({
      id: "cleaning",
      name: both("cleaning"),
      theme: "cleaning",
      needs: ["service.cleaning"],
      min_members: 2,
      radius_km: 5,
      threshold: number(100, "h/yr"),
      saving: number(0.2, "1"),
      running: number(300, "EUR/yr"),
      below_threshold: both("smaller"),
      reason: both("test"),
      source: "test",
      checked_on: "2026-11-23",
    }),
  ],
  factors: [
    factor("removal", "removal-cost", "goods.husk", 100, "EUR/t"),
    factor("price.pellet", "purchase-price", "goods.pellet", 200, "EUR/t"),
    factor("price.board", "purchase-price", "goods.board", 300, "EUR/t"),
    factor("price.cleaning", "purchase-price", "service.cleaning", 30, "EUR/h"),
    factor("outlet", "outlet-co2e", "goods.husk", 500, "kgCO2e/t"),
    factor("supply", "supply-co2e", "goods.pellet", 1000, "kgCO2e/t"),
    factor("lorry", "transport-cost", null, 0.5, "EUR/(t.km)"),
    factor("lorry.co2e", "transport-co2e", null, 100, "gCO2e/(t.km)"),
    factor("density", "density", "goods.husk", 0.25, "t/m3"),
    factor("heating", "heating-value", "goods.pellet", 4, "MWh/t"),
  ],
  parameters: [
    parameter("capital.discount-rate", 0, "%"),
    parameter("capital.horizon", 10, "yr"),
    parameter("capital.link-life", 20, "yr"),
    parameter("calendar.working-days", 250, "day/yr"),
    parameter("coordination.exchange", 50, "EUR/yr"),
    parameter("sharing.running-share", 0.5, "1"),
    parameter("jobs.labour-share", 0.5, "1"),
    parameter("jobs.year-cost", 50000, "EUR/(person.yr)"),
    parameter("sold.share-of-price", 0.5, "1"),
    parameter("roads.local-km", 6, "km"),
    parameter("facility.reach", 30, "km"),
    parameter("facility.use-share", 0.25, "1"),
    parameter("roads.uncertainty", 10, "%"),
    parameter("facilitation.hour", 40, "EUR/h"),
    parameter("pools.sites-asked", 5, "1"),
    parameter("commute.shift-tolerance", 0.25, "h"),
    parameter("distance.same-zone", 1, "km"),
    parameter("distance.same-commune", 5, "km"),
    parameter("distance.same-territory", 20, "km"),
    ...["measured", "invoiced", "declared", "estimated", "deduced"].map((evidence) =>
      parameter(`uncertainty.${evidence}`, 0, "%"),
    ),
    ...eases.map((id) => parameter(`ease.${id}`, id === "verdict-forbidden" ? 0 : 0.9, "1")),
  ],
  contexts: [{ id: "here", name: both("here"), road_ratio: number(1, "1"), facts: {} }],
});

export const tinySetting: Setting = {
  reference: tinyReference,
  context: contextOf(tinyReference, "here"),
  day: "2026-11-23",
  facilities: noFacilities,
};

/** A site of the one park: every pair is 1 km apart. */
export const site = (id: string, more: object = {}): Establishment =>
  EstablishmentSchema.parse({ id, name: id, zone: "park", ...more });

/** A flow of a class, understood without doubt. */
export function flowOf(
  id: string,
  resourceId: string,
  more: object,
  where: Establishment = site(id.split(".")[0] ?? id),
): KnownFlow {
  const flow: Flow = FlowSchema.parse({
    id,
    establishment: where.id,
    direction: "out",
    label: id,
    unit: "t",
    period: "year",
    ...more,
  });
  const row = tinyReference.resourceById.get(resourceId) ?? null;
  return knownFlow(
    tinyReference,
    tinySetting.context,
    where,
    flow,
    { resource: row, confidence: 1, question: null },
    tinySetting.day,
  );
}
