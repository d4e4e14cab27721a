import type { ObligationRow } from "../reference-data/rows.ts";
import type { Text } from "../text/text.ts";

/** When something is next due, and what; the text's own words for a milestone, none for what comes back. */
export type Due = { readonly on: string; readonly what: Text | null };

/** A day so many months later; the 31st becomes the last day of a shorter month. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const at = year * 12 + month - 1 + months;
  const last = new Date(Date.UTC(Math.floor(at / 12), (at % 12) + 1, 0)).getUTCDate();
  return [
    String(Math.floor(at / 12)).padStart(4, "0"),
    String((at % 12) + 1).padStart(2, "0"),
    String(Math.min(date, last)).padStart(2, "0"),
  ].join("-");
}

/**
 * The next date on or after `day`: the start of a text to come, a milestone, the yearly day, or what comes back
 * from the last milestone. Null when the text sets no date: it is simply in force.
 */
export function nextDue(row: ObligationRow, day: string): Due | null {
  const dates: Due[] = row.milestones.filter(({ on }) => on >= day);
  if (row.valid_from !== null && row.valid_from >= day) dates.push({ on: row.valid_from, what: null });
  if (row.each_year_on !== null) {
    const from = row.valid_from !== null && row.valid_from > day ? row.valid_from : day;
    const thisYear = `${from.slice(0, 4)}-${row.each_year_on}`;
    dates.push({ on: thisYear >= from ? thisYear : addMonths(thisYear, 12), what: null });
  }
  const last = row.milestones.at(-1);
  if (row.every_months !== null && last !== undefined && last.on < day) {
    let times = 1;
    while (addMonths(last.on, times * row.every_months) < day) times++;
    dates.push({ on: addMonths(last.on, times * row.every_months), what: last.what });
  }
  return dates.reduce<Due | null>((first, one) => (first === null || one.on < first.on ? one : first), null);
}
