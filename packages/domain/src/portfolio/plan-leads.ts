import { exchangeTerms } from "../assessment/exchange-terms.ts";
import type { Setting } from "../assessment/setting.ts";
import type { Metric, Term } from "../assessment/terms.ts";
import { deliveredInYear, spread } from "../calendar/months.ts";
import { centralReading, type Reading } from "../figures/reading.ts";
import type { Synergy } from "../synergies/synergy.ts";
import { byCodeUnit } from "../text/text.ts";

/** A lead whose figures are known, with the terms of its assessment: what the networks of all scenarios are made from. */
export type PlanLead = { readonly synergy: Synergy; readonly terms: readonly Term[] };

const measured: ReadonlySet<Metric> = new Set(["gain", "co2e", "diverted"]);

/** The leads that a plan may choose from, in order of id. Out stay those whose quantity or gain is unknown, for a plan says nothing of them, and those that a company refused. */
export function planLeads(setting: Setting, synergies: readonly Synergy[]): readonly PlanLead[] {
  return [...synergies]
    .sort((a, b) => byCodeUnit(a.id, b.id))
    .filter(({ quantity, gain }) => quantity.state === "known" && gain.state === "known")
    .filter(({ barriers }) => !barriers.some(({ stops }) => stops))
    .map((synergy) => {
      const { offers, needs, route } = synergy;
      const [offer] = offers;
      const [need] = needs;
      if (synergy.pool !== null || offer === undefined || need === undefined || route === null)
        return { synergy, terms: [] };
      const { terms } = exchangeTerms(setting, offer, need, route);
      return { synergy, terms: terms.filter(({ metric }) => measured.has(metric)) };
    });
}

/** Most that can pass along a lead in a year, months and shelf life counted, in the unit of the offer. */
export function mostOf({ offers, needs, route, quantity }: Synergy, read: Reading): number {
  const [offer] = offers;
  const [need] = needs;
  const central = quantity.value ?? 0;
  if (read === centralReading || offer === undefined || need === undefined || route === null) return central;
  const wanted = (read(need.yearly) * (route.share === null ? 1 : read(route.share))) / read(route.ratio);
  return deliveredInYear(spread(read(offer.yearly), offer.weights), spread(wanted, need.weights), offer.carryMonths);
}
