import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import type { paths } from "../api/schema.ts";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { importWords } from "./words.ts";

type Answers<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { "application/json": infer T } } } };
}
  ? T
  : never;
export type ImportWhole = Answers<"/api/v1/territories/{territory}/imports/{import}">;

export const importsQuery = (territory: string) =>
  queryOptions({
    queryKey: [territory, "imports"],
    queryFn: () => got(api.GET("/api/v1/territories/{territory}/imports", { params: { path: { territory } } })),
  });
export const importQuery = (territory: string, id: string) =>
  queryOptions({
    queryKey: [territory, "imports", id],
    queryFn: () =>
      got(api.GET("/api/v1/territories/{territory}/imports/{import}", { params: { path: { territory, import: id } } })),
  });
export const choicesQuery = (territory: string) =>
  queryOptions({
    queryKey: [territory, "import-choices"],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => got(api.GET("/api/v1/territories/{territory}/import-choices", { params: { path: { territory } } })),
  });

/** Applies and undoes imports; what the screens of companies and leads show is read again. */
export function useImportActions(territory: string) {
  const queries = useQueryClient();
  const toast = useToast();
  const say = useCatalogue(importWords);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
      await queries.invalidateQueries({ queryKey: [territory] });
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  const of = (id: string) => ({ params: { path: { territory, import: id } } });
  const undo = (id: string, name: string): Promise<void> =>
    run(async () => {
      await got(api.POST("/api/v1/territories/{territory}/imports/{import}/undo", of(id)));
      toast(say.undone(name), () => void apply(id, name));
    });
  const apply = (id: string, name: string): Promise<void> =>
    run(async () => {
      await got(api.POST("/api/v1/territories/{territory}/imports/{import}/apply", of(id)));
      toast(say.applied(name), () => void undo(id, name));
    });
  return { busy, error, undo, apply };
}
