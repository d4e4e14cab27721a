/**
 * Numbers drawn in [0, 1), the same for the same seed on every machine: a bench shows what a change did, not chance.
 * Linear congruential generator modulo 2³² (Numerical Recipes, 2nd edition, §7.1).
 */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
