import { readdirSync } from "node:fs";
import { join } from "node:path";
import { vi } from "vitest";

// Catalogues are read here as data: the library of widgets beside them is not wanted.
vi.mock("react-aria-components", () => ({ I18nProvider: undefined }));

export type Lang = "fr" | "en";
const source = join(import.meta.dirname, "../../../apps/web/src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) =>
  /(^|\/|-)words\.ts$/.test(name),
);

/** What a catalogue says: its sentences, and those that it makes from a number or a name, tried with each. */
function* sentences(said: unknown): Generator<string> {
  if (typeof said === "string") yield said;
  else if (typeof said === "function")
    for (const given of [1, 7]) {
      try {
        yield* sentences(said(...Array(said.length).fill(given)));
      } catch {
        // It wants something else than numbers: the sentence is left out.
      }
    }
  else if (typeof said === "object" && said !== null) for (const inner of Object.values(said)) yield* sentences(inner);
}

/** Numbers vary: a sentence is known by the rest of it. */
const bare = (sentence: string): string => sentence.replace(/\d+/g, "#").trim();

async function catalogues(): Promise<Record<Lang, Set<string>>> {
  const all = { fr: new Set<string>(), en: new Set<string>() };
  const keep = (lang: Lang, said: unknown): void => {
    for (const sentence of sentences(said)) all[lang].add(bare(sentence));
  };
  for (const name of files)
    for (const words of Object.values((await import(join(source, name))) as Record<string, unknown>))
      if (typeof words === "object" && words !== null && "fr" in words && "en" in words) {
        keep("fr", words.fr);
        keep("en", words.en);
      }
  for (const lang of ["fr", "en"] as const)
    keep(lang, ((await import(join(source, `words/${lang}.ts`))) as Record<string, unknown>)[lang]);
  return all;
}

const known = await catalogues();

// Words that one language has and the other has not, and that no name of a company bears.
const english = /\b(the|of|and|is|are|to|from|with|this|by|no|not|yet|per)\b/gi;

/**
 * The texts of a screen that are of the other language: a sentence of its catalogue, or one with several of its words.
 * What people typed is French here, so an English screen is told by catalogues alone.
 */
export function ofOtherLanguage(texts: readonly string[], lang: Lang): readonly string[] {
  const other = lang === "fr" ? "en" : "fr";
  const foreign = (text: string): boolean => {
    const shape = bare(text);
    if (known[lang].has(shape)) return false;
    if (known[other].has(shape) && /\p{L}{2}/u.test(shape)) return true;
    return lang === "fr" && (text.match(english)?.length ?? 0) >= 2;
  };
  return texts.filter(foreign);
}

/** Whether the screens have a word of their own that is written like this key. */
export const isWord = (key: string, lang: Lang): boolean => known[lang].has(key);
