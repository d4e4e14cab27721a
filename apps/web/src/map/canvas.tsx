import {
  type GeoJSONSource,
  type LngLatBoundsLike,
  Map as MapLibre,
  NavigationControl,
  setWorkerUrl,
} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import "maplibre-gl/dist/maplibre-gl.css";
import { useEffect, useRef } from "react";
import { allowOwnWorkers } from "../ui/trusted.ts";
import { bent, type Pair, type Place } from "./gather.ts";

allowOwnWorkers();
// The library looks for its thread beside itself, where a bundle has nothing: without this the map stays blank.
setWorkerUrl(workerUrl);

export type Outline = {
  readonly roads: readonly {
    readonly name: string;
    readonly mode: string;
    readonly line: readonly (readonly number[])[];
  }[];
  readonly places: readonly { readonly name: string; readonly lon: number; readonly lat: number }[];
  readonly boundaries: readonly { readonly id: string; readonly name: string; readonly geojson?: unknown }[];
};
type Props = {
  readonly places: readonly Place[];
  readonly pairs: readonly Pair[];
  readonly outline: Outline;
  readonly dark: boolean;
  readonly label: string;
  readonly onPick?: (place: Place) => void;
};
type Properties = Readonly<Record<string, string | number>>;
type Feature = {
  type: "Feature";
  properties: Properties;
  geometry: { type: "LineString"; coordinates: number[][] } | { type: "Point"; coordinates: number[] };
};
type Collection = { type: "FeatureCollection"; features: Feature[] };

const collection = (features: readonly Feature[]): Collection => ({
  type: "FeatureCollection",
  features: [...features],
});
const line = (coordinates: number[][], properties: Properties): Feature => ({
  type: "Feature",
  properties,
  geometry: { type: "LineString", coordinates },
});
const point = (lon: number, lat: number, properties: Properties): Feature => ({
  type: "Feature",
  properties,
  geometry: { type: "Point", coordinates: [lon, lat] },
});

const background = ({ roads, places, boundaries }: Outline) => ({
  roads: collection(
    roads.map(({ name, mode, line: way }) =>
      line(
        way.map((one) => [...one]),
        { name, mode },
      ),
    ),
  ),
  towns: collection(places.map(({ name, lon, lat }) => point(lon, lat, { name }))),
  boundaries: collection(
    boundaries.flatMap(({ geojson }) => (geojson as { features?: Feature[] } | undefined)?.features ?? []),
  ),
});

const foreground = (places: readonly Place[], pairs: readonly Pair[]) => {
  const most = Math.max(1, ...pairs.map(({ best }) => best ?? 0));
  return {
    sites: collection(
      places.map((place) =>
        point(place.lon, place.lat, { id: place.id, name: place.name.replace(", ", ",\n"), n: place.sites.length }),
      ),
    ),
    links: collection(
      pairs.map((pair) =>
        line(bent(pair.from, pair.to), { width: 1.2 + 6 * Math.sqrt(Math.max(0, pair.best ?? 0) / most) }),
      ),
    ),
  };
};

/** The extent of what is placed, with a little air; one place alone still has surroundings. */
function extent(places: readonly Place[], { places: towns }: Outline): LngLatBoundsLike {
  const all = places.length > 0 ? places : towns;
  const lons = all.map(({ lon }) => lon);
  const lats = all.map(({ lat }) => lat);
  if (all.length === 0) return [-5, 41, 10, 51.5];
  return [Math.min(...lons) - 0.02, Math.min(...lats) - 0.02, Math.max(...lons) + 0.02, Math.max(...lats) + 0.02];
}

/** The map itself, drawn from local data only: no tile, no font, nothing fetched. */
export function MapCanvas({ places, pairs, outline, dark, label, onPick }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const map = useRef<MapLibre | undefined>(undefined);
  const now = useRef({ places, pairs, onPick });
  now.current = { places, pairs, onPick };
  useEffect(() => {
    const container = holder.current;
    if (container === null) return;
    const ink = dark ? "#eceae3" : "#1d2629";
    const page = dark ? "#14191b" : "#f1efe8";
    const back = background(outline);
    const front = foreground(now.current.places, now.current.pairs);
    const source = (data: Collection) => ({ type: "geojson" as const, data });
    const made = new MapLibre({
      container,
      attributionControl: false,
      // Without it a printed map is blank.
      canvasContextAttributes: { preserveDrawingBuffer: true },
      bounds: extent(now.current.places, outline),
      fitBoundsOptions: { padding: 30 },
      dragRotate: false,
      pitchWithRotate: false,
      cooperativeGestures: false,
      fadeDuration: 0,
      style: {
        version: 8,
        sources: {
          boundaries: source(back.boundaries),
          roads: source(back.roads),
          towns: source(back.towns),
          links: source(front.links),
          sites: source(front.sites),
        },
        layers: [
          { id: "page", type: "background", paint: { "background-color": page } },
          {
            id: "boundaries-fill",
            type: "fill",
            source: "boundaries",
            filter: ["==", ["geometry-type"], "Polygon"],
            paint: { "fill-color": dark ? "#1c2427" : "#ffffff" },
          },
          {
            id: "boundaries",
            type: "line",
            source: "boundaries",
            paint: { "line-color": dark ? "#8b989d" : "#7d7a70", "line-width": 1 },
          },
          {
            id: "roads",
            type: "line",
            source: "roads",
            paint: { "line-color": dark ? "#3a464b" : "#cfc9b8", "line-width": 2 },
          },
          {
            id: "links",
            type: "line",
            source: "links",
            layout: { "line-cap": "round" },
            paint: { "line-color": dark ? "#f0a878" : "#a8480f", "line-width": ["get", "width"], "line-opacity": 0.65 },
          },
          {
            id: "arrows",
            type: "symbol",
            source: "links",
            layout: {
              "symbol-placement": "line-center",
              "text-field": "▶",
              "text-size": 15,
              "text-allow-overlap": true,
              "text-keep-upright": false,
            },
            paint: { "text-color": dark ? "#f0a878" : "#8a3a0a", "text-halo-color": page, "text-halo-width": 1 },
          },
          {
            id: "sites",
            type: "circle",
            source: "sites",
            paint: {
              "circle-radius": ["min", 14, ["+", 4, ["sqrt", ["get", "n"]]]],
              "circle-color": dark ? "#7cc4d2" : "#0b5563",
              "circle-stroke-color": page,
              "circle-stroke-width": 1.5,
            },
          },
          {
            id: "towns",
            type: "symbol",
            source: "towns",
            layout: { "text-field": ["get", "name"], "text-size": 11 },
            paint: { "text-color": dark ? "#b4bdc0" : "#4d595d", "text-halo-color": page, "text-halo-width": 1.5 },
          },
          {
            id: "names",
            type: "symbol",
            source: "sites",
            layout: {
              "text-field": ["get", "name"],
              "text-size": 12,
              "text-anchor": "top",
              "text-offset": [0, 0.8],
              "text-max-width": 14,
            },
            paint: { "text-color": ink, "text-halo-color": page, "text-halo-width": 1.5 },
          },
        ],
      },
    });
    made.touchZoomRotate.disableRotation();
    made.addControl(new NavigationControl({ showCompass: false }));
    made.on("click", "sites", ({ features }) => {
      const id = features?.[0]?.properties.id as string | undefined;
      const place = now.current.places.find((one) => one.id === id);
      if (place !== undefined) now.current.onPick?.(place);
    });
    made.once("idle", () => {
      container.dataset.drawn = "yes";
    });
    // What a reader hears is the region around; the canvas itself says where the table is.
    made.getCanvas().setAttribute("aria-label", label);
    map.current = made;
    return () => {
      map.current = undefined;
      made.remove();
    };
  }, [outline, dark, label]);
  useEffect(() => {
    const shown = map.current;
    if (shown === undefined) return;
    const data = foreground(places, pairs);
    const draw = (): void => {
      shown.getSource<GeoJSONSource>("sites")?.setData(data.sites);
      shown.getSource<GeoJSONSource>("links")?.setData(data.links);
    };
    if (shown.isStyleLoaded()) draw();
    else shown.once("load", draw);
  }, [places, pairs]);
  return <div ref={holder} className="map-canvas" />;
}
