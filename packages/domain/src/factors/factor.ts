import { type Figure, unknown } from "../figures/figure.ts";
import { leafOf, type Reference } from "../reference-data/reference.ts";
import type { Factor, FactorQuantity } from "../reference-data/rows.ts";
import type { Text } from "../text/text.ts";
import { factorBetween } from "../units/unit.ts";

export type FactorQuestion = {
  quantity: FactorQuantity;
  resource: string | null;
  route?: string | null;
  context: string;
  day: string;
  /** What the answer is asked in: a factor per tonne says nothing of a flow counted in pieces. */
  unit?: string;
};

/**
 * The factor that speaks most closely of a resource: its own class before its ancestors, its route before any,
 * its context before any, the latest in force. Undefined when the reference says nothing: unknown is not zero.
 */
export function findFactor(reference: Reference, question: FactorQuestion): Factor | undefined {
  const line = question.resource === null ? [] : reference.lineage(question.resource).map((row) => row.id);
  let best: Factor | undefined;
  let bestScore = -1;
  for (const row of reference.factors) {
    if (row.quantity !== question.quantity) continue;
    if (question.unit !== undefined && factorBetween(row.number.unit, question.unit) === undefined) continue;
    if (row.context !== null && row.context !== question.context) continue;
    if (row.route !== null && row.route !== (question.route ?? null)) continue;
    if (row.valid_from !== null && row.valid_from > question.day) continue;
    if (row.valid_to !== null && row.valid_to < question.day) continue;
    const depth = row.resource === null ? line.length : line.indexOf(row.resource);
    if (depth === -1) continue;
    const score = (line.length - depth) * 4 + (row.route === null ? 0 : 2) + (row.context === null ? 0 : 1);
    const later = score === bestScore && (row.valid_from ?? "") > (best?.valid_from ?? "");
    if (score > bestScore || later) [best, bestScore] = [row, score];
  }
  return best;
}

/** The same as a figure: a leaf with its source, or an unknown that says what is missing. */
export function factorFigure(reference: Reference, question: FactorQuestion, label: Text, unit: string): Figure {
  const row = findFactor(reference, { ...question, unit });
  return row === undefined ? unknown(label, unit) : leafOf(row.label, row.number);
}
