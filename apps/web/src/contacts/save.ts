import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, got } from "../api/client.ts";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import type { Encounter } from "./filter.tsx";
import { contactWords } from "./words.ts";

export type NewEncounter = {
  readonly establishments: readonly string[];
  readonly kind: Encounter["kind"];
  readonly on_day: string;
  readonly title?: string | null;
  readonly notes?: string;
  readonly contact?: string | null;
};

/** Writes lines of the log and takes them away, each with a way back. */
export function useLog(territory: string) {
  const queries = useQueryClient();
  const toast = useToast();
  const say = useCatalogue(contactWords);
  const fresh = () => queries.invalidateQueries({ queryKey: [territory, "contacts"] });
  const removeOne = (encounter: string) =>
    got(
      api.DELETE("/api/v1/territories/{territory}/encounters/{encounter}", {
        params: { path: { territory, encounter } },
      }),
    );
  const log = useMutation({
    mutationFn: (entry: NewEncounter) =>
      got(
        api.POST("/api/v1/territories/{territory}/encounters", {
          params: { path: { territory } },
          body: { ...entry, establishments: [...entry.establishments] },
        }),
      ),
    onSuccess: ({ encounters }) => {
      toast(say.logged, () => void Promise.all(encounters.map(removeOne)).then(fresh));
      return fresh();
    },
  });
  const remove = useMutation({
    mutationFn: removeOne,
    onSuccess: (_, encounter) => {
      toast(
        say.logRemoved,
        () =>
          void got(
            api.POST("/api/v1/territories/{territory}/encounters/{encounter}/restore", {
              params: { path: { territory, encounter } },
            }),
          ).then(fresh),
      );
      return fresh();
    },
  });
  return { log, remove };
}
