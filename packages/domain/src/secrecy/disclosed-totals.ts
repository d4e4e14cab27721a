import type { Metric } from "../assessment/terms.ts";
import { metricUnit } from "../assessment/terms.ts";
import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import type { Figure } from "../figures/figure.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import { quantityUnit } from "../matching/known-flow.ts";
import { plannedFigure, plannedSynergies } from "../portfolio/portfolio-figures.ts";
import { type Text, text } from "../text/text.ts";
import { type Eyes, leadTells } from "./disclosed-leads.ts";
import type { DisclosedTable, DisclosedTotal, OutsideAudience } from "./disclosure.ts";
import { broadSectorOf } from "./pseudonyms.ts";
import { magnitudeOf } from "./redact.ts";
import { maySum, type SecrecyRule, type SuppressedTable, suppressed, type TableEntry } from "./suppression.ts";

const measures: readonly { readonly metric: Metric | "investment"; readonly label: Text }[] = [
  { metric: "gain", label: text("Gain annuel net du plan (potentiel)", "Net yearly gain of the plan (potential)") },
  { metric: "investment", label: text("Investissement du plan (potentiel)", "Investment of the plan (potential)") },
  {
    metric: "co2e",
    label: text("Émissions évitées par le plan (potentiel)", "Emissions avoided by the plan (potential)"),
  },
  {
    metric: "diverted",
    label: text("Déchets détournés par le plan (potentiel)", "Waste diverted by the plan (potential)"),
  },
  { metric: "water", label: text("Eau économisée par le plan (potentiel)", "Water saved by the plan (potential)") },
  {
    metric: "energy",
    label: text("Énergie remplacée par le plan (potentiel)", "Energy replaced by the plan (potential)"),
  },
];

/** The totals of the plan that may be told, to two digits: an exact total would give back what rounding hides. */
export function disclosedTotals(
  diagnosis: Diagnosis,
  eyes: Pick<Eyes, "sees">,
  rule: SecrecyRule,
): readonly DisclosedTotal[] {
  const planned = plannedSynergies(diagnosis);
  return measures.flatMap(({ metric, label }): DisclosedTotal[] => {
    const parts = planned.flatMap((one) => {
      const figure = metric === "investment" ? one.synergy.investment : plannedFigure(diagnosis, one, metric);
      if (figure.state !== "known") return [];
      const known =
        leadTells(eyes, one.synergy, "quantity") &&
        (metric === "gain" || metric === "investment" ? leadTells(eyes, one.synergy, "gain") : true);
      return [{ figure, establishments: one.synergy.establishments, known }];
    });
    if (parts.length === 0) return [];
    const unit = metric === "investment" ? "EUR" : metricUnit[metric];
    const sum = (end: "value" | "low" | "high"): number =>
      Number(parts.reduce((all, { figure }) => all + figure[end], 0).toPrecision(2));
    const open = mayTotal(
      rule,
      parts.filter(({ known }) => !known),
    );
    return [{ label, unit, told: open ? { value: sum("value"), low: sum("low"), high: sum("high") } : null }];
  });
}

/**
 * May the sum of these leads be told? A lead is the secret of each of its companies, so each is taken to make the whole
 * of it; and it takes as many leads as companies, or two exchanges would pass for four companies.
 */
function mayTotal(
  rule: SecrecyRule,
  leads: readonly { readonly figure: Figure; readonly establishments: readonly string[] }[],
): boolean {
  const sized = leads
    .map(({ figure, establishments }) => ({ size: Math.abs(figure.value ?? 0), establishments }))
    .filter(({ size }) => size > 0);
  if (sized.length === 0) return true;
  const of = new Map<string, number>();
  for (const { size, establishments } of sized) for (const id of establishments) of.set(id, (of.get(id) ?? 0) + size);
  const total = sized.reduce((all, { size }) => all + size, 0);
  return sized.length >= rule.units && of.size >= rule.units && Math.max(...of.values()) <= rule.share * total;
}

const together = text("Total", "Total");

const units: readonly { readonly unit: string; readonly out: Text; readonly in: Text }[] = [
  {
    unit: "t/yr",
    out: text("Matières proposées", "Matter offered"),
    in: text("Matières recherchées", "Matter looked for"),
  },
  {
    unit: "MWh/yr",
    out: text("Énergie proposée", "Energy offered"),
    in: text("Énergie recherchée", "Energy looked for"),
  },
  { unit: "m3/yr", out: text("Eau proposée", "Water offered"), in: text("Eau recherchée", "Water looked for") },
];

/**
 * What is offered and looked for, by kind of resource and broad trade. When most of a table would be hidden it is told by
 * kind alone, else as one total: always one grouping, since two would be subtracted from each other.
 * The public gets totals of the funder's tables and nothing that they hide: a funder reads both versions, and knows numbers
 * that would be cover for the public.
 * @param sees what the funder may know
 */
export function disclosedTables(
  { flows, setting: { reference } }: Diagnosis,
  audience: OutsideAudience,
  sees: Eyes["sees"],
  rule: SecrecyRule,
): readonly DisclosedTable[] {
  const names = new Map<string, Text>([["@all", text("Ensemble", "All together")]]);
  const entryOf = (known: KnownFlow): TableEntry | null => {
    const { resource, yearly, establishment } = known;
    if (resource === null || yearly.state !== "known" || yearly.value < 0) return null;
    const line = reference.lineage(resource.id);
    const group = line.at(-2) ?? line.at(-1) ?? resource;
    const trade = broadSectorOf(establishment.naf);
    names.set(group.id, group.name);
    names.set(trade.id, trade.name);
    const magnitude = sees(known, "magnitude") ? magnitudeOf(known) : null;
    return {
      row: group.id,
      column: trade.id,
      unit: establishment.id,
      value: yearly.value,
      told: sees(known, "quantity"),
      ...(magnitude === null ? {} : { magnitude }),
    };
  };
  const name = (key: string): Text => names.get(key) ?? text(key, key);
  return units.flatMap(({ unit, ...titles }) =>
    (["out", "in"] as const).flatMap((direction): DisclosedTable[] => {
      const entries = flows
        .filter(
          ({ flow, resource }) => flow.direction === direction && resource !== null && quantityUnit(resource) === unit,
        )
        .flatMap((known) => entryOf(known) ?? []);
      if (entries.length === 0) return [];
      const { rows, columns, cells } = readable(entries, rule);
      if (audience === "public") {
        const total = cells.at(-1)?.at(-1) ?? null;
        const alone = maySum(
          rule,
          entries.map((entry) => ({ ...entry, told: false })),
        );
        return [
          { title: titles[direction], unit, rows: [together], columns: [together], cells: [[alone ? total : null]] },
        ];
      }
      const [all, only] = [columns.length === 1, rows.length === 1 && rows[0] === "@all"];
      return [
        {
          title: titles[direction],
          unit,
          // A grouping of one is its total.
          rows: [...(only ? [] : rows.map(name)), together],
          columns: [...(all ? [] : columns.map(name)), together],
          cells: (only ? cells.slice(-1) : cells).map((line) => (all ? line.slice(-1) : line)),
        },
      ];
    }),
  );
}

function readable(entries: readonly TableEntry[], rule: SecrecyRule): SuppressedTable {
  const byKind = entries.map((entry) => ({ ...entry, column: "@all" }));
  for (const grouping of [entries, byKind]) {
    const table = suppressed(grouping, rule);
    const inside = table.cells.slice(0, -1).flatMap((line) => line.slice(0, -1));
    const hidden = inside.filter((cell) => cell === null).length;
    const shown = inside.filter((cell) => cell !== null && cell > 0).length;
    if (shown >= hidden) return table;
  }
  return suppressed(
    byKind.map((entry) => ({ ...entry, row: "@all" })),
    rule,
  );
}
