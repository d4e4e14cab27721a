import type { ResourceClass } from "../reference-data/rows.ts";
import { fold } from "../text/text.ts";
import type { Lexicon } from "./lexicon.ts";
import { measured } from "./measures.ts";
import type { Name, Vocabulary } from "./vocabulary.ts";
import { stem, wordsOf } from "./words.ts";

/** How well a label names each class, 0 to 1. */
export type Scores = Map<ResourceClass, number>;

// What follows "for", "pour", "issu de" is the use or the origin: it helps to choose, it does not name.
const asideShare = 0.35;
const aboutTheAsideOnly = 0.72;
// A label of several things, or said twice: what one part says by itself, the first part foremost.
const firstPart = 0.97;
const laterPart = 0.92;
// The very words of a name, in another number or gender.
const asNamed = 0.99;
// A word nobody knows may be a brand or the very matter: it counts for half of a known one.
const unknownShare = 0.5;

/**
 * Compares a label with all names of all classes, word by word, weighted by how rare a word is (marc is common to
 * coffee and grapes, café is not), with room for a typing error, an abbreviation, a plural, two words written as one.
 * The whole label is read, then each of its parts ("carton / cardboard", "pneus (VL, PL)"), then its abbreviations in full.
 */
export function labelScores(vocabulary: Vocabulary, lexicon: Lexicon, label: string): Scores {
  const scores: Scores = new Map();
  const keep = (row: ResourceClass, score: number): void => {
    if (score > (scores.get(row) ?? 0)) scores.set(row, score);
  };
  for (const row of vocabulary.exact(fold(label))) keep(row, 1);

  const plain = measured(label).words;
  const parts = partsOf(plain);
  const content = plain.replace(container, "");
  const readings = [
    { text: plain, share: 1 },
    ...(content === plain ? [] : [{ text: content, share: firstPart }]),
    ...(parts.length > 1 ? parts.map((text, i) => ({ text, share: i === 0 ? firstPart : laterPart })) : []),
  ];
  for (const { text, share } of readings) {
    const words = wordsOf(text);

    for (const reading of [words, ...lexicon.inFull(words)]) {
      for (const row of vocabulary.spelled(reading)) keep(row, share * asNamed);
      wordScores(vocabulary, lexicon, mended(vocabulary, reading), (row, score) => keep(row, share * score));
    }
  }
  return scores;
}

/** "Bennes de gravats", "pallets of tiles": what holds the thing is a measure of it. */
const container =
  /^\s*(?:restes?\s+de\s+|surplus\s+(?:de|of)\s+)?(?:palettes?|bennes?|balles?|ballots?|bigs?[\s-]?bags?|sacs|f[ûu]ts|bidons|caisses|cartons|rouleaux|camions|rolls|pallets?|skips?|bales?|drums|bags|crates|loads|rolls)\s+(?:de\s+|d['’]|of\s+)/iu;

/** "A / B", "A (B)", "A, B", "A + B", "A - B", "A et B": each part by itself. */
export const partsOf = (label: string): readonly string[] =>
  label
    .split(/[,;:/()[\]+&|=]|\s[-–—]\s|\s(?:et|and|ou|or)\s/iu)
    .map((part) => part.trim())
    .filter((part) => /\p{L}{2}/u.test(part));

/** Two known words written as one are parted, two words that are known as one are joined: woodchips, bio déchets. */
function mended(vocabulary: Vocabulary, words: readonly string[]): readonly string[] {
  const result: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    const next = words[i + 1];
    if (next !== undefined && !(vocabulary.knows(stem(word)) && vocabulary.knows(stem(next)))) {
      if (vocabulary.knows(stem(word + next)) && word.length + next.length > 4) {
        result.push(word + next);
        i += 1;
        continue;
      }
    }
    result.push(...(parted(vocabulary, word) ?? [word]));
  }
  return result;
}

// As near as one or two slips of the pen.
const slip = 0.78;

function parted(vocabulary: Vocabulary, word: string): readonly [string, string] | undefined {
  // A word with a typing error is that word before it is two.
  if ([...vocabulary.nearest(stem(word)).values()].some((likeness) => likeness >= slip)) return undefined;
  for (let at = word.length - 3; at >= 3; at--) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if (left.length + right.length > 6 && vocabulary.knows(stem(left)) && vocabulary.knows(stem(right)))
      return [left, right];
  }
  return undefined;
}

// "À concasser", "à réparer" say what is to be done with the thing; "machine à papier" and "eau à boire en fût" name it.
const infinitive =
  /^(?!.*ier$|.*oyer$|mer$|hiver$|cuir$|fer$|boire$)\p{L}{2,}(?:er|ir|dre|ire)$|^(?:trier|scier|broyer|nettoyer)$/u;
const isToDo = (word: string, next: string | undefined): boolean =>
  word === "a" && next !== undefined && infinitive.test(next);

function wordScores(
  vocabulary: Vocabulary,
  lexicon: Lexicon,
  words: readonly string[],
  keep: (row: ResourceClass, score: number) => void,
): void {
  // "Access to a baler", "somewhere to bale": as long as nothing is named, nothing is said aside.
  const named = words.findIndex(
    (word) => !lexicon.isSilent(word) && !lexicon.isAside(word) && !vocabulary.isLight(stem(word)),
  );
  const turn = words.findIndex(
    (word, i) => i > 0 && i > named && (lexicon.isAside(word) || isToDo(word, words[i + 1])),
  );
  const head = vocabulary.tokensOf(turn < 0 ? words : words.slice(0, turn));
  const aside = turn < 0 ? [] : vocabulary.tokensOf(words.slice(turn));
  const tokens = [...head, ...aside];
  // A label that tells a state or a quality only (déchets divers) names nothing.
  if (tokens.every((token) => vocabulary.isLight(token))) return;
  // Each word is read as the nearest words of the vocabulary once, and not per name.
  // Small words by themselves (divers) are no typing error of a thing (driver), though they may be one (or, gold).
  const small = words.every((word) => lexicon.isSilent(word));
  const near = tokens.map((token) =>
    small && !vocabulary.knows(token) ? new Map<string, number>() : vocabulary.nearest(token),
  );
  const said = tokens.reduce((total, token, i) => {
    const best = Math.max(0, ...[...(near[i] ?? [])].map(([other, s]) => s * vocabulary.weight(other)));
    const worth = best > 0 ? best : vocabulary.weight(token) * unknownShare;
    return total + worth * (i < head.length ? 1 : asideShare);
  }, 0);
  const possible = new Set<Name>();
  for (const hits of near)
    for (const token of hits.keys())
      if (!vocabulary.isLight(token)) for (const name of vocabulary.namesWith(token)) possible.add(name);
  for (const { row, tokens: name, wanted } of possible) {
    let found = 0;
    let explained = 0;
    let onHead = false;
    for (const token of name) {
      const importance = vocabulary.weight(token);
      let best = 0;
      let bestShare = 0;
      near.forEach((hits, i) => {
        const hit = hits.get(token) ?? 0;
        if (hit === 0) return;
        if (i < head.length && !vocabulary.isLight(token)) onHead = true;
        best = Math.max(best, hit);
        bestShare = Math.max(bestShare, hit * (i < head.length ? 1 : asideShare));
      });
      found += importance * best;
      explained += importance * bestShare;
    }
    const covers = found / wanted;
    const explains = Math.min(1, explained / said);
    // Every word of the name should be there; words of the label that the name lacks cost less.
    const whole = 0.98 * covers ** 1.5 * (0.54 + 0.46 * explains);
    // A short label that a longer name contains entirely ("soude" of "soude caustique") is likely, never sure.
    const part = 0.72 * explains ** 2 * Math.sqrt(covers);
    keep(row, Math.max(whole, part) * (onHead ? 1 : aboutTheAsideOnly));
  }
}
