import { derived, type Figure, given } from "../figures/figure.ts";
import type { Establishment } from "../formats/inventory.ts";
import { leafOf, parameter, type Reference } from "../reference-data/reference.ts";
import { type Text, text } from "../text/text.ts";
import { isGuess, type Place, travelBetween } from "./travel.ts";

const label = text("Distance par la route", "Distance by road");

/**
 * Road distance between two sites as a figure: as the user measured it, along the road skeleton of the place, straight
 * line × its road ratio, or the parameter for two sites of one park, one commune or one territory. A sea crossing is
 * named in the words; it is not road.
 * @returns km, with the interval of the road, of the ratio or of the guess
 */
export function roadDistance(reference: Reference, place: Place, a: Establishment, b: Establishment): Figure<"km"> {
  const travel = travelBetween(reference, place, a, b);
  const { basis, km: value, low, high } = travel;
  if (isGuess(basis)) return { ...parameter(reference, `distance.same-${basis}`), label, unit: "km" };
  if (basis === "matrix")
    return given({ label, value, unit: "km", source: `declared:${place.distances?.name ?? "distances"}`, date: null });
  const ratio = leafOf(text("Route / vol d'oiseau", "Road / straight line"), place.road_ratio);
  const line = (name: Text, km: number): Figure =>
    given({ label: name, value: km, unit: "km", source: "geodesy", date: null });
  if (basis === "points")
    return derived(
      label,
      "km",
      text("vol d'oiseau × rapport route / vol d'oiseau", "straight line × road ratio"),
      [
        line(text(`Vol d'oiseau ${a.name} – ${b.name}`, `Straight line ${a.name} – ${b.name}`), travel.straightKm ?? 0),
        ratio,
      ],
      { value, low, high },
    );
  const by = travel.names().join(", ");
  const sea = text(
    travel.seaKm > 0 ? ` ; traversée de ${Math.round(travel.seaKm)} km en plus` : "",
    travel.seaKm > 0 ? `; a crossing of ${Math.round(travel.seaKm)} km besides` : "",
  );
  return derived(
    label,
    "km",
    text(
      `accès au réseau × rapport route / vol d'oiseau + trajet par ${by}${sea.fr}`,
      `access to the network × road ratio + trip by ${by}${sea.en}`,
    ),
    [
      line(text("Accès au réseau, vol d'oiseau", "Access to the network, straight line"), travel.accessKm),
      ratio,
      given({
        label: text(`Trajet sur le réseau : ${by}`, `Trip on the network: ${by}`),
        value: travel.roadKm,
        low: travel.roadKm * (1 - (parameter(reference, "roads.uncertainty").value ?? 0) / 100),
        high: travel.roadKm * (1 + (parameter(reference, "roads.uncertainty").value ?? 0) / 100),
        unit: "km",
        source: "team-estimate",
        date: null,
      }),
    ],
    { value, low, high },
  );
}

/** Said beside a distance that no coordinates support. */
export function distanceDoubt(reference: Reference, place: Place, a: Establishment, b: Establishment): Text | null {
  if (!isGuess(travelBetween(reference, place, a, b).basis)) return null;
  return text(
    "Distance estimée faute de coordonnées : renseignez longitude et latitude des deux sites.",
    "Distance is a guess for want of coordinates: fill in longitude and latitude of both sites.",
  );
}
