import type { Cell } from "../cells/cell.ts";
import { dayOfSerial } from "../cells/date.ts";
import type { NumberStyle } from "./styles.ts";

const MINUTES = 24 * 60;

/** Hours and minutes of the part of a day: 0.25 → `06:00`. */
export function clock(part: number): string {
  const minutes = Math.round(part * MINUTES) % MINUTES;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** A share as a person reads it: 0.07 → `7%`. Twelve digits: 0.07 × 100 is not quite 7. */
export const percent = (value: number): string => `${Number((value * 100).toPrecision(12))}%`;

/** The number of a cell as its format shows it: a day (with its hour, when there is one), an hour, a share. */
export function styled(value: number, style: NumberStyle, system: 1900 | 1904): Cell {
  if (style === "percent") return percent(value);
  if (style === "time" && value >= 0 && value < 1) return clock(value);
  if (style !== "date") return value;
  const day = dayOfSerial(value, system);
  if (day === undefined) return value;
  const part = value - Math.floor(value);
  return Math.round(part * MINUTES) === 0 ? { day } : `${day} ${clock(part)}`;
}
