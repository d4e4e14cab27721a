export type LonLat = { readonly lon: number; readonly lat: number };

/** Mean radius of the Earth in km (IUGG, R1). */
const radius = 6371.0088;
const radians = Math.PI / 180;

/**
 * Local equirectangular projection: kilometres east and south of the middle of the points. Over a territory of
 * 100 km it errs by less than 1 % in distance at European latitudes.
 */
export function project(points: readonly LonLat[]): readonly { readonly x: number; readonly y: number }[] {
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const [lon, lat] = [middle(points.map((p) => p.lon)), middle(points.map((p) => p.lat))];
  const shrink = Math.cos(lat * radians);
  return points.map((p) => ({
    x: (p.lon - lon) * radians * radius * shrink,
    y: (lat - p.lat) * radians * radius,
  }));
}

/** The largest of 1, 2, 5 × 10ⁿ that is not above the limit: a length for a scale bar. */
export function roundLength(limit: number): number {
  const power = 10 ** Math.floor(Math.log10(limit));
  return [5, 2, 1].map((digit) => digit * power).find((length) => length <= limit) ?? power;
}
