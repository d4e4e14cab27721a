import { type Flow, type UnderstoodFlow, understoodFlows } from "@simbiosi/domain";
import { useSuspenseQueries } from "@tanstack/react-query";
import { establishmentsQuery, flowsQuery, resourcesQuery, understandingQuery } from "../api/queries.ts";
import type { paths } from "../api/schema.ts";

export type StoredFlow =
  paths["/api/v1/territories/{territory}/flows"]["get"]["responses"][200]["content"]["application/json"]["flows"][number];
/** What may be written of a flow. */
export type FlowFields = Partial<Omit<Flow, "id" | "establishment" | "extra">>;

/** A flow with what was understood of it. */
export type FlowRow = UnderstoodFlow<StoredFlow>;

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
  const rows = understoodFlows(
    flows.data.flows,
    new Map(establishments.data.establishments.map(({ id, name }) => [id, name])),
    understanding.data.check?.flows ?? [],
    new Map(resources.data.resources.map(({ id, name }) => [id, name])),
  );
  return { rows, establishments: establishments.data.establishments };
}
