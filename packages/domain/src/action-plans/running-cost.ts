import { type Figure, leavesOf, sum } from "../figures/figure.ts";
import { text } from "../text/text.ts";

const label = text("Fonctionnement annuel", "Yearly running cost");

// An investment is the only amount in euros that no period divides: a cost that rests on one is its capital charge.
const isCapitalCharge = (cost: Figure): boolean => leavesOf(cost).some(({ unit }) => unit === "EUR");

/**
 * What a lead costs to run in a year, excluding the charge of its capital: the costs that its gain subtracts.
 * @param gain a sum of signed items in EUR/yr, as the assessment makes it
 */
export function runningCost(gain: Figure): Figure {
  const { operation, inputs } = gain;
  const costs =
    operation.kind !== "sum"
      ? []
      : inputs.filter(
          (input, i) => operation.signs?.[i] === -1 && input.state !== "not-applicable" && !isCapitalCharge(input),
        );
  return sum(label, "EUR/yr", costs);
}
