import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, got } from "../api/client.ts";
import { Button, ProblemNote, TextField } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { type ImportWhole, importQuery } from "./queries.ts";
import { importWords } from "./words.ts";

type Refused = ImportWhole["preview"]["refused"][number];
const keyOf = ({ sheet, row, column, code, value }: Refused): string =>
  JSON.stringify([sheet, row, column, code, value]);
/** As many at first as a person looks at. */
const atFirst = 50;

/** Each value that was not understood, with its sentence: corrected right there, or set aside. */
export function Corrections({ territory, one }: { readonly territory: string; readonly one: ImportWhole }) {
  const { lang, of, words } = useWords();
  const say = useCatalogue(importWords);
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [aside, setAside] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const wrong = one.preview.refused.filter(({ kind }) => kind === "correct");
  const shown = all ? wrong : wrong.slice(0, atFirst);
  const given = wrong.flatMap((row) => {
    const value = typed[keyOf(row)];
    const { sheet, row: number, column, value: found } = row;
    if (value === undefined || aside.has(keyOf(row)) || number === null || column === null) return [];
    return [{ sheet, row: number, column, found, value }];
  });
  const open = one.status !== "applied";

  const reread = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      const told = await got(
        api.POST("/api/v1/territories/{territory}/imports/{import}/corrections", {
          params: { path: { territory, import: one.id } },
          body: { corrections: given },
        }),
      );
      setTyped({});
      queries.setQueryData(importQuery(territory, one.id).queryKey, told);
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  const turn = (key: string): void =>
    setAside((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  return (
    <section aria-label={say.toCorrect(one.to_correct)}>
      <h2>{one.to_correct === 0 ? say.allFine : say.toCorrect(one.to_correct)}</h2>
      {error !== undefined && <ProblemNote error={error} />}
      {wrong.length > 0 && (
        <form onSubmit={(event) => void reread(event)}>
          <ul className="import-errors">
            {shown.map((row) => {
              const key = keyOf(row);
              const isAside = aside.has(key);
              return (
                <li key={key} className="import-error" data-aside={isAside ? "" : undefined}>
                  <div>
                    <p>
                      <strong>{say.place(row.sheet, row.row, row.column)}</strong>
                    </p>
                    <p>{of(row)}</p>
                    <p className="soft">{isAside ? say.isAside : row.kept ? say.rowKept : say.rowOut}</p>
                  </div>
                  <div>
                    {!isAside && open && row.fixable && (
                      <TextField
                        label={say.correction}
                        aria-label={`${say.correction} : ${say.place(row.sheet, row.row, row.column)}`}
                        value={typed[key] ?? row.value ?? ""}
                        onChange={(value) => setTyped((before) => ({ ...before, [key]: value }))}
                      />
                    )}
                    {!isAside && open && !row.fixable && <p className="soft">{say.inFile}</p>}
                    {open && (
                      <Button look="quiet" onPress={() => turn(key)}>
                        {isAside ? say.takeBack : say.setAside}
                      </Button>
                    )}
                  </div>
                </li>
              );
            })}
          </ul>
          {wrong.length > shown.length && (
            <Button onPress={() => setAll(true)}>{say.showAll(wrong.length - shown.length)}</Button>
          )}
          {one.more_refused > 0 && <p className="soft">{say.moreInFile(one.more_refused)}</p>}
          <p className="row">
            {open && (
              <Button type="submit" isDisabled={busy || given.length === 0}>
                {say.reread(given.length)}
              </Button>
            )}
            <a
              className="button quiet"
              href={`/api/v1/territories/${territory}/imports/${one.id}/refused?lang=${lang}`}
              download
            >
              {say.download}
            </a>
            <span role="status">{busy ? say.rereading : ""}</span>
          </p>
        </form>
      )}
      <Reported title={say.confirm} rows={one.preview.refused.filter(({ kind }) => kind === "confirm")} />
      <Reported title={say.know} rows={one.preview.refused.filter(({ kind }) => kind === "know")} />
      {one.preview.notes.length > 0 && (
        <details className="import-more">
          <summary>{say.notes(one.preview.notes.length)}</summary>
          <ul>
            {one.preview.notes.map((note) => (
              <li key={`${note.code} ${note.fr}`}>{of(note)}</li>
            ))}
          </ul>
        </details>
      )}
      <span className="only-read" role="status">
        {busy ? words.app.loading : ""}
      </span>
    </section>
  );
}

function Reported({ title, rows }: { readonly title: (n: number) => string; readonly rows: readonly Refused[] }) {
  const { of } = useWords();
  const say = useCatalogue(importWords);
  if (rows.length === 0) return null;
  return (
    <details className="import-more">
      <summary>{title(rows.length)}</summary>
      <ul>
        {rows.map((row) => (
          <li key={keyOf(row)}>{say.line(say.place(row.sheet, row.row, row.column), of(row))}</li>
        ))}
      </ul>
    </details>
  );
}
