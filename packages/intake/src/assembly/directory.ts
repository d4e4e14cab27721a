import { type Establishment, ok, type Result } from "@simbiosi/domain";
import { type Refusal, refuse } from "../refusals/refusal.ts";
import { companyKey, nameKey } from "./company-name.ts";

/** Establishments by all that may name them: id, SIRET, name. Several under one key are an ambiguity. */
export type Directory = {
  readonly ids: ReadonlySet<string>;
  readonly sirets: ReadonlyMap<string, readonly string[]>;
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** By the name without its legal form. */
  readonly bare: ReadonlyMap<string, readonly string[]>;
  readonly nameOf: ReadonlyMap<string, string>;
};

export function directoryOf(establishments: readonly Establishment[]): Directory {
  const sirets = new Map<string, string[]>();
  const names = new Map<string, string[]>();
  const bare = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, key: string, id: string): void => {
    const known = to.get(key);
    if (known === undefined) to.set(key, [id]);
    else known.push(id);
  };
  for (const { id, siret, name } of establishments) {
    if (siret !== null) add(sirets, siret, id);
    add(names, nameKey(name), id);
    add(bare, companyKey(name), id);
  }
  const nameOf = new Map(establishments.map(({ id, name }) => [id, name] as const));
  return { ids: new Set(establishments.map(({ id }) => id)), sirets, names, bare, nameOf };
}

/** What an id is found by: `alike` when the name differs by its legal form, which is told. */
export type Found = { readonly id: string; readonly alike: boolean };

/**
 * The establishment that these words name: by id, else by SIRET, else by name, else by name without its legal form.
 * Fails with ESTABLISHMENT_UNKNOWN or ESTABLISHMENT_AMBIGUOUS.
 */
export function find({ ids, sirets, names, bare }: Directory, words: string): Result<Found, Refusal> {
  if (ids.has(words)) return ok({ id: words, alike: false });
  const digits = words.replace(/[\s.\-\u00a0\u202f]/g, "");
  const exact = sirets.get(digits.padStart(digits.length >= 11 ? 14 : 0, "0")) ?? names.get(nameKey(words));
  const [id, ...others] = exact ?? bare.get(companyKey(words)) ?? [];
  if (id === undefined) return refuse("ESTABLISHMENT_UNKNOWN");
  return others.length > 0 ? refuse("ESTABLISHMENT_AMBIGUOUS") : ok({ id, alike: exact === undefined });
}
