import { useQueryClient } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { api, got } from "../api/client.ts";
import { Outside } from "../frame/outside.tsx";
import { useTitle } from "../frame/title.ts";
import { Loading, ProblemNote } from "../ui/index.tsx";
import { useWords } from "../words/words.tsx";

/** Comes in by the secret after the hash sign, then takes it out of the address. */
export function OpenLink() {
  const { words } = useWords();
  const queries = useQueryClient();
  const [territory, setTerritory] = useState<string>();
  const [error, setError] = useState<unknown>();
  const heading = error === undefined ? words.access.opening : words.access.link;
  useTitle(heading);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    const token = location.hash.slice(1);
    history.replaceState(null, "", location.pathname);
    got(api.POST("/api/v1/company-links/open", { body: { token } })).then(
      async (opened) => {
        await queries.invalidateQueries({ queryKey: ["me"] });
        setTerritory(opened.territory);
      },
      (failed: unknown) => setError(failed),
    );
  }, [queries]);
  if (territory !== undefined) return <Navigate to="/t/$territory" params={{ territory }} />;
  return (
    <Outside>
      <h1>{heading}</h1>
      {error === undefined ? <Loading /> : <ProblemNote error={error} />}
    </Outside>
  );
}
