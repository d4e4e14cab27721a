/** The two languages of every sentence a person reads: French first, English whole. */
export type Lang = "fr" | "en";

/** One sentence or label in both languages. */
export type Text = { readonly fr: string; readonly en: string };

export const text = (fr: string, en: string): Text => ({ fr, en });

/** The same words in both languages: a code, a name, a formula. */
export const same = (words: string): Text => ({ fr: words, en: words });

const locales: Record<Lang, string> = { fr: "fr-FR", en: "en-GB" };

// Intl objects cost far more to build than to use; tables format thousands of numbers.
const formats = new Map<string, Intl.NumberFormat>();
const dayFormats = new Map<Lang, Intl.DateTimeFormat>();

/** A number for reading: thousands separated, as many decimals as its size deserves (at most `digits`). */
export function formatNumber(value: number, lang: Lang, digits = 2): string {
  const size = Math.abs(value);
  const decimals = size >= 100 ? 0 : Math.min(digits, size >= 10 ? 1 : 2);
  const key = `${lang}${decimals}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locales[lang], { maximumFractionDigits: decimals });
    formats.set(key, format);
  }
  const rounded = Number(value.toFixed(decimals));
  // A true minus sign: a hyphen is lost in front of a figure on paper.
  return format.format(Object.is(rounded, -0) ? 0 : rounded).replace("-", "−");
}

/** A day `YYYY-MM-DD` written for reading: 23 novembre 2026, 1er février 2027, 23 November 2026. */
export function formatDay(day: string, lang: Lang): string {
  let format = dayFormats.get(lang);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locales[lang], { dateStyle: "long", timeZone: "UTC" });
    dayFormats.set(lang, format);
  }
  const written = format.format(new Date(`${day}T00:00:00Z`));
  // French counts the days of a month from "premier", then "deux".
  return lang === "fr" ? written.replace(/^1 /, "1er ") : written;
}

/** A name inside a sentence: its capital goes, that of an acronym or a symbol stays ("eau chaude 60 à 110 °C", "PET"). */
export const midSentence = (name: string): string =>
  /^\p{Lu}(?!\p{Lu}|\d)/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** Lower case, no accents, no punctuation, single spaces: how headers and labels are compared. */
export const fold = (words: string): string =>
  (isAscii(words) ? words : unaccented(words))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

const unaccented = (words: string): string =>
  words.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[œŒ]/g, "oe").replace(/[æÆ]/g, "ae");

/** Signs of English alone: nothing to normalise. Vocabularies fold tens of thousands of names, most of them so. */
export function isAscii(words: string): boolean {
  for (let i = 0; i < words.length; i++) if (words.charCodeAt(i) > 127) return false;
  return true;
}

/** Fixed order of strings, the same on every machine (localeCompare depends on the ICU build). */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
