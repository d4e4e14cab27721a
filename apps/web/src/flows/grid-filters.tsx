import { families } from "@simbiosi/domain";
import { Select, TextField } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import type { Column } from "./columns.ts";
import { flowWords } from "./words.ts";

type Props = {
  readonly search: Readonly<Record<string, string | undefined>>;
  readonly set: (key: string) => (value: string) => void;
  readonly columns: readonly Column[];
  readonly hidden: readonly string[];
  readonly establishments: readonly { readonly id: string; readonly name: string }[];
};

/** Which flows are shown, and which of their columns: all of it in the address. */
export function FlowFilters({ search, set, columns, hidden, establishments }: Props) {
  const say = useCatalogue(flowWords);
  const { q = "", direction = "", family = "", company = "", doubtful, empty } = search;
  return (
    <>
      <div className="filters no-print">
        <TextField label={say.search} type="search" value={q} onChange={set("q")} />
        <Select
          label={say.columns.direction}
          value={direction}
          onChange={set("direction")}
          options={[
            { value: "", label: say.allDirections },
            { value: "out", label: say.directions.out },
            { value: "in", label: say.directions.in },
          ]}
        />
        <Select
          label={say.columns.family}
          value={family}
          onChange={set("family")}
          options={[
            { value: "", label: say.allFamilies },
            ...families.map((value) => ({ value, label: say.families[value] })),
          ]}
        />
        <Select
          label={say.columns.company}
          value={company}
          onChange={set("company")}
          options={[
            { value: "", label: say.allCompanies },
            ...establishments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {(
          [
            ["doubtful", say.doubtful, doubtful],
            ["empty", say.noQuantity, empty],
          ] as const
        ).map(([key, label, on]) => (
          <label key={key} className="check">
            <input
              type="checkbox"
              checked={on === "1"}
              onChange={(event) => set(key)(event.target.checked ? "1" : "")}
            />
            {label}
          </label>
        ))}
      </div>
      <details className="choice-of-columns no-print">
        <summary>{say.columnsChoice}</summary>
        <div className="choices">
          {columns.map(({ id, label }) => (
            <label key={id} className="check">
              <input
                type="checkbox"
                checked={!hidden.includes(id)}
                onChange={(event) =>
                  // A point alone: no column is hidden.
                  set("cols")(
                    (event.target.checked ? hidden.filter((one) => one !== id) : [...hidden, id]).join(".") || ".",
                  )
                }
              />
              {label}
            </label>
          ))}
        </div>
      </details>
    </>
  );
}
