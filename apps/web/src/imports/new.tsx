import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { FileDrop } from "../ui/file-drop.tsx";
import { Button, Note, ProblemNote, Select, TextField } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { importQuery } from "./queries.ts";
import { Steps } from "./steps.tsx";
import { importWords } from "./words.ts";

const formats = ["inventory", "sirene", "irep", "trackdechets", "cnig"] as const;
type Format = (typeof formats)[number];

/** The first step: a file, or a table that is pasted. It is read at once, and nothing is written. */
export function NewImport() {
  const { territory } = useHere();
  const say = useCatalogue(importWords);
  const navigate = useNavigate();
  const queries = useQueryClient();
  useTitle(say.newTitle);
  const [format, setFormat] = useState<Format>("inventory");
  const [words, setWords] = useState("");
  const [reading, setReading] = useState<string>();
  const [error, setError] = useState<unknown>();

  const read = async (file: File): Promise<void> => {
    setReading(file.name);
    setError(undefined);
    try {
      const told = await got(
        api.POST("/api/v1/territories/{territory}/imports", {
          params: { path: { territory } },
          body: { format },
          bodySerializer: () => {
            const form = new FormData();
            // Before the file: what comes after it is not read.
            form.append("data", JSON.stringify({ format }));
            form.append("file", file);
            return form;
          },
        }),
      );
      queries.setQueryData(importQuery(territory, told.id).queryKey, told);
      void queries.invalidateQueries({ queryKey: [territory, "imports"], exact: true });
      await navigate({
        to: "/t/$territory/imports/$import",
        params: { territory, import: told.id },
        search: told.preview.columns.length > 0 ? { etape: "colonnes" } : {},
      });
    } catch (failed) {
      setError(failed);
    } finally {
      setReading(undefined);
    }
  };
  const busy = reading !== undefined;
  return (
    <>
      <h1>{say.newTitle}</h1>
      <Steps at={0} />
      {error !== undefined && <ProblemNote error={error} />}
      <div role="status">
        {busy && (
          <Note tone="doing">
            <p>{say.reading(reading)}</p>
            <progress aria-label={say.reading(reading)} />
          </Note>
        )}
      </div>
      <Select
        label={say.format}
        value={format}
        options={formats.map((value) => ({ value, label: say.formats[value] }))}
        onChange={setFormat}
      />
      <div className="import-ways">
        <FileDrop
          label={say.drop}
          button={say.choose}
          accept=".xlsx,.xlsm,.ods,.csv,.tsv,.txt,.json,.zip"
          disabled={busy}
          onFile={(file) => void read(file)}
        >
          <p className="soft">{say.limits}</p>
        </FileDrop>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void read(new File([words], say.pasted, { type: "text/csv" }));
          }}
        >
          <TextField label={say.paste} help={say.pasteHelp} lines={6} value={words} onChange={setWords} />
          <Button type="submit" isDisabled={busy || words.trim() === ""}>
            {say.readPaste}
          </Button>
        </form>
      </div>
    </>
  );
}
