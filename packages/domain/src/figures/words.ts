import { formatNumber, type Lang } from "../text/text.ts";
import type { Figure } from "./figure.ts";

const symbolsInWords: Readonly<Record<string, { fr: string; en: string }>> = {
  EUR: { fr: "€", en: "€" },
  yr: { fr: "an", en: "yr" },
  tCO2e: { fr: "tCO₂e", en: "tCO₂e" },
  kgCO2e: { fr: "kgCO₂e", en: "kgCO₂e" },
  gCO2e: { fr: "gCO₂e", en: "gCO₂e" },
  m3: { fr: "m³", en: "m³" },
  Nm3: { fr: "Nm³", en: "Nm³" },
  m2: { fr: "m²", en: "m²" },
  day: { fr: "jour", en: "day" },
  month: { fr: "mois", en: "month" },
  piece: { fr: "unité", en: "unit" },
  person: { fr: "pers.", en: "pers." },
  trip: { fr: "trajet", en: "trip" },
};

// Words of whole units take a plural; symbols never do.
const counted = new Set(["day", "piece", "trip", "month"]);
const plural = (word: string): string => (/[sx.]$/.test(word) ? word : `${word}s`);

/**
 * A unit as a reader writes it: EUR/yr → €/an, EUR/(t.km) → €/(t·km), 3 day → 3 jours. The unit "1" has no words.
 * @param value the number that stands before it: French counts from two, English from anything but one
 */
export function unitWords(unit: string, lang: Lang, value = 1): string {
  if (unit === "1") return "";
  const many = lang === "fr" ? Math.abs(value) >= 2 : Math.abs(value) !== 1;
  // The point between symbols first: a word of its own may end in one.
  return unit.replace(/\./g, "·").replace(/[A-Za-z0-9%]+/g, (symbol, at: number) => {
    const word = symbolsInWords[symbol]?.[lang] ?? symbol;
    return many && at === 0 && counted.has(symbol) ? plural(word) : word;
  });
}

const empty: Record<"unknown" | "not-applicable", Record<Lang, string>> = {
  unknown: { fr: "inconnu", en: "unknown" },
  "not-applicable": { fr: "sans objet", en: "not applicable" },
};

const nbsp = " ";

/** Three significant digits: what an interval of ± 20 % deserves. */
const significant = (value: number): number => (value === 0 ? 0 : Number(value.toPrecision(3)));

/** The central value and its unit: "11 700 €/an", "inconnu". */
export function figureValue(figure: Figure, lang: Lang): string {
  if (figure.state !== "known") return empty[figure.state][lang];
  const unit = unitWords(figure.unit, lang, figure.value);
  return formatNumber(significant(figure.value), lang) + (unit === "" ? "" : nbsp + unit);
}

/** The interval alone: "de 6 610 à 15 800", or null when there is nothing to say. */
export function figureInterval(figure: Figure, lang: Lang): string | null {
  if (figure.state !== "known" || figure.low === figure.high) return null;
  const [low, high] = [formatNumber(significant(figure.low), lang), formatNumber(significant(figure.high), lang)];
  return lang === "fr" ? `de ${low} à ${high}` : `${low} to ${high}`;
}

/** Value and interval: "11 700 €/an (de 6 610 à 15 800)". */
export function figureWords(figure: Figure, lang: Lang): string {
  const interval = figureInterval(figure, lang);
  return interval === null ? figureValue(figure, lang) : `${figureValue(figure, lang)} (${interval})`;
}
