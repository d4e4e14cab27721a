import { byCodeUnit } from "@simbiosi/domain";
import { unzipSync, zipSync } from "fflate";

/**
 * Writes a ZIP archive again so that the same content gives the same bytes: entries in a fixed order (the content types
 * first, as office programs expect), every time set to noon of the given day.
 *
 * @param date `YYYY-MM-DD`; ZIP knows the years 1980 to 2099 only, others are brought to the nearest
 */
export function seal(archive: Uint8Array, date: string): Uint8Array {
  const [year = 1980, month = 1, day = 1] = date.split("-").map(Number);
  // The archiver writes local date parts: a local date gives the same bytes in every time zone.
  const mtime = new Date(Math.min(2099, Math.max(1980, year)), month - 1, day, 12);
  const rank = (name: string): string => (name === "[Content_Types].xml" ? "" : name);
  const files = Object.entries(unzipSync(archive)).filter(([name]) => !name.endsWith("/")); // folders are no content
  const entries = files.toSorted(([a], [b]) => byCodeUnit(rank(a), rank(b)));
  return zipSync(Object.fromEntries(entries), { mtime, level: 6 });
}
