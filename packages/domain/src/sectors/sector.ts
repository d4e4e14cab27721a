import type { Reference } from "../reference-data/reference.ts";
import type { Sector } from "../reference-data/rows.ts";

/** The trade of a NAF code (sub-class, class or division); null when the code is absent or of no known division. */
export function sectorOf({ sectors }: Reference, naf: string | null): Sector | null {
  const division = naf?.replace(/\D/g, "").slice(0, 2) ?? "";
  if (division.length < 2) return null;
  return sectors.find(({ from, to }) => from <= division && division <= to) ?? null;
}
