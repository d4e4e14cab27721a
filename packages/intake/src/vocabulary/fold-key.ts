import { fold } from "@simbiosi/domain";

// The same few words come back in every row of a sheet; folding them costs more than remembering them.
const known = new Map<string, string>();
const MAX_KNOWN = 5000;
const MAX_LENGTH = 80;

/** How headers and key words are compared: no case, accent, space or punctuation; ² and ³ are digits, € is EUR. */
export function foldKey(words: string): string {
  const before = known.get(words);
  if (before !== undefined) return before;
  const key = fold(words.replaceAll("²", "2").replaceAll("³", "3").replaceAll("€", "eur")).replaceAll(" ", "");
  if (known.size >= MAX_KNOWN) known.clear();
  if (words.length <= MAX_LENGTH) known.set(words, key);
  return key;
}
