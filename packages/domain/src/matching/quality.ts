import type { Route } from "../conversions/route.ts";
import type { Truth } from "../regulation/predicate.ts";
import { type Text, text } from "../text/text.ts";
import type { KnownFlow } from "./known-flow.ts";

export type QualityCheck = { readonly truth: Truth; readonly notes: readonly Text[] };

const numeric = (value: string | number | undefined): number | null => (typeof value === "number" ? value : null);

/**
 * Does what is offered meet the bounds of the route and those of the need (`min_x`, `max_x`)?
 * A value that nobody gave leaves the answer unknown, with the question to ask; it refuses nothing.
 * After a process the offer's own values no longer bind: only bounds of the route's first conversion apply.
 */
export function qualityOf(offer: KnownFlow, need: KnownFlow, route: Route): QualityCheck {
  const notes: Text[] = [];
  let truth: Truth = "yes";
  const bounds: { key: string; min: number | null; max: number | null }[] = (route.conversions[0]?.bounds ?? []).map(
    ({ key, min, max }) => ({ key, min: min ?? null, max: max ?? null }),
  );
  if (route.processes.length === 0)
    for (const [key, value] of Object.entries(need.flow.quality ?? {})) {
      const bound = /^(min|max)_(.+)$/.exec(key);
      const limit = numeric(value);
      if (bound?.[2] === undefined || limit === null) continue;
      bounds.push({ key: bound[2], min: bound[1] === "min" ? limit : null, max: bound[1] === "max" ? limit : null });
    }
  for (const { key, min, max } of bounds) {
    const actual = numeric(offer.flow.quality?.[key]);
    const range = `${min ?? "…"} – ${max ?? "…"}`;
    if (actual === null) {
      if (truth === "yes") truth = "unknown";
      notes.push(
        text(`Qualité à demander : ${key} (attendu ${range}).`, `Quality to ask for: ${key} (expected ${range}).`),
      );
    } else if ((min !== null && actual < min) || (max !== null && actual > max)) {
      truth = "no";
      notes.push(
        text(
          `Qualité hors bornes : ${key} = ${actual} (attendu ${range}).`,
          `Quality out of bounds: ${key} = ${actual} (expected ${range}).`,
        ),
      );
    }
  }
  return { truth, notes };
}
