/** Splits at a separator that stands outside "double quotes". */
export function splitOutside(words: string, separator: string): string[] {
  const parts: string[] = [];
  let quoted = false;
  let start = 0;
  for (let i = 0; i < words.length; i++) {
    if (words[i] === '"') quoted = !quoted;
    else if (words[i] === separator && !quoted) {
      parts.push(words.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(words.slice(start));
  return parts;
}

/** Words in quotes when they hold what the syntax around them uses; a quote inside is doubled. */
export const quoted = (words: string): string => `"${words.replaceAll('"', '""')}"`;
export const quotedIf = (words: string, special: RegExp): string =>
  special.test(words) || words.includes('"') || words !== words.trim() || words === "" ? quoted(words) : words;

/** The words inside quotes, or as they stand; `literal` says that quotes were there. undefined: quotes do not close. */
export function unquoted(words: string): { text: string; literal: boolean } | undefined {
  const trimmed = words.trim();
  if (!trimmed.includes('"')) return { text: trimmed, literal: false };
  const inside = /^"((?:[^"]|"")*)"$/s.exec(trimmed)?.[1];
  return inside === undefined ? undefined : { text: inside.replaceAll('""', '"'), literal: true };
}

export type Pair = { readonly key: string; readonly value: string; readonly literal: boolean };

/**
 * `a=1; b="x; y"` → its pairs, in order. Undefined when a piece has no `=`, a key comes twice, or quotes do not close.
 */
export function parsePairs(words: string): Pair[] | undefined {
  const pairs: Pair[] = [];
  const keys = new Set<string>();
  for (const piece of splitOutside(words, ";")) {
    if (piece.trim() === "") continue;
    const [left, right, ...more] = splitOutside(piece, "=");
    const key = unquoted(left ?? "");
    const value = unquoted(right ?? "");
    if (right === undefined || more.length > 0 || key === undefined || value === undefined) return undefined;
    if (key.text === "" || keys.has(key.text)) return undefined;
    keys.add(key.text);
    pairs.push({ key: key.text, value: value.text, literal: value.literal });
  }
  return pairs;
}

const special = /[;=\n]/;

/** The inverse of {@link parsePairs}; a value that is already quoted where it must stay text is given as `literal`. */
export const writePairs = (pairs: readonly Pair[]): string =>
  pairs
    .map(({ key, value, literal }) => `${quotedIf(key, special)}=${literal ? quoted(value) : quotedIf(value, special)}`)
    .join("; ");
