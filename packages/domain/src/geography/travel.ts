import type { Establishment } from "../formats/inventory.ts";
import { parameterValue, type Reference } from "../reference-data/reference.ts";
import type { ContextPack } from "../reference-data/rows.ts";
import { greatCircleKm, type Point } from "./great-circle.ts";
import { roadNetworkOf } from "./road-network.ts";

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

const direct = { straightKm: null, accessKm: 0, roadKm: 0, seaKm: 0, names: () => [] };

/** The way by road (and sea) between two sites, by the best that is known of them. */
export function travelBetween(reference: Reference, place: Place, a: Establishment, b: Establishment): Travel {
  const measured = place.distances?.km(a.id, b.id) ?? place.distances?.km(b.id, a.id);
  if (measured !== undefined) return { ...direct, basis: "matrix", km: measured, low: measured, high: measured };
  if (!hasPoint(a) || !hasPoint(b)) {
    const basis = guessBasis(a, b);
    const guess = reference.parameterById.get(`distance.same-${basis}`)?.number ?? { value: 0, low: 0, high: 0 };
    return { ...direct, basis, km: guess.value, low: guess.low, high: guess.high };
  }
  const straightKm = greatCircleKm(a, b);
  const { value, low, high } = place.road_ratio;
  const trip =
    straightKm <= parameterValue(reference, "roads.local-km")
      ? null
      : (roadNetworkOf(reference, place)?.trip(a, b) ?? null);
  if (trip === null)
    return {
      ...direct,
      basis: "points",
      km: straightKm * value,
      low: straightKm * low,
      high: straightKm * high,
      straightKm,
    };
  const spread = parameterValue(reference, "roads.uncertainty") / 100;
  // No road is shorter than the straight line, whatever the skeleton leaves out; across the sea the ferry is not road.
  const floor = trip.seaKm > 0 ? 0 : straightKm;
  return {
    basis: "roads",
    km: Math.max(floor, trip.accessKm * value + trip.roadKm),
    low: Math.max(floor, trip.accessKm * low + trip.roadKm * (1 - spread)),
    high: Math.max(floor, trip.accessKm * high + trip.roadKm * (1 + spread)),
    straightKm,
    accessKm: trip.accessKm,
    roadKm: trip.roadKm,
    seaKm: trip.seaKm,
    names: trip.names,
  };
}

/** Is a distance of this basis a guess that coordinates would settle? */
export const isGuess = (basis: DistanceBasis): boolean =>
  basis === "zone" || basis === "commune" || basis === "territory";

const hasPoint = (site: Establishment): site is Establishment & Point => site.lon !== null && site.lat !== null;

function guessBasis(a: Establishment, b: Establishment): "zone" | "commune" | "territory" {
  if (a.zone !== null && a.zone === b.zone) return "zone";
  if (a.insee !== null && a.insee === b.insee) return "commune";
  return "territory";
}
