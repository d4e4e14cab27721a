import { type Figure, unknown } from "../figures/figure.ts";
import { leafOf, type Reference } from "../reference-data/reference.ts";
import type { DatedValue } from "../reference-data/rows.ts";
import type { Text } from "../text/text.ts";

export type ValueQuestion = {
  readonly key: string;
  readonly context: string;
  readonly day: string;
  /** Null: what is in force. A scenario that has no row of its own answers with what is in force. */
  readonly scenario?: string | null;
};

/**
 * The row of a key that speaks of a place and a day: the scenario asked for before none, its own context before any,
 * the latest in force; ties break on id. Undefined when the reference says nothing.
 */
export function findValue(reference: Reference, question: ValueQuestion): DatedValue | undefined {
  const { key, context, day, scenario = null } = question;
  const rank = (row: DatedValue): number => (row.scenario === null ? 0 : 2) + (row.context === null ? 0 : 1);
  return reference.values
    .filter(
      (row) =>
        row.key === key &&
        (row.context === null || row.context === context) &&
        (row.scenario === null || row.scenario === scenario) &&
        (row.valid_from === null || row.valid_from <= day) &&
        (row.valid_to === null || day <= row.valid_to),
    )
    .sort(
      (a, b) =>
        rank(b) - rank(a) ||
        (a.valid_from === b.valid_from ? 0 : (a.valid_from ?? "") < (b.valid_from ?? "") ? 1 : -1) ||
        (a.id < b.id ? -1 : 1),
    )[0];
}

/** The same as a figure: a leaf with its source, or an unknown that says what is missing. */
export function valueFigure(reference: Reference, question: ValueQuestion, label: Text, unit: string): Figure {
  const row = findValue(reference, question);
  return row === undefined ? unknown(label, unit) : leafOf(row.label, row.number);
}
