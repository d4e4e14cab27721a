import { inert, looksLikeFormula, restored } from "@simbiosi/domain";
import { typed } from "../tables/aside.ts";

/** Words as a CSV cell holds them: inert, and marked with an apostrophe where, kept aside, they would become a number. */
export const marked = (words: string, aside: boolean): string =>
  aside && typed(words) !== words && !looksLikeFormula(words) ? `'${inert(words)}` : inert(words);

/** The inverse of {@link marked}. `literal`: the mark says that these are words, whatever they look like. */
export function unmarked(words: string): { words: string; literal: boolean } {
  const rest = words.slice(1);
  if (!words.startsWith("'")) return { words: restored(words), literal: false };
  if (typed(rest) !== rest) return { words: rest, literal: true };
  return { words: restored(words), literal: looksLikeFormula(rest) };
}
