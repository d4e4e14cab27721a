import { type Flow, fold } from "@simbiosi/domain";
import { useSuspenseQueries } from "@tanstack/react-query";
import { establishmentsQuery, flowsQuery, resourcesQuery, understandingQuery } from "../api/queries.ts";
import type { paths } from "../api/schema.ts";

export type StoredFlow =
  paths["/api/v1/territories/{territory}/flows"]["get"]["responses"][200]["content"]["application/json"]["flows"][number];
/** What may be written of a flow. */
export type FlowFields = Partial<Omit<Flow, "id" | "establishment" | "extra">>;

/** A flow with what was understood of it. */
export type FlowRow = {
  readonly flow: StoredFlow;
  readonly company: string;
  readonly resource: string | null;
  /** Null: not read yet. */
  readonly confidence: number | null;
  readonly question: string | null;
  /** Folded words that it is found by. */
  readonly found: string;
};

/** Every flow of the territory, with its company and its reading. */
export function useFlowRows(territory: string, lang: "fr" | "en") {
  const [flows, establishments, understanding, resources] = useSuspenseQueries({
    queries: [
      flowsQuery(territory),
      establishmentsQuery(territory),
      understandingQuery(territory, lang),
      resourcesQuery(territory, lang),
    ],
  });
  const companies = new Map(establishments.data.establishments.map(({ id, name }) => [id, name]));
  const read = new Map((understanding.data.check?.flows ?? []).map((one) => [one.id, one]));
  const names = new Map(resources.data.resources.map(({ id, name }) => [id, name]));
  const rows = flows.data.flows.map((flow): FlowRow => {
    const one = read.get(flow.id);
    const company = companies.get(flow.establishment) ?? "";
    // A class that somebody wrote and that does not exist says nothing: what was understood stands.
    const said = flow.resource !== null && names.has(flow.resource) ? flow.resource : null;
    const id = said ?? one?.resource ?? null;
    const resource = id === null ? null : (names.get(id) ?? id);
    return {
      flow,
      company,
      resource,
      confidence: said !== null ? 1 : (one?.confidence ?? null),
      question: said !== null ? null : (one?.question ?? null),
      found: fold(`${flow.label} ${company} ${resource ?? ""}`),
    };
  });
  return { rows, establishments: establishments.data.establishments };
}

export type FlowFilter = {
  readonly q: string;
  readonly direction: string;
  readonly family: string;
  readonly company: string;
  readonly doubtful: boolean;
  readonly noQuantity: boolean;
};

export function filterRows(rows: readonly FlowRow[], filter: FlowFilter): readonly FlowRow[] {
  const words = fold(filter.q).split(/\s+/).filter(Boolean);
  return rows.filter(
    ({ flow, found, question }) =>
      words.every((word) => found.includes(word)) &&
      (filter.direction === "" || flow.direction === filter.direction) &&
      (filter.family === "" || flow.family === filter.family) &&
      (filter.company === "" || flow.establishment === filter.company) &&
      (!filter.doubtful || question !== null) &&
      (!filter.noQuantity || (flow.quantity === null && flow.months === null)),
  );
}

/** In the order of one column; what is not known comes last, whichever way. */
export function sortRows<T>(
  rows: readonly T[],
  value: (row: T) => string | number | null,
  down: boolean,
): readonly T[] {
  const compare = new Intl.Collator("fr", { numeric: true, sensitivity: "base" }).compare;
  return rows
    .map((row) => ({ row, at: value(row) }))
    .sort((a, b) => {
      if (a.at === null || b.at === null) return Number(a.at === null) - Number(b.at === null);
      const order =
        typeof a.at === "number" && typeof b.at === "number" ? a.at - b.at : compare(String(a.at), String(b.at));
      return down ? -order : order;
    })
    .map(({ row }) => row);
}
