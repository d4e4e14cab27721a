import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, got, type Problem, problemOf } from "../api/client.ts";
import { flowsQuery } from "../api/queries.ts";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import type { FlowFields, StoredFlow } from "./rows.ts";
import { flowWords } from "./words.ts";

export type FlowEdit = { readonly flow: StoredFlow; readonly fields?: FlowFields; readonly present?: boolean };
/** What somebody else saved meanwhile, beside what was to be written. */
export type Conflict = { readonly edits: readonly FlowEdit[]; readonly current: readonly StoredFlow[] };

const before = (flow: StoredFlow, fields: FlowFields): FlowFields =>
  Object.fromEntries(
    Object.keys(fields).map((key) => [key, (flow as Record<string, unknown>)[key] ?? null]),
  ) as FlowFields;

/** Writes one flow or many, all or none; says so with a way back, or keeps what collided for the person to choose. */
export function useSaveFlows(territory: string) {
  const queries = useQueryClient();
  const toast = useToast();
  const say = useCatalogue(flowWords);
  const [conflict, setConflict] = useState<Conflict>();
  const [problem, setProblem] = useState<Problem>();
  const key = flowsQuery(territory).queryKey;
  const { mutateAsync, isPending } = useMutation({
    // What was typed waits for a database that is away for a minute; the version keeps it from being written over.
    retry: (count, error) => count < 30 && problemOf(error).code === "DATABASE_AWAY",
    retryDelay: 2_000,
    mutationFn: (edits: readonly FlowEdit[]) =>
      got(
        api.POST("/api/v1/territories/{territory}/flows/bulk", {
          params: { path: { territory } },
          body: {
            edits: edits.map(({ flow, fields = {}, present }) => ({
              id: flow.id,
              version: flow.version,
              fields,
              ...(present === undefined ? {} : { present }),
            })),
          },
        }),
      ),
  });
  const save = async (edits: readonly FlowEdit[], told: string | null, onUndo?: () => void): Promise<boolean> => {
    setProblem(undefined);
    try {
      const { flows } = await mutateAsync(edits);
      const versions = new Map(flows.map(({ id, version }) => [id, version]));
      const after = edits.map((edit) => ({
        ...edit,
        flow: { ...edit.flow, ...edit.fields, version: versions.get(edit.flow.id) ?? edit.flow.version } as StoredFlow,
      }));
      const changed = new Map(after.map((edit) => [edit.flow.id, edit]));
      queries.setQueryData(key, (old) =>
        old === undefined
          ? old
          : {
              flows: old.flows.flatMap((flow) => {
                const edit = changed.get(flow.id);
                return edit === undefined ? [flow] : edit.present === false ? [] : [edit.flow];
              }),
            },
      );
      void queries.invalidateQueries({ queryKey: [territory, "history"] });
      void queries.invalidateQueries({ queryKey: key });
      if (told !== null)
        toast(told, () => {
          const back = after.map(({ flow, fields, present }, i) => ({
            flow,
            fields: before(edits[i]?.flow ?? flow, fields ?? {}),
            ...(present === undefined ? {} : { present: !present }),
          }));
          void save(back, null).then((done) => {
            if (done) toast(say.undone);
            onUndo?.();
          });
        });
      return true;
    } catch (error) {
      const failed = problemOf(error);
      if (failed.code === "CHANGED_MEANWHILE") {
        setConflict({ edits, current: failed.current as readonly StoredFlow[] });
        void queries.invalidateQueries({ queryKey: key });
      } else setProblem(failed);
      return false;
    }
  };
  return { save, isPending, conflict, settle: () => setConflict(undefined), problem };
}
