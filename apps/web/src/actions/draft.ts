import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, got } from "../api/client.ts";
import { meQuery } from "../api/queries.ts";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { type Action, type SheetFields, useActionsAgain } from "./queries.ts";
import { actionWords } from "./words.ts";

const fieldsOf = ({ id, version, standing, remarks, updated_at, ...fields }: Action): SheetFields => fields;

/** What is being written of a sheet: kept on this device until it is saved, compared with what stands. */
export function useDraft(territory: string, action: Action) {
  const toast = useToast();
  const say = useCatalogue(actionWords);
  const again = useActionsAgain(territory);
  const { data: me } = useSuspenseQuery(meQuery);
  // Of whoever types: another person who signs in on this device does not find it.
  const key = `simbiosi.action.${me.account?.id ?? ""}.${action.id}`;
  const [said, setSaid] = useState<{ readonly version: number; readonly fields: Partial<SheetFields> }>(() => {
    const kept = localStorage.getItem(key);
    return kept === null ? { version: action.version, fields: {} } : JSON.parse(kept);
  });
  const changed = Object.keys(said.fields).length > 0;
  useEffect(() => {
    if (changed) localStorage.setItem(key, JSON.stringify(said));
    else localStorage.removeItem(key);
  }, [key, said, changed]);
  const write = useMutation({
    mutationFn: (version: number) =>
      got(
        api.PATCH("/api/v1/territories/{territory}/actions/{action}", {
          params: { path: { territory, action: action.id } },
          body: { version, fields: said.fields },
        }),
      ),
    onSuccess: async ({ version }) => {
      await again();
      setSaid({ version, fields: {} });
      toast(say.saved);
    },
    onError: again,
  });
  return {
    sheet: { ...fieldsOf(action), ...said.fields },
    changed,
    saving: write.isPending,
    problem: write.error,
    set: (fields: Partial<SheetFields>): void =>
      setSaid((before) => ({
        version: Object.keys(before.fields).length === 0 ? action.version : before.version,
        fields: { ...before.fields, ...fields },
      })),
    save: (): void => write.mutate(said.version),
    saveOver: (): void => write.mutate(action.version),
    forget: (): void => {
      write.reset();
      setSaid({ version: action.version, fields: {} });
    },
  };
}
