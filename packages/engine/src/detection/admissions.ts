import {
  type AdmissionOutcome,
  admissionOutcome,
  belowLot,
  builtAlready,
  classFacts,
  type FactInput,
  factTold,
  type KnownFlow,
  kindOf,
  leastQuantity,
  overlapOf,
  qualityOf,
  quantityUnit,
  type ResourceClass,
  type Rule,
  remembered,
  rulesInForce,
  rulesThatMayApply,
  type Setting,
  type SynergyKind,
  type Told,
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
  const place = classFacts(reference, context, "", null, null, null);
  // Kind by kind it is asked below.
  place.delete("kind");
  const inForce = rulesThatMayApply(rulesInForce(reference, day), place);
  // The class of what is given leaves out most rules at once, for every class of need that it may meet; and the other
  // way round.
  const speakingOf = new Map<string, readonly Rule[]>();
  const rulesOn = (kind: SynergyKind, resource: ResourceClass | null): readonly Rule[] =>
    remembered(speakingOf, `${kind} ${resource?.id}`, () =>
      rulesThatMayApply(inForce, classFacts(reference, context, kind, resource, null, null)),
    );
  const heardBy = new Map<ResourceClass | null, ReadonlySet<Rule>>();
  const rulesFor = (kind: SynergyKind, need: ResourceClass | null): ReadonlySet<Rule> =>
    remembered(heardBy, need, () => {
      const facts = classFacts(reference, context, kind, null, need, null);
      // Asked once for all kinds.
      facts.delete("kind");
      return new Set(rulesThatMayApply(inForce, facts));
    });
  // A route of the columns joins one class of offer to one class of need: with the kind, all that rules share.
  const books: Partial<Record<SynergyKind, (VerdictBook | undefined)[]>> = {};
  const bookOf = (row: number): VerdictBook => {
    const { offer, need, route } = pairAt(flows, c, row);
    const kind = kindOf(offer, route);
    const ofKind = books[kind] ?? [];
    books[kind] = ofKind;
    const index = c.route[row] ?? -1;
    let book = ofKind[index];
    if (book === undefined) {
      const heard = rulesFor(kind, need.resource);
      const rules = rulesOn(kind, offer.resource).filter((rule) => heard.has(rule));
      const settled = classFacts(reference, context, kind, offer.resource, need.resource, route);
      book = verdictsByFacts(reference, rulesThatMayApply(rules, settled), settled, day);
      ofKind[index] = book;
    }
    return book;
  };
  const tellerOf = (row: number): Told => {
    const { offer, need, route } = pairAt(flows, c, row);
    const quantity = c.quantity[row] ?? Number.NaN;
    const input: FactInput = {
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
    return (name) => factTold(reference, input, name);
  };
  const verdicts = new Array<Verdict | undefined>(c.count);
  const verdict = (row: number): Verdict => {
    const known = verdicts[row] ?? bookOf(row).verdict(tellerOf(row));
    verdicts[row] = known;
    return known;
  };
  const outcomes = new Array<AdmissionOutcome | undefined>(c.count);
  const outcome = (row: number): AdmissionOutcome => {
    let known = outcomes[row];
    if (known === undefined) {
      const { offer, need, route } = pairAt(flows, c, row);
      const quantity = c.quantity[row] ?? Number.NaN;
      known = admissionOutcome({
        forbidden: () => bookOf(row).forbids(tellerOf(row)),
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
