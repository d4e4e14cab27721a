import type { Reference } from "../reference-data/reference.ts";
import type { ContextPack, RoadLink, RoadNode } from "../reference-data/rows.ts";
import { greatCircleKm, nearestOn, type Point } from "./great-circle.ts";

/** A trip over the skeleton between two of its nodes. */
type Leg = { readonly minutes: number; readonly km: number; readonly seaKm: number; readonly names: readonly string[] };

/** Where a site meets the skeleton: ways to nodes, with the part of a stretch to drive first. */
type Gate = { readonly node: number; readonly km: number; readonly minutes: number; readonly name: string | null };
export type Attachment = {
  readonly inside: boolean;
  readonly accessKm: number;
  readonly link: RoadLink | null;
  readonly along: number;
  readonly gates: readonly Gate[];
};

export type NetworkTrip = {
  /** Straight lines from the two sites to the skeleton, together. */
  readonly accessKm: number;
  readonly roadKm: number;
  readonly seaKm: number;
  /** By which gates and legs, or along which one road: {@link namesOf} tells it in words. */
  readonly way: { readonly out: Gate; readonly leg: Leg; readonly into: Gate } | null;
  readonly along: string | null;
};

export type RoadNetwork = {
  /** Where a point meets the skeleton, worked out once a point. */
  readonly attach: (point: Point) => Attachment;
  /** The fastest trip between two points that meet the skeleton; null where there is none. */
  readonly trip: (from: Attachment, to: Attachment) => NetworkTrip | null;
};

/** How fast one goes off the skeleton: only to choose a gate, never shown. */
const accessSpeed = 40;

const networks = new WeakMap<Reference, Map<string, RoadNetwork | null>>();

/** The road skeleton of a context, worked out once a reference; null when the context has none. */
export function roadNetworkOf(reference: Reference, context: ContextPack): RoadNetwork | null {
  let known = networks.get(reference);
  if (known === undefined) {
    known = new Map();
    networks.set(reference, known);
  }
  let network = known.get(context.id);
  if (network === undefined) {
    network = buildNetwork(reference, context);
    known.set(context.id, network);
  }
  return network;
}

function buildNetwork(reference: Reference, context: ContextPack): RoadNetwork | null {
  const { land } = context;
  const nodes = reference.roadNodes.filter((node) => node.land === context.id || node.land === null);
  if (land === undefined || !nodes.some((node) => node.land === context.id)) return null;
  const at = new Map(nodes.map((node, i) => [node.id, i]));
  const links = reference.roadLinks.filter(({ from, to }) => at.has(from) && at.has(to));
  const legs = shortestLegs(nodes, links, at);
  const roads = links.flatMap((link) => {
    const [from, to] = [nodes[at.get(link.from) ?? -1], nodes[at.get(link.to) ?? -1]];
    return link.mode === "road" && from !== undefined && to !== undefined ? [{ link, from, to }] : [];
  });
  const inside = (p: Point): boolean =>
    p.lon >= land.west && p.lon <= land.east && p.lat >= land.south && p.lat <= land.north;

  // Every site meets many partners: by longitude, then latitude, so that no key is written for each of them.
  const attachments = new Map<number, Map<number, Attachment>>();
  const attach = (p: Point): Attachment => {
    let column = attachments.get(p.lon);
    if (column === undefined) {
      column = new Map();
      attachments.set(p.lon, column);
    }
    let found = column.get(p.lat);
    if (found === undefined) {
      found = inside(p) ? onLand(p) : fromAbroad(p);
      column.set(p.lat, found);
    }
    return found;
  };
  const onLand = (p: Point): Attachment => {
    let best = { km: Number.POSITIVE_INFINITY, share: 0, road: roads[0] };
    for (const road of roads) {
      const { km, share } = nearestOn(p, road.from, road.to);
      if (km < best.km) best = { km, share, road };
    }
    const { road, share, km } = best;
    if (road === undefined) return { inside: true, accessKm: 0, link: null, along: 0, gates: [] };
    const { link } = road;
    const gate = (id: string, part: number): Gate => ({
      node: at.get(id) ?? -1,
      km: part * link.km,
      minutes: (60 * part * link.km) / link.speed_kmh,
      name: part > 0 ? link.name : null,
    });
    return {
      inside: true,
      accessKm: km,
      link,
      along: share * link.km,
      gates: [gate(link.from, share), gate(link.to, 1 - share)],
    };
  };
  // From another shore every port is a gate; the straight line to it is part of the drive.
  const fromAbroad = (p: Point): Attachment => ({
    inside: false,
    accessKm: 0,
    link: null,
    along: 0,
    gates: nodes.flatMap((node, i) => {
      if (node.land !== null) return [];
      const km = greatCircleKm(p, node) * context.road_ratio.value;
      return [{ node: i, km, minutes: (60 * km) / accessSpeed, name: null }];
    }),
  });

  return {
    attach: (p) => attach(p),
    trip: (from, to) => {
      if (!from.inside && !to.inside) return null;
      const accessKm = from.accessKm + to.accessKm;
      let least = Number.POSITIVE_INFINITY;
      const along = from.link !== null && from.link === to.link ? from.link : null;
      if (along !== null) least = (60 * Math.abs(from.along - to.along)) / along.speed_kmh;
      let way: { out: Gate; leg: Leg; into: Gate } | undefined;
      for (const out of from.gates) {
        const reach = legs[out.node];
        if (reach === undefined) continue;
        for (const into of to.gates) {
          const leg = reach[into.node];
          if (leg === undefined) continue;
          const minutes = out.minutes + leg.minutes + into.minutes;
          if (minutes >= least) continue;
          least = minutes;
          if (way === undefined) way = { out, leg, into };
          else {
            way.out = out;
            way.leg = leg;
            way.into = into;
          }
        }
      }
      if (way !== undefined)
        return { accessKm, roadKm: way.out.km + way.leg.km + way.into.km, seaKm: way.leg.seaKm, way, along: null };
      return along === null
        ? null
        : { accessKm, roadKm: Math.abs(from.along - to.along), seaKm: 0, way: null, along: along.name };
    },
  };
}

/** Road numbers and ferry lines of a trip, in order. */
export function namesOf({ way, along }: NetworkTrip): readonly string[] {
  if (way === null) return along === null ? [] : [along];
  const names = [way.out.name, ...way.leg.names, way.into.name].filter((name) => name !== null);
  return names.filter((name, i) => name !== names[i - 1]);
}

/** The fastest way between every two nodes (Dijkstra from each; the skeleton has some dozens of them). */
function shortestLegs(
  nodes: readonly RoadNode[],
  links: readonly RoadLink[],
  at: ReadonlyMap<string, number>,
): readonly (readonly (Leg | undefined)[])[] {
  const next: { to: number; link: RoadLink }[][] = nodes.map(() => []);
  for (const link of links) {
    const [from, to] = [at.get(link.from) ?? -1, at.get(link.to) ?? -1];
    next[from]?.push({ to, link });
    next[to]?.push({ to: from, link });
  }
  return nodes.map((_, start) => {
    const legs: (Leg | undefined)[] = nodes.map(() => undefined);
    const done = new Set<number>();
    legs[start] = { minutes: 0, km: 0, seaKm: 0, names: [] };
    for (;;) {
      let here = -1;
      for (const [i, leg] of legs.entries())
        if (leg !== undefined && !done.has(i) && leg.minutes < (legs[here]?.minutes ?? Number.POSITIVE_INFINITY))
          here = i;
      const leg = legs[here];
      if (leg === undefined) return legs;
      done.add(here);
      for (const { to, link } of next[here] ?? []) {
        const minutes = leg.minutes + (60 * link.km) / link.speed_kmh;
        if (minutes >= (legs[to]?.minutes ?? Number.POSITIVE_INFINITY)) continue;
        legs[to] = {
          minutes,
          km: leg.km + (link.mode === "road" ? link.km : 0),
          seaKm: leg.seaKm + (link.mode === "ferry" ? link.km : 0),
          names: leg.names.at(-1) === link.name ? leg.names : [...leg.names, link.name],
        };
      }
    }
  });
}
