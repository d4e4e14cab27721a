import { barriersOf } from "../barriers/barriers.ts";
import type { Route } from "../conversions/route.ts";
import { type Figure, notApplicable } from "../figures/figure.ts";
import { lazily, lazyMeans } from "../lazy/lazily.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import type { Facts, FactValue } from "../regulation/predicate.ts";
import { easeOf } from "../synergies/ease.ts";
import { classFacts, factTold } from "../synergies/facts.ts";
import { type Synergy, synergyId } from "../synergies/synergy.ts";
import { same, type Text, text } from "../text/text.ts";
import { type Admission, admit, kindOf } from "./admission.ts";
import { investmentOf, lifeOf, stepsOf } from "./exchange-capital.ts";
import { partiesOf, usesOf } from "./exchange-parties.ts";
import { exchangeTerms } from "./exchange-terms.ts";
import { doubtsOf, hostWords, reasonsOf } from "./exchange-words.ts";
import { type Hosting, hostingOf } from "./hosts.ts";
import { remembered } from "./remembered.ts";
import { beforeCapital, beforeCapitalLabel, paybackOn, presentValueOn } from "./returns.ts";
import type { Contribution, Setting } from "./setting.ts";
import { evaluateTerm, type Metric, metricUnit, sumOfTerms, type Term } from "./terms.ts";

const metricLabel: Record<Metric, Text> = {
  gain: text("Gain annuel net, charge de capital comprise", "Net yearly gain, capital charge included"),
  co2e: text("Émissions évitées", "Emissions avoided"),
  diverted: text("Déchets détournés de l'élimination", "Waste diverted from disposal"),
  virgin: text("Matière vierge épargnée", "Virgin matter spared"),
  water: text("Eau économisée", "Water saved"),
  energy: text("Énergie remplacée", "Energy replaced"),
  jobs: text("Travail local (équivalents temps plein)", "Local work (full-time equivalents)"),
};
const empty: Record<Metric, Figure> = {
  gain: notApplicable(metricLabel.gain, metricUnit.gain),
  co2e: notApplicable(metricLabel.co2e, metricUnit.co2e),
  diverted: notApplicable(metricLabel.diverted, metricUnit.diverted),
  virgin: notApplicable(metricLabel.virgin, metricUnit.virgin),
  water: notApplicable(metricLabel.water, metricUnit.water),
  energy: notApplicable(metricLabel.energy, metricUnit.energy),
  jobs: notApplicable(metricLabel.jobs, metricUnit.jobs),
};

type Pair = {
  readonly setting: Setting;
  readonly offer: KnownFlow;
  readonly need: KnownFlow;
  readonly route: Route;
  readonly admission: Admission;
};

/** What the figures of one exchange share. */
type Workings = {
  readonly hosting: Hosting;
  readonly terms: Contribution;
  /** A term as a branch of the tree: evaluated once, wherever it is summed. */
  readonly branch: (term: Term) => Figure;
  readonly gainBeforeCapital: Figure;
};

const workings = lazyMeans<Pair, Workings>({
  hosting: ({ setting, offer, need, route }) => hostingOf(setting, offer, need, route),
  terms: ({ setting, offer, need, route }, { hosting }) => exchangeTerms(setting, offer, need, route, hosting),
  branch: ({ admission }) => {
    const branches = new Map<Term, Figure>();
    return (term) =>
      remembered(branches, term, () => evaluateTerm(term, admission.overlap.quantity, admission.distance));
  },
  gainBeforeCapital: (_pair, { terms, branch }) =>
    sumOfTerms(beforeCapital(terms.terms), beforeCapitalLabel, "gain", branch),
});

/** The figure of one metric; not applicable where no term speaks of it. */
const measured = (metric: Metric, { terms: { terms }, branch }: Workings): Figure =>
  terms.some((term) => term.metric === metric) ? sumOfTerms(terms, metricLabel[metric], metric, branch) : empty[metric];

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const exchanges = lazily<Pair & { readonly work: Workings }, Synergy>({
  id: ({ offer, need, route }, { kind }) =>
    synergyId(
      kind,
      [offer.flow.id],
      [need.flow.id],
      route.processes.map((process) => process.id),
    ),
  kind: ({ offer, route }) => kindOf(offer, route),
  title: ({ offer, need }) => same(capital(`${offer.flow.label} → ${need.flow.label}`)),
  offers: ({ offer }) => [offer],
  needs: ({ need }) => [need],
  establishments: ({ offer, need, work }) =>
    [offer.establishment, need.establishment, ...work.hosting.thirds].map(({ id }) => id),
  route: ({ route }) => route,
  steps: ({ route, work }) => stepsOf(route, work.hosting.at),
  quantity: ({ admission }) => admission.overlap.quantity,
  distance: ({ admission }) => admission.distance,
  gain: ({ work }) => measured("gain", work),
  investment: ({ route, work }, { quantity, distance }) => investmentOf(route, quantity, distance, work.hosting.at),
  payback: ({ work }, { investment }) => paybackOn(investment, () => work.gainBeforeCapital),
  npv: ({ setting, route, work }, { investment }) =>
    presentValueOn(setting.reference, investment, work.gainBeforeCapital, lifeOf(route, work.hosting.at)),
  co2e: ({ work }) => measured("co2e", work),
  diverted: ({ work }) => measured("diverted", work),
  virgin: ({ work }) => measured("virgin", work),
  water: ({ work }) => measured("water", work),
  energy: ({ work }) => measured("energy", work),
  jobs: ({ work }) => measured("jobs", work),
  counterfactual: ({ work }) => work.terms.counterfactual,
  parties: ({ setting, offer, need, work: { hosting, terms, branch } }, { investment }) => {
    const uses = usesOf(setting.reference, hosting, terms.terms, branch);
    return partiesOf(terms.terms, offer, need, investment, branch, uses);
  },
  pool: () => null,
  verdict: ({ admission }) => admission.verdict,
  barriers: (pair, made) => barriersOf(pair.setting.reference, barrierFacts(pair, made), made.verdict),
  ease: ({ setting, offer, need, route, admission, work }, { distance, verdict }) =>
    easeOf(setting.reference, {
      parties: 2 + work.hosting.thirds.length,
      processes: route.processes.length,
      outcome: verdict.outcome,
      distance,
      overlapShare: admission.overlap.share,
      flows: [offer, need],
      day: setting.day,
    }),
  confidence: ({ offer, need }) => Math.min(offer.confidence, need.confidence),
  months: ({ admission }) => admission.overlap.months,
  reasons: ({ route, work }, { kind, gain }) => [...reasonsOf(route, kind, gain), ...hostWords(route, work.hosting)],
  doubts: ({ setting, offer, need, admission, work }) => doubtsOf(setting, offer, need, admission, work.terms.doubts),
});

/** What the catalogue of barriers may ask, beyond what the law asks: it asks for few facts, and they are looked up one by one. */
function barrierFacts(
  { setting: { reference, context, day }, offer, need, route, admission }: Pair,
  { kind, quantity, distance, gain }: Synergy,
): Facts {
  const assessed = new Map<string, FactValue>([
    ["season.share", admission.overlap.share],
    ["quality.known", admission.quality.truth === "yes"],
    [
      "contract.runs",
      [offer, need].some(
        ({ flow }) => (flow.current?.contract_end ?? "") > `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`,
      ),
    ],
  ]);
  if (gain.state === "known") assessed.set("gain.value", gain.value).set("gain.low", gain.low);
  const classes = classFacts(reference, context, kind, offer.resource, need.resource, route);
  const input = { kind, offers: [offer], needs: [need], route, quantity, distance };
  const get = (name: string): FactValue | undefined =>
    assessed.get(name) ?? factTold(reference, input, name) ?? classes.get(name);
  return { get, has: (name) => get(name) !== undefined };
}

/**
 * Assesses an admitted pair: every figure a tree down to its sources, every gain against today's route.
 * What is not read is not worked out: a lead costs nothing until somebody looks at it.
 */
export function assessExchange(
  setting: Setting,
  offer: KnownFlow,
  need: KnownFlow,
  route: Route,
  admission: Admission = admit(setting, offer, need, route),
): Synergy {
  const pair: Pair = { setting, offer, need, route, admission };
  return exchanges({ ...pair, work: workings(pair) });
}
