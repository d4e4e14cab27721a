import { evidences, families, periods, routes, units, visibilities, wastePayers } from "@simbiosi/domain";
import { typedNumber, typedQuantity } from "../words/typed-number.ts";
import type { FlowFields, FlowRow, StoredFlow } from "./rows.ts";
import type { flowWords } from "./words.ts";

type Say = (typeof flowWords)["fr"];
export type Choice = { readonly value: string; readonly label: string };
type Edit = {
  readonly kind: "text" | "number" | "choice";
  readonly choices?: readonly Choice[];
  /** What the field holds before it is edited. */
  readonly now: (flow: StoredFlow) => string;
  /** The fields to write; undefined when the words cannot be that. */
  readonly write: (flow: StoredFlow, words: string) => FlowFields | undefined;
};
export type Column = {
  readonly id: keyof Say["columns"];
  readonly label: string;
  readonly number?: true;
  /** What is shown, sorted and exported. */
  readonly value: (row: FlowRow) => string | number | null;
  readonly edit?: Edit;
};

const nobody = { route: null, supplier: null, unit_cost_eur: null, payer: null, contract_end: null };
/** What is known of today's way, with one part of it changed. */
export const currentWith = (flow: StoredFlow, part: Partial<NonNullable<FlowFields["current"]>>): FlowFields => ({
  current: { ...nobody, ...flow.current, ...part } as NonNullable<FlowFields["current"]>,
});

const choices = (names: Readonly<Record<string, string>>, values: readonly string[]): readonly Choice[] => [
  { value: "", label: "–" },
  ...values.map((value) => ({ value, label: names[value] ?? value })),
];
const named = (names: Readonly<Record<string, string>>, value: string | null | undefined): string | null =>
  value === null || value === undefined ? null : (names[value] ?? value);
/** One of a list, or nothing; written as a field of the flow. */
const oneOf = (field: keyof FlowFields, names: Readonly<Record<string, string>>, values: readonly string[]): Edit => ({
  kind: "choice",
  choices: choices(names, values),
  now: (flow) => String((flow as Record<string, unknown>)[field] ?? ""),
  write: (_, words) => ({ [field]: words === "" ? null : words }),
});
const ofCurrent = (
  part: "route" | "payer",
  names: Readonly<Record<string, string>>,
  values: readonly string[],
): Edit => ({
  kind: "choice",
  choices: choices(names, values),
  now: (flow) => flow.current?.[part] ?? "",
  write: (flow, words) => currentWith(flow, { [part]: words === "" ? null : words }),
});

/** The columns of the grid, in order. */
export const columnsOf = (say: Say): readonly Column[] => {
  const { columns } = say;
  return [
    { id: "company", label: columns.company, value: ({ company }) => company },
    {
      id: "direction",
      label: columns.direction,
      value: ({ flow }) => say.directions[flow.direction],
      edit: {
        kind: "choice",
        choices: choices(say.directions, ["out", "in"]).slice(1),
        now: (flow) => flow.direction,
        write: (_, words) => ({ direction: words === "in" ? "in" : "out" }),
      },
    },
    {
      id: "label",
      label: columns.label,
      value: ({ flow }) => flow.label,
      edit: {
        kind: "text",
        now: (flow) => flow.label,
        write: (_, words) => (words.trim() === "" ? undefined : { label: words.trim() }),
      },
    },
    { id: "resource", label: columns.resource, value: ({ resource }) => resource },
    {
      id: "confidence",
      label: columns.confidence,
      number: true,
      value: ({ confidence }) => (confidence === null ? null : Math.round(confidence * 100)),
    },
    {
      id: "family",
      label: columns.family,
      value: ({ flow }) => named(say.families, flow.family),
      edit: oneOf("family", say.families, families),
    },
    {
      id: "quantity",
      label: columns.quantity,
      number: true,
      value: ({ flow }) => flow.quantity,
      edit: {
        kind: "number",
        now: (flow) => (flow.quantity === null ? "" : String(flow.quantity).replace(".", ",")),
        write: (_, words) => {
          const quantity = typedQuantity(words);
          return quantity === undefined ? undefined : { quantity };
        },
      },
    },
    {
      id: "unit",
      label: columns.unit,
      value: ({ flow }) => named(say.units, flow.unit),
      edit: oneOf("unit", say.units, units),
    },
    {
      id: "period",
      label: columns.period,
      value: ({ flow }) => named(say.periods, flow.period),
      edit: oneOf("period", say.periods, periods),
    },
    {
      id: "season",
      label: columns.season,
      value: ({ flow }) => (flow.months === null ? named(say.regularities, flow.regularity) : say.monthly),
    },
    {
      id: "route",
      label: columns.route,
      value: ({ flow }) => named(say.routes, flow.current?.route),
      edit: ofCurrent("route", say.routes, routes),
    },
    {
      id: "supplier",
      label: columns.supplier,
      value: ({ flow }) => flow.current?.supplier ?? null,
      edit: {
        kind: "text",
        now: (flow) => flow.current?.supplier ?? "",
        write: (flow, words) => currentWith(flow, { supplier: words.trim() === "" ? null : words.trim() }),
      },
    },
    {
      id: "cost",
      label: columns.cost,
      number: true,
      value: ({ flow }) => flow.current?.unit_cost_eur ?? null,
      edit: {
        kind: "number",
        now: (flow) => String(flow.current?.unit_cost_eur ?? "").replace(".", ","),
        write: (flow, words) => {
          // A removal that brings money in costs less than nothing.
          const cost = typedNumber(words);
          return cost === undefined ? undefined : currentWith(flow, { unit_cost_eur: cost });
        },
      },
    },
    {
      id: "payer",
      label: columns.payer,
      value: ({ flow }) => named(say.payers, flow.current?.payer),
      edit: ofCurrent("payer", say.payers, wastePayers),
    },
    {
      id: "visibility",
      label: columns.visibility,
      value: ({ flow }) => named(say.visibilities, flow.visibility),
      edit: oneOf("visibility", say.visibilities, visibilities),
    },
    {
      id: "evidence",
      label: columns.evidence,
      value: ({ flow }) => named(say.evidences, flow.evidence),
      edit: oneOf("evidence", say.evidences, evidences),
    },
  ];
};

/** What many flows are given at once. */
export const bulkFields = ["unit", "period", "payer", "route", "visibility", "family"] as const;
