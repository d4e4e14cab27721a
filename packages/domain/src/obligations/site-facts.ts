import { sectorLineage } from "../establishments/sector.ts";
import { staffRange } from "../establishments/staff.ts";
import { factorFigure } from "../factors/factor.ts";
import type { Establishment } from "../formats/inventory.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import { isA, type Reference, tagsOf } from "../reference-data/reference.ts";
import type { ContextPack, Fact } from "../reference-data/rows.ts";
import type { FactValue } from "../regulation/predicate.ts";
import { yesNo } from "../synergies/facts.ts";
import { fold, text } from "../text/text.ts";

/** Every fact that {@link factsOfSite} works out by itself when the inventory says enough. */
export const siteFacts = [
  "site.sector",
  "site.staff",
  "site.roof_m2",
  "site.waste_payer",
  "out.classes",
  "in.classes",
  "waste.classes",
  "waste.tags",
  "waste.routes",
  "waste.tonnes",
  "waste.hazardous_tonnes",
  "energy.mwh",
  "energy.declared_mwh",
] as const;
type SiteFact = (typeof siteFacts)[number];

/**
 * What is known of one establishment by what it declared: its own columns, and its flows put together.
 * Totals are ranges without an upper end, because an inventory lists some of the flows, not all of them: they can
 * show that a threshold is passed, never that it is not. Lists hold what was declared.
 * @param flows those of this establishment
 */
export function factsOfSite(
  reference: Reference,
  context: ContextPack,
  site: Establishment,
  flows: readonly KnownFlow[],
  day: string,
): ReadonlyMap<string, FactValue> {
  const facts = new Map<string, FactValue>();
  const set = (name: SiteFact, value: FactValue | null | undefined): void => {
    if (value !== null && value !== undefined) facts.set(name, value);
  };
  facts.set("context.id", context.id);
  for (const [name, value] of Object.entries(context.facts)) facts.set(`context.${name}`, value);
  for (const fact of reference.facts) {
    const answer = answerOf(fact, site);
    if (answer !== undefined) facts.set(fact.id, answer);
  }
  const sector = sectorLineage(site.naf);
  set("site.sector", sector.length > 0 ? sector : undefined);
  set("site.staff", staffRange(site.staff));
  set("site.roof_m2", site.roof_m2);
  set("site.waste_payer", site.waste_payer);
  const classes = (list: readonly KnownFlow[]): readonly string[] => [
    ...new Set(
      list.flatMap(({ resource }) => (resource === null ? [] : reference.lineage(resource.id).map(({ id }) => id))),
    ),
  ];
  const out = flows.filter(({ flow }) => flow.direction === "out");
  const waste = out.filter(isWaste);
  set("out.classes", classes(out));
  set("in.classes", classes(flows.filter(({ flow }) => flow.direction === "in")));
  set("waste.classes", classes(waste));
  const hazardous = waste.filter((known) => isHazardous(reference, known));
  set("waste.tags", [
    ...new Set(waste.flatMap(({ resource }) => (resource === null ? [] : tagsOf(reference, resource.id)))),
    // A starred code says it even where the class may be either.
    ...(hazardous.length > 0 ? ["hazardous"] : []),
  ]);
  set(
    "waste.routes",
    waste.flatMap(({ flow }) => flow.current?.route ?? []),
  );
  set("waste.tonnes", atLeast(waste.map((known) => lowIn(known, "t/yr"))));
  set("waste.hazardous_tonnes", atLeast(hazardous.map((known) => lowIn(known, "t/yr"))));
  const energy = flows.map((known) => boughtMwh(reference, context, known, day));
  set("energy.mwh", atLeast(energy));
  set("energy.declared_mwh", sum(energy));
  return facts;
}

const isWaste = ({ flow, resource }: KnownFlow): boolean =>
  flow.waste_code !== null ||
  (resource?.family === "matter" && flow.status !== "product" && flow.status !== "capacity" && flow.status !== "need");

const isHazardous = (reference: Reference, { flow, resource }: KnownFlow): boolean =>
  flow.waste_code === null
    ? resource !== null && tagsOf(reference, resource.id).includes("hazardous")
    : (reference.wasteCode(flow.waste_code)?.hazardous ?? flow.waste_code.endsWith("*"));

const lowIn = ({ yearly }: KnownFlow, unit: string): number =>
  yearly.state === "known" && yearly.unit === unit ? yearly.low : 0;

/** Energy and fuels bought, in MWh a year, at the low end; what cannot be told counts for nothing. */
function boughtMwh(reference: Reference, context: ContextPack, known: KnownFlow, day: string): number {
  const { flow, resource } = known;
  if (flow.direction !== "in" || resource === null) return 0;
  if (resource.family === "energy") return lowIn(known, "MWh/yr");
  if (!isA(reference, resource.id, "fuels")) return 0;
  const heating = factorFigure(
    reference,
    { quantity: "heating-value", resource: resource.id, context: context.id, day },
    text("Pouvoir calorifique", "Heating value"),
    "MWh/t",
  );
  return heating.state === "known" ? lowIn(known, "t/yr") * heating.low : 0;
}

const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);

const atLeast = (parts: readonly number[]): FactValue => ({
  low: sum(parts),
  high: Number.POSITIVE_INFINITY,
});

/** What a column of the list of establishments answers to a question, read as the question is meant. */
function answerOf({ id, kind, headers }: Fact, site: Establishment): FactValue | undefined {
  if (headers.length === 0) return undefined;
  const wanted = new Set([id, ...headers].map(fold));
  // The unit that stands behind a header, "(m²)", is not part of its words.
  const found = Object.entries(site.extra ?? {}).find(
    ([header]) => wanted.has(fold(header)) || wanted.has(fold(header.replace(/\(.*?\)/g, ""))),
  )?.[1];
  if (found === undefined || found === null || found === "") return undefined;
  if (kind === "number") {
    const number = typeof found === "number" ? found : Number(String(found).replace(/\s/g, "").replace(",", "."));
    return Number.isFinite(number) ? number : undefined;
  }
  if (kind === "yes-no") return typeof found === "boolean" ? found : yesNo[fold(String(found))];
  return fold(String(found));
}
