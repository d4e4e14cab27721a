import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { Badge, Button, Empty, ProblemNote } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { importsQuery, useImportActions } from "./queries.ts";
import { importWords } from "./words.ts";

const tones = { previewed: "doing", applied: "good", undone: "plain" } as const;

/** The imports of the territory: who, when, what; each can be undone, and done again. */
export function ImportList() {
  const { territory } = useHere();
  const { words, moment } = useWords();
  const say = useCatalogue(importWords);
  useTitle(say.title);
  const { data } = useSuspenseQuery(importsQuery(territory));
  const { busy, error, undo, apply } = useImportActions(territory);
  const start = (
    <Link className="button main" to="/t/$territory/imports/nouveau" params={{ territory }}>
      {say.start}
    </Link>
  );
  if (data.imports.length === 0)
    return (
      <>
        <h1>{say.title}</h1>
        <Empty title={say.empty}>
          <p>{say.emptyHelp}</p>
          {start}
        </Empty>
      </>
    );
  return (
    <>
      <div className="row between">
        <h1>{say.title}</h1>
        {start}
      </div>
      <p className="soft">{say.help}</p>
      {error !== undefined && <ProblemNote error={error} />}
      <div className="scroll">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say.file}</th>
              <th scope="col">{say.when}</th>
              <th scope="col">{say.who}</th>
              <th scope="col">{say.status}</th>
              <th scope="col">{say.result}</th>
              <th scope="col">{say.actions}</th>
            </tr>
          </thead>
          <tbody>
            {data.imports.map((one) => (
              <tr key={one.id}>
                <td>
                  <Link to="/t/$territory/imports/$import" params={{ territory, import: one.id }}>
                    {one.file_name}
                  </Link>
                  {one.format !== "inventory" && <div className="soft">{say.formats[one.format]}</div>}
                </td>
                <td>{moment(one.applied_at ?? one.at)}</td>
                <td>{one.who ?? words.app.none}</td>
                <td>
                  <Badge tone={tones[one.status]}>{say.statuses[one.status]}</Badge>
                  {one.forgotten && <div className="soft">{say.forgotten}</div>}
                </td>
                <td>
                  {!one.forgotten && (
                    <>
                      <div>{say.line(say.does.create, say.counts(one.create))}</div>
                      <div>{say.line(say.does.update, say.counts(one.update))}</div>
                    </>
                  )}
                  {one.to_correct > 0 && <div className="soft">{say.toCorrect(one.to_correct)}</div>}
                </td>
                <td>
                  {one.status === "applied" && (
                    <Button
                      isDisabled={busy}
                      aria-label={`${say.undo} ${one.file_name}`}
                      onPress={() => void undo(one.id, one.file_name)}
                    >
                      {say.undo}
                    </Button>
                  )}
                  {one.status === "undone" && !one.forgotten && (
                    <Button
                      isDisabled={busy}
                      aria-label={`${say.redo} ${one.file_name}`}
                      onPress={() => void apply(one.id, one.file_name)}
                    >
                      {say.redo}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
