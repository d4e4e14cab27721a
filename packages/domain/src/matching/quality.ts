import type { Route } from "../conversions/route.ts";
import type { Truth } from "../regulation/predicate.ts";
import { type Text, text } from "../text/text.ts";
import type { KnownFlow } from "./known-flow.ts";
import { qualityBound, qualityValue } from "./quality-words.ts";

export type QualityCheck = { readonly truth: Truth; readonly notes: readonly Text[] };

type Bound = { readonly key: string; readonly min: number | null; readonly max: number | null };

const numeric = (value: string | number | undefined): number | null => (typeof value === "number" ? value : null);

// Every offer of its class is held against the same bounds of a need.
const asks = new WeakMap<KnownFlow, readonly Bound[]>();

/** What the need asks for by `min_x` and `max_x`. */
function askedBy(need: KnownFlow): readonly Bound[] {
  let known = asks.get(need);
  if (known === undefined) {
    known = boundsOf(need);
    asks.set(need, known);
  }
  return known;
}

function boundsOf(need: KnownFlow): readonly Bound[] {
  return Object.entries(need.quality).flatMap(([key, value]) => {
    const bound = /^(min|max)_(.+)$/.exec(key);
    const limit = numeric(value);
    if (bound?.[2] === undefined || limit === null) return [];
    return [{ key: bound[2], min: bound[1] === "min" ? limit : null, max: bound[1] === "max" ? limit : null }];
  });
}

/**
 * Does what is offered meet the bounds of the route and those of the need (`min_x`, `max_x`)?
 * What nobody said of the offer is judged by what its class is typically like; where that does not settle it the
 * answer is unknown, with the question to ask, and refuses nothing. After a process the offer's own values no longer
 * bind: only the bounds of the first conversion do, and the need is held against what the last process makes.
 */
export function qualityOf(offer: KnownFlow, need: KnownFlow, route: Route): QualityCheck {
  const notes: Text[] = [];
  let truth: Truth = "yes";
  judge(offer, need, route, {
    refuse: ({ key, min, max }, actual) => {
      truth = "no";
      const [asks, has] = [qualityBound(key, min, max), qualityValue(key, actual.min, actual.max)];
      notes.push(
        text(
          `Qualité hors bornes (${asks.fr}) : l'offre est à ${has.fr}.`,
          `Quality out of bounds (${asks.en}): the offer is at ${has.en}.`,
        ),
      );
    },
    ask: ({ key, min, max }) => {
      if (truth === "yes") truth = "unknown";
      const asks = qualityBound(key, min, max);
      notes.push(text(`Qualité à demander : ${asks.fr}.`, `Quality to ask for: ${asks.en}.`));
    },
  });
  return { truth, notes };
}

/** Does {@link qualityOf} refuse nothing? The same, without a word. */
export function qualitySuits(offer: KnownFlow, need: KnownFlow, route: Route): boolean {
  let suits = true;
  judge(offer, need, route, {
    refuse: () => {
      suits = false;
    },
    ask: () => {},
  });
  return suits;
}

type Judged = {
  readonly refuse: (bound: Bound, actual: Range) => void;
  readonly ask: (bound: Bound) => void;
};

function judge(offer: KnownFlow, need: KnownFlow, route: Route, { refuse, ask }: Judged): void {
  const asked = askedBy(need);
  for (const bound of asked) {
    const range = route.made?.typical[bound.key];
    if (range !== undefined && outside(range, bound)) refuse(bound, range);
  }
  const meet = (bounds: readonly Bound[]): void => {
    for (const bound of bounds) {
      const actual = numeric(offer.quality[bound.key]);
      const typical = offer.resource?.typical[bound.key];
      if (actual !== null) {
        if (outside({ min: actual, max: actual }, bound)) refuse(bound, { min: actual, max: actual });
      } else if (typical !== undefined && outside(typical, bound)) refuse(bound, typical);
      else if (typical === undefined || !within(typical, bound)) ask(bound);
    }
  };
  const [first] = route.conversions;
  if (first !== undefined && first.bounds.length > 0)
    meet(first.bounds.map(({ key, min, max }) => ({ key, min: min ?? null, max: max ?? null })));
  if (route.processes.length === 0) meet(asked);
}

type Range = { readonly min: number; readonly max: number };

/** No value of the range is inside the bound. */
const outside = (range: Range, { min, max }: Bound): boolean =>
  (min !== null && range.max < min) || (max !== null && range.min > max);

/** Every value of the range is inside the bound. */
const within = (range: Range, { min, max }: Bound): boolean =>
  (min === null || range.min >= min) && (max === null || range.max <= max);
