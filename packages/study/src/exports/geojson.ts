import { type Establishment, fold } from "@simbiosi/domain";

type Feature = {
  readonly type: "Feature";
  readonly id?: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Null where the place is not known (RFC 7946, 3.2). */
  readonly geometry: object | null;
};
type Polygons = {
  readonly features: readonly {
    readonly properties: { readonly name: string | null };
    readonly geometry: { readonly type: string; readonly coordinates: unknown };
  }[];
};

/**
 * Establishments as points, and the zones they are in as polygons where the territory has their outline, by name.
 * RFC 7946: WGS84, longitude first.
 * @param properties of an establishment, beside its name
 * @param outlines boundaries of the territory
 */
export function geoJson<S extends Pick<Establishment, "id" | "name" | "lon" | "lat" | "zone">>(
  sites: readonly S[],
  properties: (site: S) => Readonly<Record<string, unknown>>,
  outlines: readonly Polygons[],
): string {
  const points = sites.map(
    (site): Feature => ({
      type: "Feature",
      id: site.id,
      properties: { kind: "establishment", name: site.name, ...properties(site) },
      geometry: site.lon === null || site.lat === null ? null : { type: "Point", coordinates: [site.lon, site.lat] },
    }),
  );
  const inZone = new Map<string, number>();
  for (const { zone } of sites) if (zone !== null) inZone.set(fold(zone), (inZone.get(fold(zone)) ?? 0) + 1);
  const zones = outlines
    .flatMap(({ features }) => features)
    .flatMap(({ properties: { name }, geometry }): readonly Feature[] => {
      const establishments = name === null ? undefined : inZone.get(fold(name));
      return establishments === undefined || !/^(Multi)?Polygon$/.test(geometry.type)
        ? []
        : [{ type: "Feature", properties: { kind: "zone", name, establishments }, geometry: wound(geometry) }];
    });
  return `${JSON.stringify({ type: "FeatureCollection", features: [...points, ...zones] })}\n`;
}

type Ring = readonly (readonly [number, number])[];

/** Outer rings counter-clockwise, holes clockwise (RFC 7946, 3.1.6), however the outline was drawn. */
function wound({ type, coordinates }: { readonly type: string; readonly coordinates: unknown }): object {
  const polygon = (rings: readonly Ring[]): readonly Ring[] =>
    rings.map((ring, i) => (area(ring) > 0 === (i === 0) ? ring : ring.toReversed()));
  return type === "Polygon"
    ? { type, coordinates: polygon(coordinates as readonly Ring[]) }
    : { type, coordinates: (coordinates as readonly (readonly Ring[])[]).map(polygon) };
}

/** Twice the area of a ring, above zero when it turns counter-clockwise. */
const area = (ring: Ring): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length] ?? [x, y];
    return sum + x * ny - nx * y;
  }, 0);
