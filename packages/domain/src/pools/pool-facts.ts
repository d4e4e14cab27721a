import type { Setting } from "../assessment/setting.ts";
import type { Figure } from "../figures/figure.ts";
import { greatCircleKm } from "../geography/great-circle.ts";
import type { FactValue } from "../regulation/predicate.ts";
import { classFacts, factsOf } from "../synergies/facts.ts";
import { headCount, type PoolGroup } from "./candidate.ts";

/** Months from the first contract end to the last, or null when fewer than two are known. */
export function monthsApart({ members }: Pick<PoolGroup, "members">): number | null {
  const ends = members.flatMap(({ flow }) => flow?.flow.current?.contract_end ?? []).sort();
  const [first] = ends;
  const last = ends.at(-1);
  if (first === undefined || last === undefined || ends.length < 2) return null;
  return monthOf(last) - monthOf(first);
}

/** A date as a count of months. */
export const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** What rules and barriers may ask of a pool. */
export function poolFacts(
  { reference, context }: Setting,
  group: PoolGroup,
  { quantity, distance, gain }: { quantity: Figure; distance: Figure; gain: Figure },
): ReadonlyMap<string, FactValue> {
  const { kind, members, need, host } = group;
  const needs = members.flatMap(({ flow }) => flow ?? []);
  // The class is the pool's, whoever declared a need of it; the rest is what the first member says.
  const facts = new Map<string, FactValue>([
    ...factsOf(reference, context, {
      kind: "mutualisation",
      offers: host === null ? [] : [host],
      needs,
      route: null,
      quantity,
      distance,
    }),
    ...classFacts(reference, context, "mutualisation", host?.resource ?? null, need, null),
  ]);
  facts.set("pool.kind", kind.id);
  facts.set("pool.hosted", host !== null);
  facts.set("parties.count", members.length + (host === null ? 0 : 1));
  const counts = members.flatMap(({ site }) => headCount(site)?.value ?? []);
  if (counts.length > 0) facts.set("staff.largest", Math.max(...counts));
  if (counts.length === members.length)
    facts.set(
      "staff.needs",
      counts.reduce((a, b) => a + b, 0),
    );
  const points = members.flatMap(({ site }) =>
    site.lon === null || site.lat === null ? [] : [{ lon: site.lon, lat: site.lat }],
  );
  if (points.length === members.length)
    facts.set(
      "distance.straight-km",
      points.reduce((most, a) => Math.max(most, ...points.map((b) => greatCircleKm(a, b))), 0),
    );
  if (gain.state === "known") {
    facts.set("gain.value", gain.value);
    facts.set("gain.low", gain.low);
  }
  const apart = monthsApart(group);
  if (kind.contract_window_months !== null && apart !== null) {
    facts.set("contract.months-apart", apart);
    facts.set("contract.window-missed", apart > kind.contract_window_months);
  }
  return facts;
}
