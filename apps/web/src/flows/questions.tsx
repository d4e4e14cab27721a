import { periods, type units, wastePayers } from "@simbiosi/domain";
import { useMutation, useQuery, useQueryClient, useSuspenseQueries } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { api, got, ProblemError } from "../api/client.ts";
import { resourcesQuery, understandingQuery } from "../api/queries.ts";
import { Start } from "../establishments/start.tsx";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { shortNumber } from "../ui/figure.tsx";
import { Badge, Button, Empty, ProblemNote, Select, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { typedQuantity } from "../words/typed-number.ts";
import { unitChoices } from "../words/units.ts";
import { useWords } from "../words/words.tsx";
import { AskCompany, type ToAsk } from "./ask-company.tsx";
import { currentWith } from "./columns.ts";
import { ConflictDialog } from "./conflict.tsx";
import { questionWords } from "./question-words.ts";
import "./questions.css";
import { type FlowFields, type FlowRow, useFlowRows } from "./rows.ts";
import { useSaveFlows } from "./save.ts";
import { flowWords } from "./words.ts";

const atOnce = 12;
const kindOf = (field: string): "resource" | "quantity" | "other" =>
  field === "resource" || field === "quantity" ? field : "other";

/** What is missing or doubtful, in order of worth, answered on the spot. */
export function Questions() {
  const { territory } = useHere();
  const { lang } = useWords();
  const say = useCatalogue(questionWords);
  useTitle(say.title);
  const { rows, establishments } = useFlowRows(territory, lang);
  const [understanding] = useSuspenseQueries({ queries: [understandingQuery(territory, lang)] });
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = (key: string) => (value: string) =>
    void navigate({ to: ".", search: (old) => ({ ...old, [key]: value }), replace: true });
  const saving = useSaveFlows(territory);
  const flowSay = useCatalogue(flowWords);
  const [most, setMost] = useState(atOnce);
  const [asking, setAsking] = useState<ToAsk>();
  // Answered here, until the next reading says so itself.
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const { kind = "", company = "" } = search;
  const check = understanding.data.check;
  const byId = new Map(rows.map((row) => [row.flow.id, row]));
  const open = (check?.missing ?? []).flatMap((one) => {
    const row = byId.get(one.flow);
    const key = `${one.flow} ${one.field}`;
    return row === undefined || answered.has(key) ? [] : [{ ...one, key, row }];
  });
  const shown = open.filter(
    ({ field, row }) =>
      (kind === "" || kindOf(field) === kind) && (company === "" || row.flow.establishment === company),
  );
  const answer = async (key: string, row: FlowRow, fields: FlowFields): Promise<void> => {
    const mark = (done: boolean) =>
      setAnswered((old) => {
        const next = new Set(old);
        if (done) next.add(key);
        else next.delete(key);
        return next;
      });
    mark(true);
    const saved = await saving.save([{ flow: row.flow, fields }], say.answered, () => mark(false));
    if (!saved) mark(false);
  };
  const likely = (check?.suggestions ?? []).filter(({ establishment }) => company === "" || establishment === company);
  const names = new Map(establishments.map(({ id, name }) => [id, name]));
  return (
    <>
      <h1>{say.title}</h1>
      <p>{say.help}</p>
      {saving.problem !== undefined && <ProblemNote error={new ProblemError(saving.problem)} />}
      <ConflictDialog
        conflict={saving.conflict}
        onTheirs={saving.settle}
        onMine={(edits) => {
          saving.settle();
          void saving.save(edits, say.answered);
        }}
      />
      <AskCompany territory={territory} ask={asking} onClose={() => setAsking(undefined)} />
      <div className="filters">
        <Select
          label={say.kind}
          value={kind}
          onChange={set("kind")}
          options={[
            { value: "", label: say.kinds.all },
            ...(["resource", "quantity", "other"] as const).map((value) => ({ value, label: say.kinds[value] })),
          ]}
        />
        <Select
          label={say.company}
          value={company}
          onChange={set("company")}
          options={[
            { value: "", label: say.allCompanies },
            ...establishments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <p role="status">{say.count(shown.length)}</p>
      {rows.length === 0 && <Start territory={territory} />}
      {check === null && rows.length > 0 && <Badge tone="doing">{say.reading}</Badge>}
      {check !== null && rows.length > 0 && open.length === 0 && (
        <Empty title={say.none}>
          <p>{say.noneHelp}</p>
        </Empty>
      )}
      {open.length > 0 && shown.length === 0 && <p>{say.noneHere}</p>}
      <ol className="questions">
        {shown.slice(0, most).map(({ key, row, field, why, worth_eur_per_year: worth }) => (
          <li key={key} className="card">
            <h2>
              {row.flow.label} <span className="soft">· {flowSay.directions[row.flow.direction]}</span>
            </h2>
            <p>
              <Link
                to="/t/$territory/entreprises/$establishment"
                params={{ territory, establishment: row.flow.establishment }}
              >
                {row.company}
              </Link>{" "}
              {worth !== null && <Badge tone="petrol">{say.worth(shortNumber(worth, lang))}</Badge>}
            </p>
            <p>{why}</p>
            <Answer
              territory={territory}
              row={row}
              field={field}
              onAnswer={(fields) => void answer(key, row, fields)}
            />
            <Button
              look="quiet"
              onPress={() =>
                setAsking({
                  establishment: row.flow.establishment,
                  company: row.company,
                  // All that this company may answer in one letter, what is worth most first.
                  questions: open
                    .filter((one) => one.row.flow.establishment === row.flow.establishment)
                    .slice(0, 6)
                    .map((one) => say.about(one.row.flow.label, one.why)),
                })
              }
            >
              {say.ask}
            </Button>
          </li>
        ))}
      </ol>
      {shown.length > most && <Button onPress={() => setMost(most + 2 * atOnce)}>{say.more}</Button>}
      {likely.length > 0 && (
        <section>
          <h2>{say.likely}</h2>
          <p>{say.likelyHelp}</p>
          <ul className="questions">
            {likely.slice(0, most).map((one) => (
              <li key={`${one.establishment} ${one.direction} ${one.resource}`} className="card row between">
                <span>
                  <strong>{names.get(one.establishment)}</strong> : {one.question}
                </span>
                <AddLikely territory={territory} likely={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type AnswerProps = {
  readonly territory: string;
  readonly row: FlowRow;
  readonly field: string;
  readonly onAnswer: (fields: FlowFields) => void;
};

/** The place to answer in, as the field wants it. */
function Answer({ territory, row, field, onAnswer }: AnswerProps) {
  const say = useCatalogue(questionWords);
  if (field === "resource") return <WhichResource territory={territory} row={row} onAnswer={onAnswer} />;
  if (field === "quantity") return <HowMuch row={row} onAnswer={onAnswer} />;
  if (field === "current.payer") return <WhoPays row={row} onAnswer={onAnswer} />;
  if (field === "current.unit_cost_eur")
    return (
      <OneValue
        label={say.fields[field] ?? field}
        read={(words) => {
          const cost = typedQuantity(words);
          return typeof cost === "number" ? currentWith(row.flow, { unit_cost_eur: cost }) : undefined;
        }}
        onAnswer={onAnswer}
      />
    );
  if (field.startsWith("quality.")) {
    const name = field.slice("quality.".length);
    return (
      <OneValue
        label={say.quality(name)}
        read={(words) =>
          words.trim() === ""
            ? undefined
            : { quality: { ...row.flow.quality, [name]: typedQuantity(words) ?? words.trim() } }
        }
        onAnswer={onAnswer}
      />
    );
  }
  return (
    <p>
      <Link to="/t/$territory/entreprises/$establishment" params={{ territory, establishment: row.flow.establishment }}>
        {say.onSheet}
      </Link>
    </p>
  );
}

function WhichResource({ territory, row, onAnswer }: Omit<AnswerProps, "field">) {
  const { lang } = useWords();
  const say = useCatalogue(questionWords);
  const [words, setWords] = useState("");
  const proposed = useQuery(resourcesQuery(territory, lang, row.flow.label));
  const found = useQuery({ ...resourcesQuery(territory, lang, words), enabled: words.trim().length > 2 });
  const read = useQuery(understandingQuery(territory, lang)).data?.check?.flows.find(({ id }) => id === row.flow.id);
  // The reading names classes above by their identifiers: the list has their names.
  const classes = useQuery(resourcesQuery(territory, lang)).data?.resources;
  const own =
    read?.resource === null || read?.resource === undefined
      ? []
      : [
          {
            id: read.resource,
            name: row.resource ?? read.resource,
            path: classes?.find(({ id }) => id === read.resource)?.path ?? [],
          },
        ];
  const readings = [...own, ...(proposed.data?.resources ?? []).filter(({ id }) => id !== read?.resource)].slice(0, 4);
  const choices = words.trim().length > 2 ? (found.data?.resources ?? []) : readings;
  return (
    <>
      <div className="proposals">
        {choices.length > 0 && <span>{say.proposals}</span>}
        {choices.map(({ id, name, path }) => {
          const above = (path.at(-1) === name ? path.at(-2) : path.at(-1)) ?? "";
          return (
            <Button
              key={id}
              aria-label={`${say.proposals} ${name} ${above}`.trim()}
              onPress={() => onAnswer({ resource: id })}
            >
              {name} {above !== "" && <small className="soft">{above}</small>}
            </Button>
          );
        })}
        {words.trim().length > 2 && found.data?.resources.length === 0 && <span>{say.noClass}</span>}
      </div>
      <TextField label={say.search} type="search" value={words} onChange={setWords} />
    </>
  );
}

function HowMuch({ row, onAnswer }: Pick<AnswerProps, "row" | "onAnswer">) {
  const say = useCatalogue(questionWords);
  const flowSay = useCatalogue(flowWords);
  const [words, setWords] = useState("");
  const [unit, setUnit] = useState<(typeof units)[number]>(row.flow.unit ?? "t");
  const [period, setPeriod] = useState<(typeof periods)[number]>(row.flow.period ?? "year");
  const quantity = typedQuantity(words);
  return (
    <div className="answer">
      <TextField
        label={flowSay.columns.quantity}
        inputMode="decimal"
        value={words}
        onChange={setWords}
        wrong={quantity === undefined ? say.bad : undefined}
      />
      <Select label={flowSay.columns.unit} value={unit} onChange={setUnit} options={unitChoices(flowSay.units)} />
      <Select
        label={flowSay.columns.period}
        value={period}
        onChange={setPeriod}
        options={periods.map((value) => ({ value, label: flowSay.periods[value] }))}
      />
      <Button
        isDisabled={typeof quantity !== "number"}
        onPress={() => typeof quantity === "number" && onAnswer({ quantity, unit, period })}
      >
        {say.answer}
      </Button>
    </div>
  );
}

function WhoPays({ row, onAnswer }: Pick<AnswerProps, "row" | "onAnswer">) {
  const flowSay = useCatalogue(flowWords);
  return (
    <div className="proposals">
      {wastePayers.map((payer) => (
        <Button key={payer} onPress={() => onAnswer(currentWith(row.flow, { payer }))}>
          {flowSay.payers[payer]}
        </Button>
      ))}
    </div>
  );
}

function OneValue({
  label,
  read,
  onAnswer,
}: {
  readonly label: string;
  readonly read: (words: string) => FlowFields | undefined;
  readonly onAnswer: (fields: FlowFields) => void;
}) {
  const say = useCatalogue(questionWords);
  const [words, setWords] = useState("");
  const fields = read(words);
  return (
    <div className="answer">
      <TextField
        label={label}
        value={words}
        onChange={setWords}
        wrong={words !== "" && fields === undefined ? say.bad : undefined}
      />
      <Button isDisabled={fields === undefined} onPress={() => fields !== undefined && onAnswer(fields)}>
        {say.answer}
      </Button>
    </div>
  );
}

/** A flow that such a company usually has, confirmed: it is written as declared, its quantity asked next. */
function AddLikely({
  territory,
  likely,
}: {
  readonly territory: string;
  readonly likely: { readonly establishment: string; readonly direction: "in" | "out"; readonly resource: string };
}) {
  const { lang } = useWords();
  const say = useCatalogue(questionWords);
  const flowSay = useCatalogue(flowWords);
  const queries = useQueryClient();
  const toast = useToast();
  const name = useQuery(resourcesQuery(territory, lang)).data?.resources.find(({ id }) => id === likely.resource)?.name;
  const add = useMutation({
    mutationFn: () =>
      got(
        api.POST("/api/v1/territories/{territory}/flows", {
          params: { path: { territory } },
          body: {
            establishment: likely.establishment,
            direction: likely.direction,
            label: name ?? likely.resource,
            resource: likely.resource,
            evidence: "declared",
          },
        }),
      ),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: [territory, "flows"] });
      toast(flowSay.added, () => {
        void got(
          api.DELETE("/api/v1/territories/{territory}/flows/{flow}", { params: { path: { territory, flow: id } } }),
        ).then(() => {
          add.reset();
          return queries.invalidateQueries({ queryKey: [territory, "flows"] });
        });
      });
    },
  });
  return add.isError ? (
    <ProblemNote error={add.error} />
  ) : (
    <Button isDisabled={add.isPending || add.isSuccess} onPress={() => add.mutate()}>
      {say.has}
    </Button>
  );
}
