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

// Over a thousand factors, asked for every pair of classes: only the rows of one class are looked at.
const rowsByClass = new WeakMap<readonly Factor[], ReadonlyMap<string, readonly Factor[]>>();
const placeOf = (quantity: FactorQuantity, resource: string | null): string => `${quantity} ${resource ?? ""}`;

const rowsOf = (factors: readonly Factor[]): ReadonlyMap<string, readonly Factor[]> => {
  const known = rowsByClass.get(factors);
  if (known !== undefined) return known;
  const rows = new Map<string, Factor[]>();
  for (const row of factors) {
    const place = placeOf(row.quantity, row.resource);
    const there = rows.get(place);
    if (there === undefined) rows.set(place, [row]);
    else there.push(row);
  }
  rowsByClass.set(factors, rows);
  return rows;
};

/**
 * The factor that speaks most closely of a resource: its own class before its ancestors, its route before any,
 * its context before any, the latest in force; at each class what the user gave comes first. Undefined when the reference says nothing: unknown is not zero.
 */
export function findFactor(reference: Reference, question: FactorQuestion): Factor | undefined {
  const line = question.resource === null ? [] : reference.lineage(question.resource).map((row) => row.id);
  const [own, rows] = [rowsOf(reference.ownFactors), rowsOf(reference.factors)];
  for (const resource of [...line, null]) {
    const place = placeOf(question.quantity, resource);
    const found = closest(own.get(place) ?? [], question) ?? closest(rows.get(place) ?? [], question);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Among the rows of one class; of two that speak equally closely, the first of the table. */
function closest(rows: readonly Factor[], { unit, context, route = null, day }: FactorQuestion): Factor | undefined {
  let best: Factor | undefined;
  let bestScore = -1;
  for (const row of rows) {
    if (unit !== undefined && factorBetween(row.number.unit, unit) === undefined) continue;
    if (row.context !== null && row.context !== context) continue;
    if (row.route !== null && row.route !== route) continue;
    if (row.valid_from !== null && row.valid_from > day) continue;
    if (row.valid_to !== null && row.valid_to < day) continue;
    const score = (row.route === null ? 0 : 2) + (row.context === null ? 0 : 1);
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
