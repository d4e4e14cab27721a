import { derived, type Figure, given } from "../figures/figure.ts";
import type { Establishment } from "../formats/inventory.ts";
import { leafOf, parameter, type Reference } from "../reference-data/reference.ts";
import type { ContextPack } from "../reference-data/rows.ts";
import { type Text, text } from "../text/text.ts";

const earthRadiusKm = 6371.0088; // IUGG mean radius
const radians = Math.PI / 180;

/** Great-circle distance in km (haversine: exact enough at 1 m, stable for near points). */
export function greatCircleKm(a: { lon: number; lat: number }, b: { lon: number; lat: number }): number {
  const dLat = (b.lat - a.lat) * radians;
  const dLon = (b.lon - a.lon) * radians;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(dLon / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

const label = text("Distance par la route", "Distance by road");

/** How a distance is known. The last three are guesses from what the two sites share, wide on purpose. */
export type DistanceBasis = "points" | "zone" | "commune" | "territory";

export function distanceBasis(a: Establishment, b: Establishment): DistanceBasis {
  if (hasPoint(a) && hasPoint(b)) return "points";
  if (a.zone !== null && a.zone === b.zone) return "zone";
  if (a.insee !== null && a.insee === b.insee) return "commune";
  return "territory";
}

/**
 * Road distance between two sites: straight line × the road ratio of the place; without both points, the
 * parameter for two sites of one park, one commune or one territory.
 * @returns km, with the interval of the ratio or of the guess
 */
export function roadDistance(
  reference: Reference,
  context: ContextPack,
  a: Establishment,
  b: Establishment,
): Figure<"km"> {
  const basis = distanceBasis(a, b);
  if (basis !== "points") return { ...parameter(reference, `distance.same-${basis}`), label, unit: "km" };
  const line = greatCircleKm(point(a), point(b));
  const ratio = leafOf(text("Route / vol d'oiseau", "Road / straight line"), context.road_ratio);
  const straight = given({
    label: text(`Vol d'oiseau ${a.name} – ${b.name}`, `Straight line ${a.name} – ${b.name}`),
    value: line,
    unit: "km",
    source: "geodesy",
    date: null,
  });
  return derived(
    label,
    "km",
    text("vol d'oiseau × rapport route / vol d'oiseau", "straight line × road ratio"),
    [straight, ratio],
    {
      value: line * context.road_ratio.value,
      low: line * context.road_ratio.low,
      high: line * context.road_ratio.high,
    },
  );
}

const hasPoint = (e: Establishment): boolean => e.lon !== null && e.lat !== null;
const point = (e: Establishment) => ({ lon: e.lon ?? 0, lat: e.lat ?? 0 });

/** Said beside a distance that no coordinates support. */
export function distanceDoubt(a: Establishment, b: Establishment): Text | null {
  if (distanceBasis(a, b) === "points") return null;
  return text(
    "Distance estimée faute de coordonnées : renseignez longitude et latitude des deux sites.",
    "Distance is a guess for want of coordinates: fill in longitude and latitude of both sites.",
  );
}
