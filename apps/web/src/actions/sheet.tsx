import {
  type ActionStatus,
  actionStatuses,
  financingOf,
  type Intervention,
  interventionNames,
  interventions,
  priorities,
  standingNames,
} from "@simbiosi/domain";
import { useMutation, useSuspenseQueries } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
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
import { useDraft } from "./draft.ts";
import { FinancingTotals } from "./financing.tsx";
import { namesIn } from "./names.ts";
import { type Action, actionQuery, useActionsAgain } from "./queries.ts";
import { SheetTables } from "./sheet-tables.tsx";
import { standingTone } from "./shown.tsx";
import { actionWords } from "./words.ts";
import "./actions.css";

/** One action sheet. What is being written belongs to it: another sheet, or its copy, begins anew. */
export function ActionSheetScreen() {
  const { action = "" } = useParams({ strict: false }) as { action?: string };
  return <Sheet key={action} id={action} />;
}

/** Read, written in place, saved as a whole; its money, its aid, its evidence and its history. */
function Sheet({ id }: { readonly id: string }) {
  const { territory } = useHere();
  const { lang, of } = useWords();
  const say = useCatalogue(actionWords);
  const [{ data }, sites, leads] = useSuspenseQueries({
    queries: [actionQuery(territory, id), establishmentsQuery(territory), leadsQuery(territory, lang)],
  });
  const { action, aid } = data;
  useTitle(action.title);
  const draft = useDraft(territory, action);
  const { sheet, set } = draft;
  const names = new Map(sites.data.establishments.map((one) => [one.id, one.name]));
  const titles = new Map(leads.data.leads.map((one) => [one.id, one.title]));
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
        <SheetTables sheet={sheet} set={set} />
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
      <FinancingTotals financing={financingOf([sheet])} />
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
