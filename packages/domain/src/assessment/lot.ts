import type { Route } from "../conversions/route.ts";
import { travelBetween } from "../geography/travel.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import { parameterValue } from "../reference-data/reference.ts";
import type { Process } from "../reference-data/rows.ts";
import type { Setting } from "./setting.ts";

/**
 * Is a step of the route below the lot under which nobody would build it? An unknown
 * quantity is not small, and what stands already takes any lot.
 * @param quantity in the yearly unit of the offer; null or NaN while unknown
 */
export function belowLot({ facilities }: Setting, route: Route, quantity: number | null): boolean {
  let met = quantity ?? Number.NaN;
  for (const { process, ratio } of route.conversions) {
    const step = route.processes.find(({ id }) => id === process);
    if (step !== undefined && !facilities.standing.has(step.id) && met < lotOf(step)) return true;
    met *= ratio.value;
  }
  return false;
}

const lotOf = ({ minimum }: Process): number => minimum?.low ?? 0;

/**
 * Does the route build what a third party within reach already runs and feeds? The offer then goes to that one, and
 * nobody builds a second digester to heat one greenhouse.
 */
export function builtAlready(
  { reference, context, facilities }: Setting,
  offer: KnownFlow,
  need: KnownFlow,
  route: Route,
): boolean {
  return route.processes.some(({ id }) => {
    const hosts = facilities.fed.get(id) ?? [];
    const isHost = ({ establishment }: KnownFlow): boolean =>
      hosts.some((host) => host.establishment.id === establishment.id);
    if (hosts.length === 0 || isHost(offer) || isHost(need)) return false;
    const reach = parameterValue(reference, "facility.reach");
    return hosts.some((host) => travelBetween(reference, context, offer.establishment, host.establishment).km <= reach);
  });
}
