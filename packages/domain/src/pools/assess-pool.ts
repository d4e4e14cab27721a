import { noInvestment } from "../assessment/capital.ts";
import { netPresentValue, paybackYears } from "../assessment/returns.ts";
import type { Setting } from "../assessment/setting.ts";
import { purchasePrice } from "../assessment/taker-terms.ts";
import { evaluateTree, type Metric, type Term } from "../assessment/terms.ts";
import { barriersOf } from "../barriers/barriers.ts";
import { normalised, spread } from "../calendar/months.ts";
import { factorFigure } from "../factors/factor.ts";
import { derived, type Figure, given, notApplicable, product, sum } from "../figures/figure.ts";
import { roadDistance } from "../geography/distance.ts";
import { quantityUnit, rateUnit } from "../matching/known-flow.ts";
import { leafOf, parameter } from "../reference-data/reference.ts";
import { verdictOf } from "../regulation/verdict.ts";
import { easeOf } from "../synergies/ease.ts";
import { type Party, type Synergy, synergyId } from "../synergies/synergy.ts";
import { midSentence, type Text, text } from "../text/text.ts";
import { candidateId, type PoolCandidate, type PoolGroup } from "./candidate.ts";
import { poolQuantities } from "./measure.ts";
import { chargeOf, type PoolCosts, poolCosts } from "./pool-costs.ts";
import { poolFacts } from "./pool-facts.ts";
import { poolDoubts, poolReasons } from "./pool-words.ts";
import { hostedShares, poolShares } from "./sharing-rule.ts";

/** The farthest member from the first (or from the owner who lends), as the extent of the pool. */
function extentOf({ reference, context }: Setting, { members, host }: PoolGroup): Figure {
  const [first, ...others] = [...(host === null ? [] : [host.establishment]), ...members.map(({ site }) => site)];
  const label = text("Étendue du groupe", "Extent of the group");
  if (first === undefined || others.length === 0) return notApplicable(label, "km");
  const ways = others.map((site) => roadDistance(reference, context, first, site));
  const most = (of: "value" | "low" | "high") => ways.reduce((km, way) => Math.max(km, way[of] ?? 0), 0);
  return derived(
    label,
    "km",
    text("plus grande distance au premier membre", "largest distance to the first member"),
    ways,
    { value: most("value"), low: most("low"), high: most("high") },
  );
}

/** What one unit costs this member today: its own price, else the price of the class in the reference. */
function priceOf(setting: Setting, { need }: PoolGroup, { flow }: PoolCandidate): { price: Figure; declared: boolean } {
  if (flow !== null) return purchasePrice(setting, flow);
  const { reference, context, day } = setting;
  const label = text("Prix d'aujourd'hui", "Present price");
  const question = { quantity: "purchase-price", resource: need.id, context: context.id, day } as const;
  return { price: factorFigure(reference, question, label, rateUnit(need, "EUR")), declared: false };
}

/** The share of its present cost that a member saves. */
function savingShare(setting: Setting, { kind, host }: PoolGroup, { flow }: PoolCandidate): Figure {
  const usual = leafOf(text("Part économisée", "Share saved"), kind.saving);
  if (host !== null) {
    const running = parameter(setting.reference, "sharing.running-share");
    const label = text("Part économisée chez un propriétaire", "Share saved at an owner's");
    const one = given({ label, value: 1, unit: "1", source: "definition", date: null });
    const spared = sum(label, "1", [one, running], [1, -1]);
    return (spared.value ?? 0) > kind.saving.value ? spared : usual;
  }
  const said = kind.fill === null ? undefined : flow?.flow.quality?.[kind.fill.key];
  if (kind.fill === null || typeof said !== "number" || said <= 0 || said > 100) return usual;
  const { target } = kind.fill;
  const at = (aim: number): number => Math.max(0, 1 - said / aim);
  return derived(
    text("Part économisée, d'après le remplissage", "Share saved, from the fill"),
    "1",
    text("1 − remplissage déclaré ÷ remplissage visé", "1 − fill declared ÷ fill aimed at"),
    [
      given({
        label: text("Remplissage déclaré", "Fill declared"),
        value: said,
        unit: "%",
        source: `declared:${flow?.flow.id}`,
        date: setting.day,
      }),
      leafOf(text("Remplissage visé", "Fill aimed at"), target),
    ],
    { value: at(target.value), low: at(target.low), high: at(target.high) },
  );
}

const fixed = (id: string, metric: Metric, sign: 1 | -1, rate: Figure): Term => ({
  id,
  metric,
  basis: "fixed",
  sign,
  label: rate.label,
  rate,
  role: "need",
});

/** The yearly gain as terms: what each saves, less what the pool costs. */
function gainTerms(setting: Setting, { kind }: PoolGroup, savings: readonly Figure[], costs: PoolCosts): Term[] {
  const terms = savings.map((saving, i) => fixed(`pool.saving.${i}`, "gain", 1, saving));
  costs.yearly.forEach((cost, i) => {
    terms.push(fixed(`pool.running.${i}`, "gain", -1, cost));
  });
  const charges = [costs.common, ...costs.own].filter(({ high }) => (high ?? 0) > 0);
  charges.forEach((investment, i) => {
    const label = text(`Charge de capital : ${investment.label.fr}`, `Capital charge: ${investment.label.en}`);
    terms.push(fixed(`capital.pool.${i}`, "gain", -1, chargeOf(setting, label, investment, kind.life_years)));
  });
  return terms;
}

/** Emissions avoided, by the unit or by the kilometre not driven; and those kilometres. */
function impactOf({ kind }: PoolGroup, quantity: Figure): { co2e: Figure; km: Figure } {
  const leaves = (numbers: typeof kind.km, label: Text) => numbers.map((number) => leafOf(label, number));
  const km =
    kind.km.length === 0
      ? notApplicable(text("Kilomètres évités", "Kilometres avoided"), "km/yr")
      : product(text("Kilomètres évités", "Kilometres avoided"), "km/yr", [
          quantity,
          ...leaves(kind.km, text("Kilomètres par unité", "Kilometres per unit")),
        ]);
  const label = text("Émissions évitées", "Emissions avoided");
  const co2e =
    kind.co2e.length === 0
      ? notApplicable(label, "tCO2e/yr")
      : product(label, "tCO2e/yr", [
          kind.km.length > 0 ? km : quantity,
          ...leaves(kind.co2e, text("Facteur d'émission", "Emission factor")),
        ]);
  return { co2e, km };
}

/**
 * A pool of needs of one class, assessed against each keeping its own contract. The sharing of the gain is the one of
 * {@link poolShares} and {@link hostedShares}: no member and no subgroup would do better alone.
 */
export function assessPool(setting: Setting, group: PoolGroup): Synergy {
  const { reference, day } = setting;
  const { kind, members, need, host } = group;
  const quantities = poolQuantities(setting, kind, need, members);
  const quantity = sum(text("Besoins réunis", "Needs together"), quantityUnit(need), quantities);
  const distance = extentOf(setting, group);
  const prices = members.map((member) => priceOf(setting, group, member));
  const savings = members.map((member, i) =>
    product(text(`Économie brute : ${member.site.name}`, `Gross saving: ${member.site.name}`), "EUR/yr", [
      quantities[i] ?? quantity,
      { ...(prices[i]?.price ?? quantity), unit: rateUnit(need, "EUR") },
      savingShare(setting, group, member),
    ]),
  );
  const costs = poolCosts(setting, group, quantities);
  const terms = gainTerms(setting, group, savings, costs);
  const gainLabel = text("Gain annuel net du groupe", "Net yearly gain of the group");
  const gain = evaluateTree(terms, gainLabel, "gain", quantity, distance);
  const investment = sum(text("Investissement du groupe", "Investment of the group"), "EUR", [
    costs.common,
    ...costs.own,
  ]);
  const { co2e, km } = impactOf(group, quantity);
  const parties = partiesOf(setting, group, { gain, savings, costs });
  const facts = poolFacts(setting, group, { quantity, distance, gain });
  const verdict = verdictOf(reference, facts, day);
  const flows = members.flatMap(({ flow }) => flow ?? []);
  const monthly = members.map(({ flow }, i) => spread(quantities[i]?.value ?? 1, flow?.weights ?? flatYear));
  return {
    id: synergyId(
      "mutualisation",
      host === null ? [] : [host.flow.id],
      members.map(candidateId),
      // Cleaning of two classes by the same sites would otherwise be one.
      [kind.id, need.id],
    ),
    kind: "mutualisation",
    title: text(
      `${titleOf(group).fr} (${members.length} établissements)`,
      `${titleOf(group).en} (${members.length} establishments)`,
    ),
    offers: host === null ? [] : [host],
    needs: flows,
    establishments: parties.map(({ establishment }) => establishment),
    route: null,
    steps: [],
    quantity,
    distance,
    gain,
    investment: investment.high === 0 ? noInvestment() : investment,
    payback: paybackYears(investment, terms, quantity, distance),
    npv: netPresentValue(reference, investment, terms, quantity, distance, investment.high ? kind.life_years : null),
    co2e,
    diverted: notApplicable(text("Déchets détournés de l'élimination", "Waste diverted from disposal"), "t/yr"),
    virgin: notApplicable(text("Matière vierge épargnée", "Virgin matter spared"), "t/yr"),
    water: notApplicable(text("Eau économisée", "Water saved"), "m3/yr"),
    energy: notApplicable(text("Énergie remplacée", "Energy replaced"), "MWh/yr"),
    jobs: notApplicable(
      text("Travail local (équivalents temps plein)", "Local work (full-time equivalents)"),
      "person",
    ),
    counterfactual: [
      text(
        "Sans la mutualisation, chaque établissement garde son propre contrat au prix d'aujourd'hui.",
        "Without the pool each establishment keeps its own contract at today's price.",
      ),
    ],
    parties,
    pool: {
      kind: kind.id,
      name: titleOf(group),
      members: members.map(({ site, flow }, i) => ({
        establishment: site.id,
        flow,
        quantity: quantities[i] ?? quantity,
        gross: savings[i] ?? gain,
      })),
    },
    verdict,
    barriers: barriersOf(reference, facts, verdict),
    ease: easeOf(reference, {
      parties: parties.length,
      processes: 0,
      outcome: verdict.outcome,
      distance,
      overlapShare: 1,
      flows,
      deduced: members.length - flows.length,
      day,
    }),
    confidence: flows.reduce((least, flow) => Math.min(least, flow.confidence), 1),
    months: normalised(Array.from({ length: 12 }, (_, m) => monthly.reduce((all, year) => all + (year[m] ?? 0), 0))),
    reasons: poolReasons(group, km),
    doubts: poolDoubts(
      setting,
      group,
      quantity,
      members.filter((_, i) => prices[i]?.declared !== true),
    ),
  };
}

const flatYear = Array.from({ length: 12 }, () => 1);

/** The kind, and the class when the kind has one pool per class. */
export const titleOf = ({ kind, need }: Pick<PoolGroup, "kind" | "need">): Text =>
  kind.together
    ? kind.name
    : text(`${kind.name.fr} : ${midSentence(need.name.fr)}`, `${kind.name.en}: ${midSentence(need.name.en)}`);

type Assessed = { gain: Figure; savings: readonly Figure[]; costs: PoolCosts };

/** Who gains and invests what; the owner who lends comes first. */
function partiesOf(setting: Setting, group: PoolGroup, { gain, savings, costs }: Assessed): readonly Party[] {
  const { kind, members, host } = group;
  const gross = sum(text("Économies brutes réunies", "Gross savings together"), "EUR/yr", savings);
  const values = savings.map(({ value }) => value ?? 0);
  const charge = (investment: Figure): number =>
    investment.value === 0 ? 0 : (chargeOf(setting, investment.label, investment, kind.life_years).value ?? 0);
  const own = costs.own.map(charge);
  const yearly = costs.yearly.reduce((total, { value }) => total + (value ?? 0), 0);
  const shares =
    host === null
      ? { host: 0, members: poolShares(values, own, yearly + charge(costs.common)) }
      : hostedShares(values, gain.value ?? 0, withoutHost(setting, group));
  const words =
    host === null
      ? text(
          "économie du membre − ses coûts propres − coût commun × économie du membre ÷ économies réunies",
          "saving of the member − its own costs − common cost × saving of the member ÷ savings together",
        )
      : text(
          "(gain du groupe − part du propriétaire) × économie du membre ÷ économies réunies",
          "(gain of the group − share of the owner) × saving of the member ÷ savings together",
        );
  const all = gross.value ?? 0;
  const bounded = (label: Text, how: Text, inputs: readonly Figure[], value: number, weight: number): Figure =>
    derived(
      label,
      "EUR/yr",
      how,
      inputs,
      // The parts rise and fall together: their bounds add up to the bounds of the whole.
      gain.state === "known"
        ? { value, low: value - (gain.value - gain.low) * weight, high: value + (gain.high - gain.value) * weight }
        : null,
    );
  const hostWeight = gain.state === "known" && gain.value > 0 ? shares.host / gain.value : 0;
  const parties = members.map(({ site }, i): Party => {
    const saving = savings[i];
    const alone = costs.own[i];
    const weight = all > 0 ? (values[i] ?? 0) / all : 1 / members.length;
    const inputs = [gain, ...(saving === undefined ? [] : [saving]), gross, ...(alone?.high ? [alone] : [])];
    return {
      establishment: site.id,
      gain: bounded(
        text("Part du gain", "Share of the gain"),
        words,
        inputs,
        shares.members[i] ?? 0,
        weight * (1 - hostWeight),
      ),
      investment: investmentShare(costs, alone, saving, gross, weight),
    };
  });
  if (host === null) return parties;
  const lent = bounded(
    text("Part du propriétaire", "Share of the owner"),
    text(
      "moitié de ce que sa capacité ajoute au gain du groupe",
      "half of what its capacity adds to the gain of the group",
    ),
    [gain],
    shares.host,
    hostWeight,
  );
  return [{ establishment: host.establishment.id, gain: lent, investment: noInvestment() }, ...parties];
}

/** What the group would gain without its owner: by buying, renting or hiring together. */
const withoutHost = (setting: Setting, group: PoolGroup): number =>
  assessPool(setting, { ...group, host: null }).gain.value ?? 0;

function investmentShare(
  { common }: PoolCosts,
  own: Figure | undefined,
  saving: Figure | undefined,
  gross: Figure,
  weight: number,
): Figure {
  const label = text("Part de l'investissement", "Share of the investment");
  if (common.high === 0 && (own === undefined || own.high === 0)) return noInvestment();
  const words = text(
    "coûts propres + investissement commun × économie du membre ÷ économies réunies",
    "own costs + common investment × saving of the member ÷ savings together",
  );
  const inputs = [...(own?.high ? [own] : []), common, ...(saving === undefined ? [] : [saving]), gross];
  if (common.state !== "known" || own?.state !== "known" || gross.state !== "known")
    return derived(label, "EUR", words, inputs, null);
  return derived(label, "EUR", words, inputs, {
    value: own.value + common.value * weight,
    low: own.low + common.low * weight,
    high: own.high + common.high * weight,
  });
}
