import { fold, isAscii } from "../text/text.ts";

/**
 * Plural and feminine endings off, in French and English: déchets → dechet, verts → vert, usagées → usag,
 * métaux → metal, batteries and battery → batteri. Crude on purpose, and the same on both sides.
 */
export function stem(word: string): string {
  let stemmed = word;
  if (stemmed.length > 4 && stemmed.endsWith("aux") && !/[ey]aux$/.test(stemmed)) stemmed = `${stemmed.slice(0, -2)}l`;
  else if (stemmed.length > 3 && /[sx]$/.test(stemmed) && !stemmed.endsWith("ss")) stemmed = stemmed.slice(0, -1);
  while (stemmed.length > 4 && stemmed.endsWith("e")) stemmed = stemmed.slice(0, -1);
  return stemmed.length > 4 && stemmed.endsWith("y") ? `${stemmed.slice(0, -1)}i` : stemmed;
}

/**
 * Folded words of a label, unstemmed. Tea keeps what tells it from the English article, and a denied word is another
 * word: non-ferrous is not ferrous, "non pollué" is not polluted.
 */
export function wordsOf(label: string): readonly string[] {
  const composed = isAscii(label) ? label : label.normalize("NFC");
  const told = special.test(composed)
    ? composed.replace(/(?<!\p{L})th[éÉ]s?(?!\p{L})/giu, "thea").replace(/(?<!\p{L})non[-\s]+(?=\p{L})/giu, "non")
    : composed;
  const folded = fold(told);
  return folded === "" ? [] : folded.split(" ");
}

// What a label must hold for one of the two to speak: asked first, it costs a tenth of them.
const special = /th[éÉ]|non[-\s]/iu;

/**
 * 1 the same, about 0.85 one typing error or ending away, 0.7 an abbreviation, 0 otherwise.
 * Short words must be exact: "bois" and "mois" are one letter apart.
 */
export function tokenSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 3 && long.length >= short.length + 2 && long.startsWith(short))
    return short.length >= 5 && long.length <= short.length + 3 ? 0.85 : 0.7;
  if (short.length < 5) return 0;
  const allowed = short.length >= 8 ? 2 : 1;
  if (long.length - short.length > allowed || a[0] !== b[0]) return 0;
  const distance = editDistance(a, b, allowed);
  return distance > allowed ? 0 : distance === 1 ? 0.88 : 0.78;
}

/** Damerau-Levenshtein (optimal string alignment), given up above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (before[j - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY;
      const cell = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swap,
      );
      row.push(cell);
      least = Math.min(least, cell);
    }
    if (least > limit) return limit + 1;
    [before, previous] = [previous, row];
  }
  return previous[b.length] ?? limit + 1;
}
