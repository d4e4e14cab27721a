import type { Setting } from "../assessment/setting.ts";
import { derived, type Figure, given, minimum, product, sum, unknown } from "../figures/figure.ts";
import type { Establishment } from "../formats/inventory.ts";
import { quantityUnit } from "../matching/known-flow.ts";
import type { PoolKind, PoolMeasure } from "../reference-data/pool-rows.ts";
import { leafOf, parameterValue } from "../reference-data/reference.ts";
import type { ResourceClass } from "../reference-data/rows.ts";
import { deFr } from "../text/elision.ts";
import { type Text, text } from "../text/text.ts";
import { headCount, type PoolCandidate, yearlyLoadKwh } from "./candidate.ts";
import { canCommute, sharedCommuters } from "./commute.ts";

/** What must be known of a site before the measure can count it in, when it has declared no quantity. */
type Field = "staff" | "load_profile" | "home_communes" | "shifts" | "roof_m2";

export const measureFields: Record<PoolMeasure, readonly Field[]> = {
  declared: [],
  staff: ["staff"],
  load: ["load_profile"],
  commute: ["home_communes", "shifts"],
  roof: ["load_profile"],
};

/** What still has to be asked before a site can be counted in: fields of its card, or the quantity it has declared without a number. */
export function missingFields(kind: PoolKind, { site, flow }: PoolCandidate): readonly string[] {
  if (flow?.yearly.state === "known") return [];
  const fields = measureFields[kind.measure];
  const absent = fields.filter((field) =>
    field === "home_communes"
      ? Object.keys(site.home_communes ?? {}).length === 0
      : field === "shifts"
        ? (site.shifts ?? []).length === 0
        : field === "staff"
          ? headCount(site) === null
          : site[field] === null,
  );
  if (fields.length > 0) return absent.map((field) => `establishment.${field}`);
  return flow === null ? [] : ["quantity"];
}

/** What would widen the pool though a site can be counted in without it: a roof, for shared photovoltaics. */
export const wishedFields = (kind: PoolKind, { site }: PoolCandidate): readonly string[] =>
  kind.measure === "roof" && site.roof_m2 === null ? ["establishment.roof_m2"] : [];

const times = (kind: PoolKind): number => kind.per.reduce((all, { value }) => all * value, 1);

/** Power that the roofs could carry, capped by what the law of the place allows, in kW at the central value. */
function roofPower(setting: Setting, kind: PoolKind, group: readonly PoolCandidate[]): number {
  const [perArea] = kind.per;
  const power = roofArea(group) * (perArea?.value ?? 0);
  const cap = ceilingOf(setting, kind);
  return cap === null ? power : Math.min(power, cap);
}

const sitesOf = (group: readonly PoolCandidate[]): readonly Establishment[] => [
  ...new Map(group.map(({ site }) => [site.id, site])).values(),
];
const roofArea = (group: readonly PoolCandidate[]): number =>
  sitesOf(group).reduce((total, { roof_m2 }) => total + (roof_m2 ?? 0), 0);

function ceilingOf({ context }: Setting, kind: PoolKind): number | null {
  const value = kind.ceiling_fact === null ? undefined : context.facts[kind.ceiling_fact];
  return typeof value === "number" ? value : null;
}

const consumption = ({ site, flow }: PoolCandidate): number => flow?.yearly.value ?? (yearlyLoadKwh(site) ?? 0) / 1000;

/**
 * What each candidate brings when these form the group, in the unit of the class: central values only, for the
 * engine that tries many groups. {@link poolQuantities} gives the same as figures.
 */
export function poolAmounts(setting: Setting, kind: PoolKind, group: readonly PoolCandidate[]): readonly number[] {
  switch (kind.measure) {
    case "declared":
      return group.map(({ flow }) => flow?.yearly.value ?? 0);
    case "staff":
      return group.map(({ site, flow }) => flow?.yearly.value ?? (headCount(site)?.value ?? 0) * times(kind));
    case "load":
      return group.map((one) => one.flow?.yearly.value ?? consumption(one) * times(kind));
    case "commute": {
      const people = sharedCommuters(
        group.map(({ site }) => site),
        parameterValue(setting.reference, "commute.shift-tolerance"),
      );
      return group.map(({ flow }, i) => flow?.yearly.value ?? (people[i] ?? 0) * times(kind));
    }
    case "roof": {
      const all = group.reduce((total, one) => total + consumption(one), 0);
      const made = roofPower(setting, kind, group) * kind.per.slice(1).reduce((total, { value }) => total * value, 1);
      const share = all > 0 ? Math.min(1, made / all) : 0;
      return group.map((one) => consumption(one) * share);
    }
  }
}

const perLabel = text("Ratio de la référence", "Ratio of the reference");

/** The same as figures that open down to what each site said. */
export function poolQuantities(
  setting: Setting,
  kind: PoolKind,
  need: ResourceClass,
  group: readonly PoolCandidate[],
): readonly Figure[] {
  const unit = quantityUnit(need);
  const rates = kind.per.map((number) => leafOf(perLabel, number));
  const said = (site: Establishment, label: Text, value: { value: number; low: number; high: number }, of: string) =>
    given({ label, ...value, unit: of, source: `declared:${site.id}`, date: setting.day });
  const exact = (value: number) => ({ value, low: value, high: value });
  const label = (site: Establishment): Text => text(`Besoin ${deFr(site.name)}`, `Need of ${site.name}`);
  const declaredOr = (work: (candidate: PoolCandidate, i: number) => Figure): readonly Figure[] =>
    group.map((one, i) => (one.flow?.yearly.state === "known" ? one.flow.yearly : work(one, i)));
  switch (kind.measure) {
    case "declared":
      return declaredOr(({ site, flow }) => flow?.yearly ?? unknown(label(site), unit));
    case "staff":
      return declaredOr(({ site }) => {
        const count = headCount(site);
        if (count === null) return unknown(label(site), unit);
        return product(label(site), unit, [
          said(site, text(`Effectif ${deFr(site.name)}`, `Staff of ${site.name}`), count, "person"),
          ...rates,
        ]);
      });
    case "load":
      return declaredOr(({ site }) => product(label(site), unit, [loadFigure(setting, site), ...rates]));
    case "commute": {
      const people = sharedCommuters(
        group.map(({ site }) => site),
        parameterValue(setting.reference, "commute.shift-tolerance"),
      );
      return declaredOr(({ site }, i) =>
        product(label(site), unit, [
          said(
            site,
            text(
              `${site.name} : salariés dont un collègue d'un autre site a même commune et mêmes horaires`,
              `${site.name}: staff with a colleague of another site from the same commune at the same hours`,
            ),
            exact(people[i] ?? 0),
            "person",
          ),
          ...rates,
        ]),
      );
    }
    case "roof":
      return roofShares(setting, kind, unit, group);
  }
}

const loadFigure = (setting: Setting, site: Establishment): Figure => {
  const kwh = yearlyLoadKwh(site);
  const label = text(`Consommation ${deFr(site.name)}`, `Consumption of ${site.name}`);
  return kwh === null
    ? unknown(label, "MWh/yr")
    : given({ label, value: kwh / 1000, unit: "MWh/yr", source: `declared:${site.id}`, date: setting.day });
};

function roofShares(
  setting: Setting,
  kind: PoolKind,
  unit: string,
  group: readonly PoolCandidate[],
): readonly Figure[] {
  const roofs = sitesOf(group).filter(({ roof_m2 }) => (roof_m2 ?? 0) > 0);
  const area = sum(
    text("Toitures réunies", "Roofs together"),
    "m2",
    roofs.map((site) =>
      given({
        label: text(`Toiture ${deFr(site.name)}`, `Roof of ${site.name}`),
        value: site.roof_m2,
        unit: "m2",
        source: `declared:${site.id}`,
        date: setting.day,
      }),
    ),
  );
  const [perArea, ...perPower] = kind.per.map((number) => leafOf(perLabel, number));
  const onRoofs = product(text("Puissance possible", "Possible power"), "kW", [area, ...(perArea ? [perArea] : [])]);
  const cap = ceilingOf(setting, kind);
  const power =
    cap === null
      ? onRoofs
      : minimum(text("Puissance retenue", "Power kept"), "kW", [
          onRoofs,
          given({
            label: text("Plafond de puissance du territoire", "Ceiling of power of the territory"),
            value: cap,
            unit: "kW",
            source: `context:${setting.context.id}`,
            date: null,
          }),
        ]);
  const made = product(text("Production autoconsommable", "Production that can be used on the spot"), unit, [
    power,
    ...perPower,
  ]);
  const uses = group.map(({ site, flow }) =>
    flow?.yearly.state === "known" ? flow.yearly : loadFigure(setting, site),
  );
  const all = sum(text("Consommations réunies", "Consumptions together"), unit, uses);
  const used = minimum(text("Énergie partagée", "Energy shared"), unit, [made, all]);
  return group.map(({ site }, i) => {
    const own = uses[i];
    const words = text(
      "énergie partagée × consommation du membre ÷ consommations réunies",
      "energy shared × consumption of the member ÷ consumptions together",
    );
    const label = text(`Part ${deFr(site.name)}`, `Share of ${site.name}`);
    if (used.state !== "known" || own?.state !== "known" || all.state !== "known" || all.value === 0)
      return unknown(label, unit, [used, all]);
    const share = own.value / all.value;
    return derived(label, unit, words, [used, own, all], {
      value: used.value * share,
      low: used.low * share,
      high: used.high * share,
    });
  });
}

/** Could this site take part by its card alone, with no need declared? */
export function isImplied(kind: PoolKind, site: Establishment): boolean {
  switch (kind.measure) {
    case "declared":
      return false;
    case "staff":
      return (headCount(site)?.value ?? 0) > 0;
    case "load":
    case "roof":
      return (yearlyLoadKwh(site) ?? 0) > 0;
    case "commute":
      return canCommute(site);
  }
}
