import {
  byCodeUnit,
  type Coefficients,
  coefficients,
  conversionRoutes,
  crossingTerms,
  deliveredInYear,
  facilitySites,
  type HostSearch,
  hostSearches,
  identityRoute,
  type KnownFlow,
  type Months,
  needTerms,
  offerTerms,
  type ResourceClass,
  type Route,
  remembered,
  routeMeets,
  type Setting,
  spread,
  type Term,
  transportTerms,
  type Ways,
  waysBetween,
  wayTerms,
} from "@simbiosi/domain";

/**
 * Every class-compatible pair of an offer and a need of two establishments, with its scores, as columns of
 * numbers: 300 flows make some thousands of pairs, a few thousand flows some hundred thousand.
 */
export type Candidates = {
  readonly count: number;
  readonly offer: Int32Array;
  readonly need: Int32Array;
  readonly route: Int32Array;
  /** NaN where a quantity or a rate is unknown. */
  readonly gain: Float64Array;
  /** The gain with every rate at its most favourable end: what is hopeless even there is no lead. */
  readonly bestGain: Float64Array;
  readonly co2e: Float64Array;
  readonly diverted: Float64Array;
  /** In the unit of the offer, per year. */
  readonly quantity: Float64Array;
  readonly km: Float64Array;
  /** Hosts of a step that are neither the giver nor the taker. */
  readonly thirds: Uint8Array;
  readonly routes: readonly Route[];
  /** The ways between the sites, and the place of each flow in them. */
  readonly ways: Ways;
  readonly places: Int32Array;
};

/** The flows and the route behind a row. */
export function pairAt(
  flows: readonly KnownFlow[],
  c: Candidates,
  row: number,
): { readonly offer: KnownFlow; readonly need: KnownFlow; readonly route: Route } {
  const offer = flows[c.offer[row] ?? -1];
  const need = flows[c.need[row] ?? -1];
  const route = c.routes[c.route[row] ?? -1];
  if (offer === undefined || need === undefined || route === undefined)
    throw new Error("Bug: candidate row out of range");
  return { offer, need, route };
}

type Scales = { gain: Coefficients; best: Coefficients; co2e: Coefficients; diverted: Coefficients };

/** A route from one class of offer to one class of need, and who here has that need. */
type Opportunity = {
  readonly index: number;
  readonly route: Route;
  readonly needs: readonly number[];
  /** What each of them wants month by month, in units of the offer; null while unknown. */
  readonly demands: readonly (Months | null)[];
  readonly way: Scales;
  readonly hosts: HostSearch;
  /** Where steps stand already nothing is bought for them: the way, by which steps those are. */
  readonly hostedWays: (Scales | undefined)[];
};

const scalesOf = (terms: readonly Term[]): Scales => ({
  gain: coefficients(terms, "gain", "value"),
  best: coefficients(terms, "gain", "best"),
  co2e: coefficients(terms, "co2e", "value"),
  diverted: coefficients(terms, "diverted", "value"),
});

const nothing = scalesOf([]);

/**
 * What the three parts of an exchange come to together: the giver's terms, the taker's carried back, the way between.
 * @param more per unit, for the ferry and the detour of this pair
 */
const score = (
  quantity: number,
  km: number,
  giver: Coefficients,
  carried: number,
  taker: Coefficients,
  way: Coefficients,
  more: number,
): number =>
  quantity * (giver.perUnit + carried * taker.perUnit + (way.perUnit + more) + way.perUnitKm * km) +
  way.perKm * km +
  way.fixed;

/**
 * Enumerates the pairs class by class (an inverted index: below ten thousand establishments nothing beats it)
 * and scores them with the same terms that the explanation tree evaluates, compiled once per flow and per route.
 */
export function candidates(
  setting: Setting,
  flows: readonly KnownFlow[],
  ways: Ways = waysBetween(setting.reference, setting.context, [
    ...flows.map(({ establishment }) => establishment),
    ...facilitySites(setting.facilities),
  ]),
): Candidates {
  const { reference } = setting;
  const offers: number[] = [];
  const needsByClass = new Map<string, number[]>();
  flows.forEach(({ flow, resource }, i) => {
    if (resource === null) return;
    if (flow.direction === "out") offers.push(i);
    else {
      const list = needsByClass.get(resource.id);
      if (list === undefined) needsByClass.set(resource.id, [i]);
      else list.push(i);
    }
  });
  const routesFrom = new Map<string, Route[]>();
  for (const route of conversionRoutes(reference)) {
    const list = routesFrom.get(route.from.id);
    if (list === undefined) routesFrom.set(route.from.id, [route]);
    else list.push(route);
  }
  // Needs worded more finely than what is made, or as another sort of one kind: only its giver can tell whether it suits.
  const finerNeeds = new Map<string, string[]>();
  for (const id of needsByClass.keys())
    for (const { id: above } of reference.lineage(id).slice(1))
      finerNeeds.set(above, [...(finerNeeds.get(above) ?? []), id]);
  // A need is met by its own class and by those below it: the classes that what is made meets are above it. What is
  // refused is refused for all below it too.
  const needsMet = new Map<string, readonly string[]>();
  const metBy = (route: Route): readonly string[] => {
    const key = `${route.to.id} ${route.tempting}`;
    let met = needsMet.get(key);
    if (met === undefined) {
      const near = route.tempting
        ? needsByClass.keys()
        : [
            ...reference.lineage(route.to.id).map(({ id }) => id),
            ...(finerNeeds.get(route.to.parent ?? route.to.id) ?? []),
          ];
      met = [...new Set(near)]
        .filter((id) => {
          const row = reference.resourceById.get(id);
          return row !== undefined && needsByClass.has(id) && routeMeets(reference, route, row);
        })
        .sort(byCodeUnit);
      needsMet.set(key, met);
    }
    return met;
  };
  // What each need wants month by month in units of the offer is the same for all that reaches it by one route.
  const wanted = new Map<Route, Map<string, readonly (Months | null)[]>>();
  const wantedBy = (route: Route, needClass: string): readonly (Months | null)[] => {
    let byClass = wanted.get(route);
    if (byClass === undefined) {
      byClass = new Map();
      wanted.set(route, byClass);
    }
    let demands = byClass.get(needClass);
    if (demands === undefined) {
      demands = (needsByClass.get(needClass) ?? []).map((i) => {
        const need = flows[i];
        if (need?.yearly.state !== "known" || route.ratio.state !== "known") return null;
        return spread((need.yearly.value * (route.share?.value ?? 1)) / route.ratio.value, need.weights);
      });
      byClass.set(needClass, demands);
    }
    return demands;
  };
  const hostsOf = hostSearches(setting, ways);
  const routes: Route[] = [];
  // What an offer of one class can become here: route and class of need, worked out once a class.
  const opportunities = new Map<string, readonly Opportunity[]>();
  const opportunitiesOf = (row: ResourceClass): readonly Opportunity[] => {
    let found = opportunities.get(row.id);
    if (found === undefined) {
      // The plainest first: where no gain is known, a pipe comes before a heat pump.
      const roads = [
        identityRoute(row),
        ...reference.lineage(row.id).flatMap((up) => routesFrom.get(up.id) ?? []),
      ].sort((a, b) => a.processes.length - b.processes.length);
      found = roads.flatMap((route) => {
        const met = metBy(route);
        if (met.length === 0) return [];
        const way = scalesOf(wayTerms(setting, row, route));
        const hosts = hostsOf(route.processes, row.family === "matter");
        return met.map(
          (needClass): Opportunity => ({
            index: routes.push(route) - 1,
            route,
            needs: needsByClass.get(needClass) ?? [],
            demands: wantedBy(route, needClass),
            way,
            hosts,
            hostedWays: [],
          }),
        );
      });
      opportunities.set(row.id, found);
    }
    return found;
  };

  const hostedWay = (row: ResourceClass, { route, way, hostedWays }: Opportunity, hosted: number): Scales => {
    if (hosted === 0) return way;
    let scales = hostedWays[hosted];
    if (scales === undefined) {
      const at = new Map(route.processes.flatMap(({ id }, i) => ((hosted >> i) & 1 ? [[id, true] as const] : [])));
      scales = scalesOf(wayTerms(setting, row, route, at));
      hostedWays[hosted] = scales;
    }
    return scales;
  };
  // Crossings are few and of few lengths; each detour has its own, and costs by the kilometre what the lorry does.
  const crossings = new Map<string, Scales>();
  const crossing = (row: ResourceClass, seaKm: number): Scales =>
    remembered(crossings, `${row.id} ${seaKm}`, () => scalesOf(crossingTerms(setting, row, seaKm)));
  const lorries = new Map<ResourceClass, Scales>();
  const lorryOf = (row: ResourceClass): Scales =>
    remembered(lorries, row, () => scalesOf(transportTerms(setting, row)));

  const supplies = flows.map(({ yearly, weights }) =>
    yearly.state === "known" ? spread(yearly.value, weights) : null,
  );
  const noScales = () => flows.map((): Scales | undefined => undefined);
  const needScales = { lent: noScales(), given: noScales() };
  const needScalesOf = (i: number, how: "lent" | "given"): Scales => {
    let scales = needScales[how][i];
    if (scales === undefined) {
      const flow = flows[i];
      scales = scalesOf(flow === undefined ? [] : needTerms(setting, flow, how === "lent").terms);
      needScales[how][i] = scales;
    }
    return scales;
  };

  const places = Int32Array.from(flows, ({ establishment }) => ways.placeOf(establishment));
  const most = offers.reduce((sum, o) => {
    const resource = flows[o]?.resource ?? null;
    return resource === null ? sum : opportunitiesOf(resource).reduce((all, { needs }) => all + needs.length, sum);
  }, 0);
  const [gainC, bestC, co2eC, divertedC, quantityC, kmC] = Array.from({ length: 6 }, () => new Float64Array(most)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const [offerC, needC, routeC] = Array.from({ length: 3 }, () => new Int32Array(most)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const thirdsC = new Uint8Array(most);
  let count = 0;
  for (const o of offers) {
    const offer = flows[o];
    if (offer?.resource == null) continue;
    const { resource, carryMonths, guess } = offer;
    const ownScales = scalesOf(offerTerms(setting, offer).terms);
    const how = offer.flow.status === "capacity" ? "lent" : "given";
    const supply = supplies[o] ?? null;
    const here = places[o] ?? -1;
    const lorry = lorryOf(resource);
    for (const opportunity of opportunitiesOf(resource)) {
      const { index, route, needs, demands, hosts } = opportunity;
      const own = route.keepsOutlet ? nothing : ownScales;
      const ratio = route.ratio.value ?? Number.NaN;
      const bestRatio = route.ratio.high ?? Number.NaN;
      for (let i = 0; i < needs.length; i++) {
        const n = needs[i] ?? -1;
        const there = places[n] ?? -1;
        // Nobody serves himself, and two guesses make no lead.
        if (there === here || (guess && flows[n]?.guess === true)) continue;
        const demand = demands[i] ?? null;
        const quantity = supply === null || demand === null ? Number.NaN : deliveredInYear(supply, demand, carryMonths);
        const km = ways.km(here, there);
        const seaKm = ways.seaKm(here, there);
        const theirs = needScalesOf(n, how);
        const { hosted, thirds, detourKm } = hosts(here, there);
        const over = hostedWay(resource, opportunity, hosted);
        // A ferry or a detour: that part of the way is not the same for every pair of two classes.
        let [moreGain, moreBest, moreCo2e] = [0, 0, 0];
        if (seaKm > 0) {
          const { gain, best, co2e } = crossing(resource, seaKm);
          moreGain = gain.perUnit;
          moreBest = best.perUnit;
          moreCo2e = co2e.perUnit;
        }
        if (detourKm > 0) {
          moreGain += lorry.gain.perUnitKm * detourKm;
          moreBest += lorry.best.perUnitKm * detourKm;
          moreCo2e += lorry.co2e.perUnitKm * detourKm;
        }
        offerC[count] = o;
        needC[count] = n;
        routeC[count] = index;
        gainC[count] = score(quantity, km, own.gain, ratio, theirs.gain, over.gain, moreGain);
        bestC[count] = score(quantity, km, own.best, bestRatio, theirs.best, over.best, moreBest);
        co2eC[count] = score(quantity, km, own.co2e, ratio, theirs.co2e, over.co2e, moreCo2e);
        divertedC[count] = quantity * own.diverted.perUnit;
        quantityC[count] = quantity;
        kmC[count] = km;
        thirdsC[count] = thirds;
        count += 1;
      }
    }
  }
  return {
    count,
    offer: offerC.subarray(0, count),
    need: needC.subarray(0, count),
    route: routeC.subarray(0, count),
    gain: gainC.subarray(0, count),
    bestGain: bestC.subarray(0, count),
    co2e: co2eC.subarray(0, count),
    diverted: divertedC.subarray(0, count),
    quantity: quantityC.subarray(0, count),
    km: kmC.subarray(0, count),
    thirds: thirdsC.subarray(0, count),
    routes,
    ways,
    places,
  };
}
