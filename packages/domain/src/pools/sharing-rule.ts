/**
 * Who gets what in a pool, in yearly euros at the central value.
 *
 * Each member i saves sᵢ and bears its own costs cᵢ (its share of the capacity by what it needs; the branch of the
 * network that joins it). What is common, K, is borne in proportion to the savings: xᵢ = sᵢ − cᵢ − K·sᵢ/s(N).
 *
 * No subgroup would leave (the core). Alone, a group S gets s(S) − c*(S) − K, where c*(S) is what its own capacity
 * and network would cost:
 * - K·s(S)/s(N) ≤ K;
 * - capacity is by unit, so it costs S the same alone; the branches that joined S on the shortest network from the
 *   root cost no more than the shortest network of S and the root (Bird 1976).
 * With xᵢ ≥ 0 for all (detection drops who loses), x(S) ≥ x(T) ≥ v(T) for any part T of S that would rather go alone.
 */
export type PoolShares = { readonly members: readonly number[]; readonly host: number };

export function poolShares(savings: readonly number[], own: readonly number[], common: number): readonly number[] {
  const all = savings.reduce((total, saving) => total + saving, 0);
  return savings.map(
    (saving, i) => saving - (own[i] ?? 0) - (all > 0 ? (common * saving) / all : common / savings.length),
  );
}

/**
 * The same when an owner O lends a spare capacity. With O the group gets V = h·s(N) − K'; without O it gets
 * W = max(0, s(N) − K). The owner takes half of what it adds, p = (V − W)/2, the members share V − p by savings.
 *
 * In the core: a group S without O gets (V − p)·s(S)/s(N) ≥ W·s(S)/s(N) ≥ s(S) − K·s(S)/s(N) ≥ s(S) − K;
 * with O it gets that and p ≥ p·s(S)/s(N), so at least V·s(S)/s(N) = h·s(S) − K'·s(S)/s(N) ≥ h·s(S) − K'.
 */
export function hostedShares(savings: readonly number[], withHost: number, without: number): PoolShares {
  const all = savings.reduce((total, saving) => total + saving, 0);
  const host = Math.max(0, withHost - Math.max(0, without)) / 2;
  return {
    host,
    members: savings.map((saving) => (all > 0 ? ((withHost - host) * saving) / all : 0)),
  };
}
