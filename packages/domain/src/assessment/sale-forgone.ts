import { factorFigure } from "../factors/factor.ts";
import { type Figure, negated, product } from "../figures/figure.ts";
import { declaredRate, type KnownFlow, rateUnit } from "../matching/known-flow.ts";
import { parameter } from "../reference-data/reference.ts";
import type { ResourceClass } from "../reference-data/rows.ts";
import { type Text, text } from "../text/text.ts";
import type { Contribution, Setting } from "./setting.ts";

/** What is sold today brings a part of the price of the new product: the sale is lost, so the rate is below zero. */
export function saleForgone(
  { reference, context, day }: Setting,
  { flow }: KnownFlow,
  resource: ResourceClass,
): { readonly rate: Figure; readonly doubt: Text } {
  const price = factorFigure(
    reference,
    { quantity: "purchase-price", resource: resource.id, context: context.id, day },
    text("Prix du produit", "Price of the product"),
    rateUnit(resource, "EUR"),
  );
  return {
    rate: product(text(`Vente perdue : ${flow.label}`, `Sale forgone: ${flow.label}`), rateUnit(resource, "EUR"), [
      negated(price.label, price),
      parameter(reference, "sold.share-of-price"),
    ]),
    doubt: text(
      `Prix de vente actuel de « ${flow.label} » non déclaré : pris comme une part du prix du produit, intervalle large.`,
      `Present selling price of "${flow.label}" not declared: taken as a part of the product's price, wide interval.`,
    ),
  };
}

/**
 * Terms of whoever gives an energy that sells (biogas, hydrogen, a current that the grid buys): what the sale brings
 * today is forgone.
 */
export function energySaleTerms(setting: Setting, offer: KnownFlow, resource: ResourceClass): Contribution {
  const { flow } = offer;
  const label = text(`Vente perdue : ${flow.label}`, `Sale forgone: ${flow.label}`);
  const declared = declaredRate(setting.reference, setting.context, offer, label, setting.day);
  const { rate, doubt } = saleForgone(setting, offer, resource);
  return {
    terms: [
      {
        id: "offer.sale",
        metric: "gain",
        basis: "per-unit",
        sign: 1,
        label,
        rate: declared ?? rate,
        role: "offer",
      },
    ],
    counterfactual: [
      text(
        `Sans la synergie, « ${flow.label} » se vend à un réseau ou à un autre acheteur.`,
        `Without the synergy "${flow.label}" is sold to a grid or to another buyer.`,
      ),
    ],
    doubts: [
      ...(declared === null ? [doubt] : []),
      text(
        `« ${flow.label} » remplacerait déjà une énergie chez un autre acheteur : vérifier que les émissions évitées ici s'y ajoutent.`,
        `"${flow.label}" would already replace an energy at another buyer's: check that the emissions avoided here come on top.`,
      ),
    ],
  };
}
