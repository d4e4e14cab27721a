/** Failures counted, and the time they are counted over. */
export const lockout = {
  minutes: 15,
  free: 5,
  firstSeconds: 5,
  mostSeconds: 300,
  /** Failures from one address, over all accounts. */
  perSource: 25,
} as const;

/**
 * How long an account must wait after its last failure: nothing for the first five in fifteen minutes, then 5 s, doubled
 * each time up to five minutes.
 * @param failures within the last fifteen minutes, since the last success
 */
export function secondsToWait(failures: number): number {
  if (failures < lockout.free) return 0;
  return Math.min(lockout.mostSeconds, lockout.firstSeconds * 2 ** (failures - lockout.free));
}
