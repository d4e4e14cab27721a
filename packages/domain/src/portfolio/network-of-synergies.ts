import { coefficients, type Metric } from "../assessment/terms.ts";
import { dosesOf } from "../conversions/route.ts";
import { centralReading, type Reading } from "../figures/reading.ts";
import type { Network, NetworkArc, NetworkNode } from "../formats/network.ts";
import type { Synergy } from "../synergies/synergy.ts";
import { withCalendars } from "./plan-calendar.ts";
import { mostOf, type PlanLead } from "./plan-leads.ts";
import { investmentBeside, investmentOf, purchaseNode, purchasesOf, sharedPurchases } from "./plan-processes.ts";

export type Objective = "gain" | "co2" | "tonnes";
const metricOf: Record<Objective, Metric> = { gain: "gain", co2: "co2e", tonnes: "diverted" };

/** The measures of a front of compromises, by the names that a network gives them. */
export const frontMeasures = ["gain", "co2e", "diverted"] as const;

/** The arcs of a pool are one per member: `mut-…:flow`. The synergy is what stands before the colon. */
export const synergyOfArc = (arc: string): string => arc.split(":")[0] ?? arc;

export type NetworkWish = {
  readonly objective: Objective;
  readonly budget: number | null;
  /** The central value unless said. */
  readonly read?: Reading;
  /** Whether arcs and facilities also carry {@link frontMeasures}. */
  readonly measured?: boolean;
  /** Whether flows that do not keep share their months; without, their year alone: quicker, and hopeful at the edges. */
  readonly monthly?: boolean;
};

/**
 * The leads of a territory as one network: each offer a supply, each need a demand, each lead an arc between them,
 * each pool a shared facility. Whoever serves a need from one lead cannot serve it from another: that is what the
 * optimiser settles. What two leads would buy for one site is bought once: a facility that their arcs run. Leads that end
 * by one dosed conversion share the dose that their need bears.
 *
 * An arc carries at most what the seasons of its own two flows let pass; leads that draw on one flow share its year,
 * and its months where it does not keep (`withCalendars`).
 */
export function networkOf(leads: readonly PlanLead[], wish: NetworkWish): Network {
  const nodes = new Map<string, NetworkNode>();
  const arcs: NetworkArc[] = [];
  const add = (node: Pick<NetworkNode, "id"> & Partial<NetworkNode>): void => {
    const known = nodes.get(node.id);
    if (known === undefined) nodes.set(node.id, { optional: true, ...node });
    else if (node.doses !== undefined) nodes.set(node.id, { ...known, doses: { ...known.doses, ...node.doses } });
  };
  const bought = sharedPurchases(leads, wish.read ?? centralReading);
  for (const lead of leads) {
    const part = lead.synergy.pool === null ? exchangePart(lead, wish, bought) : poolPart(lead.synergy, wish);
    part.nodes.forEach(add);
    arcs.push(...part.arcs);
  }
  const yearly: Network = {
    format: "simbiosi-network/1",
    sense: "max",
    budget: wish.budget,
    nodes: [...nodes.values()],
    arcs,
  };
  return wish.monthly === false ? yearly : withCalendars(yearly, leads);
}

type Part = {
  readonly nodes: readonly (Pick<NetworkNode, "id"> & Partial<NetworkNode>)[];
  readonly arcs: NetworkArc[];
};
const nothing: Part = { nodes: [], arcs: [] };

function exchangePart(lead: PlanLead, wish: NetworkWish, bought: ReturnType<typeof sharedPurchases>): Part {
  const { synergy, terms } = lead;
  const { objective, measured, read = centralReading } = wish;
  const [offer] = synergy.offers;
  const [need] = synergy.needs;
  const { route } = synergy;
  if (offer === undefined || need === undefined || route === null) return nothing;
  const km = read(synergy.distance);
  const shared = purchasesOf(lead, read).filter(({ id }) => bought.has(id));
  const apart = shared.reduce((all, { charge }) => all + charge, 0);
  const bring = (metric: Metric): { per_unit: number; once: number } => {
    const c = coefficients(terms, metric, read);
    return { per_unit: c.perUnit + c.perUnitKm * km, once: c.perKm * km + c.fixed + (metric === "gain" ? apart : 0) };
  };
  const stated = ({ per_unit, once }: { per_unit: number; once: number }): boolean =>
    Number.isFinite(per_unit) && Number.isFinite(once);
  const { per_unit, once } = bring(metricOf[objective]);
  // A measure that cannot be stated for a lead counts for nothing in the plan, and hides no other lead.
  if (!stated({ per_unit, once })) return nothing;
  const told = frontMeasures.map((metric) => [metric, bring(metric)] as const);
  const doses = dosesOf(route).map(({ id, share }) => [id, read(share) * read(need.yearly)] as const);
  return {
    nodes: [
      ...shared.map((purchase) => purchaseNode(purchase, wish)),
      { id: offer.flow.id, commodity: offer.resource?.id ?? null, supply: read(offer.yearly) },
      {
        id: need.flow.id,
        commodity: need.resource?.id ?? null,
        demand: read(need.yearly),
        ...(doses.length === 0 ? {} : { doses: Object.fromEntries(doses) }),
      },
    ],
    arcs: [
      {
        id: synergy.id,
        from: offer.flow.id,
        to: need.flow.id,
        unit_cost: per_unit,
        fixed_cost: once,
        capacity: mostOf(synergy, read),
        min_lot: 0,
        yield: read(route.ratio),
        investment: investmentBeside(synergy, shared),
        single_source: false,
        ...(doses.length === 0 ? {} : { doses: doses.map(([id]) => id) }),
        ...(shared.length === 0 ? {} : { runs: shared.map(({ id }) => id) }),
        ...(measured === true ? { measures: Object.fromEntries(told.filter(([, all]) => stated(all))) } : {}),
      },
    ],
  };
}

/** A facility whose arcs go to the needs of its members. A need that nobody declared stands under its site and the kind of pool: two such pools share it too. */
function poolPart(synergy: Synergy, { objective, measured, read = centralReading }: NetworkWish): Part {
  const members = synergy.pool?.members ?? [];
  const amounts = members.map(({ quantity }) => read(quantity) || 0);
  const rates = (metric: Metric): PoolRates => poolRates(synergy, metric, amounts, read);
  const brought = rates(metricOf[objective]);
  const told = measured === true ? frontMeasures.map((metric) => [metric, rates(metric)] as const) : [];
  const needs = members.map((member) => member.flow?.flow.id ?? `${member.establishment}/${synergy.pool?.kind}`);
  return {
    nodes: [
      {
        id: synergy.id,
        commodity: synergy.kind,
        supply: amounts.reduce((all, amount) => all + amount, 0),
        facility: {
          fixed_cost: brought.once,
          investment: investmentOf(synergy),
          ...(measured === true
            ? { measures: Object.fromEntries(told.map(([metric, { once }]) => [metric, once])) }
            : {}),
        },
      },
      ...members.map((member, i) => ({
        id: needs[i] ?? "",
        commodity: member.flow?.resource?.id ?? null,
        demand: member.flow?.yearly.state === "known" ? read(member.flow.yearly) : (amounts[i] ?? 0),
      })),
    ],
    arcs: members.map((_, i) => ({
      id: `${synergy.id}:${needs[i]}`,
      from: synergy.id,
      to: needs[i] ?? "",
      unit_cost: brought.perUnit[i] ?? 0,
      fixed_cost: 0,
      capacity: amounts[i] ?? 0,
      min_lot: 0,
      yield: 1,
      investment: 0,
      single_source: false,
      ...(measured === true
        ? {
            measures: Object.fromEntries(
              told.map(([metric, { perUnit }]) => [metric, { per_unit: perUnit[i] ?? 0, once: 0 }]),
            ),
          }
        : {}),
    })),
  };
}

type PoolRates = { readonly perUnit: readonly number[]; readonly once: number };

/** What a pool brings per unit of each member, and what it costs once. Its emissions go with the quantity; it diverts no waste. */
function poolRates(synergy: Synergy, metric: Metric, amounts: readonly number[], read: Reading): PoolRates {
  if (metric !== "gain") {
    const all = amounts.reduce((sum, amount) => sum + amount, 0);
    const whole = synergy[metric].state === "known" ? read(synergy[metric]) : 0;
    return { perUnit: amounts.map(() => (all > 0 ? whole / all : 0)), once: 0 };
  }
  const gross = (synergy.pool?.members ?? []).map((member) => read(member.gross) || 0);
  const saved = gross.reduce((a, b) => a + b, 0);
  return {
    perUnit: amounts.map((amount, i) => (amount > 0 ? (gross[i] ?? 0) / amount : 0)),
    once: read(synergy.gain) - saved,
  };
}
