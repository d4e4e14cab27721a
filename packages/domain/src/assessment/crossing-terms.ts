import { valueFigure } from "../factors/dated-value.ts";
import { factorFigure } from "../factors/factor.ts";
import { type Figure, given, product, quotient, sum } from "../figures/figure.ts";
import { parameter } from "../reference-data/reference.ts";
import type { ResourceClass } from "../reference-data/rows.ts";
import { text } from "../text/text.ts";
import { inUnit } from "./rates.ts";
import type { Setting } from "./setting.ts";
import type { Term } from "./terms.ts";

/**
 * What a crossing by ferry adds to an exchange of matter, per unit given: the berth of a trailer, by the metre, and the
 * ship's emissions over its sea kilometres. It comes on top of the road on both shores.
 * @param seaKm of the crossing; none for a trip that stays ashore
 */
export function crossingTerms(
  { reference, context, day }: Setting,
  from: ResourceClass,
  seaKm: number,
): readonly Term[] {
  if (seaKm <= 0 || from.family !== "matter") return [];
  const ask = (key: string, unit: string): Figure =>
    valueFigure(reference, { key, context: context.id, day }, text("Traversée", "Crossing"), unit);
  const berth = product(text("Place d'une remorque à bord", "Berth of a trailer on board"), "EUR", [
    sum(text("Prix du mètre linéaire", "Price of a linear metre"), "EUR/m", [
      ask("ferry.freight", "EUR/m"),
      ask("ferry.ets", "EUR/m"),
    ]),
    parameter(reference, "ferry.trailer-length"),
  ]);
  const load = valueFigure(
    reference,
    { key: "lorry.mean-load", context: context.id, day },
    text("Charge moyenne", "Mean load"),
    "t",
  );
  const sea = given({
    label: text("Distance en mer", "Distance at sea"),
    value: seaKm,
    unit: "km",
    source: "team-estimate",
    date: null,
  });
  const perTonne = {
    gain: quotient(text("Traversée par tonne", "Crossing per tonne"), "EUR/t", berth, load),
    co2e: product(text("Émissions de la traversée par tonne", "Emissions of the crossing per tonne"), "tCO2e/t", [
      ask("ferry.co2e", "kgCO2e/(t.km)"),
      sea,
    ]),
  };
  const density = (): Figure =>
    factorFigure(
      reference,
      { quantity: "density", resource: from.id, context: context.id, day },
      text("Masse volumique", "Density"),
      `t/${from.unit}`,
    );
  return (["gain", "co2e"] as const).map((metric): Term => {
    const label = text("Traversée par ferry", "Ferry crossing");
    const unit = `${metric === "gain" ? "EUR" : "tCO2e"}/${from.unit}`;
    const rate =
      from.unit === "t" ? inUnit(perTonne[metric], unit) : product(label, unit, [perTonne[metric], density()]);
    return { id: `crossing.${metric}`, metric, basis: "per-unit", sign: -1, label, rate, role: "need" };
  });
}
