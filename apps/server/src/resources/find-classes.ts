import { byCodeUnit, fold, type Reference, type ResourceClass } from "@simbiosi/domain";

const wordsIn = (words: string): readonly string[] =>
  fold(words)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);
/** "palettes" finds "palette": the beginning of a word is enough. */
const meets = (asked: string, word: string): boolean => word.startsWith(asked.slice(0, Math.max(4, asked.length - 2)));

/**
 * Classes whose names or other names, in either language, hold words of what is asked: most of the words first, then
 * the shortest name, which says least beside them.
 */
export function findClasses(reference: Reference, asked: string, most: number): readonly ResourceClass[] {
  const wanted = wordsIn(asked);
  if (wanted.length === 0) return [];
  return reference.resources
    .flatMap((row) => {
      if (row.parent === null) return [];
      const names = [row.name.fr, row.name.en, ...row.synonyms.fr, ...row.synonyms.en];
      const best = Math.max(
        ...names.map((name) => {
          const words = wordsIn(name);
          const met = wanted.filter((one) => words.some((word) => meets(one, word))).length;
          return met === 0 ? 0 : met / wanted.length + met / Math.max(words.length, wanted.length);
        }),
      );
      return best === 0 ? [] : [{ row, best }];
    })
    .sort((a, b) => b.best - a.best || a.row.name.fr.length - b.row.name.fr.length || byCodeUnit(a.row.id, b.row.id))
    .slice(0, most)
    .map(({ row }) => row);
}
