import type { KnownFlow } from "@simbiosi/domain";
import { type Candidates, pairAt } from "./candidates.ts";
import type { Selection } from "./select.ts";

/**
 * The chosen rows without those that a guess adds to what is known: two flows that a sure reading already joins, or
 * that the law keeps apart under it, are not joined again; of several guesses about one pair the surest stays.
 */
export function surestRows(
  flows: readonly KnownFlow[],
  c: Candidates,
  { chosen, refused }: Selection,
): readonly number[] {
  const pair = (row: number): string => {
    const { offer, need } = pairAt(flows, c, row);
    return JSON.stringify([offer.flow.id, need.flow.id]);
  };
  const isGuess = (row: number): boolean => {
    const { offer, need } = pairAt(flows, c, row);
    return offer.guess || need.guess;
  };
  if (!chosen.some(isGuess)) return chosen;
  const sureness = (row: number): number => {
    const { offer, need } = pairAt(flows, c, row);
    return offer.confidence * need.confidence;
  };
  const settled = new Set([...chosen, ...refused].filter((row) => !isGuess(row)).map(pair));
  const surest = new Map<string, number>();
  for (const row of chosen) {
    if (!isGuess(row)) continue;
    const key = pair(row);
    const other = surest.get(key);
    if (!settled.has(key) && (other === undefined || sureness(row) > sureness(other))) surest.set(key, row);
  }
  return chosen.filter((row) => !isGuess(row) || surest.get(pair(row)) === row);
}
