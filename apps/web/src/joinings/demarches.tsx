import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { useHere } from "../frame/here.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Badge, Button, ProblemNote } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { joiningWords } from "./words.ts";

const demarchesQuery = (territory: string) =>
  queryOptions({
    queryKey: [territory, "demarches"],
    queryFn: () => got(api.GET("/api/v1/territories/{territory}/demarches", { params: { path: { territory } } })),
  });

/** The démarches of a company: the one it came in by, those it joined, those it could join; nothing where there is one only. */
export function Demarches() {
  const { territory } = useHere();
  const say = useCatalogue(joiningWords);
  const toast = useToast();
  const queries = useQueryClient();
  // What the page is for does not wait for it, nor for the network.
  const { data } = useQuery(demarchesQuery(territory));
  const [asking, setAsking] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const done = (words: string) => ({
    onSuccess: () => {
      setAsking(null);
      toast(words);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [territory, "demarches"] }),
  });
  const at = (demarche: string) => ({ params: { path: { territory, demarche } } });
  const ask = useMutation({
    mutationFn: (id: string) =>
      got(api.POST("/api/v1/territories/{territory}/demarches/{demarche}/ask", { ...at(id), body: { agreed: true } })),
    ...done(say.asked),
  });
  const leave = useMutation({
    mutationFn: (id: string) => got(api.POST("/api/v1/territories/{territory}/demarches/{demarche}/leave", at(id))),
    ...done(say.left),
  });
  if (data === undefined || data.demarches.length < 2) return null;
  return (
    <section>
      <h2>{say.title}</h2>
      <p>{say.help}</p>
      {leave.isError && <ProblemNote error={leave.error} />}
      <ul className="tiles">
        {data.demarches.map(({ id, name, state }) => (
          <li key={id} className="stack">
            <span>
              <strong>{name}</strong>{" "}
              <Badge tone={state === "here" || state === "joined" ? "good" : "plain"}>{say.states[state]}</Badge>
            </span>
            {(state === "open" || state === "declined") && (
              <Button onPress={() => setAsking({ id, name })}>{state === "open" ? say.ask : say.askAgain}</Button>
            )}
            {(state === "asked" || state === "joined") && (
              <Button isDisabled={leave.isPending} onPress={() => leave.mutate(id)}>
                {state === "asked" ? say.withdraw : say.leave}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog title={say.askTitle(asking?.name ?? "")} open={asking !== null} onClose={() => setAsking(null)}>
        <p>{say.askTold}</p>
        <p>{say.askThen}</p>
        <p>{say.askLeave}</p>
        {ask.isError && <ProblemNote error={ask.error} />}
        <Button look="main" isDisabled={ask.isPending} onPress={() => asking !== null && ask.mutate(asking.id)}>
          {say.agree}
        </Button>
      </Dialog>
    </section>
  );
}
