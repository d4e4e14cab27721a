import {
  type AdmissionOutcome,
  type Asked,
  admissionOutcome,
  asksOf,
  asksTogether,
  belowLot,
  classFacts,
  type FactInput,
  type Facts,
  type FactValue,
  factTeller,
  factTold,
  flowFacts,
  type KnownFlow,
  kindOf,
  leastQuantity,
  parameterValue,
  qualitySuits,
  quantityUnit,
  type ResourceClass,
  type Route,
  type Rule,
  refusingOf,
  remembered,
  rulesInForce,
  rulesThatMayApply,
  type Setting,
  type SynergyKind,
  seasonsMeet,
  type Tellers,
  travelBetween,
  type Verdict,
  type VerdictBook,
  verdictBooks,
  withinReach,
} from "@simbiosi/domain";
import { type Candidates, pairAt } from "./candidates.ts";

export type Admissions = {
  readonly outcome: (row: number) => AdmissionOutcome;
  readonly verdict: (row: number) => Verdict;
};

/**
 * Whether each row is admitted: the same tests as `admit`, on the numbers of the columns. The law is asked once for
 * each way in which what it reads of a pair can turn out, the rest only where it can say no.
 */
export function admissions(setting: Setting, flows: readonly KnownFlow[], c: Candidates): Admissions {
  const { reference, context } = setting;
  const bookOf = lawOf(setting, flows, c);
  const built = builtNear(setting, c);
  const lawAsks = (row: number): Asked => ({ offer: c.offer[row] ?? -1, need: c.need[row] ?? -1, pair: row });
  const verdicts = new Map<number, Verdict>();
  const verdict = (row: number): Verdict => remembered(verdicts, row, () => bookOf(row).verdict(lawAsks(row)));

  // The tests are made once, and read the row that is being tested.
  let tested = -1;
  let pair = { offer: flows[0], need: flows[0], route: c.routes[0] } as ReturnType<typeof pairAt>;
  const quantityOf = (row: number): number => c.quantity[row] ?? Number.NaN;
  const near = (): boolean => {
    const { offer, need, route } = pair;
    if (route.maxKm === null || withinReach(route, c.km[tested] ?? Number.NaN)) return true;
    return withinReach(route, travelBetween(reference, context, offer.establishment, need.establishment).low);
  };
  const tests = {
    forbidden: () => bookOf(tested).forbids(lawAsks(tested)),
    // Without quantities the seasons still say whether they meet.
    meets: () => {
      const quantity = quantityOf(tested);
      return Number.isNaN(quantity) ? seasonsMeet(pair.offer, pair.need, pair.route) : quantity > leastQuantity;
    },
    suits: () => qualitySuits(pair.offer, pair.need, pair.route),
    near,
    large: () => !belowLot(setting, pair.route, quantityOf(tested)),
    anew: () => !built(tested),
  };
  const outcomes = new Array<AdmissionOutcome | undefined>(c.count);
  const outcome = (row: number): AdmissionOutcome => {
    let known = outcomes[row];
    if (known === undefined) {
      tested = row;
      pair = pairAt(flows, c, row);
      known = admissionOutcome(tests);
      outcomes[row] = known;
    }
    return known;
  };
  return { outcome, verdict };
}

/** The rules that may speak of all pairs of two classes; those that also ask the route are told apart. */
type ClassRules = { readonly all: readonly Rule[]; readonly refusing: readonly Rule[] };

/** The verdict book of each row. */
function lawOf(setting: Setting, flows: readonly KnownFlow[], c: Candidates): (row: number) => VerdictBook {
  const { reference, context, day } = setting;
  const place = classFacts(reference, context, "", null, null, null);
  // Kind by kind it is asked below.
  place.delete("kind");
  const inForce = rulesThatMayApply(rulesInForce(reference, day), place);
  const kinds = new Map<SynergyKind, (row: number, offer: KnownFlow, need: KnownFlow, route: Route) => VerdictBook>();
  const bookFor = verdictBooks(reference, day, tellersOf(setting, flows, c), (fact) => isSettled(fact));
  const settledNames = new Set<string>();
  const isSettled = (fact: string): boolean => settledNames.has(fact);
  // The class of what is given leaves out most rules at once, for every class of need that it may meet; and the other
  // way round. Of the kind nothing is known yet.
  const ofClass = (offer: ResourceClass | null, need: ResourceClass | null): readonly Rule[] => {
    const facts = classFacts(reference, context, "", offer, need, null);
    facts.delete("kind");
    return rulesThatMayApply(inForce, facts);
  };
  const mixed = new Set(inForce.filter((rule) => asksTogether(rule, ["offer", "need", "kind"])));
  const routed = new Set(inForce.filter((rule) => asksOf(rule, "route")));
  const speaking = new Map<ResourceClass | null, readonly Rule[]>();
  const heard = new Map<ResourceClass | null, ReadonlySet<Rule>>();

  /** What the classes and the route of one kind settle, looked up in what each of them tells. */
  const ofKind = (kind: SynergyKind) => {
    const tell = (offer: ResourceClass | null, need: ResourceClass | null, route: Route | null) => {
      const facts = classFacts(reference, context, kind, offer, need, route);
      for (const name of facts.keys()) settledNames.add(name);
      return facts;
    };
    const offers = new Map<ResourceClass | null, Facts>();
    const needs = new Map<ResourceClass | null, Facts>();
    const routes = new Map<Route, Facts>();
    const ofThisKind = new Set(rulesThatMayApply(inForce, tell(null, null, null)));
    const classes = new Map<ResourceClass | null, Map<ResourceClass | null, ClassRules>>();
    const books: (VerdictBook | undefined)[] = [];
    const rulesOf = (offer: ResourceClass | null, need: ResourceClass | null): ClassRules =>
      remembered(
        remembered(classes, offer, () => new Map<ResourceClass | null, ClassRules>()),
        need,
        () => {
          const on = remembered(speaking, offer, () => ofClass(offer, null));
          const by = remembered(heard, need, () => new Set(ofClass(null, need)));
          const standing = on.filter((rule) => by.has(rule) && ofThisKind.has(rule));
          // Most rules ask each class by itself, and have their answer.
          const left = new Set(
            rulesThatMayApply(
              standing.filter((rule) => mixed.has(rule)),
              tell(offer, need, null),
            ),
          );
          const all = standing.filter((rule) => !mixed.has(rule) || left.has(rule));
          return { all, refusing: refusingOf(all) };
        },
      );
    // A route of the columns joins one class of offer to one class of need: with the kind, all that rules share.
    return (row: number, offer: KnownFlow, need: KnownFlow, route: Route): VerdictBook => {
      const index = c.route[row] ?? -1;
      let book = books[index];
      if (book === undefined) {
        const ofOffer = remembered(offers, offer.resource, () => tell(offer.resource, null, null));
        const ofNeed = remembered(needs, need.resource, () => tell(null, need.resource, null));
        const ofRoute = remembered(routes, route, () => tell(null, null, route));
        const get = (fact: string): FactValue | undefined => ofOffer.get(fact) ?? ofNeed.get(fact) ?? ofRoute.get(fact);
        const settled: Facts = { get, has: (fact) => get(fact) !== undefined };
        const { all, refusing } = rulesOf(offer.resource, need.resource);
        const onRoute = (rules: readonly Rule[]): readonly Rule[] =>
          rules.filter((rule) => !routed.has(rule) || rulesThatMayApply([rule], settled).length > 0);
        book = bookFor(() => onRoute(all), onRoute(refusing), settled);
        books[index] = book;
      }
      return book;
    };
  };
  return (row) => {
    const { offer, need, route } = pairAt(flows, c, row);
    const kind = kindOf(offer, route);
    return remembered(kinds, kind, () => ofKind(kind))(row, offer, need, route);
  };
}

/** What the flows and the pairs of the columns tell, each by its number. */
function tellersOf({ reference }: Setting, flows: readonly KnownFlow[], c: Candidates): Tellers {
  const inputOf = (row: number): FactInput => {
    const { offer, need, route } = pairAt(flows, c, row);
    const quantity = c.quantity[row] ?? Number.NaN;
    return {
      kind: kindOf(offer, route),
      offers: [offer],
      needs: [need],
      route,
      quantity: {
        value: Number.isNaN(quantity) ? null : quantity,
        unit: offer.resource === null ? "1" : quantityUnit(offer.resource),
      },
      distance: { value: c.km[row] ?? null, unit: "km" },
    };
  };
  // A pair is asked several facts in a row.
  let row = -1;
  let input: FactInput | undefined;
  return {
    tellerOf: factTeller,
    told: (teller, which, fact) => {
      if (teller !== "pair") {
        const flow = flows[which];
        return flow === undefined ? undefined : flowFacts(reference, teller, flow).get(fact);
      }
      if (input === undefined || row !== which) {
        row = which;
        input = inputOf(which);
      }
      return factTold(reference, input, fact);
    },
  };
}

/** `builtAlready` on the places of the columns: whether the route of a row builds what a third party already runs and feeds. */
function builtNear(
  { reference, facilities }: Setting,
  { offer, need, route, routes, places, ways }: Candidates,
): (row: number) => boolean {
  const reach = parameterValue(reference, "facility.reach");
  const fed = new Map(
    [...facilities.fed].map(([id, hosts]) => {
      const sites = new Set(hosts.map(({ establishment }) => ways.placeOf(establishment)));
      return [id, { sites, near: new Map<number, boolean>() }] as const;
    }),
  );
  return (row) => {
    const [giver, taker] = [places[offer[row] ?? -1] ?? -1, places[need[row] ?? -1] ?? -1];
    for (const { id } of routes[route[row] ?? -1]?.processes ?? []) {
      const hosts = fed.get(id);
      if (hosts === undefined || hosts.sites.has(giver) || hosts.sites.has(taker)) continue;
      const { sites, near } = hosts;
      if (remembered(near, giver, () => [...sites].some((site) => ways.km(giver, site) <= reach))) return true;
    }
    return false;
  };
}
