import { useQuery } from "@tanstack/react-query";
import { Link, Navigate } from "@tanstack/react-router";
import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from "react";
import { api, got } from "../api/client.ts";
import { meQuery } from "../api/queries.ts";
import { Outside } from "../frame/outside.tsx";
import { useTitle } from "../frame/title.ts";
import { Button, Loading, ProblemNote, TextField } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { invitationWords } from "./words.ts";

const OtherWays = lazy(() => import("./other-ways.tsx"));

type Guest = { readonly email: string; readonly name: string; readonly territory: string | null };

/** Opens the account of whoever was invited: who it is for, a password, the second factor, then the territory. */
export function Invitation() {
  const { words } = useWords();
  const own = useCatalogue(invitationWords);
  useTitle(own.title);
  // Taken out of the address at once, and kept for this page only.
  const [token] = useState(() => location.hash.slice(1));
  const [guest, setGuest] = useState<Guest>();
  const [dead, setDead] = useState<unknown>();
  const [password, setPassword] = useState("");
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [next, setNext] = useState<"enrol" | "code">();
  const enrolling = next !== undefined;
  const me = useQuery({ ...meQuery, enabled: enrolling });
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    history.replaceState(null, "", location.pathname);
    got(api.POST("/api/v1/invitations/read", { body: { token } })).then(setGuest, setDead);
  }, [token]);

  const accept = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      const accepted = await got(api.POST("/api/v1/invitations/accept", { body: { token, password } }));
      setNext(accepted.next);
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  if (enrolling && me.data?.account) return <Navigate to="/" />;
  return (
    <Outside>
      <h1>{next === "enrol" ? words.access.enrol : own.title}</h1>
      {dead !== undefined ? (
        <>
          <ProblemNote error={dead} />
          <p>
            <Link to="/">{own.signIn}</Link>
          </p>
        </>
      ) : guest === undefined ? (
        <Loading />
      ) : enrolling ? (
        <SecondFactor first={next === "enrol"} />
      ) : (
        <form onSubmit={(event) => void accept(event)}>
          <p>{guest.territory === null ? own.forAll(guest.name) : own.forPlace(guest.name, guest.territory)}</p>
          {error !== undefined && <ProblemNote error={error} />}
          <TextField label={words.access.email} type="email" autoComplete="username" value={guest.email} isReadOnly />
          <TextField
            label={own.choose}
            help={own.help}
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={setPassword}
            isRequired
            autoFocus
          />
          <Button look="main" type="submit" isDisabled={busy}>
            {own.next}
          </Button>
          <Suspense>
            <OtherWays keys={false} />
          </Suspense>
        </form>
      )}
    </Outside>
  );
}
