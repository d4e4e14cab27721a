import { annuity, noInvestment } from "../assessment/capital.ts";
import { netPresentValue, paybackYears } from "../assessment/returns.ts";
import type { Setting } from "../assessment/setting.ts";
import { purchasePrice } from "../assessment/taker-terms.ts";
import { evaluateTree, type Term } from "../assessment/terms.ts";
import { barriersOf } from "../barriers/barriers.ts";
import { normalised, spread } from "../calendar/months.ts";
import { derived, type Figure, notApplicable, product, sum } from "../figures/figure.ts";
import { roadDistance } from "../geography/distance.ts";
import { type KnownFlow, quantityUnit, rateUnit } from "../matching/known-flow.ts";
import { leafOf } from "../reference-data/reference.ts";
import type { PoolKind, ResourceClass } from "../reference-data/rows.ts";
import type { FactValue } from "../regulation/predicate.ts";
import { verdictOf } from "../regulation/verdict.ts";
import { easeOf } from "../synergies/ease.ts";
import { factsOf } from "../synergies/facts.ts";
import { type Party, type Synergy, synergyId } from "../synergies/synergy.ts";
import { type Text, text } from "../text/text.ts";

/** Members of a pool whose quantity is known, and those who might join once theirs is. */
export type PoolGroup = {
  readonly kind: PoolKind;
  readonly need: ResourceClass;
  readonly members: readonly KnownFlow[];
  readonly possible: readonly KnownFlow[];
};

export const poolQuantity = (group: PoolGroup): Figure =>
  sum(
    text("Besoins réunis", "Needs together"),
    quantityUnit(group.need),
    group.members.map((member) => member.yearly),
  );

/** The farthest member from the first, as the extent of the pool. */
function extentOf(setting: Setting, group: PoolGroup): Figure {
  const [first, ...others] = group.members;
  const label = text("Étendue du groupe", "Extent of the group");
  if (first === undefined || others.length === 0) return notApplicable(label, "km");
  const ways = others.map((member) =>
    roadDistance(setting.reference, setting.context, first.establishment, member.establishment),
  );
  const most = (of: "value" | "low" | "high") => Math.max(...ways.map((way) => way[of] ?? 0));
  return derived(
    label,
    "km",
    text("plus grande distance au premier membre", "largest distance to the first member"),
    ways,
    { value: most("value"), low: most("low"), high: most("high") },
  );
}

/**
 * A pool of needs of one class. Each member saves a share of what it pays today; what running the pool costs
 * is borne in proportion to what each saves.
 *
 * That rule keeps every subgroup: with savings sᵢ and common cost F, a group S gets s(S) − F·s(S)/s(N), which is
 * at least s(S) − F, what it would get alone (the core of the game).
 */
export function assessPool(setting: Setting, group: PoolGroup): Synergy {
  const { reference, context, day } = setting;
  const { kind, members, need } = group;
  const quantity = poolQuantity(group);
  const distance = extentOf(setting, group);
  const saving = leafOf(text("Part économisée", "Share saved"), kind.saving);
  const doubts: Text[] = [];
  const savings: Figure[] = [];
  const terms: Term[] = [];
  for (const member of members) {
    const { price, declared } = purchasePrice(setting, member);
    if (!declared)
      doubts.push(
        text(
          `Prix actuel de « ${member.flow.label} » (${member.establishment.name}) non déclaré : valeur par défaut.`,
          `Present price of "${member.flow.label}" (${member.establishment.name}) not declared: default value.`,
        ),
      );
    savings.push(
      product(
        text(`Économie brute : ${member.establishment.name}`, `Gross saving: ${member.establishment.name}`),
        "EUR/yr",
        [member.yearly, { ...price, unit: rateUnit(need, "EUR") }, saving],
      ),
    );
  }
  const running = leafOf(text("Fonctionnement commun", "Common running cost"), kind.running);
  const investment =
    kind.investment === null
      ? noInvestment()
      : leafOf(text("Investissement commun", "Common investment"), kind.investment);
  for (const [i, rate] of savings.entries())
    terms.push({
      id: `pool.saving.${i}`,
      metric: "gain",
      basis: "fixed",
      sign: 1,
      label: rate.label,
      rate,
      role: "need",
    });
  terms.push({
    id: "pool.running",
    metric: "gain",
    basis: "fixed",
    sign: -1,
    label: running.label,
    rate: running,
    role: "need",
  });
  if (kind.investment !== null)
    terms.push({
      id: "capital.pool",
      metric: "gain",
      basis: "fixed",
      sign: -1,
      label: text("Charge de capital commune", "Common capital charge"),
      rate: product(text("Annuité", "Annuity"), "EUR/yr", [investment, annuity(reference, kind.life_years)]),
      role: "need",
    });
  const gain = evaluateTree(
    terms,
    text("Gain annuel net du groupe", "Net yearly gain of the group"),
    "gain",
    quantity,
    distance,
  );
  const gross = sum(text("Économies brutes réunies", "Gross savings together"), "EUR/yr", savings);
  const parties: Party[] = members.map((member, i) => ({
    establishment: member.establishment.id,
    gain: shareOf(
      text("Part du gain, au prorata de l'économie", "Share of the gain, in proportion to the saving"),
      "EUR/yr",
      gain,
      savings[i],
      gross,
    ),
    investment:
      kind.investment === null
        ? noInvestment()
        : shareOf(
            text(
              "Part de l'investissement, au prorata de l'économie",
              "Share of the investment, in proportion to the saving",
            ),
            "EUR",
            investment,
            savings[i],
            gross,
          ),
  }));
  const facts = new Map<string, FactValue>(
    factsOf(reference, context, { kind: "mutualisation", offers: [], needs: members, route: null, quantity, distance }),
  );
  facts.set("pool.kind", kind.id);
  if (gain.state === "known") {
    facts.set("gain.value", gain.value);
    facts.set("gain.low", gain.low);
  }
  const ends = members.flatMap((member) => member.flow.current?.contract_end ?? []).sort();
  const [first] = ends;
  const last = ends.at(-1);
  if (kind.contract_window_months !== null && first !== undefined && last !== undefined) {
    const apart =
      (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 +
      Number(last.slice(5, 7)) -
      Number(first.slice(5, 7));
    facts.set("contract.months-apart", apart);
    facts.set("contract.window-missed", apart > kind.contract_window_months);
    if (apart > kind.contract_window_months)
      doubts.push(
        text(
          `Les contrats finissent à ${apart} mois d'écart : prévoir un groupement en deux temps.`,
          `Contracts end ${apart} months apart: plan the pool in two stages.`,
        ),
      );
  }
  for (const member of group.possible)
    doubts.push(
      text(
        `${member.establishment.name} pourrait rejoindre le groupe : quantité à demander.`,
        `${member.establishment.name} could join the group: quantity to ask for.`,
      ),
    );
  const verdict = verdictOf(reference, facts, day);
  const total = members.map((member) => spread(member.yearly.value ?? 0, member.weights));
  const extent = distance;
  return {
    id: synergyId(
      "mutualisation",
      [],
      members.map((member) => member.flow.id),
      [kind.id],
    ),
    kind: "mutualisation",
    title: text(
      `${kind.name.fr} (${members.length} établissements)`,
      `${kind.name.en} (${members.length} establishments)`,
    ),
    offers: [],
    needs: members,
    establishments: members.map((member) => member.establishment.id),
    route: null,
    steps: [],
    quantity,
    distance: extent,
    gain,
    investment,
    payback: paybackYears(investment, terms, quantity, distance),
    npv: netPresentValue(
      reference,
      investment,
      terms,
      quantity,
      distance,
      kind.investment === null ? null : kind.life_years,
    ),
    co2e: notApplicable(text("Émissions évitées", "Emissions avoided"), "tCO2e/yr"),
    diverted: notApplicable(text("Déchets détournés de l'élimination", "Waste diverted from disposal"), "t/yr"),
    water: notApplicable(text("Eau économisée", "Water saved"), "m3/yr"),
    energy: notApplicable(text("Énergie remplacée", "Energy replaced"), "MWh/yr"),
    counterfactual: [
      text(
        "Sans la mutualisation, chaque établissement garde son propre contrat au prix d'aujourd'hui.",
        "Without the pool each establishment keeps its own contract at today's price.",
      ),
    ],
    parties,
    grossByMember: savings,
    verdict,
    barriers: barriersOf(reference, facts, verdict),
    ease: easeOf(reference, {
      parties: members.length,
      processes: 0,
      outcome: verdict.outcome,
      distance,
      overlapShare: 1,
      flows: members,
      day,
    }),
    confidence: Math.min(...members.map((member) => member.confidence)),
    months: normalised(Array.from({ length: 12 }, (_, m) => total.reduce((all, months) => all + (months[m] ?? 0), 0))),
    reasons: [kind.reason],
    doubts,
  };
}

/** part ÷ gross × whole, bounded by what the whole can be: the parts are correlated, so their bounds follow the whole's. */
function shareOf(label: Text, unit: string, whole: Figure, part: Figure | undefined, gross: Figure): Figure {
  const words = text(
    "ensemble × économie du membre ÷ économies réunies",
    "whole × saving of the member ÷ savings together",
  );
  const inputs = part === undefined ? [whole] : [whole, part, gross];
  if (whole.state !== "known" || part?.state !== "known" || gross.state !== "known" || gross.value === 0)
    return derived(label, unit, words, inputs, null);
  const share = part.value / gross.value;
  return derived(label, unit, words, inputs, {
    value: whole.value * share,
    low: whole.low * share,
    high: whole.high * share,
  });
}
