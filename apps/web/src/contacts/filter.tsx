import { shownContacts } from "@simbiosi/domain";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { contactsQuery } from "../api/queries.ts";
import type { paths } from "../api/schema.ts";
import { Select, TextField } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { contactWords } from "./words.ts";

type Book = paths["/api/v1/territories/{territory}/contacts"]["get"]["responses"][200]["content"]["application/json"];
export type Contact = Book["contacts"][number];
export type Encounter = Book["encounters"][number];
export type Company = Book["companies"][number];

export const today = (): string => new Date().toLocaleDateString("sv-SE");

/** The companies that the address asks for: by words, by silence, by the state of the charter. */
export function useCompanies(territory: string) {
  const { data } = useSuspenseQuery(contactsQuery(territory));
  const { q = "", quiet = "", charter = "" } = useSearch({ strict: false });
  const shown = shownContacts(data.companies, data.contacts, { q, quiet, charter }, today());
  return { ...data, shown };
}

export function CompanyFilter() {
  const say = useCatalogue(contactWords);
  const { q = "", quiet = "", charter = "" } = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = (key: string) => (value: string) =>
    void navigate({ to: ".", search: (old) => ({ ...old, [key]: value }), replace: true });
  return (
    <div className="filters">
      <TextField label={say.search} type="search" value={q} onChange={set("q")} />
      <Select
        label={say.quiet}
        value={quiet}
        onChange={set("quiet")}
        options={Object.entries(say.quietFor)
          .sort(([a], [b]) => Number(a) - Number(b))
          .map(([value, label]) => ({ value, label }))}
      />
      <Select
        label={say.charterIs}
        value={charter}
        onChange={set("charter")}
        options={[
          { value: "", label: say.any },
          ...Object.entries(say.states).map(([value, label]) => ({ value, label })),
        ]}
      />
    </div>
  );
}
