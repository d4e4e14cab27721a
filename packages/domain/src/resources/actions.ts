import { isA, type Reference } from "../reference-data/reference.ts";
import type { LexiconRow, ResourceClass } from "../reference-data/rows.ts";
import { partsOf, type Scores } from "./label-scores.ts";
import type { Lexicon } from "./lexicon.ts";
import { measured } from "./measures.ts";
import { stem, wordsOf } from "./words.ts";

/** The services that a label asks for by a verb and its object, with how surely it does. */
export type Actions = (label: string, scoresOf: (label: string) => Scores) => ReadonlyMap<ResourceClass, number>;

// An object that is hardly known makes no service; one that is sure makes it nearly so.
const leastObject = 0.5;
const composed = (object: number): number => Math.min(0.97, 0.6 + 0.37 * object);
const saidByOtherWords = 0.9;
const nothingBeside = 0.9;
const unknownBeside = 0.78;
// Of the classes that an action may mean, the first is the usual one.
const lessUsual = 0.98;

type Phrase = { readonly tokens: readonly string[]; readonly row: LexiconRow };

/**
 * "Laver nos poids lourds" asks for a wash, not for lorries, and "enlèvement des cartons" for a round, not for card: what is
 * asked is the action and what it is done to. So a service is known by a few verbs and all the names of all things.
 */
export function actionsOf(reference: Reference, lexicon: Lexicon): Actions {
  const spoken = (words: readonly string[]): readonly string[] =>
    words.filter((word) => !lexicon.isSilent(word) && !lexicon.isAside(word));
  const phrases: Phrase[] = reference.lexicon
    .filter(({ kind }) => kind === "action")
    .flatMap((row) => row.words.map((written) => ({ row, tokens: spoken(wordsOf(written)).map(stem) })))
    .filter(({ tokens }) => tokens.length > 0)
    .sort((a, b) => b.tokens.length - a.tokens.length);
  const isLight = (token: string): boolean => lexicon.isLight(token) || lexicon.stateOf(token) !== undefined;
  const classes = (ids: readonly string[]): readonly ResourceClass[] =>
    ids.flatMap((id) => reference.resourceById.get(id) ?? []);

  /** How well the object is of one of the classes. */
  const objectOf = (scores: Scores, on: readonly string[]): number => {
    let best = 0;
    for (const [row, score] of scores) if (score > best && on.some((id) => isA(reference, row.id, id))) best = score;
    return best;
  };

  /** What the action is called by its object, where the object or the other words tell. */
  const bestOf = ({ acts }: LexiconRow, object: Scores, told: readonly string[]) => {
    let best: { is: readonly string[]; score: number } | undefined;
    for (const { on, with: other, is } of acts) {
      if (other.length > 0 && !other.some((word) => told.includes(stem(wordsOf(word)[0] ?? "")))) continue;
      const score = on.length === 0 ? saidByOtherWords : objectOf(object, on);
      if (score >= leastObject && score > (best?.score ?? 0)) best = { is, score };
    }
    return best;
  };

  const read = (
    words: readonly string[],
    parts: readonly string[],
    scoresOf: (label: string) => Scores,
    found: Map<ResourceClass, number>,
  ): void => {
    // "Fork lift refresher for three drivers": what comes after "for" is no object, unless nothing else is ("somewhere to bale card").
    const first = words.findIndex((word) => !lexicon.isSilent(word) && !lexicon.isAside(word));
    const turn = words.findIndex((word, i) => i > first && lexicon.isAside(word));
    const all = spoken(words);
    const head = turn < 0 ? all : spoken(words.slice(0, turn));
    const told = all.map(stem);
    const tokens = head.map(stem);
    // A quality before or after ("spare bottling capacity") leaves the action where it is: first or last.
    const weighty = tokens.flatMap((token, i) => (isLight(token) ? [] : [i]));
    const at = ({ tokens: phrase, row }: Phrase): number => {
      const matches = (from: number): boolean => from >= 0 && phrase.every((token, i) => tokens[from + i] === token);
      const firsts = [0, weighty[0] ?? 0];
      const lasts = row.last ? [tokens.length, (weighty.at(-1) ?? 0) + 1].map((end) => end - phrase.length) : [];
      return [...firsts, ...lasts].find(matches) ?? -1;
    };
    // The longest phrase of an action speaks for it.
    const heard = new Set<LexiconRow>();
    for (const phrase of phrases) {
      const from = heard.has(phrase.row) ? -1 : at(phrase);
      if (from < 0) continue;
      heard.add(phrase.row);
      const { alone } = phrase.row;
      const beside = [...head.slice(0, from), ...head.slice(from + phrase.tokens.length)];
      const rest = beside.length > 0 ? beside : all.slice(head.length);
      // "Enlèvement des déchets": a word of state is no object.
      const object = rest.every((word) => isLight(stem(word)))
        ? new Map<ResourceClass, number>()
        : scoresOf(rest.join(" "));
      const best = bestOf(phrase.row, object, told);
      const sure = Math.max(0, ...object.values()) >= leastObject;
      const byItself = object.size === 0 ? nothingBeside : sure ? 0 : unknownBeside;
      // "Enlèvement (carton, verre)": of two objects the action alone is what is known.
      const named = new Set(parts.flatMap((part) => bestOf(phrase.row, scoresOf(part), [])?.is[0] ?? []));
      const both = best !== undefined && alone.length > 0 && named.size > 1;
      const [means, how] =
        best === undefined ? [alone, byItself] : both ? [alone, composed(best.score)] : [best.is, composed(best.score)];
      classes(means).forEach((row, i) => {
        const value = how * (i === 0 ? 1 : lessUsual);
        if (value > (found.get(row) ?? 0)) found.set(row, value);
      });
    }
  };

  return (label, scoresOf) => {
    const found = new Map<ResourceClass, number>();
    const { words } = measured(label);
    const parts = partsOf(words);
    read(wordsOf(words), parts.length > 1 ? parts : [], scoresOf, found);
    // "Telehandler ticket, two lads": what comes first says what is asked.
    if (found.size === 0 && parts[0] !== undefined && parts.length > 1) read(wordsOf(parts[0]), [], scoresOf, found);
    return found;
  };
}
