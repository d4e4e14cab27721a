import { type Lang, useWords } from "./words.tsx";

/** The words of one concept, in French and English: a key that English lacks does not compile. */
export type Catalogue<T> = Readonly<Record<Lang, T>>;

export const catalogue = <T extends object>(fr: T, en: NoInfer<T>): Catalogue<T> => ({ fr, en });

/** The words of a concept in the language of the screen. */
export const useCatalogue = <T>(words: Catalogue<T>): T => words[useWords().lang];
