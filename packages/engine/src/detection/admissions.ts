import {
  type AdmissionOutcome,
  admissionOutcome,
  belowLot,
  builtAlready,
  classFacts,
  type FactInput,
  factTold,
  flowFacts,
  type KnownFlow,
  kindOf,
  leastQuantity,
  overlapOf,
  qualityOf,
  quantityUnit,
  type ResourceClass,
  type Rule,
  rulesInForce,
  rulesThatMayApply,
  type Setting,
  type SynergyKind,
  travelBetween,
  type Verdict,
  type VerdictBook,
  verdictsByFacts,
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
  const { reference, context, day } = setting;
  const inForce = rulesInForce(reference, day);
  // The class of what is given leaves out most rules at once, for every class of need that it may meet.
  const speakingOf = new Map<string, readonly Rule[]>();
  const rulesOn = (kind: SynergyKind, resource: ResourceClass | null): readonly Rule[] => {
    const key = `${kind} ${resource?.id}`;
    let rules = speakingOf.get(key);
    if (rules === undefined) {
      rules = rulesThatMayApply(inForce, classFacts(reference, context, kind, resource, null, null));
      speakingOf.set(key, rules);
    }
    return rules;
  };
  // A route of the columns joins one class of offer to one class of need: with the kind, all that rules share.
  const books = new Map<string, VerdictBook>();
  const bookOf = (row: number): VerdictBook => {
    const { offer, need, route } = pairAt(flows, c, row);
    const kind = kindOf(offer, route);
    const key = `${kind}${c.route[row]}`;
    let book = books.get(key);
    if (book === undefined) {
      const settled = classFacts(reference, context, kind, offer.resource, need.resource, route);
      book = verdictsByFacts(reference, rulesThatMayApply(rulesOn(kind, offer.resource), settled), settled, day);
      books.set(key, book);
    }
    return book;
  };
  const remembered = { offer: new Map<KnownFlow, Facts>(), need: new Map<KnownFlow, Facts>() };
  const ofFlow = (side: "offer" | "need", known: KnownFlow): Facts => {
    let facts = remembered[side].get(known);
    if (facts === undefined) {
      facts = flowFacts(reference, side, known);
      remembered[side].set(known, facts);
    }
    return facts;
  };
  const verdicts = new Array<Verdict | undefined>(c.count);
  const verdict = (row: number): Verdict => {
    let known = verdicts[row];
    if (known === undefined) {
      const { offer, need, route } = pairAt(flows, c, row);
      const kind = kindOf(offer, route);
      const quantity = c.quantity[row] ?? Number.NaN;
      const input: FactInput = {
        kind,
        offers: [offer],
        needs: [need],
        route,
        quantity: {
          value: Number.isNaN(quantity) ? null : quantity,
          unit: offer.resource === null ? "1" : quantityUnit(offer.resource),
        },
        distance: { value: c.km[row] ?? null, unit: "km" },
      };
      known = bookOf(row).verdict((name) => factTold(reference, input, name, ofFlow));
      verdicts[row] = known;
    }
    return known;
  };
  const outcomes = new Array<AdmissionOutcome | undefined>(c.count);
  const outcome = (row: number): AdmissionOutcome => {
    let known = outcomes[row];
    if (known === undefined) {
      const { offer, need, route } = pairAt(flows, c, row);
      const quantity = c.quantity[row] ?? Number.NaN;
      known = admissionOutcome({
        forbidden: () => bookOf(row).mayForbid && verdict(row).outcome === "forbidden",
        // Without quantities the seasons still say whether they meet.
        meets: () => (Number.isNaN(quantity) ? overlapOf(offer, need, route).meets : quantity > leastQuantity),
        suits: () => qualityOf(offer, need, route).truth !== "no",
        near: () =>
          route.maxKm === null ||
          withinReach(route, travelBetween(reference, context, offer.establishment, need.establishment).low),
        large: () => !belowLot(setting, route, quantity),
        anew: () => !builtAlready(setting, offer, need, route),
      });
      outcomes[row] = known;
    }
    return known;
  };
  return { outcome, verdict };
}

type Facts = ReturnType<typeof flowFacts>;
