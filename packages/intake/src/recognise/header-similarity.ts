import { fold } from "@simbiosi/domain";
import { clean } from "../cells/cell.ts";
import { parseMeasure, parseScaled, periodWords, unitWords } from "../vocabulary/units.ts";
import { foreignHeaders, usualHeaders } from "./usual-headers.ts";

/** What a header may mean, and how surely from 0 to 1. */
export type Likeness = { readonly meaning: string; readonly score: number };

/** Words that carry no meaning of their own in a header. */
const empty = new Set(
  "de du des la le les l d en et ou a au aux par un une votre vos nos notre que quel quelle quels quelles sont principaux principales avez est ce cette il y vous nous je the of your our per in annuel annuelle annuels annuelles annual an mensuel mensuelle ht".split(
    " ",
  ),
);

type Phrase = { readonly words: readonly string[]; readonly meaning: string };
const NONE = "none";

/** `Quantités annuelles (t)` → quantite: brackets, measures and empty words out, plurals brought to one. */
function wordsIn(header: string): string[] {
  const bare = clean(header).replace(/[([][^()[\]]*[)\]]/g, " ");
  const measured = bare
    .replace(/€\s*(ht)?\s*\/?\s*[\p{L}\d³²]*/giu, " ")
    .replace(/\/\s*(an|mois|t|jour|tonne)\b/gi, " ");
  const all = fold(measured)
    .split(" ")
    .filter((word) => word !== "");
  const kept = all.filter((word) => !empty.has(word));
  return (kept.length > 0 ? kept : all).map(singular);
}

const singular = (word: string): string => (word.length > 3 ? word.replace(/[sx]$/, "") : word);

const phrasesOf = (table: "establishments" | "flows"): readonly Phrase[] => [
  ...Object.entries(usualHeaders[table]).flatMap(([meaning, headers]) =>
    headers.map((header) => ({ words: wordsIn(header), meaning })),
  ),
  ...foreignHeaders.map((header) => ({ words: wordsIn(header), meaning: NONE })),
];
const phrases = { establishments: phrasesOf("establishments"), flows: phrasesOf("flows") };

const MAX_LENGTH = 90;
const MAX_KNOWN = 3000;
const known = { establishments: new Map<string, readonly Likeness[]>(), flows: new Map<string, readonly Likeness[]>() };

/**
 * What a header may mean in a table, best first: by the usual headers, in whatever order and number their words come,
 * with a slip of the keyboard allowed in long words. Empty when it resembles none, or resembles more something that is
 * no field ("nom du contact").
 */
export function likenesses(table: "establishments" | "flows", header: string): readonly Likeness[] {
  if (header.length > MAX_LENGTH) return [];
  const before = known[table].get(header);
  if (before !== undefined) return before;
  const words = wordsIn(header);
  const best = new Map<string, number>();
  for (const phrase of phrases[table]) {
    const score = scoreOf(phrase.words, words);
    if (score > (best.get(phrase.meaning) ?? 0)) best.set(phrase.meaning, score);
  }
  const foreign = best.get(NONE) ?? 0;
  best.delete(NONE);
  const found = [...best]
    .filter(([, score]) => score > foreign)
    .map(([meaning, score]) => ({ meaning, score }))
    .toSorted((a, b) => b.score - a.score || (a.meaning < b.meaning ? -1 : 1));
  if (known[table].size >= MAX_KNOWN) known[table].clear();
  known[table].set(header, found);
  return found;
}

/** 1 for the same words; less as the header says more than the phrase; 0 when a word of the phrase is missing. */
function scoreOf(phrase: readonly string[], header: readonly string[]): number {
  let found = 0;
  let slips = 0;
  for (const word of phrase) {
    const same = header.includes(word);
    if (!same && !header.some((other) => slipped(word, other))) return 0;
    if (!same) slips++;
    found += word.length;
  }
  const length = header.reduce((sum, word) => sum + word.length, 0);
  const coverage = Math.min(1, found / Math.max(1, length));
  const exact = phrase.length === header.length;
  const leads = header[0] === phrase[0] || slips > 0;
  return (exact ? 1 : 0.5 + 0.4 * coverage + (leads ? 0.07 : 0)) * 0.92 ** slips;
}

/** Whether two long words differ by one letter missing, added, changed or swapped with its neighbour. */
export function slipped(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/** The year that a header names: what "Tonnage 2025" holds is a quantity of a year. */
export const yearIn = (header: string): number | undefined => {
  const year = /(?<!\d)20\d\d(?!\d)/.exec(header)?.[0];
  return year === undefined ? undefined : Number(year);
};

/**
 * The unit and period that the words of a quantity's header say, in the form of brackets: `Tonnage annuel` → `t/an`,
 * `Quantité (kg) par mois` → `kg/mois`. Empty when they say none.
 */
export function measureIn(header: string): string {
  const bracketed = /[([]\s*([^()[\]]*?)\s*[)\]]/.exec(header)?.[1] ?? "";
  const scaled = parseScaled(bracketed);
  if (scaled !== undefined && scaled.times !== 1) return bracketed;
  const words = clean(header)
    .replace(/[([][^()[\]]*[)\]]/g, " ")
    .split(/[\s,;:]+|(?=\/)/);
  const inBrackets = parseMeasure(bracketed) ?? parseMeasure(header);
  const said = words.map((word) => parseMeasure(word)).filter((measure) => measure !== undefined);
  const unit = inBrackets?.unit ?? said.find((measure) => measure.unit !== null)?.unit ?? null;
  const period =
    inBrackets?.period ??
    said.find((measure) => measure.period !== null)?.period ??
    words.map((word) => periodWords.parse(word)).find((one) => one !== undefined && one !== "once") ??
    (yearIn(header) === undefined ? null : "year");
  const per = period === null ? "" : `/${periodWords.french(period)}`;
  return `${unit === null ? "" : unitWords.french(unit)}${per}`;
}
