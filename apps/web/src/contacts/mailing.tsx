import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { Button, Note, ProblemNote, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { CompanyFilter, useCompanies } from "./filter.tsx";
import "../flows/grid.css";
import { contactWords } from "./words.ts";

/** One letter to many companies: chosen by filter, written once, read before anything leaves. */
export function Mailing() {
  const { territory } = useHere();
  const say = useCatalogue(contactWords);
  useTitle(say.mailing);
  const toast = useToast();
  const queries = useQueryClient();
  const { shown } = useCompanies(territory);
  const { ids } = useSearch({ strict: false });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set((ids ?? "").split(".").filter(Boolean)));
  const [subject, setSubject] = useState(say.firstSubject);
  const [text, setText] = useState(say.firstText);
  const path = { params: { path: { territory } } };
  const draft = { establishments: [...chosen], subject, text };
  const preview = useMutation({
    mutationFn: () => got(api.POST("/api/v1/territories/{territory}/invitations/preview", { ...path, body: draft })),
  });
  const send = useMutation({
    mutationFn: (digest: string) =>
      got(api.POST("/api/v1/territories/{territory}/invitations", { ...path, body: { ...draft, digest } })),
    onSuccess: ({ sent, links }) => {
      toast(say.sentAll(sent, links));
      preview.reset();
      setChosen(new Set());
      void queries.invalidateQueries({ queryKey: [territory, "links"] });
      return queries.invalidateQueries({ queryKey: [territory, "contacts"] });
    },
  });
  // What was read is what is sent: a change asks for another reading.
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      set(value);
      preview.reset();
      send.reset();
    };
  const choose = changed(setChosen);
  const flip = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  const ready = chosen.size > 0 && subject.trim() !== "" && text.trim() !== "";
  return (
    <>
      <p>
        <Link to="/t/$territory/contacts" params={{ territory }}>
          {say.back}
        </Link>
      </p>
      <h1>{say.mailing}</h1>
      <p>{say.mailingHelp}</p>
      <Note>
        <p>{say.optOut}</p>
      </Note>
      <CompanyFilter />
      <fieldset className="many">
        <legend>
          {say.to} : {say.count(chosen.size)}
        </legend>
        <label className="check">
          <input
            type="checkbox"
            checked={shown.length > 0 && shown.every(({ establishment }) => chosen.has(establishment))}
            onChange={(event) =>
              choose(
                event.target.checked
                  ? new Set([...chosen, ...shown.map(({ establishment }) => establishment)])
                  : new Set([...chosen].filter((id) => !shown.some(({ establishment }) => establishment === id))),
              )
            }
          />
          <strong>{say.chooseAll}</strong>
        </label>
        <div className="choices">
          {shown.map(({ establishment, name }) => (
            <label key={establishment} className="check">
              <input type="checkbox" checked={chosen.has(establishment)} onChange={() => flip(establishment)} />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      <TextField label={say.letterSubject} value={subject} onChange={changed(setSubject)} />
      <TextField label={say.letterText} lines={10} value={text} onChange={changed(setText)} />
      {preview.isError && <ProblemNote error={preview.error} />}
      {send.isError && <ProblemNote error={send.error} />}
      <div className="row">
        <Button look="main" isDisabled={!ready || preview.isPending} onPress={() => preview.mutate()}>
          {say.preview}
        </Button>
        <span className="soft">{ready ? say.previewFirst : say.chooseOne}</span>
      </div>
      {preview.data !== undefined && (
        <section>
          <h2>{say.previewShows(preview.data.letters.length, preview.data.to.length)}</h2>
          {preview.data.letters.map((letter) => (
            <article key={letter.to} className="card letter" aria-label={say.letterOf(letter.to)}>
              <p className="soft">{letter.to}</p>
              <h3>{letter.subject}</h3>
              <p className="letter-text">{letter.text}</p>
            </article>
          ))}
          {preview.data.silent.length > 0 && (
            <>
              <h3>{say.silent}</h3>
              <ul>
                {preview.data.silent.map((one) => (
                  <li key={one.establishment}>
                    {one.company} : {say.silences[one.why]}
                  </li>
                ))}
              </ul>
            </>
          )}
          <Button
            look="main"
            isDisabled={send.isPending || preview.data.to.length === 0}
            onPress={() => preview.data !== undefined && send.mutate(preview.data.digest)}
          >
            {say.send(preview.data.to.length)}
          </Button>
        </section>
      )}
    </>
  );
}
