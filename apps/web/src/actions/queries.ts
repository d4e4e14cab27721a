import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, got } from "../api/client.ts";

export const actionsQuery = (territory: string) =>
  queryOptions({
    queryKey: [territory, "actions"],
    queryFn: () => got(api.GET("/api/v1/territories/{territory}/actions", { params: { path: { territory } } })),
  });
export const actionQuery = (territory: string, action: string) =>
  queryOptions({
    queryKey: [territory, "actions", action],
    queryFn: () =>
      got(api.GET("/api/v1/territories/{territory}/actions/{action}", { params: { path: { territory, action } } })),
  });
export const leadActionsQuery = (territory: string, lead: string, lang: "fr" | "en") =>
  queryOptions({
    queryKey: [territory, "actions", "of", lead, lang],
    queryFn: () =>
      got(
        api.GET("/api/v1/territories/{territory}/leads/{lead}/actions", {
          params: { path: { territory, lead }, query: { lang } },
        }),
      ),
  });

export type Plan = Awaited<ReturnType<NonNullable<ReturnType<typeof actionsQuery>["queryFn"]>>>;
export type Action = Plan["actions"][number];
export type SheetFields = Omit<Action, "id" | "version" | "standing" | "remarks" | "updated_at">;

/** Everything that shows actions is read again. */
export function useActionsAgain(territory: string): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: [territory, "actions"] });
}

/** Fields that several sheets are given at once. */
export type ManyFields = Partial<Pick<SheetFields, "axis" | "status" | "priority" | "pilots" | "starts" | "ends">>;

export function useChangeMany(territory: string) {
  const again = useActionsAgain(territory);
  return useMutation({
    mutationFn: ({ actions, fields }: { readonly actions: readonly Action[]; readonly fields: ManyFields }) =>
      got(
        api.POST("/api/v1/territories/{territory}/action-changes", {
          params: { path: { territory } },
          body: { actions: actions.map(({ id, version }) => ({ id, version })), fields },
        }),
      ),
    onSettled: again,
  });
}
