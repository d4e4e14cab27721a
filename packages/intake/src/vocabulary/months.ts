import { foldKey } from "./fold-key.ts";

/** The headers of the twelve columns, January first. */
export const monthHeaders = [
  "Janv",
  "Févr",
  "Mars",
  "Avr",
  "Mai",
  "Juin",
  "Juil",
  "Août",
  "Sept",
  "Oct",
  "Nov",
  "Déc",
] as const;

/** The same in English. */
export const englishMonths = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
] as const;

const spellings: readonly (readonly string[])[] = [
  ["janvier", "janv", "jan", "january"],
  ["fevrier", "fevr", "fev", "feb", "february"],
  ["mars", "mar", "march"],
  ["avril", "avr", "apr", "april"],
  ["mai", "may"],
  ["juin", "jun", "june"],
  ["juillet", "juil", "jul", "july"],
  ["aout", "aou", "aug", "august"],
  ["septembre", "sept", "sep", "september"],
  ["octobre", "oct", "october"],
  ["novembre", "nov", "november"],
  ["decembre", "dec", "december"],
];
const byName = new Map(spellings.flatMap((names, month) => names.map((name) => [name, month] as const)));

/** 0 for janvier, janv., January … 11 for déc.; undefined for any other word. */
export const monthOf = (words: string): number | undefined => byName.get(foldKey(words));

const seasons: Record<string, readonly number[]> = {
  printemps: [2, 3, 4],
  spring: [2, 3, 4],
  ete: [5, 6, 7],
  summer: [5, 6, 7],
  automne: [8, 9, 10],
  autumn: [8, 9, 10],
  fall: [8, 9, 10],
  hiver: [11, 0, 1],
  winter: [11, 0, 1],
};
for (const quarter of [1, 2, 3, 4]) {
  const months = [0, 1, 2].map((month) => 3 * (quarter - 1) + month);
  const nth = quarter === 1 ? "1er" : `${quarter}e`;
  for (const words of [
    `t${quarter}`,
    `q${quarter}`,
    `${nth}trimestre`,
    `${quarter}emetrimestre`,
    `trimestre${quarter}`,
  ])
    seasons[words] = months;
}
for (const half of [1, 2])
  for (const words of [`s${half}`, `${half === 1 ? "1er" : "2e"}semestre`, `${half}emesemestre`, `semestre${half}`])
    seasons[words] = [0, 1, 2, 3, 4, 5].map((month) => 6 * (half - 1) + month);
const wholeYear = new Set([
  "toutelannee",
  "touteannee",
  "annee",
  "alannee",
  "allyear",
  "allyearround",
  "yearround",
  "continu",
]);

/**
 * Weights 0 or 1 of the months that a Saison cell names: a range that may pass the new year (`nov-janv`,
 * `de mai à septembre`), a list (`juin, juillet et août`), a season, `toute l'année`, or several of them.
 *
 * @returns undefined when a word is none of these
 */
export function parseSeason(words: string): number[] | undefined {
  const weights = Array.from({ length: 12 }, () => 0);
  const pieces = words.split(/[,;+/\n]|\bet\b|\band\b|&/i).filter((piece) => piece.trim() !== "");
  if (pieces.length === 0) return undefined;
  for (const piece of pieces) {
    const months = monthsOf(piece.trim());
    if (months === undefined) return undefined;
    for (const month of months) weights[month] = 1;
  }
  return weights;
}

function monthsOf(piece: string): readonly number[] | undefined {
  const bare = piece.replace(/^(?:(?:de|du|from|en|au)\s+|[dl]['’]\s*)/i, "");
  if (wholeYear.has(foldKey(piece))) return Array.from({ length: 12 }, (_, month) => month);
  const season = seasons[foldKey(bare)] ?? seasons[foldKey(piece)];
  if (season !== undefined) return season;
  const one = /[-–—→]/.test(bare) ? undefined : (monthOf(bare) ?? monthOf(piece)); // "juin-" is half a range
  if (one !== undefined) return [one];
  const [from, to, ...more] = bare.split(/\s*[-–—→]\s*|\s+(?:à|a|au|to|until|jusqu['’]en|jusqu['’]à)\s+/i);
  const first = from === undefined ? undefined : monthOf(from);
  const last = to === undefined ? undefined : monthOf(to);
  if (first === undefined || last === undefined || more.length > 0) return undefined;
  return Array.from({ length: ((last - first + 12) % 12) + 1 }, (_, i) => (first + i) % 12);
}
