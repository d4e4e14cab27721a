import { canMove, type ListedLead, natureOf, type Stage, stageNames, stages } from "@simbiosi/domain";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { portfolioQuery } from "../api/queries.ts";
import { ExportMenu } from "../exports/export-menu.tsx";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { type Figure, FigureValue, shortNumber, unitWords } from "../ui/figure.tsx";
import { Badge, Button, Empty, ProblemNote, Select } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { asksReason, NextStep, ReasonDialog, useMove } from "./decide.tsx";
import { LeadFilters, leadFilters, useFiltered, useLeadsAhead } from "./filters.tsx";
import { partiesOf } from "./shown.ts";
import { leadWords } from "./words.ts";
import "./leads.css";

const unknownFigure = (unit: string): Figure => ({
  value: null,
  low: null,
  high: null,
  unit,
  state: "unknown",
  explain: null,
});
const columns = stages.filter((stage) => stage !== "detected");
const natures = ["potential", "agreed", "realised"] as const;
const natureOfColumn = (stage: Stage) => (stage === "on-hold" ? "none" : natureOf(stage));

const useCards = (territory: string) => {
  const { lang } = useWords();
  const { data } = useSuspenseQuery(portfolioQuery(territory, lang));
  const cards = data.cards.map(({ id, title, decision, lead }) => ({
    ...(lead ?? {
      rank: Number.MAX_SAFE_INTEGER,
      kind: "",
      offers: [],
      needs: [],
      establishments: [],
      verdict: "",
      ease: 0,
      gain_eur_per_year: unknownFigure("EUR/yr"),
      co2e_t_per_year: unknownFigure("tCO2e/yr"),
      distance_km: unknownFigure("km"),
    }),
    reasons: [],
    doubts: [],
    id,
    title,
    decision,
    found: lead !== null,
  })) satisfies ListedLead[];
  return { cards, funnel: data.funnel };
};
type Card = ReturnType<typeof useCards>["cards"][number];

/** The leads that were decided on, by stage: time in it, next step, owner, date. */
export function Board() {
  const { territory } = useHere();
  const { of } = useWords();
  const say = useCatalogue(leadWords);
  useTitle(say.board);
  useLeadsAhead(territory);
  const { cards, funnel } = useCards(territory);
  const filtered = useFiltered(territory, cards);
  const move = useMove(territory);
  const [dragged, drag] = useState<Card>();
  const [over, setOver] = useState<Stage>();
  const [asked, ask] = useState<{ readonly card: Card; readonly stage: Stage }>();
  // A card whose next step is being written stays in the column where that began, whoever moves it meanwhile:
  // in another one it would be another element, and what was typed would be gone.
  const [edited, setEdited] = useState<ReadonlyMap<string, Stage>>(new Map());
  const edit = (card: Card, stage: Stage | undefined): void =>
    setEdited((before) => {
      const after = new Map(before);
      if (stage === undefined) after.delete(card.id);
      else after.set(card.id, stage);
      return after;
    });
  const moveTo = (card: Card, stage: Stage): void => {
    if (stage === card.decision.stage) return;
    if (asksReason(stage)) ask({ card, stage });
    else move.mutate({ leads: [card], move: { stage } });
  };
  if (cards.length === 0)
    return (
      <>
        <h1>{say.board}</h1>
        <Empty title={say.emptyBoard}>
          <p>{say.emptyBoardHelp}</p>
          <Link className="button main" to="/t/$territory/synergies" params={{ territory }}>
            {say.title}
          </Link>
        </Empty>
      </>
    );
  return (
    <>
      <div className="row between">
        <h1>{say.board}</h1>
        <ExportMenu list="portfolio" filters={leadFilters(filtered.search)} />
      </div>
      <Totals cards={filtered.shown} />
      <LeadFilters leads={cards} filtered={filtered} order={false} stage={false} />
      <p className="soft no-print">{say.moveHelp}</p>
      {move.isError && <ProblemNote error={move.error} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section className="board" aria-label={say.board} tabIndex={0}>
        {columns.map((stage) => {
          const here = filtered.shown.filter((card) => (edited.get(card.id) ?? card.decision.stage) === stage);
          const allowed = dragged === undefined || canMove(dragged.decision.stage, stage);
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: cards are dropped here; the same move is a menu on each card
            <div
              key={stage}
              className={`column ${natureOfColumn(stage)} ${over === stage && allowed ? "over" : ""} ${allowed ? "" : "no"}`}
              onDragOver={(event) => {
                if (!allowed) return;
                event.preventDefault();
                setOver(stage);
              }}
              onDragLeave={() => setOver(undefined)}
              onDrop={(event) => {
                event.preventDefault();
                setOver(undefined);
                if (dragged !== undefined && allowed) moveTo(dragged, stage);
                drag(undefined);
              }}
            >
              <h2>
                {of(stageNames[stage])} <span className="soft">({here.length})</span>
              </h2>
              <ul>
                {here.map((card) => (
                  <li key={card.id}>
                    <BoardCard
                      card={card}
                      parties={partiesOf(card, filtered.names)}
                      onMove={(to) => moveTo(card, to)}
                      onDrag={drag}
                      editing={edited.has(card.id)}
                      onEdit={(on) => edit(card, on ? stage : undefined)}
                    />
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </section>
      <h2>{say.funnel}</h2>
      <div className="scroll">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say.stage}</th>
              <th scope="col" className="number">
                {say.here}
              </th>
              <th scope="col" className="number">
                {say.reached}
              </th>
              <th scope="col" className="number">
                {say.conversion}
              </th>
            </tr>
          </thead>
          <tbody>
            {funnel.map((step) => (
              <tr key={step.stage}>
                <td>{of(stageNames[step.stage])}</td>
                <td className="number">{step.here}</td>
                <td className="number">{step.reached}</td>
                <td className="number">{step.conversion === null ? "–" : `${Math.round(step.conversion * 100)} %`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ReasonDialog
        stage={asked?.stage}
        onClose={() => ask(undefined)}
        onSay={(said) => {
          if (asked !== undefined) move.mutate({ leads: [asked.card], move: said });
          ask(undefined);
        }}
      />
    </>
  );
}

/** What is intended, what is signed and what runs, side by side and never added up. */
function Totals({ cards }: { readonly cards: readonly Card[] }) {
  const { words, lang } = useWords();
  const say = useCatalogue(leadWords);
  return (
    <>
      <div className="totals">
        {natures.map((nature) => {
          const there = cards.filter(({ decision }) => natureOfColumn(decision.stage) === nature);
          const known = there.flatMap(({ gain_eur_per_year: { value } }) => value ?? []);
          return (
            <section key={nature} className="card" aria-label={say.natures[nature]}>
              <div className="soft">
                {say.natures[nature]} : {say.natureHelp[nature]}
              </div>
              <div className="kpi">
                {known.length === 0
                  ? words.app.none
                  : `${shortNumber(
                      known.reduce((sum, value) => sum + value, 0),
                      lang,
                    )} ${unitWords("EUR/yr", lang)}`}
              </div>
              <div className="soft">
                {words.counts.leads(there.length)}
                {known.length < there.length && ` ${say.unknownGains(there.length - known.length)}`}
              </div>
            </section>
          );
        })}
      </div>
      <p className="soft">{say.boardHelp}</p>
    </>
  );
}

const daysSince = (moment: string): number => Math.max(0, Math.floor((Date.now() - Date.parse(moment)) / 86_400_000));

function BoardCard({
  card,
  parties,
  onMove,
  onDrag,
  editing,
  onEdit,
}: {
  readonly card: Card;
  readonly parties: string;
  readonly onMove: (to: Stage) => void;
  readonly onDrag: (card: Card | undefined) => void;
  readonly editing: boolean;
  readonly onEdit: (on: boolean) => void;
}) {
  const { territory } = useHere();
  const { of, day } = useWords();
  const say = useCatalogue(leadWords);
  const { decision } = card;
  const today = new Date().toISOString().slice(0, 10);
  const late = decision.next_on !== null && decision.next_on < today && decision.stage !== "abandoned";
  const onward = stages.filter((stage) => stage !== "detected" && canMove(decision.stage, stage));
  return (
    <article
      className={late ? "card late" : "card"}
      aria-label={card.found ? `${card.title} : ${parties}` : card.title}
      draggable={!editing}
      onDragStart={(event) => {
        event.dataTransfer.setData("text/plain", card.id);
        event.dataTransfer.effectAllowed = "move";
        onDrag(card);
      }}
      onDragEnd={() => onDrag(undefined)}
    >
      {card.found ? (
        <Link to="/t/$territory/synergies/$lead" params={{ territory, lead: card.id }}>
          {card.title}
        </Link>
      ) : (
        <>
          <strong>{card.title}</strong>
          <span className="soft">{say.notFound}</span>
        </>
      )}
      {parties !== "" && <div className="soft">{parties}</div>}
      <div className="row">
        {card.found && <FigureValue figure={card.gain_eur_per_year} />}
        <span className="soft">{say.since(daysSince(decision.stage_since))}</span>
      </div>
      {editing ? (
        <NextStep territory={territory} lead={card} compact onDone={() => onEdit(false)} />
      ) : (
        <>
          <div>
            {decision.next_step ?? <span className="soft">{say.noStep}</span>}
            {(decision.next_owner !== null || decision.next_on !== null) && (
              <div className="soft">
                {[decision.next_owner, decision.next_on === null ? null : day(decision.next_on)]
                  .filter((part) => part !== null)
                  .join(" · ")}
              </div>
            )}
            {late && <Badge tone="bad">{say.overdue}</Badge>}
          </div>
          <Button look="quiet" onPress={() => onEdit(true)} aria-label={`${say.editStep} : ${card.title}`}>
            {say.editStep}
          </Button>
        </>
      )}
      <Select<Stage | "">
        label={`${say.move} : ${card.title}`}
        silentLabel
        value=""
        onChange={(to) => to !== "" && onMove(to)}
        options={[
          { value: "", label: say.move },
          ...onward.map((value) => ({
            value,
            label: asksReason(value) ? `${of(stageNames[value])}…` : of(stageNames[value]),
          })),
        ]}
      />
    </article>
  );
}
