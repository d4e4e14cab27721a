import type { Establishment } from "../formats/inventory.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import type { PoolKind } from "../reference-data/pool-rows.ts";
import type { ResourceClass } from "../reference-data/rows.ts";

/** A site that may join a pool: with a need it has declared, or by what the card of the establishment tells. */
export type PoolCandidate = { readonly site: Establishment; readonly flow: KnownFlow | null };

/** A pool before it is assessed. Members come in the order of {@link candidateId}. */
export type PoolGroup = {
  readonly kind: PoolKind;
  /** The class that is pooled. */
  readonly need: ResourceClass;
  readonly members: readonly PoolCandidate[];
  /** Near enough, but a fact is missing before they can be counted in. */
  readonly possible: readonly PoolCandidate[];
  /** Near enough, but their contract ends outside the window. */
  readonly later: readonly PoolCandidate[];
  /** The spare capacity that serves the pool, when one is near and large enough. */
  readonly host: KnownFlow | null;
};

/** What a member is known by: its need, else its site. */
export const candidateId = ({ site, flow }: PoolCandidate): string => flow?.flow.id ?? site.id;

/** People on site as a number: a count, or the middle of a band such as "10 à 19" with the band as bounds. */
export function headCount({ staff }: Establishment): { value: number; low: number; high: number } | null {
  if (typeof staff === "number") return { value: staff, low: staff, high: staff };
  const [low, high] = (staff ?? "").match(/\d+/g)?.map(Number) ?? [];
  if (low === undefined) return null;
  const top = high === undefined || high < low ? low : high;
  return { value: (low + top) / 2, low, high: top };
}

export const yearlyLoadKwh = ({ load_profile }: Establishment): number | null =>
  load_profile === null ? null : load_profile.reduce((total, month) => total + Math.max(0, month), 0);
