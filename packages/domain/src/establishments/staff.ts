/** SIRENE bands of staff: official code, then the smallest and the largest head count (null: no upper end). */
export const staffBands: readonly (readonly [code: string, low: number, high: number | null])[] = [
  ["00", 0, 0],
  ["01", 1, 2],
  ["02", 3, 5],
  ["03", 6, 9],
  ["11", 10, 19],
  ["12", 20, 49],
  ["21", 50, 99],
  ["22", 100, 199],
  ["31", 200, 249],
  ["32", 250, 499],
  ["41", 500, 999],
  ["42", 1000, 1999],
  ["51", 2000, 4999],
  ["52", 5000, 9999],
  ["53", 10_000, null],
];

/**
 * The head count behind a declared staff: itself, or the two ends of a SIRENE band.
 * @returns undefined when nothing was said, or in words that are neither; `NN` (no employee known) is zero
 */
export function staffRange(staff: number | string | null): { low: number; high: number } | undefined {
  if (typeof staff === "number") return { low: staff, high: staff };
  if (staff === "NN") return { low: 0, high: 0 };
  const band = staffBands.find(([code]) => code === staff);
  return band === undefined ? undefined : { low: band[1], high: band[2] ?? Number.POSITIVE_INFINITY };
}
