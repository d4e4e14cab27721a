import type { Route } from "../conversions/route.ts";
import type { Figure } from "../figures/figure.ts";
import { greatCircleKm } from "../geography/distance.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import { parameterValue, type Reference, tagsOf } from "../reference-data/reference.ts";
import type { ContextPack, ResourceClass } from "../reference-data/rows.ts";
import type { Facts, FactValue } from "../regulation/predicate.ts";

export type FactInput = {
  kind: string;
  offers: readonly KnownFlow[];
  needs: readonly KnownFlow[];
  route: Route | null;
  quantity: Figure | null;
  distance: Figure | null;
};

// What a company may declare in the quality column is what the reference has a question for.
const declarable = new WeakMap<Reference, ReadonlySet<string>>();
function isDeclarable(reference: Reference, fact: string): boolean {
  let asked = declarable.get(reference);
  if (asked === undefined) {
    asked = new Set(reference.facts.map(({ id }) => id));
    declarable.set(reference, asked);
  }
  return asked.has(fact);
}

const yesNo: Record<string, boolean> = {
  oui: true,
  yes: true,
  true: true,
  vrai: true,
  non: false,
  no: false,
  false: false,
  faux: false,
};

/** What the classes, the way between them and the place tell by themselves: the same for every pair of two classes. */
export function classFacts(
  reference: Reference,
  context: ContextPack,
  kind: string,
  offer: ResourceClass | null,
  need: ResourceClass | null,
  route: Route | null,
): Map<string, FactValue> {
  const facts = new Map<string, FactValue>();
  facts.set("kind", kind);
  facts.set("context.id", context.id);
  for (const [name, value] of Object.entries(context.facts)) facts.set(`context.${name}`, value);
  const sides = [
    ["offer", offer],
    ["need", need],
  ] as const;
  for (const [side, resource] of sides) {
    if (resource === null) continue;
    facts.set(
      `${side}.class`,
      reference.lineage(resource.id).map((row) => row.id),
    );
    facts.set(`${side}.tags`, tagsOf(reference, resource.id));
    facts.set(`${side}.family`, resource.family);
  }
  if (route !== null) {
    facts.set(
      "route.processes",
      route.processes.map((process) => process.id),
    );
    facts.set("route.steps", route.processes.length);
    facts.set(
      "route.conversions",
      route.conversions.map((conversion) => conversion.id),
    );
    facts.set("route.tempting", route.tempting);
  }
  return facts;
}

/** Is this flow hazardous as waste: by its own code, else by the codes of its class; undefined when it must be asked. */
function hazardous(reference: Reference, { flow, resource }: KnownFlow): boolean | undefined {
  // The star may have been left out when the code was typed: the List itself knows.
  if (flow.waste_code !== null) return reference.wasteCode(flow.waste_code)?.hazardous ?? flow.waste_code.endsWith("*");
  if (resource === null) return undefined;
  const starred = resource.low.filter((code) => code.endsWith("*")).length;
  if (resource.low.length > 0) return starred === 0 ? false : starred === resource.low.length ? true : undefined;
  return tagsOf(reference, resource.id).includes("hazard-possible") ? undefined : false;
}

/**
 * Everything rules and barriers may ask of a synergy, as far as it is known. What is absent is unknown.
 * Names: `offer.*` and `need.*` for the two flows, `route.*` for the way between, `context.*` for the place.
 */
export function factsOf(reference: Reference, context: ContextPack, input: FactInput): Facts {
  const [offer] = input.offers;
  const [need] = input.needs;
  const facts = classFacts(
    reference,
    context,
    input.kind,
    offer?.resource ?? null,
    need?.resource ?? null,
    input.route,
  );
  const sides = [
    ["offer", offer],
    ["need", need],
  ] as const;
  for (const [side, known] of sides) {
    if (known === undefined) continue;
    const { flow, resource } = known;
    const status = flow.status ?? (flow.waste_code !== null ? "waste" : (resource?.status ?? null));
    if (status !== null) facts.set(`${side}.status`, status);
    const danger = hazardous(reference, known);
    if (danger !== undefined) facts.set(`${side}.hazardous`, danger);
    for (const [key, value] of Object.entries(flow.quality ?? {}))
      if (isDeclarable(reference, `${side}.${key}`))
        facts.set(`${side}.${key}`, typeof value === "string" ? (yesNo[value.toLowerCase()] ?? value) : value);
    if (known.establishment.naf !== null) facts.set(`${side}.naf`, known.establishment.naf);
  }
  const count = new Set([...input.offers, ...input.needs].map((known) => known.establishment.id)).size;
  facts.set("parties.count", count);
  facts.set(
    "parties.confidential",
    [...input.offers, ...input.needs].some(
      (known) => (known.flow.visibility ?? known.establishment.visibility ?? "facilitator") === "facilitator",
    ),
  );
  if (input.quantity?.state === "known") {
    facts.set("quantity.per-year", input.quantity.value);
    if (input.quantity.unit === "t/yr")
      facts.set("quantity.t-per-day", input.quantity.value / parameterValue(reference, "calendar.working-days"));
  }
  facts.set("quantity.known", input.quantity?.state === "known");
  if (input.distance?.state === "known") facts.set("distance.km", input.distance.value);
  // Some rules (collective self-consumption) count as the crow flies.
  const points = [offer, need].flatMap((known) =>
    known === undefined || known.establishment.lon === null || known.establishment.lat === null
      ? []
      : [{ lon: known.establishment.lon, lat: known.establishment.lat }],
  );
  const [from, to] = points;
  if (from !== undefined && to !== undefined) facts.set("distance.straight-km", greatCircleKm(from, to));
  if (offer !== undefined) facts.set("offer.has-waste-code", offer.flow.waste_code !== null);
  const largest = [...input.offers, ...input.needs].reduce(
    (most, { establishment }) => Math.max(most, typeof establishment.staff === "number" ? establishment.staff : 0),
    0,
  );
  if (largest > 0) facts.set("staff.largest", largest);
  const staff = input.needs.reduce(
    (total, { establishment }) => total + (typeof establishment.staff === "number" ? establishment.staff : 0),
    0,
  );
  if (input.needs.every(({ establishment }) => typeof establishment.staff === "number"))
    facts.set("staff.needs", staff);
  return facts;
}
