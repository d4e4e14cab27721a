import { queryOptions } from "@tanstack/react-query";
import { api, got } from "../api/client.ts";

type Lang = "fr" | "en";

// Under the key "leads": a new run of the engine makes them stale.
export const proposalsQuery = (territory: string, lang: Lang) =>
  queryOptions({
    queryKey: [territory, "leads", lang, "proposals"],
    queryFn: () =>
      got(api.GET("/api/v1/territories/{territory}/proposals", { params: { path: { territory }, query: { lang } } })),
  });
export const linksQuery = (territory: string) =>
  queryOptions({
    queryKey: [territory, "links"],
    queryFn: () => got(api.GET("/api/v1/territories/{territory}/company-links", { params: { path: { territory } } })),
  });
export const dutiesQuery = (territory: string, establishment: string) =>
  queryOptions({
    queryKey: [territory, "flows", "duties", establishment],
    queryFn: () =>
      got(
        api.GET("/api/v1/territories/{territory}/establishments/{establishment}/obligations", {
          params: { path: { territory, establishment } },
        }),
      ),
  });
export const labelQuery = (
  territory: string,
  asked: { readonly label: string; readonly direction: "in" | "out"; readonly establishment: string },
) =>
  queryOptions({
    queryKey: [territory, "label", asked],
    queryFn: () =>
      got(
        api.GET("/api/v1/territories/{territory}/label", {
          params: { path: { territory }, query: asked },
        }),
      ),
    enabled: asked.label.trim().length >= 3,
    staleTime: Number.POSITIVE_INFINITY,
  });
