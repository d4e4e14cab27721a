import { type Figure, given, product } from "../figures/figure.ts";
import { text } from "../text/text.ts";

/** kgCO2e/t as tCO2e/t: the same rate in the unit that the quantity asks for. An unknown rate only changes its unit. */
export const inUnit = (rate: Figure, unit: string): Figure =>
  rate.unit === unit ? rate : rate.state === "known" ? product(rate.label, unit, [rate]) : { ...rate, unit };

export const unitForUnit = (over: string, under: string): Figure =>
  given({
    label: text("Unité pour unité", "Unit for unit"),
    value: 1,
    unit: `${over}/${under}`,
    source: "definition",
    date: null,
  });
