import { formatNumber, type Lang } from "@simbiosi/domain";

/**
 * What a chart reads of a figure: the three numbers and the state. A domain figure and a figure of the JSON
 * formats both are measures. The numbers are null unless the state is `known`.
 */
export type Measure = {
  readonly state: "known" | "unknown" | "not-applicable";
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

export type KnownMeasure = { readonly value: number; readonly low: number; readonly high: number };

/** The numbers, or null when there are none to draw: an unknown is never drawn as a zero. */
export function known({ state, value, low, high }: Measure): KnownMeasure | null {
  if (state !== "known" || value === null) return null;
  return { value, low: low ?? value, high: high ?? value };
}

const empty = {
  unknown: { fr: "inconnu", en: "unknown" },
  "not-applicable": { fr: "sans objet", en: "not applicable" },
} as const;

/** A number for reading, with a true minus sign: a hyphen is lost in front of a figure on paper. */
export const writeNumber = (value: number, lang: Lang): string => formatNumber(value, lang).replace("-", "−");

// An estimate is written with three figures, as in the text around it; a count or a price paid as it is.
const estimate = (value: number): number => (value === 0 ? 0 : Number(value.toPrecision(3)));

/** The value written for reading, without its unit; "inconnu" or "sans objet" when there is none. */
export function writeValue(measure: Measure, lang: Lang): string {
  const numbers = known(measure);
  if (numbers !== null)
    return writeNumber(numbers.low === numbers.high ? numbers.value : estimate(numbers.value), lang);
  return empty[measure.state === "not-applicable" ? "not-applicable" : "unknown"][lang];
}

/** "24 à 36", or null when the interval is a point or there is no value. */
export function writeInterval(measure: Measure, lang: Lang): string | null {
  const numbers = known(measure);
  if (numbers === null || numbers.low === numbers.high) return null;
  const [low, high] = [estimate(numbers.low), estimate(numbers.high)].map((end) => writeNumber(end, lang));
  return `${low} ${lang === "fr" ? "à" : "to"} ${high}`;
}

/** One line for who cannot see the drawing: "Marc de café : 30 t/an (24 à 36)". */
export function describe(label: string, measure: Measure, unit: string, lang: Lang): string {
  const interval = writeInterval(measure, lang);
  const value = known(measure) === null ? writeValue(measure, lang) : `${writeValue(measure, lang)} ${unit}`.trimEnd();
  return `${label}${colon(lang)}${value}${interval === null ? "" : ` (${interval})`}`;
}

/** French sets a no-break space before a colon. */
export const colon = (lang: Lang): string => (lang === "fr" ? "\u00a0: " : ": ");

const spokenAtMost = 15;

/** Joins lines into a description, the first ones only: a long list read aloud helps nobody. */
export function enumerate(opening: string, lines: readonly string[], lang: Lang): string {
  const rest = lines.length - spokenAtMost;
  const more = rest > 0 ? [lang === "fr" ? `et ${rest} de plus` : `and ${rest} more`] : [];
  // A line may end with an abbreviation ("nov."): one full stop is enough.
  const sentences = [opening, ...lines.slice(0, spokenAtMost), ...more].map((line) => line.replace(/\.$/, ""));
  return `${sentences.join(". ")}.`;
}
