import { barriersOf } from "../barriers/barriers.ts";
import type { Route } from "../conversions/route.ts";
import { derived, type Figure, notApplicable, product, sum } from "../figures/figure.ts";
import type { SynergyKind } from "../formats/synergies.ts";
import { distanceDoubt, roadDistance } from "../geography/distance.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import { type Overlap, overlapOf } from "../matching/overlap.ts";
import { type QualityCheck, qualityOf } from "../matching/quality.ts";
import { leafOf } from "../reference-data/reference.ts";
import type { Rule } from "../reference-data/rows.ts";
import type { FactValue } from "../regulation/predicate.ts";
import { type Verdict, verdictOf } from "../regulation/verdict.ts";
import { easeOf } from "../synergies/ease.ts";
import { factsOf } from "../synergies/facts.ts";
import { type Party, type Step, type Synergy, synergyId } from "../synergies/synergy.ts";
import { same, type Text, text } from "../text/text.ts";
import { noInvestment } from "./capital.ts";
import { exchangeTerms } from "./exchange-terms.ts";
import { netPresentValue, paybackYears } from "./returns.ts";
import type { Setting } from "./setting.ts";
import { evaluateTree, type Metric, metricUnit, type Role, type Term } from "./terms.ts";

/** Why a pair is or is not a lead, before any figure is worked out. */
export type Admission = {
  readonly outcome: "admitted" | "quality" | "season" | "too-far" | "law";
  readonly verdict: Verdict;
  readonly overlap: Overlap;
  readonly quality: QualityCheck;
  readonly distance: Figure;
};

const sharedFamilies = new Set(["service", "equipment", "space", "skill", "logistics"]);

/** Sharing lends a capacity that stays; substitution gives a flow away; transformation puts a process between. */
export function kindOf(offer: KnownFlow, route: Route): SynergyKind {
  if (route.processes.length > 0) return "transformation";
  const shared =
    offer.flow.status === "capacity" || (offer.resource !== null && sharedFamilies.has(offer.resource.family));
  return shared ? "sharing" : "substitution";
}

/**
 * Tests a pair against law, season, quality and distance. The law is looked at first: a forbidden pair is shown as
 * refused even when its season would not fit either.
 * @param rules those that may apply to the two classes, when the caller knows them; else all in force
 */
export function admit(
  setting: Setting,
  offer: KnownFlow,
  need: KnownFlow,
  route: Route,
  rules?: readonly Rule[],
): Admission {
  const { reference, context, day } = setting;
  const overlap = overlapOf(offer, need, route);
  const quality = qualityOf(offer, need, route);
  const distance = roadDistance(reference, context, offer.establishment, need.establishment);
  const facts = factsOf(reference, context, {
    kind: kindOf(offer, route),
    offers: [offer],
    needs: [need],
    route,
    quantity: overlap.quantity,
    distance,
  });
  const verdict = verdictOf(reference, facts, day, rules);
  const tooFar = route.maxKm !== null && distance.state === "known" && distance.low > route.maxKm;
  const outcome =
    verdict.outcome === "forbidden"
      ? "law"
      : !overlap.meets
        ? "season"
        : quality.truth === "no"
          ? "quality"
          : tooFar
            ? "too-far"
            : "admitted";
  return { outcome, verdict, overlap, quality, distance };
}

export function stepsOf(route: Route): readonly Step[] {
  return route.conversions.flatMap((conversion) => {
    const process = route.processes.find((one) => one.id === conversion.process);
    if (process === undefined) return [];
    return [
      {
        process,
        resourceIn: conversion.from,
        resourceOut: conversion.to,
        yield: leafOf(text("Rendement", "Yield"), conversion.ratio),
        facility: null,
      },
    ];
  });
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const gainLabel = text("Gain annuel net, charge de capital comprise", "Net yearly gain, capital charge included");
const metricLabel: Record<Metric, Text> = {
  gain: gainLabel,
  co2e: text("Émissions évitées", "Emissions avoided"),
  diverted: text("Déchets détournés de l'élimination", "Waste diverted from disposal"),
  water: text("Eau économisée", "Water saved"),
  energy: text("Énergie remplacée", "Energy replaced"),
};

/** The figure of one metric; not applicable where no term speaks of it. */
function metricFigure(
  terms: readonly Term[],
  metric: Metric,
  quantity: Figure,
  distance: Figure,
  positiveIs: readonly string[] = [],
): Figure {
  const speaks = terms.some(
    (term) => term.metric === metric && (positiveIs.length === 0 || positiveIs.includes(term.id)),
  );
  return speaks
    ? evaluateTree(terms, metricLabel[metric], metric, quantity, distance)
    : notApplicable(metricLabel[metric], metricUnit[metric]);
}

/** What has to be bought once: processes whatever their size, processes by their size, and the link between the sites. */
function investmentOf(route: Route, quantity: Figure, distance: Figure): Figure {
  const parts: Figure[] = [];
  let met = quantity;
  for (const conversion of route.conversions) {
    const process = route.processes.find((one) => one.id === conversion.process);
    if (process !== undefined) {
      const label = text(`Investissement : ${process.name.fr}`, `Investment: ${process.name.en}`);
      parts.push(leafOf(label, process.investment));
      if (process.capacity_investment !== null)
        parts.push(
          product(text(`Capacité : ${process.name.fr}`, `Capacity: ${process.name.en}`), "EUR", [
            met,
            leafOf(label, process.capacity_investment),
          ]),
        );
    }
    const [made] = conversion.ratio.unit.split("/");
    met = product(
      text("Quantité transformée", "Quantity transformed"),
      met.unit.endsWith("/yr") ? `${made}/yr` : `${made}`,
      [met, leafOf(text("Rendement", "Yield"), conversion.ratio)],
    );
  }
  for (const { perKm } of route.links)
    parts.push(
      product(text("Liaison entre les sites", "Link between the sites"), "EUR", [
        leafOf(text("Liaison au kilomètre", "Link per kilometre"), perKm),
        distance,
      ]),
    );
  return parts.length === 0 ? noInvestment() : sum(text("Investissement", "Investment"), "EUR", parts);
}

/** The longest life among the equipment of the route; null when nothing is bought. */
const lifeOf = (route: Route): number | null =>
  route.processes.length === 0 ? null : Math.max(...route.processes.map((process) => process.life_years));

/** The public service that pays for household-type waste where the flow arises. */
export const collectivite = "@collectivite";

function partiesOf(
  terms: readonly Term[],
  offer: KnownFlow,
  need: KnownFlow,
  quantity: Figure,
  distance: Figure,
  investment: Figure,
): readonly Party[] {
  const nothing = noInvestment();
  const gainOf = (role: Role): Figure => {
    const own = terms.filter((term) => term.role === role);
    if (own.some((term) => term.metric === "gain"))
      return evaluateTree(
        own,
        text("Gain annuel de la partie", "Yearly gain of the party"),
        "gain",
        quantity,
        distance,
      );
    return derived(
      text("Gain annuel de la partie", "Yearly gain of the party"),
      "EUR/yr",
      text("aucun poste à la charge ou au bénéfice de cette partie", "no item at the expense or benefit of this party"),
      [],
      { value: 0, low: 0, high: 0 },
    );
  };
  const parties: Party[] = [
    { establishment: offer.establishment.id, gain: gainOf("offer"), investment: nothing },
    { establishment: need.establishment.id, gain: gainOf("need"), investment },
  ];
  if (terms.some((term) => term.role === "public" && term.metric === "gain"))
    parties.push({ establishment: collectivite, gain: gainOf("public"), investment: nothing });
  return parties;
}

/** Assesses an admitted pair: every figure a tree down to its sources, every gain against today's route. */
export function assessExchange(
  setting: Setting,
  offer: KnownFlow,
  need: KnownFlow,
  route: Route,
  admission: Admission = admit(setting, offer, need, route),
): Synergy {
  const { reference, context, day } = setting;
  const { overlap, quality, distance, verdict } = admission;
  const kind = kindOf(offer, route);
  const { terms, counterfactual, doubts: termDoubts } = exchangeTerms(setting, offer, need, route);
  const { quantity } = overlap;
  const gain = metricFigure(terms, "gain", quantity, distance);
  const investment = investmentOf(route, quantity, distance);
  const steps = stepsOf(route);
  const ease = easeOf(reference, {
    parties: 2,
    processes: route.processes.length,
    outcome: verdict.outcome,
    distance,
    overlapShare: overlap.share,
    flows: [offer, need],
    day,
  });
  const facts = new Map<string, FactValue>(
    factsOf(reference, context, { kind, offers: [offer], needs: [need], route, quantity, distance }),
  );
  facts.set("season.share", overlap.share);
  facts.set("quality.known", quality.truth === "yes");
  facts.set(
    "contract.runs",
    [offer, need].some(
      ({ flow }) => (flow.current?.contract_end ?? "") > `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`,
    ),
  );
  if (gain.state === "known") {
    facts.set("gain.value", gain.value);
    facts.set("gain.low", gain.low);
  }
  const doubts: Text[] = [...termDoubts, ...quality.notes];
  const far = distanceDoubt(reference, context, offer.establishment, need.establishment);
  if (far !== null) doubts.push(far);
  for (const known of [offer, need]) {
    if (known.question !== null) doubts.push(known.question);
    if (known.yearly.state !== "known")
      doubts.push(
        text(
          `Quantité de « ${known.flow.label} » inconnue : la demander à ${known.establishment.name}.`,
          `Quantity of "${known.flow.label}" is unknown: ask ${known.establishment.name}.`,
        ),
      );
    if (known.flow.period === "once" || known.flow.regularity === "one-off")
      doubts.push(
        text(
          `« ${known.flow.label} » est ponctuel : le gain vaut pour l'année où il a lieu.`,
          `"${known.flow.label}" happens once: the gain is that of the year it happens in.`,
        ),
      );
  }
  for (const finding of verdict.findings)
    for (const fact of finding.asks) {
      const question = reference.facts.find((row) => row.id === fact)?.question;
      if (question !== undefined && !doubts.includes(question)) doubts.push(question);
    }
  const reasons: Text[] = route.conversions.map((conversion) => conversion.reason);
  if (route.conversions.length === 0)
    reasons.push(
      text(
        `Les deux parlent de la même ressource : ${route.from.name.fr.toLowerCase()}.`,
        `Both speak of the same resource: ${route.from.name.en.toLowerCase()}.`,
      ),
    );
  if (kind === "sharing" && gain.state === "known")
    reasons.push(
      text(
        "Le prix de l'usage reste à convenir entre les parties : il déplace le gain, il ne le change pas.",
        "The price of the use remains to be agreed: it moves the gain between the parties, it does not change it.",
      ),
    );
  return {
    id: synergyId(
      kind,
      [offer.flow.id],
      [need.flow.id],
      steps.map((step) => step.process.id),
    ),
    kind,
    title: same(capital(`${offer.flow.label} → ${need.flow.label}`)),
    offers: [offer],
    needs: [need],
    establishments: [offer.establishment.id, need.establishment.id],
    route,
    steps,
    quantity,
    distance,
    gain,
    investment,
    payback: paybackYears(investment, terms, quantity, distance),
    npv: netPresentValue(reference, investment, terms, quantity, distance, lifeOf(route)),
    co2e: metricFigure(terms, "co2e", quantity, distance),
    diverted: metricFigure(terms, "diverted", quantity, distance),
    water: metricFigure(terms, "water", quantity, distance),
    energy: metricFigure(terms, "energy", quantity, distance),
    counterfactual,
    parties: partiesOf(terms, offer, need, quantity, distance, investment),
    grossByMember: [],
    verdict,
    barriers: barriersOf(reference, facts, verdict),
    ease,
    confidence: Math.min(offer.confidence, need.confidence),
    months: overlap.months,
    reasons,
    doubts,
  };
}
