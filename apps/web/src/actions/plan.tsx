import {
  actionFilterKeys,
  actionStatuses,
  financingOf,
  interventionNames,
  interventions,
  priorities,
  shownActions,
  standingNames,
  standings,
} from "@simbiosi/domain";
import { useMutation, useSuspenseQueries } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { api, got } from "../api/client.ts";
import { establishmentsQuery } from "../api/queries.ts";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Badge, Button, Empty, ProblemNote, Select, TextField } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { ActionBoard } from "./board.tsx";
import { ActionCalendar } from "./calendar.tsx";
import { ChangeMany } from "./change-many.tsx";
import { euros } from "./money.ts";
import { PlanDocument } from "./plan-document.tsx";
import { type Action, actionsQuery, useActionsAgain } from "./queries.ts";
import { ActionLink, standingTone, useDates } from "./shown.tsx";
import { actionWords } from "./words.ts";
import "./actions.css";

const views = ["table", "cards", "board", "calendar"] as const;
type View = (typeof views)[number];

/** The action plan: one selection, kept in the address, as a table, sheets, stages or a calendar. */
export function Plan() {
  const { territory } = useHere();
  const { words, of } = useWords();
  const say = useCatalogue(actionWords);
  useTitle(say.title);
  const [{ data }, sites] = useSuspenseQueries({ queries: [actionsQuery(territory), establishmentsQuery(territory)] });
  const search = useSearch({ strict: false }) as Readonly<Record<string, string | undefined>>;
  const navigate = useNavigate();
  const set = (changes: Readonly<Record<string, string | undefined>>): void =>
    void navigate({ to: ".", search: (old) => ({ ...old, ...changes }), replace: true });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [changing, setChanging] = useState(false);
  const { actions } = data;
  const view = views.find((one) => one === search.view) ?? "table";
  const shown = shownActions(actions, search);
  const ticked = shown.filter(({ id }) => chosen.has(id));
  const tick = (ids: readonly string[], on: boolean): void =>
    setChosen((old) => new Set(on ? [...old, ...ids] : [...old].filter((one) => !ids.includes(one))));
  const filtered = actionFilterKeys.some((key) => (search[key] ?? "") !== "");
  const all = { value: "", label: words.app.all };
  const among = (values: readonly string[]) => [
    all,
    ...[...new Set(values)]
      .filter((value) => value !== "")
      .sort((a, b) => a.localeCompare(b))
      .map((value) => ({ value, label: value })),
  ];
  const partners = new Set(actions.flatMap((one) => one.partners));
  if (actions.length === 0)
    return (
      <>
        <div className="row between">
          <h1>{say.title}</h1>
          <NewAction />
        </div>
        <Empty title={say.empty}>
          <p>{say.emptyHelp}</p>
          <Link className="button plain" to="/t/$territory/synergies" params={{ territory }}>
            {say.toSuggestions}
          </Link>
        </Empty>
      </>
    );
  return (
    <>
      <div className="row between">
        <h1>{say.title}</h1>
        <div className="row no-print">
          <PlanDocument filters={Object.fromEntries(actionFilterKeys.map((key) => [key, search[key]]))} />
          <NewAction />
        </div>
      </div>
      <p className="soft">{say.help}</p>
      <fieldset className="row views no-print">
        <legend className="only-read">{say.views}</legend>
        {views.map((one) => (
          <Button
            key={one}
            look={one === view ? "main" : "plain"}
            aria-pressed={one === view}
            onPress={() => set({ view: one === "table" ? undefined : one })}
          >
            {say.view[one]}
          </Button>
        ))}
      </fieldset>
      <search className="filters no-print" aria-label={say.filters}>
        <TextField label={say.search} type="search" value={search.q ?? ""} onChange={(q) => set({ q })} />
        <Select
          label={say.axis}
          value={search.axis ?? ""}
          onChange={(axis) => set({ axis })}
          options={among(actions.map(({ axis }) => axis))}
        />
        <Select
          label={say.standing}
          value={search.standing ?? ""}
          onChange={(standing) => set({ standing })}
          options={[all, ...standings.map((value) => ({ value, label: of(standingNames[value]) }))]}
        />
        <Select
          label={say.priority}
          value={search.priority ?? ""}
          onChange={(priority) => set({ priority })}
          options={[all, ...priorities.map((value) => ({ value, label: say.priorities[value] }))]}
        />
        <Select
          label={say.pilot}
          value={search.pilot ?? ""}
          onChange={(pilot) => set({ pilot })}
          options={among(actions.flatMap(({ pilots }) => pilots))}
        />
        <Select
          label={say.company}
          value={search.company ?? ""}
          onChange={(company) => set({ company })}
          options={[
            all,
            ...sites.data.establishments
              .filter(({ id }) => partners.has(id))
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Select
          label={say.intervention}
          value={search.field ?? ""}
          onChange={(field) => set({ field })}
          options={[all, ...interventions.map((value) => ({ value, label: of(interventionNames[value]) }))]}
        />
        <div className="ends row">
          <label>
            <input
              type="checkbox"
              checked={search.todo === "1"}
              onChange={(event) => set({ todo: event.target.checked ? "1" : undefined })}
            />{" "}
            {say.onlyTodo}
          </label>
          {filtered && (
            <Button
              look="quiet"
              onPress={() => set(Object.fromEntries(actionFilterKeys.map((key) => [key, undefined])))}
            >
              {say.clear}
            </Button>
          )}
        </div>
      </search>
      <div className="row between">
        <p className="soft" role="status">
          {say.shown(shown.length)}
        </p>
        {ticked.length > 0 && view === "table" && (
          <div className="row no-print">
            <strong>{say.chosen(ticked.length)}</strong>
            <Button look="main" onPress={() => setChanging(true)}>
              {say.changeChosen}
            </Button>
          </div>
        )}
      </div>
      {shown.length === 0 ? <p>{say.none}</p> : <Shown view={view} actions={shown} chosen={chosen} onTick={tick} />}
      <ChangeMany
        open={changing}
        actions={ticked}
        axes={[...new Set(actions.map(({ axis }) => axis).filter((axis) => axis !== ""))]}
        onClose={(done) => {
          setChanging(false);
          if (done) setChosen(new Set());
        }}
      />
    </>
  );
}

type ShownProps = {
  readonly view: View;
  readonly actions: readonly Action[];
  readonly chosen: ReadonlySet<string>;
  readonly onTick: (ids: readonly string[], on: boolean) => void;
};

function Shown({ view, actions, chosen, onTick }: ShownProps): ReactNode {
  if (view === "board") return <ActionBoard actions={actions} statuses={actionStatuses} />;
  if (view === "calendar") return <ActionCalendar actions={actions} />;
  if (view === "cards") return <Cards actions={actions} />;
  return <Table actions={actions} chosen={chosen} onTick={onTick} />;
}

function Table({ actions, chosen, onTick }: Omit<ShownProps, "view">) {
  const { lang, of } = useWords();
  const say = useCatalogue(actionWords);
  const dates = useDates();
  const ids = actions.map(({ id }) => id);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="scroll" tabIndex={0} aria-label={say.title}>
      <table className="list">
        <thead>
          <tr>
            <th scope="col" className="no-print">
              <input
                type="checkbox"
                aria-label={say.chooseAll}
                checked={ids.every((id) => chosen.has(id))}
                onChange={(event) => onTick(ids, event.target.checked)}
              />
            </th>
            <th scope="col">{say.ownTitle}</th>
            <th scope="col">{say.standing}</th>
            <th scope="col">{say.priority}</th>
            <th scope="col">{say.pilots}</th>
            <th scope="col">{say.dates}</th>
            <th scope="col" className="number">
              {say.cost}
            </th>
            <th scope="col">{say.toComplete}</th>
          </tr>
        </thead>
        <tbody>
          {actions.map((action) => {
            const { investment, running } = financingOf([action]);
            return (
              <tr key={action.id} className="sheet-row">
                <td className="no-print">
                  <input
                    type="checkbox"
                    aria-label={say.choose(action.title)}
                    checked={chosen.has(action.id)}
                    onChange={(event) => onTick([action.id], event.target.checked)}
                  />
                </td>
                <td>
                  <ActionLink action={action} />
                  <div className="soft">{action.axis === "" ? say.noAxis : action.axis}</div>
                </td>
                <td>
                  <Badge tone={standingTone[action.standing]}>{of(standingNames[action.standing])}</Badge>
                </td>
                <td>{say.priorities[action.priority]}</td>
                <td>{action.pilots.join(", ")}</td>
                <td>{dates(action)}</td>
                <td className="number">
                  {action.budget.length === 0 ? "" : euros(investment.planned + running.planned, lang)}
                </td>
                <td className="soft">{action.remarks.map(of).join(" ")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Cards({ actions }: { readonly actions: readonly Action[] }) {
  const { of } = useWords();
  const say = useCatalogue(actionWords);
  const dates = useDates();
  return (
    <ul className="cards plan-cards">
      {actions.map((action) => (
        <li key={action.id} className="card">
          <div className="row">
            <Badge tone={standingTone[action.standing]}>{of(standingNames[action.standing])}</Badge>
            <span className="soft">{action.axis === "" ? say.noAxis : action.axis}</span>
          </div>
          <h2>
            <ActionLink action={action} />
          </h2>
          <p>{action.description.length > 220 ? `${action.description.slice(0, 220)}…` : action.description}</p>
          <p className="soft">{[action.pilots.join(", "), dates(action)].filter((part) => part !== "").join(" · ")}</p>
          {action.remarks.length > 0 && <p className="soft">{action.remarks.map(of).join(" ")}</p>}
        </li>
      ))}
    </ul>
  );
}

function NewAction() {
  const { territory } = useHere();
  const { words } = useWords();
  const say = useCatalogue(actionWords);
  const navigate = useNavigate();
  const again = useActionsAgain(territory);
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState("");
  const create = useMutation({
    mutationFn: () =>
      got(api.POST("/api/v1/territories/{territory}/actions", { params: { path: { territory } }, body: { title } })),
    onSuccess: async ({ id }) => {
      await again();
      setOpen(false);
      setTitle("");
      await navigate({ to: "/t/$territory/plan/$action", params: { territory, action: id } });
    },
  });
  return (
    <>
      <span className="no-print">
        <Button look="main" onPress={() => setOpen(true)}>
          {say.create}
        </Button>
      </span>
      <Dialog title={say.create} open={open} onClose={() => setOpen(false)}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (title.trim() !== "") create.mutate();
          }}
        >
          {create.isError && <ProblemNote error={create.error} />}
          <TextField label={say.createTitle} value={title} onChange={setTitle} autoFocus maxLength={300} />
          <div className="row">
            <Button look="main" type="submit" isDisabled={title.trim() === "" || create.isPending}>
              {words.app.save}
            </Button>
            <Button onPress={() => setOpen(false)}>{words.app.cancel}</Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
