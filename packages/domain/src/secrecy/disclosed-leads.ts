import { collectivite } from "../assessment/exchange-parties.ts";
import { flat } from "../calendar/months.ts";
import { derived, type Figure } from "../figures/figure.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import type { Reference } from "../reference-data/reference.ts";
import { type RankedSynergy, type Synergy, synergyId } from "../synergies/synergy.ts";
import { byCodeUnit, type Text, text } from "../text/text.ts";
import type { DisclosedLead } from "./disclosure.ts";
import type { SecretField } from "./may-see.ts";
import type { Alias } from "./pseudonyms.ts";
import { magnitudeWords, natureOf, told, withheld } from "./redact.ts";

// The labels of figures name what they count in the company's own words: these stand in for them.
const labels = {
  quantity: text("Quantité", "Quantity"),
  distance: text("Distance", "Distance"),
  gain: text("Gain annuel net", "Net yearly gain"),
  investment: text("Investissement", "Investment"),
  payback: text("Temps de retour", "Payback"),
  npv: text("Valeur actuelle nette", "Net present value"),
  co2e: text("Émissions évitées", "Emissions avoided"),
  diverted: text("Déchets détournés", "Waste diverted"),
  virgin: text("Matière vierge épargnée", "Virgin matter spared"),
  water: text("Eau économisée", "Water saved"),
  energy: text("Énergie remplacée", "Energy replaced"),
  jobs: text("Travail local (équivalents temps plein)", "Local work (full-time equivalents)"),
} as const;

/** What one reader may know of flows and companies. */
export type Eyes = {
  readonly reference: Reference;
  readonly sees: (flow: KnownFlow, field: SecretField) => boolean;
  readonly redacted: (flow: KnownFlow) => KnownFlow;
  readonly alias: (flow: KnownFlow) => Alias;
  readonly aliasOfSite: (id: string) => Alias;
};

/** Every flow of a lead: offers, needs, and what the members of a pool declared. */
export const flowsOfLead = ({ offers, needs, pool }: Synergy): readonly KnownFlow[] => [
  ...new Set([...offers, ...needs, ...(pool?.members.flatMap(({ flow }) => flow ?? []) ?? [])]),
];

/** May the reader know this of a lead? Only if everyone in it agreed: one number of an exchange tells the other side's. */
export function leadTells({ sees }: Pick<Eyes, "sees">, synergy: Synergy, field: SecretField): boolean {
  const flows = flowsOfLead(synergy);
  const speaking = new Set(flows.map(({ establishment }) => establishment.id));
  return (
    flows.length > 0 &&
    synergy.establishments.every((id) => id.startsWith(collectivite) || speaking.has(id)) &&
    flows.every((flow) => sees(flow, field))
  );
}

/**
 * The leads as one reader may know them, with new ids and ranks: the old ids are made of the companies' own, and the old
 * ranks of their gains. Those of the plan first, then the easier.
 */
export function disclosedLeads(
  eyes: Eyes,
  synergies: readonly RankedSynergy[],
  planned: ReadonlySet<string>,
): ReadonlyMap<string, DisclosedLead> {
  const made = synergies.map((synergy) => ({
    from: synergy.id,
    lead: disclosedLead(eyes, synergy, planned.has(synergy.id)),
  }));
  made.sort(
    (a, b) =>
      Number(b.lead.planned) - Number(a.lead.planned) ||
      (b.lead.synergy.ease.value ?? 0) - (a.lead.synergy.ease.value ?? 0) ||
      byCodeUnit(a.lead.synergy.id, b.lead.synergy.id),
  );
  return new Map(
    made.map(({ from, lead }, i) => [from, { ...lead, synergy: { ...lead.synergy, rank: i + 1 } }] as const),
  );
}

function disclosedLead(eyes: Eyes, synergy: RankedSynergy, planned: boolean): DisclosedLead {
  const { reference, sees, redacted, alias, aliasOfSite } = eyes;
  const flows = flowsOfLead(synergy);
  const [names, nature, quantity] = (["name", "nature", "quantity"] as const).map((field) =>
    leadTells(eyes, synergy, field),
  );
  const gain = quantity === true && leadTells(eyes, synergy, "gain");
  const aliasOf = (id: string): Alias => {
    const own = flows.find(({ establishment }) => establishment.id === id);
    return own === undefined ? aliasOfSite(id) : alias(own);
  };
  const partyId = (id: string): string => (id.startsWith(collectivite) ? collectivite : aliasOf(id).id);
  const show = (yes: boolean | undefined, label: Text, figure: Figure): Figure =>
    yes === true ? told(label, figure) : withheld(label, figure.unit);
  const hiddenUnit = (figure: Figure): Figure => (nature === true ? figure : { ...figure, unit: "1" });
  const offers = synergy.offers.map(redacted);
  const needs = synergy.needs.map(redacted);
  const about = natureWords(reference, synergy, sees);
  const givers = synergy.offers.map((flow) => alias(flow).name);
  const takers =
    synergy.pool === null
      ? synergy.needs.map((flow) => alias(flow).name)
      : synergy.pool.members.map(
          ({ establishment, flow }) => (flow === null ? aliasOfSite(establishment) : alias(flow)).name,
        );
  const ease = Math.round((synergy.ease.value ?? 0) * 10) / 10;
  const easeLabel = text("Facilité, au dixième", "Ease, to one tenth");
  return {
    planned,
    givers,
    takers,
    nature: about,
    natureTold: nature === true,
    magnitudes: flows.flatMap((flow) => (sees(flow, "magnitude") ? (magnitudeWords(flow) ?? []) : [])),
    synergy: {
      id: synergyId(
        synergy.kind,
        offers.map(({ flow }) => flow.id),
        [...needs.map(({ flow }) => flow.id), ...(synergy.pool === null ? [] : synergy.establishments.map(partyId))],
        [],
      ),
      rank: 1,
      kind: synergy.kind,
      title: titleOf(about, givers, takers),
      offers,
      needs,
      establishments: [...new Set(synergy.establishments.map(partyId))],
      route: null,
      steps: nature === true ? synergy.steps.map((step) => ({ ...step, facility: null })) : [],
      quantity: hiddenUnit(show(quantity, labels.quantity, synergy.quantity)),
      distance: show(names, labels.distance, synergy.distance),
      gain: show(gain, labels.gain, synergy.gain),
      investment: show(gain, labels.investment, synergy.investment),
      payback: show(gain, labels.payback, synergy.payback),
      npv: show(gain, labels.npv, synergy.npv),
      co2e: show(quantity, labels.co2e, synergy.co2e),
      diverted: show(quantity, labels.diverted, synergy.diverted),
      virgin: show(quantity, labels.virgin, synergy.virgin),
      water: show(quantity, labels.water, synergy.water),
      energy: show(quantity, labels.energy, synergy.energy),
      jobs: show(quantity, labels.jobs, synergy.jobs),
      counterfactual: [],
      parties: synergy.parties.map((party) => ({
        establishment: partyId(party.establishment),
        gain: show(gain, labels.gain, party.gain),
        investment: show(gain, labels.investment, party.investment),
      })),
      pool: null,
      // The rules that apply tell what the matter is.
      verdict: { outcome: synergy.verdict.outcome, findings: nature === true ? synergy.verdict.findings : [] },
      barriers: [],
      ease: derived(easeLabel, "1", easeLabel, [], { value: ease, low: ease, high: ease }),
      confidence: 1,
      months: quantity === true ? synergy.months : flat,
      reasons: [],
      doubts: [],
    },
  };
}

function natureWords(
  reference: Reference,
  { offers, needs, pool }: Synergy,
  sees: (flow: KnownFlow, field: SecretField) => boolean,
): Text {
  const words = (flow: KnownFlow): Text => natureOf(reference, flow, sees(flow, "nature"));
  const [from, to] = [offers[0], needs[0]];
  if (pool !== null || from === undefined || to === undefined)
    return to === undefined ? text("Besoin commun", "Shared need") : words(to);
  const [a, b] = [words(from), words(to)];
  return a.fr === b.fr ? a : text(`${a.fr} → ${b.fr}`, `${a.en} → ${b.en}`);
}

function titleOf(about: Text, givers: readonly Text[], takers: readonly Text[]): Text {
  const [giver] = givers;
  const [taker] = takers;
  if (giver === undefined || taker === undefined || takers.length > 1)
    return text(
      `${about.fr} : ${takers.length + givers.length} entreprises`,
      `${about.en}: ${takers.length + givers.length} companies`,
    );
  return text(`${about.fr} : ${giver.fr} → ${taker.fr}`, `${about.en}: ${giver.en} → ${taker.en}`);
}
