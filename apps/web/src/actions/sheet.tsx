import {
  type ActionStatus,
  actionStatuses,
  type FundingState,
  fundingStateNames,
  fundingStates,
  type Intervention,
  interventionNames,
  interventions,
  priorities,
  standingNames,
} from "@simbiosi/domain";
import { useMutation, useSuspenseQueries } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { api, got, problemOf } from "../api/client.ts";
import { establishmentsQuery, leadsQuery } from "../api/queries.ts";
import { HistoryList } from "../changes/history-list.tsx";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { Notes } from "../notes/notes.tsx";
import { Badge, Button, Note, ProblemNote, Select, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { Aid } from "./aid.tsx";
import { AmountCell, ChoiceCell, NumberCell, WordsCell } from "./cells.tsx";
import { FinancingTotals } from "./financing.tsx";
import { namesIn } from "./names.ts";
import { standingTone } from "./plan.tsx";
import { type Action, actionQuery, type SheetFields, useActionsAgain } from "./queries.ts";
import { Rows } from "./rows.tsx";
import { actionWords } from "./words.ts";
import "./actions.css";

/** One action sheet: read, written in place, saved as a whole; its money, its aid, its evidence and its history. */
export function ActionSheetScreen() {
  const { territory } = useHere();
  const { action: id = "" } = useParams({ strict: false }) as { action?: string };
  const { lang, of } = useWords();
  const say = useCatalogue(actionWords);
  const [{ data }, sites, leads] = useSuspenseQueries({
    queries: [actionQuery(territory, id), establishmentsQuery(territory), leadsQuery(territory, lang)],
  });
  const { action, financing, aid } = data;
  useTitle(action.title);
  const draft = useDraft(territory, action);
  const { sheet, set } = draft;
  const names = new Map(sites.data.establishments.map((one) => [one.id, one.name]));
  const titles = new Map(leads.data.leads.map((one) => [one.id, one.title]));
  const today = new Date();
  const partners = sheet.partners.filter((one) => names.has(one));
  return (
    <>
      <div className="row between">
        <span className="row">
          <Badge tone={standingTone[action.standing]}>{of(standingNames[action.standing])}</Badge>
          <span className="soft">{sheet.axis === "" ? say.noAxis : sheet.axis}</span>
        </span>
        <Acts territory={territory} action={action} />
      </div>
      <h1>{sheet.title === "" ? say.sheet : sheet.title}</h1>
      {action.remarks.length > 0 && (
        <Note tone="doing">
          <ul>
            {action.remarks.map((remark) => (
              <li key={remark.code}>
                {of(remark)} <span className="soft">{of({ fr: remark.next_fr, en: remark.next_en })}</span>
              </li>
            ))}
          </ul>
        </Note>
      )}
      <form
        aria-label={say.sheet}
        onSubmit={(event) => {
          event.preventDefault();
          draft.save();
        }}
      >
        <TextField label={say.ownTitle} value={sheet.title} maxLength={300} onChange={(title) => set({ title })} />
        <TextField
          label={say.description}
          lines={4}
          value={sheet.description}
          onChange={(description) => set({ description })}
        />
        <div className="two-fields">
          <TextField label={say.axis} value={sheet.axis} onChange={(axis) => set({ axis })} />
          <Select<ActionStatus>
            label={say.status}
            value={sheet.status}
            onChange={(status) => set({ status })}
            options={actionStatuses.map((value) => ({ value, label: of(standingNames[value]) }))}
          />
          <Select
            label={say.priority}
            value={sheet.priority}
            onChange={(priority) => set({ priority })}
            options={priorities.map((value) => ({ value, label: say.priorities[value] }))}
          />
          <Select<Intervention>
            label={say.intervention}
            value={sheet.intervention}
            onChange={(intervention) => set({ intervention })}
            options={interventions.map((value) => ({ value, label: of(interventionNames[value]) }))}
          />
          <Names label={say.pilots} value={sheet.pilots} onChange={(pilots) => set({ pilots })} />
          <Names label={say.referents} value={sheet.referents} onChange={(referents) => set({ referents })} />
          <TextField
            label={say.starts}
            type="date"
            value={sheet.starts ?? ""}
            onChange={(starts) => set({ starts: starts === "" ? null : starts })}
          />
          <TextField
            label={say.ends}
            type="date"
            value={sheet.ends ?? ""}
            onChange={(ends) => set({ ends: ends === "" ? null : ends })}
          />
          <TextField label={say.structure} value={sheet.structure} onChange={(structure) => set({ structure })} />
          <TextField label={say.governance} value={sheet.governance} onChange={(governance) => set({ governance })} />
        </div>
        <div className="two-fields">
          <TextField
            label={say.objectives}
            lines={3}
            value={sheet.objectives}
            onChange={(objectives) => set({ objectives })}
          />
          <TextField label={say.audience} lines={3} value={sheet.audience} onChange={(audience) => set({ audience })} />
        </div>
        <h2>{say.partners}</h2>
        <ul className="partners">
          {partners.map((one) => (
            <li key={one}>
              <Link to="/t/$territory/entreprises/$establishment" params={{ territory, establishment: one }}>
                {names.get(one)}
              </Link>{" "}
              <span className="no-print">
                <Button
                  look="quiet"
                  aria-label={say.removeRow(names.get(one) ?? "")}
                  onPress={() => set({ partners: sheet.partners.filter((other) => other !== one) })}
                >
                  ✕
                </Button>
              </span>
            </li>
          ))}
        </ul>
        <div className="two-fields no-print">
          <Select
            label={say.addPartner}
            value=""
            onChange={(one) => one !== "" && set({ partners: [...sheet.partners, one] })}
            options={[
              { value: "", label: "–" },
              ...sites.data.establishments
                .filter((one) => !sheet.partners.includes(one.id))
                .map((one) => ({ value: one.id, label: one.name })),
            ]}
          />
          <Names
            label={say.otherPartners}
            value={sheet.otherPartners}
            onChange={(otherPartners) => set({ otherPartners })}
          />
        </div>
        {sheet.leads.length > 0 && (
          <>
            <h2>{say.leads}</h2>
            <ul>
              {sheet.leads.map((lead) => (
                <li key={lead}>
                  <Link to="/t/$territory/synergies/$lead" params={{ territory, lead }}>
                    {titles.get(lead) ?? lead}
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
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
                <AmountCell
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
                <AmountCell
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
        <div className="with-room">
          <TextField label={say.notes} lines={3} value={sheet.notes} onChange={(notes) => set({ notes })} />
        </div>
        {draft.problem !== null && (
          <>
            <ProblemNote error={draft.problem} />
            {problemOf(draft.problem).code === "CHANGED_MEANWHILE" && (
              <Button onPress={draft.saveOver}>{say.takeNew}</Button>
            )}
          </>
        )}
        {draft.changed && (
          <div className="save-bar row no-print">
            <Button look="main" type="submit" isDisabled={draft.saving || sheet.title.trim() === ""}>
              {say.save}
            </Button>
            <Button onPress={draft.forget}>{say.cancel}</Button>
            <span className="soft" role="status">
              {say.unsaved}
            </span>
          </div>
        )}
      </form>
      <h2>{say.financingTitle}</h2>
      <FinancingTotals financing={financing} />
      <Aid
        aid={aid}
        onAdd={(funder) => set({ funders: [...sheet.funders, funder] })}
        taken={new Set(sheet.funders.flatMap(({ scheme }) => scheme ?? []))}
      />
      <Notes territory={territory} about={{ object: "action", object_id: id }} />
      <details>
        <summary>{say.history}</summary>
        <HistoryList territory={territory} object="action" id={id} />
      </details>
      <p>
        <Link to="/t/$territory/plan" params={{ territory }}>
          {say.all}
        </Link>
      </p>
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

function Names({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (names: string[]) => void;
}) {
  const say = useCatalogue(actionWords);
  const [typed, setTyped] = useState(value.join(", "));
  const same = namesIn(typed).join() === value.join();
  return (
    <TextField
      label={label}
      help={say.pilotsHelp}
      value={same ? typed : value.join(", ")}
      onChange={(words) => {
        setTyped(words);
        onChange(namesIn(words));
      }}
    />
  );
}

const fieldsOf = ({ id, version, standing, remarks, updated_at, ...fields }: Action): SheetFields => fields;

/** What is being written of a sheet: kept on this device until it is saved, compared with what stands. */
function useDraft(territory: string, action: Action) {
  const toast = useToast();
  const say = useCatalogue(actionWords);
  const again = useActionsAgain(territory);
  const key = `simbiosi.action.${action.id}`;
  const [said, setSaid] = useState<{ readonly version: number; readonly fields: Partial<SheetFields> }>(() => {
    const kept = sessionStorage.getItem(key);
    return kept === null ? { version: action.version, fields: {} } : JSON.parse(kept);
  });
  const changed = Object.keys(said.fields).length > 0;
  useEffect(() => {
    if (changed) sessionStorage.setItem(key, JSON.stringify(said));
    else sessionStorage.removeItem(key);
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

function Acts({ territory, action }: { readonly territory: string; readonly action: Action }) {
  const say = useCatalogue(actionWords);
  const toast = useToast();
  const navigate = useNavigate();
  const again = useActionsAgain(territory);
  const path = { territory, action: action.id };
  const copy = useMutation({
    mutationFn: () => got(api.POST("/api/v1/territories/{territory}/actions/{action}/duplicate", { params: { path } })),
    onSuccess: async ({ id }) => {
      await again();
      toast(say.duplicated);
      await navigate({ to: "/t/$territory/plan/$action", params: { territory, action: id } });
    },
  });
  const remove = useMutation({
    mutationFn: () => got(api.DELETE("/api/v1/territories/{territory}/actions/{action}", { params: { path } })),
    onSuccess: async () => {
      await navigate({ to: "/t/$territory/plan", params: { territory } });
      await again();
      toast(say.removed(action.title), () => {
        void got(api.POST("/api/v1/territories/{territory}/actions/{action}/restore", { params: { path } })).then(
          again,
        );
      });
    },
  });
  return (
    <span className="row no-print">
      {(copy.error ?? remove.error) !== null && <ProblemNote error={copy.error ?? remove.error} />}
      <Button onPress={() => copy.mutate()} isDisabled={copy.isPending}>
        {say.duplicate}
      </Button>
      <Button look="danger" onPress={() => remove.mutate()} isDisabled={remove.isPending}>
        {say.remove}
      </Button>
      <Button look="quiet" onPress={() => print()}>
        {say.print}
      </Button>
    </span>
  );
}
