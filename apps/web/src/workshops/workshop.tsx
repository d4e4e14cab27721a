import { type FlowUnit, stageNames } from "@simbiosi/domain";
import { useMutation, useQueryClient, useSuspenseQueries } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { api, got } from "../api/client.ts";
import { establishmentsQuery, workshopQuery } from "../api/queries.ts";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { useStep } from "../leads/decide.tsx";
import { partiesOf } from "../leads/shown.ts";
import { Notes } from "../notes/notes.tsx";
import { FigureValue } from "../ui/figure.tsx";
import { Badge, Button, ProblemNote, Select, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { typedQuantity } from "../words/typed-number.ts";
import { unitNames } from "../words/units.ts";
import { useWords } from "../words/words.tsx";
import { workshopWords } from "./words.ts";
import "./workshops.css";

const quantityUnits = ["t", "kg", "m3", "l", "kWh", "MWh", "piece", "m2", "hour", "day"] as const satisfies FlowUnit[];
const shownAtFirst = 15;
const directions = ["out", "in"] as const;

function useWorkshop() {
  const { territory } = useHere();
  const { workshop = "" } = useParams({ strict: false });
  const { lang } = useWords();
  const [{ data }, sites] = useSuspenseQueries({
    queries: [workshopQuery(territory, workshop, lang), establishmentsQuery(territory)],
  });
  return { territory, id: workshop, ...data, sites: sites.data.establishments };
}
type Live = ReturnType<typeof useWorkshop>;
type Lead = Live["leads"][number];

/** A workshop while it runs: cards captured by keyboard, what they open, the room's votes, and the follow-up. */
export function Workshop() {
  const live = useWorkshop();
  const { day } = useWords();
  const say = useCatalogue(workshopWords);
  useTitle(live.workshop.name);
  return (
    <>
      <div className="row between">
        <h1>{live.workshop.name}</h1>
        <Link
          className="button"
          to="/t/$territory/ateliers/$workshop/ecran"
          params={{ territory: live.territory, workshop: live.id }}
        >
          {say.bigScreen}
        </Link>
      </div>
      <p className="soft">
        {[day(live.workshop.on), live.workshop.place].filter((part) => part !== "").join(" · ")} ·{" "}
        {say.people(live.workshop.participants.length)} · {say.cards(live.cards.length)}
      </p>
      <Capture live={live} />
      <div className="two">
        {directions.map((direction) => (
          <Cards key={direction} live={live} direction={direction} />
        ))}
      </div>
      <Matches live={live} />
      <Agenda live={live} />
      <Notes territory={live.territory} about={{ object: "workshop", object_id: live.id }} />
    </>
  );
}

/** One line, the keyboard alone: Enter adds the card and goes back to what the next one is. */
function Capture({ live }: { readonly live: Live }) {
  const say = useCatalogue(workshopWords);
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [direction, setDirection] = useState<(typeof directions)[number]>("out");
  const [label, setLabel] = useState("");
  const [company, setCompany] = useState("");
  const [quantity, setQuantity] = useState("");
  const units = useCatalogue(unitNames);
  const [unit, setUnit] = useState<(typeof quantityUnits)[number]>("t");
  const amount = typedQuantity(quantity) ?? null;
  const add = useMutation({
    mutationFn: () =>
      got(
        api.POST("/api/v1/territories/{territory}/workshops/{workshop}/cards", {
          params: { path: { territory: live.territory, workshop: live.id } },
          body: { direction, label, company, quantity: amount, unit: amount === null ? null : unit },
        }),
      ),
    onSuccess: () => {
      setLabel("");
      setQuantity("");
      form.current?.querySelector<HTMLInputElement>("input[name=label]")?.focus();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [live.territory] }),
  });
  // Whoever is in the room comes first.
  const present = new Set(live.workshop.participants);
  const names = [...live.sites].sort((a, b) => Number(present.has(b.id)) - Number(present.has(a.id)));
  return (
    <form
      ref={form}
      className="card capture"
      aria-label={say.capture}
      onSubmit={(event) => {
        event.preventDefault();
        if (label.trim() !== "" && company.trim() !== "" && !add.isPending) add.mutate();
      }}
    >
      {add.isError && <ProblemNote error={add.error} />}
      <fieldset className="row">
        <legend className="only-read">{say.direction}</legend>
        {directions.map((value) => (
          <label key={value} className="tick">
            <input type="radio" name="direction" checked={direction === value} onChange={() => setDirection(value)} />
            {value === "out" ? say.have : say.want}
          </label>
        ))}
      </fieldset>
      <div className="line">
        <TextField label={say.what} name="label" value={label} onChange={setLabel} autoFocus />
        <label className="field">
          <span className="label">{say.company}</span>
          <input list="workshop-companies" value={company} onChange={(event) => setCompany(event.target.value)} />
        </label>
        <TextField label={say.quantity} inputMode="decimal" value={quantity} onChange={setQuantity} />
        <Select
          label={say.unit}
          value={unit}
          onChange={setUnit}
          options={quantityUnits.map((value) => ({ value, label: units[value] }))}
        />
        <Button look="main" type="submit" isDisabled={label.trim() === "" || company.trim() === ""}>
          {say.add}
        </Button>
      </div>
      <datalist id="workshop-companies">
        {names.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <p className="soft">
        {say.captureHelp} {say.companyHelp}
      </p>
    </form>
  );
}

function Cards({ live, direction }: { readonly live: Live; readonly direction: "in" | "out" }) {
  const { number } = useWords();
  const say = useCatalogue(workshopWords);
  const toast = useToast();
  const queries = useQueryClient();
  const { territory, id } = live;
  const change = useMutation({
    mutationFn: ({ card, restore }: { readonly card: string; readonly restore: boolean }) => {
      const params = { path: { territory, workshop: id, card } };
      return restore
        ? got(api.POST("/api/v1/territories/{territory}/workshops/{workshop}/cards/{card}/restore", { params }))
        : got(api.DELETE("/api/v1/territories/{territory}/workshops/{workshop}/cards/{card}", { params }));
    },
    onSuccess: (_, { card, restore }) => {
      if (!restore) toast(say.removed, () => change.mutate({ card, restore: true }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [territory] }),
  });
  const units = useCatalogue(unitNames);
  const cards = live.cards.filter((card) => card.direction === direction);
  return (
    <section aria-label={direction === "out" ? say.have : say.want}>
      <h2>
        {direction === "out" ? say.have : say.want} <span className="soft">({cards.length})</span>
      </h2>
      {change.isError && <ProblemNote error={change.error} />}
      {cards.length === 0 && <p className="soft">{say.noCards}</p>}
      <ul className="said">
        {cards.toReversed().map((card) => (
          <li key={card.id} className={`card ${direction}`}>
            <div>
              <strong>{card.label}</strong>
              {card.quantity !== null &&
                ` · ${number(card.quantity, 2)} ${units[card.unit as keyof typeof units] ?? ""}`}
              <div className="soft">{card.company}</div>
              {card.without !== null && <div className="soft">{card.without}</div>}
            </div>
            <div className="row">
              {card.seen ? (
                <Badge tone={card.leads > 0 ? "good" : "plain"}>{say.matches(card.leads)}</Badge>
              ) : (
                <Badge tone="doing">{say.looking}</Badge>
              )}
              <Button
                look="quiet"
                aria-label={say.remove(card.label)}
                onPress={() => change.mutate({ card: card.id, restore: false })}
              >
                {say.removeShort}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Matches({ live }: { readonly live: Live }) {
  const say = useCatalogue(workshopWords);
  const queries = useQueryClient();
  const [all, showAll] = useState(false);
  const { territory, id } = live;
  const pick = useMutation({
    mutationFn: ({
      lead,
      ...body
    }: {
      readonly lead: string;
      readonly vote?: 1 | -1;
      readonly shortlisted?: boolean;
    }) =>
      got(
        api.PUT("/api/v1/territories/{territory}/workshops/{workshop}/picks/{lead}", {
          params: { path: { territory, workshop: id, lead } },
          body,
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: [territory, "workshops"] }),
  });
  // Between two cards of the room first: both are there to say yes.
  const leads = [...live.leads].sort((a, b) => b.votes - a.votes || b.cards.length - a.cards.length || a.rank - b.rank);
  const shown = all ? leads : leads.slice(0, shownAtFirst);
  const names = new Map(live.sites.map((site) => [site.id, site.name]));
  return (
    <section aria-label={say.found}>
      <h2>
        {say.found} <span className="soft">({leads.length})</span>
      </h2>
      {pick.isError && <ProblemNote error={pick.error} />}
      {leads.length === 0 && <p className="soft">{say.noMatch}</p>}
      <ul className="said">
        {shown.map((lead) => (
          <li key={lead.id} className="card">
            <div>
              <Link to="/t/$territory/synergies/$lead" params={{ territory, lead: lead.id }}>
                {lead.title}
              </Link>
              <div className="soft">{partiesOf(lead, names)}</div>
              <div className="soft">
                <FigureValue figure={lead.gain_eur_per_year} />
              </div>
            </div>
            <div className="row">
              <Button
                look="quiet"
                aria-label={`${say.unvote} : ${lead.title} : ${partiesOf(lead, names)}`}
                isDisabled={lead.votes === 0}
                onPress={() => pick.mutate({ lead: lead.id, vote: -1 })}
              >
                −
              </Button>
              <strong>{say.votes(lead.votes)}</strong>
              <Button
                look="quiet"
                aria-label={`${say.vote} : ${lead.title} : ${partiesOf(lead, names)}`}
                onPress={() => pick.mutate({ lead: lead.id, vote: 1 })}
              >
                +
              </Button>
              <Button
                look={lead.shortlisted ? "main" : "plain"}
                aria-pressed={lead.shortlisted}
                aria-label={`${say.shortlist} : ${lead.title} : ${partiesOf(lead, names)}`}
                onPress={() => pick.mutate({ lead: lead.id, shortlisted: !lead.shortlisted })}
              >
                {lead.shortlisted ? `✓ ${say.shortlisted}` : say.shortlist}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {shown.length < leads.length && (
        <Button onPress={() => showAll(true)}>{say.more(leads.length - shown.length)}</Button>
      )}
    </section>
  );
}

function Agenda({ live }: { readonly live: Live }) {
  const say = useCatalogue(workshopWords);
  const kept = live.leads.filter(({ shortlisted }) => shortlisted);
  const names = new Map(live.sites.map((site) => [site.id, site.name]));
  return (
    <section aria-label={say.agenda}>
      <h2>
        {say.agenda} <span className="soft">({kept.length})</span>
      </h2>
      <p className="soft">{kept.length === 0 ? say.agendaEmpty : say.agendaHelp}</p>
      {kept.map((lead) => (
        <FollowUp key={lead.id} territory={live.territory} lead={lead} parties={partiesOf(lead, names)} />
      ))}
    </section>
  );
}

function FollowUp({
  territory,
  lead,
  parties,
}: {
  readonly territory: string;
  readonly lead: Lead;
  readonly parties: string;
}) {
  const { of } = useWords();
  const say = useCatalogue(workshopWords);
  const toast = useToast();
  const write = useStep(territory);
  const { decision, follow_up } = lead;
  const [step, setStep] = useState(decision?.next_step ?? follow_up?.next_step ?? "");
  const [owner, setOwner] = useState(decision?.next_owner ?? follow_up?.owner ?? "");
  const [on, setOn] = useState(decision?.next_on ?? follow_up?.on ?? "");
  const stage = decision?.stage ?? "detected";
  const written = decision?.next_step === step && decision.next_owner === owner && decision.next_on === on;
  return (
    <form
      className="card follow-up"
      aria-label={lead.title}
      onSubmit={(event) => {
        event.preventDefault();
        write.mutate(
          {
            lead: lead.id,
            stage: stage === "detected" || stage === "abandoned" ? "to-qualify" : stage,
            version: decision?.version,
            step: { next_step: step, next_owner: owner, next_on: on === "" ? null : on },
          },
          { onSuccess: () => toast(say.entered) },
        );
      }}
    >
      <div className="row between">
        <div>
          <strong>{lead.title}</strong>
          <div className="soft">{parties}</div>
        </div>
        {decision !== null && <Badge tone="petrol">{of(stageNames[stage])}</Badge>}
      </div>
      {write.isError && <ProblemNote error={write.error} />}
      <div className="line">
        <TextField label={say.next} value={step} onChange={setStep} />
        <TextField label={say.who} value={owner} onChange={setOwner} />
        <TextField label={say.by} type="date" value={on} onChange={setOn} />
        <Button look={written ? "plain" : "main"} type="submit" isDisabled={written || write.isPending}>
          {written ? `✓ ${say.done}` : say.enter}
        </Button>
      </div>
    </form>
  );
}
