import type { Extra } from "@simbiosi/domain";
import { frenchNumber } from "../cells/number.ts";
import { parsePairs, writePairs } from "../cells/pairs.ts";

type Scalar = Extra[string];

/**
 * What words mean where a carrier has no types (CSV, packed pairs): a number or a truth value only in exactly the form
 * that is written for one, so that a telephone number keeps its zero; anything else is words.
 */
export function typed(words: string): Scalar {
  if (words === "VRAI") return true;
  if (words === "FAUX") return false;
  const value = Number(words.replace(",", "."));
  return words !== "" && Number.isFinite(value) && frenchNumber(value) === words ? value : words;
}

/** The form of a value that {@link typed} reads back; `literal`: words that must be marked as words. */
export function untyped(value: NonNullable<Scalar>): { words: string; literal: boolean } {
  if (typeof value === "number") return { words: frenchNumber(value), literal: false };
  if (typeof value === "boolean") return { words: value ? "VRAI" : "FAUX", literal: false };
  return { words: value, literal: typed(value) !== value };
}

/** Many values kept aside in one cell: `name=value; name="words"`. */
export const pack = (entries: readonly (readonly [string, NonNullable<Scalar>])[]): string =>
  writePairs(
    entries.map(([key, value]) => {
      const { words, literal } = untyped(value);
      return { key, value: words, literal };
    }),
  );

/** The inverse of {@link pack}; undefined when the cell is not in that form. */
export const unpack = (words: string): [string, Scalar][] | undefined =>
  parsePairs(words)?.map(({ key, value, literal }) => [key, literal ? value : typed(value)]);
