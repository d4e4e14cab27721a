import { bars } from "@simbiosi/charts";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { leadsQuery } from "../api/queries.ts";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { scenariosQuery } from "../insight/queries.ts";
import { flatFigure } from "../insight/reduction.tsx";
import { ChartFigure, CsvButton } from "../ui/chart.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FigureValue, shortNumber, unitWords } from "../ui/figure.tsx";
import { Badge, Button, Empty, Note, ProblemNote, Select, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { typedQuantity } from "../words/typed-number.ts";
import { useWords } from "../words/words.tsx";
import { scenarioWords } from "./words.ts";

export type Scenario = Awaited<
  ReturnType<NonNullable<ReturnType<typeof scenariosQuery>["queryFn"]>>
>["scenarios"][number];
type Wish = Scenario["wish"];
const tones = { asked: "doing", solving: "doing", done: "good", failed: "bad", stopped: "plain" } as const;

/** Scenarios side by side: what each asks for, the plan that was found and how good it is known to be. */
export function Scenarios() {
  const { territory } = useHere();
  const say = useCatalogue(scenarioWords);
  useTitle(say.title);
  const {
    data: { scenarios },
  } = useSuspenseQuery(scenariosQuery(territory));
  const [open, setOpen] = useState<Scenario | "new" | undefined>(undefined);
  return (
    <>
      <div className="row between">
        <h1>{say.title}</h1>
        <Button look="main" onPress={() => setOpen("new")}>
          {say.create}
        </Button>
      </div>
      <p>{say.help}</p>
      {scenarios.length === 0 ? (
        <Empty title={say.empty}>
          <p>{say.emptyHelp}</p>
        </Empty>
      ) : (
        <div className="columns">
          {scenarios.map((one) => (
            <Card key={one.id} scenario={one} territory={territory} onChange={() => setOpen(one)} />
          ))}
        </div>
      )}
      <Compare scenarios={scenarios.filter(({ answer }) => answer !== null && answer.objective !== null)} />
      <Dialog
        title={open === "new" ? say.create : say.change}
        open={open !== undefined}
        onClose={() => setOpen(undefined)}
      >
        {open !== undefined && (
          <Form territory={territory} scenario={open === "new" ? undefined : open} onDone={() => setOpen(undefined)} />
        )}
      </Dialog>
    </>
  );
}

/** How good the plan is known to be, in words. */
export function useGapWords(): (answer: NonNullable<Scenario["answer"]>) => string {
  const { lang } = useWords();
  const say = useCatalogue(scenarioWords);
  return ({ gap, objective, status }) => {
    if (status === "infeasible") return say.infeasible;
    if (objective === null || gap === null) return say.noPlan;
    // Rounded up: the sentence is a promise.
    const percent = Math.ceil(gap * 1000) / 10;
    const digits = new Intl.NumberFormat(lang === "fr" ? "fr-FR" : "en-GB", { maximumFractionDigits: 1 });
    return percent <= 0 ? say.proven : say.gap(digits.format(percent));
  };
}

function Card({
  scenario,
  territory,
  onChange,
}: {
  readonly scenario: Scenario;
  readonly territory: string;
  readonly onChange: () => void;
}) {
  const { lang, of } = useWords();
  const say = useCatalogue(scenarioWords);
  const gapWords = useGapWords();
  const toast = useToast();
  const queries = useQueryClient();
  const { id, name, wish, status, progress, answer, version } = scenario;
  const path = { territory, scenario: id };
  const read = (): Promise<void> => queries.invalidateQueries({ queryKey: [territory, "scenarios"] });
  const stop = useMutation({
    mutationFn: () => got(api.POST("/api/v1/territories/{territory}/scenarios/{scenario}/stop", { params: { path } })),
    onSuccess: read,
  });
  const again = useMutation({
    mutationFn: () =>
      got(api.PATCH("/api/v1/territories/{territory}/scenarios/{scenario}", { params: { path }, body: { version } })),
    onSuccess: read,
  });
  const remove = useMutation({
    mutationFn: () => got(api.DELETE("/api/v1/territories/{territory}/scenarios/{scenario}", { params: { path } })),
    onSuccess: async () => {
      await read();
      toast(say.removed(name), () => {
        void got(api.POST("/api/v1/territories/{territory}/scenarios/{scenario}/restore", { params: { path } })).then(
          read,
        );
      });
    },
  });
  const working = status === "asked" || status === "solving";
  const problem = stop.error ?? again.error ?? remove.error;
  const drawn = answer?.leads.filter(({ gain }) => gain.state === "known").slice(0, 10) ?? [];
  return (
    <article className="card" aria-label={name}>
      <div className="row between">
        <h2>{name}</h2>
        <Badge tone={tones[status]}>{say.statuses[status]}</Badge>
      </div>
      <p className="soft">
        {say.objectives[wish.objective]} · {say.budget} :{" "}
        {wish.budget === null ? say.noBudget : shortNumber(wish.budget, lang)}
        {wish.excluded.length > 0 && ` · ${say.excluded} : ${wish.excluded.length}`}
        {wish.required.length > 0 && ` · ${say.required} : ${wish.required.length}`}
      </p>
      {problem !== null && <ProblemNote error={problem} />}
      {working && (
        <p role="status">
          <progress
            aria-label={say.statuses.solving}
            {...(progress === null || progress.parts === 0 ? {} : { value: progress.part, max: progress.parts })}
          />{" "}
          {say.progress(progress?.part ?? 0, progress?.parts ?? 0)}
        </p>
      )}
      {status === "failed" && <Note tone="bad">{say.failed}</Note>}
      {answer !== null && (
        <>
          <Note tone={answer.objective === null ? "bad" : "plain"}>
            <p>{gapWords(answer)}</p>
            {answer.conflicts.map((one) => (
              <p key={one.fr}>{of(one)}</p>
            ))}
          </Note>
          <dl className="facts">
            {answer.totals.map(({ measure, figure }) => (
              <Pair key={measure} label={say.measures[measure]}>
                <FigureValue figure={flatFigure(figure)} interval />
              </Pair>
            ))}
            <Pair label={say.investment}>
              {wish.budget === null
                ? `${shortNumber(answer.investment, lang)} €`
                : say.used(shortNumber(answer.investment, lang), shortNumber(wish.budget, lang))}
            </Pair>
          </dl>
          {drawn.length > 0 && (
            <ChartFigure
              chart={bars({
                title: `${say.chartTitle} : ${name}`,
                unit: unitWords("EUR/yr", lang),
                rows: drawn.map((one) => ({ label: of(one.title), measure: one.gain })),
                lang,
              })}
              sentence={say.chartSentence(name, answer.leads.length, of(answer.leads[0]?.title ?? { fr: "", en: "" }))}
              table={{
                name: "scenario",
                caption: `${say.chartTitle} : ${name}`,
                header: [say.lead, `${say.measures.gain} (€)`, "min", "max", `${say.investment} (€)`],
                rows: answer.leads.map((one) => [
                  of(one.title),
                  one.gain.value,
                  one.gain.low,
                  one.gain.high,
                  one.investment.value,
                ]),
              }}
            />
          )}
          <details>
            <summary>{say.selected(answer.leads.length)}</summary>
            <ul>
              {answer.leads.map((one) => (
                <li key={one.id}>
                  <Link to="/t/$territory/synergies/$lead" params={{ territory, lead: one.id }}>
                    {of(one.title)}
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
      <div className="row no-print">
        {working && <Button onPress={() => stop.mutate()}>{say.stop}</Button>}
        {!working && <Button onPress={() => again.mutate()}>{say.again}</Button>}
        <Button onPress={onChange}>{say.change}</Button>
        <Button look="quiet" onPress={() => remove.mutate()}>
          {say.remove}
        </Button>
      </div>
    </article>
  );
}

const Pair = ({ label, children }: { readonly label: string; readonly children: React.ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
);

function Form({
  territory,
  scenario,
  onDone,
}: {
  readonly territory: string;
  readonly scenario: Scenario | undefined;
  readonly onDone: () => void;
}) {
  const { lang, words } = useWords();
  const say = useCatalogue(scenarioWords);
  const queries = useQueryClient();
  const { data } = useSuspenseQuery(leadsQuery(territory, lang));
  const [name, setName] = useState(scenario?.name ?? "");
  const [objective, setObjective] = useState<Wish["objective"]>(scenario?.wish.objective ?? "gain");
  const [typed, setTyped] = useState(scenario?.wish.budget?.toString() ?? "");
  const [lists, setLists] = useState({
    excluded: scenario?.wish.excluded ?? [],
    required: scenario?.wish.required ?? [],
  });
  const budget = typedQuantity(typed);
  const save = useMutation({
    mutationFn: async () => {
      const wish = { objective, budget: budget ?? null, excluded: [...lists.excluded], required: [...lists.required] };
      if (scenario === undefined)
        await got(
          api.POST("/api/v1/territories/{territory}/scenarios", {
            params: { path: { territory } },
            body: { name, wish },
          }),
        );
      else
        await got(
          api.PATCH("/api/v1/territories/{territory}/scenarios/{scenario}", {
            params: { path: { territory, scenario: scenario.id } },
            body: { version: scenario.version, name, wish },
          }),
        );
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [territory, "scenarios"] });
      onDone();
    },
  });
  const titleOf = (id: string): string => data.leads.find((lead) => lead.id === id)?.title ?? id;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "" && budget !== undefined) save.mutate();
      }}
    >
      <TextField label={say.name} value={name} onChange={setName} isRequired autoFocus />
      <Select
        label={say.objective}
        value={objective}
        onChange={setObjective}
        options={(["gain", "co2e", "diverted"] as const).map((value) => ({ value, label: say.objectives[value] }))}
      />
      <TextField
        label={say.budget}
        help={say.budgetHelp}
        inputMode="decimal"
        value={typed}
        onChange={setTyped}
        wrong={budget === undefined ? say.wrongBudget : undefined}
      />
      {(["required", "excluded"] as const).map((list) => (
        <div key={list}>
          <Select
            label={say[list]}
            value=""
            onChange={(id) => id !== "" && setLists((old) => ({ ...old, [list]: [...old[list], id] }))}
            options={[
              { value: "", label: say.addLead },
              ...data.leads
                .filter(({ id }) => !lists.excluded.includes(id) && !lists.required.includes(id))
                .slice(0, 200)
                .map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
          <ul>
            {lists[list].map((id) => (
              <li key={id}>
                {titleOf(id)}{" "}
                <Button
                  look="quiet"
                  aria-label={`${say.remove} : ${titleOf(id)}`}
                  onPress={() => setLists((old) => ({ ...old, [list]: old[list].filter((one) => one !== id) }))}
                >
                  ✕
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {save.isError && <ProblemNote error={save.error} />}
      <div className="row">
        <Button look="main" type="submit" isDisabled={save.isPending}>
          {say.search}
        </Button>
        <Button onPress={onDone}>{words.app.cancel}</Button>
      </div>
    </form>
  );
}

function Compare({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const { lang, of } = useWords();
  const say = useCatalogue(scenarioWords);
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  if (scenarios.length < 2) return null;
  const pick = (key: "a" | "b", fallback: Scenario | undefined): Scenario | undefined =>
    scenarios.find(({ id }) => id === search[key]) ?? fallback;
  const [a, b] = [pick("a", scenarios[0]), pick("b", scenarios[1])];
  if (a?.answer == null || b?.answer == null) return null;
  const [left, right] = [a.answer, b.answer];
  const titles = new Map([...left.leads, ...right.leads].map((lead) => [lead.id, of(lead.title)]));
  const inside = (leads: typeof left.leads, id: string): boolean => leads.some((lead) => lead.id === id);
  const ids = [...titles.keys()];
  const both = ids.filter((id) => inside(left.leads, id) && inside(right.leads, id)).length;
  const totals = left.totals.map(({ measure, figure }, i) => ({
    measure,
    a: figure,
    b: right.totals[i]?.figure ?? figure,
  }));
  const header = [say.lead, a.name, b.name === a.name ? `${b.name} (2)` : b.name];
  const rows = ids.map((id) => [
    titles.get(id) ?? id,
    inside(left.leads, id) ? say.inPlan : "",
    inside(right.leads, id) ? say.inPlan : "",
  ]);
  return (
    <section aria-label={say.compare}>
      <h2>{say.compare}</h2>
      <div className="row no-print">
        {(["a", "b"] as const).map((key) => (
          <Select
            key={key}
            label={key === "a" ? say.first : say.second}
            value={(key === "a" ? a : b).id}
            onChange={(value) => void navigate({ to: ".", search: (old) => ({ ...old, [key]: value }), replace: true })}
            options={scenarios.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ))}
      </div>
      <ChartFigure
        chart={bars({
          title: say.compare,
          unit: unitWords("EUR/yr", lang),
          rows: [
            ...totals
              .filter(({ measure }) => measure === "gain")
              .flatMap((one) => [
                { label: a.name, measure: one.a },
                { label: b.name, measure: one.b },
              ]),
          ],
          lang,
        })}
        sentence={say.compareSentence(
          a.name,
          b.name,
          both,
          ids.filter((id) => !inside(right.leads, id)).length,
          ids.filter((id) => !inside(left.leads, id)).length,
        )}
        table={{ name: "comparaison", caption: say.compare, header, rows }}
      />
      <div className="scroll">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say.measure}</th>
              <th scope="col" className="number">
                {a.name}
              </th>
              <th scope="col" className="number">
                {b.name}
              </th>
            </tr>
          </thead>
          <tbody>
            {totals.map((one) => (
              <tr key={one.measure}>
                <th scope="row">{say.measures[one.measure]}</th>
                <td className="number">
                  <FigureValue figure={flatFigure(one.a)} interval />
                </td>
                <td className="number">
                  <FigureValue figure={flatFigure(one.b)} interval />
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{say.investment}</th>
              <td className="number">{shortNumber(left.investment, lang)} €</td>
              <td className="number">{shortNumber(right.investment, lang)} €</td>
            </tr>
          </tbody>
        </table>
      </div>
      <p className="row no-print">
        <CsvButton
          name="comparaison-totaux"
          header={[say.measure, a.name, b.name]}
          rows={totals.map((one) => [say.measures[one.measure], one.a.value, one.b.value])}
        />
      </p>
    </section>
  );
}
