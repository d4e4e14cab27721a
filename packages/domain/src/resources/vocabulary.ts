import type { Reference } from "../reference-data/reference.ts";
import type { ResourceClass } from "../reference-data/rows.ts";
import { fold } from "../text/text.ts";
import { type Lexicon, stateToken } from "./lexicon.ts";
import { measured } from "./measures.ts";
import { stem, tokenSimilarity, wordsOf } from "./words.ts";

/** One name of one class, as tokens. */
export type Name = { readonly row: ResourceClass; readonly tokens: readonly string[]; readonly wanted: number };

/** All names of all classes, and how much each of their words says. */
export type Vocabulary = {
  /** Classes that bear exactly this name, folded. */
  readonly exact: (folded: string) => readonly ResourceClass[];
  /** Classes of which these are the words, but for plurals, accents and small words: spent grains, spent grain. */
  readonly spelled: (words: readonly string[]) => readonly ResourceClass[];
  /** The rarer a word among classes, the more it says; a state says little. */
  readonly weight: (token: string) => number;
  /** A state or a quality: by itself it names nothing. */
  readonly isLight: (token: string) => boolean;
  /** A word of a name, or one that tells a state: "offcuts" is no "off" and "cuts". */
  readonly knows: (token: string) => boolean;
  /** The words of the vocabulary that a word may be, each with its likeness. */
  readonly nearest: (token: string) => ReadonlyMap<string, number>;
  readonly namesWith: (token: string) => readonly Name[];
  readonly tokensOf: (words: readonly string[]) => readonly string[];
};

/** What the lexicon says of one word. */
type Seen = {
  readonly root: string;
  readonly token: string;
  /** Whether it names something, rather than a state. */
  readonly said: boolean;
  readonly silent: boolean;
  readonly spoken: boolean;
};
// A server reads labels all year: their slips of the keyboard are not kept for ever.
const mostSeen = 50_000;

/** States and qualities tell classes of one matter apart, and never make a match: they weigh this share of a word. */
const lightShare = 0.3;

export function vocabularyOf(reference: Reference, lexicon: Lexicon): Vocabulary {
  // Forty thousand names are made of a few thousand words: each is looked at once.
  const seen = new Map<string, Seen>();
  const look = (word: string): Seen => {
    let known = seen.get(word);
    if (known === undefined) {
      const root = lexicon.sameAs(stem(word));
      const state = lexicon.stateOf(root);
      const silent = lexicon.isSilent(word);
      known = {
        root,
        token: state === undefined ? root : stateToken(state),
        said: state === undefined,
        silent,
        spoken: !silent && !lexicon.isAside(word),
      };
      if (seen.size < mostSeen) seen.set(word, known);
    }
    return known;
  };
  const tokensOf = (words: readonly string[]): readonly string[] => {
    const told = words.map(look);
    const spoken = told.filter((one) => one.spoken);
    // "or" is gold when it is all that a label says.
    return (spoken.some(({ said }) => said) ? spoken : told).map(({ token }) => token);
  };

  const isLight = (token: string): boolean => token.startsWith("~") || lexicon.isLight(token);

  const spelling = (words: readonly string[]): string =>
    words
      .map(look)
      .filter(({ silent }) => !silent)
      .map(({ root }) => root)
      .join(" ");
  const spelled = new Map<string, ResourceClass[]>();
  const exact = new Map<string, ResourceClass[]>();
  /** How many classes bear a word. */
  const bearers = new Map<string, { last: ResourceClass; count: number }>();
  const written: { row: ResourceClass; tokens: readonly string[] }[] = [];
  for (const row of reference.resources)
    for (const name of [row.name.fr, row.name.en, ...row.synonyms.fr, ...row.synonyms.en]) {
      add(exact, fold(name), row);
      const whole = wordsOf(name);
      const key = spelling(whole);
      if (key !== "") add(spelled, key, row);
      const { words, measures } = measured(name);
      const tokens = tokensOf(words === name ? whole : wordsOf(words));
      // A name of light words only ("local déchets"), or of one word and a level ("eau à 40 °C"), is read whole or not at all.
      if (tokens.every((token) => isLight(token))) continue;
      if (tokens.length < 2 && Object.keys(measures).length > 0) continue;
      written.push({ row, tokens });
      for (const token of tokens) {
        const known = bearers.get(token);
        if (known === undefined) bearers.set(token, { last: row, count: 1 });
        else if (known.last !== row) {
          known.last = row;
          known.count += 1;
        }
      }
    }
  const weights = new Map<string, number>();
  const weight = (token: string): number => {
    let known = weights.get(token);
    if (known === undefined) {
      known =
        Math.log(1 + reference.resources.length / (1 + (bearers.get(token)?.count ?? 0))) *
        (isLight(token) ? lightShare : 1);
      weights.set(token, known);
    }
    return known;
  };

  const names = new Map<string, Name[]>();
  for (const { row, tokens } of written) {
    const name = { row, tokens, wanted: tokens.reduce((sum, token) => sum + weight(token), 0) };
    for (const token of new Set(tokens)) {
      const list = names.get(token);
      if (list === undefined) names.set(token, [name]);
      else list.push(name);
    }
  }
  // Similar words begin with the same letter, so a word is compared with one drawer of the vocabulary only.
  const drawers = new Map<string, (readonly [written: string, token: string])[]>();
  const others = [...lexicon.meaningTheSame].filter(([written, token]) => written !== token && bearers.has(token));
  for (const entry of [...[...bearers.keys()].map((token) => [token, token] as const), ...others]) {
    const letter = entry[0].charAt(0);
    const drawer = drawers.get(letter);
    if (drawer === undefined) drawers.set(letter, [entry]);
    else drawer.push(entry);
  }
  const nearest = (token: string): ReadonlyMap<string, number> => {
    // A word that the vocabulary knows is no typing error of another: carbon is not carton.
    if (bearers.has(token)) return new Map([[token, 1]]);
    const hits = new Map<string, number>();
    if (token.startsWith("~")) return hits;
    for (const [written, other] of drawers.get(token.charAt(0)) ?? []) {
      const similarity = tokenSimilarity(token, written);
      if (similarity > (hits.get(other) ?? 0)) hits.set(other, similarity);
    }
    return hits;
  };
  return {
    exact: (folded) => exact.get(folded) ?? [],
    spelled: (words) => spelled.get(spelling(words)) ?? [],
    weight,
    isLight,
    knows: (token) => bearers.has(lexicon.sameAs(token)) || lexicon.stateOf(token) !== undefined,
    nearest,
    namesWith: (token) => names.get(token) ?? [],
    tokensOf,
  };
}

/** Classes come one after the other, each with all its names: one that is there already stands last. */
function add(index: Map<string, ResourceClass[]>, key: string, row: ResourceClass): void {
  const rows = index.get(key);
  if (rows === undefined) index.set(key, [row]);
  else if (rows.at(-1) !== row) rows.push(row);
}
