import { type Lang, type Text, text } from "@simbiosi/domain";
import { foldKey } from "./fold-key.ts";

/** A closed list of keys with the French word that is written for each, and every other spelling that is read. */
export type Vocabulary<Key extends string> = {
  /** The key that these words mean, in French or English; undefined when they mean none. */
  readonly parse: (words: string) => Key | undefined;
  readonly french: (key: Key) => string;
  /** The words to choose from, for a sentence that refuses. */
  readonly expected: Text;
  readonly keys: readonly Key[];
  /** What a drop-down list offers: French words, or keys. */
  readonly choices: Readonly<Record<Lang, readonly string[]>>;
};

/**
 * @param french the word written in workbooks and CSV for each key
 * @param others other spellings of a key (case, accents, spaces and punctuation do not matter); keys always read
 */
export function vocabulary<Key extends string>(
  french: Readonly<Record<Key, string>>,
  others: { readonly [K in Key]?: readonly string[] } = {},
): Vocabulary<Key> {
  const keys = Object.keys(french) as Key[];
  const known = new Map<string, Key>();
  for (const key of keys)
    for (const words of [key, french[key], ...(others[key] ?? [])])
      if (!known.has(foldKey(words))) known.set(foldKey(words), key);
  return {
    parse: (words) => known.get(foldKey(words)),
    french: (key) => french[key],
    expected: text(keys.map((key) => french[key]).join(", "), keys.join(", ")),
    keys,
    choices: { fr: keys.map((key) => french[key]), en: keys },
  };
}
