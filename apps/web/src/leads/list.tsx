import { stageNames, stageOf } from "@simbiosi/domain";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { leadsQuery } from "../api/queries.ts";
import { Start } from "../establishments/start.tsx";
import { ExportMenu } from "../exports/export-menu.tsx";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { FigureValue } from "../ui/figure.tsx";
import { Badge, Button, Empty, ProblemNote } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { Changes } from "./changes.tsx";
import { ReasonDialog, useMove } from "./decide.tsx";
import { LeadFilters, leadFilters, useFiltered, useLeadsAhead } from "./filters.tsx";
import { groupByIdea, partiesOf } from "./shown.ts";
import { leadWords } from "./words.ts";
import "./leads.css";

export const verdictTone = { ok: "good", check: "plain", procedure: "doing", forbidden: "bad" } as const;
/** As many ideas as a screen holds well; the rest come when asked. */
const page = 40;

type Leads = ReturnType<typeof useLeads>["leads"];
type Lead = Leads[number];
const useLeads = (territory: string) => useSuspenseQuery(leadsQuery(territory, useWords().lang)).data;

/** Suggestions, one idea a row, the filters in the address; kept or set aside from the row. */
export function LeadList() {
  const { territory } = useHere();
  const { words } = useWords();
  const say = useCatalogue(leadWords);
  useTitle(say.title);
  useLeadsAhead(territory);
  const { leads } = useLeads(territory);
  const filtered = useFiltered(territory, leads);
  const move = useMove(territory);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, ask] = useState<{ readonly stage: "to-qualify" | "abandoned"; readonly leads: readonly Lead[] }>();
  const { shown, names, set, search } = filtered;
  const ideas = groupByIdea(shown);
  const n = Math.max(page, Number(search.n) || 0);
  const ticked = shown.filter(({ id }) => chosen.has(id));
  const tick = (id: string, on: boolean): void =>
    setChosen((old) => new Set(on ? [...old, id] : [...old].filter((one) => one !== id)));
  const row = (lead: Lead): ReactNode => (
    <Row
      key={lead.id}
      lead={lead}
      parties={partiesOf(lead, names)}
      chosen={chosen.has(lead.id)}
      onTick={tick}
      onKeep={() => move.mutate({ leads: [lead], move: { stage: "to-qualify" } })}
      onAside={() => ask({ stage: "abandoned", leads: [lead] })}
    />
  );
  if (leads.length === 0)
    return (
      <>
        <h1>{say.title}</h1>
        {names.size === 0 ? (
          <Start territory={territory} />
        ) : (
          <>
            <Changes territory={territory} />
            <Empty title={say.empty}>
              <p>{say.emptyHelp}</p>
            </Empty>
          </>
        )}
      </>
    );
  return (
    <>
      <div className="row between">
        <h1>{say.title}</h1>
        <ExportMenu list="leads" filters={leadFilters(search)} />
      </div>
      <Changes territory={territory} />
      <LeadFilters leads={leads} filtered={filtered} />
      {move.isError && <ProblemNote error={move.error} />}
      <div className="row between">
        <p className="soft" role="status">
          {words.counts.leads(shown.length)} · {say.ideas(ideas.length)}
        </p>
        {ticked.length > 0 && (
          <div className="row no-print">
            <strong>{say.chosen(ticked.length)}</strong>
            <Button look="main" onPress={() => ask({ stage: "to-qualify", leads: ticked })}>
              {say.keepChosen}
            </Button>
            <Button look="danger" onPress={() => ask({ stage: "abandoned", leads: ticked })}>
              {say.setAside}
            </Button>
          </div>
        )}
      </div>
      {ideas.length === 0 && <p>{say.noneShown}</p>}
      <ol className="ideas" aria-label={say.title}>
        {ideas.slice(0, n).map((idea) => (
          <li key={idea[0].id} className="card idea">
            {row(idea[0])}
            {idea.length > 1 && <Others count={idea.length - 1}>{() => idea.slice(1).map(row)}</Others>}
          </li>
        ))}
      </ol>
      {ideas.length > n && (
        <Button onPress={() => set({ n: String(n + page) })}>{say.more(Math.min(page, ideas.length - n))}</Button>
      )}
      <ReasonDialog
        stage={asked?.stage}
        onClose={() => ask(undefined)}
        onSay={(said) => {
          if (asked !== undefined) move.mutate({ leads: asked.leads, move: said });
          setChosen(new Set());
          ask(undefined);
        }}
      />
    </>
  );
}

/** The other takers of an idea: written once opened, for they are most of the leads. */
function Others({ count, children }: { readonly count: number; readonly children: () => ReactNode }) {
  const say = useCatalogue(leadWords);
  const [opened, setOpened] = useState(false);
  return (
    <details className="others" onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary>{say.others(count)}</summary>
      {opened && children()}
    </details>
  );
}

function Row({
  lead,
  parties,
  chosen,
  onTick,
  onKeep,
  onAside,
}: {
  readonly lead: Lead;
  readonly parties: string;
  readonly chosen: boolean;
  readonly onTick: (id: string, on: boolean) => void;
  readonly onKeep: () => void;
  readonly onAside: () => void;
}) {
  const { territory } = useHere();
  const { of, number } = useWords();
  const say = useCatalogue(leadWords);
  const stage = stageOf(lead);
  // One idea has several takers: read aloud, its rows differ by who they are between.
  const name = `${lead.title} : ${parties}`;
  return (
    <article className="lead" aria-label={name}>
      <input
        type="checkbox"
        className="no-print"
        aria-label={say.choose(name)}
        checked={chosen}
        onChange={(event) => onTick(lead.id, event.target.checked)}
      />
      <div className="what">
        <Link to="/t/$territory/synergies/$lead" params={{ territory, lead: lead.id }}>
          {lead.title}
        </Link>
        <div className="soft">{parties}</div>
        <div className="row">
          <Badge tone="petrol">{say.kinds[lead.kind]}</Badge>
          <Badge tone={verdictTone[lead.verdict]}>{say.verdicts[lead.verdict]}</Badge>
          {stage !== "detected" && <Badge tone="doing">{of(stageNames[stage])}</Badge>}
        </div>
        {lead.reasons[0] !== undefined && <div>{lead.reasons[0]}</div>}
        {lead.doubts[0] !== undefined && (
          <div className="soft">
            ? {lead.doubts[0]}
            {lead.doubts.length > 1 && ` (+ ${lead.doubts.length - 1})`}
          </div>
        )}
      </div>
      <dl className="facts-row">
        <div>
          <dt>{say.gain}</dt>
          <dd>
            <strong>
              <FigureValue figure={lead.gain_eur_per_year} />
            </strong>
          </dd>
        </div>
        <div>
          <dt>{say.co2}</dt>
          <dd>
            <FigureValue figure={lead.co2e_t_per_year} />
          </dd>
        </div>
        <div>
          <dt>{say.distance}</dt>
          <dd>
            <FigureValue figure={lead.distance_km} />
          </dd>
        </div>
        <div>
          <dt>{say.ease}</dt>
          <dd>{number(lead.ease * 100)} %</dd>
        </div>
      </dl>
      <div className="row no-print acts">
        {stage === "detected" && (
          <>
            <Button onPress={onKeep} aria-label={`${say.keep} : ${name}`}>
              {say.keep}
            </Button>
            <Button look="quiet" onPress={onAside} aria-label={`${say.discard} : ${name}`}>
              {say.discard}
            </Button>
          </>
        )}
      </div>
    </article>
  );
}
