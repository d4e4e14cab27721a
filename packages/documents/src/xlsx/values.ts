import { cleanText } from "../blocks/clean.ts";
import type { Format } from "./workbook.ts";

/** What the cell holds in the file: text, a number, a day, or nothing. */
export type Stored = string | number | Date | null;

// Excel holds no more in one cell.
const longestText = 32_767;

/** The value of a cell as its format reads it: a day of a column of dates becomes a date, all else is left alone. */
export function stored(value: string | number | null, format: Format): Stored {
  if (value === null) return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  const day = dayOf(value, format);
  return day ?? storedText(value);
}

/** Text as the file stores it. `_x0041_` is its notation for a sign by its number (ECMA-376, ST_Xstring): defused. */
export function storedText(value: string): string {
  const text = cleanText(value).replace(/\r\n?/g, "\n");
  const short = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
  return short.replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_");
}

function dayOf(value: string, { kind }: Format): Date | null {
  const day = kind === "date" ? value : kind === "month" ? `${value}-01` : "";
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? date : null;
}

/** The number format in Excel's own notation, which every language of Excel translates for its user. */
export function numberFormat(format: Format): string {
  switch (format.kind) {
    case "text":
      return "@";
    case "integer":
      return "#,##0";
    case "eur":
      return '#,##0 "€"';
    case "percent":
      return "0.0%";
    case "date":
      return "dd/mm/yyyy";
    case "month":
      return "mmm yyyy";
    case "number": {
      const decimals = format.decimals > 0 ? `.${"0".repeat(format.decimals)}` : "";
      const unit = format.unit === null ? "" : ` "${format.unit.replaceAll('"', "”")}"`;
      return `#,##0${decimals}${unit}`;
    }
  }
}
