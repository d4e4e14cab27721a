import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Navigate } from "@tanstack/react-router";
import { type FormEvent, lazy, Suspense, useState } from "react";
import { api, got } from "../api/client.ts";
import { meQuery } from "../api/queries.ts";
import { Outside } from "../frame/outside.tsx";
import { useTitle } from "../frame/title.ts";
import { Button, Loading, ProblemNote, TextField } from "../ui/index.tsx";
import { useWords } from "../words/words.tsx";

const SecondFactor = lazy(() => import("./second-factor.tsx").then(({ SecondFactor: it }) => ({ default: it })));
const OtherWays = lazy(() => import("./other-ways.tsx"));
const PendingNote = lazy(() => import("../outbox/pending-note.tsx"));

/** The front door: signs in, then leads to the territory, or to the choice among several. */
export function Entrance() {
  const { words } = useWords();
  useTitle(words.access.title);
  const me = useQuery(meQuery);
  if (me.isPending) return <Loading />;
  if (me.isError)
    return (
      <Outside>
        <h1>{words.access.title}</h1>
        <ProblemNote error={me.error} retry={() => void me.refetch()} />
      </Outside>
    );
  const { account, establishment, territories, role } = me.data;
  if (account === null && establishment === null) return <SignIn />;
  if (role === "admin" && territories.length === 0) return <Navigate to="/plateforme" />;
  const [only] = territories;
  if (only !== undefined && territories.length === 1)
    return <Navigate to="/t/$territory" params={{ territory: only.id }} />;
  return (
    <Outside signedIn>
      <h1>{words.access.choose}</h1>
      {territories.length === 0 ? (
        <p>{words.access.noTerritory}</p>
      ) : (
        <ul>
          {territories.map((one) => (
            <li key={one.id}>
              <Link to="/t/$territory" params={{ territory: one.id }}>
                {one.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Outside>
  );
}

type Step = "password" | "code" | "enrol";

function SignIn() {
  const { words } = useWords();
  const queries = useQueryClient();
  const [step, setStep] = useState<Step>("password");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      const { next } = await got(api.POST("/api/v1/sign-in", { body: { email, password } }));
      if (next !== "done") return setStep(next);
      await queries.invalidateQueries({ queryKey: ["me"] });
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Outside>
      <h1>{step === "enrol" ? words.access.enrol : words.access.title}</h1>
      <Suspense>
        <PendingNote />
      </Suspense>
      {error !== undefined && <ProblemNote error={error} />}
      {step === "password" ? (
        <>
          <form onSubmit={(event) => void enter(event)}>
            <TextField
              label={words.access.email}
              type="email"
              autoComplete="username"
              value={email}
              onChange={setEmail}
              isRequired
            />
            <TextField
              label={words.access.password}
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={setPassword}
              isRequired
            />
            <Button look="main" type="submit" isDisabled={busy}>
              {words.access.enter}
            </Button>
          </form>
          <Suspense>
            <OtherWays keys />
          </Suspense>
        </>
      ) : (
        <Suspense fallback={<Loading />}>
          <SecondFactor first={step === "enrol"} />
        </Suspense>
      )}
      <p className="soft">{words.access.company}</p>
    </Outside>
  );
}
