import { type FundingState, fundingStateNames, fundingStates } from "@simbiosi/domain";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { ChoiceCell, NumberCell, WordsCell } from "./cells.tsx";
import type { SheetFields } from "./queries.ts";
import { Rows } from "./rows.tsx";
import { actionWords } from "./words.ts";

/** The lists of a sheet: steps, budget, funders, indicators. */
export function SheetTables({
  sheet,
  set,
}: {
  readonly sheet: SheetFields;
  readonly set: (fields: Partial<SheetFields>) => void;
}) {
  const { of } = useWords();
  const say = useCatalogue(actionWords);
  const today = new Date();
  return (
    <>
      <Rows
        title={say.steps}
        rows={sheet.steps}
        none={say.noSteps}
        add={say.addStep}
        blank={{ what: "", owner: "", due: null, done: false }}
        nameOf={({ what }) => what}
        onChange={(steps) => set({ steps })}
        columns={[
          {
            name: say.what,
            look: "wide",
            cell: (row, change, label) => (
              <WordsCell label={label} value={row.what} onChange={(what) => change({ what })} />
            ),
          },
          {
            name: say.owner,
            cell: (row, change, label) => (
              <WordsCell label={label} value={row.owner} onChange={(owner) => change({ owner })} />
            ),
          },
          {
            name: say.due,
            cell: (row, change, label) => (
              <WordsCell
                label={label}
                type="date"
                value={row.due ?? ""}
                onChange={(due) => change({ due: due === "" ? null : due })}
              />
            ),
          },
          {
            name: say.done,
            cell: (row, change, label) => (
              <input
                className="tick"
                type="checkbox"
                aria-label={label}
                checked={row.done}
                onChange={(event) => change({ done: event.target.checked })}
              />
            ),
          },
        ]}
      />
      <Rows
        title={say.budget}
        rows={sheet.budget}
        none={say.noBudget}
        add={say.addLine}
        blank={{
          what: "",
          kind: "investment",
          unit: "eur",
          year: today.getFullYear(),
          planned: null,
          actual: null,
        }}
        nameOf={({ what }) => what}
        onChange={(budget) => set({ budget })}
        columns={[
          {
            name: say.what,
            look: "wide",
            cell: (row, change, label) => (
              <WordsCell label={label} value={row.what} onChange={(what) => change({ what })} />
            ),
          },
          {
            name: say.kind,
            cell: (row, change, label) => (
              <ChoiceCell
                label={label}
                value={row.kind}
                onChange={(kind) => change({ kind })}
                options={(["investment", "running"] as const).map((value) => ({ value, label: say.kinds[value] }))}
              />
            ),
          },
          {
            name: say.unit,
            cell: (row, change, label) => (
              <ChoiceCell
                label={label}
                value={row.unit}
                onChange={(unit) => change({ unit })}
                options={(["eur", "fte"] as const).map((value) => ({ value, label: say.units[value] }))}
              />
            ),
          },
          {
            name: say.year,
            look: "number",
            cell: (row, change, label) => (
              <ChoiceCell
                label={label}
                value={String(row.year)}
                onChange={(year) => change({ year: Number(year) })}
                options={yearsAround(today.getFullYear(), row.year).map((year) => ({ value: year, label: year }))}
              />
            ),
          },
          ...(["planned", "actual"] as const).map((field) => ({
            name: say[field],
            look: "number" as const,
            cell: (
              row: SheetFields["budget"][number],
              change: (fields: Partial<SheetFields["budget"][number]>) => void,
              label: string,
            ) => (
              <NumberCell
                as="amount"
                label={label}
                value={row[field]}
                wrong={say.wrongAmount}
                onChange={(amount) => change({ [field]: amount })}
              />
            ),
          })),
        ]}
      />
      <Rows
        title={say.funders}
        rows={sheet.funders}
        none={say.noFunders}
        add={say.addFunder}
        blank={{ name: "", scheme: null, amount: null, state: "to-ask" }}
        nameOf={({ name }) => name}
        onChange={(funders) => set({ funders })}
        columns={[
          {
            name: say.funder,
            look: "wide",
            cell: (row, change, label) => (
              <WordsCell label={label} value={row.name} onChange={(name) => change({ name })} />
            ),
          },
          {
            name: say.amount,
            look: "number",
            cell: (row, change, label) => (
              <NumberCell
                as="amount"
                label={label}
                value={row.amount}
                wrong={say.wrongAmount}
                onChange={(amount) => change({ amount })}
              />
            ),
          },
          {
            name: say.state,
            cell: (row, change, label) => (
              <ChoiceCell<FundingState>
                label={label}
                value={row.state}
                onChange={(state) => change({ state })}
                options={fundingStates.map((value) => ({ value, label: of(fundingStateNames[value]) }))}
              />
            ),
          },
        ]}
      />
      <Rows
        title={say.indicators}
        rows={sheet.indicators}
        none={say.noIndicators}
        add={say.addIndicator}
        blank={{ label: "", unit: "", baseline: null, target: null, measures: [] }}
        nameOf={({ label }) => label}
        onChange={(indicators) => set({ indicators })}
        columns={[
          {
            name: say.indicator,
            look: "wide",
            cell: (row, change, label) => (
              <WordsCell label={label} value={row.label} onChange={(words) => change({ label: words })} />
            ),
          },
          {
            name: say.unit,
            cell: (row, change, label) => (
              <WordsCell label={label} value={row.unit} onChange={(unit) => change({ unit })} />
            ),
          },
          ...(["baseline", "target"] as const).map((field) => ({
            name: say[field],
            look: "number" as const,
            cell: (
              row: SheetFields["indicators"][number],
              change: (fields: Partial<SheetFields["indicators"][number]>) => void,
              label: string,
            ) => (
              <NumberCell
                label={label}
                value={row[field]}
                wrong={say.wrongNumber}
                onChange={(value) => change({ [field]: value })}
              />
            ),
          })),
          {
            name: say.last,
            look: "number",
            cell: (row, change, label) => (
              <NumberCell
                label={label}
                value={row.measures.at(-1)?.value ?? null}
                wrong={say.wrongNumber}
                onChange={(value) =>
                  change({ measures: measured(row.measures, value, today.toISOString().slice(0, 10)) })
                }
              />
            ),
          },
        ]}
      />
    </>
  );
}

const yearsAround = (now: number, own: number): readonly string[] => {
  const from = Math.min(now - 3, own);
  const to = Math.max(now + 10, own);
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
};

/** A measure of a day: the same day is corrected, another is added; an emptied one is taken back. */
function measured(
  measures: SheetFields["indicators"][number]["measures"],
  value: number | null,
  on: string,
): SheetFields["indicators"][number]["measures"] {
  const before = measures.filter((one) => one.on !== on);
  return value === null ? before : [...before, { on, value }];
}
