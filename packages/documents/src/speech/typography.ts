import type { Report } from "../blocks/block.ts";
import { mapText } from "../blocks/map-text.ts";

const nbsp = "\u00a0";
const thin = "\u202f";

/**
 * The spaces that French keeps from breaking: inside guillemets, before high punctuation and before the signs that
 * follow a number. Addresses (`https://`) and hours are left alone, since no plain space stands there.
 */
export const frenchSpaces = (words: string): string =>
  words
    .replace(/« /g, `«${nbsp}`)
    .replace(/ »/g, `${nbsp}»`)
    .replace(/ :/g, `${nbsp}:`)
    .replace(/ ([;!?])/g, `${thin}$1`)
    .replace(/(\d) (?=[%€]|km\b|kg\b|t\b|m[²³]|ETP\b)/g, `$1${nbsp}`)
    .replace(/ → /g, `${nbsp}→ `);

/** The report with the spaces of its language. English asks for the last two kinds only. */
export const typeset = (report: Report): Report =>
  report.lang === "fr"
    ? mapText(report, frenchSpaces)
    : mapText(report, (words) =>
        words.replace(/(\d) (?=[%€]|km\b|kg\b|t\b|m[²³]|FTE\b)/g, `$1${nbsp}`).replace(/ → /g, `${nbsp}→ `),
      );
