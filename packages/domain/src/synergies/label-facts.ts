import type { Reference } from "../reference-data/reference.ts";
import { wordsOf } from "../resources/words.ts";
import { fold } from "../text/text.ts";

type Value = string | number | boolean;
/** Folded words in a row; the last one may have any ending. */
type Phrase = { readonly words: readonly string[]; readonly open: boolean };
type Told = {
  readonly fact: string;
  readonly lines: readonly { readonly phrases: readonly Phrase[]; readonly value: Value }[];
};

/** Said up to three words before, they turn a word round: sans amiante, ne contient pas de PCB, free of asbestos. */
const denials = new Set(
  "sans pas ni non aucun aucune aucuns exempt exempte exempts exemptes hors jamais without no not none free zero".split(
    " ",
  ),
);
const reach = 3;

function phraseOf(written: string): Phrase {
  return { words: fold(written).split(" "), open: written.endsWith("*") };
}

const known = new WeakMap<Reference, ReadonlyMap<"offer" | "need", readonly Told[]>>();

function toldBy(reference: Reference, side: "offer" | "need"): readonly Told[] {
  let sides = known.get(reference);
  if (sides === undefined) {
    const of = (one: string): readonly Told[] =>
      reference.facts.flatMap(({ id, label }) =>
        label === undefined || !id.startsWith(`${one}.`)
          ? []
          : [{ fact: id, lines: label.map(({ words, value }) => ({ phrases: words.map(phraseOf), value })) }],
      );
    sides = new Map([
      ["offer", of("offer")],
      ["need", of("need")],
    ]);
    known.set(reference, sides);
  }
  return sides.get(side) ?? [];
}

function says(label: readonly string[], { words, open }: Phrase): boolean {
  return label.some((_, start) => {
    const met = words.every((word, i) => {
      const said = label[start + i] ?? "";
      return open && i === words.length - 1 ? said.startsWith(word) : said === word;
    });
    const before = label.slice(Math.max(0, start - reach), start);
    return met && label[start + words.length] !== "free" && !before.some((word) => denials.has(word));
  });
}

/**
 * What the label of a flow answers by itself, whatever its class: rubble "with asbestos" is asbestos waste, even where
 * the class says rubble. A word that is denied ("sans amiante", "asbestos-free") answers nothing: it is for the
 * company to declare.
 */
export function labelFacts(
  reference: Reference,
  side: "offer" | "need",
  label: string,
): readonly (readonly [fact: string, value: Value])[] {
  const told = toldBy(reference, side);
  if (told.length === 0) return [];
  const words = wordsOf(label);
  return told.flatMap(({ fact, lines }) => {
    const line = lines.find(({ phrases }) => phrases.some((phrase) => says(words, phrase)));
    return line === undefined ? [] : [[fact, line.value] as const];
  });
}
