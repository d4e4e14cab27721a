import type { Flow, Visibility } from "@simbiosi/domain";
import type { paths } from "../api/schema.ts";
import type { Fields } from "../outbox/command.ts";
import { typedNumber, typedQuantity } from "../words/typed-number.ts";

type Created = NonNullable<
  paths["/api/v1/territories/{territory}/flows"]["post"]["requestBody"]
>["content"]["application/json"];
/** What the API takes of a flow. */
export type FlowFields = Partial<Omit<Created, "id" | "establishment">>;

/** The form as it is typed: words, until they are read. */
export type TypedFlow = {
  readonly direction: "in" | "out";
  readonly label: string;
  readonly resource: string;
  readonly family: string;
  readonly quantity: string;
  readonly unit: string;
  readonly period: string;
  readonly regularity: string;
  readonly months: readonly boolean[];
  readonly visibility: Visibility;
  readonly status: string;
  readonly waste_code: string;
  readonly route: string;
  readonly supplier: string;
  readonly cost: string;
  readonly payer: string;
  readonly contract_end: string;
  readonly note: string;
};

const noMonth = Array.from({ length: 12 }, () => false);
export const emptyFlow = (direction: "in" | "out", visibility: Visibility): TypedFlow => ({
  direction,
  label: "",
  resource: "",
  family: "",
  quantity: "",
  unit: "t",
  period: "year",
  regularity: "",
  months: noMonth,
  visibility,
  status: "",
  waste_code: "",
  route: "",
  supplier: "",
  cost: "",
  payer: "",
  contract_end: "",
  note: "",
});

const words = (value: number | null | undefined, lang: "fr" | "en"): string =>
  value === null || value === undefined ? "" : String(value).replace(".", lang === "fr" ? "," : ".");

/** A flow that is there, as its form shows it. */
export const typedOf = (flow: Partial<Omit<Flow, "consents">>, fallback: Visibility, lang: "fr" | "en"): TypedFlow => ({
  direction: flow.direction ?? "out",
  label: flow.label ?? "",
  resource: flow.resource ?? "",
  family: flow.family ?? "",
  quantity: words(flow.quantity, lang),
  unit: flow.unit ?? "",
  period: flow.period ?? "",
  regularity: flow.regularity ?? "",
  months: flow.months?.map((weight) => weight > 0) ?? noMonth,
  visibility: flow.visibility ?? fallback,
  status: flow.status ?? "",
  waste_code: flow.waste_code ?? "",
  route: flow.current?.route ?? "",
  supplier: flow.current?.supplier ?? "",
  cost: words(flow.current?.unit_cost_eur, lang),
  payer: flow.current?.payer ?? "",
  contract_end: flow.current?.contract_end ?? "",
  note: flow.note ?? "",
});

export type WrongFields = Partial<Record<keyof TypedFlow, "needed" | "wrongNumber" | "wrongCode">>;

/** What is not understood of the form, by field. */
export function wrongIn(typed: TypedFlow): WrongFields {
  const wrong: { -readonly [K in keyof WrongFields]: WrongFields[K] } = {};
  if (typed.label.trim() === "") wrong.label = "needed";
  if (typedQuantity(typed.quantity) === undefined) wrong.quantity = "wrongNumber";
  if (typedNumber(typed.cost) === undefined) wrong.cost = "wrongNumber";
  if (typed.waste_code !== "" && !/^\d{2} ?\d{2} ?\d{2} ?\*?$/.test(typed.waste_code.trim()))
    wrong.waste_code = "wrongCode";
  return wrong;
}

const orNull = <T extends string>(typed: string): T | null => (typed.trim() === "" ? null : (typed.trim() as T));

/**
 * What the form says, as the API takes it. Months are weights: those of a flow that is there are kept as long as the same
 * months are ticked.
 */
export function fieldsOf(typed: TypedFlow, before: Partial<Omit<Flow, "consents">> | null): FlowFields & Fields {
  const quantity = typedNumber(typed.quantity) ?? null;
  const sameMonths = before?.months?.every((weight, i) => weight > 0 === typed.months[i]) ?? false;
  const some = typed.months.some(Boolean) && typed.regularity !== "continuous";
  const current = {
    route: typed.direction === "out" ? orNull(typed.route) : (before?.current?.route ?? null),
    supplier: orNull(typed.supplier),
    unit_cost_eur: typedNumber(typed.cost) ?? null,
    payer: orNull<NonNullable<NonNullable<Flow["current"]>["payer"]>>(typed.payer),
    contract_end: orNull(typed.contract_end),
  };
  return {
    direction: typed.direction,
    label: typed.label.trim(),
    // A class that was told for other words is no class of these.
    resource:
      before !== null && before.label !== typed.label.trim() && before.resource === typed.resource
        ? null
        : orNull(typed.resource),
    family: orNull<NonNullable<Flow["family"]>>(typed.family),
    quantity,
    unit: quantity === null ? null : orNull<NonNullable<Flow["unit"]>>(typed.unit),
    period: quantity === null ? null : orNull<NonNullable<Flow["period"]>>(typed.period),
    regularity: orNull<NonNullable<Flow["regularity"]>>(typed.regularity),
    months: sameMonths ? (before?.months ?? null) : some ? typed.months.map((on) => (on ? 1 : 0)) : null,
    visibility: typed.visibility,
    status: orNull<NonNullable<Flow["status"]>>(typed.status),
    waste_code: orNull(typed.waste_code),
    current: Object.values(current).every((value) => value === null) ? null : current,
    note: orNull(typed.note),
  };
}
