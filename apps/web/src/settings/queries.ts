import { queryOptions } from "@tanstack/react-query";
import { api, got } from "../api/client.ts";

export const membersQuery = (territory: string) =>
  queryOptions({
    queryKey: [territory, "members"],
    queryFn: () => got(api.GET("/api/v1/territories/{territory}/members", { params: { path: { territory } } })),
  });
export const signInsQuery = queryOptions({
  queryKey: ["me", "sign-ins"],
  queryFn: () => got(api.GET("/api/v1/me/sign-ins")),
});
export const auditQuery = (territory: string, before: number | undefined) =>
  queryOptions({
    queryKey: [territory, "audit", before],
    queryFn: () =>
      got(
        api.GET("/api/v1/territories/{territory}/audit", {
          params: { path: { territory }, query: before === undefined ? {} : { before } },
        }),
      ),
  });
