import type { LexiconRow } from "../reference-data/rows.ts";
import { stem, wordsOf } from "./words.ts";

/** What a word may say of the state of a thing, whatever the thing is. */
export type State = NonNullable<LexiconRow["state"]>;

/** The reference's words about words, ready to be looked up. */
export type Lexicon = {
  /** The state that a stemmed word tells, if it tells one. */
  readonly stateOf: (token: string) => State | undefined;
  /** Qualities that many things have (industriel, local, mixed): they help to choose, they do not name. Stemmed. */
  readonly isLight: (token: string) => boolean;
  readonly isSilent: (word: string) => boolean;
  /** Words that tell a capacity which stands still, and no matter: idle, libre l'après-midi. Stemmed. */
  readonly isIdle: (token: string) => boolean;
  /** One stemmed word for all that mean the same: nourrir, nourriture and manger are aliment. */
  readonly sameAs: (token: string) => string;
  /** The words that {@link sameAs} answers for, each with its answer: a typing error may be near any of them. */
  readonly meaningTheSame: ReadonlyMap<string, string>;
  /** Words after which a label speaks of the use or the origin, no more of the thing. */
  readonly isAside: (word: string) => boolean;
  /** Other ways of writing a label: abbreviations and trade names said in full, one meaning at a time. */
  readonly inFull: (words: readonly string[]) => readonly (readonly string[])[];
};

/** States are compared, not the words that tell them: usé, usagé, spent and used are one. */
export const stateToken = (state: State): string => `~${state}`;

// A label with many abbreviations of many meanings has its first few readings only.
const mostReadings = 12;

export function lexiconOf(rows: readonly LexiconRow[]): Lexicon {
  const states = new Map<string, State>();
  const silent = new Set<string>();
  const light = new Set<string>();
  const asides = new Set<string>();
  const idle = new Set<string>();
  const same = new Map<string, string>();
  const meanings = new Map<string, { readonly length: number; readonly means: readonly (readonly string[])[] }>();
  for (const row of rows)
    for (const written of row.words) {
      const words = wordsOf(written);
      const [first = ""] = words;
      if (row.kind === "state" && row.state !== null) states.set(stem(first), row.state);
      else if (row.kind === "light") light.add(stem(first));
      else if (row.kind === "silent") silent.add(first);
      else if (row.kind === "aside") asides.add(first);
      else if (row.kind === "idle") idle.add(stem(first));
      else if (row.kind === "same") same.set(stem(first), stem(wordsOf(row.words[0] ?? "")[0] ?? ""));
      else if (row.kind === "abbreviation")
        meanings.set(words.join(" "), { length: words.length, means: row.means.map(wordsOf) });
    }
  const longest = Math.max(0, ...[...meanings.values()].map(({ length }) => length));

  const inFull = (words: readonly string[]): readonly (readonly string[])[] => {
    let readings: (readonly string[])[] = [[]];
    for (let i = 0; i < words.length; ) {
      let taken = 1;
      let alternatives: readonly (readonly string[])[] = [[words[i] ?? ""]];
      for (let length = Math.min(longest, words.length - i); length > 0; length--) {
        const found = meanings.get(words.slice(i, i + length).join(" "));
        if (found === undefined) continue;
        alternatives = found.means;
        taken = length;
        break;
      }
      readings = readings.flatMap((said) => alternatives.map((more) => [...said, ...more])).slice(0, mostReadings);
      i += taken;
    }
    return readings.filter((reading) => reading.join(" ") !== words.join(" "));
  };
  return {
    stateOf: (token) => states.get(token),
    isLight: (token) => light.has(token),
    isSilent: (word) => silent.has(word),
    isIdle: (token) => idle.has(token),
    isAside: (word) => asides.has(word),
    sameAs: (token) => same.get(token) ?? token,
    meaningTheSame: same,
    inFull,
  };
}
