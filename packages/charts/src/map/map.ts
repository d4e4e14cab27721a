import type { Lang } from "@simbiosi/domain";
import { kindColours, kindDashes, palette } from "../palette/palette.ts";
import { type Chart, chart, sizes, words } from "../svg/chart.ts";
import { el, type Svg } from "../svg/element.ts";
import { describe, enumerate, writeNumber } from "../values/measure.ts";
import { drawKey } from "../words/key.ts";
import { placeLabels } from "../words/place-labels.ts";
import { textWidth, wrap } from "../words/width.ts";
import { gather, type Spot } from "./gather.ts";
import type { MapLine, MapPoint } from "./input.ts";
import { mapLegend } from "./legend.ts";
import { project, roundLength } from "./project.ts";
import { bent, type Ribbon, ribbons } from "./ribbons.ts";

export type MapInput = {
  readonly title: string;
  /** Unit of the quantities, already written for reading: "t/an". */
  readonly unit: string;
  readonly points: readonly MapPoint[];
  readonly lines: readonly MapLine[];
  readonly lang: Lang;
  readonly width?: number;
};

const sentences = {
  fr: {
    opening: "carte schématique, sans fond",
    none: "Aucun établissement n’a de coordonnées : la carte ne peut pas être dessinée",
    north: "N",
    places: (n: number) => (n === 1 ? "1 établissement placé" : `${n} établissements placés`),
    unplaced: (n: number) =>
      n === 1
        ? "1 établissement sans coordonnées n’est pas placé"
        : `${n} établissements sans coordonnées ne sont pas placés`,
    inside: (n: number) =>
      n === 1
        ? "1 liaison reste dans un même lieu et n’est pas dessinée"
        : `${n} liaisons restent dans un même lieu et ne sont pas dessinées`,
    loose: (n: number) =>
      n === 1
        ? "1 liaison touche un établissement sans coordonnées et n’est pas dessinée"
        : `${n} liaisons touchent un établissement sans coordonnées et ne sont pas dessinées`,
    hidden: (n: number) => (n === 1 ? "1 liaison plus petite est masquée" : `${n} liaisons plus petites sont masquées`),
    key: "Lieux sans étiquette",
    allPlaces: "Lieux",
    and: (n: number) => ` + ${n}`,
  },
  en: {
    opening: "schematic map without background",
    none: "No establishment has coordinates: the map cannot be drawn",
    north: "N",
    places: (n: number) => (n === 1 ? "1 establishment placed" : `${n} establishments placed`),
    unplaced: (n: number) =>
      n === 1
        ? "1 establishment without coordinates is not placed"
        : `${n} establishments without coordinates are not placed`,
    inside: (n: number) =>
      n === 1 ? "1 link stays within one place and is not drawn" : `${n} links stay within one place and are not drawn`,
    loose: (n: number) =>
      n === 1
        ? "1 link touches an establishment without coordinates and is not drawn"
        : `${n} links touch an establishment without coordinates and are not drawn`,
    hidden: (n: number) => (n === 1 ? "1 smaller link is hidden" : `${n} smaller links are hidden`),
    key: "Places without a label",
    allPlaces: "Places",
    and: (n: number) => ` + ${n}`,
  },
} as const;

const margin = { x: 46, y: 40 } as const;
const [lowest, highest] = [240, 460];
const markRadius = 5.5;
const numberRadius = 9;
/** Beyond this many links a map is a ball of wool. */
const linesAtMost = 60;
const labelSize = 12;
/** Beyond this many establishments names would cover the drawing: places are numbered, and named underneath. */
const namedAtMost = 10;

/**
 * Establishments at their places and the links between them, bent to the right of their direction so that a way
 * out and a way back are two lines; thickness is quantity. North is up, kilometres are to scale, and there is no
 * background: nothing is fetched. What cannot be placed or drawn is counted underneath.
 */
export function territoryMap({ title, unit, points, lines, lang, width = 640 }: MapInput): Chart {
  const say = sentences[lang];
  const located = points.flatMap(({ lon, lat, ...point }) =>
    lon !== null && lat !== null && Number.isFinite(lon) && Number.isFinite(lat) ? [{ ...point, lon, lat }] : [],
  );
  const opening = `${title}, ${say.opening}`;
  if (located.length === 0)
    return chart(
      { title, alt: `${opening}. ${say.none}.`, lang, width, height: 48 },
      words(wrap(say.none, width, sizes.label, 2), { x: 0, y: 20, fill: palette.muted }),
    );
  const flat = project(located);
  const spread = (axis: "x" | "y") => Math.max(...flat.map((p) => p[axis])) - Math.min(...flat.map((p) => p[axis]));
  const room = { x: width - 2 * margin.x, y: highest - 2 * margin.y };
  const [wide, high] = [spread("x"), spread("y")];
  // Pixels for a kilometre; none when every point is at one place.
  const scale = Math.min(wide > 0 ? room.x / wide : Infinity, high > 0 ? room.y / high : Infinity);
  const perKm = Number.isFinite(scale) ? scale : 0;
  const height = Math.max(lowest, high * perKm + 2 * margin.y);
  const spots = gather(
    located.map(({ id, label }, i) => ({
      id,
      label,
      x: width / 2 + (flat[i]?.x ?? 0) * perKm,
      y: height / 2 + (flat[i]?.y ?? 0) * perKm,
    })),
    2 * (located.length > namedAtMost ? numberRadius : markRadius),
  );
  const numbered = located.length > namedAtMost;
  const all = ribbons(spots, lines);
  const drawn = all.between.slice(0, linesAtMost);
  const unplaced = points.length - located.length;
  const notes = [
    ...(unplaced > 0 ? [say.unplaced(unplaced)] : []),
    ...(all.inside > 0 ? [say.inside(all.inside)] : []),
    ...(all.loose > 0 ? [say.loose(all.loose)] : []),
    ...(all.between.length > drawn.length ? [say.hidden(all.between.length - drawn.length)] : []),
  ];
  const named = spots.map((spot) => nameOf(spot, say.and));
  const alt = enumerate(
    opening,
    [
      say.places(located.length),
      ...notes,
      ...drawn.map((ribbon) =>
        describe(`${named[ribbon.from] ?? ""} → ${named[ribbon.to] ?? ""}`, ribbon.quantity, unit, lang),
      ),
    ],
    lang,
  );
  const labels = numbered
    ? { svg: [], unlabelled: named.map((label, i) => ({ number: i + 1, label })) }
    : labelSpots(spots, named, { width, height });
  const legend = mapLegend(drawn, unit, height + 18, width, lang);
  const key =
    labels.unlabelled.length === 0
      ? null
      : drawKey(labels.unlabelled, height + legend.height + 26, width, numbered ? say.allPlaces : say.key);
  const below = height + legend.height + (key === null ? 12 : key.height + 20);
  return chart(
    { title, alt, lang, width, height: below + notes.length * 16 + 4 },
    el("rect", { x: 0.5, y: 0.5, width: width - 1, height: height - 1, fill: palette.paper, stroke: palette.rule }),
    ...drawn.toReversed().map((ribbon) => drawRibbon(ribbon, spots)),
    ...spots.map((spot, i) => drawSpot(spot, numbered ? i + 1 : null)),
    ...labels.svg,
    ...(perKm > 0 ? scaleBar(perKm, height, width, lang) : []),
    ...northArrow(width, say.north),
    ...legend.svg,
    ...(key?.svg ?? []),
    ...notes.map((note, i) =>
      words(`${note}.`, { x: 0, y: below + 10 + i * 16, size: sizes.small, fill: palette.muted }),
    ),
  );
}

type Named = { readonly id: string; readonly label: string; readonly x: number; readonly y: number };

function nameOf({ members }: Spot<Named>, and: (n: number) => string): string {
  const first = members[0]?.label ?? "";
  return members.length > 1 ? `${first}${and(members.length - 1)}` : first;
}

function drawRibbon(ribbon: Ribbon, spots: readonly Spot<Named>[]): Svg {
  const [from, to] = [spots[ribbon.from], spots[ribbon.to]];
  if (from === undefined || to === undefined) return el("g", {});
  const { path, arrow } = bent(from, to, ribbon.thickness);
  const [colour, dash] = [kindColours[ribbon.kind], kindDashes[ribbon.kind]];
  return el(
    "g",
    { class: "ribbon" },
    el("path", {
      class: "line",
      d: path,
      fill: "none",
      stroke: colour,
      "stroke-width": ribbon.thickness,
      "stroke-opacity": 0.75,
      ...(dash === null ? {} : { "stroke-dasharray": dash }),
    }),
    // A pool has members, not a direction.
    ...(ribbon.kind === "mutualisation"
      ? []
      : [el("polygon", { points: arrow, fill: colour, stroke: palette.paper, "stroke-width": 0.8 })]),
  );
}

/** A place: its number in the key where places are numbered, else how many establishments stand there. */
function drawSpot({ x, y, members }: Spot<Named>, number: number | null): Svg {
  const many = members.length > 1;
  const inside = number ?? (many ? members.length : null);
  return el(
    "g",
    { class: "spot" },
    el("title", {}, members.map(({ label }) => label).join(", ")),
    el("circle", {
      cx: x,
      cy: y,
      r: number !== null ? numberRadius : many ? markRadius + 2.5 : markRadius,
      fill: palette.accent,
      stroke: palette.paper,
      "stroke-width": 1.5,
    }),
    ...(inside !== null
      ? [words(String(inside), { x, y: y + 3.5, anchor: "middle", size: 10, fill: palette.paper, weight: 600 })]
      : []),
  );
}

function labelSpots(
  spots: readonly Spot<Named>[],
  named: readonly string[],
  frame: { readonly width: number; readonly height: number },
): {
  readonly svg: readonly Svg[];
  readonly unlabelled: readonly { readonly number: number; readonly label: string }[];
} {
  const bounds = { x: 3, y: 3, width: frame.width - 6, height: frame.height - 6 };
  const corners = [
    { x: 0, y: frame.height - 34, width: 180, height: 34 },
    { x: frame.width - 34, y: 0, width: 34, height: 44 },
  ];
  const lines = named.map((name) => wrap(name, 130, labelSize, 2));
  const boxes = spots.map(({ x, y }, i) => ({
    x,
    y,
    width: Math.max(0, ...(lines[i] ?? []).map((line) => textWidth(line, labelSize))),
    height: (lines[i]?.length ?? 1) * 14,
  }));
  const places = placeLabels(boxes, markRadius + 2, bounds, corners);
  const unlabelled = spots.flatMap((spot, i) => (places[i] === null ? [{ spot, label: named[i] ?? "" }] : []));
  return {
    svg: [
      ...places.flatMap((place, i) =>
        place === null
          ? []
          : [
              words(lines[i] ?? [], {
                x:
                  place.align === "start"
                    ? place.x
                    : place.align === "end"
                      ? place.x + place.width
                      : place.x + place.width / 2,
                y: place.y + 11,
                anchor: place.align,
                size: labelSize,
                lineHeight: 14,
                halo: true,
              }),
            ],
      ),
      ...unlabelled.map(({ spot }, i) =>
        words(String(i + 1), {
          x: spot.x + markRadius + 2,
          y: spot.y - markRadius + 1,
          size: 10,
          weight: 600,
          halo: true,
        }),
      ),
    ],
    unlabelled: unlabelled.map(({ label }, i) => ({ number: i + 1, label })),
  };
}

function scaleBar(perKm: number, height: number, width: number, lang: Lang): readonly Svg[] {
  const km = roundLength((width * 0.22) / perKm);
  const [x, y, length] = [12, height - 12, km * perKm];
  const label = km >= 1 ? `${writeNumber(km, lang)} km` : `${writeNumber(km * 1000, lang)} m`;
  return [
    el("path", {
      d: `M${x} ${y - 5}V${y}H${(x + length).toFixed(1)}V${y - 5}`,
      fill: "none",
      stroke: palette.ink,
      "stroke-width": 1.3,
    }),
    words(label, { x: x + 4, y: y - 5, size: sizes.small, halo: true }),
  ];
}

const northArrow = (width: number, letter: string): readonly Svg[] => [
  el("polygon", { points: `${width - 18},10 ${width - 12},28 ${width - 18},24 ${width - 24},28`, fill: palette.ink }),
  words(letter, { x: width - 18, y: 40, anchor: "middle", size: sizes.small, weight: 600 }),
];
