import { bug } from "@simbiosi/domain";

/** Days since 1 January 1970 of a `YYYY-MM-DD`; a day that does not exist is a bug of the caller. */
export function dayNumber(day: string): number {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(time)) return bug(`${day} is not a day YYYY-MM-DD`);
  return time / 86_400_000;
}

/** Months since the year 0 of a day, which has to exist. */
export function monthNumber(day: string): number {
  dayNumber(day);
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

export const firstOfMonth = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;
