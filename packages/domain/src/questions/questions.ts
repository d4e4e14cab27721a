import { exchangeTerms } from "../assessment/exchange-terms.ts";
import { offerTerms, payerOf } from "../assessment/giver-terms.ts";
import type { Setting } from "../assessment/setting.ts";
import { purchasePrice } from "../assessment/taker-terms.ts";
import { coefficients, scoreOf } from "../assessment/terms.ts";
import { isGuess, travelBetween } from "../geography/travel.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import { qualityWords } from "../matching/quality-words.ts";
import type { PoolQuestion } from "../pools/shortfall.ts";
import type { Synergy } from "../synergies/synergy.ts";
import { byCodeUnit, type Text, text } from "../text/text.ts";

/** A field that a company could fill in, why it matters, and what knowing it may be worth in a year. */
export type Question = {
  readonly flow: KnownFlow;
  readonly field: string;
  readonly why: Text;
  /** EUR a year: the gain that hangs on the answer, or half of the interval that it would close. Null: not to be told. */
  readonly worth: number | null;
};

/**
 * What to ask next, in order of worth: doubtful words, unknown quantities, prices taken by default, payers, qualities that a
 * lead waits for, missing coordinates. Each question once, with the largest worth that any lead gives it.
 */
export function questionsOf(
  setting: Setting,
  flows: readonly KnownFlow[],
  synergies: readonly Synergy[],
  ofPools: readonly PoolQuestion[] = [],
): readonly Question[] {
  const found = new Map<string, Question>();
  const ask = (question: Question): void => {
    const key = `${question.flow.flow.id} ${question.field}`;
    const other = found.get(key);
    if (other === undefined || (question.worth ?? -1) > (other.worth ?? -1)) found.set(key, question);
  };
  const round = (worth: number | undefined): number | null =>
    worth === undefined || !Number.isFinite(worth) || worth <= 0 ? null : Math.round(worth);

  const declared = new Map(flows.map(({ flow, yearly }) => [flow.id, yearly]));
  const promised = (synergy: Synergy): number | undefined => promise(setting, synergy, declared);
  for (const synergy of synergies) {
    const [offer] = synergy.offers;
    const [need] = synergy.needs;
    for (const member of [...synergy.offers, ...synergy.needs])
      if (member.yearly.state === "unknown" && !member.guess)
        ask({ flow: member, field: "quantity", why: whyQuantity(member), worth: round(promised(synergy)) });
    for (const member of [...synergy.offers, ...synergy.needs])
      if (member.question !== null)
        ask({
          flow: member,
          field: "resource",
          why: member.question,
          worth: round(synergy.gain.value ?? promised(synergy)),
        });
    const quantity = synergy.quantity.value ?? undefined;
    if (offer !== undefined && synergy.kind !== "sharing" && synergy.kind !== "mutualisation") {
      const removal = offerTerms(setting, offer).terms.find((term) => term.id === "offer.removal");
      if (
        removal?.rate.state === "known" &&
        (offer.flow.current?.unit_cost_eur ?? null) === null &&
        removal.rate.source !== "definition"
      )
        ask({
          flow: offer,
          field: "current.unit_cost_eur",
          why: text(
            "Coût d'enlèvement pris par défaut : une facture resserre l'intervalle.",
            "Removal cost taken by default: an invoice narrows the interval.",
          ),
          worth: round(quantity === undefined ? undefined : (quantity * (removal.rate.high - removal.rate.low)) / 2),
        });
      if (removal !== undefined && payerOf(offer) === null)
        ask({
          flow: offer,
          field: "current.payer",
          why: text(
            "Selon qui paie l'enlèvement, l'économie est à l'entreprise ou à la collectivité.",
            "Depending on who pays for removal the saving is the company's or the public service's.",
          ),
          worth: round((quantity ?? 0) * (removal.rate.value ?? 0)),
        });
    }
    for (const member of synergy.kind === "mutualisation" ? synergy.needs : need === undefined ? [] : [need]) {
      const { price, declared } = purchasePrice(setting, member);
      if (!declared && price.state === "known" && member.yearly.state === "known")
        ask({
          flow: member,
          field: "current.unit_cost_eur",
          why: text(
            "Prix d'achat pris par défaut : le prix payé resserre l'intervalle.",
            "Purchase price taken by default: the price paid narrows the interval.",
          ),
          worth: round((member.yearly.value * (price.high - price.low)) / 2),
        });
    }
    if (offer !== undefined && need !== undefined) {
      for (const conversionBound of missingQualities(synergy))
        ask({
          flow: offer,
          field: `quality.${conversionBound}`,
          why: whyQuality(conversionBound),
          worth: round(synergy.gain.value ?? undefined),
        });
      if (isGuess(travelBetween(setting.reference, setting.context, offer.establishment, need.establishment).basis))
        for (const member of [offer, need])
          if (member.establishment.lon === null)
            ask({
              flow: member,
              field: "establishment.lon",
              why: text(
                "Sans coordonnées, la distance est une estimation large.",
                "Without coordinates the distance is a wide guess.",
              ),
              worth: null,
            });
    }
  }
  // A fact of an establishment is asked beside the first of its flows; a site without any is named by the pool itself.
  const firstFlow = new Map<string, KnownFlow>();
  for (const flow of [...flows].sort((a, b) => byCodeUnit(a.flow.id, b.flow.id)))
    if (!firstFlow.has(flow.establishment.id)) firstFlow.set(flow.establishment.id, flow);
  for (const { site, flow, field, why } of ofPools) {
    const beside = flow ?? firstFlow.get(site.id);
    if (beside !== undefined) ask({ flow: beside, field, why, worth: null });
  }
  for (const flow of flows)
    if (flow.question !== null) ask({ flow, field: "resource", why: flow.question, worth: null });
  for (const flow of flows)
    if (flow.yearly.state === "unknown" && flow.resource !== null)
      ask({ flow, field: "quantity", why: whyQuantity(flow), worth: null });
  return [...found.values()].sort(
    (a, b) =>
      (b.worth ?? -1) - (a.worth ?? -1) ||
      turn(a) - turn(b) ||
      byCodeUnit(a.flow.flow.id, b.flow.flow.id) ||
      byCodeUnit(a.field, b.field),
  );
}

// Where no worth tells questions apart: what is exchanged before what it costs, the flow before the card of its company.
const turns = ["quantity", "quality.", "current.", "establishment."];
const turn = ({ field }: Question): number => turns.findIndex((start) => field.startsWith(start)) >>> 0;

function whyQuality(key: string): Text {
  const asked = qualityWords(key);
  return text(
    `Le preneur a besoin de connaître cette qualité avant d'accepter : ${asked.fr}.`,
    `The taker needs to know this quality before accepting: ${asked.en}.`,
  );
}

const whyQuantity = (flow: KnownFlow): Text =>
  text(
    `Sans quantité, aucun gain ne peut être chiffré pour « ${flow.flow.label} ».`,
    `Without a quantity no gain can be stated for "${flow.flow.label}".`,
  );

/**
 * What an exchange would bring if the unknown side were as large as the known one. Read otherwise, a flow is still no
 * larger than its company said: 160 t of washings do not feed 8 400 t of aggregate, whatever they turn out to be.
 */
function promise(
  setting: Setting,
  synergy: Synergy,
  declared: ReadonlyMap<string, KnownFlow["yearly"]>,
): number | undefined {
  const [offer] = synergy.offers;
  const [need] = synergy.needs;
  const { route } = synergy;
  if (offer === undefined || need === undefined || route === null) return undefined;
  const ratio = route.ratio.value ?? Number.NaN;
  const wanted = (need.yearly.value ?? atMost(need, declared)) / ratio;
  const quantity = offer.yearly.value ?? Math.min(wanted, atMost(offer, declared));
  return scoreOf(
    coefficients(exchangeTerms(setting, offer, need, route).terms, "gain", "value"),
    quantity,
    synergy.distance.value ?? Number.NaN,
  );
}

/** What a company said of a flow that is read otherwise here, when it is told in the same unit. */
function atMost({ flow, yearly, guess }: KnownFlow, declared: ReadonlyMap<string, KnownFlow["yearly"]>): number {
  const said = declared.get(flow.id);
  return guess && said?.state === "known" && said.unit === yearly.unit ? said.value : Number.POSITIVE_INFINITY;
}

function missingQualities(synergy: Synergy): readonly string[] {
  const [offer] = synergy.offers;
  return (synergy.route?.conversions[0]?.bounds ?? [])
    .map(({ key }) => key)
    .filter((key) => offer?.flow.quality?.[key] === undefined);
}
