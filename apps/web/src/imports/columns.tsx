import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { Button, ProblemNote, Select } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { choicesQuery, type ImportWhole, importQuery } from "./queries.ts";
import { importWords } from "./words.ts";

type Table = "establishments" | "flows";
type Column = ImportWhole["preview"]["columns"][number];
type Decided = Readonly<Record<Table, Readonly<Record<string, string | null>>>>;

/** The second step: what each column was understood to say, and what a person says it means. */
export function Columns({ territory, one }: { readonly territory: string; readonly one: ImportWhole }) {
  const { lang } = useWords();
  const say = useCatalogue(importWords);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data: choices } = useSuspenseQuery(choicesQuery(territory));
  const [decided, setDecided] = useState<Decided>({ establishments: {}, flows: {} });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const columns = distinct(one.preview.columns);
  const unknown = columns.filter(({ key }) => key === null);
  const known = columns.filter(({ key }) => key !== null);
  const nameOf = (table: Table, key: string): string => {
    if (key === "month") return say.months;
    const found = choices[table].find((choice) => choice.key === key);
    return found === undefined ? key : lang === "fr" ? found.fr : found.en.replaceAll("_", " ");
  };
  const decide = ({ table, header }: Column, key: string | null): void =>
    setDecided((before) => ({ ...before, [table]: { ...before[table], [header]: key } }));
  const go = async (): Promise<void> => {
    const changed = Object.keys(decided.establishments).length + Object.keys(decided.flows).length > 0;
    setBusy(true);
    setError(undefined);
    try {
      if (changed) {
        const told = await got(
          api.POST("/api/v1/territories/{territory}/imports/{import}/corrections", {
            params: { path: { territory, import: one.id } },
            body: { mapping: { establishments: { ...decided.establishments }, flows: { ...decided.flows } } },
          }),
        );
        queries.setQueryData(importQuery(territory, one.id).queryKey, told);
      }
      await navigate({ to: ".", search: {} });
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  const line = (column: Column) => {
    const { table, header, key, suggestion } = column;
    const chosen = decided[table][header];
    const now = chosen === undefined ? key : chosen;
    const options = [
      { value: "", label: say.aside },
      ...choices[table].map((choice) => ({ value: choice.key, label: nameOf(table, choice.key) })),
    ];
    const fixed = now !== null && !options.some(({ value }) => value === now);
    return (
      <li key={`${table} ${header}`}>
        <div>
          <strong>{header}</strong> <span className="soft">({column.sheet})</span>
        </div>
        {fixed ? (
          <div>{nameOf(table, now)}</div>
        ) : (
          <div>
            <Select
              label={header}
              silentLabel
              value={now ?? ""}
              options={options}
              onChange={(value) => decide(column, value === "" ? null : value)}
            />
            {suggestion !== null && now === null && (
              <span className="row">
                <span className="soft">{say.maybe(nameOf(table, suggestion))}</span>
                <Button look="quiet" onPress={() => decide(column, suggestion)}>
                  {say.accept}
                </Button>
              </span>
            )}
          </div>
        )}
      </li>
    );
  };
  return (
    <>
      <h2>{say.columnsTitle}</h2>
      {error !== undefined && <ProblemNote error={error} />}
      {columns.length === 0 ? (
        <p>{say.columnsNone}</p>
      ) : (
        <>
          <p>
            {say.columnsKnown(known.length)}, {say.columnsAside(unknown.length)}.
          </p>
          <p className="soft">{say.columnsHelp}</p>
          <ul className="import-columns">{unknown.map(line)}</ul>
          <details className="import-more">
            <summary>{say.understood}</summary>
            <ul className="import-columns">{known.map(line)}</ul>
          </details>
        </>
      )}
      <div className="row import-end">
        <Button look="main" isDisabled={busy} onPress={() => void go()}>
          {say.toPreview}
        </Button>
        <span role="status">{busy && say.rereading}</span>
      </div>
    </>
  );
}

/** One header means one thing in every sheet of a table. */
const distinct = (columns: readonly Column[]): readonly Column[] => [
  ...new Map(columns.map((column) => [`${column.table} ${column.header}`, column] as const)).values(),
];
