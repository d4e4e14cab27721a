import { remembered } from "../assessment/remembered.ts";
import type { Route } from "../conversions/route.ts";
import { sectorLineage } from "../establishments/sector.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import { parameterValue, type Reference, tagsOf } from "../reference-data/reference.ts";
import type { ContextPack, ResourceClass } from "../reference-data/rows.ts";
import type { FactValue } from "../regulation/predicate.ts";
import { labelFacts } from "./label-facts.ts";
import { partyFact } from "./party-facts.ts";

/** A number with its unit: a figure, or what the engine knows of one before it is explained. */
export type Measured = { readonly value: number | null; readonly unit: string };

export type FactInput = {
  readonly kind: string;
  readonly offers: readonly KnownFlow[];
  readonly needs: readonly KnownFlow[];
  readonly route: Route | null;
  readonly quantity: Measured | null;
  readonly distance: Measured | null;
};

// What a company may declare in the quality column is what the reference has a question for.
const declarable = new WeakMap<Reference, ReadonlySet<string>>();
function questionsOf(reference: Reference): ReadonlySet<string> {
  let asked = declarable.get(reference);
  if (asked === undefined) {
    asked = new Set(reference.facts.map(({ id }) => id));
    declarable.set(reference, asked);
  }
  return asked;
}

/** Scopes of facts that a company answers in the quality column of its flow; the last two speak of all the parties. */
export const declarableScopes = ["offer", "need", "parties", "pool"] as const;

export const yesNo: Readonly<Record<string, boolean>> = {
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
  const tags = tagsOf(reference, resource.id);
  if (tags.includes("hazardous")) return true;
  const starred = resource.low.filter((code) => code.endsWith("*")).length;
  if (resource.low.length > 0) return starred === 0 ? false : starred === resource.low.length ? true : undefined;
  return tags.includes("hazard-possible") ? undefined : false;
}

type FlowFacts = ReadonlyMap<string, FactValue>;
type Told = Readonly<Record<"offer" | "need", WeakMap<KnownFlow, FlowFacts>>>;
const told = new WeakMap<Reference, Told>();

/**
 * What one flow and its site tell by themselves, under the name of the side they stand on. Worked out once for each flow
 * and side: the words of its label are looked at, and a flow stands in thousands of pairs.
 */
export function flowFacts(reference: Reference, side: "offer" | "need", known: KnownFlow): FlowFacts {
  const sides = remembered(told, reference, (): Told => ({ offer: new WeakMap(), need: new WeakMap() }));
  return remembered(sides[side], known, () => factsOfFlow(reference, side, known));
}

function factsOfFlow(reference: Reference, side: "offer" | "need", known: KnownFlow): FlowFacts {
  const facts = new Map<string, FactValue>();
  const { flow, resource } = known;
  const status = flow.status ?? (flow.waste_code !== null ? "waste" : (resource?.status ?? null));
  if (status !== null) facts.set(`${side}.status`, status);
  const danger = hazardous(reference, known);
  if (danger !== undefined) facts.set(`${side}.hazardous`, danger);
  for (const [fact, value] of labelFacts(reference, side, flow.label)) facts.set(fact, value);
  for (const [key, value] of Object.entries(flow.quality ?? {}))
    for (const scope of [side, ...declarableScopes.slice(2)])
      if (questionsOf(reference).has(`${scope}.${key}`))
        facts.set(`${scope}.${key}`, typeof value === "string" ? (yesNo[value.toLowerCase()] ?? value) : value);
  const { naf } = known.establishment;
  if (naf !== null) facts.set(`${side}.naf`, naf);
  const sector = sectorLineage(naf);
  if (sector.length > 0) facts.set(`${side}.sector`, sector);
  // Above zero the company pays to be rid of it; below, it is paid; zero is neither.
  const price = flow.current?.unit_cost_eur ?? null;
  if (price !== null) facts.set(`${side}.price-sign`, Math.sign(price));
  if (side === "offer") facts.set("offer.has-waste-code", flow.waste_code !== null);
  return facts;
}

type AmountFact = (reference: Reference, input: FactInput) => FactValue | undefined;

const amountFact: ReadonlyMap<string, AmountFact> = new Map<string, AmountFact>([
  ["quantity.known", (_, { quantity }) => quantity !== null && quantity.value !== null],
  ["quantity.per-year", (_, { quantity }) => quantity?.value ?? undefined],
  [
    "quantity.t-per-day",
    (reference, { quantity }) =>
      quantity?.unit === "t/yr" && quantity.value !== null
        ? quantity.value / parameterValue(reference, "calendar.working-days")
        : undefined,
  ],
  ["distance.km", (_, { distance }) => distance?.value ?? undefined],
]);

/**
 * One fact of a synergy at a time, beyond those of its classes: what {@link factsOf} gathers, for whoever asks few of
 * them of very many pairs.
 */
export function factTold(reference: Reference, input: FactInput, name: string): FactValue | undefined {
  const [offer] = input.offers;
  const [need] = input.needs;
  const declared =
    (need === undefined ? undefined : flowFacts(reference, "need", need).get(name)) ??
    (offer === undefined ? undefined : flowFacts(reference, "offer", offer).get(name));
  if (declared !== undefined) return declared;
  return amountFact.get(name)?.(reference, input) ?? partyFact.get(name)?.([...input.offers, ...input.needs]);
}

/** Who can tell a fact of {@link factTold}: one of the two flows alone, or only the two together. */
export const factTeller = (name: string): "offer" | "need" | "pair" =>
  name.startsWith("offer.") ? "offer" : name.startsWith("need.") ? "need" : "pair";

/**
 * Everything rules and barriers may ask of a synergy, as far as it is known. What is absent is unknown.
 * Names: `offer.*` and `need.*` for the two flows, `route.*` for the way between, `context.*` for the place.
 */
export function factsOf(reference: Reference, context: ContextPack, input: FactInput): ReadonlyMap<string, FactValue> {
  const [offer] = input.offers;
  const [need] = input.needs;
  const { kind, route } = input;
  const facts = classFacts(reference, context, kind, offer?.resource ?? null, need?.resource ?? null, route);
  const flows = [
    ...(offer === undefined ? [] : [flowFacts(reference, "offer", offer)]),
    ...(need === undefined ? [] : [flowFacts(reference, "need", need)]),
  ];
  const told = new Map(flows.flatMap((known) => [...known]));
  for (const name of [...told.keys(), ...amountFact.keys(), ...partyFact.keys()]) {
    const value = told.get(name) ?? factTold(reference, input, name);
    if (value !== undefined) facts.set(name, value);
  }
  return facts;
}

/** What the assessment of a synergy adds to its facts, for the barriers. */
export const assessedFacts = [
  "season.share",
  "quality.known",
  "contract.runs",
  "contract.months-apart",
  "contract.window-missed",
  "gain.value",
  "gain.low",
  "pool.kind",
] as const;

/** Every fact that {@link factsOf} works out by itself when the inventory says enough; `context.*` apart. */
export const computedFacts: readonly string[] = [
  "kind",
  ...["offer", "need"].flatMap((side) =>
    ["class", "tags", "family", "status", "hazardous", "naf", "sector", "price-sign"].map((name) => `${side}.${name}`),
  ),
  "offer.has-waste-code",
  ...["processes", "steps", "conversions", "tempting"].map((name) => `route.${name}`),
  ...["count", "confidential", "same-country", "same-zone", "fire-service"].map((name) => `parties.${name}`),
  "quantity.known",
  "quantity.per-year",
  "quantity.t-per-day",
  "distance.km",
  "distance.straight-km",
  "staff.largest",
];
