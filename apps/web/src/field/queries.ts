import { queryOptions } from "@tanstack/react-query";
import { api, got } from "../api/client.ts";

/** Every visit of the territory at once: read before leaving, it is there without a network. */
export const visitsQuery = (territory: string) =>
  queryOptions({
    queryKey: [territory, "visits"],
    queryFn: () => got(api.GET("/api/v1/territories/{territory}/visits", { params: { path: { territory } } })),
  });
