import { typed } from "../tables/aside.ts";

/**
 * First characters that make a spreadsheet take words for a formula. An apostrophe in front makes them words again,
 * in a spreadsheet and for {@link unmarked}; words that begin with an apostrophe get a second one.
 */
const risky = /^[=+\-@\t\r']/;

/** Words as a CSV cell holds them: marked with an apostrophe where they would become a formula or, aside, a number. */
export const marked = (words: string, aside: boolean): string =>
  risky.test(words) || (aside && typed(words) !== words) ? `'${words}` : words;

/** The inverse of {@link marked}. `literal`: the mark says that these are words, whatever they look like. */
export function unmarked(words: string): { words: string; literal: boolean } {
  const rest = words.slice(1);
  const mark = words.startsWith("'") && (risky.test(rest) || typed(rest) !== rest);
  return mark ? { words: rest, literal: true } : { words, literal: false };
}

/** One field of a line: quoted when it holds the separator, a quote, a line break or a tab, or outer spaces. */
export const field = (words: string): string =>
  /[;"\n\r\t]/.test(words) || words !== words.trim() ? `"${words.replaceAll('"', '""')}"` : words;
