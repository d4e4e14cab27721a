import type { Route } from "../conversions/route.ts";
import { given, product } from "../figures/figure.ts";
import type { Establishment } from "../formats/inventory.ts";
import { travelBetween } from "../geography/travel.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import { parameterValue } from "../reference-data/reference.ts";
import type { ResourceClass } from "../reference-data/rows.ts";
import { byCodeUnit, text } from "../text/text.ts";
import { remembered } from "./remembered.ts";
import type { Setting } from "./setting.ts";
import type { Term } from "./terms.ts";
import { transportTerms } from "./way-terms.ts";

/** Which steps of a route run on what stands already, and at whose site. */
export type Hosting = {
  /** By process: nothing is bought for it. */
  readonly at: ReadonlyMap<string, Establishment>;
  /** The hosts that are neither the giver nor the taker, each once, in the order of the steps. */
  readonly thirds: readonly Establishment[];
  /** What going by them adds to the way from the giver to the taker. */
  readonly detourKm: number;
};

const allToBuild: Hosting = { at: new Map(), thirds: [], detourKm: 0 };

// The ways to the few hosts of a territory are asked for again by every pair.
const ways = new WeakMap<Setting, Map<string, number>>();

/**
 * Who would run each step of a route between two sites: the giver or the taker where they have what it takes, else, for
 * matter alone, the site that lengthens the way least among those within reach of the giver. Ties go to the giver and
 * the taker, then to the id. A step that nobody can host is to be bought.
 */
export function hostingOf(setting: Setting, offer: KnownFlow, need: KnownFlow, route: Route): Hosting {
  const { reference, context, facilities } = setting;
  if (!route.processes.some(({ id }) => facilities.hosts.has(id))) return allToBuild;
  const [giver, taker] = [offer.establishment, need.establishment];
  const km = (a: Establishment, b: Establishment): number =>
    a.id === b.id
      ? 0
      : remembered(
          remembered(ways, setting, () => new Map<string, number>()),
          `${a.id} ${b.id}`,
          () => travelBetween(reference, context, a, b).km,
        );
  const isParty = ({ id }: Establishment): boolean => id === giver.id || id === taker.id;
  const reach = parameterValue(reference, "facility.reach");
  const at = new Map<string, Establishment>();
  for (const { id } of route.processes) {
    const [nearest] = (facilities.hosts.get(id) ?? [])
      .filter((host) => isParty(host) || (offer.resource?.family === "matter" && km(giver, host) <= reach))
      .map((host) => ({ host, by: isParty(host) ? -1 : km(giver, host) + km(host, taker) }))
      .sort((a, b) => a.by - b.by || byCodeUnit(a.host.id, b.host.id));
    if (nearest !== undefined) at.set(id, nearest.host);
  }
  const thirds = [
    ...new Map([...at.values()].filter((host) => !isParty(host)).map((host) => [host.id, host])).values(),
  ];
  let length = 0;
  let here = giver;
  for (const next of [...thirds, taker]) {
    length += km(here, next);
    here = next;
  }
  return { at, thirds, detourKm: thirds.length === 0 ? 0 : Math.max(0, length - km(giver, taker)) };
}

/** What the detour by the hosts costs and emits, per unit given. */
export function detourTerms(setting: Setting, from: ResourceClass, { detourKm }: Hosting): readonly Term[] {
  if (detourKm === 0) return [];
  const detour = given({
    label: text("Détour par les sites qui ont le procédé", "Detour by the sites that have the process"),
    value: detourKm,
    unit: "km",
    source: "team-estimate",
    date: null,
  });
  return transportTerms(setting, from).map((term): Term => {
    const label = text("Détour par un site qui a le procédé", "Detour by a site that has the process");
    const unit = `${term.metric === "gain" ? "EUR" : "tCO2e"}/${from.unit}`;
    return {
      ...term,
      id: `detour.${term.metric}`,
      basis: "per-unit",
      label,
      rate: product(label, unit, [term.rate, detour]),
    };
  });
}
