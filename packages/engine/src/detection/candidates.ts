import {
  type Coefficients,
  coefficients,
  conversionRoutes,
  deliverable,
  identityRoute,
  type KnownFlow,
  meetsNeed,
  needTerms,
  offerTerms,
  type Route,
  type Setting,
  spread,
  type Term,
  travelBetween,
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
  readonly routes: readonly Route[];
};

/** A column that grows by doubling. */
class Column {
  values = new Float64Array(1024);
  length = 0;
  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Float64Array(this.values.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }
}

type Scales = { gain: Coefficients; best: Coefficients; co2e: Coefficients; diverted: Coefficients };

const scalesOf = (terms: readonly Term[]): Scales => ({
  gain: coefficients(terms, "gain", "value"),
  best: coefficients(terms, "gain", "best"),
  co2e: coefficients(terms, "co2e", "value"),
  diverted: coefficients(terms, "diverted", "value"),
});

/**
 * Enumerates the pairs class by class (an inverted index: below ten thousand establishments nothing beats it)
 * and scores them with the same terms that the explanation tree evaluates, compiled once per flow and per route.
 */
export function candidates(setting: Setting, flows: readonly KnownFlow[]): Candidates {
  const { reference } = setting;
  const offers: number[] = [];
  const needsByClass = new Map<string, number[]>();
  flows.forEach(({ flow, resource }, i) => {
    if (resource === null) return;
    if (flow.direction === "out") offers.push(i);
    else needsByClass.set(resource.id, [...(needsByClass.get(resource.id) ?? []), i]);
  });
  const needClasses = [...needsByClass.keys()].sort();

  const routesFrom = new Map<string, Route[]>();
  for (const route of conversionRoutes(reference))
    routesFrom.set(route.from.id, [...(routesFrom.get(route.from.id) ?? []), route]);
  const routes: Route[] = [];
  const wayScales: Scales[] = [];
  // What an offer of one class can become here: route and class of need, worked out once a class.
  const opportunities = new Map<string, { route: number; needs: readonly number[] }[]>();
  const opportunitiesOf = (id: string) => {
    const known = opportunities.get(id);
    if (known !== undefined) return known;
    const found: { route: number; needs: readonly number[] }[] = [];
    const row = reference.resourceById.get(id);
    if (row !== undefined)
      for (const route of [identityRoute(row), ...reference.lineage(id).flatMap((up) => routesFrom.get(up.id) ?? [])])
        for (const needClass of needClasses) {
          const needRow = reference.resourceById.get(needClass);
          if (needRow === undefined || !meetsNeed(reference, route.to, needRow)) continue;
          routes.push(route);
          wayScales.push(scalesOf(wayTerms(setting, row, route)));
          found.push({ route: routes.length - 1, needs: needsByClass.get(needClass) ?? [] });
        }
    opportunities.set(id, found);
    return found;
  };

  const monthly = flows.map(({ yearly, weights }) => (yearly.state === "known" ? spread(yearly.value, weights) : null));
  const needScales = new Map<string, Scales>();
  const needScalesOf = (i: number, lent: boolean): Scales => {
    const key = `${i}${lent}`;
    let scales = needScales.get(key);
    if (scales === undefined) {
      const flow = flows[i];
      scales = scalesOf(flow === undefined ? [] : needTerms(setting, flow, lent).terms);
      needScales.set(key, scales);
    }
    return scales;
  };
  const kmBetween = distances(setting, flows);

  const columns = Array.from({ length: 9 }, () => new Column());
  const [offerC, needC, routeC, gainC, bestC, co2eC, divertedC, quantityC, kmC] = columns as [
    Column,
    Column,
    Column,
    Column,
    Column,
    Column,
    Column,
    Column,
    Column,
  ];
  for (const o of offers) {
    const offer = flows[o];
    if (offer?.resource == null) continue;
    const own = scalesOf(offerTerms(setting, offer).terms);
    const lent = offer.flow.status === "capacity";
    for (const { route: r, needs } of opportunitiesOf(offer.resource.id)) {
      const route = routes[r];
      const way = wayScales[r];
      if (route === undefined || way === undefined) continue;
      const ratio = route.ratio.value ?? Number.NaN;
      const bestRatio = route.ratio.high ?? Number.NaN;
      // Units of the offer that a unit of the need takes: its dose over the yield.
      const perNeed = (route.share?.value ?? 1) / ratio;
      for (const n of needs) {
        const need = flows[n];
        if (need === undefined || need.establishment.id === offer.establishment.id) continue;
        const supply = monthly[o];
        const demand = monthly[n];
        const quantity =
          supply && demand
            ? deliverable(
                supply,
                demand.map((q) => q * perNeed),
                offer.carryMonths,
              ).reduce((a, b) => a + b, 0)
            : Number.NaN;
        const km = kmBetween(o, n);
        const theirs = needScalesOf(n, lent);
        const score = (metric: keyof Scales, carried: number): number =>
          quantity *
            (own[metric].perUnit +
              carried * theirs[metric].perUnit +
              way[metric].perUnit +
              way[metric].perUnitKm * km) +
          way[metric].perKm * km +
          way[metric].fixed;
        offerC.push(o);
        needC.push(n);
        routeC.push(r);
        gainC.push(score("gain", ratio));
        bestC.push(score("best", bestRatio));
        co2eC.push(score("co2e", ratio));
        divertedC.push(quantity * own.diverted.perUnit);
        quantityC.push(quantity);
        kmC.push(km);
      }
    }
  }
  const count = offerC.length;
  const floats = (column: Column) => column.values.slice(0, count);
  return {
    count,
    offer: Int32Array.from(floats(offerC)),
    need: Int32Array.from(floats(needC)),
    route: Int32Array.from(floats(routeC)),
    gain: floats(gainC),
    bestGain: floats(bestC),
    co2e: floats(co2eC),
    diverted: floats(divertedC),
    quantity: floats(quantityC),
    km: floats(kmC),
    routes,
  };
}

/** Road distance at its central value, the same number that the tree shows, remembered per pair of establishments. */
function distances({ reference, context }: Setting, flows: readonly KnownFlow[]): (a: number, b: number) => number {
  const ids = new Map<string, number>();
  for (const { establishment } of flows) if (!ids.has(establishment.id)) ids.set(establishment.id, ids.size);
  const size = ids.size;
  const table = new Float64Array(size * size).fill(-1);
  return (i, j) => {
    const a = flows[i]?.establishment;
    const b = flows[j]?.establishment;
    if (a === undefined || b === undefined) return Number.NaN;
    const cell = (ids.get(a.id) ?? 0) * size + (ids.get(b.id) ?? 0);
    const known = table[cell] ?? -1;
    if (known >= 0) return known;
    const { km } = travelBetween(reference, context, a, b);
    table[cell] = km;
    return km;
  };
}
