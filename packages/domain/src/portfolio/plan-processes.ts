import type { Reading } from "../figures/reading.ts";
import type { NetworkNode } from "../formats/network.ts";
import type { Synergy } from "../synergies/synergy.ts";
import type { PlanLead } from "./plan-leads.ts";

/** A process that somebody would have to buy, and what it costs once. */
type Purchase = {
  /** `process@establishment`: the facility of a plan. */
  readonly id: string;
  /** Yearly charge of what is bought, in EUR/yr; NaN while unknown. */
  readonly charge: number;
  readonly investment: number;
};

/**
 * What a lead would have its taker buy whatever the size of the lead: one machine at one site, which another lead of the
 * same taker and process does not buy again. What grows with the quantity (`capacity_investment`) is not in it.
 */
export function purchasesOf({ synergy, terms }: PlanLead, read: Reading): readonly Purchase[] {
  const buyer = synergy.needs[0]?.establishment.id;
  if (synergy.pool !== null || buyer === undefined) return [];
  return synergy.steps.flatMap(({ process, facility }) => {
    const charge = terms.find(({ id }) => id === `capital.${process.id}`);
    if (facility !== null || charge === undefined) return [];
    return [
      { id: `${process.id}@${buyer}`, charge: read(charge.rate), investment: Math.max(0, process.investment.value) },
    ];
  });
}

/** What a lead would invest, in EUR; unknown counts for nothing in a plan. */
export const investmentOf = (synergy: Synergy): number => Math.max(0, synergy.investment.value ?? 0);

/** The same beside what is bought once for several leads. */
export const investmentBeside = (synergy: Synergy, bought: readonly Purchase[]): number =>
  Math.max(
    0,
    bought.reduce((left, { investment }) => left - investment, investmentOf(synergy)),
  );

/** What a plan invests, in EUR: what several of its leads would buy for one site is bought once, as its budget counts it. */
export function planInvestment(leads: readonly PlanLead[], read: Reading): number {
  const bought = sharedPurchases(leads, read);
  const apart = leads.reduce(
    (sum, lead) =>
      sum +
      investmentBeside(
        lead.synergy,
        purchasesOf(lead, read).filter(({ id }) => bought.has(id)),
      ),
    0,
  );
  return [...bought.values()].reduce((sum, { investment }) => sum + investment, apart);
}

/** The facilities that two leads or more would buy, by id. */
export function sharedPurchases(leads: readonly PlanLead[], read: Reading): ReadonlyMap<string, Purchase> {
  const found = new Map<string, { readonly purchase: Purchase; readonly leads: number }>();
  for (const lead of leads)
    for (const purchase of purchasesOf(lead, read))
      found.set(purchase.id, { purchase, leads: (found.get(purchase.id)?.leads ?? 0) + 1 });
  return new Map([...found].flatMap(([id, { purchase, leads }]) => (leads > 1 ? [[id, purchase]] : [])));
}

/** A purchase as a facility without flows of its own, which the arcs of its leads run. */
export const purchaseNode = (
  { id, charge, investment }: Purchase,
  wish: { readonly objective: string; readonly measured?: boolean },
): NetworkNode => ({
  id,
  optional: true,
  facility: {
    fixed_cost: wish.objective === "gain" ? -charge : 0,
    investment,
    ...(wish.measured === true ? { measures: { gain: -charge } } : {}),
  },
});
