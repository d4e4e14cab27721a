import type { Route } from "../conversions/route.ts";
import type { Truth } from "../regulation/predicate.ts";
import { type Text, text } from "../text/text.ts";
import type { KnownFlow } from "./known-flow.ts";
import { qualityBound, qualityValue } from "./quality-words.ts";

export type QualityCheck = { readonly truth: Truth; readonly notes: readonly Text[] };

type Bound = { readonly key: string; readonly min: number | null; readonly max: number | null };

const numeric = (value: string | number | undefined): number | null => (typeof value === "number" ? value : null);

/** What the need asks for by `min_x` and `max_x`. */
function askedBy(need: KnownFlow): readonly Bound[] {
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
  const refuse = ({ key, min, max }: Bound, actual: Range): void => {
    truth = "no";
    const [asks, has] = [qualityBound(key, min, max), qualityValue(key, actual.min, actual.max)];
    notes.push(
      text(
        `Qualité hors bornes (${asks.fr}) : l'offre est à ${has.fr}.`,
        `Quality out of bounds (${asks.en}): the offer is at ${has.en}.`,
      ),
    );
  };
  const asked = askedBy(need);
  for (const bound of asked) {
    const range = route.made?.typical[bound.key];
    if (range !== undefined && outside(range, bound)) refuse(bound, range);
  }
  const first: readonly Bound[] = (route.conversions[0]?.bounds ?? []).map(({ key, min, max }) => ({
    key,
    min: min ?? null,
    max: max ?? null,
  }));
  for (const bound of route.processes.length === 0 ? [...first, ...asked] : first) {
    const { key, min, max } = bound;
    const actual = numeric(offer.quality[key]);
    const typical = offer.resource?.typical[key];
    if (actual !== null) {
      if (outside({ min: actual, max: actual }, bound)) refuse(bound, { min: actual, max: actual });
    } else if (typical !== undefined && outside(typical, bound)) refuse(bound, typical);
    else if (typical === undefined || !within(typical, bound)) {
      if (truth === "yes") truth = "unknown";
      const asks = qualityBound(key, min, max);
      notes.push(text(`Qualité à demander : ${asks.fr}.`, `Quality to ask for: ${asks.en}.`));
    }
  }
  return { truth, notes };
}

type Range = { readonly min: number; readonly max: number };

/** No value of the range is inside the bound. */
const outside = (range: Range, { min, max }: Bound): boolean =>
  (min !== null && range.max < min) || (max !== null && range.min > max);

/** Every value of the range is inside the bound. */
const within = (range: Range, { min, max }: Bound): boolean =>
  (min === null || range.min >= min) && (max === null || range.max <= max);
