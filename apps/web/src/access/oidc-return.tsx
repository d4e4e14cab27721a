import { useQueryClient } from "@tanstack/react-query";
import { Link, Navigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { api, got } from "../api/client.ts";
import { Outside } from "../frame/outside.tsx";
import { useTitle } from "../frame/title.ts";
import { Loading, ProblemNote } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { ticketKey } from "./ticket.ts";
import { otherWayWords } from "./words.ts";

/** Where a provider of identity sends back to: opens the session, asks for the second factor where it is still to come. */
export function OidcReturn() {
  const { words } = useWords();
  const say = useCatalogue(otherWayWords);
  useTitle(words.access.title);
  const queries = useQueryClient();
  const [step, setStep] = useState<"going" | "code" | "enrol" | "done">("going");
  const [error, setError] = useState<unknown>();
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    const query = location.search;
    const ticket = sessionStorage.getItem(ticketKey) ?? "of-no-tab-that-asked-for-it";
    sessionStorage.removeItem(ticketKey);
    // Taken out of the address at once: it serves once, and is nobody else's to read.
    history.replaceState(null, "", location.pathname);
    got(api.POST("/api/v1/sign-in/oidc/finish", { body: { ticket, query } })).then(async ({ next }) => {
      if (next === "done") await queries.invalidateQueries({ queryKey: ["me"] });
      setStep(next);
    }, setError);
  }, [queries]);
  if (step === "done") return <Navigate to="/" />;
  return (
    <Outside>
      <h1>{step === "enrol" ? words.access.enrol : words.access.title}</h1>
      {error !== undefined ? (
        <>
          <ProblemNote error={error} />
          <p>
            <Link to="/">{say.back}</Link>
          </p>
        </>
      ) : step === "going" ? (
        <Loading />
      ) : (
        <SecondFactor first={step === "enrol"} onDone={() => setStep("done")} />
      )}
    </Outside>
  );
}
