import type { Establishment } from "../formats/inventory.ts";
import type { Reference } from "../reference-data/reference.ts";
import { type GreatCirclePoint, greatCircleBetween, onGreatCircle, type Point } from "./great-circle.ts";
import type { Attachment } from "./road-network.ts";
import { guessBasis, measuredKm, type Place, surveyorOf, tripKm } from "./travel.ts";

/** The ways between the sites of one territory in plain numbers, each worked out once, by places in a list. */
export type Ways = {
  /** How many places there are. */
  readonly count: number;
  /** Place of a site in the list; a site that is not in it is a bug. */
  readonly placeOf: (site: Establishment) => number;
  /** Road kilometres from one place to another, as `travelBetween` says. */
  readonly km: (from: number, to: number) => number;
  readonly seaKm: (from: number, to: number) => number;
  /** As the crow flies; NaN without both points. */
  readonly straightKm: (a: number, b: number) => number;
};

/** Above this many sites ways are worked out anew: a table of all pairs would outgrow what it spares. */
const mostKept = 2048;

/** @param sites in any order; one id counts once */
export function waysBetween(reference: Reference, place: Place, sites: readonly Establishment[]): Ways {
  const { network, localKm, guess } = surveyorOf(reference, place);
  const ratio = place.road_ratio.value;
  const places = new Map<string, number>();
  const all: Establishment[] = [];
  for (const site of sites)
    if (!places.has(site.id)) {
      places.set(site.id, all.length);
      all.push(site);
    }
  const count = all.length;
  const points = all.map(({ lon, lat }) => (lon === null || lat === null ? null : onGreatCircle({ lon, lat })));
  const attachments: (Attachment | undefined)[] = [];
  const attached = (i: number, point: Point): Attachment | null => {
    if (network === null) return null;
    attachments[i] ??= network.attach(point);
    return attachments[i];
  };
  const straight = (a: GreatCirclePoint | null | undefined, b: GreatCirclePoint | null | undefined): number =>
    a == null || b == null ? Number.NaN : greatCircleBetween(a, b);
  // Few ways cross the sea: those that do are kept apart.
  const sea = new Map<number, number>();
  const worked = (from: number, to: number): number => {
    const [here, there] = [all[from], all[to]];
    if (here === undefined || there === undefined) throw new Error("Bug: site out of range");
    if (place.distances !== undefined) {
      const measured = measuredKm(place, here, there);
      if (measured !== undefined) return measured;
    }
    const [a, b] = [points[from], points[to]];
    if (a == null || b == null) return guess(guessBasis(here, there)).value;
    const straightKm = greatCircleBetween(a, b);
    if (network !== null && straightKm > localKm) {
      const [out, into] = [attached(from, a), attached(to, b)];
      const trip = out === null || into === null ? null : network.trip(out, into);
      if (trip !== null) {
        if (trip.seaKm > 0) sea.set(from * count + to, trip.seaKm);
        return tripKm(trip, straightKm, ratio, 1);
      }
    }
    return straightKm * ratio;
  };
  const rows: (Float64Array | undefined)[] = [];
  const kept = (from: number, to: number): number => {
    let row = rows[from];
    if (row === undefined) {
      row = new Float64Array(count).fill(Number.NaN);
      rows[from] = row;
    }
    let km = row[to] ?? Number.NaN;
    if (Number.isNaN(km)) {
      km = worked(from, to);
      row[to] = km;
    }
    return km;
  };
  const km = count <= mostKept ? kept : worked;
  return {
    count,
    placeOf: ({ id }) => {
      const found = places.get(id);
      if (found === undefined) throw new Error(`Bug: unknown site ${id}`);
      return found;
    },
    km,
    seaKm: (from, to) => {
      km(from, to);
      return sea.size === 0 ? 0 : (sea.get(from * count + to) ?? 0);
    },
    straightKm: (a, b) => straight(points[a], points[b]),
  };
}
