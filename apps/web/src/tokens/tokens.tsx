import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { Badge, Button, Note, ProblemNote, Select, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { tokenWords } from "./words.ts";

const tokensQuery = (territory: string) =>
  queryOptions({
    queryKey: [territory, "tokens"],
    queryFn: () => got(api.GET("/api/v1/territories/{territory}/tokens", { params: { path: { territory } } })),
  });

/**
 * Tokens for programs: what there is, when each last served, how to end it, and how to make one.
 * @param mayMake an administrator of the platform ends tokens and makes none
 */
export function Tokens({ territory, mayMake }: { readonly territory: string; readonly mayMake: boolean }) {
  const { moment, day } = useWords();
  const say = useCatalogue(tokenWords);
  const toast = useToast();
  const queries = useQueryClient();
  const {
    data: { tokens },
  } = useSuspenseQuery(tokensQuery(territory));
  const revoke = useMutation({
    mutationFn: ({ id }: (typeof tokens)[number]) =>
      got(api.DELETE("/api/v1/territories/{territory}/tokens/{token}", { params: { path: { territory, token: id } } })),
    onSuccess: async (_, { name }) => {
      await queries.invalidateQueries({ queryKey: [territory, "tokens"] });
      toast(say.revoked(name));
    },
  });
  return (
    <>
      <h2>{say.title}</h2>
      <p className="soft">
        {say.help} <a href="/api/v1/openapi.json">{say.docs}</a>
      </p>
      {mayMake && <Make territory={territory} />}
      {revoke.isError && <ProblemNote error={revoke.error} />}
      {tokens.length === 0 ? (
        <p>{mayMake ? say.none : say.noneHere}</p>
      ) : (
        <div className="scroll">
          <table className="list">
            <thead>
              <tr>
                <th scope="col">{say.name}</th>
                <th scope="col">{say.scope}</th>
                <th scope="col">{say.by}</th>
                <th scope="col">{say.expires}</th>
                <th scope="col">{say.used}</th>
                <th scope="col">{say.state}</th>
                <th scope="col">{say.action}</th>
              </tr>
            </thead>
            <tbody>
              {tokens.map((one) => (
                <tr key={one.id}>
                  <th scope="row">{one.name}</th>
                  <td>{say.scopes[one.scope]}</td>
                  <td>{one.by}</td>
                  <td>{day(one.expires_at.slice(0, 10))}</td>
                  <td>{one.used_at === null ? say.never : moment(one.used_at)}</td>
                  <td>
                    <Badge tone={one.state === "alive" ? "good" : "plain"}>{say.states[one.state]}</Badge>
                  </td>
                  <td>
                    {one.state !== "revoked" && one.state !== "expired" && (
                      <Button
                        look="quiet"
                        aria-label={`${say.revoke} : ${one.name}`}
                        onPress={() => revoke.mutate(one)}
                        isDisabled={revoke.isPending}
                      >
                        {say.revoke}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

const terms = ["30", "90", "180", "365"] as const;
const empty = { name: "", scope: "read" as "read" | "write", days: "90" as (typeof terms)[number] };

function Make({ territory }: { readonly territory: string }) {
  const say = useCatalogue(tokenWords);
  const queries = useQueryClient();
  const [wish, setWish] = useState(empty);
  const make = useMutation({
    mutationFn: () =>
      got(
        api.POST("/api/v1/territories/{territory}/tokens", {
          params: { path: { territory } },
          body: { name: wish.name, scope: wish.scope, days: Number(wish.days) },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [territory, "tokens"] });
      setWish(empty);
    },
  });
  if (make.data !== undefined)
    return <Shown territory={territory} token={make.data.token} onDone={() => make.reset()} />;
  return (
    <section aria-label={say.make}>
      <form
        className="cards"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <TextField
          label={say.name}
          help={say.nameHelp}
          value={wish.name}
          maxLength={100}
          isRequired
          onChange={(name) => setWish((old) => ({ ...old, name }))}
        />
        <Select
          label={say.scope}
          value={wish.scope}
          onChange={(scope) => setWish((old) => ({ ...old, scope }))}
          options={(["read", "write"] as const).map((value) => ({ value, label: say.scopes[value] }))}
        />
        <Select
          label={say.term}
          value={wish.days}
          onChange={(days) => setWish((old) => ({ ...old, days }))}
          options={terms.map((value) => ({ value, label: say.terms[value] }))}
        />
        <div>
          <Button look="main" type="submit" isDisabled={make.isPending}>
            {say.make}
          </Button>
        </div>
      </form>
      {make.isError && <ProblemNote error={make.error} />}
    </section>
  );
}

/** The secret, this once, and a call that can be tried at once. */
function Shown({
  territory,
  token,
  onDone,
}: {
  readonly territory: string;
  readonly token: string;
  readonly onDone: () => void;
}) {
  const say = useCatalogue(tokenWords);
  const toast = useToast();
  // A page without HTTPS has no clipboard: the field is there to copy from by hand.
  const copies = "clipboard" in navigator;
  const copy = (): void => void navigator.clipboard.writeText(token).then(() => toast(say.copied));
  return (
    <Note tone="doing">
      <p role="status">{say.made}</p>
      <TextField label={say.token} value={token} isReadOnly autoFocus />
      <p className="row">
        {copies && (
          <Button look="main" onPress={copy}>
            {say.copy}
          </Button>
        )}
        <Button onPress={onDone}>{say.done}</Button>
      </p>
      <p className="soft">{say.example}</p>
      <p>
        <code>{`curl -H "Authorization: Bearer ${token.slice(0, 12)}…" ${location.origin}/api/v1/territories/${territory}/flows`}</code>
      </p>
    </Note>
  );
}
