const earthRadiusKm = 6371.0088; // IUGG mean radius
const radians = Math.PI / 180;

export type Point = { readonly lon: number; readonly lat: number };

/** A point with what every distance from it shares. */
export type GreatCirclePoint = Point & { readonly cosLat: number };

export const onGreatCircle = ({ lon, lat }: Point): GreatCirclePoint => ({ lon, lat, cosLat: Math.cos(lat * radians) });

/** Great-circle distance in km (haversine: exact enough at 1 m, stable for near points). */
export const greatCircleKm = (a: Point, b: Point): number => greatCircleBetween(onGreatCircle(a), onGreatCircle(b));

/** The same, for whoever measures many distances from each point. */
export function greatCircleBetween(a: GreatCirclePoint, b: GreatCirclePoint): number {
  const dLat = (b.lat - a.lat) * radians;
  const dLon = (b.lon - a.lon) * radians;
  const h = Math.sin(dLat / 2) ** 2 + a.cosLat * b.cosLat * Math.sin(dLon / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Where on the stretch a–b a point comes nearest, as a share from a, and how far away that is in a straight line. */
export function nearestOn(point: Point, a: Point, b: Point): { share: number; km: number } {
  const squeeze = Math.cos(point.lat * radians);
  const [ax, ay, bx, by] = [
    (a.lon - point.lon) * squeeze,
    a.lat - point.lat,
    (b.lon - point.lon) * squeeze,
    b.lat - point.lat,
  ];
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  const nearest = { lon: a.lon + share * (b.lon - a.lon), lat: a.lat + share * (b.lat - a.lat) };
  return { share, km: greatCircleKm(point, nearest) };
}
