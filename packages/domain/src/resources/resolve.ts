import type { Family, Flow } from "../formats/inventory.ts";
import type { Reference } from "../reference-data/reference.ts";
import type { ResourceClass } from "../reference-data/rows.ts";
import { byCodeUnit, fold, type Text, text } from "../text/text.ts";
import { tokenSimilarity, tokensOf } from "./words.ts";

/** What a label or a code was understood as. Below {@link doubtful} the class is a question, below {@link hopeless} there is none. */
export type Resolution = {
  readonly resource: ResourceClass | null;
  readonly confidence: number;
  readonly question: Text | null;
};

export const doubtful = 0.75;
export const hopeless = 0.5;

type Entry = { readonly row: ResourceClass; readonly folded: string; readonly tokens: readonly string[] };

export type Resolver = (
  flow: Pick<Flow, "label" | "direction" | "waste_code" | "cpa" | "family" | "resource">,
) => Resolution;

/**
 * Builds the index once, then answers label by label.
 *
 * Words are compared token by token, weighted by how rare a token is among all names (marc is common to coffee
 * and grapes, café is not), with room for a typing error, an abbreviation or a plural. A waste code narrows the
 * classes; the label chooses among them.
 */
export function resolver(reference: Reference): Resolver {
  const entries: Entry[] = reference.resources.flatMap((row) =>
    [row.name.fr, row.name.en, ...row.synonyms.fr, ...row.synonyms.en].map((name) => ({
      row,
      folded: fold(name),
      tokens: tokensOf(name),
    })),
  );
  const exact = new Map<string, ResourceClass[]>();
  const spread = new Map<string, number>();
  for (const { row, folded, tokens } of entries) {
    const rows = exact.get(folded) ?? [];
    if (!rows.includes(row)) exact.set(folded, [...rows, row]);
    for (const token of new Set(tokens)) spread.set(token, (spread.get(token) ?? 0) + 1);
  }
  const weight = (token: string): number => Math.log(1 + entries.length / (1 + (spread.get(token) ?? 0)));
  // Similar words begin with the same letter, so a word is compared with one drawer of the vocabulary only.
  const drawers = new Map<string, string[]>();
  for (const token of spread.keys()) {
    const drawer = drawers.get(token.charAt(0));
    if (drawer === undefined) drawers.set(token.charAt(0), [token]);
    else drawer.push(token);
  }
  const entriesWith = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const token of new Set(entry.tokens)) {
      const list = entriesWith.get(token);
      if (list === undefined) entriesWith.set(token, [entry]);
      else list.push(entry);
    }
  const byCode = new Map<string, ResourceClass[]>();
  for (const row of reference.resources)
    for (const code of row.low) {
      const key = digits(code);
      byCode.set(key, [...(byCode.get(key) ?? []), row]);
    }

  // Companies of one territory use the same words again and again.
  const remembered = new Map<string, ReadonlyMap<ResourceClass, number>>();
  function scoresOf(label: string): Map<ResourceClass, number> {
    let known = remembered.get(label);
    if (known === undefined) {
      known = scored(label);
      if (remembered.size > 20_000) remembered.clear();
      remembered.set(label, known);
    }
    return new Map(known);
  }

  // What a waste code says by itself: the class that the List table names for it, then the others that travel under it.
  function priorsOf(code: string | null): ReadonlyMap<ResourceClass, number> {
    const priors = new Map<ResourceClass, number>();
    if (code === null) return priors;
    const listed = byCode.get(digits(code)) ?? [];
    for (const row of listed) priors.set(row, listed.length === 1 ? 0.85 : 0.55);
    const named = reference.resourceById.get(reference.wasteCode(code)?.resource ?? "");
    // A whole group ("wood", "food") is named where the code alone cannot tell: the words choose below it.
    if (named !== undefined)
      priors.set(named, Math.max(priors.get(named) ?? 0, reference.lineage(named.id).length < 3 ? 0.5 : 0.8));
    return priors;
  }

  function scored(label: string): ReadonlyMap<ResourceClass, number> {
    const scores = new Map<ResourceClass, number>();
    const folded = fold(label);
    for (const row of exact.get(folded) ?? []) scores.set(row, 1);
    const words = tokensOf(label);
    if (words.length === 0) return scores;
    // Each word of the label is read as the nearest word of the vocabulary, once, and not per entry.
    const near = words.map((word) => {
      const hits = new Map<string, number>();
      // A word that the vocabulary knows is no typing error of another: carbon is not carton.
      if (spread.has(word)) return hits.set(word, 1);
      for (const token of drawers.get(word.charAt(0)) ?? []) {
        const similarity = tokenSimilarity(word, token);
        if (similarity > 0) hits.set(token, similarity);
      }
      return hits;
    });
    const labelWeight = words.reduce((total, word, i) => {
      const best = Math.max(0, ...[...(near[i] ?? [])].map(([token, s]) => s * weight(token)));
      return total + (best > 0 ? best : weight(word) * 0.5);
    }, 0);
    const possible = new Set(near.flatMap((hits) => [...hits.keys()].flatMap((token) => entriesWith.get(token) ?? [])));
    for (const { row, tokens } of possible) {
      let found = 0;
      let wanted = 0;
      for (const token of tokens) {
        const importance = weight(token);
        wanted += importance;
        found += importance * near.reduce((best, hits) => Math.max(best, hits.get(token) ?? 0), 0);
      }
      const covers = found / wanted;
      const explains = Math.min(1, found / labelWeight);
      // Every word of the name should be there; words of the label that the name lacks cost less.
      const whole = 0.98 * covers ** 1.5 * (0.62 + 0.38 * explains);
      // A short label that a longer name contains entirely ("soude" of "soude caustique") is likely, never sure.
      const part = 0.72 * explains ** 2 * Math.sqrt(covers);
      const score = Math.max(whole, part);
      if (score > (scores.get(row) ?? 0)) scores.set(row, score);
    }
    return scores;
  }

  return (flow) => {
    if (flow.resource !== null) {
      const row = reference.resourceById.get(flow.resource);
      if (row !== undefined) return { resource: row, confidence: 1, question: null };
    }
    const scores = scoresOf(flow.label);
    for (const [row, prior] of priorsOf(flow.waste_code)) {
      const said = scores.get(row) ?? 0;
      scores.set(row, Math.max(said, prior) + (1 - Math.max(said, prior)) * 0.6 * Math.min(said, 1));
    }
    const ranked = [...scores]
      // A family root names nothing, and a group one step below it names too much to be sure of.
      .filter(([row]) => row.parent !== null)
      .map(([row, score]) => ({
        row,
        score:
          Math.min(score, isGroup(reference, row) ? doubtful - 0.01 : 1) *
          familyAgreement(flow.family, row.family) *
          directionAgreement(flow.direction, row),
      }))
      .filter(({ score }) => score > 0.2)
      .sort((a, b) => b.score - a.score || byCodeUnit(a.row.id, b.row.id));
    const [first, second] = ranked;
    if (first === undefined || first.score < hopeless)
      return {
        resource: null,
        confidence: round(first?.score ?? 0),
        question: ask(
          flow.label,
          ranked.slice(0, 3).map(({ row }) => row),
        ),
      };
    // Two readings that are nearly as good: less sure than the best alone, unless one is above the other.
    const related =
      second !== undefined &&
      (reference.lineage(first.row.id).includes(second.row) || reference.lineage(second.row.id).includes(first.row));
    const rival = second === undefined || related ? 0 : second.score;
    const confidence = round(
      first.score >= 0.999
        ? 1
        : Math.min(first.score, first.score * (1 - (0.35 * Math.max(0, rival / first.score - 0.85)) / 0.15)),
    );
    return {
      resource: confidence < hopeless ? null : first.row,
      confidence,
      question:
        confidence < doubtful
          ? ask(
              flow.label,
              ranked.slice(0, 3).map(({ row }) => row),
            )
          : null,
    };
  };
}

/** One step below the root of matter: wood, food, metals. Elsewhere the first step is already a thing one asks for. */
const isGroup = (reference: Reference, row: ResourceClass): boolean =>
  row.family === "matter" && reference.lineage(row.id).length === 2;

const digits = (code: string): string => code.replace(/\D/g, "");
const round = (value: number): number => Number(Math.min(1, value).toFixed(3));
// Tyres given off are worn, tyres bought are new: where two classes share their words, the direction tips the scale.
const directionAgreement = (direction: "in" | "out", row: ResourceClass): number =>
  (direction === "in" && row.status === "waste") || (direction === "out" && row.status === "need") ? 0.95 : 1;
const familyAgreement = (said: Family | null, family: Family): number => (said === null || said === family ? 1 : 0.4);

function ask(label: string, rows: readonly ResourceClass[]): Text {
  if (rows.length === 0)
    return text(
      `« ${label} » : aucune ressource connue ne correspond. Précisez la matière, le service ou donnez un code déchet.`,
      `"${label}": no known resource matches. Say what matter or service it is, or give a waste code.`,
    );
  return text(
    `« ${label} » : s'agit-il de ${rows.map((row) => row.name.fr.toLowerCase()).join(", ou de ")} ?`,
    `"${label}": is it ${rows.map((row) => row.name.en.toLowerCase()).join(", or ")}?`,
  );
}
