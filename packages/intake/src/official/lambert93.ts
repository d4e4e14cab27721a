import proj4 from "proj4";

/** Lambert-93 (EPSG:2154): the conic projection in which the State publishes metropolitan France, Corsica included. */
const lambert93 =
  "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs";

/**
 * Metres of Lambert-93 → degrees of WGS84, to a tenth of a metre. Undefined outside metropolitan France: overseas
 * coordinates are in other projections and would land in the sea.
 */
export function wgs84Of(x: number, y: number): { lon: number; lat: number } | undefined {
  if (!(x > 0 && x < 1_300_000 && y > 6_000_000 && y < 7_200_000)) return undefined;
  const [lon, lat] = proj4(lambert93, "WGS84", [x, y]);
  if (lon === undefined || lat === undefined) return undefined;
  const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
  return { lon: rounded(lon), lat: rounded(lat) };
}
