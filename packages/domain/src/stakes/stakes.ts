import type { Figure } from "../figures/figure.ts";
import type { StakeRow } from "../reference-data/rows.ts";
import { fold, type Text, text } from "../text/text.ts";
import { indicatorFigure } from "./indicators.ts";
import type { StakeInput } from "./stake-input.ts";

/** Something that shows a stake: a figure worked out from the inventory, or what the territory declared. */
export type StakeEvidence =
  | { readonly kind: "figure"; readonly figure: Figure }
  | { readonly kind: "declared"; readonly header: string; readonly words: string };

/** A stake of the call with what shows it. Without evidence it is to be documented: it is never scored. */
export type Stake = {
  readonly row: StakeRow;
  readonly evidence: readonly StakeEvidence[];
  readonly documented: boolean;
  /** The one line to print: what shows it, or what to gather. */
  readonly toDocument: Text | null;
};

/**
 * The stakes of the call, in its order, each with its named indicators or declared evidence. An indicator that is
 * unknown, not applicable or nil shows nothing, so that a stake is never claimed on an empty figure.
 */
export function stakesOf(input: StakeInput): readonly Stake[] {
  const { setting, inventory } = input.diagnosis;
  const declared = new Map(
    Object.entries(inventory.territory.extra ?? {}).flatMap(([header, value]) =>
      value === null || String(value).trim() === "" ? [] : [[fold(header), { header, words: String(value) }] as const],
    ),
  );
  return setting.reference.stakes.map((row) => {
    const evidence: StakeEvidence[] = [];
    for (const id of row.indicators) {
      const figure = indicatorFigure(input, id);
      if (figure.state === "known" && figure.value > 0) evidence.push({ kind: "figure", figure });
    }
    for (const header of row.declared) {
      const found = declared.get(fold(header));
      if (found !== undefined) evidence.push({ kind: "declared", ...found });
    }
    const documented = evidence.length > 0;
    return {
      row,
      evidence,
      documented,
      toDocument: documented
        ? null
        : text(
            `À documenter : ${lowerFirst(row.to_document.fr)}`,
            `To be documented: ${lowerFirst(row.to_document.en)}`,
          ),
    };
  });
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
