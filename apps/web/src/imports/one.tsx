import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { Badge, Button, Note, ProblemNote } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { Columns } from "./columns.tsx";
import { Corrections } from "./corrections.tsx";
import { choicesQuery, type ImportWhole, importQuery, useImportActions } from "./queries.ts";
import { Steps } from "./steps.tsx";
import { importWords } from "./words.ts";

/** One import, at the step where it is: columns, preview and corrections, done; or undone. */
export function OneImport() {
  const { territory } = useHere();
  const { import: id = "" } = useParams({ strict: false }) as { import?: string };
  const say = useCatalogue(importWords);
  const { data: one } = useSuspenseQuery(importQuery(territory, id));
  const { etape } = useSearch({ strict: false });
  useTitle(one.file_name);
  const step = one.status === "applied" ? 3 : etape === "colonnes" ? 1 : 2;
  return (
    <>
      <h1>{one.file_name}</h1>
      <Steps at={step} />
      {one.forgotten && (
        <Note tone="doing">
          <p>
            <strong>{say.forgotten}.</strong> {say.forgottenHelp}
          </p>
        </Note>
      )}
      {!one.forgotten && step === 1 && <Columns territory={territory} one={one} />}
      {!one.forgotten && step === 2 && <Preview territory={territory} one={one} />}
      {step === 3 && <Done territory={territory} one={one} />}
      <p>
        <Link to="/t/$territory/imports" params={{ territory }}>
          {say.all}
        </Link>
      </p>
    </>
  );
}

type Props = { readonly territory: string; readonly one: ImportWhole };

function Preview({ territory, one }: Props) {
  const say = useCatalogue(importWords);
  const { busy, error, apply } = useImportActions(territory);
  const { create, update, preview } = one;
  const sum = {
    establishments: create.establishments + update.establishments,
    flows: create.flows + update.flows,
  };
  return (
    <>
      {one.status === "undone" && (
        <Note tone="doing">
          <p>
            <strong>{say.undoneTitle}.</strong> {one.kept.length === 0 ? say.undoneHelp : say.undoneBut}
          </p>
          <Kept one={one} />
        </Note>
      )}
      <div className="import-counts">
        <section className="card" aria-label={say.create}>
          <h2>{say.create}</h2>
          <p>{say.counts(create)}</p>
        </section>
        <section className="card" aria-label={say.update}>
          <h2>{say.update}</h2>
          <p>{say.counts(update)}</p>
        </section>
        <section className="card" aria-label={say.same}>
          <h2>{say.same}</h2>
          <p>{say.sameRows(preview.unchanged)}</p>
        </section>
      </div>
      <Corrections territory={territory} one={one} />
      <Changes territory={territory} one={one} />
      {error !== undefined && <ProblemNote error={error} />}
      <div className="row import-end">
        <Button look="main" isDisabled={busy} onPress={() => void apply(one.id, one.file_name)}>
          {one.status === "undone"
            ? say.redo
            : sum.establishments + sum.flows === 0
              ? say.applyNothing
              : say.apply(sum)}
        </Button>
        {preview.columns.length > 0 && (
          <Link
            className="button quiet"
            to="/t/$territory/imports/$import"
            params={{ territory, import: one.id }}
            search={{ etape: "colonnes" }}
          >
            {say.back}
          </Link>
        )}
        <span role="status">{busy && say.applying}</span>
      </div>
    </>
  );
}

function Changes({ territory, one }: Props) {
  const { lang } = useWords();
  const say = useCatalogue(importWords);
  const { data: choices } = useSuspenseQuery(choicesQuery(territory));
  const { changes, more_changes: more } = one.preview;
  if (changes.length === 0) return null;
  const names = new Map(
    [...choices.flows, ...choices.establishments].map(({ key, fr, en }) => [key, lang === "fr" ? fr : en]),
  );
  const nameOf = (field: string): string => names.get(field) ?? field.replaceAll("_", " ");
  return (
    <details className="import-more">
      <summary>{say.changes(changes.length + more)}</summary>
      <div className="scroll">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say.what}</th>
              <th scope="col">{say.company}</th>
              <th scope="col">{say.status}</th>
              <th scope="col">{say.values}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two rows of a file may say the very same
              <tr key={i}>
                <td>{change.object === "flow" ? change.name : say.company}</td>
                <td>{change.of ?? change.name}</td>
                <td>
                  <Badge tone={change.does === "create" ? "good" : "doing"}>{say.does[change.does]}</Badge>
                </td>
                <td>
                  {change.fields
                    .filter(({ field }) => !["label", "name"].includes(field))
                    .map(({ field, before, after }) => (
                      <div key={field}>
                        {say.line(nameOf(field), "")}
                        {before !== null && <s>{before}</s>} {after}
                      </div>
                    ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className="soft">{say.moreChanges(more)}</p>}
    </details>
  );
}

function Kept({ one }: { readonly one: ImportWhole }) {
  const { of } = useWords();
  const say = useCatalogue(importWords);
  if (one.kept.length === 0) return null;
  return (
    <ul>
      {one.kept.map((kept) => (
        <li key={kept.id}>{say.line(kept.name, of(kept))}</li>
      ))}
    </ul>
  );
}

function Done({ territory, one }: Props) {
  const { moment, lang } = useWords();
  const say = useCatalogue(importWords);
  const { busy, error, undo } = useImportActions(territory);
  return (
    <>
      <h2>{say.doneTitle}</h2>
      {error !== undefined && <ProblemNote error={error} />}
      <dl className="facts import-done">
        <dt>{say.created}</dt>
        <dd>{say.counts(one.create)}</dd>
        <dt>{say.updated}</dt>
        <dd>{say.counts(one.update)}</dd>
        <dt>{say.when}</dt>
        <dd>
          {one.applied_at !== null && moment(one.applied_at)}
          {one.who !== null && `, ${one.who}`}
        </dd>
      </dl>
      {one.to_correct > 0 && (
        <Note tone="doing">
          <p>{say.leftOver(one.to_correct)}</p>
          <a
            className="button"
            href={`/api/v1/territories/${territory}/imports/${one.id}/refused?lang=${lang}`}
            download
          >
            {say.download}
          </a>
        </Note>
      )}
      <h2>{say.next}</h2>
      <p className="row">
        <Link className="button main" to="/t/$territory/entreprises" params={{ territory }}>
          {say.seeCompanies}
        </Link>
        <Link className="button" to="/t/$territory/synergies" params={{ territory }}>
          {say.seeLeads}
        </Link>
        <Link className="button" to="/t/$territory/imports/nouveau" params={{ territory }}>
          {say.another}
        </Link>
        <Button look="danger" isDisabled={busy} onPress={() => void undo(one.id, one.file_name)}>
          {say.undo}
        </Button>
      </p>
    </>
  );
}
