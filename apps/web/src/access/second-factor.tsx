import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { api, got } from "../api/client.ts";
import { Button, ProblemNote, TextField } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { secondFactorWords } from "./words.ts";

/** The code that completes a sign-in; the first time, the key that makes codes is shown before it. */
export function SecondFactor({ first, onDone }: { readonly first: boolean; readonly onDone?: () => void }) {
  const { words } = useWords();
  const say = useCatalogue(secondFactorWords);
  const queries = useQueryClient();
  const [secret, setSecret] = useState<string>();
  const [code, setCode] = useState("");
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (first)
      got(api.GET("/api/v1/sign-in/second-factor")).then(
        (read) => setSecret(read.secret),
        (failed: unknown) => setError(failed),
      );
  }, [first]);

  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await got(api.POST("/api/v1/sign-in/code", { body: { code, ...(secret === undefined ? {} : { secret }) } }));
      await queries.invalidateQueries({ queryKey: ["me"] });
      onDone?.();
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void enter(event)}>
      {error !== undefined && <ProblemNote error={error} />}
      {secret !== undefined && (
        <>
          <p>{say.enrolHelp}</p>
          <p>
            {say.key} : <code>{secret}</code>
          </p>
        </>
      )}
      <TextField
        label={say.code}
        help={say.codeHelp}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
        isRequired
        autoFocus
      />
      <Button look="main" type="submit" isDisabled={busy || (first && secret === undefined)}>
        {words.access.enter}
      </Button>
    </form>
  );
}
