import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { Button, ProblemNote, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { addKey } from "./use-key.ts";
import { passkeyWords } from "./words.ts";

const passkeysQuery = queryOptions({
  queryKey: ["me", "passkeys"],
  queryFn: () => got(api.GET("/api/v1/me/passkeys")),
});

/** One's own passkeys: what there is, how to add one, how to remove one. */
export function Passkeys() {
  const { moment, day } = useWords();
  const say = useCatalogue(passkeyWords);
  const toast = useToast();
  const queries = useQueryClient();
  const { data } = useSuspenseQuery(passkeysQuery);
  const [name, setName] = useState("");
  const read = (): Promise<void> => queries.invalidateQueries({ queryKey: passkeysQuery.queryKey });
  const add = useMutation({
    mutationFn: () => addKey(name),
    onSuccess: async () => {
      await read();
      toast(say.added(name));
      setName("");
    },
  });
  const remove = useMutation({
    mutationFn: ({ id }: (typeof data.passkeys)[number]) =>
      got(api.DELETE("/api/v1/me/passkeys/{passkey}", { params: { path: { passkey: id } } })),
    onSuccess: async (_, one) => {
      await read();
      toast(say.removed(one.name));
    },
  });
  return (
    <section className="card" aria-label={say.title}>
      <h2>{say.title}</h2>
      <p className="soft">{say.help}</p>
      {remove.isError && <ProblemNote error={remove.error} />}
      {data.passkeys.length === 0 ? (
        <p>{data.possible ? say.none : say.impossible}</p>
      ) : (
        <ul>
          {data.passkeys.map((one) => (
            <li key={one.id}>
              <strong>{one.name}</strong>
              <br />
              <small className="soft">
                {say.since} {day(one.created_at.slice(0, 10))},{" "}
                {one.used_at === null ? say.never : `${say.used} : ${moment(one.used_at)}`}
              </small>
              <Button look="quiet" aria-label={`${say.remove} : ${one.name}`} onPress={() => remove.mutate(one)}>
                {say.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {data.possible && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate();
          }}
        >
          <TextField label={say.name} help={say.nameHelp} value={name} maxLength={100} isRequired onChange={setName} />
          {add.isError && <ProblemNote error={add.error} />}
          <Button type="submit" isDisabled={add.isPending}>
            {say.add}
          </Button>
        </form>
      )}
    </section>
  );
}
