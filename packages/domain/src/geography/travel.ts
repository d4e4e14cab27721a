import type { Establishment } from "../formats/inventory.ts";
import { parameterValue, type Reference } from "../reference-data/reference.ts";
import type { ContextPack } from "../reference-data/rows.ts";
import { greatCircleKm, type Point } from "./great-circle.ts";
import { type NetworkTrip, namesOf, type RoadNetwork, roadNetworkOf } from "./road-network.ts";

/**
 * How a distance is known, best first: measured by the user, along the road skeleton, straight line × road ratio.
 * The last three are guesses from what the two sites share, wide on purpose.
 */
export type DistanceBasis = "matrix" | "roads" | "points" | "zone" | "commune" | "territory";

/** Distances that a user brings, by the ids of the two establishments; one direction serves for both. */
export type DistanceMatrix = { readonly name: string; readonly km: (from: string, to: string) => number | undefined };

/** Where an inventory is assessed: its context pack, with the distances that the user measured, if any. */
export type Place = ContextPack & { readonly distances?: DistanceMatrix };

/** A trip between two sites in plain numbers: what the engine counts with and what the tree explains. */
export type Travel = {
  readonly basis: DistanceBasis;
  readonly km: number;
  readonly low: number;
  readonly high: number;
  readonly straightKm: number | null;
  readonly accessKm: number;
  readonly roadKm: number;
  readonly seaKm: number;
  /** Roads and lines, in order; empty where no network was travelled. */
  readonly names: () => readonly string[];
};

const nowhere = { straightKm: null, accessKm: 0, roadKm: 0, seaKm: 0, names: () => [] };

/** What is read of a reference and a place for every way: looked up once for all of them. */
export type Surveyor = {
  readonly place: Place;
  readonly network: RoadNetwork | null;
  readonly localKm: number;
  /** Share by which a way on the network may be longer or shorter. */
  readonly spread: number;
  readonly guess: (basis: GuessBasis) => { readonly value: number; readonly low: number; readonly high: number };
};

const surveyors = new WeakMap<Place, { readonly reference: Reference; readonly surveyor: Surveyor }>();

export function surveyorOf(reference: Reference, place: Place): Surveyor {
  const known = surveyors.get(place);
  if (known?.reference === reference) return known.surveyor;
  const surveyor: Surveyor = {
    place,
    network: roadNetworkOf(reference, place),
    localKm: parameterValue(reference, "roads.local-km"),
    spread: parameterValue(reference, "roads.uncertainty") / 100,
    guess: (basis) => reference.parameterById.get(`distance.same-${basis}`)?.number ?? { value: 0, low: 0, high: 0 },
  };
  surveyors.set(place, { reference, surveyor });
  return surveyor;
}

/** Kilometres that the user measured, in either direction. */
export const measuredKm = ({ distances }: Place, a: Establishment, b: Establishment): number | undefined =>
  distances?.km(a.id, b.id) ?? distances?.km(b.id, a.id);

/** Road kilometres of a trip: no road is shorter than the straight line, whatever the skeleton leaves out; across the sea the ferry is not road. */
export const tripKm = (trip: NetworkTrip, straightKm: number, accessRatio: number, roadRatio: number): number =>
  Math.max(trip.seaKm > 0 ? 0 : straightKm, trip.accessKm * accessRatio + trip.roadKm * roadRatio);

/** The way by road (and sea) between two sites, by the best that is known of them. */
export function travelBetween(reference: Reference, place: Place, a: Establishment, b: Establishment): Travel {
  const measured = measuredKm(place, a, b);
  if (measured !== undefined) return { ...nowhere, basis: "matrix", km: measured, low: measured, high: measured };
  const { network, localKm, spread, guess } = surveyorOf(reference, place);
  if (!hasPoint(a) || !hasPoint(b)) {
    const basis = guessBasis(a, b);
    const { value, low, high } = guess(basis);
    return { ...nowhere, basis, km: value, low, high };
  }
  const straightKm = greatCircleKm(a, b);
  const { value, low, high } = place.road_ratio;
  const trip = network === null || straightKm <= localKm ? null : network.trip(network.attach(a), network.attach(b));
  if (trip === null)
    return {
      ...nowhere,
      basis: "points",
      km: straightKm * value,
      low: straightKm * low,
      high: straightKm * high,
      straightKm,
    };
  return {
    basis: "roads",
    km: tripKm(trip, straightKm, value, 1),
    low: tripKm(trip, straightKm, low, 1 - spread),
    high: tripKm(trip, straightKm, high, 1 + spread),
    straightKm,
    accessKm: trip.accessKm,
    roadKm: trip.roadKm,
    seaKm: trip.seaKm,
    names: () => namesOf(trip),
  };
}

/** Is a distance of this basis a guess that coordinates would settle? */
export const isGuess = (basis: DistanceBasis): boolean =>
  basis === "zone" || basis === "commune" || basis === "territory";

const hasPoint = (site: Establishment): site is Establishment & Point => site.lon !== null && site.lat !== null;

export type GuessBasis = Extract<DistanceBasis, "zone" | "commune" | "territory">;

export function guessBasis(a: Establishment, b: Establishment): GuessBasis {
  if (a.zone !== null && a.zone === b.zone) return "zone";
  if (a.insee !== null && a.insee === b.insee) return "commune";
  return "territory";
}
