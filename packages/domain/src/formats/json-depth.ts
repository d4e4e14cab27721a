const OPEN = new Set(["{", "["]);
const CLOSE = new Set(["}", "]"]);

/**
 * Whether a text of JSON nests more than `levels` deep, found in one pass and no memory: a parser spends a hundred
 * bytes on each level, and a hostile file of a few megabytes has millions.
 */
export function nestsDeeper(words: string, levels: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < words.length; at++) {
    const character = words.charAt(at);
    if (quoted) {
      if (character === "\\") at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (OPEN.has(character)) {
      if (++depth > levels) return true;
    } else if (CLOSE.has(character)) depth--;
  }
  return false;
}

/** More levels than any of our formats has by far; a parser spends some twenty megabytes on as many. */
export const MAX_JSON_LEVELS = 200_000;
