import { exchangeTerms } from "../assessment/exchange-terms.ts";
import type { Setting } from "../assessment/setting.ts";
import { coefficients, type Metric } from "../assessment/terms.ts";
import type { Network, NetworkArc, NetworkNode } from "../formats/network.ts";
import type { Synergy } from "../synergies/synergy.ts";
import { byCodeUnit } from "../text/text.ts";

export type Objective = "gain" | "co2" | "tonnes";
const metricOf: Record<Objective, Metric> = { gain: "gain", co2: "co2e", tonnes: "diverted" };

/** The arcs of a pool are one per member: `mut-…:flow`. The synergy is what stands before the colon. */
export const synergyOfArc = (arc: string): string => arc.split(":")[0] ?? arc;

/**
 * The leads of a territory as one network: each offer a supply, each need a demand, each lead an arc between them,
 * each pool a shared facility. Whoever serves a need from one lead cannot serve it from another: that is what the
 * optimiser settles. Leads whose figures are unknown stay out; the plan says nothing of them.
 *
 * An arc carries at most what the seasons of its own two flows let pass. Two leads that draw on one offer share its
 * yearly quantity, not its months: between them the plan may be up to one season too hopeful.
 */
export function networkOf(
  setting: Setting,
  synergies: readonly Synergy[],
  objective: Objective,
  budget: number | null,
): Network {
  const metric = metricOf[objective];
  const nodes = new Map<string, NetworkNode>();
  const arcs: NetworkArc[] = [];
  const node = (made: Pick<NetworkNode, "id"> & Partial<NetworkNode>): void => {
    if (!nodes.has(made.id)) nodes.set(made.id, { optional: true, ...made });
  };
  for (const synergy of [...synergies].sort((a, b) => byCodeUnit(a.id, b.id))) {
    if (synergy.quantity.state !== "known" || synergy.gain.state !== "known") continue;
    const investment = Math.max(0, synergy.investment.value ?? 0);
    if (synergy.pool !== null) {
      const total = synergy.quantity.value;
      const saving = poolRates(synergy, metric);
      node({
        id: synergy.id,
        commodity: synergy.kind,
        supply: total,
        facility: { fixed_cost: saving.fixed, investment },
      });
      synergy.pool.members.forEach((member, i) => {
        // A need that nobody declared stands under its site and the kind of pool: two such pools share it too.
        const id = member.flow?.flow.id ?? `${member.establishment}/${synergy.pool?.kind}`;
        const amount = member.quantity.value ?? 0;
        node({ id, commodity: member.flow?.resource?.id ?? null, demand: member.flow?.yearly.value ?? amount });
        arcs.push({
          id: `${synergy.id}:${id}`,
          from: synergy.id,
          to: id,
          unit_cost: saving.perUnit[i] ?? 0,
          fixed_cost: 0,
          capacity: amount,
          min_lot: 0,
          yield: 1,
          investment: 0,
          single_source: false,
        });
      });
      continue;
    }
    const [offer] = synergy.offers;
    const [need] = synergy.needs;
    const { route } = synergy;
    if (offer === undefined || need === undefined || route === null) continue;
    const c = coefficients(exchangeTerms(setting, offer, need, route).terms, metric, "value");
    const km = synergy.distance.value ?? 0;
    const unit = c.perUnit + c.perUnitKm * km;
    const fixed = c.perKm * km + c.fixed;
    // A measure that cannot be stated for a lead counts for nothing in the plan, and hides no other lead.
    if (!Number.isFinite(unit) || !Number.isFinite(fixed)) continue;
    node({ id: offer.flow.id, commodity: offer.resource?.id ?? null, supply: offer.yearly.value ?? 0 });
    node({ id: need.flow.id, commodity: need.resource?.id ?? null, demand: need.yearly.value ?? 0 });
    arcs.push({
      id: synergy.id,
      from: offer.flow.id,
      to: need.flow.id,
      unit_cost: unit,
      fixed_cost: fixed,
      capacity: synergy.quantity.value,
      min_lot: 0,
      yield: route.ratio.value ?? 1,
      investment,
      single_source: false,
    });
  }
  return { format: "simbiosi-network/1", sense: "max", budget, nodes: [...nodes.values()], arcs };
}

/** What a pool brings per unit of each member, and what it costs once. Its emissions go with the quantity; it diverts no waste. */
function poolRates(synergy: Synergy, metric: Metric): { perUnit: readonly number[]; fixed: number } {
  const members = synergy.pool?.members ?? [];
  if (metric !== "gain") {
    const [whole, all] = [synergy[metric].value ?? 0, synergy.quantity.value ?? 0];
    return { perUnit: members.map(() => (all > 0 ? whole / all : 0)), fixed: 0 };
  }
  const gross = members.map((member) => member.gross.value ?? 0);
  const total = gross.reduce((a, b) => a + b, 0);
  return {
    perUnit: members.map((member, i) => (member.quantity.value ? (gross[i] ?? 0) / member.quantity.value : 0)),
    fixed: (synergy.gain.value ?? 0) - total,
  };
}
