import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { territoryQuery } from "../api/queries.ts";
import { Button, ProblemNote, Select, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { typedQuantity } from "../words/typed-number.ts";
import { useWords } from "../words/words.tsx";
import { settingsWords } from "./words.ts";

/** The card of the territory: what the funder asks of it, and the context that prices and distances rest on. */
export function TerritoryCard({ territory }: { readonly territory: string }) {
  const { words } = useWords();
  const say = useCatalogue(settingsWords);
  const toast = useToast();
  const queries = useQueryClient();
  const { data } = useSuspenseQuery(territoryQuery(territory));
  const yesNo = (value: boolean | null): string => (value === null ? "" : value ? "yes" : "no");
  const [typed, setTyped] = useState({
    name: data.name,
    type: data.type ?? "",
    context: data.context ?? "",
    siren: data.siren ?? "",
    insee: (data.insee ?? []).join(" "),
    fte: data.facilitator_fte?.toString() ?? "",
    internal: yesNo(data.internal_facilitation),
    supported: yesNo(data.previously_supported),
  });
  const set = (key: keyof typeof typed) => (value: string) => setTyped((old) => ({ ...old, [key]: value }));
  const fte = typedQuantity(typed.fte);
  const wrong = fte === undefined;
  const boolean = (value: string): boolean | null => (value === "" ? null : value === "yes");
  const orNull = (value: string): string | null => (value.trim() === "" ? null : value.trim());
  const save = useMutation({
    mutationFn: () =>
      got(
        api.PATCH("/api/v1/territories/{territory}", {
          params: { path: { territory } },
          body: {
            version: data.version,
            fields: {
              name: typed.name,
              type: orNull(typed.type) as "ZA" | null,
              context: orNull(typed.context),
              siren: orNull(typed.siren.replaceAll(" ", "")),
              insee: typed.insee.trim() === "" ? null : typed.insee.trim().split(/[\s,;]+/),
              facilitator_fte: fte ?? null,
              internal_facilitation: boolean(typed.internal),
              previously_supported: boolean(typed.supported),
            },
          },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [territory, "territory"] });
      await queries.invalidateQueries({ queryKey: ["me"] });
      toast(say.saved);
    },
  });
  const choices = [
    { value: "", label: say.none },
    { value: "yes", label: words.app.yes },
    { value: "no", label: words.app.no },
  ];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) save.mutate();
      }}
    >
      <h2>{say.card}</h2>
      <div className="cards">
        <TextField label={say.name} value={typed.name} onChange={set("name")} isRequired />
        <Select
          label={say.type}
          value={typed.type}
          onChange={set("type")}
          options={[
            { value: "", label: say.none },
            ...Object.entries(say.types).map(([value, label]) => ({ value, label })),
          ]}
        />
        <Select
          label={say.context}
          value={typed.context}
          onChange={set("context")}
          options={[
            { value: "", label: say.none },
            ...Object.entries(say.contexts).map(([value, label]) => ({ value, label })),
          ]}
        />
        <TextField label={say.siren} value={typed.siren} onChange={set("siren")} inputMode="numeric" />
        <TextField label={say.insee} value={typed.insee} onChange={set("insee")} />
        <TextField
          label={say.fte}
          value={typed.fte}
          onChange={set("fte")}
          inputMode="decimal"
          wrong={wrong ? say.wrongNumber : undefined}
        />
        <Select label={say.internal} value={typed.internal} onChange={set("internal")} options={choices} />
        <Select label={say.supported} value={typed.supported} onChange={set("supported")} options={choices} />
      </div>
      {save.isError && <ProblemNote error={save.error} />}
      <Button look="main" type="submit" isDisabled={save.isPending}>
        {words.app.save}
      </Button>
    </form>
  );
}
