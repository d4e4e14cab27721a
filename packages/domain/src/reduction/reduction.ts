import { noInvestment } from "../assessment/capital.ts";
import { offerTerms } from "../assessment/giver-terms.ts";
import { inUnit } from "../assessment/rates.ts";
import { netPresentValue, paybackYears } from "../assessment/returns.ts";
import type { Setting } from "../assessment/setting.ts";
import { needTerms, purchasePrice } from "../assessment/taker-terms.ts";
import { evaluateTree, type Metric, metricUnit, type Role, type Term } from "../assessment/terms.ts";
import { factorFigure } from "../factors/factor.ts";
import { type Figure, given, notApplicable, product, sum } from "../figures/figure.ts";
import { shortHash } from "../ids/stable-id.ts";
import { type KnownFlow, rateUnit } from "../matching/known-flow.ts";
import { leafOf, parameter } from "../reference-data/reference.ts";
import type { ReductionLever, ReductionMeasure } from "../reference-data/rows.ts";
import { byCodeUnit, type Text, text } from "../text/text.ts";

/**
 * Less of a flow inside one establishment: never a synergy, never added to one. What is prevented cannot be
 * exchanged any more, so its gain stands alone, against the flow going on as today.
 */
export type Reduction = {
  readonly id: string;
  readonly measure: ReductionMeasure;
  readonly flow: KnownFlow;
  /** The yearly quantity that does not arise or is not bought any more. */
  readonly avoided: Figure;
  /**
   * What one unit costs today, hidden part included: purchase value lost + handling + removal for a waste, the
   * price paid for a purchase.
   */
  readonly fullCost: Figure;
  /** The part of {@link fullCost} that is on an invoice. */
  readonly visibleCost: Figure;
  readonly gain: Figure;
  readonly parties: readonly { readonly role: Role; readonly gain: Figure }[];
  readonly investment: Figure;
  readonly payback: Figure;
  readonly npv: Figure;
  readonly co2e: Figure;
  /** Waste that does not arise, t/yr. */
  readonly prevented: Figure;
  readonly water: Figure;
  readonly energy: Figure;
  readonly counterfactual: Text;
  readonly doubts: readonly Text[];
};

const onSite = (): Figure =>
  given({ label: text("Sur place", "On site"), value: 0, unit: "km", source: "definition", date: null });

/**
 * What each establishment could reduce by itself, best yearly gain first; unknown gains last, never dropped.
 * A flow gets at most one measure of a kind (lever): the one that speaks most closely of its class.
 */
export function reductionsOf(setting: Setting, flows: readonly KnownFlow[]): readonly Reduction[] {
  const found = flows.flatMap((flow) => measuresFor(setting, flow).map((measure) => assess(setting, flow, measure)));
  return found.sort(
    (a, b) =>
      Number(a.gain.state !== "known") - Number(b.gain.state !== "known") ||
      (b.gain.value ?? 0) - (a.gain.value ?? 0) ||
      byCodeUnit(a.id, b.id),
  );
}

function measuresFor({ reference }: Setting, { flow, resource, establishment, yearly }: KnownFlow): ReductionMeasure[] {
  // A spare capacity is no loss, and a product is what the company lives on.
  if (resource === null || flow.status === "capacity" || flow.status === "product") return [];
  const line = reference.lineage(resource.id).map((row) => row.id);
  const naf = establishment.naf ?? "";
  const best = new Map<ReductionLever, ReductionMeasure>();
  for (const measure of reference.reductions) {
    const depth = line.indexOf(measure.target);
    if (depth === -1 || measure.direction !== flow.direction) continue;
    if (measure.sectors.length > 0 && !measure.sectors.some((sector) => naf.startsWith(sector))) continue;
    if (measure.minimum !== null && yearly.state === "known" && yearly.high < measure.minimum.value) continue;
    const other = best.get(measure.lever);
    const closer =
      other === undefined ||
      depth < line.indexOf(other.target) ||
      (depth === line.indexOf(other.target) && measure.sectors.length > other.sectors.length);
    if (closer) best.set(measure.lever, measure);
  }
  return [...best.values()].sort((a, b) => byCodeUnit(a.id, b.id));
}

function assess(setting: Setting, flow: KnownFlow, measure: ReductionMeasure): Reduction {
  const { resource } = flow;
  const avoided = product(
    text("Quantité évitée par an", "Quantity avoided a year"),
    flow.yearly.unit,
    flow.yearly.state === "known"
      ? [flow.yearly, leafOf(text("Part évitée", "Share avoided"), measure.saving)]
      : [flow.yearly],
  );
  const { terms, visible, doubts } =
    measure.direction === "out" ? wasteTerms(setting, flow, measure) : purchaseTerms(setting, flow);
  const running = measure.running;
  const all: readonly Term[] =
    running === null
      ? terms
      : [
          ...terms,
          {
            id: "reduction.running",
            metric: "gain",
            basis: "fixed",
            sign: -1,
            label: text("Tenir la mesure dans le temps", "Keeping the measure alive"),
            rate: leafOf(text("Coût annuel de la mesure", "Yearly cost of the measure"), running),
            role: flow.flow.direction === "out" ? "offer" : "need",
          },
        ];
  const here = onSite();
  const figure = (metric: Metric, label: Text): Figure =>
    all.some((term) => term.metric === metric)
      ? evaluateTree(all, label, metric, avoided, here)
      : notApplicable(label, metricUnit[metric]);
  const costs = terms.filter((term) => term.metric === "gain").map((term) => term.rate);
  const unit = resource === null ? "EUR/t" : rateUnit(resource, "EUR");
  const investment =
    measure.investment.high === 0
      ? noInvestment()
      : leafOf(text(`Investissement : ${measure.title.fr}`, `Investment: ${measure.title.en}`), measure.investment);
  const roles = [...new Set(all.filter((term) => term.metric === "gain").map((term) => term.role))];
  return {
    id: `red-${shortHash([[measure.id], [flow.flow.id]])}`,
    measure,
    flow,
    avoided,
    fullCost: sum(text("Coût complet d'une unité aujourd'hui", "Full cost of one unit today"), unit, costs),
    visibleCost: sum(text("Coût visible sur facture", "Cost visible on an invoice"), unit, visible),
    gain: figure("gain", text("Gain annuel, avant investissement", "Yearly gain, before investment")),
    parties: roles.map((role) => ({
      role,
      gain: evaluateTree(
        all.filter((term) => term.role === role),
        text("Gain annuel de la partie", "Yearly gain of the party"),
        "gain",
        avoided,
        here,
      ),
    })),
    investment,
    payback: paybackYears(investment, all, avoided, here),
    npv: netPresentValue(setting.reference, investment, all, avoided, here, measure.life_years),
    co2e: figure("co2e", text("Émissions évitées", "Emissions avoided")),
    prevented: figure("diverted", text("Déchets qui n'apparaissent plus", "Waste that no longer arises")),
    water: figure("water", text("Eau économisée", "Water saved")),
    energy: figure("energy", text("Énergie économisée", "Energy saved")),
    counterfactual:
      measure.direction === "out"
        ? text(
            `Sans cette mesure, « ${flow.flow.label} » continue d'apparaître, d'être manipulé et enlevé comme aujourd'hui.`,
            `Without this measure "${flow.flow.label}" goes on arising, being handled and removed as today.`,
          )
        : text(
            `Sans cette mesure, « ${flow.flow.label} » continue d'être acheté en même quantité, au prix d'aujourd'hui.`,
            `Without this measure "${flow.flow.label}" goes on being bought in the same quantity, at today's price.`,
          ),
    doubts,
  };
}

/** Full hidden cost of a waste: purchase value lost + handling + removal, each to whoever pays it today. */
function wasteTerms(
  setting: Setting,
  flow: KnownFlow,
  measure: ReductionMeasure,
): { terms: readonly Term[]; visible: readonly Figure[]; doubts: readonly Text[] } {
  const { reference, context, day } = setting;
  const { resource } = flow;
  if (resource === null) return { terms: [], visible: [], doubts: [] };
  const giver = offerTerms(setting, flow);
  // The emissions of the outlet and the removal are those of an exchange: written once, in the giver's terms.
  const removal = giver.terms.filter((term) => term.id === "offer.removal" || term.id === "offer.outlet");
  const common = { basis: "per-unit", sign: 1, role: "offer" } as const;
  const terms: Term[] = [...removal];
  if (measure.lost_value !== null)
    terms.push({
      id: "reduction.lost-value",
      metric: "gain",
      label: text("Valeur d'achat perdue", "Purchase value lost"),
      rate: leafOf(
        text("Valeur d'achat perdue dans le déchet", "Purchase value lost in the waste"),
        measure.lost_value,
      ),
      ...common,
    });
  if (resource.unit === "t") {
    terms.push({
      id: "reduction.handling",
      metric: "gain",
      label: text("Manutention et stockage", "Handling and storage"),
      rate: parameter(reference, "waste.handling-cost"),
      ...common,
    });
    terms.push({
      id: "reduction.prevented",
      metric: "diverted",
      label: text("Déchet évité à la source", "Waste prevented at source"),
      rate: given({
        label: text("Unité pour unité", "Unit for unit"),
        value: 1,
        unit: "t/t",
        source: "definition",
        date: null,
      }),
      ...common,
    });
  }
  if (resource.family === "water" && resource.unit === "m3") terms.push(sameUnit("water", "m3"));
  if (measure.material !== null) {
    const made = factorFigure(
      reference,
      { quantity: "supply-co2e", resource: measure.material, context: context.id, day },
      text("Émissions de fabrication de ce qui est perdu", "Emissions of making what is lost"),
      rateUnit(resource, "tCO2e"),
    );
    // The outlet is known more often than the making: an unknown making leaves the lower figure, and says so.
    if (made.state === "known")
      terms.push({
        id: "reduction.material",
        metric: "co2e",
        label: text("Fabrication évitée", "Production avoided"),
        rate: inUnit(made, rateUnit(resource, "tCO2e")),
        ...common,
      });
  }
  return {
    terms,
    visible: removal.filter((term) => term.metric === "gain").map((term) => term.rate),
    doubts: giver.doubts,
  };
}

/** A purchase that becomes smaller: price, emissions, water and energy as an exchange would count them. */
function purchaseTerms(
  setting: Setting,
  flow: KnownFlow,
): { terms: readonly Term[]; visible: readonly Figure[]; doubts: readonly Text[] } {
  const { terms, doubts } = needTerms(setting, flow, false);
  return { terms, visible: [purchasePrice(setting, flow).price], doubts };
}

const sameUnit = (metric: "water" | "energy", unit: string): Term => ({
  id: `reduction.${metric}`,
  metric,
  basis: "per-unit",
  sign: 1,
  label: metric === "water" ? text("Eau économisée", "Water saved") : text("Énergie économisée", "Energy saved"),
  rate: given({
    label: text("Unité pour unité", "Unit for unit"),
    value: 1,
    unit: `${unit}/${unit}`,
    source: "definition",
    date: null,
  }),
  role: "offer",
});
