import { fold, staffBands } from "@simbiosi/domain";
import { parseNumber } from "./number.ts";

const ZERO = "00";
const bands = staffBands.filter(([code]) => code !== ZERO);
const NONE = "NN";
const codes = new Set([NONE, ZERO, ...bands.map(([code]) => code)]);

/** The words of a band: `12` → `20 à 49 salariés`. What is not a band comes back as it is. */
export function bandWords(code: string): string {
  if (code === NONE) return "non employeur";
  if (code === ZERO) return "aucun salarié";
  const band = bands.find(([known]) => known === code);
  if (band === undefined) return code;
  const [, low, high] = band;
  return high === null ? `${low} salariés et plus` : `${low} à ${high} salariés`;
}

/**
 * `20 à 49 salariés`, `20-49`, `NN`, `03` → the code of the band. Two digits alone are a head count in a table
 * (12 people) and a band in JSON (where a number would be written without quotes): `twoDigits` says which.
 */
export function parseBand(words: string, twoDigits: boolean): string | undefined {
  const code = words.trim().toUpperCase();
  if (codes.has(code) && (twoDigits || !/^[1-9]/.test(code))) return code;
  const plain = fold(words.replace(/(\d)[\s\u00a0\u202f.](?=\d{3})/g, "$1"));
  if (plain === "non employeur") return NONE;
  if (/^(aucun|zero|0|pas de) salaries?$/.test(plain)) return ZERO;
  const range = /^(?:de |entre )?(\d+) (?:a |ou |et |to )?(\d+)(?: salaries?| personnes?| employees)?$/.exec(plain);
  const open = /^(?:plus de |\+ ?)?(\d+)(?: salaries?)?(?: et plus| ou plus)?$/.exec(plain);
  if (range)
    return bands.find(
      ([, low, high]) => low === parseNumber(range[1] ?? "") && high === parseNumber(range[2] ?? ""),
    )?.[0];
  return open && /plus/.test(plain) && Number(open[1]) === 10_000 ? "53" : undefined;
}
