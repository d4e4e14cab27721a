import type { Establishment } from "../formats/inventory.ts";

type Shift = { start: number; end: number };

const hours = (clock: string): number => Number(clock.slice(0, 2)) + Number(clock.slice(3, 5)) / 60;

const shiftsOf = ({ shifts }: Establishment): readonly Shift[] =>
  (shifts ?? []).map((shift) => {
    const [start = "", end = ""] = shift.split("-");
    return { start: hours(start), end: hours(end) };
  });

/** Hours between two clock times, round the clock: 23:50 and 00:10 are twenty minutes apart. */
const apart = (a: number, b: number): number => {
  const gap = Math.abs(a - b) % 24;
  return Math.min(gap, 24 - gap);
};

export const canCommute = (site: Establishment): boolean =>
  Object.keys(site.home_communes ?? {}).length > 0 && (site.shifts ?? []).length > 0;

/**
 * People of a site who could ride with somebody of another: they live in a commune where a colleague of another site
 * of the group lives, and arrive and leave at the same hours, give or take the tolerance.
 * A site's people are spread equally over its shifts: home communes are counts, never persons.
 * @returns people, in the order of the group
 */
export function sharedCommuters(group: readonly Establishment[], toleranceHours: number): readonly number[] {
  const near = (a: number, b: number): boolean => apart(a, b) <= toleranceHours + 1e-9;
  const together = (a: Shift, b: Shift): boolean => near(a.start, b.start) && near(a.end, b.end);
  // Who comes from a commune: one look-up instead of a walk through the whole group for every commune.
  const from = new Map<string, { site: Establishment; shifts: readonly Shift[] }[]>();
  for (const site of group)
    for (const [commune, people] of Object.entries(site.home_communes ?? {}))
      if (people > 0) {
        const list = from.get(commune) ?? [];
        if (list.length === 0) from.set(commune, list);
        list.push({ site, shifts: shiftsOf(site) });
      }
  return group.map((site) => {
    const own = shiftsOf(site);
    let people = 0;
    for (const [commune, living] of Object.entries(site.home_communes ?? {})) {
      const others = (from.get(commune) ?? []).filter((other) => other.site.id !== site.id);
      const served = own.filter((shift) =>
        others.some((other) => other.shifts.some((theirs) => together(shift, theirs))),
      );
      if (own.length > 0) people += (living * served.length) / own.length;
    }
    return people;
  });
}
