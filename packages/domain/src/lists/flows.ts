import { fold } from "../text/text.ts";

/** What lists read of a flow. */
type ListedFlow = {
  readonly id: string;
  readonly establishment: string;
  readonly direction: "in" | "out";
  readonly label: string;
  readonly family: string | null;
  readonly resource: string | null;
  readonly quantity: number | null;
  readonly months: unknown;
};

/** A flow with what was understood of it. */
export type UnderstoodFlow<F> = {
  readonly flow: F;
  readonly company: string;
  /** Name of its class. */
  readonly resource: string | null;
  /** Null: not read yet. */
  readonly confidence: number | null;
  readonly question: string | null;
  /** Folded words that it is found by. */
  readonly found: string;
};

type Reading = {
  readonly id: string;
  readonly resource: string | null;
  readonly confidence: number;
  readonly question: string | null;
};

/**
 * Flows as a list shows them.
 * @param companies names by id
 * @param classes names of the classes of the taxonomy by id
 */
export function understoodFlows<F extends ListedFlow>(
  flows: readonly F[],
  companies: ReadonlyMap<string, string>,
  readings: readonly Reading[],
  classes: ReadonlyMap<string, string>,
): readonly UnderstoodFlow<F>[] {
  const read = new Map(readings.map((one) => [one.id, one]));
  return flows.map((flow) => {
    const one = read.get(flow.id);
    const company = companies.get(flow.establishment) ?? "";
    // A class that somebody wrote and that does not exist says nothing: what was understood stands.
    const said = flow.resource !== null && classes.has(flow.resource) ? flow.resource : null;
    const id = said ?? one?.resource ?? null;
    const resource = id === null ? null : (classes.get(id) ?? id);
    return {
      flow,
      company,
      resource,
      confidence: said !== null ? 1 : (one?.confidence ?? null),
      question: said !== null ? null : (one?.question ?? null),
      found: fold(`${flow.label} ${company} ${resource ?? ""}`),
    };
  });
}

/** The filters of a list of flows, as words of an address; `"1"` is yes. */
export type FlowFilters = {
  readonly q?: string | undefined;
  readonly direction?: string | undefined;
  readonly family?: string | undefined;
  readonly company?: string | undefined;
  readonly doubtful?: string | undefined;
  /** Without a quantity. */
  readonly empty?: string | undefined;
};

/** The flows that answer the filters of the address. */
export function shownFlows<F extends ListedFlow>(
  rows: readonly UnderstoodFlow<F>[],
  { q = "", direction = "", family = "", company = "", doubtful, empty }: FlowFilters,
): readonly UnderstoodFlow<F>[] {
  const words = fold(q).split(/\s+/).filter(Boolean);
  return rows.filter(
    ({ flow, found, question }) =>
      words.every((word) => found.includes(word)) &&
      (direction === "" || flow.direction === direction) &&
      (family === "" || flow.family === family) &&
      (company === "" || flow.establishment === company) &&
      (doubtful !== "1" || question !== null) &&
      (empty !== "1" || (flow.quantity === null && flow.months === null)),
  );
}
