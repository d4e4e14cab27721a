/** A place of the map: a business park, or what stands near each other. */
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

/** About a kilometre: sites of no named area that are nearer than that are one place on a map of a territory. */
const grain = 100;

/** Sites of one area are one place, in the middle of them; of no area, those near each other. */
export function placesOf(sites: readonly MapSite[]): readonly Place[] {
  type Placed = MapSite & { readonly lon: number; readonly lat: number };
  const groups = new Map<string, Placed[]>();
  for (const site of sites) {
    const { lon, lat, zone } = site;
    if (lon === null || lat === null) continue;
    const key = zone ?? `${Math.round(lon * grain)} ${Math.round(lat * grain)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [{ ...site, lon, lat }]);
    else group.push({ ...site, lon, lat });
  }
  return [...groups].map(([id, own]) => {
    const mean = (of: (site: Placed) => number): number => own.reduce((all, site) => all + of(site), 0) / own.length;
    const [first] = own;
    const name = first?.zone ?? first?.name ?? "";
    return {
      id,
      lon: mean(({ lon }) => lon),
      lat: mean(({ lat }) => lat),
      sites: own.map((site) => ({ id: site.id, name: site.name })),
      name: own.length === 1 ? (first?.name ?? "") : `${name} (${own.length})`,
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
