/** A place of the map: everything within some hundred metres is one. */
export type Place = {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  readonly name: string;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
};
/** What goes from one place to another: the leads of one direction together. */
export type Pair = {
  readonly id: string;
  readonly from: Place;
  readonly to: Place;
  readonly leads: readonly MapLead[];
  /** Of the leads, the most that one of them could bring: leads compete for a flow, so gains do not add up. */
  readonly best: number | null;
};
export type MapSite = {
  readonly id: string;
  readonly name: string;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly zone: string | null;
};
export type MapLead = {
  readonly id: string;
  readonly title: string;
  readonly gain: number | null;
  /** Who gives and who takes; null where a lead has members and no direction. */
  readonly from: string | null;
  readonly to: string | null;
  readonly establishments: readonly string[];
};

/** About a hundred metres: sites nearer than that are one place on a map of a territory. */
const grain = 500;

export function placesOf(sites: readonly MapSite[]): readonly Place[] {
  const places = new Map<
    string,
    { lon: number; lat: number; zones: (string | null)[]; sites: Place["sites"][number][] }
  >();
  for (const { id, name, lon, lat, zone } of sites) {
    if (lon === null || lat === null) continue;
    const key = `${Math.round(lon * grain)} ${Math.round(lat * grain)}`;
    const place = places.get(key) ?? { lon, lat, zones: [], sites: [] };
    place.sites.push({ id, name });
    place.zones.push(zone);
    places.set(key, place);
  }
  return [...places].map(([id, { lon, lat, zones, sites: own }]) => {
    const [zone] = zones;
    const first = own[0]?.name ?? "";
    const shared = zone !== undefined && zone !== null && zones.every((one) => one === zone);
    return {
      id,
      lon,
      lat,
      sites: own,
      name: own.length === 1 ? first : `${shared ? zone : first} (${own.length})`,
    };
  });
}

/** Leads between places, the most first; what stays in one place or has no place is counted and not drawn. */
export function pairsOf(places: readonly Place[], leads: readonly MapLead[]) {
  const placeOf = new Map(places.flatMap((place) => place.sites.map(({ id }) => [id, place] as const)));
  const pairs = new Map<string, { from: Place; to: Place; leads: MapLead[] }>();
  let inside = 0;
  let undirected = 0;
  let unplaced = 0;
  for (const lead of leads) {
    if (lead.from === null || lead.to === null) {
      undirected += 1;
      continue;
    }
    const [from, to] = [placeOf.get(lead.from), placeOf.get(lead.to)];
    if (from === undefined || to === undefined) unplaced += 1;
    else if (from === to) inside += 1;
    else {
      const id = `${from.id}>${to.id}`;
      const pair = pairs.get(id) ?? { from, to, leads: [] };
      pair.leads.push(lead);
      pairs.set(id, pair);
    }
  }
  const best = (own: readonly MapLead[]): number | null => {
    const known = own.flatMap(({ gain }) => (gain === null ? [] : [gain]));
    return known.length === 0 ? null : Math.max(...known);
  };
  const sorted = [...pairs]
    .map(([id, pair]): Pair => ({ id, ...pair, best: best(pair.leads) }))
    .sort((a, b) => (b.best ?? 0) - (a.best ?? 0) || (a.id < b.id ? -1 : 1));
  return { pairs: sorted, inside, undirected, unplaced };
}

/** A line bent to the right of its direction, so that a way out and a way back are two; degrees, in equal steps. */
export function bent(from: Place, to: Place, steps = 24): [number, number][] {
  // A degree of longitude is shorter than one of latitude: bend in what the eye sees.
  const squeeze = Math.cos((((from.lat + to.lat) / 2) * Math.PI) / 180);
  const [dx, dy] = [(to.lon - from.lon) * squeeze, to.lat - from.lat];
  const mid = { lon: (from.lon + to.lon) / 2 + (0.18 * dy) / squeeze, lat: (from.lat + to.lat) / 2 - 0.18 * dx };
  return Array.from({ length: steps + 1 }, (_, i): [number, number] => {
    const t = i / steps;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return [a * from.lon + b * mid.lon + c * to.lon, a * from.lat + b * mid.lat + c * to.lat];
  });
}
