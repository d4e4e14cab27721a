import { useMutation, useQueryClient, useSuspenseQueries } from "@tanstack/react-query";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { documentsQuery, leadsQuery } from "../api/queries.ts";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { Badge, Button, Empty, Note, ProblemNote, Select } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { documentWords } from "./words.ts";

const audiences = ["facilitator", "funder", "public"] as const;
type Ask = { readonly audience: (typeof audiences)[number]; readonly lang: "fr" | "en" };
const tones = { asked: "doing", making: "doing", done: "good", failed: "bad", stopped: "plain" } as const;

/** The deliverables: asked for by audience and language, made in the background, downloaded here. */
export function Documents() {
  const { territory } = useHere();
  const { lang, moment, number } = useWords();
  const say = useCatalogue(documentWords);
  useTitle(say.title);
  const queries = useQueryClient();
  const [documents, leads] = useSuspenseQueries({ queries: [documentsQuery(territory), leadsQuery(territory, lang)] });
  const [wish, setWish] = useState<Ask>({ audience: "facilitator", lang });
  const read = (): Promise<void> => queries.invalidateQueries({ queryKey: [territory, "documents"] });
  const ask = useMutation({
    mutationFn: (body: Ask) =>
      got(api.POST("/api/v1/territories/{territory}/documents", { params: { path: { territory } }, body })),
    onSuccess: read,
  });
  const stop = useMutation({
    mutationFn: (document: string) =>
      got(
        api.POST("/api/v1/territories/{territory}/documents/{document}/stop", {
          params: { path: { territory, document } },
        }),
      ),
    onSuccess: read,
  });
  const run = leads.data.run?.at;
  return (
    <>
      <h1>{say.title}</h1>
      <p>{say.help}</p>
      <div className="card row">
        <Select
          label={say.audience}
          value={wish.audience}
          onChange={(audience) => setWish((old) => ({ ...old, audience }))}
          options={audiences.map((value) => ({ value, label: say.audiences[value] }))}
        />
        <Select
          label={say.lang}
          value={wish.lang}
          onChange={(next) => setWish((old) => ({ ...old, lang: next }))}
          options={[
            { value: "fr", label: say.langs.fr },
            { value: "en", label: say.langs.en },
          ]}
        />
        <Button look="main" isDisabled={ask.isPending} onPress={() => ask.mutate(wish)}>
          {say.ask}
        </Button>
      </div>
      {(ask.error ?? stop.error) !== null && <ProblemNote error={ask.error ?? stop.error} />}
      {documents.data.documents.length === 0 && (
        <Empty title={say.empty}>
          <p>{say.emptyHelp}</p>
        </Empty>
      )}
      {documents.data.documents.map((one) => {
        const title = say.of(say.audiences[one.audience], moment(one.at));
        const working = one.status === "asked" || one.status === "making";
        const [made, all] = one.progress.split("/").map(Number);
        const counted = made !== undefined && all !== undefined && Number.isFinite(made) && Number.isFinite(all);
        return (
          <section key={one.id} aria-label={title}>
            <h2 className="row">
              {title} <small className="soft">{say.langs[one.lang]}</small>
              <Badge tone={tones[one.status]}>{say.statuses[one.status]}</Badge>
              {one.status === "done" && run !== undefined && one.at < run && <Badge tone="doing">{say.old}</Badge>}
            </h2>
            {working && (
              <p className="row" role="status">
                <progress aria-label={title} {...(counted ? { value: made, max: all } : {})} />
                <span>{counted ? say.made(one.progress) : (say.phases[one.progress] ?? "")}</span>
                <Button onPress={() => stop.mutate(one.id)}>{say.stop}</Button>
              </p>
            )}
            {one.status === "failed" && (
              <Note tone="bad">
                <p>{say.failed}</p>
                {one.progress !== "" && <code>{one.progress}</code>}
              </Note>
            )}
            {one.status === "stopped" && <Note>{say.stopped}</Note>}
            {(one.status === "failed" || one.status === "stopped") && (
              <Button onPress={() => ask.mutate({ audience: one.audience, lang: one.lang })}>{say.again}</Button>
            )}
            {one.files.length > 0 && (
              <div className="scroll">
                <table className="list">
                  <thead>
                    <tr>
                      <th scope="col">{say.file}</th>
                      <th scope="col" className="number">
                        {say.size}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {one.files.map(({ name, size }) => (
                      <tr key={name}>
                        <td>
                          <a
                            href={`/api/v1/territories/${territory}/documents/${one.id}/files/${encodeURIComponent(name)}`}
                            download
                          >
                            {name}
                          </a>
                        </td>
                        <td className="number">{say.bytes(number(Math.max(1, Math.round(size / 1000))))}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </section>
        );
      })}
    </>
  );
}
