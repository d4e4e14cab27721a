import { type Route, ratioLabelOf } from "../conversions/route.ts";
import { factorFigure } from "../factors/factor.ts";
import { type Figure, product, quotient } from "../figures/figure.ts";
import { rateUnit } from "../matching/known-flow.ts";
import { leafOf, parameter, parameterValue, type Reference } from "../reference-data/reference.ts";
import type { ResourceClass } from "../reference-data/rows.ts";
import { text } from "../text/text.ts";
import { annuity } from "./capital.ts";
import { inUnit } from "./rates.ts";
import { remembered } from "./remembered.ts";
import type { Setting } from "./setting.ts";
import type { Term } from "./terms.ts";

// The lorry is the same for all that leaves a class, what is done on the way for all that takes the route.
const lorries = new WeakMap<Setting, Map<string, readonly Term[]>>();
const works = new WeakMap<Setting, Map<string, readonly Term[]>>();
const ways = new WeakMap<readonly Term[], WeakMap<readonly Term[], readonly Term[]>>();
const nobody: ReadonlyMap<string, unknown> = new Map();
const perSetting = () => new Map<string, readonly Term[]>();

/**
 * Terms of the way between: lorry, process, link and coordination, per unit given.
 * They are borne by the taker unless the parties agree otherwise.
 * @param hosted by process, those for which nothing is bought
 */
export function wayTerms(
  setting: Setting,
  from: ResourceClass,
  route: Route,
  hosted: ReadonlyMap<string, unknown> = nobody,
): readonly Term[] {
  const lorry = remembered(remembered(lorries, setting, perSetting), from.id, () => transportTerms(setting, from));
  const work = remembered(
    remembered(works, setting, perSetting),
    `${from.unit} ${route.id} ${[...hosted.keys()].join()}`,
    () => workTerms(setting, from, route, hosted),
  );
  return remembered(
    remembered(ways, lorry, () => new WeakMap<readonly Term[], readonly Term[]>()),
    work,
    () => [...lorry, ...work],
  );
}

/** What a process, a link and the coordination cost; of the class that leaves, its unit alone counts. */
function workTerms(
  setting: Setting,
  from: ResourceClass,
  route: Route,
  hosted: ReadonlyMap<string, unknown>,
): readonly Term[] {
  const { reference } = setting;
  const terms: Term[] = [];
  let before: Figure | null = null;
  for (const conversion of route.conversions) {
    const process = conversion.process === null ? undefined : reference.processById.get(conversion.process);
    if (process !== undefined) {
      // A later process meets only what the earlier ones let through.
      const metIn = (rate: Figure, over: string): Figure => {
        const unit = rateUnit(from, over);
        return before === null ? inUnit(rate, unit) : product(rate.label, unit, [rate, before]);
      };
      const { name } = process;
      const cost = leafOf(text(`Coût : ${name.fr}`, `Cost: ${name.en}`), conversion.cost ?? process.cost);
      const investment = leafOf(text(`Investissement : ${name.fr}`, `Investment: ${name.en}`), process.investment);
      terms.push({
        id: `process.${process.id}`,
        metric: "gain",
        basis: "per-unit",
        sign: -1,
        label: name,
        rate: metIn(cost, "EUR"),
        role: "need",
      });
      terms.push({
        id: `process.${process.id}.jobs`,
        metric: "jobs",
        basis: "per-unit",
        sign: 1,
        label: text(`Travail : ${name.fr}`, `Work: ${name.en}`),
        rate: metIn(workIn(reference, cost), "person.yr"),
        role: "need",
      });
      if (process.co2e !== null)
        terms.push({
          id: `process.${process.id}.co2e`,
          metric: "co2e",
          basis: "per-unit",
          sign: -1,
          label: name,
          rate: metIn(leafOf(name, process.co2e), "tCO2e"),
          role: "need",
        });
      const bought = !hosted.has(process.id);
      if (bought)
        terms.push({
          id: `capital.${process.id}`,
          metric: "gain",
          basis: "fixed",
          sign: -1,
          label: text(`Charge de capital : ${name.fr}`, `Capital charge: ${name.en}`),
          rate: product(text("Annuité", "Annuity"), "EUR/yr", [investment, annuity(reference, process.life_years)]),
          role: "need",
        });
      if (bought && process.capacity_investment !== null)
        terms.push({
          id: `capital.capacity.${process.id}`,
          metric: "gain",
          basis: "per-unit",
          sign: -1,
          label: text(`Charge de capital au prorata : ${name.fr}`, `Capital charge by size: ${name.en}`),
          rate: metIn(
            product(
              text("Annuité par unité", "Annuity per unit"),
              `EUR/${process.capacity_investment.unit.split("/")[1]}`,
              [
                leafOf(
                  text(`Investissement par capacité : ${name.fr}`, `Investment by capacity: ${name.en}`),
                  process.capacity_investment,
                ),
                annuity(reference, process.life_years),
              ],
            ),
            "EUR",
          ),
          role: "need",
        });
    }
    const ratio = leafOf(ratioLabelOf(reference, conversion), conversion.ratio);
    before =
      before === null
        ? ratio
        : product(ratio.label, `${conversion.ratio.unit.split("/")[0]}/${from.unit}`, [before, ratio]);
  }
  for (const { id, perKm } of route.links)
    terms.push({
      id: `capital.link.${id}`,
      metric: "gain",
      basis: "per-km",
      sign: -1,
      label: text("Charge de capital de la liaison", "Capital charge of the link"),
      rate: product(text("Annuité au kilomètre", "Annuity per kilometre"), "EUR/(km.yr)", [
        leafOf(text("Investissement de la liaison au kilomètre", "Investment in the link per kilometre"), perKm),
        annuity(reference, parameterValue(reference, "capital.link-life")),
      ]),
      role: "need",
    });
  terms.push({
    id: "coordination",
    metric: "gain",
    basis: "fixed",
    sign: -1,
    label: text("Coordination et suivi", "Coordination and follow-up"),
    rate: parameter(reference, "coordination.exchange"),
    role: "need",
  });
  return terms;
}

/** Lorry transport of matter: cost and emissions. What moves in pipes or wires pays its link instead. */
export function transportTerms({ reference, context, day }: Setting, from: ResourceClass): readonly Term[] {
  if (from.family !== "matter") return [];
  const question = { resource: from.id, context: context.id, day };
  return (
    [
      ["gain", "transport-cost", "EUR"],
      ["co2e", "transport-co2e", "tCO2e"],
    ] as const
  ).map(([metric, quantity, over]): Term => {
    const label = text("Transport routier", "Road transport");
    const perTonne = factorFigure(reference, { ...question, quantity }, label, `${over}/(t.km)`);
    const unit = `${over}/(${from.unit}.km)`;
    const rate =
      from.unit === "t"
        ? inUnit(perTonne, unit)
        : product(label, unit, [
            perTonne,
            factorFigure(
              reference,
              { ...question, quantity: "density" },
              text("Masse volumique", "Density"),
              `t/${from.unit}`,
            ),
          ]);
    return { id: `transport.${metric}`, metric, basis: "per-unit-km", sign: -1, label, rate, role: "need" };
  });
}

/** Full-time equivalents per unit: the part of a process's cost that pays work ÷ what a year of work costs. */
const workIn = (reference: Reference, cost: Figure): Figure => {
  const under = cost.unit.split("/")[1] ?? "t";
  const paid = product(text("Part du coût qui paie du travail", "Part of the cost that pays work"), cost.unit, [
    cost,
    parameter(reference, "jobs.labour-share"),
  ]);
  return quotient(
    text("Travail par unité", "Work per unit"),
    `person.yr/${under}`,
    paid,
    parameter(reference, "jobs.year-cost"),
  );
};
