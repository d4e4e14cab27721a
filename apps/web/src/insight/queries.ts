import { queryOptions } from "@tanstack/react-query";
import { api, got } from "../api/client.ts";

export const insightQuery = (territory: string) =>
  queryOptions({
    queryKey: [territory, "insight"],
    queryFn: () => got(api.GET("/api/v1/territories/{territory}/insight", { params: { path: { territory } } })),
  });
export const totalsQuery = (territory: string) =>
  queryOptions({
    queryKey: [territory, "totals"],
    queryFn: () => got(api.GET("/api/v1/territories/{territory}/totals", { params: { path: { territory } } })),
  });
export const outlineQuery = (territory: string) =>
  queryOptions({
    queryKey: [territory, "outline"],
    queryFn: () => got(api.GET("/api/v1/territories/{territory}/outline", { params: { path: { territory } } })),
  });
export const weekQuery = (territory: string, since: string | undefined) =>
  queryOptions({
    queryKey: [territory, "week", since],
    queryFn: () =>
      got(
        api.GET("/api/v1/territories/{territory}/week", {
          params: { path: { territory }, query: since === undefined ? {} : { since } },
        }),
      ),
  });
export const scenariosQuery = (territory: string) =>
  queryOptions({
    queryKey: [territory, "scenarios"],
    queryFn: () => got(api.GET("/api/v1/territories/{territory}/scenarios", { params: { path: { territory } } })),
  });
