import { isA, type Reference } from "../reference-data/reference.ts";
import type { Activity, ResourceClass } from "../reference-data/rows.ts";

const digits = (code: string): string => code.replace(/\D/g, "");

/** What codes say of a flow before its words are read: classes with a likelihood, 0 to 1. */
export type Priors = ReadonlyMap<ResourceClass, number>;

/** A waste code written inside the label, where its own column is empty: "déchets 15 01 01". */
export function codeInLabel(reference: Reference, label: string): string | null {
  for (const [written] of label.matchAll(/(?<!\d)\d{2}[ .]?\d{2}[ .]?\d{2}(?!\d)\*?/g))
    if (reference.wasteCode(written) !== undefined) return written;
  return null;
}

/** The class that the List of Waste table names for a code, then the others that travel under it. */
export function wasteCodePriors(reference: Reference): (code: string | null) => Priors {
  const byCode = new Map<string, ResourceClass[]>();
  for (const row of reference.resources)
    for (const code of row.low) {
      const key = digits(code);
      byCode.set(key, [...(byCode.get(key) ?? []), row]);
    }
  return (code) => {
    const priors = new Map<ResourceClass, number>();
    if (code === null) return priors;
    const listed = byCode.get(digits(code)) ?? [];
    for (const row of listed) priors.set(row, listed.length === 1 ? 0.85 : 0.55);
    const named = reference.resourceById.get(reference.wasteCode(code)?.resource ?? "");
    // A whole group ("wood", "food") is named where the code alone cannot tell: the words choose below it.
    if (named !== undefined)
      priors.set(named, Math.max(priors.get(named) ?? 0, reference.lineage(named.id).length < 3 ? 0.5 : 0.8));
    return priors;
  };
}

/** What a product code says: the longest code of the table that begins it, surer as it is longer. */
export function productCodePriors(reference: Reference): (code: string | null) => Priors {
  const byCode = new Map(reference.productCodes.map((row) => [digits(row.code), row]));
  return (code) => {
    const written = code === null ? "" : digits(code);
    for (let length = written.length; length >= 2; length--) {
      const named = reference.resourceById.get(byCode.get(written.slice(0, length))?.resource ?? "");
      if (named !== undefined) return new Map([[named, length === 2 ? 0.55 : length === 3 ? 0.65 : 0.8]]);
    }
    return new Map();
  };
}

/** What the reference knows of an activity, the finest code first: class, group, division. */
export function activitiesOf(reference: Reference, naf: string | null): readonly Activity[] {
  const written = naf === null ? "" : digits(naf);
  return reference.activities
    .filter(({ code }) => written.startsWith(digits(code)))
    .sort((a, b) => b.code.length - a.code.length);
}

/** Does an establishment of this activity typically give off, or take in, a thing of this class? */
export function typicalOf(
  reference: Reference,
): (naf: string | null, direction: "in" | "out", row: ResourceClass) => boolean {
  const known = new Map<string, readonly Activity[]>();
  return (naf, direction, row) => {
    if (naf === null) return false;
    let activities = known.get(naf);
    if (activities === undefined) {
      activities = activitiesOf(reference, naf);
      known.set(naf, activities);
    }
    return activities.some(({ gives, takes }) =>
      (direction === "out" ? gives : takes).some((id) => isA(reference, row.id, id)),
    );
  };
}
