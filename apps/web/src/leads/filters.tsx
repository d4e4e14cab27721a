import {
  type LeadFilter,
  type LeadSort,
  type ListedLead,
  leadSorts,
  shownLeads,
  stageNames,
  stages,
} from "@simbiosi/domain";
import { usePrefetchQuery, useSuspenseQueries } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { establishmentsQuery, flowsQuery, runQuery, understandingQuery } from "../api/queries.ts";
import { Button, Select, TextField } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { leadWords } from "./words.ts";

const known = ["q", "kind", "verdict", "stage", "company", "family", "gain", "todo"] as const;

/** What of the address filters and orders leads. */
export const leadFilters = (search: LeadFilter): LeadFilter =>
  Object.fromEntries([...known, "sort"].map((key) => [key, search[key]]));

/** Asks at once for everything that a screen of leads shows, where each part would wait for the one before. */
export function useLeadsAhead(territory: string): void {
  const { lang } = useWords();
  usePrefetchQuery(establishmentsQuery(territory));
  usePrefetchQuery(flowsQuery(territory));
  usePrefetchQuery(understandingQuery(territory, lang));
  usePrefetchQuery(runQuery(territory, lang));
}

/** Filters of the address, what they leave of some leads, and names to show them by. */
export function useFiltered<L extends ListedLead>(territory: string, leads: readonly L[]) {
  const { lang } = useWords();
  const search: LeadFilter = useSearch({ strict: false });
  const navigate = useNavigate();
  const [sites, flows, understanding] = useSuspenseQueries({
    queries: [establishmentsQuery(territory), flowsQuery(territory), understandingQuery(territory, lang)],
  });
  const names = new Map(sites.data.establishments.map(({ id, name }) => [id, name]));
  // What a person said of a flow comes before what was understood of it.
  const understood = new Map(understanding.data.check?.flows.map(({ id, path }) => [id, path[0]]));
  const said = new Map(flows.data.flows.map(({ id, family }) => [id, family ?? understood.get(id) ?? undefined]));
  const familyOf = (flow: string): string | undefined => said.get(flow) ?? undefined;
  return {
    search,
    names,
    familyOf,
    shown: shownLeads(leads, search, names, familyOf),
    filtered: known.some((key) => (search[key] ?? "") !== ""),
    set: (changes: LeadFilter): void =>
      void navigate({ to: ".", search: (old) => ({ ...old, n: undefined, ...changes }), replace: true }),
    clear: (): void =>
      void navigate({
        to: ".",
        search: (old) => ({ ...old, n: undefined, ...Object.fromEntries(known.map((key) => [key, undefined])) }),
        replace: true,
      }),
  };
}

export type Filtered = Pick<
  ReturnType<typeof useFiltered>,
  "search" | "names" | "familyOf" | "filtered" | "set" | "clear"
>;

/** The filters of every screen of leads: the same words in the address, so that a link keeps them. */
export function LeadFilters({
  leads,
  filtered: { search, names, familyOf, filtered, set, clear },
  order = true,
  stage = true,
}: {
  readonly leads: readonly ListedLead[];
  readonly filtered: Filtered;
  readonly order?: boolean;
  readonly stage?: boolean;
}) {
  const { words, of } = useWords();
  const say = useCatalogue(leadWords);
  const all = { value: "", label: words.app.all };
  const parties = [...new Set(leads.flatMap(({ establishments }) => establishments))]
    .flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : { value: id, label: name };
    })
    .sort((a, b) => a.label.localeCompare(b.label));
  const present = [
    ...new Set(leads.flatMap(({ offers, needs }) => [...offers, ...needs]).flatMap((id) => familyOf(id) ?? [])),
  ];
  const familyName = (family: string): string => (say.families as Readonly<Record<string, string>>)[family] ?? family;
  return (
    <search className="filters no-print" aria-label={say.filters}>
      <TextField label={say.search} type="search" value={search.q ?? ""} onChange={(q) => set({ q })} />
      <Select
        label={say.kind}
        value={search.kind ?? ""}
        onChange={(kind) => set({ kind })}
        options={[all, ...Object.entries(say.kinds).map(([value, label]) => ({ value, label }))]}
      />
      <Select
        label={say.verdict}
        value={search.verdict ?? ""}
        onChange={(verdict) => set({ verdict })}
        options={[
          all,
          ...Object.entries(say.verdicts)
            .filter(([value]) => value !== "forbidden")
            .map(([value, label]) => ({ value, label })),
        ]}
      />
      {stage && (
        <Select
          label={say.stage}
          value={search.stage ?? ""}
          onChange={(value) => set({ stage: value })}
          options={[all, ...stages.map((value) => ({ value, label: of(stageNames[value]) }))]}
        />
      )}
      <Select
        label={say.company}
        value={search.company ?? ""}
        onChange={(company) => set({ company })}
        options={[all, ...parties]}
      />
      <Select
        label={say.family}
        value={search.family ?? ""}
        onChange={(family) => set({ family })}
        options={[
          all,
          ...present
            .map((value) => ({ value, label: familyName(value) }))
            .sort((a, b) => a.label.localeCompare(b.label)),
        ]}
      />
      <TextField
        label={say.minimum}
        type="text"
        inputMode="decimal"
        value={search.gain ?? ""}
        onChange={(gain) => set({ gain })}
      />
      {order && (
        <Select
          label={say.sort}
          value={(search.sort ?? "rank") as LeadSort}
          onChange={(sort) => set({ sort: sort === "rank" ? undefined : sort })}
          options={leadSorts.map((value) => ({ value, label: say.sorts[value] }))}
        />
      )}
      <div className="row ends">
        {stage && (
          <label className="tick">
            <input
              type="checkbox"
              checked={search.todo === "1"}
              onChange={(event) => set({ todo: event.target.checked ? "1" : undefined })}
            />
            {say.onlyUndecided}
          </label>
        )}
        {filtered && (
          <Button look="quiet" onPress={clear}>
            {say.clear}
          </Button>
        )}
      </div>
    </search>
  );
}
