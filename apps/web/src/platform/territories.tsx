import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { type FormEvent, Suspense, useState } from "react";
import { api, got } from "../api/client.ts";
import { meQuery } from "../api/queries.ts";
import { Outside } from "../frame/outside.tsx";
import { useTitle } from "../frame/title.ts";
import { Account } from "../settings/account.tsx";
import { Tokens } from "../tokens/tokens.tsx";
import { tokenWords } from "../tokens/words.ts";
import { Button, Loading, ProblemNote, Select, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { platformWords } from "./words.ts";

const types = ["", "ZA", "EPCI", "PAT", "COOP"] as const;
const contexts = ["", "corse"] as const;
const nobody = { name: "", email: "", facilitator: "" };

/** Where the administrator of the platform opens territories; nothing of what is inside shows here. */
export function Territories() {
  const { words, day } = useWords();
  const say = useCatalogue(platformWords);
  const { title: tokens } = useCatalogue(tokenWords);
  /** The territory whose tokens are looked at. */
  const [looked, setLooked] = useState<string>();
  useTitle(say.title);
  const queries = useQueryClient();
  const toast = useToast();
  const me = useQuery(meQuery);
  const list = useQuery({
    queryKey: ["territories"],
    queryFn: () => got(api.GET("/api/v1/territories")),
    enabled: me.data?.role === "admin",
  });
  const [form, setForm] = useState(nobody);
  const [type, setType] = useState<(typeof types)[number]>("EPCI");
  const [context, setContext] = useState<(typeof contexts)[number]>("corse");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  if (me.isPending) return <Loading />;
  if (me.data?.role !== "admin") return <Navigate to="/" />;

  const open = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await got(
        api.POST("/api/v1/territories", {
          body: {
            name: form.name,
            type: type === "" ? null : type,
            context: context === "" ? null : context,
            facilitator: { name: form.facilitator, email: form.email },
          },
        }),
      );
      toast(say.done(form.name));
      setForm(nobody);
      await queries.invalidateQueries({ queryKey: ["territories"] });
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  const field = (key: keyof typeof nobody) => ({
    value: form[key],
    onChange: (value: string) => setForm((before) => ({ ...before, [key]: value })),
    isRequired: true,
  });
  return (
    <Outside signedIn wide>
      <h1>{say.title}</h1>
      {list.isError && <ProblemNote error={list.error} retry={() => void list.refetch()} />}
      {list.data?.territories.length === 0 && <p>{say.empty}</p>}
      {list.data !== undefined && list.data.territories.length > 0 && (
        <div className="scroll">
          <table className="list">
            <thead>
              <tr>
                <th scope="col">{say.name}</th>
                <th scope="col">{say.type}</th>
                <th scope="col">{say.opened}</th>
                <th scope="col">{tokens}</th>
              </tr>
            </thead>
            <tbody>
              {list.data.territories.map((one) => (
                <tr key={one.id}>
                  <th scope="row">{one.name}</th>
                  <td>{say.types[one.type as keyof typeof say.types] ?? words.app.none}</td>
                  <td>{day(one.created_at.slice(0, 10))}</td>
                  <td>
                    <Button
                      look="quiet"
                      aria-label={`${say.look} : ${tokens}, ${one.name}`}
                      aria-expanded={looked === one.id}
                      onPress={() => setLooked(looked === one.id ? undefined : one.id)}
                    >
                      {say.look}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {looked !== undefined && (
        <Suspense fallback={<Loading />}>
          <Tokens territory={looked} mayMake={false} />
        </Suspense>
      )}
      <h2>{say.open}</h2>
      <p className="soft">{say.openHelp}</p>
      {error !== undefined && <ProblemNote error={error} />}
      <form onSubmit={(event) => void open(event)}>
        <TextField label={say.name} {...field("name")} />
        <Select
          label={say.type}
          value={type}
          options={types.map((value) => ({ value, label: say.types[value] }))}
          onChange={setType}
        />
        <Select
          label={say.context}
          value={context}
          options={contexts.map((value) => ({ value, label: say.contexts[value] }))}
          onChange={setContext}
        />
        <TextField label={say.facilitator} autoComplete="off" {...field("facilitator")} />
        <TextField label={say.email} type="email" autoComplete="off" {...field("email")} />
        <Button look="main" type="submit" isDisabled={busy}>
          {say.create}
        </Button>
      </form>
      <h2>{say.account}</h2>
      <Suspense fallback={<Loading />}>
        <Account />
      </Suspense>
    </Outside>
  );
}
