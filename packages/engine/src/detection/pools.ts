import {
  assessPool,
  byCodeUnit,
  isA,
  type KnownFlow,
  type PoolGroup,
  type PoolKind,
  poolQuantity,
  roadDistance,
  type Setting,
  type Synergy,
} from "@simbiosi/domain";

export type PoolFindings = {
  readonly pools: readonly Synergy[];
  /** Needs that could be pooled, but too few of them or too small together. */
  readonly tooSmall: ReadonlyMap<KnownFlow, PoolKind>;
};

/**
 * Groups of needs of one class, near each other, above the threshold of their kind. Around each need the group of
 * all within the radius is formed; the group with the greatest quantity is taken, its members set aside, and so on:
 * disjoint groups, largest first. That is a definition of what is proposed, not an optimum.
 */
export function detectPools(setting: Setting, flows: readonly KnownFlow[]): PoolFindings {
  const { reference, context } = setting;
  const pools: Synergy[] = [];
  const tooSmall = new Map<KnownFlow, PoolKind>();
  for (const kind of [...reference.pools].sort((a, b) => byCodeUnit(a.id, b.id))) {
    const need = reference.resourceById.get(kind.need);
    if (need === undefined) continue;
    const wanting = flows
      .filter(
        ({ flow, resource }) =>
          flow.direction === "in" &&
          resource !== null &&
          resource.unit === need.unit &&
          isA(reference, resource.id, need.id),
      )
      .sort((a, b) => byCodeUnit(a.flow.id, b.flow.id));
    let known = oneEach(wanting.filter(({ yearly }) => yearly.state === "known"));
    const unknown = wanting.filter(({ yearly }) => yearly.state === "unknown");
    const near = (seed: KnownFlow) => (other: KnownFlow) =>
      other === seed ||
      (roadDistance(reference, context, seed.establishment, other.establishment).value ?? Number.POSITIVE_INFINITY) <=
        kind.radius_km;
    for (;;) {
      let best: PoolGroup | undefined;
      let most = 0;
      for (const seed of known) {
        const members = known.filter(near(seed));
        const group: PoolGroup = { kind, need, members, possible: unknown.filter(near(seed)) };
        const total = poolQuantity(group).value ?? 0;
        if (members.length >= kind.min_members && total > most) [best, most] = [group, total];
      }
      if (best === undefined || most < kind.threshold.value) break;
      const { members } = best;
      pools.push(assessPool(setting, best));
      known = known.filter((one) => !members.includes(one));
    }
    for (const one of known) tooSmall.set(one, kind);
  }
  return { pools, tooSmall };
}

/** An establishment counts once in a group, by its largest need. */
function oneEach(wanting: readonly KnownFlow[]): KnownFlow[] {
  const largest = new Map<string, KnownFlow>();
  for (const one of wanting) {
    const other = largest.get(one.establishment.id);
    if (other === undefined || (one.yearly.value ?? 0) > (other.yearly.value ?? 0))
      largest.set(one.establishment.id, one);
  }
  return wanting.filter((one) => largest.get(one.establishment.id) === one);
}
