import { useMutation, useQueryClient, useSuspenseQueries } from "@tanstack/react-query";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { meQuery } from "../api/queries.ts";
import { Passkeys } from "../passkeys/passkeys.tsx";
import { Badge, Button, ProblemNote, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { signInsQuery } from "./queries.ts";
import { settingsWords } from "./words.ts";

/** One's own account: name, password, second factor, open sessions, sign-ins. */
export function Account() {
  const { moment } = useWords();
  const say = useCatalogue(settingsWords);
  const toast = useToast();
  const queries = useQueryClient();
  const [{ data: me }, { data: access }] = useSuspenseQueries({ queries: [meQuery, signInsQuery] });
  const [name, setName] = useState(me.account?.name ?? "");
  const [words, setWords] = useState({ now: "", next: "" });
  const read = (): Promise<void> => queries.invalidateQueries({ queryKey: ["me"] });
  const rename = useMutation({
    mutationFn: () => got(api.PATCH("/api/v1/me", { body: { name } })),
    onSuccess: async () => {
      await read();
      toast(say.saved);
    },
  });
  const change = useMutation({
    mutationFn: () => got(api.PATCH("/api/v1/me", { body: { password: words } })),
    onSuccess: () => {
      setWords({ now: "", next: "" });
      toast(say.saved);
    },
  });
  const close = useMutation({
    mutationFn: (session: string) =>
      got(api.DELETE("/api/v1/me/sessions/{session}", { params: { path: { session } } })),
    onSuccess: read,
  });
  return (
    <div className="columns">
      <section className="card" aria-label={say.account}>
        <h2>{say.account}</h2>
        <p className="soft">{me.account?.email}</p>
        <TextField label={say.name} value={name} onChange={setName} />
        {rename.isError && <ProblemNote error={rename.error} />}
        <Button isDisabled={name.trim() === "" || rename.isPending} onPress={() => rename.mutate()}>
          {say.change}
        </Button>
        <h3>{say.factor}</h3>
        <p>{me.account?.second_factor === true ? say.factorOn : say.factorOff}</p>
      </section>
      <section className="card" aria-label={say.password}>
        <h2>{say.password}</h2>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate();
          }}
        >
          <TextField
            label={say.now}
            type="password"
            autoComplete="current-password"
            isRequired
            value={words.now}
            onChange={(now) => setWords((old) => ({ ...old, now }))}
          />
          <TextField
            label={say.next}
            help={say.nextHelp}
            type="password"
            autoComplete="new-password"
            isRequired
            value={words.next}
            onChange={(next) => setWords((old) => ({ ...old, next }))}
          />
          {change.isError && <ProblemNote error={change.error} />}
          <Button type="submit" isDisabled={change.isPending}>
            {say.change}
          </Button>
        </form>
      </section>
      <Passkeys />
      <section className="card" aria-label={say.sessions}>
        <h2>{say.sessions}</h2>
        {close.isError && <ProblemNote error={close.error} />}
        <ul>
          {access.sessions.map((one) => (
            <li key={one.id}>
              {moment(one.seen)} {one.here && <Badge tone="good">{say.thisOne}</Badge>}
              <br />
              <small className="soft">{one.agent}</small>
              {!one.here && (
                <Button
                  look="quiet"
                  aria-label={`${say.close} : ${moment(one.seen)}`}
                  onPress={() => close.mutate(one.id)}
                >
                  {say.close}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className="card" aria-label={say.signIns}>
        <h2>{say.signIns}</h2>
        <ul>
          {access.sign_ins.slice(0, 15).map((one) => (
            <li key={`${one.at} ${one.outcome}`}>
              {moment(one.at)} · {one.source} · {say.outcomes[one.outcome] ?? one.outcome}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
