import { daysInMonth, flat, type Months, spread } from "../calendar/months.ts";
import { factorFigure } from "../factors/factor.ts";
import { type Figure, given, product, quotient, unknown } from "../figures/figure.ts";
import type { Establishment, Flow, FlowUnit } from "../formats/inventory.ts";
import { parameter, type Reference } from "../reference-data/reference.ts";
import type { ContextPack, ResourceClass } from "../reference-data/rows.ts";
import type { Resolution } from "../resources/resolve.ts";
import { deFr } from "../text/elision.ts";
import { midSentence, type Text, text } from "../text/text.ts";
import { factorBetween } from "../units/unit.ts";
import { qualitySaid } from "./quality-said.ts";

/** A flow once its words are understood: its class, its yearly quantity in the unit of the class, its months. */
export type KnownFlow = {
  readonly flow: Flow;
  readonly establishment: Establishment;
  readonly resource: ResourceClass | null;
  readonly confidence: number;
  readonly question: Text | null;
  /** In {@link quantityUnit} of the class. */
  readonly yearly: Figure;
  /** What was declared of it, and what its label says by itself. */
  readonly quality: Readonly<Record<string, string | number>>;
  /** When it exists: weights, not quantities. */
  readonly weights: Months;
  /** Months that a unit keeps after the month in which it arises. */
  readonly carryMonths: number;
  /** One of several things that the words may mean: a guess has no quantity until somebody confirms it. */
  readonly guess: boolean;
  /** The other readings of the same words; empty for a guess. */
  readonly readings: readonly KnownFlow[];
};

/** Surfaces, powers and people are there or not: they are never multiplied by time. */
const stocks = new Set(["m2", "kW", "person"]);

export const isStock = (resource: ResourceClass): boolean => stocks.has(resource.unit);

/** What a quantity of this class is counted in: t/yr, MWh/yr, m2. */
export const quantityUnit = (resource: ResourceClass): string =>
  isStock(resource) ? resource.unit : `${resource.unit}/yr`;

/** What a rate per unit is counted in, so that rate × quantity comes to `over` a year: EUR/t, EUR/(m2.yr). */
export const rateUnit = (resource: ResourceClass, over: string): string =>
  isStock(resource) ? `${over}/(${resource.unit}.yr)` : `${over}/${resource.unit}`;

const symbolOf: Record<FlowUnit, string> = {
  kg: "kg",
  t: "t",
  m3: "m3",
  l: "l",
  Nm3: "Nm3",
  kWh: "kWh",
  MWh: "MWh",
  GJ: "GJ",
  kW: "kW",
  m2: "m2",
  piece: "piece",
  person: "person",
  hour: "h",
  day: "day",
  month: "month",
  trip: "trip",
  km: "km",
  EUR: "EUR",
};

export const activeMonths = (flow: Flow): Months => flow.months ?? flat;

/** How many times a period happens in the months whose weight is above zero. */
function timesPerYear(flow: Flow): number | null {
  const active = activeMonths(flow).map((weight) => weight > 0);
  const months = active.filter(Boolean).length;
  const days = daysInMonth.reduce((total, inMonth, m) => total + (active[m] ? inMonth : 0), 0);
  switch (flow.period) {
    case "month":
      return months;
    case "week":
      return days / 7;
    case "day":
      return days;
    case "hour":
      return days * 24;
    default:
      return 1;
  }
}

/** ± share of a declared quantity, from what the company said of it, else from how it was obtained. */
function uncertaintyOf(reference: Reference, flow: Flow): number {
  if (flow.uncertainty_pct !== null) return flow.uncertainty_pct / 100;
  return (parameter(reference, `uncertainty.${flow.evidence ?? "declared"}`).value ?? 0) / 100;
}

const quantityLabel = (flow: Flow): Text => text(`Quantité annuelle : ${flow.label}`, `Yearly quantity: ${flow.label}`);

/**
 * The yearly quantity of a flow in the unit of its class. A volume becomes a mass by the density of the class,
 * a mass an energy by its heating value; without either the quantity is unknown and says why.
 */
export function yearlyQuantity(
  reference: Reference,
  context: ContextPack,
  flow: Flow,
  resource: ResourceClass,
  day: string,
): Figure {
  const unit = quantityUnit(resource);
  const label = quantityLabel(flow);
  const source = `declared:${flow.id}`;
  if (flow.quantity === null || flow.unit === null) return { ...unknown(label, unit), source };
  const symbol = symbolOf[flow.unit];
  const times = isStock(resource) || stocks.has(symbol) ? 1 : (timesPerYear(flow) ?? 1);
  const spreadOut = uncertaintyOf(reference, flow);
  const per = stocks.has(symbol) ? symbol : `${symbol}/yr`;
  const declared = given({
    label: text(`Déclaré : ${flow.label}`, `Declared: ${flow.label}`),
    value: flow.quantity * times,
    low: Math.max(0, flow.quantity * times * (1 - spreadOut)),
    high: flow.quantity * times * (1 + spreadOut),
    unit: per,
    source,
    date: day,
  });
  const direct = factorBetween(per, unit);
  if (direct === 1) return { ...declared, label };
  if (direct !== undefined) return product(label, unit, [declared]);
  for (const [quantity, factorUnit] of [
    ["density", "t/m3"],
    ["density", "t/Nm3"],
    ["heating-value", "MWh/t"],
    ["heating-value", "MWh/m3"],
    ["heating-value", "MWh/Nm3"],
  ] as const) {
    const factor = factorFigure(
      reference,
      { quantity, resource: resource.id, context: context.id, day },
      text("Facteur de conversion", "Conversion factor"),
      factorUnit,
    );
    if (factor.state !== "known") continue;
    const [top, bottom] = factorUnit.split("/");
    if (factorBetween(per, `${bottom}/yr`) !== undefined && factorBetween(unit, `${top}/yr`) !== undefined)
      return product(label, unit, [declared, factor]);
    if (factorBetween(per, `${top}/yr`) !== undefined && factorBetween(unit, `${bottom}/yr`) !== undefined)
      return quotient(label, unit, declared, factor);
  }
  return unknown(
    label,
    unit,
    [declared],
    text(
      `${per} ne se convertit pas en ${unit} pour cette ressource`,
      `${per} does not convert to ${unit} for this resource`,
    ),
  );
}

/** Everything detection needs to know of a flow. */
export function knownFlow(
  reference: Reference,
  context: ContextPack,
  establishment: Establishment,
  flow: Flow,
  resolution: Resolution,
  day: string,
): KnownFlow {
  const { resource, confidence, question, others = [] } = resolution;
  // Heat, hours of a machine and places at a table do not keep; matter keeps as long as its shelf life says.
  const byDefault = resource === null || resource.family === "matter" ? 366 : 0;
  const shelf = Number(flow.quality?.shelf_life_days ?? resource?.shelf_life_days ?? byDefault);
  return {
    flow,
    establishment,
    resource,
    confidence,
    question,
    yearly:
      resource === null ? unknown(quantityLabel(flow), "1") : yearlyQuantity(reference, context, flow, resource, day),
    quality: qualitySaid(flow, resource),
    weights: activeMonths(flow),
    carryMonths: Number.isFinite(shelf) ? Math.min(11, Math.floor(shelf / 30)) : 0,
    guess: false,
    readings: others.map((other) =>
      guessed(knownFlow(reference, context, establishment, flow, { ...other, question }, day)),
    ),
  };
}

/** The same words read otherwise: how much of it there would be is not known. */
const guessed = (known: KnownFlow): KnownFlow => ({
  ...known,
  guess: true,
  question:
    known.question ??
    text(
      `« ${known.flow.label} » : confirmer qu'il y a bien ${known.resource === null ? "de cela" : deFr(midSentence(known.resource.name.fr))}, et combien.`,
      `"${known.flow.label}": confirm that it holds ${known.resource === null ? "that" : midSentence(known.resource.name.en)}, and how much.`,
    ),
  yearly: unknown(
    quantityLabel(known.flow),
    known.yearly.unit,
    [],
    text(
      "plusieurs lectures possibles : la quantité de celle-ci est à demander",
      "several readings: the quantity of this one is to be asked",
    ),
  ),
});

/** Quantity of each month at the central value, or null when it is unknown. */
export const monthlyQuantity = (known: KnownFlow): Months | null =>
  known.yearly.state === "known" ? spread(known.yearly.value, known.weights) : null;

/** A figure for what one unit costs or brings today, in `rateUnit` of the class, from a declared cost per declared unit. */
export function declaredRate(
  reference: Reference,
  context: ContextPack,
  known: KnownFlow,
  label: Text,
  day: string,
): Figure | null {
  const { flow, resource } = known;
  const cost = flow.current?.unit_cost_eur ?? null;
  if (cost === null || resource === null) return null;
  const symbol = flow.unit === null ? resource.unit : symbolOf[flow.unit];
  const wanted = rateUnit(resource, "EUR");
  const said = stocks.has(symbol) ? `EUR/(${symbol}.yr)` : `EUR/${symbol}`;
  const declared = given({ label, value: cost, unit: said, source: `declared:${flow.id}`, date: day });
  if (said === wanted) return declared;
  if (factorBetween(said, wanted) !== undefined) return product(label, wanted, [declared]);
  const density = factorFigure(
    reference,
    { quantity: "density", resource: resource.id, context: context.id, day },
    text("Masse volumique", "Density"),
    "t/m3",
  );
  if (density.state !== "known") return null;
  if (factorBetween(said, "EUR/m3") !== undefined && factorBetween(wanted, "EUR/t") !== undefined)
    return quotient(label, wanted, declared, density);
  if (factorBetween(said, "EUR/t") !== undefined && factorBetween(wanted, "EUR/m3") !== undefined)
    return product(label, wanted, [declared, density]);
  return null;
}
