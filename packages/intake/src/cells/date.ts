import { monthOf } from "../vocabulary/months.ts";

const DAY_MS = 86_400_000;

/** `YYYY-MM-DD` when the day exists in the calendar. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // Date.UTC would read the years 0–99 as 1900–1999
  if (year < 0 || year > 9999 || date.getUTCFullYear() !== year) return undefined;
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const pad = (n: number, width: number): string => String(n).padStart(width, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/**
 * The day of a spreadsheet serial number. The 1900 system counts a 29 February 1900 that never was, so that serials
 * from 61 are one ahead: counting from 30 December 1899 corrects it. Below 61 the two readings differ: refused.
 */
export function dayOfSerial(serial: number, system: 1900 | 1904 = 1900): string | undefined {
  const days = Math.floor(serial);
  if (!Number.isFinite(days) || days > 2_958_465 || days < (system === 1900 ? 61 : 0)) return undefined;
  const date = new Date(Date.UTC(system === 1900 ? 1899 : 1904, system === 1900 ? 11 : 0, system === 1900 ? 30 : 1));
  date.setTime(date.getTime() + days * DAY_MS);
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/**
 * A day as people write it: `2027-12-31`, `31/12/2027`, `31.12.27`, `31 déc. 2027`, `1er janvier 2027`, with or
 * without an hour behind. Two-digit years are of this century: contracts and follow-ups, not births.
 */
export function parseDay(words: string): string | undefined {
  const trimmed = words.trim().replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/, "");
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(trimmed);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const french = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(trimmed);
  if (french) return dayOf(fullYear(french[3]), Number(french[2]), Number(french[1]));
  const named = /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:er|st|nd|rd|th)?[\s\-/.]+(\p{L}+)\.?,?[\s\-/.]+(\d{4}|\d{2})$/iu.exec(
    trimmed,
  );
  const month = named?.[2] === undefined ? undefined : monthOf(named[2]);
  if (named && month !== undefined) return dayOf(fullYear(named[3]), month + 1, Number(named[1]));
  const english = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu.exec(trimmed);
  const first = english?.[1] === undefined ? undefined : monthOf(english[1]);
  if (english && first !== undefined) return dayOf(fullYear(english[3]), first + 1, Number(english[2]));
  return undefined;
}

/** The last day of a month or a year alone: `12/2027`, `déc-27`, `fin décembre 2027`, `fin 2027`, `2027`. */
export function lastDayOf(words: string): string | undefined {
  const bare = words.trim().replace(/^(fin|end of|courant)\s+/i, "");
  const year = /^20\d\d$/.test(bare) ? Number(bare) : undefined;
  if (year !== undefined) return dayOf(year, 12, 31);
  const [, first, second] = /^(\d{1,2}|\p{L}+)\.?[\s\-/.]+(\d{4}|\d{2})$/u.exec(bare) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const digits = /^\d+$/.test(first);
  if (digits && second.length === 2) return undefined; // 12/27 may be a day without its year
  const month = digits ? Number(first) - 1 : monthOf(first);
  if (month === undefined || month < 0 || month > 11) return undefined;
  const end = new Date(0);
  end.setUTCFullYear(fullYear(second), month + 1, 0);
  return dayOf(end.getUTCFullYear(), month + 1, end.getUTCDate());
}

function fullYear(digits: string | undefined): number {
  const year = Number(digits);
  return digits?.length === 2 ? 2000 + year : year;
}

/** A bare number in a date column is a serial whose date format was lost; outside 1954–2119 it is something else. */
export function dayOfBareNumber(value: number): string | undefined {
  return value >= 20_000 && value <= 80_000 ? dayOfSerial(value) : undefined;
}
