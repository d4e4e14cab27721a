import { type Establishment, fold, ok, type Result } from "@simbiosi/domain";
import { type Refusal, refuse } from "../refusals/refusal.ts";

/** Establishments by all that may name them: id, SIRET, name. Several under one key are an ambiguity. */
export type Directory = {
  readonly ids: ReadonlySet<string>;
  readonly sirets: ReadonlyMap<string, readonly string[]>;
  readonly names: ReadonlyMap<string, readonly string[]>;
};

export function directoryOf(establishments: readonly Establishment[]): Directory {
  const sirets = new Map<string, string[]>();
  const names = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, key: string, id: string): void => {
    const known = to.get(key);
    if (known === undefined) to.set(key, [id]);
    else known.push(id);
  };
  for (const { id, siret, name } of establishments) {
    if (siret !== null) add(sirets, siret, id);
    add(names, nameKey(name), id);
  }
  return { ids: new Set(establishments.map(({ id }) => id)), sirets, names };
}

/** Names are compared folded; a name in another script folds to nothing and is compared as it stands. */
const nameKey = (name: string): string => fold(name) || name;

/**
 * The id of the establishment that these words name: by id, else by SIRET, else by name.
 * Fails with ESTABLISHMENT_UNKNOWN or ESTABLISHMENT_AMBIGUOUS.
 */
export function find({ ids, sirets, names }: Directory, words: string): Result<string, Refusal> {
  if (ids.has(words)) return ok(words);
  const digits = words.replace(/[\s.\-\u00a0\u202f]/g, "");
  const found = sirets.get(digits.padStart(digits.length >= 11 ? 14 : 0, "0")) ?? names.get(nameKey(words)) ?? [];
  const [id, ...others] = found;
  if (id === undefined) return refuse("ESTABLISHMENT_UNKNOWN");
  return others.length > 0 ? refuse("ESTABLISHMENT_AMBIGUOUS") : ok(id);
}
