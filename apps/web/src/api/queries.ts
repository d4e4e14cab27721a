import { queryOptions } from "@tanstack/react-query";
import { api, got } from "./client.ts";

type Lang = "fr" | "en";

/** What screens read, each under a key that events and mutations name to have it read again. */
export const meQuery = queryOptions({ queryKey: ["me"], queryFn: () => got(api.GET("/api/v1/me")) });

export const territoryQuery = (territory: string) =>
  queryOptions({
    queryKey: [territory, "territory"],
    queryFn: () => got(api.GET("/api/v1/territories/{territory}", { params: { path: { territory } } })),
  });
export const establishmentsQuery = (territory: string) =>
  queryOptions({
    queryKey: [territory, "establishments"],
    queryFn: () => got(api.GET("/api/v1/territories/{territory}/establishments", { params: { path: { territory } } })),
  });
export const flowsQuery = (territory: string) =>
  queryOptions({
    queryKey: [territory, "flows"],
    queryFn: () => got(api.GET("/api/v1/territories/{territory}/flows", { params: { path: { territory } } })),
  });
export const leadsQuery = (territory: string, lang: Lang) =>
  queryOptions({
    queryKey: [territory, "leads", lang],
    queryFn: () =>
      got(api.GET("/api/v1/territories/{territory}/leads", { params: { path: { territory }, query: { lang } } })),
  });
export const leadQuery = (territory: string, lead: string, lang: Lang) =>
  queryOptions({
    queryKey: [territory, "leads", lang, lead],
    queryFn: () =>
      got(
        api.GET("/api/v1/territories/{territory}/leads/{lead}", {
          params: { path: { territory, lead }, query: { lang } },
        }),
      ),
  });
export const understandingQuery = (territory: string, lang: Lang) =>
  queryOptions({
    queryKey: [territory, "leads", lang, "understanding"],
    queryFn: () =>
      got(
        api.GET("/api/v1/territories/{territory}/understanding", { params: { path: { territory }, query: { lang } } }),
      ),
  });
export const documentsQuery = (territory: string) =>
  queryOptions({
    queryKey: [territory, "documents"],
    queryFn: () => got(api.GET("/api/v1/territories/{territory}/documents", { params: { path: { territory } } })),
  });
export const runQuery = (territory: string, lang: Lang) =>
  queryOptions({
    queryKey: [territory, "run", lang],
    queryFn: () =>
      got(api.GET("/api/v1/territories/{territory}/run", { params: { path: { territory }, query: { lang } } })),
  });
export const portfolioQuery = (territory: string, lang: Lang) =>
  queryOptions({
    queryKey: [territory, "leads", lang, "portfolio"],
    queryFn: () =>
      got(api.GET("/api/v1/territories/{territory}/portfolio", { params: { path: { territory }, query: { lang } } })),
  });
/** What messages and files may be beside. */
export type About = {
  readonly object: "synergy" | "establishment" | "workshop" | "action";
  readonly object_id: string;
};
export const commentsQuery = (territory: string, about: About) =>
  queryOptions({
    queryKey: [territory, "notes", "comments", about],
    queryFn: () =>
      got(api.GET("/api/v1/territories/{territory}/comments", { params: { path: { territory }, query: about } })),
  });
export const attachmentsQuery = (territory: string, about: About) =>
  queryOptions({
    queryKey: [territory, "notes", "attachments", about],
    queryFn: () =>
      got(api.GET("/api/v1/territories/{territory}/attachments", { params: { path: { territory }, query: about } })),
  });
export const workshopsQuery = (territory: string) =>
  queryOptions({
    queryKey: [territory, "workshops"],
    queryFn: () => got(api.GET("/api/v1/territories/{territory}/workshops", { params: { path: { territory } } })),
  });
export const workshopQuery = (territory: string, workshop: string, lang: Lang) =>
  queryOptions({
    queryKey: [territory, "workshops", workshop, lang],
    queryFn: () =>
      got(
        api.GET("/api/v1/territories/{territory}/workshops/{workshop}", {
          params: { path: { territory, workshop }, query: { lang } },
        }),
      ),
  });
export const resourcesQuery = (territory: string, lang: Lang, q?: string) =>
  queryOptions({
    queryKey: [territory, "resources", lang, q ?? null],
    queryFn: () =>
      got(
        api.GET("/api/v1/territories/{territory}/resources", {
          params: { path: { territory }, query: { lang, ...(q === undefined ? {} : { q }) } },
        }),
      ),
    // Reference data: it changes with the version of the software.
    staleTime: Number.POSITIVE_INFINITY,
  });
export const contactsQuery = (territory: string) =>
  queryOptions({
    queryKey: [territory, "contacts"],
    queryFn: () => got(api.GET("/api/v1/territories/{territory}/contacts", { params: { path: { territory } } })),
  });
export const linksQuery = (territory: string) =>
  queryOptions({
    queryKey: [territory, "links"],
    queryFn: () => got(api.GET("/api/v1/territories/{territory}/company-links", { params: { path: { territory } } })),
  });
export const historyQuery = (
  territory: string,
  object: "flow" | "establishment" | "contact" | "encounter" | "action",
  id: string,
) =>
  queryOptions({
    queryKey: [territory, "history", object, id],
    queryFn: () =>
      got(
        api.GET("/api/v1/territories/{territory}/history", {
          params: { path: { territory }, query: { object, id } },
        }),
      ),
    staleTime: 0,
  });
