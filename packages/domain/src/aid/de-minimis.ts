import { valueFigure } from "../factors/dated-value.ts";
import { derived, type Figure, given, notApplicable, unknown } from "../figures/figure.ts";
import type { Reference } from "../reference-data/reference.ts";
import type { AidSector } from "../reference-data/rows.ts";
import { text } from "../text/text.ts";

/** A de minimis aid granted to the single undertaking: the company and those it controls or is controlled by. */
export type DeMinimisGrant = { readonly date: string; readonly amount_eur: number };

export type DeMinimisQuestion = {
  readonly sector: AidSector;
  /** Null: nobody has declared them yet. An empty list: declared, none. */
  readonly grants: readonly DeMinimisGrant[] | null;
  readonly context: string;
  readonly day: string;
};

/** The same day some years before; 29 February falls on the 28th. */
function yearsBefore(day: string, years: number): string {
  const [y = 0, m = 1, d = 1] = day.split("-").map(Number);
  const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const there = m === 2 && d === 29 && !leap(y - years) ? 28 : d;
  return [String(y - years).padStart(4, "0"), String(m).padStart(2, "0"), String(there).padStart(2, "0")].join("-");
}

/** Grants that still weigh on a day: those of the rolling window that ends on it, its first day left out. */
export const grantsInWindow = (
  grants: readonly DeMinimisGrant[],
  day: string,
  years: number,
): readonly DeMinimisGrant[] => grants.filter(({ date }) => date > yearsBefore(day, years) && date <= day);

/**
 * What may still be granted under the de minimis rule on a day, in EUR: the ceiling of the sector less the grants of
 * the rolling window, never below nil. Unknown as long as past grants are not declared.
 */
export function deMinimisRoom(reference: Reference, question: DeMinimisQuestion): Figure {
  const { sector, grants, context, day } = question;
  const label = text("Reste disponible au titre des aides de minimis", "Room left under the de minimis rule");
  const at = { context, day };
  const ceiling = valueFigure(
    reference,
    { key: `aid.de-minimis.${sector}`, ...at },
    text("Plafond des aides de minimis", "De minimis ceiling"),
    "EUR",
  );
  const window = valueFigure(
    reference,
    { key: "aid.de-minimis.window", ...at },
    text("Période glissante", "Rolling period"),
    "yr",
  );
  const received = text("Aides de minimis déjà reçues sur la période", "De minimis aid already received in the period");
  if (grants === null || window.state !== "known")
    return unknown(label, "EUR", [ceiling, unknown(received, "EUR"), window]);
  const past = given({
    label: received,
    value: grantsInWindow(grants, day, window.value).reduce((total, { amount_eur }) => total + amount_eur, 0),
    unit: "EUR",
    source: "declared:de-minimis",
    date: day,
  });
  return derived(
    label,
    "EUR",
    text("plafond − aides déjà reçues, au moins 0", "ceiling − aid already received, at least 0"),
    [ceiling, past],
    ceiling.state === "known" && past.state === "known"
      ? {
          value: Math.max(0, ceiling.value - past.value),
          low: Math.max(0, ceiling.low - past.high),
          high: Math.max(0, ceiling.high - past.low),
        }
      : null,
  );
}

/** Where the rule does not apply: a duty of the public service is no economic activity. */
export const noDeMinimis = (): Figure =>
  notApplicable(text("Aides de minimis : sans objet", "De minimis aid: not applicable"), "EUR");
