import type { OwnFactor } from "../formats/own-factors.ts";
import { rateUnit } from "../matching/known-flow.ts";
import { fail, ok, type Result } from "../problems/result.ts";
import type { Reference } from "../reference-data/reference.ts";
import type { Factor, FactorQuantity, ResourceClass, Source } from "../reference-data/rows.ts";
import { type Text, text } from "../text/text.ts";
import { factorBetween } from "../units/unit.ts";

/** What each quantity of a factor is called, and what it is counted in for a class. */
export const quantityMeanings: Readonly<
  Record<FactorQuantity, { readonly name: Text; readonly unit: (resource: ResourceClass | null) => string }>
> = {
  "removal-cost": { name: text("Coût d'enlèvement", "Cost of removal"), unit: per("EUR") },
  "purchase-price": { name: text("Prix d'achat", "Purchase price"), unit: per("EUR") },
  "outlet-co2e": { name: text("Émissions de l'exutoire", "Emissions of the outlet"), unit: per("kgCO2e") },
  "supply-co2e": { name: text("Émissions de la fabrication", "Emissions of making it"), unit: per("kgCO2e") },
  "transport-cost": { name: text("Coût du transport", "Cost of transport"), unit: () => "EUR/(t.km)" },
  "transport-co2e": { name: text("Émissions du transport", "Emissions of transport"), unit: () => "gCO2e/(t.km)" },
  density: { name: text("Masse volumique", "Density"), unit: () => "t/m3" },
  "heating-value": { name: text("Pouvoir calorifique", "Heating value"), unit: () => "MWh/t" },
};

function per(over: string): (resource: ResourceClass | null) => string {
  return (resource) => (resource === null ? `${over}/t` : rateUnit(resource, over));
}

/** Quantities that speak of the lorry, not of what it carries. */
export const speaksOfAnything = (quantity: FactorQuantity): boolean => quantity.startsWith("transport-");

/** The field that is wrong, and what was expected there. */
export type OwnFactorFault = {
  readonly field: "resource" | "context" | "unit" | "low" | "source";
  readonly expected: Text;
};

/**
 * A user's factor as a row of the reference; null when it says not yet what it measures, or of which class.
 * @param id what tells it from the others of its file
 */
export function ownFactor(reference: Reference, row: OwnFactor, id: string): Result<Factor | null, OwnFactorFault> {
  const { quantity = null, resource = null, context = null, low, high, value, unit, source } = row;
  if (quantity === null || (resource === null && !speaksOfAnything(quantity))) return ok(null);
  const found = resource === null ? null : reference.resourceById.get(resource);
  if (found === undefined)
    return fail({
      field: "resource",
      expected: text(
        "une classe, telle que simbiosi check --json la donne",
        "a class, as simbiosi check --json gives it",
      ),
    });
  const contexts = reference.contexts.map((one) => one.id);
  if (context !== null && !contexts.includes(context))
    return fail({ field: "context", expected: text(contexts.join(", "), contexts.join(", ")) });
  const { name, unit: unitOf } = quantityMeanings[quantity];
  const expected = unitOf(found);
  if (factorBetween(unit, expected) === undefined) return fail({ field: "unit", expected: text(expected, expected) });
  if (low == null || high == null || low > value || high < value)
    return fail({ field: "low", expected: text("low ≤ value ≤ high", "low ≤ value ≤ high") });
  // These names mean something else in a tree of figures.
  if (/^(definition$|declared:)/.test(source))
    return fail({ field: "source", expected: text("d'où vient le chiffre", "where the number comes from") });
  const of = (lang: "fr" | "en"): string =>
    row.label ?? [name[lang], ...(found === null ? [] : [found.name[lang].toLowerCase()])].join(", ");
  return ok({
    id,
    quantity,
    resource,
    route: row.route ?? null,
    context,
    label: text(`${of("fr")} (votre facteur)`, `${of("en")} (your factor)`),
    number: { value, low, high, unit, source, year: row.year ?? null },
    valid_from: null,
    valid_to: null,
    // A file that comes with each run is reviewed by whoever gives it.
    review_before: "9999-12-31",
  });
}

/** The reference with the user's factors before its own; their sources become sources under the same words. */
export function withOwnFactors(reference: Reference, ownFactors: readonly Factor[], day: string): Reference {
  const titles = [...new Set(ownFactors.map(({ number }) => number.source))];
  const sources: Source[] = titles
    .filter((id) => !reference.sourceById.has(id))
    .map((id) => ({ id, title: id, kind: "own", checked_on: day }));
  return {
    ...reference,
    ownFactors,
    sources: [...reference.sources, ...sources],
    sourceById: new Map([...reference.sourceById, ...sources.map((source) => [source.id, source] as const)]),
  };
}
