import { factorFigure } from "../factors/factor.ts";
import { type Figure, given } from "../figures/figure.ts";
import type { WastePayer } from "../formats/inventory.ts";
import { declaredRate, type KnownFlow, rateUnit } from "../matching/known-flow.ts";
import { type Text, text } from "../text/text.ts";
import { outletWords } from "./outlet-words.ts";
import { inUnit, unitForUnit } from "./rates.ts";
import { remembered } from "./remembered.ts";
import { energySaleTerms, saleForgone } from "./sale-forgone.ts";
import type { Contribution, Setting } from "./setting.ts";
import type { Role, Term } from "./terms.ts";

// Routes that end a material's life; diverting from anything else diverts nothing.
const disposal = new Set(["landfill", "incineration"]);

export const payerOf = (offer: KnownFlow): WastePayer | null =>
  offer.flow.current?.payer ?? offer.establishment.waste_payer;

/** Is this offer something its holder gets rid of today, rather than a product for sale or a spare capacity? */
const isGivenUp = (offer: KnownFlow): boolean =>
  offer.resource !== null &&
  (offer.resource.family === "matter" || offer.resource.family === "water") &&
  offer.flow.status !== "product" &&
  offer.flow.status !== "capacity";

/** A fuel gas or a current that its holder could sell: giving it away forgoes what it brings. */
const isSaleable = (offer: KnownFlow): boolean =>
  offer.resource !== null &&
  offer.resource.family === "energy" &&
  offer.flow.status !== "capacity" &&
  routeToday(offer) === "sold";

/** Where an offer goes today: what was declared, else what is usual for its class. */
const routeToday = (offer: KnownFlow): string | null =>
  offer.flow.current?.route ?? offer.resource?.default_route ?? null;

// Every flow meets many partners with the same terms of its own: they are worked out once per setting.
const offers = new WeakMap<Setting, WeakMap<KnownFlow, Contribution>>();

/** Terms of the giver, per unit given: the removal that is avoided, its emissions, the tonnes diverted. */
export const offerTerms = (setting: Setting, offer: KnownFlow): Contribution =>
  remembered(
    remembered(offers, setting, () => new WeakMap<KnownFlow, Contribution>()),
    offer,
    () => giverTerms(setting, offer),
  );

function giverTerms(setting: Setting, offer: KnownFlow): Contribution {
  const { reference, context, day } = setting;
  const { resource, flow } = offer;
  if (resource !== null && isSaleable(offer)) return energySaleTerms(setting, offer, resource);
  if (resource === null || !isGivenUp(offer)) return { terms: [], counterfactual: [], doubts: [] };
  const counterfactual: Text[] = [];
  const doubts: Text[] = [];
  const route = routeToday(offer);
  const label = text(`Enlèvement évité : ${flow.label}`, `Removal avoided: ${flow.label}`);
  const declared = declaredRate(reference, context, offer, label, day);
  const question = { resource: resource.id, route, context: context.id, day };
  const payer = payerOf(offer);
  const role: Role = payer === "teom" ? "public" : "offer";
  const words = outletWords(route);
  let cost: Figure;
  if (declared !== null) cost = declared;
  else if (payer === "epr")
    cost = given({
      label: text("Reprise sans frais par l'éco-organisme", "Take-back free of charge by the producer scheme"),
      value: 0,
      unit: rateUnit(resource, "EUR"),
      source: "definition",
      date: day,
    });
  else if (route === "none")
    cost = given({
      label: text("N'est enlevé par personne aujourd'hui", "Removed by nobody today"),
      value: 0,
      unit: rateUnit(resource, "EUR"),
      source: "definition",
      date: day,
    });
  else if (route === "sold") {
    const sale = saleForgone(setting, offer, resource);
    cost = sale.rate;
    doubts.push(sale.doubt);
  } else {
    cost = factorFigure(reference, { ...question, quantity: "removal-cost" }, label, rateUnit(resource, "EUR"));
    doubts.push(
      text(
        `Coût d'enlèvement de « ${flow.label} » non déclaré : valeur par défaut, intervalle large.`,
        `Removal cost of "${flow.label}" not declared: default value, wide interval.`,
      ),
    );
  }
  if (payer === null)
    doubts.push(
      text(
        `On ne sait pas qui paie l'enlèvement de « ${flow.label} » : supposé à la charge de l'entreprise.`,
        `Who pays for the removal of "${flow.label}" is not known: taken to be the company.`,
      ),
    );
  const by: Text =
    role === "public"
      ? text(", aux frais du service public (TEOM)", ", at the expense of the public service (household-waste tax)")
      : payer === "epr"
        ? text(", repris sans frais par l'éco-organisme", ", taken back free of charge by the producer scheme")
        : text("", "");
  counterfactual.push(
    text(
      `Sans la synergie, « ${flow.label} » ${words.fr}${by.fr}.`,
      `Without the synergy "${flow.label}" ${words.en}${by.en}.`,
    ),
  );
  const outlet = factorFigure(
    reference,
    { ...question, quantity: "outlet-co2e" },
    text("Émissions de l'exutoire actuel", "Emissions of today's outlet"),
    rateUnit(resource, "tCO2e"),
  );
  const terms: Term[] = [
    { id: "offer.removal", metric: "gain", basis: "per-unit", sign: 1, label, rate: cost, role },
    {
      id: "offer.outlet",
      metric: "co2e",
      basis: "per-unit",
      sign: 1,
      label: text("Exutoire évité", "Outlet avoided"),
      rate: inUnit(outlet, rateUnit(resource, "tCO2e")),
      role,
    },
  ];
  if (resource.unit === "t" && route !== null && disposal.has(route))
    terms.push({
      id: "offer.diverted",
      metric: "diverted",
      basis: "per-unit",
      sign: 1,
      label: text("Détourné de l'élimination", "Diverted from disposal"),
      rate: unitForUnit("t", "t"),
      role,
    });
  return { terms, counterfactual, doubts };
}
