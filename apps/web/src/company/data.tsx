import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { forgetData } from "../offline/kept-data.ts";
import { Button, Note, ProblemNote, TextField } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { dataWords } from "./data-words.ts";
import "./company.css";

/** Everything out in a file, or everything gone. */
export function MyData() {
  const { territory } = useHere();
  const say = useCatalogue(dataWords);
  const { words } = useWords();
  useTitle(words.nav.myData);
  const queries = useQueryClient();
  const [typed, setTyped] = useState("");
  const erase = useMutation({
    mutationFn: () =>
      got(
        api.POST("/api/v1/territories/{territory}/my-data/erasure", {
          params: { path: { territory } },
          body: { confirm: say.eraseWord === "ERASE" ? ("ERASE" as const) : ("EFFACER" as const) },
        }),
      ),
    onSuccess: () => forgetData(),
  });
  if (erase.isSuccess)
    return (
      <div className="thumb">
        <h1>{say.erasedTitle}</h1>
        <p>{say.erased(erase.data.flows)}</p>
        {erase.data.elsewhere && <p>{say.erasedElsewhere}</p>}
        <Button
          onPress={() => {
            queries.clear();
            location.assign("/");
          }}
        >
          Simbiosi
        </Button>
      </div>
    );
  const file = (format: string): string => `/api/v1/territories/${territory}/my-data?format=${format}`;
  return (
    <div className="thumb stack">
      <h1>{words.nav.myData}</h1>
      <section>
        <h2>{say.takeOut}</h2>
        <p>{say.takeOutHelp}</p>
        <div className="row">
          <a className="button main" href={file("xlsx")} download>
            {say.asWorkbook}
          </a>
          <a className="button" href={file("json")} download>
            {say.asJson}
          </a>
        </div>
      </section>
      <section>
        <h2>{say.erase}</h2>
        <Note tone="bad">
          <p>{say.eraseHelp}</p>
        </Note>
        {erase.isError && <ProblemNote error={erase.error} />}
        <TextField label={say.eraseType} value={typed} onChange={setTyped} autoComplete="off" />
        <Button
          look="danger"
          isDisabled={typed.trim().toUpperCase() !== say.eraseWord || erase.isPending}
          onPress={() => erase.mutate()}
        >
          {say.eraseButton}
        </Button>
      </section>
    </div>
  );
}
