import { type Route, ratioLabelOf } from "../conversions/route.ts";
import { factorFigure } from "../factors/factor.ts";
import { type Figure, given, product, unknown } from "../figures/figure.ts";
import type { WastePayer } from "../formats/inventory.ts";
import { declaredRate, isStock, type KnownFlow, rateUnit } from "../matching/known-flow.ts";
import { leafOf, parameter, type Reference } from "../reference-data/reference.ts";
import type { ContextPack, ResourceClass } from "../reference-data/rows.ts";
import { type Text, text } from "../text/text.ts";
import { annuity } from "./capital.ts";
import { outletWords } from "./outlet-words.ts";
import type { Role, Term } from "./terms.ts";

/** Where and when an exchange is assessed. */
export type Setting = { readonly reference: Reference; readonly context: ContextPack; readonly day: string };

/** What one side contributes to an assessment: its terms, today's alternative, and what must be said beside them. */
export type Contribution = {
  readonly terms: readonly Term[];
  readonly counterfactual: readonly Text[];
  readonly doubts: readonly Text[];
};

const nothing: Contribution = { terms: [], counterfactual: [], doubts: [] };

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

/** Where an offer goes today: what was declared, else what is usual for its class. */
const routeToday = (offer: KnownFlow): string | null =>
  offer.flow.current?.route ?? offer.resource?.default_route ?? null;

// Every flow meets many partners with the same terms of its own: they are worked out once per setting.
const offers = new WeakMap<Setting, WeakMap<KnownFlow, Contribution>>();
const needs = new WeakMap<Setting, WeakMap<KnownFlow, Map<boolean, Contribution>>>();
const ways = new WeakMap<Setting, Map<string, readonly Term[]>>();

function remembered<K, V>(
  store: { get: (key: K) => V | undefined; set: (key: K, value: V) => unknown },
  key: K,
  make: () => V,
): V {
  let value = store.get(key);
  if (value === undefined) {
    value = make();
    store.set(key, value);
  }
  return value;
}

/** Terms of the giver, per unit given: the removal that is avoided, its emissions, the tonnes diverted. */
export const offerTerms = (setting: Setting, offer: KnownFlow): Contribution =>
  remembered(
    remembered(offers, setting, () => new WeakMap<KnownFlow, Contribution>()),
    offer,
    () => giverTerms(setting, offer),
  );

function giverTerms({ reference, context, day }: Setting, offer: KnownFlow): Contribution {
  const { resource, flow } = offer;
  if (resource === null || !isGivenUp(offer)) return nothing;
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
    cost = unknown(label, rateUnit(resource, "EUR"));
    doubts.push(
      text(
        `Prix de vente actuel de « ${flow.label} » non déclaré : sans lui le gain ne peut pas être chiffré.`,
        `Present selling price of "${flow.label}" not declared: without it the gain cannot be stated.`,
      ),
    );
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
  if (resource === null) return nothing;
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

/** Terms per unit of the need, carried back through the route to terms per unit of the offer. */
export const carriedBack = (terms: readonly Term[], route: Route): readonly Term[] =>
  route.conversions.length === 0
    ? terms
    : terms.map((term) => ({
        ...term,
        rate: product(
          text(`${term.rate.label.fr}, par unité donnée`, `${term.rate.label.en}, per unit given`),
          ratePerOffer(term.rate.unit, route),
          [term.rate, route.ratio],
        ),
      }));

/** EUR/t of the need becomes EUR/MWh of an offer counted in MWh. */
const ratePerOffer = (unit: string, route: Route): string => {
  const [over = "1"] = unit.split("/");
  return isStock(route.from) ? `${over}/(${route.from.unit}.yr)` : `${over}/${route.from.unit}`;
};

/**
 * Terms of the way between: lorry, process, link and coordination, per unit given.
 * They are borne by the taker unless the parties agree otherwise.
 */
export const wayTerms = (setting: Setting, from: ResourceClass, route: Route): readonly Term[] =>
  remembered(
    remembered(ways, setting, () => new Map<string, readonly Term[]>()),
    `${from.id} ${route.id}`,
    () => termsBetween(setting, from, route),
  );

function termsBetween(setting: Setting, from: ResourceClass, route: Route): readonly Term[] {
  const { reference } = setting;
  const terms: Term[] = [...transportTerms(setting, from)];
  let before: Figure | null = null;
  for (const conversion of route.conversions) {
    const process = conversion.process === null ? undefined : reference.processById.get(conversion.process);
    if (process !== undefined) {
      // A later process meets only what the earlier ones let through.
      const metIn = (rate: Figure, over: string): Figure => {
        const unit = rateUnit(from, over);
        return before === null ? inUnit(rate, unit) : product(rate.label, unit, [rate, before]);
      };
      const { name } = process;
      const cost = leafOf(text(`Coût : ${name.fr}`, `Cost: ${name.en}`), conversion.cost ?? process.cost);
      const investment = leafOf(text(`Investissement : ${name.fr}`, `Investment: ${name.en}`), process.investment);
      terms.push({
        id: `process.${process.id}`,
        metric: "gain",
        basis: "per-unit",
        sign: -1,
        label: name,
        rate: metIn(cost, "EUR"),
        role: "need",
      });
      if (process.co2e !== null)
        terms.push({
          id: `process.${process.id}.co2e`,
          metric: "co2e",
          basis: "per-unit",
          sign: -1,
          label: name,
          rate: metIn(leafOf(name, process.co2e), "tCO2e"),
          role: "need",
        });
      terms.push({
        id: `capital.${process.id}`,
        metric: "gain",
        basis: "fixed",
        sign: -1,
        label: text(`Charge de capital : ${name.fr}`, `Capital charge: ${name.en}`),
        rate: product(text("Annuité", "Annuity"), "EUR/yr", [investment, annuity(reference, process.life_years)]),
        role: "need",
      });
      if (process.capacity_investment !== null)
        terms.push({
          id: `capital.capacity.${process.id}`,
          metric: "gain",
          basis: "per-unit",
          sign: -1,
          label: text(`Charge de capital au prorata : ${name.fr}`, `Capital charge by size: ${name.en}`),
          rate: metIn(
            product(
              text("Annuité par unité", "Annuity per unit"),
              `EUR/${process.capacity_investment.unit.split("/")[1]}`,
              [
                leafOf(
                  text(`Investissement par capacité : ${name.fr}`, `Investment by capacity: ${name.en}`),
                  process.capacity_investment,
                ),
                annuity(reference, process.life_years),
              ],
            ),
            "EUR",
          ),
          role: "need",
        });
    }
    if (conversion.link !== null)
      terms.push({
        id: `capital.link.${conversion.id}`,
        metric: "gain",
        basis: "per-km",
        sign: -1,
        label: text("Charge de capital de la liaison", "Capital charge of the link"),
        rate: product(text("Annuité au kilomètre", "Annuity per kilometre"), "EUR/(km.yr)", [
          leafOf(
            text("Investissement de la liaison au kilomètre", "Investment in the link per kilometre"),
            conversion.link,
          ),
          annuity(reference, linkLifeYears),
        ]),
        role: "need",
      });
    const ratio = leafOf(ratioLabelOf(reference, conversion), conversion.ratio);
    before =
      before === null
        ? ratio
        : product(ratio.label, `${conversion.ratio.unit.split("/")[0]}/${from.unit}`, [before, ratio]);
  }
  terms.push({
    id: "coordination",
    metric: "gain",
    basis: "fixed",
    sign: -1,
    label: text("Coordination et suivi", "Coordination and follow-up"),
    rate: parameter(reference, "coordination.exchange"),
    role: "need",
  });
  return terms;
}

/** Buried pipes and heat networks are written off over this time (facts: 20 to 30 years; the short end is prudent). */
const linkLifeYears = 20;

/** All terms of an exchange along a route, per unit of what the giver gives, with both counterfactuals. */
export function exchangeTerms(setting: Setting, offer: KnownFlow, need: KnownFlow, route: Route): Contribution {
  if (offer.resource === null) return nothing;
  const giver = offerTerms(setting, offer);
  const taker = needTerms(setting, need, offer.flow.status === "capacity");
  return {
    terms: [...giver.terms, ...carriedBack(taker.terms, route), ...wayTerms(setting, offer.resource, route)],
    counterfactual: [...giver.counterfactual, ...taker.counterfactual],
    doubts: [...giver.doubts, ...taker.doubts],
  };
}

/** kgCO2e/t as tCO2e/t: the same rate in the unit that the quantity asks for. An unknown rate only changes its unit. */
const inUnit = (rate: Figure, unit: string): Figure =>
  rate.unit === unit ? rate : rate.state === "known" ? product(rate.label, unit, [rate]) : { ...rate, unit };

const unitForUnit = (over: string, under: string): Figure =>
  given({
    label: text("Unité pour unité", "Unit for unit"),
    value: 1,
    unit: `${over}/${under}`,
    source: "definition",
    date: null,
  });

/** Lorry transport of matter: cost and emissions. What moves in pipes or wires pays its link instead. */
function transportTerms({ reference, context, day }: Setting, from: ResourceClass): readonly Term[] {
  if (from.family !== "matter") return [];
  const question = { resource: from.id, context: context.id, day };
  return (
    [
      ["gain", "transport-cost", "EUR"],
      ["co2e", "transport-co2e", "tCO2e"],
    ] as const
  ).map(([metric, quantity, over]): Term => {
    const label = text("Transport routier", "Road transport");
    const perTonne = factorFigure(reference, { ...question, quantity }, label, `${over}/(t.km)`);
    const unit = `${over}/(${from.unit}.km)`;
    const rate =
      from.unit === "t"
        ? inUnit(perTonne, unit)
        : product(label, unit, [
            perTonne,
            factorFigure(
              reference,
              { ...question, quantity: "density" },
              text("Masse volumique", "Density"),
              `t/${from.unit}`,
            ),
          ]);
    return { id: `transport.${metric}`, metric, basis: "per-unit-km", sign: -1, label, rate, role: "need" };
  });
}
