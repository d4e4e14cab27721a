import type { Result } from "@simbiosi/domain";
import { z } from "zod";
import { type HttpProblem, refuse } from "../http/problems.ts";

/** A boundary as it is kept: polygons and lines in degrees, with nothing of their properties but a name. */
export type Boundary = {
  readonly type: "FeatureCollection";
  readonly features: readonly {
    readonly type: "Feature";
    readonly properties: { readonly name: string | null };
    readonly geometry: z.output<typeof Geometry>;
  }[];
};

/** Five megabytes and so many points: a department's communes at full detail fit, a country's do not. */
export const boundaryLimit = { bytes: 5 * 1024 * 1024, points: 200_000 } as const;

const Position = z
  .array(z.number())
  .min(2)
  .transform(([x = 0, y = 0]): [number, number] => [x, y]);
const Line = z.array(Position).min(2);
const Polygon = z.array(z.array(Position).min(4)).min(1);
const Geometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("LineString"), coordinates: Line }),
  z.object({ type: z.literal("MultiLineString"), coordinates: z.array(Line) }),
  z.object({ type: z.literal("Polygon"), coordinates: Polygon }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(Polygon) }),
]);
const Feature = z.object({
  type: z.literal("Feature"),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: Geometry,
});
const Document = z.union([
  z.object({ type: z.literal("FeatureCollection"), features: z.array(Feature).min(1) }),
  Feature.transform((feature) => ({ type: "FeatureCollection" as const, features: [feature] })),
  Geometry.transform((geometry) => ({
    type: "FeatureCollection" as const,
    features: [{ type: "Feature" as const, properties: null, geometry }],
  })),
]);

/** Names that files of communes, of intercommunalities and of business parks go by. */
const names = ["name", "nom", "nom_officiel", "NOM", "libelle", "code", "insee"];

/** Reads a GeoJSON of boundaries. Fails with BOUNDARY_TOO_LARGE, BOUNDARY_NOT_JSON, BOUNDARY_NO_SHAPE, BOUNDARY_NOT_DEGREES. */
export function readBoundary(bytes: Uint8Array): Result<Boundary, HttpProblem> {
  // Each point opens a bracket: counted before anything is understood, since understanding is what takes long.
  if (bytes.length > boundaryLimit.bytes || bytes.filter((byte) => byte === bracket).length > boundaryLimit.points)
    return tooLarge;
  let said: unknown;
  try {
    said = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return refuse(
      422,
      "BOUNDARY_NOT_JSON",
      "Ce fichier n'est pas un GeoJSON lisible. Exportez la couche au format GeoJSON (UTF-8) depuis votre logiciel de cartographie.",
      "This file is not a readable GeoJSON. Export the layer as GeoJSON (UTF-8) from your mapping software.",
    );
  }
  const read = Document.safeParse(said);
  if (!read.success)
    return refuse(
      422,
      "BOUNDARY_NO_SHAPE",
      "Ce GeoJSON ne contient pas que des polygones ou des lignes. Gardez les limites (communes, zones) et retirez les points et les objets vides.",
      "This GeoJSON does not hold polygons or lines only. Keep the boundaries (communes, areas) and remove points and empty objects.",
    );
  const points = read.data.features.flatMap(({ geometry }) => pointsOf(geometry));
  if (points.some(([lon, lat]) => Math.abs(lon) > 180 || Math.abs(lat) > 90))
    return refuse(
      422,
      "BOUNDARY_NOT_DEGREES",
      "Les coordonnées ne sont pas des degrés : la couche est sans doute en Lambert 93. Réexportez-la en WGS 84 (EPSG:4326).",
      "The coordinates are no degrees: the layer may be in a projection such as Lambert 93. Export it again in WGS 84 (EPSG:4326).",
    );
  return {
    ok: true,
    value: {
      type: "FeatureCollection",
      features: read.data.features.map(({ properties, geometry }) => {
        const name = names.map((key) => properties?.[key]).find((one) => typeof one === "string" && one !== "");
        return {
          type: "Feature",
          properties: { name: typeof name === "string" ? name.slice(0, 120) : null },
          geometry,
        };
      }),
    },
  };
}

const bracket = "[".charCodeAt(0);

const tooLarge = refuse(
  413,
  "BOUNDARY_TOO_LARGE",
  "Ces limites sont trop détaillées : 5 Mo et 200 000 points au plus. Simplifiez la couche, ou gardez les seules communes du territoire.",
  "These boundaries are too detailed: 5 MB and 200,000 points at most. Simplify the layer, or keep the territory's communes only.",
);

const pointsOf = (geometry: z.output<typeof Geometry>): readonly [number, number][] => {
  switch (geometry.type) {
    case "LineString":
      return geometry.coordinates;
    case "MultiLineString":
    case "Polygon":
      return geometry.coordinates.flat();
    case "MultiPolygon":
      return geometry.coordinates.flat(2);
  }
};
