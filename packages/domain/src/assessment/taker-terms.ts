import type { Route } from "../conversions/route.ts";
import { factorFigure } from "../factors/factor.ts";
import { type Figure, product, unknown } from "../figures/figure.ts";
import { declaredRate, isStock, type KnownFlow, rateUnit } from "../matching/known-flow.ts";
import { parameter, type Reference, tagsOf } from "../reference-data/reference.ts";
import type { ResourceClass } from "../reference-data/rows.ts";
import { text } from "../text/text.ts";
import { inUnit, unitForUnit } from "./rates.ts";
import { remembered } from "./remembered.ts";
import type { Contribution, Setting } from "./setting.ts";
import type { Term } from "./terms.ts";

// Every flow meets many partners with the same terms of its own: they are worked out once per setting.
const needs = new WeakMap<Setting, WeakMap<KnownFlow, Map<boolean, Contribution>>>();

/** What a taker pays today per unit of what it needs: declared, else the price of the reference. */
export function purchasePrice(
  { reference, context, day }: Setting,
  need: KnownFlow,
): { price: Figure; declared: boolean } {
  const label = text(`Achat évité : ${need.flow.label}`, `Purchase avoided: ${need.flow.label}`);
  if (need.resource === null) return { price: unknown(label, "EUR/t"), declared: false };
  const declared = declaredRate(reference, context, need, label, day);
  if (declared !== null) return { price: declared, declared: true };
  const question = { quantity: "purchase-price", resource: need.resource.id, context: context.id, day } as const;
  return { price: factorFigure(reference, question, label, rateUnit(need.resource, "EUR")), declared: false };
}

/**
 * Terms of the taker, per unit of what it needs: the purchase that is avoided, its emissions, water and energy.
 * @param lent the offer is a spare capacity: using it costs its owner something, which is taken off
 */
export const needTerms = (setting: Setting, need: KnownFlow, lent: boolean): Contribution =>
  remembered(
    remembered(
      remembered(needs, setting, () => new WeakMap<KnownFlow, Map<boolean, Contribution>>()),
      need,
      () => new Map<boolean, Contribution>(),
    ),
    lent,
    () => takerTerms(setting, need, lent),
  );

function takerTerms(setting: Setting, need: KnownFlow, lent: boolean): Contribution {
  const { reference, context, day } = setting;
  const { resource, flow } = need;
  if (resource === null) return { terms: [], counterfactual: [], doubts: [] };
  const { price, declared } = purchasePrice(setting, need);
  const emissions = factorFigure(
    reference,
    { quantity: "supply-co2e", resource: resource.id, context: context.id, day },
    text("Émissions de l'approvisionnement actuel", "Emissions of today's supply"),
    rateUnit(resource, "tCO2e"),
  );
  const terms: Term[] = [
    { id: "need.purchase", metric: "gain", basis: "per-unit", sign: 1, label: price.label, rate: price, role: "need" },
    {
      id: "need.supply",
      metric: "co2e",
      basis: "per-unit",
      sign: 1,
      label: text("Production évitée", "Production avoided"),
      rate: inUnit(emissions, rateUnit(resource, "tCO2e")),
      role: "need",
    },
  ];
  if (lent)
    terms.push({
      id: "sharing.running",
      metric: "gain",
      basis: "per-unit",
      sign: -1,
      label: text("Usage de la capacité prêtée", "Use of the lent capacity"),
      rate: product(text("Coût d'usage", "Cost of use"), rateUnit(resource, "EUR"), [
        price,
        parameter(reference, "sharing.running-share"),
      ]),
      role: "need",
    });
  const saved = { basis: "per-unit", sign: 1, role: "need" } as const;
  if (resource.family === "water" && resource.unit === "m3")
    terms.push({
      id: "need.water",
      metric: "water",
      label: text("Eau économisée", "Water saved"),
      rate: unitForUnit("m3", "m3"),
      ...saved,
    });
  // What is asked for new is new matter spared; what is itself recovered, or a waste asked for, spares none.
  if (resource.family === "matter" && resource.unit === "t" && !isRecovered(reference, resource))
    terms.push({
      id: "need.virgin",
      metric: "virgin",
      label: text("Matière neuve évitée", "New matter avoided"),
      rate: unitForUnit("t", "t"),
      ...saved,
    });
  if (resource.family === "energy" && resource.unit === "MWh")
    terms.push({
      id: "need.energy",
      metric: "energy",
      label: text("Énergie remplacée", "Energy replaced"),
      rate: unitForUnit("MWh", "MWh"),
      ...saved,
    });
  const supplier = flow.current?.supplier ?? null;
  return {
    terms,
    counterfactual: [
      supplier === null
        ? text(
            `Sans la synergie, « ${flow.label} » vient d'un fournisseur extérieur, au prix d'aujourd'hui.`,
            `Without the synergy "${flow.label}" comes from an outside supplier, at today's price.`,
          )
        : text(
            `Sans la synergie, « ${flow.label} » est fourni par ${supplier}.`,
            `Without the synergy "${flow.label}" is supplied by ${supplier}.`,
          ),
    ],
    doubts: declared
      ? []
      : [
          text(
            `Prix d'achat de « ${flow.label} » non déclaré : valeur par défaut, intervalle large.`,
            `Purchase price of "${flow.label}" not declared: default value, wide interval.`,
          ),
        ],
  };
}

// One need is met by many offers along one route, and its terms carried back are the same for all of them.
const carried = new WeakMap<readonly Term[], WeakMap<Route, readonly Term[]>>();

/** Terms per unit of the need, carried back through the route to terms per unit of the offer. */
export const carriedBack = (terms: readonly Term[], route: Route): readonly Term[] =>
  route.conversions.length === 0
    ? terms
    : remembered(
        remembered(carried, terms, () => new WeakMap<Route, readonly Term[]>()),
        route,
        () =>
          terms.map((term) => ({
            ...term,
            rate: product(
              text(`${term.rate.label.fr}, par unité donnée`, `${term.rate.label.en}, per unit given`),
              ratePerOffer(term.rate.unit, route),
              [term.rate, route.ratio],
            ),
          })),
      );

/** EUR/t of the need becomes EUR/MWh of an offer counted in MWh. */
const ratePerOffer = (unit: string, route: Route): string => {
  const [over = "1"] = unit.split("/");
  return isStock(route.from) ? `${over}/(${route.from.unit}.yr)` : `${over}/${route.from.unit}`;
};

const isRecovered = (reference: Reference, resource: ResourceClass): boolean =>
  resource.status === "waste" ||
  resource.status === "by-product" ||
  tagsOf(reference, resource.id).includes("recovered");
